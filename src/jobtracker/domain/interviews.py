"""Interviews: when, with whom, what for, and how it went."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypedDict

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.text import quoted


class InterviewKind(StrEnum):
    PHONE = "phone"
    VIDEO = "video"
    ON_SITE = "on_site"
    TECHNICAL = "technical"
    TAKE_HOME = "take_home"
    PANEL = "panel"
    OTHER = "other"


class InterviewResult(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class InterviewFields(TypedDict, total=False):
    """What may be set of an interview; a missing key is left as it is.

    `starts` and `ends` are ISO text: a day, or a day with its time ("2026-11-24T14:00"), on
    the clocks of `time_zone` (an IANA name, "" for the person's own). `people` is a line of
    names. `result` and `kind` may be "".
    """

    round: int | None
    kind: str
    starts: str
    ends: str
    time_zone: str
    place: str
    people: str
    preparation: str
    notes: str
    result: str
    thanked_on: date | None


class Interview(NamedTuple):
    id: int
    uid: str
    application_id: int
    starts: str
    ends: str = ""
    time_zone: str = ""
    round: int | None = None
    kind: str = ""
    place: str = ""
    people: str = ""
    preparation: str = ""
    notes: str = ""
    result: str = ""
    thanked_on: date | None = None

    @property
    def on(self) -> date:
        """The day it is on, on the clocks of its own zone."""
        return date.fromisoformat(self.starts[:10])


_TYPED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]+(\d{1,2}):(\d{2}))?")


def moment(typed: str, field: str) -> str:
    """A day with or without its time as it is kept: "2026-11-24" or "2026-11-24T14:00".

    A blank may stand for the T. Raises InvalidInputError where there is no such moment.
    """
    found = _TYPED.fullmatch(typed.strip())
    if found:
        day, hour, minute = found.groups()
        whole = day if hour is None else f"{day}T{hour:0>2}:{minute}"
        try:
            datetime.fromisoformat(whole)
        except ValueError:
            found = None
        else:
            return whole
    raise InvalidInputError(
        f"{quoted(typed)} is no time of an interview. Write it like 2026-11-24 14:00, "
        "or the day alone.",
        field=field,
    )


def checked_zone(typed: str) -> str:
    """The name of a time zone as it is kept, "" for the person's own.

    Raises InvalidInputError for one that the time zone database of this computer has not.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only here: lists don't need it

    name = typed.strip()
    if name:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise InvalidInputError(
                f"There is no time zone {quoted(typed)}. Use a name like Europe/Vienna.",
                field="time_zone",
            ) from None
    return name


def check_span(starts: str, ends: str) -> None:
    """Raises InvalidInputError where an interview would end before it starts.

    Both are on the same clocks. A day without its time begins and ends with the day.
    """
    if not ends:
        return
    length = min(len(starts), len(ends))
    if ends[:length] < starts[:length]:
        raise InvalidInputError(
            "The interview would end before it starts; nothing was saved. Correct the end.",
            field="ends",
        )


def interview_name(kind: str, number: int | None) -> str:
    """What to call an interview in a line: "Video interview", "Round 2, on site"."""
    words = kind.replace("_", " ")
    if number is not None:
        return f"Round {number}, {words}" if words else f"Round {number}"
    if kind in (InterviewKind.OTHER, ""):
        return "Interview"
    if kind in (InterviewKind.TAKE_HOME, InterviewKind.PANEL):
        return words.capitalize()
    return f"{words.capitalize()} interview"
