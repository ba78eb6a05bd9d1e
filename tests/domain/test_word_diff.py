"""Two texts side by side: what was taken out, what came in, and what stayed."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.word_diff import ChangeKind, diff_words

WORDS = st.lists(st.sampled_from(["a", "b", "salt", "I'm", " ", "  ", "\n", "\n\n", ",", "é", "-"]))
TEXTS = st.one_of(st.text(max_size=80), WORDS.map("".join), WORDS.map(" ".join))


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(change.kind.value, change.text) for change in diff_words(before, after)]


def test_a_word_in_place_of_another_is_told_as_both() -> None:
    assert told("I bake bread for Acme.", "I bake cakes for Acme.") == [
        ("same", "I bake "),
        ("removed", "bread"),
        ("added", "cakes"),
        ("same", " for Acme."),
    ]


def test_a_new_sentence_is_told_as_a_whole() -> None:
    assert told("I bake. I sell.", "I bake. I clean up. I sell.") == [
        ("same", "I bake. I "),
        ("added", "clean up. I "),
        ("same", "sell."),
    ]


def test_a_changed_phrase_is_not_cut_at_its_blanks() -> None:
    assert told("We met in the old town hall.", "We met at my aunt's house.") == [
        ("same", "We met "),
        ("removed", "in the old town hall"),
        ("added", "at my aunt's house"),
        ("same", "."),
    ]


def test_paragraphs_stay_apart() -> None:
    changes = told("First one.\n\nSecond.", "Another.\n\nThird.")

    assert ("same", ".\n\n") in changes


def test_the_same_text_has_no_change_and_nothing_has_none_at_all() -> None:
    assert told("the same", "the same") == [("same", "the same")]
    assert told("", "") == []
    assert told("", "new") == [("added", "new")]


@given(TEXTS, TEXTS)
def test_taking_changes_back_or_making_them_gives_the_texts(before: str, after: str) -> None:
    changes = diff_words(before, after)

    kept = [change for change in changes if change.kind is not ChangeKind.ADDED]
    made = [change for change in changes if change.kind is not ChangeKind.REMOVED]
    assert "".join(change.text for change in kept) == before
    assert "".join(change.text for change in made) == after
    assert all(before.startswith(change.text, change.before_start) for change in kept)
    assert all(after.startswith(change.text, change.after_start) for change in made)


@given(TEXTS)
def test_a_text_beside_itself_is_the_same(text: str) -> None:
    assert {change.kind for change in diff_words(text, text)} <= {ChangeKind.SAME}


def long_texts() -> list[tuple[str, str]]:
    chance = random.Random(7)
    words = chance.choices(["the", "of", "and", "to", "in", "that", "it", "is"], k=20_000)
    own = [f"word{number}" for number in range(20_000)]
    edited = [word if chance.random() > 0.1 else "other" for word in own]
    return [
        (" ".join(words), " ".join(chance.sample(words, len(words)))),
        (" ".join(own), " ".join(edited)),
        (" ".join(own), " ".join(reversed(own))),
        ("a " * 20_000, "b " * 10_000 + "a " * 10_000),
        ("\n".join(own), "\n".join(chance.sample(own, len(own)))),
    ]


@pytest.mark.parametrize("number", range(5))
def test_twenty_thousand_words_take_less_than_a_second(number: int) -> None:
    before, after = long_texts()[number]
    started = time.process_time()

    diff_words(before, after)

    assert time.process_time() - started < 1
