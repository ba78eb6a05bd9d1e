"""What made-up names of a foreign letter stand for, and whom a placeholder names."""

import pytest

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_samples import (
    read_placeholders,
    template_from_sample,
    with_greeting_open,
)


@pytest.mark.parametrize(
    ("sentence", "template"),
    [
        ("Bei der Musterfirma GmbH möchte ich", "Bei der {{ company }} möchte ich"),
        ("Zur Beispiel AG zog es mich", "Zur {{ company }} zog es mich"),
        ("für die Muster Technik GmbH & Co. KG tätig", "für die {{ company }} tätig"),
        ("Sehr geehrte Frau Beispielfrau,", "Sehr geehrte Frau {{ hiring_manager }},"),
        ("Sehr geehrter Herr Dr. Mustermann,", "Sehr geehrter Herr {{ hiring_manager }},"),
        ("12345 Musterstadt, TT.MM.JJJJ", "{{ location }}, {{ date }}"),
        ("Eintrittstermin: TT.MM.JJJJ", "Eintrittstermin: {{ start_date }}"),
    ],
)
def test_made_up_names_are_judged_by_what_they_are(sentence: str, template: str) -> None:
    read = read_placeholders(sentence)

    assert (read.text, read.questions) == (template, ())


def test_a_german_head_tells_the_writer_from_the_reader() -> None:
    letter = (
        "Max Mustermann\nMusterstraße 12\n12345 Musterstadt\n\n"
        "Beispiel AG\nFrau Erika Musterfrau\nBeispielweg 3\n54321 Beispielstadt\n\n"
        "Sehr geehrte Frau Musterfrau,\n\nich schreibe.\n\nMit freundlichen Grüßen\nMax Mustermann"
    )

    assert template_from_sample(letter) == (
        "{{ your_name }}\n{{ your_address }}\n\n"
        "{{ company }}\n{{ hiring_manager }}\n{{ company_address }}\n\n"
        "Sehr geehrte Frau {{ hiring_manager }},\n\nich schreibe.\n\n"
        "Mit freundlichen Grüßen\n{{ your_name }}"
    )


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear [Mr./Ms./Mx.] [Last Name],",
        "Dear [Name],",
        "Dear [Mr./Ms.] [First Name] [Last Name]:",
        "Dear Ms. [Last Name],",
    ],
)
def test_whoever_is_greeted_is_the_reader(greeting: str) -> None:
    read = with_greeting_open(read_placeholders(f"{greeting}\n\nI write."), Language.ENGLISH)

    assert (read.text, read.questions) == ("{{ salutation }}\n\nI write.", ())


def test_questions_stay_at_their_words_when_the_greeting_becomes_shorter() -> None:
    read = read_placeholders(
        "[a remark about it]\n\nDear [Hiring Manager],\n\nI bring [one or two]."
    )

    moved = with_greeting_open(read, Language.ENGLISH)

    assert [moved.text[one.start : one.end] for one in moved.questions] == [
        one.written for one in read.questions
    ]


@pytest.mark.parametrize(
    ("written", "template"),
    [
        ("with [Num**ber**] years of it", "with {{ years_of_experience }} of it"),
        ("Gruß\n{Vorname} {Nachname}", "Gruß\n{{ your_name }}"),
        ("bei {aktueller Arbeitgeber} tätig", "bei {{ current_company }} tätig"),
        ('Dear {{hiring_manager | default: "you"}},', "Dear {{ hiring_manager }},"),
        ("[Street Address]\n[City, ST ZIP]\n[Date]", "{{ your_address }}\n{{ date }}"),
        ("[City], [State] [ZIP Code]", "{{ location }}"),
        (
            "Prénom NOM\nAdresse\nCode postal Ville\nTél. : 06 XX XX XX XX",
            "{{ your_name }}\n{{ your_address }}\n{{ your_phone }}",
        ),
        ("Software\nAddress\n\nI write.", "Software\nAddress\n\nI write."),
    ],
)
def test_what_is_said_in_pieces_is_one_field(written: str, template: str) -> None:
    assert template_from_sample(written) == template
