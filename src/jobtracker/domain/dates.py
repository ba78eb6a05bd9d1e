"""Dates in words, the same whatever language the computer speaks."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short_date(day: date) -> str:
    """The date as it stands in a line: "22 Nov 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_date(day: date) -> str:
    """The date as it stands at the head of a letter: "22 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
