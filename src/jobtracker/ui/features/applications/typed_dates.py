"""A date as a person types it: ISO, "today", "fri", "+3", "30 nov"; and with the time of day."""

import re
from datetime import date, time, timedelta

from jobtracker.domain.errors import InvalidInputError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 3
NOON = 12
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
HELP = "Type it as 2026-11-30, 30 nov, fri, today or +3."

TIME_HELP = "Type it as 24 nov 14:00, fri 2pm or 2026-11-24 14:00-15:30."

_TIME = r"\d{1,2}:\d{2}\s*(?:[ap]m)?|\d{1,2}\s*[ap]m"
_WHEN = re.compile(
    rf"(?P<day>.*?)(?:[\s,]*|(?<=\d)t)(?:\bat\s+)?(?P<start>{_TIME})"
    rf"(?:\s*(?:-|\u2013|to|until)\s*(?P<end>{_TIME}|\d{{1,2}}))?"
)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap]m)?")
_OFFSET = re.compile(r"([+-]\d{1,4})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")


def typed_date(text: str, today: date, *, past: bool = False) -> date | None:
    """The date meant; None for an empty text.

    A weekday is the next one, today excluded, and a day without a year the coming one; with
    `past` both are the latest gone by, today included. Raises InvalidInputError.
    """
    words = " ".join(text.lower().split())
    if not words:
        return None
    try:
        found = _named(words, today, past=past) or _of_a_month(words, today, past=past)
        return found or date.fromisoformat(words)
    except (ValueError, OverflowError):
        raise InvalidInputError(f"“{text.strip()}” is not a date. {HELP}") from None


def _named(words: str, today: date, *, past: bool) -> date | None:
    if words in NAMED:
        return today + timedelta(days=NAMED[words])
    offset = _OFFSET.fullmatch(words)
    if offset:
        return today + timedelta(days=int(offset[1]))
    return _weekday(words, today, past=past)


def _weekday(words: str, today: date, *, past: bool) -> date | None:
    place = next((i for i, name in enumerate(WEEKDAYS) if name.startswith(words)), None)
    if place is None or len(words) < SHORTEST:
        return None
    if past:
        return today - timedelta(days=(today.weekday() - place) % 7)
    return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)


def _of_a_month(words: str, today: date, *, past: bool) -> date | None:
    day_first, month_first = _DAY_MONTH.fullmatch(words), _MONTH_DAY.fullmatch(words)
    if day_first:
        day, name, year = day_first.groups()
    elif month_first:
        name, day, year = month_first.groups()
    else:
        return None
    month = MONTHS.index(name[:3]) + 1
    if year:
        return date(int(year), month, int(day))
    this_year = date(today.year, month, int(day))
    if past and this_year > today:
        return this_year.replace(year=today.year - 1)
    if not past and this_year < today:
        return this_year.replace(year=today.year + 1)
    return this_year


def typed_when(text: str, today: date) -> tuple[str, str]:
    """The start and the end of an appointment as ISO text, the end "" where none was said.

    A day alone is a start without a time; a time alone is today. Raises InvalidInputError.
    """
    words = " ".join(text.lower().split())
    found = _WHEN.fullmatch(words)
    if found is None:
        day = typed_date(text, today)
        if day is None:
            raise InvalidInputError(f"The time is empty. {TIME_HELP}", field="starts")
        return day.isoformat(), ""
    on = typed_date(found["day"].strip(), today) if found["day"].strip() else today
    try:
        start = _time_of(found["start"])
        end = _time_of(found["end"]) if found["end"] else None
    except ValueError:
        raise InvalidInputError(f"“{text.strip()}” is not a time. {TIME_HELP}") from None
    if end is not None and end <= start:
        raise InvalidInputError(f"It would end before it starts. {TIME_HELP}", field="ends")
    return f"{on}T{start:%H:%M}", f"{on}T{end:%H:%M}" if end else ""


def _time_of(text: str) -> time:
    """A time of day; raises ValueError for one there is not."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None:
        if not 1 <= hour <= NOON:
            raise ValueError(text)
        hour = hour % NOON + (NOON if half == "pm" else 0)
    return time(hour, minute)
