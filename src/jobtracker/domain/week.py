"""A week of the search: Monday to Sunday, and what was sent in it against the goal."""

from datetime import date, timedelta
from typing import NamedTuple

DAYS = 7


class Week(NamedTuple):
    """`sent` applications of `goal` (0 for no goal) in the week that begins on `monday`;
    `days_left` counts today and goes up to Sunday.
    """

    monday: date
    goal: int
    sent: int
    days_left: int


def week_of(today: date, goal: int, sent: int) -> Week:
    """The week that a day lies in."""
    return Week(monday_of(today), goal, sent, DAYS - today.weekday())


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())
