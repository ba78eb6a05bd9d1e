"""Whatever text is pasted: it is read in time, and what is found stands in it."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.postings import FIELDS
from jobtracker.exchange.postings.plain import read_plain

TODAY = date(2026, 11, 22)
WORDS = st.sampled_from(
    [
        "Engineer",
        "(m/w/d)",
        "Location:",
        "Berlin",
        "Acme",
        "GmbH",
        "€",
        "50.000",
        "12/03/2026",
        "by",
        "bis",
        "Kennziffer",
        "http://a.b/job\n",
        "",
        "",
        "",
        "Frau",
        "Anna",
        "Blum",
        "tel",
        "030",
        "5550123",
        "a@b.de",
        "remote",
        "Vollzeit",
        "About",
        "our",
        "client",
        "sucht",
        "H/F",
        "-",
        "·",
        "|",
        "(",
        ")",
        ",",
        ".\n",
        "",
        "",
        "",
        "Posted",
        "3",
        "days",
        "ago",
        "Best",
        "regards",
    ]
)
SIZE = 200_000


@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=60))
def test_what_is_found_stands_in_the_text(words: list[str]) -> None:
    # Arrange
    text = " ".join(words)

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.text == text
    assert set(posting.found) <= set(FIELDS)
    for field in posting.found:
        span = posting.found[field]
        assert 0 <= span.start < span.end <= len(text)
        assert posting.words(field).strip()
    for field in ("company", "location", "reference", "url", "pay"):
        said = " ".join(posting.words(field).split())
        assert not getattr(posting, field) or len(getattr(posting, field)) == len(said)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert read_plain(text, TODAY).text == text


@pytest.mark.parametrize(
    "unit",
    [
        " ", "a", "A", "1", ":", "(", "a@", "1-", "A'", "A.B.", "a\n", "Location:\n", "Engineer\n",
        "Acme is a thing.\n", "our client ", "a" + 23 * " ", "(m/w/d) ", "€ 1.000 ", "http://a/b ",
        "contact Ab Cd ", "2 days in the office ", "12/03/2026 ",
    ],
)  # fmt: skip
def test_hostile_text_is_read_in_time(unit: str) -> None:
    # Arrange
    text = unit * (SIZE // len(unit))

    # Act
    started = time.perf_counter()
    read_plain(text, TODAY)

    # Assert: a second alone, three beside other tests
    assert time.perf_counter() - started < 3
