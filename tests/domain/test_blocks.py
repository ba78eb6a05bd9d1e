"""Which of a person's own paragraphs fit a posting, and whether one still stands in a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.blocks import Block, named_by, parsed_tags, still_stands, suggest
from jobtracker.domain.letter_kinds import Language

ENGLISH = Language.ENGLISH
TEXT = "I halved the time that a report takes, from nine minutes to four."


def block(key: int, *skills: str, text: str = TEXT, **more: object) -> Block:
    return Block(key, "", f"Block {key}", text, skills=skills)._replace(**more)


def suggested(
    *blocks: Block, duties: tuple[str, ...] = (), posting: str = "", role: str = ""
) -> list[tuple[int, str]]:
    found = suggest(blocks, duties, posting, role, ENGLISH)
    return [(one.block.id, one.why) for one in found]


def test_a_skill_that_the_posting_names_is_the_reason() -> None:
    found = suggested(block(1, "Kubernetes"), block(2, "Cobol"), posting="You run KUBERNETES.")

    assert found == [(1, "posting says “Kubernetes”")]


@pytest.mark.parametrize(
    ("skill", "posting"),
    [("Go", "A good goal"), ("C", "We write C++ and C#"), ("Java", "JavaScript"), ("R", "HR")],
)
def test_a_skill_within_another_word_is_none(skill: str, posting: str) -> None:
    assert suggested(block(1, skill), posting=posting) == []


@pytest.mark.parametrize(
    ("skill", "posting"),
    [("C++", "modern c++, daily"), ("machine learning", "Machine\nlearning"), ("Élan", "ELAN")],
)
def test_skills_are_found_whatever_their_case_accents_and_blanks(skill: str, posting: str) -> None:
    assert suggested(block(1, skill), posting=posting) != []


def test_the_posting_counts_more_than_the_profile_and_the_profile_more_than_the_title() -> None:
    found = suggested(
        block(1, roles=("Backend",)),
        block(2, "SQL"),
        block(3, "Python"),
        duties=("Write SQL that others can read",),
        posting="Python",
        role="Senior Backend Engineer",
    )

    assert found == [
        (3, "posting says “Python”"),
        (2, "role profile says “SQL”"),
        (1, "title says “Backend”"),
    ]


def test_a_block_in_another_language_or_without_words_is_not_offered() -> None:
    german = block(1, "Python", language=Language.GERMAN)

    assert suggested(german, block(2, "Python", text=" "), posting="Python") == []


def test_of_a_family_only_the_variant_that_fits_best_is_offered() -> None:
    first = block(1, "Python")
    second = block(2, "Python", "Django", variant_of=1)
    third = block(3, "Python", "Django", variant_of=1)

    assert suggested(first, second, third, posting="Python and Django") == [
        (2, "posting says “Python” and “Django”")
    ]
    assert suggested(first, second, third, posting="Python") == [(1, "posting says “Python”")]


def test_tags_are_what_stands_between_commas_each_once() -> None:
    assert parsed_tags(" Python, SQL,,  python ,machine   learning") == (
        "Python",
        "SQL",
        "machine learning",
    )


@given(st.text(max_size=60))
def test_any_text_makes_tags_that_read_the_same_again(typed: str) -> None:
    tags = parsed_tags(typed)

    assert parsed_tags(", ".join(tags)) == tags


def test_a_paragraph_is_named_by_its_first_words() -> None:
    assert named_by("**At** {{ company }} I would build things.") == "At Company I would build …"
    assert named_by("Short one.") == "Short one."


def test_a_block_changed_here_and_there_still_stands() -> None:
    changed = TEXT.replace("four", "three")

    assert still_stands(TEXT, f"Dear all,\n\n{changed}\n\nYours")


@pytest.mark.parametrize("letter", ["", "I halved the bread.", "A report takes time."])
def test_a_block_that_was_rewritten_stands_no_more(letter: str) -> None:
    assert not still_stands(TEXT, letter)


def test_a_block_of_two_words_must_stand_whole() -> None:
    assert still_stands("Kind regards", "And so on. Kind regards, Ada")
    assert not still_stands("Kind regards", "Regards, kind of")
    assert not still_stands("", "Anything")


@given(st.text(max_size=200))
def test_every_text_with_a_word_stands_in_itself(text: str) -> None:
    assert still_stands(text, text) == any(still_stands(word, text) for word in text.split())
