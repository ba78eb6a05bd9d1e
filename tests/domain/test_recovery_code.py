"""A recovery code spells a key, is read as people type it, and tells a slip."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain import recovery_code
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.recovery_code import decode, encode, looks_like_code

KEYS = st.binary(min_size=32, max_size=32)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_a_code_has_fourteen_groups_and_gives_its_key_back(key: bytes) -> None:
    code = encode(key)

    assert [len(group) for group in code.split("-")] == [4] * 14
    assert not set(code) - set(ALPHABET) - {"-"}
    assert looks_like_code(code)
    assert decode(code) == key


@given(KEYS, st.randoms(use_true_random=False))
def test_case_blanks_hyphens_and_look_alikes_do_not_matter(key: bytes, chance: Random) -> None:
    typed = "".join(
        chance.choice(("", " ", "-", "\n", "–", " - ")) + chance.choice(_ways_to_write(character))
        for character in encode(key).replace("-", "")
    )
    assert decode(f"  {typed}\n") == key


def _ways_to_write(character: str) -> tuple[str, ...]:
    alike = {"0": ("0", "O", "o"), "1": ("1", "I", "i", "L", "l")}
    return alike.get(character, (character, character.lower()))


@given(KEYS, st.integers(0, 55), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(key: bytes, place: int, other: str) -> None:
    code = encode(key).replace("-", "")
    typed = code[:place] + other + code[place + 1 :]
    if typed == code:
        assert decode(typed) == key
        return
    with pytest.raises(InvalidInputError, match="slip"):
        decode(typed)


@given(KEYS, st.integers(0, 54))
def test_two_neighbours_exchanged_are_always_noticed(key: bytes, place: int) -> None:
    code = encode(key).replace("-", "")
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if typed == code:
        return
    with pytest.raises(InvalidInputError, match="slip"):
        decode(typed)


@given(st.text(min_size=12).filter(lambda text: not looks_like_code(text)))
def test_what_is_no_code_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        decode(typed)
    assert not typed.strip() or typed.strip() not in str(refused.value)


def test_a_code_that_was_written_down_years_ago_still_reads() -> None:
    assert decode("000G-40R4-0M30-E209-185G-R38E-1W81-24GK-2GAH-C5RR-34D1-P70X-3RFT-5WF7") == bytes(
        range(32)
    )


def test_the_checksum_is_the_published_one() -> None:
    assert recovery_code._checksum(b"123456789").hex() == "21cf02"


def test_a_code_is_told_from_other_words_by_its_length_and_letters() -> None:
    code = encode(bytes(range(32)))
    assert not looks_like_code(code[:-1])
    assert not looks_like_code("U" + code[1:])
    with pytest.raises(InvalidInputError, match="this has 55"):
        decode(code[:-1])
    with pytest.raises(InvalidInputError, match="no U"):
        decode("U" + code[1:])


def test_only_a_key_of_32_bytes_has_a_code() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        encode(b"short")
