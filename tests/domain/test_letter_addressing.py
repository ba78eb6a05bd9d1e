"""Whoever is typed as the reader of one letter is greeted in it; templates leave that open."""

import pytest

from jobtracker.domain.letter_addressing import addressed, addressees, greeting_left_open
from jobtracker.domain.letter_kinds import Language, LetterKind

KNOWN = {
    "company": "Acme",
    "contact": "Priya Raman",
    "hiring_manager": "Priya Raman",
    "contact_role": "Recruiter",
    "contact_email": "priya@acme.example",
    "salutation": "Dear Priya Raman,",
    "closing": "Kind regards,",
}
LETTER = LetterKind.COVER_LETTER


@pytest.mark.parametrize(
    ("language", "reader", "greeting"),
    [
        (Language.ENGLISH, "Ms Anna Smith", "Dear Ms Smith,"),
        (Language.ENGLISH, "Hiring Team", "Dear Hiring Team,"),
        (Language.GERMAN, "Frau Dr. Anna Schmidt", "Sehr geehrte Frau Dr. Schmidt,"),
        (Language.FRENCH, "Mme Durand", "Madame,"),
        (Language.SPANISH, "Sra. Ana Ruiz", "Estimada Sra. Ana Ruiz:"),
    ],
)
@pytest.mark.parametrize("field", ["contact", "hiring_manager"])
def test_a_typed_reader_is_greeted(
    field: str, language: Language, reader: str, greeting: str
) -> None:
    values = addressed({field: f" {reader} "}, KNOWN, language, LETTER)

    assert values["salutation"] == greeting
    assert values["contact"] == values["hiring_manager"] == reader
    assert values["company"] == "Acme"


def test_a_german_address_says_herrn() -> None:
    values = addressed({"contact": "Herr Jürgen Groß"}, KNOWN, Language.GERMAN, LETTER)

    assert values["contact"] == "Herr Jürgen Groß"
    assert values["addressee"] == "Herrn Jürgen Groß"
    assert values["salutation"] == "Sehr geehrter Herr Groß,"


def test_a_typed_role_is_the_one_said_after_de() -> None:
    values = addressed({"role": "Analyste"}, KNOWN, Language.FRENCH, LETTER)

    assert values["de_role"] == "d’Analyste"


def test_what_is_known_of_the_applications_own_contact_is_not_said_of_another() -> None:
    values = addressed({"contact": "Anna Smith"}, KNOWN, Language.ENGLISH, LETTER)

    assert not {"contact_role", "contact_email"} & values.keys()


@pytest.mark.parametrize("typed", [{}, {"contact": "  "}, {"contact": "Priya Raman"}])
def test_without_another_reader_all_stays(typed: dict[str, str]) -> None:
    assert addressed(typed, KNOWN, Language.ENGLISH, LETTER) == KNOWN


def test_who_decides_is_greeted_where_two_are_typed() -> None:
    typed = {"contact": "Bo Lee", "hiring_manager": "Ms Smith"}

    assert addressees(typed) == ("Ms Smith", "Bo Lee")
    values = addressed(typed, KNOWN, Language.ENGLISH, LETTER)
    assert values["salutation"] == "Dear Ms Smith,"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.ENGLISH, "Dear {{ hiring_manager }},"),
        (Language.ENGLISH, "Dear {{ contact }}:"),
        (Language.ENGLISH, "Dear Mr./Ms. {{ hiring_manager }},"),
        (Language.ENGLISH, "Dear {{ form_of_address }} {{ hiring_manager }},  "),
        (Language.GERMAN, "Sehr geehrte/r Frau/Herr {{ hiring_manager }},"),
        (Language.GERMAN, "Sehr geehrte Frau {{ hiring_manager }},"),
        (Language.GERMAN, "Guten Tag {{ hiring_manager }},"),
        (Language.FRENCH, "Madame, Monsieur {{ hiring_manager }},"),
        (Language.SPANISH, "Estimado/a {{ hiring_manager }}:"),
        (Language.SPANISH, "Estimado(a) Sr./Sra. {{ hiring_manager }}:"),
    ],
)
def test_a_line_that_only_greets_is_left_to_the_program(language: Language, line: str) -> None:
    text = f"{{{{ company }}}}\n\n{line}\n\nI bake."

    assert greeting_left_open(text, language) == "{{ company }}\n\n{{ salutation }}\n\nI bake."


@pytest.mark.parametrize(
    "line",
    [
        "Hi {{ hiring_manager }},",
        "Dear Dr. {{ hiring_manager }},",
        "Dear {{ hiring_manager }} and team,",
        "Dear {{ hiring_manager }}, I bake.",
        "Dear **{{ hiring_manager }}**,",
        "Dear Hiring Manager,",
        "Sehr geehrte Frau {{ hiring_manager }},",
        "Yours, {{ hiring_manager }}",
    ],
)
def test_words_that_say_more_or_are_of_another_language_stay(line: str) -> None:
    assert greeting_left_open(line, Language.ENGLISH) == line
