"""The bundled letter templates: every kind in every language, complete with little typing."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jobtracker.domain.contacts import Contact
from jobtracker.domain.gate import GateContext, check
from jobtracker.domain.known_fields import KNOWN_FIELDS, FieldSource, field_named
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import (
    closing,
    frame,
    language_of,
    long_day,
    salutation,
    years_in,
)
from jobtracker.domain.letter_parts import ComposedLetter, Part, compose
from jobtracker.domain.letter_roles import after_de
from jobtracker.domain.letters import FieldUse, SectionStart, Text, fields_in, parse
from jobtracker.exchange.library import LibraryLetter, read_library

LETTERS = Path(__file__).parents[2] / "resources" / "letters"
KEYS = sorted(path.stem for path in LETTERS.glob("*.toml"))
TODAY = date(2026, 11, 22)
WEBER = {
    "company": "Acme Robotics",
    "role": "Controller",
    "your_name": "Anna Weber",
    "your_email": "anna@weber.example",
    "your_phone": "+49 30 555 0147",
    "your_address": "Lindenweg 5\n10115 Berlin",
    "location": "Berlin",
    "years_of_experience": "7",
    "current_role": "Analyst",
    "previous_company": "Cobalt",
}
TYPED = {
    Language.ENGLISH: "the plan of the third hall that we drew in spring",
    Language.GERMAN: "der Plan der dritten Halle, den wir im Frühjahr gezeichnet haben",
    Language.FRENCH: "le plan de la troisième halle que nous avons dessiné au printemps",
    Language.SPANISH: "el plano de la tercera nave que dibujamos en primavera",
}


@pytest.fixture(scope="module")
def library(resources: Path) -> dict[str, LibraryLetter]:
    return {letter.key: letter for letter in read_library(resources).letters}


def known(letter: LibraryLetter, contact: Contact | None = None) -> dict[str, str]:
    return WEBER | {
        "de_role": after_de(WEBER["role"]),
        "years_of_experience": years_in(letter.language, "7"),
        "date": long_day(TODAY, letter.language),
        "salutation": salutation(letter.language, contact, letter.kind),
        "closing": closing(letter.language, letter.kind, contact),
    }


def written(letter: LibraryLetter, *, typed: bool = True) -> ComposedLetter:
    values = known(letter)
    if typed:
        values = dict.fromkeys(fields_in(letter.text), TYPED[letter.language]) | values
        values |= {
            name: text
            for name, text in (
                ("offer", "60.000 €"),
                ("ask", "65.000 €"),
                ("reference", "A-17"),
                *((day, long_day(TODAY, letter.language)) for day in DAYS),
            )
            if name in values
        }
    around = frame(letter.language, letter.kind)
    return compose(letter.text, values, around, (), letter.language)


DAYS = ("start_date", "applied_on", "last_interview_date")


def typed_fields(letter: LibraryLetter) -> set[str]:
    """What a person has to type, sections left out: without a value they are not shown."""
    depth, fields = 0, set()
    for piece in parse(letter.text):
        if isinstance(piece, FieldUse):
            fields |= {piece.name} if not depth else set()
        elif not isinstance(piece, Text):
            depth += 1 if isinstance(piece, SectionStart) else -1
    return {name for name in fields if field_named(name).source is FieldSource.PERSON}


def test_every_kind_is_there_in_every_language(library: dict[str, LibraryLetter]) -> None:
    there = {(letter.kind, letter.language) for letter in library.values()}

    assert there == {(kind, language) for kind in LetterKind for language in Language}


def test_no_two_templates_share_a_name(library: dict[str, LibraryLetter]) -> None:
    names = Counter(letter.name.casefold() for letter in library.values())

    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("key", KEYS)
def test_it_greets_closes_and_signs(library: dict[str, LibraryLetter], key: str) -> None:
    letter = library[key]

    shown = Counter(placed.part for placed in written(letter).parts)

    assert shown[Part.SALUTATION] == shown[Part.BODY] == 1
    assert shown[Part.CLOSING] == shown[Part.SIGNATURE] == shown[Part.SUBJECT] == 1


@pytest.mark.parametrize("key", KEYS)
def test_little_is_left_to_type(library: dict[str, LibraryLetter], key: str) -> None:
    letter = library[key]
    every = {n for n in fields_in(letter.text) if field_named(n).source is FieldSource.PERSON}

    assert len(typed_fields(letter)) <= 3
    assert len(every) <= 4
    assert written(letter).missing == ()


@pytest.mark.parametrize(
    "key", [key for key in KEYS if re.match("short|mail|follow-up|withdrawal|decline", key)]
)
def test_these_are_complete_as_soon_as_my_profile_is(
    library: dict[str, LibraryLetter], key: str
) -> None:
    assert written(library[key], typed=False).missing == ()


@pytest.mark.parametrize("key", KEYS)
def test_it_is_written_in_its_language(library: dict[str, LibraryLetter], key: str) -> None:
    assert language_of(written(library[key]).text) is library[key].language
    assert language_of(written(library[key], typed=False).text) is library[key].language


@pytest.mark.parametrize("key", KEYS)
def test_it_passes_the_gate_when_its_fields_are_filled(
    library: dict[str, LibraryLetter], key: str
) -> None:
    context = GateContext(company="Acme Robotics", role="Controller")

    found = check(written(library[key]), context)

    assert [(finding.rule, finding.text) for finding in found] == []


@pytest.mark.parametrize("key", KEYS)
def test_it_reads_well_with_and_without_what_is_optional(
    library: dict[str, LibraryLetter], key: str
) -> None:
    for letter in (written(library[key]), written(library[key], typed=False)):
        assert "\n\n\n" not in letter.text
        assert not re.search(r"  | [,.]|\n +\n", letter.text)


@pytest.mark.parametrize("key", KEYS)
def test_a_cover_letter_is_half_a_page_to_a_page_and_others_are_shorter(
    library: dict[str, LibraryLetter], key: str
) -> None:
    letter = library[key]
    body = next(p for p in written(letter).parts if p.part is Part.BODY)
    words = len(written(letter).text[body.start : body.end].split())

    fewest, most = (120, 220) if letter.kind is LetterKind.COVER_LETTER else (40, 220)
    assert fewest <= words <= most


CLICHES = (
    "passion", "team player", "teamfähig", "leidenschaft", "motiviert", "dynamic", "dynamique",
    "dynamisch", "proactiv", "synerg", "thrilled", "excited", "hands-on", "to whom it may",
    "rockstar", "trabajo en equipo", "reto profesional", "esprit d’équipe", "hiermit bewerbe",
    "herausforderung", "job", "feedback", "mindset", "skills", "performance",
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_it_is_free_of_cliche(library: dict[str, LibraryLetter], key: str) -> None:
    text = library[key].text.casefold()

    assert [word for word in CLICHES if word in text] == []


def test_fields_the_program_could_know_have_their_known_names(
    library: dict[str, LibraryLetter],
) -> None:
    own = {name for letter in library.values() for name in fields_in(letter.text)} - {*KNOWN_FIELDS}

    assert own == {
        "fuller_answer",
        "further_terms",
        "how_we_know_each_other",
        "news_since_application",
        "observation_about_company",
        "own_project",
        "promised_item",
        "reason_for_ask",
        "reason_for_change",
        "reason_for_company",
        "reason_for_declining",
        "reason_for_withdrawing",
        "topic_discussed",
    }
