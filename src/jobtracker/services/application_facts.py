"""What was typed about an application, checked, as the columns that hold it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.facts import (
    EXCITEMENT,
    Channel,
    EmploymentType,
    Waiting,
    WorkMode,
    fact_from,
)
from jobtracker.domain.pay import Pay, figure_of, yearly
from jobtracker.domain.text import checked_text, folded, one_line, required_text
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.storage.pay_columns import columns_of

FIELD_NAMES = {
    "url": "link",
    "apply_url": "link to apply",
    "applied_on": "date of applying",
    "posted_on": "date of posting",
    "next_action": "next action",
    "next_action_on": "next action",
    "promised_on": "promised date",
    "waiting_on": "whose turn it is",
    "work_mode": "work mode",
    "days_on_site": "days on site",
    "employment_type": "employment type",
    "ask": "pay asked for",
    "on_hold": "hold",
    "archived": "archive",
    "custom": "own fields",
}
"""A field as a person reads it, where that differs from its key."""

_LINES = ("country", "url", "apply_url", "reference", "source", "next_action", "location", "level")
_CHOICES: Mapping[str, type[StrEnum]] = {
    "work_mode": WorkMode,
    "employment_type": EmploymentType,
    "channel": Channel,
    "waiting_on": Waiting,
}
_NUMBERS = {"days_on_site": range(8), "excitement": EXCITEMENT}
_DAYS = ("posted_on", "deadline", "next_action_on", "promised_on")
_FLAGS = ("on_hold", "archived")


def columns(fields: ApplicationFields) -> dict[str, Any]:
    """The column values of the fields that are plain facts; InvalidInputError for a bad one."""
    given: Mapping[str, Any] = fields
    readers: dict[str, Callable[[str, Any], Any]] = {
        **dict.fromkeys(_LINES, _line),
        "notes": _text,
        **dict.fromkeys(_CHOICES, _choice),
        **dict.fromkeys(_NUMBERS, _number),
        **dict.fromkeys(_DAYS, _day),
        **dict.fromkeys(_FLAGS, _flag),
    }
    values = {name: read(name, given[name]) for name, read in readers.items() if name in given}
    if "role" in fields:
        values["role"] = required_text(fields["role"], "role")
        values["role_key"] = folded(values["role"])
    if "location" in fields:
        values["location_key"] = folded(values["location"])
    if "level" in fields:
        values["level"] = values["level"].strip().lower()
    for name in ("pay", "ask"):
        if name in given:
            values |= _pay_columns(name, given[name])
    return values


def pay_rank(pay: Pay) -> int | None:
    """What lists sort pay by: its middle by the year, in minor units; None where unknown."""
    figure = figure_of(pay)
    if figure is None or pay.period is None:
        return None
    return int(figure * yearly(1, pay.period))


def tag_names(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without outer blanks, each once, case and accents apart; empty ones are left out."""
    names = (one_line(tag, "tag").strip() for tag in tags)
    return tuple({folded(name): name for name in names if name}.values())


def _pay_columns(name: str, text: str) -> dict[str, Any]:
    line = one_line(text, FIELD_NAMES.get(name, name))
    pay = understood_pay(line, name)
    values = columns_of(name, pay._replace(text=line))
    return values | {"pay_rank": pay_rank(pay)} if name == "pay" else values


def _text(name: str, value: str) -> str:
    return checked_text(value, FIELD_NAMES.get(name, name))


def _line(name: str, value: str) -> str:
    return one_line(value, FIELD_NAMES.get(name, name))


def _choice(name: str, value: str) -> str:
    words = "side" if name == "waiting_on" else FIELD_NAMES.get(name, name)
    chosen = fact_from(_CHOICES[name], value, words)
    return chosen.value if chosen else ""


def _number(name: str, value: int | None) -> int | None:
    allowed = _NUMBERS[name]
    if value is not None and value not in allowed:
        words = FIELD_NAMES.get(name, name)
        raise InvalidInputError(
            f"The {words} cannot be {value}; nothing was changed. "
            f"Use a number from {allowed[0]} to {allowed[-1]}.",
            field=name,
        )
    return value


def _day(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        words = FIELD_NAMES.get(name, name)
        raise InvalidInputError(
            f"The {words} has to be a day; nothing was changed. Give a date, or none.", field=name
        )
    return value.isoformat()


def _flag(_name: str, value: object) -> int:
    return int(bool(value))
