from hypothesis import given
from hypothesis import strategies as st

from jobtracker.ui.features.palette.contract import Entry, Heading, Run
from jobtracker.ui.features.palette.ranking import (
    BEGINS,
    HOLDS,
    NOT,
    WIDER,
    Ranked,
    closeness,
    grouped,
    hits,
    with_headings,
)


def entry(group: str, text: str) -> Entry:
    return Entry(text, group, text, Run(text))


def underlined(typed: str, text: str) -> list[str]:
    return [text[hit.start : hit.start + hit.length] for hit in hits(typed, text)]


def test_a_beginning_answers_better_than_a_word_and_that_better_than_its_context() -> None:
    assert closeness("acme rob", "Acme Robotics") == BEGINS
    assert closeness("robo ac", "Acme Robotics") == HOLDS
    assert closeness("acme python", "Acme Robotics", "Python Developer") == WIDER
    assert closeness("obot", "Acme Robotics", "Python Developer") == NOT


def test_case_accents_and_signs_do_not_hide_a_word() -> None:
    assert closeness("societe generale", "Société Générale") == BEGINS
    assert closeness("STRASSE", "Straße 7") == BEGINS
    assert closeness("c++", "Engineer (C++)") == HOLDS
    assert closeness("&", "AT&T") == HOLDS


def test_the_part_that_was_typed_is_marked_in_the_text_as_it_stands() -> None:
    assert underlined("acm rob", "Acmé Robotics") == ["Acm", "Rob"]
    assert underlined("acme", "Acmé Robotics, Acmé") == ["Acmé", "Acmé"]
    assert underlined("strass", "Straße") == ["Straß"]
    assert underlined("data d", "Data Developer") == ["Data", "D"]


@given(st.text(), st.text())
def test_any_characters_are_safe_and_marks_lie_inside_the_text(typed: str, text: str) -> None:
    end = 0
    for hit in hits(typed, text):
        assert hit.start >= end
        end = hit.start + hit.length
        assert end <= len(text)
    assert closeness(typed, text, text) >= NOT


def test_the_group_with_the_best_answer_comes_first_and_only_the_best_are_shown() -> None:
    ranked = [
        Ranked(HOLDS, entry("Letters", "one")),
        Ranked(WIDER, entry("Companies", "two")),
        Ranked(BEGINS, entry("Letters", "three")),
        Ranked(NOT, entry("Files", "four")),
        Ranked(WIDER, entry("Contacts", "five")),
    ]

    rows = with_headings(grouped(ranked, ("Contacts", "Companies"), {"Letters": 1}))

    assert [row.text for row in rows] == [
        "Letters",
        "three",
        "Contacts",
        "five",
        "Companies",
        "two",
    ]
    assert [isinstance(row, Heading) for row in rows] == [True, False] * 3
