"""A week of the search goes from Monday to Sunday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.week import Week, monday_of, week_of

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(("passed", "left"), [(0, 7), (3, 4), (6, 1)])
def test_today_counts_among_the_days_left(passed: int, left: int) -> None:
    today = MONDAY + timedelta(days=passed)

    assert week_of(today, goal=5, sent=3) == Week(MONDAY, goal=5, sent=3, days_left=left)


@given(st.dates(min_value=date(1, 1, 7), max_value=date(9999, 12, 20)))
def test_every_day_lies_in_the_week_of_its_monday(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)
