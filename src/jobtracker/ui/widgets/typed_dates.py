"""A date as a person types it: ISO, "today", "fri", "+3", "30 nov"; and with the time of day."""

import re
from datetime import date, time, timedelta
from functools import cache

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.text import quoted

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 3
NOON = DECEMBER = 12
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
HELP = "Type it as 2026-11-30, 30 nov, fri, today or +3."
DAY_FIRST, MONTH_FIRST = "dm", "md"
"""The orders in which a date between slashes is read."""

TIME_HELP = "Type it as 24 nov 14:00, fri 2pm or 2026-11-24 14:00-15:30."

_TIME = r"\d{1,2}:\d{2}\s*(?:[ap]m)?|\d{1,2}\s*[ap]m"
_WHEN = re.compile(
    rf"(?P<day>.*?)(?:[\s,]*|(?<=\d)t)(?:\bat\s+)?(?P<start>{_TIME})"
    rf"(?:\s*(?:-|\u2013|to|until)\s*(?P<end>{_TIME}|\d{{1,2}}))?"
)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap]m)?")
_OFFSET = re.compile(r"([+-]\d{1,4})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?(?:\s*(\d{4}))?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")


def typed_date(
    text: str, today: date, *, past: bool = False, order: str | None = None
) -> date | None:
    """The date meant; None for an empty text.

    A weekday is the next one, today excluded, and a day without a year the coming one; with
    `past` both are the latest gone by, today included. Between dots the day comes first; between
    slashes it is `order` that says, by default the system's; with "" a date that can be read both
    ways is refused.
    Raises InvalidInputError.
    """
    words = " ".join(text.lower().split())
    if not words:
        return None
    try:
        found = _named(words, today, past=past) or _of_a_month(words, today, past=past)
        found = found or _in_figures(words, today, past=past, order=order)
        return found or date.fromisoformat(words)
    except InvalidInputError:
        raise
    except (ValueError, OverflowError):
        raise InvalidInputError(f"{quoted(text)} is not a date. {HELP}") from None


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
    return _near(int(day), MONTHS.index(name[:3]) + 1, year, today, past=past)


def _in_figures(words: str, today: date, *, past: bool, order: str | None) -> date | None:
    """A date as 31.12., 31.12.2026, 31/12/2026 or 12/31/2026."""
    dotted, slashed = _DOTTED.fullmatch(words), _SLASHED.fullmatch(words)
    found = dotted or slashed
    if found is None:
        return None
    order = system_order() if order is None else order
    first, second, year = int(found[1]), int(found[2]), found[3]
    if slashed and max(first, second) <= DECEMBER and first != second and not order:
        readings = [
            f"{day} {MONTHS[month - 1].capitalize()}"
            for day, month in ((first, second), (second, first))
        ]
        raise InvalidInputError(
            f"{quoted(words)} may be {' or '.join(readings)}. Type it as {readings[0].lower()}, "
            f"or with the year as {year or today.year}-{second:02}-{first:02}."
        )
    month_first = slashed and (second > DECEMBER or (first <= DECEMBER and order == MONTH_FIRST))
    day, month = (second, first) if month_first else (first, second)
    return _near(day, month, year, today, past=past)


@cache
def system_order() -> str:
    """How this computer writes a date between slashes; "" where it uses none."""
    from PySide6.QtCore import QLocale  # not before the first paint

    written = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
    if "/" not in written or written.startswith("y"):
        return ""
    return DAY_FIRST if written.index("d") < written.index("M") else MONTH_FIRST


def _near(day: int, month: int, year: str | None, today: date, *, past: bool) -> date:
    """The day of this year, or of the one before or after that suits; raises ValueError."""
    if year:
        return date(int(year), month, day)
    this_year = date(today.year, month, day)
    if past and this_year > today:
        return this_year.replace(year=today.year - 1)
    if not past and this_year < today:
        return this_year.replace(year=today.year + 1)
    return this_year


def typed_when(text: str, today: date, order: str | None = None) -> tuple[str, str]:
    """The start and the end of an appointment as ISO text, the end "" where none was said.

    A day alone is a start without a time; a time alone is today. Raises InvalidInputError.
    """
    words = " ".join(text.lower().split())
    found = _WHEN.fullmatch(words)
    if found is None:
        day = typed_date(text, today, order=order)
        if day is None:
            raise InvalidInputError(f"The time is empty. {TIME_HELP}", field="starts")
        return day.isoformat(), ""
    named = found["day"].strip()
    on = typed_date(named, today, order=order) if named else today
    try:
        start = _time_of(found["start"])
        end = _time_of(found["end"]) if found["end"] else None
    except ValueError:
        raise InvalidInputError(f"{quoted(text)} is not a time. {TIME_HELP}") from None
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
