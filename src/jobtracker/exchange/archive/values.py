"""The kinds of values that records hold, each checked as strictly as when a person types it."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.facts import EXCITEMENT
from jobtracker.domain.interviews import checked_zone, moment
from jobtracker.domain.pay import LARGEST_MINOR
from jobtracker.domain.text import FIELD_LIMIT, one_line
from jobtracker.exchange.archive.limits import DEEPEST

_INT32 = 2**31
_MOST_ZONES = 1_000


def _kept(text: str) -> str:
    """A text that can be stored; NUL and half characters cannot."""
    if len(text) > FIELD_LIMIT or "\0" in text:
        raise ValueError("is too long, or holds what cannot be stored")
    if not text.isascii():
        text.encode()  # raises for half a character
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return _kept(text)


def _lone(text: str) -> str:
    """A text without any break of a line."""
    try:
        same = one_line(text, "text") == text
    except InvalidInputError as error:
        raise ValueError("cannot be stored") from error
    if not same:
        raise ValueError("is more than one line")
    return text


def _called(text: str) -> str:
    return _said(_lone(text))


def _tag(text: str) -> str:
    if "," in text:
        raise ValueError("holds a comma, which parts tags")
    return _called(text)


@lru_cache(_MOST_ZONES)
def _zone(text: str) -> str:
    try:
        same = checked_zone(text) == text
    except InvalidInputError as error:
        raise ValueError("is no time zone") from error
    if not same:
        raise ValueError("is no time zone")
    return text


def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("is no day as year-month-day")
    return text


def _moment(text: str) -> str:
    datetime.fromisoformat(text)
    return text


def _appointment(text: str) -> str:
    """A day, or a day with its time."""
    try:
        same = moment(text, "starts") == text
    except InvalidInputError as error:
        raise ValueError("is no day with its time") from error
    if not same:
        raise ValueError("is no day with its time")
    return text


def _ending(text: str) -> str:
    """The same, or "" where nothing was said."""
    return _appointment(text) if text else text


def _bearable(value: Any) -> Any:
    """JSON that is not too deep and holds only text that can be kept."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return value
    raise ValueError("is too deep")


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, str):
        _kept(value)
    return value if isinstance(value, list) else []


def one_of(kind: type[StrEnum]) -> Any:
    """Text that is one of an enumeration's values."""
    return Field(pattern=f"^(?:{'|'.join(re.escape(value) for value in kind)})$")


def one_of_or_none(kind: type[StrEnum]) -> Any:
    """The same, or "" where nothing was said."""
    return Field(pattern=f"^(?:{'|'.join(re.escape(value) for value in kind)})?$")


def holding(shape: type[dict[Any, Any]] | type[list[Any]]) -> Callable[[Any], Any]:
    """A check that a value kept as JSON is an object, or a list."""

    def check(value: Any) -> Any:
        plain = as_said(value)
        if not isinstance(plain, shape):
            raise ValueError("is of another kind")  # noqa: TRY004 - pydantic asks for ValueError
        return value

    return check


def as_said(value: Any) -> Any:
    """What a value kept as JSON says, however it is written in the archive."""
    if isinstance(value, dict) and value.keys() == {"json"} and isinstance(value["json"], str):
        return json.loads(value["json"])
    return value


Text = Annotated[str, AfterValidator(_kept)]
Name = Annotated[str, AfterValidator(_said)]
Line = Annotated[str, AfterValidator(_lone)]
NameLine = Annotated[str, AfterValidator(_called)]
TagName = Annotated[str, AfterValidator(_tag)]
Zone = Annotated[str, AfterValidator(_zone)]
Day = Annotated[str, AfterValidator(_day)]
Moment = Annotated[str, AfterValidator(_moment)]
Appointment = Annotated[str, AfterValidator(_appointment)]
Ending = Annotated[str, AfterValidator(_ending)]
Uid = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]{0,63}$")]
Library = Annotated[str, Field(pattern=r"^[\w:. -]{1,200}$")]
"""A uid, or "library:" with the key of what comes with the program."""
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Field(ge=-_INT32, lt=_INT32)]
Excitement = Annotated[int, Field(ge=EXCITEMENT[0], le=EXCITEMENT[-1])]
DaysOnSite = Annotated[int, Field(ge=0, le=7)]
Round = Annotated[int, Field(ge=1, le=99)]
Amount = Annotated[int, Field(ge=-LARGEST_MINOR, le=LARGEST_MINOR)]
Count = Annotated[int, Field(ge=0, lt=_INT32)]
Place = Annotated[float, Field(allow_inf_nan=False)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Json = Annotated[Any, AfterValidator(_bearable)]
JsonObject = Annotated[Json, AfterValidator(holding(dict))]
JsonList = Annotated[Json, AfterValidator(holding(list))]
