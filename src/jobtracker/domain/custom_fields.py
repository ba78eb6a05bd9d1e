"""Fields of a person's own, and what may be typed into each kind."""

from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.text import one_line, quoted, shortened

YES, NO = "yes", "no"
_YES_NO = {"yes": YES, "y": YES, "true": YES, "1": YES, "no": NO, "n": NO, "false": NO, "0": NO}


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"


class CustomField(NamedTuple):
    id: int
    uid: str
    name: str
    kind: str


def checked_value(field: CustomField, typed: str) -> str:
    """The value as it is stored: text on one line, a number as its plain digits, a day as ISO text,
    "yes" or "no"; "" for none. Raises InvalidInputError where the kind has no such value.
    """
    text = one_line(typed, field.name)
    if field.kind == FieldKind.TEXT or not text.strip():
        return text if text.strip() else ""
    read = _read(FieldKind(field.kind), text.strip())
    if read is None:
        raise InvalidInputError(
            f"{quoted(typed)} is no value for {shortened(field.name)}; nothing was changed. "
            f"{_HINTS[FieldKind(field.kind)]}",
            field=field.name,
        )
    return read


_HINTS = {
    FieldKind.NUMBER: "Type a number like 12 or 3.5.",
    FieldKind.DATE: "Write the day as year-month-day, like 2026-11-22.",
    FieldKind.YES_NO: "Type yes or no.",
}


def _read(kind: FieldKind, text: str) -> str | None:
    if kind is FieldKind.NUMBER:
        return _number(text)
    if kind is FieldKind.DATE:
        return _day(text)
    return _YES_NO.get(text.casefold())


def _number(text: str) -> str | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return text if value.is_finite() else None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
