"""How a title as people write it leads to an occupation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.occupation_titles import (
    ALSO,
    OFFICIAL,
    PART,
    PROFILE,
    Phrase,
    Titles,
    official_phrases,
    plain_words,
)

DEVELOPER, COOK, CHEF, NURSE, AUDITOR = "15-1252", "35-2014", "35-1011", "29-1141", "13-2011"
HELP_DESK, CLERK = "15-1232", "43-4081"
JOBS = {DEVELOPER: 1_600_000, COOK: 1_400_000, CHEF: 180_000, NURSE: 3_200_000, AUDITOR: 1_400_000}


def _no_guess(_word: str, _known: object) -> None:
    return None


def titles(*own: Phrase, guess: object = _no_guess) -> Titles:
    phrases = [
        *official_phrases(DEVELOPER, "Software Developers"),
        *official_phrases(COOK, "Cooks, Restaurant"),
        *official_phrases(AUDITOR, "Accountants and Auditors"),
        Phrase(DEVELOPER, "SRE", ALSO),
        Phrase(DEVELOPER, "software engineer", ALSO),
        Phrase(COOK, "chef", ALSO),
        Phrase(CHEF, "chef", ALSO),
        Phrase(NURSE, "RN", ALSO),
        Phrase(NURSE, "registered nurse", ALSO),
        Phrase(NURSE, "pediatric nurse", ALSO),
        Phrase(HELP_DESK, "IT support", ALSO),
        Phrase(CLERK, "night auditor", ALSO),
        *own,
    ]
    return Titles(phrases, JOBS, guess)  # type: ignore[arg-type]  # the fakes take any words


def first(text: str, known: Titles | None = None) -> str:
    found = (known or titles()).find(text, limit=1)
    return found[0].code if found else ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Senior Software Engineer II (Remote)", DEVELOPER),
        ("Sr. Staff SRE", DEVELOPER),
        ("Engineer, Software", DEVELOPER),
        ("software engineers", DEVELOPER),
        ("RN - ICU, nights", NURSE),
        ("Registered Nurse (m/f/d)", NURSE),
        ("Paediatric Nurse", NURSE),
        ("Accountant Austin TX", AUDITOR),
        ("Jr. Accountant / Bookkeeper", AUDITOR),
    ],
)
def test_levels_terms_places_and_spelling_do_not_hide_the_title(text: str, code: str) -> None:
    assert first(text) == code


def test_words_that_are_noise_elsewhere_count_where_a_title_has_them() -> None:
    assert first("Night Auditor") == CLERK
    assert first("Auditor, night shift") in {CLERK, AUDITOR}
    assert first("Senior Auditor") == AUDITOR


def test_a_title_of_two_occupations_gives_the_larger_first() -> None:
    assert [match.code for match in titles().find("chef")] == [COOK, CHEF]


def test_what_led_there_is_told() -> None:
    found = {text: titles().find(text)[0].phrase for text in ("SRE", "software developer", "cook")}

    assert found["SRE"] == Phrase(DEVELOPER, "SRE", ALSO)
    assert found["software developer"].kind == OFFICIAL
    assert found["cook"] == Phrase(COOK, "Cooks", PART)


def test_a_name_of_ones_own_leads_to_its_occupation() -> None:
    known = titles(Phrase(DEVELOPER, "Wizard of Payments", PROFILE))

    assert known.find("wizard of payments")[0].phrase.kind == PROFILE


def test_a_misspelt_word_is_taken_for_the_known_one_and_is_worth_less() -> None:
    known = titles(guess=lambda word, _known: {"enginer": "engineer"}.get(word))

    right, wrong = known.find("software engineer")[0], known.find("software enginer")[0]

    assert wrong.code == right.code == DEVELOPER
    assert wrong.score < right.score


def test_a_word_that_nobody_knows_finds_nothing() -> None:
    assert titles().find("zzzz") == []
    assert titles().find("") == []


def test_what_an_official_title_excepts_leads_nowhere() -> None:
    phrases = official_phrases("17-1011", "Architects, Except Landscape and Naval")

    assert [phrase.text for phrase in phrases] == ["Architects"]


@given(st.text(max_size=60))
def test_any_text_is_answered_alike_each_time(text: str) -> None:
    known = titles()

    assert known.find(text) == known.find(text)
    assert plain_words(text) == plain_words(text.upper().lower())
    assert all(0 < match.score <= 1 for match in known.find(text))
