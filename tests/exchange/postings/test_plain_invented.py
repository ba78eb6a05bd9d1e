"""What a posting seems to say and does not: nothing of it becomes a value."""

from datetime import date

import pytest

from jobtracker.exchange.postings.plain import read_plain

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        (
            "Cleaner\nA Ltd\nSalary: £24,000\n\nSimilar jobs\nCook\nSalary: £12 per hour\n",
            "£24,000",
        ),
        ("Cook\nB Ltd\nLeeds\n£24,000\nOvertime paid at £18 per hour\n", "£24,000"),
        ("Koch\nB GmbH\n32.000 €\nÜberstunden mit 25 € pro Stunde\n", "32.000 €"),
        ("Cuisinier\nB SAS\n24 000 €\nHeures supplémentaires : 18 € de l'heure\n", "24 000 €"),
        ("Koch\nB GmbH\n42.000 – 48.000 € p. a.\n", "42.000 – 48.000 € p.a."),
        ("Cook\nB Ltd\nSalary c. £33,500. 40 hours, 5 over 7 days.\n", "£33,500"),
    ],
)
def test_what_comes_on_top_or_belongs_to_another_job_is_not_the_pay(text: str, pay: str) -> None:
    assert read_plain(text, TODAY).pay == pay


def test_of_several_postings_only_the_first_is_read() -> None:
    # Arrange
    text = (
        "Electrician\nVolt Ltd\nLeeds\n----------\nPlumber\nPipe Ltd\nYork\n£36,500 per year\n"
        "Closing date: 12 December 2026\n----------\nJoiner\nWood Ltd\nHull\n£16.20 per hour\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert (posting.role, posting.company, posting.location) == ("Electrician", "Volt Ltd", "Leeds")
    assert (posting.pay, posting.deadline) == ("", None)
    assert posting.text == text


def test_a_task_is_no_place() -> None:
    # Arrange
    text = (
        "Buchhalter (m/w/d)\n\nWir suchen für den Standort 72764 Reutlingen Verstärkung\n\n"
        "• Vorbereitung der Monatsabschlüsse\n• Pflege der Stammdaten\n"
    )

    # Act and assert
    assert read_plain(text, TODAY).location == "Reutlingen"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Comptable\nCDI - 35h - poste à pourvoir\n", ""),
        ("Comptable\nCDI - 35h - Nantes\nGroupe Delta\n", "Groupe Delta"),
        ("Sachbearbeiter (m/w/d)\n\nDie Müller GmbH sucht Verstärkung.\n", "Müller GmbH"),
        ("Software Engineer at Google\n", "Google"),
    ],
)
def test_hours_and_sentences_are_no_company(text: str, company: str) -> None:
    assert read_plain(text, TODAY).company == company


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("CDI", ""),
        ("unbefristet", ""),
        ("Permanent", ""),
        ("Deliver a fixed-term CRM program.", ""),
        ("This is a fixed-term position.", "temporary"),
        ("Permanent, full-time", "full_time"),
    ],
)
def test_hours_and_terms_are_read_only_where_they_are_said(line: str, kind: str) -> None:
    assert read_plain(f"CRM Manager\nB Ltd\nLeeds\n{line}\n", TODAY).employment_type == kind


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Sr. Data Engineer (Python)", "Sr. Data Engineer (Python)"),
        ("Barista needed ASAP 🚀", "Barista"),
        ("Looking for a plumber, needed ASAP 🚀", "plumber"),
        (
            "Hallo, bei uns wird eine Assistenz der Geschäftsführung (m/w/d) frei.",
            "Assistenz der Geschäftsführung",
        ),
    ],
)
def test_a_title_is_read_without_the_words_around_it(line: str, role: str) -> None:
    assert read_plain(line, TODAY).role == role


def test_a_deadline_without_a_year_is_the_coming_day_and_is_asked_where_it_has_two() -> None:
    # Act
    sure = read_plain("Koch\nB GmbH\nBewerbungsschluss: 15.12.\n", TODAY)
    unsure = read_plain("Cook\nB Ltd\nClosing 05/04\n", TODAY)

    # Assert
    assert sure.deadline == date(2026, 12, 15)
    assert unsure.deadline is None
    assert unsure.unsure == {"deadline": (date(2027, 4, 5), date(2027, 5, 4))}
