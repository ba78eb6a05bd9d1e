"""Dates, salutations and closings as each language writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.contacts import Contact
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import (
    closing,
    in_words,
    language_of,
    long_day,
    role_in,
    salutation,
    years_in,
)
from jobtracker.domain.letter_parts import Part, compose
from jobtracker.domain.letter_pay import pay_words
from jobtracker.domain.letter_splitting import Own, split
from jobtracker.domain.pay import Pay, Period

ENGLISH, GERMAN, FRENCH, SPANISH = Language
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def somebody(name: str, title: str = "") -> Contact:
    return Contact(1, "", name, title=title)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (ENGLISH, "17 November 2026"),
        (GERMAN, "17. November 2026"),
        (FRENCH, "17 novembre 2026"),
        (SPANISH, "17 de noviembre de 2026"),
    ],
)
def test_a_date_is_written_as_the_language_does(language: Language, written: str) -> None:
    assert long_day(date(2026, 11, 17), language) == written


def test_only_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert long_day(date(2026, 12, 1), FRENCH) == "1er décembre 2026"
    assert long_day(date(2026, 12, 2), FRENCH) == "2 décembre 2026"


@given(DAYS, DAYS, st.sampled_from(Language))
def test_two_days_are_never_written_alike(one: date, other: date, language: Language) -> None:
    assert (long_day(one, language) == long_day(other, language)) == (one == other)


@given(DAYS, st.sampled_from(Language))
def test_every_written_date_is_read_as_one(day: date, language: Language) -> None:
    text = f"Berlin, {long_day(day, language)}\n\nDear Ms Smith,\n\nHello."

    assert split(text, language).own == {Own.DATE}


@given(DAYS)
def test_german_dates_differ_from_english_by_a_dot_and_the_months_name(day: date) -> None:
    number, month, year = long_day(day, GERMAN).split()

    assert (number, year) == (f"{day.day}.", str(day.year))
    assert month.isalpha()


NOBODY = [
    (ENGLISH, "Dear Hiring Manager,", "Hello,"),
    (GERMAN, "Sehr geehrte Damen und Herren,", "Guten Tag,"),
    (FRENCH, "Madame, Monsieur,", "Bonjour,"),
    (SPANISH, "Estimado equipo de selección:", "Hola:"),
]


@pytest.mark.parametrize(("language", "letter", "mail"), NOBODY)
def test_without_a_contact_nobody_is_named(language: Language, letter: str, mail: str) -> None:
    assert salutation(language) == letter
    assert salutation(language, None, LetterKind.MAIL) == mail
    assert salutation(language, somebody("  ")) == letter


@pytest.mark.parametrize(
    ("language", "name", "greeted"),
    [
        (ENGLISH, "Ms Anna Smith", "Dear Ms Smith,"),
        (ENGLISH, "Mr. John van der Berg Jr.", "Dear Mr van der Berg,"),
        (ENGLISH, "Mx Kim Lee", "Dear Mx Lee,"),
        (ENGLISH, "Dr. Anna Smith", "Dear Dr. Smith,"),
        (ENGLISH, "Anna Smith, PhD", "Dear Anna Smith,"),
        (ENGLISH, "M. Scott Peck", "Dear M. Scott Peck,"),
        (ENGLISH, "Frau Schmidt", "Dear Ms Schmidt,"),
        (GERMAN, "Frau Dr. Anna Schmidt", "Sehr geehrte Frau Dr. Schmidt,"),
        (GERMAN, "Herr Schmidt, Jan", "Sehr geehrter Herr Schmidt,"),
        (
            GERMAN,
            "Herrn Prof. Dr. Karl von der Heide",
            "Sehr geehrter Herr Prof. Dr. von der Heide,",
        ),
        (GERMAN, "Ms Anna Smith", "Sehr geehrte Frau Smith,"),
        (FRENCH, "Mme Claire Dupont", "Madame,"),
        (FRENCH, "M. Dupont", "Monsieur,"),
        (SPANISH, "Sra. Ana García López", "Estimada Sra. Ana García López:"),
        (SPANISH, "Sr. Luis Ortega", "Estimado Sr. Luis Ortega:"),
        (FRENCH, "M. Jean-Luc Martin", "Monsieur,"),
        (FRENCH, "M. Jean Luc Martin", "Monsieur,"),
        (SPANISH, "Dra. Eva Sanz", "Estimada Dra. Sanz:"),
        (SPANISH, "Dr. Luis Gil", "Estimado Dr. Gil:"),
        (SPANISH, "Dra. Ana García López", "Estimada Dra. Ana García López:"),
        (SPANISH, "D. Juan Pérez", "Estimado D. Juan Pérez:"),
        (SPANISH, "D. Juan Pérez Gil", "Estimado D. Juan Pérez Gil:"),
        (SPANISH, "Dña. Ana Ruiz", "Estimada Dña. Ana Ruiz:"),
        (SPANISH, "Pedro Gil", "Buenos días, Pedro Gil:"),
        (ENGLISH, "D. Juan Pérez", "Dear D. Juan Pérez,"),
        (ENGLISH, "jobs@acme.example", "Dear Hiring Manager,"),
    ],
)
def test_a_stated_form_of_address_is_used(language: Language, name: str, greeted: str) -> None:
    assert salutation(language, somebody(name)) == greeted


@pytest.mark.parametrize("name", ["Anna Smith", "Andrea Rossi", "Kim Lee"])
def test_a_form_of_address_is_never_guessed(name: str) -> None:
    contact = somebody(name, "Engineering manager")

    assert salutation(ENGLISH, contact) == f"Dear {name},"
    assert salutation(GERMAN, contact) == f"Guten Tag {name},"
    assert salutation(FRENCH, contact) == "Madame, Monsieur,"
    assert salutation(SPANISH, contact) == f"Buenos días, {name}:"


def test_a_contacts_title_may_state_the_form_of_address() -> None:
    assert (
        salutation(GERMAN, somebody("Anna Schmidt", "Frau Dr.")) == "Sehr geehrte Frau Dr. Schmidt,"
    )


@given(
    st.text(max_size=30),
    st.text(max_size=30),
    st.sampled_from(Language),
    st.sampled_from(LetterKind),
)
def test_whatever_a_contact_is_called_the_greeting_ends_as_it_should(
    name: str, title: str, language: Language, kind: LetterKind
) -> None:
    greeted = salutation(language, somebody(name, title), kind)

    assert greeted.endswith(":" if language is SPANISH else ",")
    assert "  " not in greeted.strip()


def test_a_formal_french_closing_repeats_the_salutation() -> None:
    close = closing(FRENCH, LetterKind.COVER_LETTER, somebody("Mme Claire Dupont"))

    assert close == "Je vous prie d’agréer, Madame, l’expression de mes salutations distinguées."


def test_salutation_and_closing_of_every_kind_are_told_apart_again() -> None:
    for language in Language:
        for kind in LetterKind:
            for contact in (None, somebody("Anna Weber"), somebody("Ms Anna Weber")):
                greeted = salutation(language, contact, kind)
                close = closing(language, kind, contact)
                text = f"{greeted}\n\nThe body.\n\n{close}\nAnna"
                shown = [placed.part for placed in compose(text, {}, {}, (), language).parts]
                assert shown == [Part.SALUTATION, Part.BODY, Part.CLOSING, Part.SIGNATURE]


TEXTS = {
    ENGLISH: "I would like to work with you because the work that your team has done in the last"
    " year is what I want to learn, and I have the experience for it.",
    GERMAN: "Ich möchte gern bei Ihnen arbeiten, weil mir die Arbeit Ihres Teams im letzten Jahr"
    " gezeigt hat, was ich lernen will, und ich bringe die Erfahrung dafür mit.",
    FRENCH: "Je souhaite travailler avec vous parce que le travail de votre équipe au cours de la"
    " dernière année est ce que je veux apprendre, et j’ai l’expérience qu’il faut pour cela.",
    SPANISH: "Me gustaría trabajar con ustedes porque el trabajo que su equipo ha hecho en el"
    " último año es lo que quiero aprender, y tengo la experiencia que hace falta para ello.",
}


@pytest.mark.parametrize("language", Language)
def test_a_text_tells_its_language(language: Language) -> None:
    assert language_of(TEXTS[language]) is language


ITALIAN = (
    "Vorrei lavorare con voi perché il lavoro della vostra squadra negli ultimi anni mi ha mostrato"
    " quello che vorrei imparare, e ho tutta questa esperienza necessaria."
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I would like to work with you.",
        ITALIAN,
        f"{TEXTS[ENGLISH]} {TEXTS[GERMAN]}",
        "Python SQL Docker Kubernetes " * 10,
    ],
)
def test_no_language_is_told_where_none_is_sure(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (ENGLISH, "€60,000 – €72,500 a year"),
        (GERMAN, "60.000 – 72.500\u00a0€ im Jahr"),
        (FRENCH, "60\u202f000 – 72\u202f500\u00a0€ par an"),
        (SPANISH, "60.000 – 72.500\u00a0€ al año"),
    ],
)
def test_pay_is_written_as_the_language_does(language: Language, written: str) -> None:
    assert pay_words(Pay(60_000_00, 72_500_00, "EUR", Period.YEAR), language) == written


def test_one_sided_pay_and_no_pay() -> None:
    assert (
        pay_words(Pay(None, 20_50, "EUR", Period.HOUR), GERMAN) == "bis zu 20,50\u00a0€ pro Stunde"
    )
    assert pay_words(Pay(50_000_00, None, "CHF"), FRENCH) == "à partir de 50\u202f000\u00a0CHF"
    assert pay_words(Pay(), SPANISH) == ""


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        ("7", ENGLISH, "7 years"),
        ("7 years", GERMAN, "7 Jahre"),
        ("10+", FRENCH, "10+ ans"),
        ("1", SPANISH, "1 año"),
        ("seven years", GERMAN, "seven years"),
        ("7 years in print", FRENCH, "7 years in print"),
    ],
)
def test_a_number_of_years_is_said_in_the_letters_language(
    typed: str, language: Language, said: str
) -> None:
    assert years_in(language, typed) == said


def test_only_english_puts_an_article_before_a_role() -> None:
    assert role_in(ENGLISH, "a Python developer") == "a Python developer"
    assert role_in(GERMAN, "a Python developer") == "Python developer"
    assert role_in(FRENCH, "Analyste") == "Analyste"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("start_date", "2027-01-04", "4. Januar 2027"),
        ("date", " 2026-12-01 ", "1. Dezember 2026"),
        ("applied_on", "2026-12-01", "1. Dezember 2026"),
        ("deadline", "2026-12-01", "1. Dezember 2026"),
        ("start_date", "2027-02-30", "2027-02-30"),
        ("start_date", "in zwei Monaten", "in zwei Monaten"),
        ("achievement", "2027-01-04", "2027-01-04"),
        ("mention", "2027-01-04", "2027-01-04"),
        ("years_of_experience", "7", "7 Jahre"),
    ],
)
def test_a_typed_day_is_said_in_the_letters_language(name: str, typed: str, said: str) -> None:
    assert in_words(name, typed, GERMAN) == said
