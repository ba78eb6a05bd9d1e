"""Text is kept as it was typed, or refused with a sentence that names the field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.text import FIELD_LIMIT, checked_text, folded, quoted, required_text

LIMIT = 2_000_000


@pytest.mark.parametrize(
    ("text", "sign", "position"),
    [
        ("\0", "U+0000", 1),
        ("abc\0def", "U+0000", 4),
        ("half \ud83d of an emoji", "U+D83D", 6),
        ("\udfff", "U+DFFF", 1),
        ("\ufdd0", "U+FDD0", 1),
        ("x\ufdef", "U+FDEF", 2),
        ("\ufffe", "U+FFFE", 1),
        ("\uffff", "U+FFFF", 1),
        ("ab\U0001fffe", "U+1FFFE", 3),
        ("\U0010ffff", "U+10FFFF", 1),
    ],
)
def test_a_character_that_no_file_keeps_is_refused_with_its_place(
    text: str, sign: str, position: int
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        checked_text(text, "location")

    assert refused.value.field == "location"
    assert str(refused.value).startswith("The location holds a character that cannot be stored")
    assert f"({sign} at position {position})" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_text_over_the_limit_is_refused_with_its_length() -> None:
    assert FIELD_LIMIT == LIMIT
    with pytest.raises(InvalidInputError, match="2,000,001 characters long") as refused:
        checked_text("x" * (LIMIT + 1), "notes")

    assert refused.value.field == "notes"
    assert str(refused.value).startswith("The notes")


def test_a_text_of_just_the_limit_is_kept() -> None:
    text = "x" * LIMIT
    assert checked_text(text, "notes") is text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "line\r\nline\rline\n",
        "tab\tand \x1b escape \x7f \x01",
        "👩🏽‍🚀 family 👨‍👩‍👧‍👦 flag 🇦🇹",
        "שלום עולם \u202eabc\u202c مرحبا",
        "e\u0301 is not é",
        "\ufeffa mark \u200b\u2028\u2029",
        "private \ue000 \U000f0000, last of a plane \ufffd",
        "日本語 " * 200_000,
    ],
)
def test_odd_text_is_kept_exactly(text: str) -> None:
    assert checked_text(text, "notes") == text


@given(st.text())
def test_what_is_kept_can_be_written_as_utf_8(text: str) -> None:
    try:
        kept = checked_text(text, "notes")
    except InvalidInputError:
        return
    assert kept == text
    assert kept.encode().decode() == text
    assert "\0" not in kept


@pytest.mark.parametrize("empty", ["", " ", "\n\t \u00a0"])
def test_a_required_text_is_not_empty(empty: str) -> None:
    with pytest.raises(InvalidInputError, match="The company is empty") as refused:
        required_text(empty, "company")
    assert refused.value.field == "company"


def test_a_required_text_loses_its_outer_blanks_only() -> None:
    assert required_text("  Acme  Robotics\n", "company") == "Acme  Robotics"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ACME Robotics", "acme  robotics "),
        ("Société Générale", "SOCIETE GENERALE"),
        ("Straße", "STRASSE"),
        ("Ａｃｍｅ", "acme"),
    ],
)
def test_names_are_compared_without_case_accents_and_extra_blanks(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_names_stay_different() -> None:
    assert folded("Meta") != folded("Metal")
    assert folded("日本") != folded("日木")


def test_a_quoted_text_is_short_and_on_one_line() -> None:
    assert quoted("Acme") == "“Acme”"
    assert quoted("a\n\0b\u202ec") == "“a b c”"
    long = quoted("word " * 1_000)
    assert len(long) <= 62
    assert long.endswith(" …”")


@given(st.text())
def test_whatever_was_typed_can_be_quoted_on_one_line(text: str) -> None:
    assert len(quoted(text)) <= 62
    assert quoted(text).isprintable()
