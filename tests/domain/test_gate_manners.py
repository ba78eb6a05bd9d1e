"""Hints about a letter's manners: its date, salutation, language and doubled words."""

from datetime import date

import pytest

from jobtracker.domain.gate import GateContext, as_letter, check
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import frame
from jobtracker.domain.letter_parts import Part, compose
from jobtracker.domain.letters import fill

HERE = GateContext(
    company="Acme Robotics",
    role="Senior Data Engineer",
    contacts=("Bo Lund",),
    kind=LetterKind.MAIL,
)
COVER = HERE._replace(kind=LetterKind.COVER_LETTER)


def manners(text: str, language: Language = Language.ENGLISH, day: str = "") -> list[str]:
    """The hints for a letter with its frame, checked on 22 November 2026."""
    values = {"date": day, "company": "Acme Robotics", "your_name": "Ada Morgan", "role": "Nurse"}
    parts = frame(language, LetterKind.COVER_LETTER)
    letter = compose(text, values, parts, frozenset({Part.ENCLOSURES}), language)
    context = COVER._replace(language=language, today=date(2026, 11, 22))
    return [found.rule for found in check(letter, context) if not found.blocking]


BODY = (
    "\n\nI would like to work for you and with the people of your team, because what you make is"
    " good and how you make it is better than that of all the others I have seen.\n\nKind regards,"
    "\nAda Morgan"
)


@pytest.mark.parametrize(
    "day", ["22 November 2026", "November 22, 2026", "2026-11-22", "22.11.2026", "11/22/2026"]
)
def test_a_letter_of_today_to_its_contact_gives_no_hint(day: str) -> None:
    assert manners(f"Dear Bo Lund,{BODY}", day=day) == []
    assert manners(f"Dear Hiring Manager,{BODY}", day=day) == []


def test_an_old_date_is_pointed_out() -> None:
    assert manners(f"Dear Bo Lund,{BODY}", day="3 May 2026") == ["date"]
    assert manners(f"Leeds, 3 May 2026\n\nDear Bo Lund,{BODY}") == ["date"]


def test_a_salutation_to_somebody_unknown_is_pointed_out() -> None:
    assert manners(f"Dear Ms Whitfield,{BODY}") == ["salutation"]


def test_a_letter_in_another_language_than_its_frame_is_pointed_out() -> None:
    assert "language" in manners(f"Guten Tag Bo Lund,{BODY}", Language.GERMAN)


@pytest.mark.parametrize(
    ("text", "language", "doubled"),
    [
        ("I saw the the end", Language.ENGLISH, True),
        ("I know that that had had an end", Language.ENGLISH, False),
        ("Leute, die die Post bringen", Language.GERMAN, False),
        ("nous nous voyons", Language.FRENCH, False),
        ("Duran Duran and New York", Language.ENGLISH, False),
        ("für für dich", Language.GERMAN, True),
    ],
)
def test_doubled_words_are_pointed_out_but_not_those_a_language_doubles(
    text: str, language: Language, *, doubled: bool
) -> None:
    found = check(as_letter(fill(text, {})), HERE._replace(language=language))

    assert [one.rule for one in found] == (["doubled-word"] if doubled else [])
