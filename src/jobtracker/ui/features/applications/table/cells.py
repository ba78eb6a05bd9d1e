"""What can be edited in the table, cell by cell: the text it starts with and how it is read.

A cell of two lines holds several values. They are reached one after another, and a block from a
spreadsheet fills them in the same order.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.facts import EXCITEMENT, WorkMode, fact_from, fact_name
from jobtracker.domain.listing import ListRow
from jobtracker.domain.text import checked_text, quoted, required_text
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.typed import day_hint, pay_hint
from jobtracker.ui.widgets.typed_dates import typed_date

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields

Reader = Callable[[str, date], object]


class Slot(NamedTuple):
    """One value of a cell: `field` is its key in ApplicationFields, `name` as a person reads it.
    `read` answers the value behind a text, or raises InvalidInputError.
    """

    field: str
    column: str
    name: str
    text: Callable[[ListRow], str]
    read: Reader
    example: str = ""


def _required(field: str) -> Reader:
    return lambda text, _today: required_text(text, field)


def _line(field: str) -> Reader:
    return lambda text, _today: checked_text(" ".join(text.split()), field)


def _pay(text: str, _today: date) -> object:
    understood_pay(text)
    return text


def _tags(text: str, _today: date) -> object:
    return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))


def _excitement(text: str, _today: date) -> object:
    number = text.strip().removesuffix("of 5").strip()
    if not number:
        return None
    if not number.isdecimal() or int(number) not in EXCITEMENT:
        raise InvalidInputError(
            f"{quoted(text)} is no excitement. Type a number from 1 to 5.", field="excitement"
        )
    return int(number)


def _work_mode(text: str, _today: date) -> object:
    return fact_from(WorkMode, text, "work mode") or ""


def _past_day(text: str, today: date) -> object:
    return typed_date(text, today, past=True)


DAY_EXAMPLE = "30 nov, fri, +3"
DAYS = ("next_action_on", "deadline", "applied_on")
ALL_SLOTS: tuple[Slot, ...] = (
    Slot("role", "role", "role", lambda row: row.role, _required("role")),
    Slot("company", "company", "company", lambda row: row.company, _required("company")),
    Slot("location", "location", "location", lambda row: row.location, _line("location")),
    Slot("pay", "pay", "salary", lambda row: row.pay.text, _pay, "140-165k, $65/h"),
    Slot(
        "next_action",
        "next",
        "next action",
        lambda row: row.next_action,
        _line("next action"),
    ),
    Slot(
        "next_action_on",
        "next",
        "next action date",
        lambda row: row.next_action_on or "",
        typed_date,
        DAY_EXAMPLE,
    ),
    Slot("source", "source", "source", lambda row: row.source, _line("source")),
    Slot("profile", "profile", "reference role", lambda row: row.profile, _line("profile")),
    Slot(
        "applied_on",
        "applied_on",
        "date of applying",
        lambda row: row.applied_on or "",
        _past_day,
        DAY_EXAMPLE,
    ),
    Slot("tags", "tags", "tags", lambda row: ", ".join(row.tags), _tags, "remote, startup"),
    Slot(
        "deadline",
        "deadline",
        "deadline",
        lambda row: row.deadline or "",
        typed_date,
        DAY_EXAMPLE,
    ),
    Slot(
        "excitement",
        "excitement",
        "excitement",
        lambda row: str(row.excitement or ""),
        _excitement,
        "1 to 5",
    ),
    Slot(
        "work_mode",
        "work_mode",
        "work mode",
        lambda row: fact_name(row.work_mode),
        _work_mode,
        "remote, hybrid, on site",
    ),
    Slot("level", "level", "level", lambda row: row.level, _line("level")),
)
BELOW_ROLE = ("company", "location")
"""What stands below the role, and is edited there, while it has no column of its own."""


def slots(shown: Sequence[str]) -> list[Slot]:
    """The values that can be edited in these columns, in the order of reading."""
    found = []
    for key in shown:
        found += [slot for slot in ALL_SLOTS if slot.column == key]
        if key == "role":
            found += [
                slot._replace(column="role")
                for slot in ALL_SLOTS
                if slot.column in BELOW_ROLE and slot.column not in shown
            ]
    return found


def read(slot: Slot, text: str, today: date) -> "ApplicationFields":
    """The field and its value, ready for the service. Raises InvalidInputError."""
    return cast("ApplicationFields", {slot.field: slot.read(text, today)})


def hint(slot: Slot, text: str, today: date) -> Hint:
    """What a text is understood as, or what is wrong with it."""
    if slot.field == "pay":
        return pay_hint(text)
    if slot.field in DAYS:
        return day_hint(text, today, past=slot.field == "applied_on")
    try:
        slot.read(text, today)
    except InvalidInputError as error:
        return Hint("", str(error))
    return Hint("")
