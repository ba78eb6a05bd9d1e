"""The city of an address is read only where a postal code tells it."""

import pytest

from jobtracker.domain.addresses import city_of


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("Unter den Linden 1\n10115 Berlin", "Berlin"),
        ("Hauptstr. 2\nD-80331 München", "München"),
        ("Hauptstr. 2, 60311 Frankfurt am Main", "Frankfurt am Main"),
        ("Rue de Bourg 3\n1003 Lausanne", "Lausanne"),
        ("Václavské nám. 1\n110 00 Praha", "Praha"),
        ("Nowy Świat 1\n00-950 Warszawa", "Warszawa"),
        ("Damrak 1\n1012 AB Amsterdam", "Amsterdam"),
        ("10 Downing Street\nLondon SW1A 1AA", "London"),
        ("1 Deansgate\nManchester, M3 1AZ", "Manchester"),
        ("500 Congress Ave\nAustin, TX 78701", "Austin"),
        ("500 Congress Ave, Austin, TX 78701-1234", "Austin"),
        ("1 Way\nSalt Lake City, UT 84101\n", "Salt Lake City"),
        ("1 King St\nToronto, ON M5V 2T6", "Toronto"),
    ],
)
def test_a_postal_code_tells_the_city(address: str, city: str) -> None:
    assert city_of(address) == city


@pytest.mark.parametrize(
    "address",
    ["", "Berlin", "10115 Berlin\nGermany", "1600 Main Street", "12 Elm St.", "10115", "x" * 500],
)
def test_without_one_no_city_is_guessed(address: str) -> None:
    assert city_of(address) == ""
