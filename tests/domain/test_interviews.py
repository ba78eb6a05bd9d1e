"""Times of interviews as people type them, zones, spans, and what to call one."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.interviews import (
    Interview,
    check_span,
    checked_zone,
    interview_name,
    moment,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-11-24", "2026-11-24"),
        (" 2026-11-24 14:00 ", "2026-11-24T14:00"),
        ("2026-11-24T14:00", "2026-11-24T14:00"),
        ("2026-11-24  9:05", "2026-11-24T09:05"),
        ("2024-02-29 00:00", "2024-02-29T00:00"),
    ],
)
def test_a_time_is_understood_as_it_is_typed(typed: str, kept: str) -> None:
    assert moment(typed, "starts") == kept


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "14:00", "2026-11-24 24:00", "2026-11-24 14:60", "2025-02-29", "24.11.2026",
     "2026-11-24 14", "2026-11-24 14:00 CET", "٢٠٢٦-١١-٢٤", "2026-11-24\n14:00"],
)  # fmt: skip
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="Write it like 2026-11-24 14:00") as refused:
        moment(typed, "ends")
    assert refused.value.field == "ends"


@given(st.datetimes())
def test_every_minute_comes_back_as_it_was(at: datetime) -> None:
    kept = moment(f"{at:%Y-%m-%d %H:%M}".zfill(16), "starts")

    assert datetime.fromisoformat(kept) == at.replace(second=0, microsecond=0)
    assert moment(kept, "starts") == kept


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    try:
        kept = moment(text, "starts")
    except InvalidInputError:
        return
    datetime.fromisoformat(kept)


@pytest.mark.parametrize("name", ["Europe/Vienna", "UTC", " America/New_York ", ""])
def test_a_known_zone_is_kept(name: str) -> None:
    assert checked_zone(name) == name.strip()


@pytest.mark.parametrize("name", ["Vienna", "/etc/passwd", "../UTC", "a\0b", "Europe", "x" * 5000])
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidInputError, match="There is no time zone"):
        checked_zone(name)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2026-11-24T14:00", ""),
        ("2026-11-24T14:00", "2026-11-24T14:00"),
        ("2026-11-24T14:00", "2026-11-24"),
        ("2026-11-24", "2026-11-24T09:00"),
        ("2026-11-24", "2026-11-25"),
    ],
)
def test_an_end_that_may_be(starts: str, ends: str) -> None:
    check_span(starts, ends)


@pytest.mark.parametrize("ends", ["2026-11-24T13:59", "2026-11-23", "2026-11-23T23:59"])
def test_an_end_before_the_start_is_refused(ends: str) -> None:
    with pytest.raises(InvalidInputError, match="end before it starts"):
        check_span("2026-11-24T14:00", ends)


@pytest.mark.parametrize(
    ("kind", "number", "name"),
    [
        ("", None, "Interview"),
        ("other", None, "Interview"),
        ("video", None, "Video interview"),
        ("on_site", None, "On site interview"),
        ("take_home", None, "Take home"),
        ("video", 2, "Round 2, video"),
        ("", 3, "Round 3"),
    ],
)
def test_an_interview_has_a_name(kind: str, number: int | None, name: str) -> None:
    assert interview_name(kind, number) == name


def test_an_interview_is_on_the_day_of_its_own_clocks() -> None:
    late = Interview(1, "u", 1, "2026-11-24T23:30", time_zone="Pacific/Auckland")

    assert late.on == date(2026, 11, 24)
