"""Postings of other kinds than pages: flyers, forwarded mail, chats, agencies, one-liners."""

from datetime import date

import pytest

from jobtracker.exchange.postings.plain import read_plain

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("place", "pay", "read"),
    [
        ("Geelong VIC 3220", "$45 – $52 an hour", "AUD 45 – 52 an hour"),
        ("Québec, QC", "92 000 $ - 108 000 $ par an", "92 000 CAD - 108 000 CAD par an"),
        ("Regina (Saskatchewan)", "$109,614 to $127,109", "CAD 109,614 to 127,109"),
        ("Singapore", "$5,500 - $7,200 monthly", "SGD 5,500 - 7,200 monthly"),
        ("Dunedin", "$62,000 - $70,000 pa", "NZD 62,000 - 70,000 pa"),
        ("Toronto, ON", "US$90,000 - US$98,000 a year", "US$90,000 - US$98,000 a year"),
        ("Omaha, NE", "$62,000 - $70,000 a year", "$62,000 - $70,000 a year"),
    ],
)
def test_a_dollar_is_that_of_the_country(place: str, pay: str, read: str) -> None:
    # Act
    posting = read_plain(f"Electrician\nSunlark Electrical\n{place}\n{pay}\n", TODAY)

    # Assert
    assert posting.pay == read
    assert posting.words("pay") == pay


def test_what_a_board_estimates_gives_way_to_what_the_employer_pays() -> None:
    # Arrange
    text = (
        "Schichtleiter (m/w/d)\nKolbmann Logistik GmbH\n39.000 - 45.500 €/Jahr (geschätzt)\n\n"
        "Wir bieten\n3.400 € brutto im Monat plus Schichtzulage\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.pay == "3.400 € brutto im Monat"


@pytest.mark.parametrize(
    "text",
    [
        "Comptable (H/F)\nTempora Intérim recherche pour un de ses clients :\nNamur\n",
        "Java Developer\nI'm working with one of the NHS trusts.\nBest\nTo Ash\nAsh Recruitment\n",
        "SAP-Berater (m/w/d)\nIm Auftrag eines Maschinenbauers\nVelten Personalberatung GmbH\n",
    ],
)
def test_who_recruits_for_a_client_without_a_name_is_not_the_employer(text: str) -> None:
    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.role
    assert posting.company == ""


def test_forwarded_mail_is_read_as_it_was_written() -> None:
    # Arrange
    text = (
        "---------- Forwarded message ---------\n"
        "From: Lou Pickering <lou.pickering@mailbox.example>\nSubject: Fwd: saw this\n\n"
        "> From: Office <office@bluestem.example>\n>\n"
        "> Dear friends of Bluestem Charter School,\n>\n"
        "> Mrs. Albright is moving to Oregon, so we are looking for a 4th\n"
        "> grade teacher to start on January 4. To apply send a resume and\n"
        "> two letters to Dr. Renée Castellano, Principal, by December 4, 2026:\n"
        "> rcastellano@bluestem.example\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert (posting.role, posting.company) == ("4th grade teacher", "Bluestem Charter School")
    assert posting.deadline == date(2026, 12, 4)
    assert posting.contact.name == "Dr. Renée Castellano"
    assert (posting.contact.title, posting.contact.email) == (
        "Principal",
        "rcastellano@bluestem.example",
    )
    assert posting.words("role") == "4th\n> grade teacher"


@pytest.mark.parametrize(
    ("text", "name", "phone"),
    [
        ("Ring Damo on 0491 570 156 after 3pm.", "Damo", "0491 570 156"),
        ("Meldet euch bei Ayla 0176 5550 8831.", "Ayla", "0176 5550 8831"),
        ("Stop by and ask for Chef Danny. 253-555-0133", "Danny", "253-555-0133"),
        ("Bewerbung bei Frau Stegmüller oder 07171 555 020", "Frau Stegmüller", "07171 555 020"),
        ("Write to the Pfarrbüro, pfarrbuero@st-anna.example", "", ""),
    ],
)
def test_somebody_to_call_is_the_contact(text: str, name: str, phone: str) -> None:
    # Act
    posting = read_plain(f"Electrician\nSunlark Ltd\n{text}\n", TODAY)

    # Assert
    assert (posting.contact.name, posting.contact.phone) == (name, phone)


@pytest.mark.parametrize(
    ("text", "role", "company", "place"),
    [
        (
            "Cook, Harbour Inn (Leeds, on-site). A small kitchen by the water.",
            "Cook",
            "Harbour Inn",
            "Leeds",
        ),
        (
            "Pflegedienst Lichtblick | Pflegefachkraft (m/w/d) | Bad Hersfeld | ab sofort",
            "Pflegefachkraft",
            "Pflegedienst Lichtblick",
            "Bad Hersfeld",
        ),
        ("Chef wanted, The Salt House, Cork. €17/hr.", "Chef", "The Salt House", "Cork"),
        (
            "NOW HIRING\nMIG / TIG WELDERS\nOkoboji Trailer Works, Spencer, Iowa\n",
            "MIG / TIG WELDERS",
            "Okoboji Trailer Works",
            "Spencer, Iowa",
        ),
        (
            "Hallo zusammen 👋 das Café Zimtstern in Freiburg sucht eine Servicekraft (m/w/d).",
            "Servicekraft",
            "Café Zimtstern",
            "Freiburg",
        ),
    ],
)
def test_a_few_words_say_what_who_and_where(text: str, role: str, company: str, place: str) -> None:
    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert (posting.role, posting.company, posting.location) == (role, company, place)


def test_how_one_works_may_name_the_country() -> None:
    # Act
    posting = read_plain("Pinwheel is hiring a Product Manager, fully remote within Canada.", TODAY)

    # Assert
    assert (posting.work_mode, posting.country) == ("remote", "CA")
