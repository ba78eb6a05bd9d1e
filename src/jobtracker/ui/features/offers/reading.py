"""A draft as it is understood: the package, what is said of it, and what is wrong where."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.offer_totals import yearly_base
from jobtracker.domain.package_checks import checked_package
from jobtracker.domain.packages import Mark, Package
from jobtracker.domain.pay import Pay, Period, figure_of, in_currency, rounded
from jobtracker.domain.spelled_packages import spelled_base
from jobtracker.domain.text import quoted
from jobtracker.domain.typed_packages import PARTS, with_typed
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.ui.features.offers.contract import (
    NO_APPLICATION,
    UNCHOSEN,
    Desk,
    Reading,
    Taken,
)
from jobtracker.ui.features.offers.draft import (
    APPLICATION,
    BASE,
    DEADLINE,
    LABEL,
    MARKS,
    NOTES,
    RECEIVED,
    ROUND,
    Draft,
)
from jobtracker.ui.widgets.currency_words import CURRENCIES
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.typed import understood
from jobtracker.ui.widgets.typed_dates import typed_date

FIELDS = {
    "claw-back": "clawback",
    "match limit": "match",
    "health cost": "health",
    "paid leave": "leave",
    "commute cost": "commute-cost",
    "commute days": "commute-days",
    "equity units": "equity",
    "equity price": "equity",
    "criterion": MARKS,
    "amount": BASE,
    "pay": BASE,
}
"""Where the rules name a field otherwise than the sheet does."""
NOT_CHOSEN = "Choose the application this offer is from, or “No application: a what-if”."
MOST_ROUNDS, ROUND_DIGITS = 99, 3
_MARK = re.compile(r"(?P<name>.*\S)\s*[=: ]\s*(?P<value>\S+)")


class _Read(NamedTuple):
    """What was read so far."""

    errors: dict[str, str]
    hints: dict[str, str]


def read(draft: Draft, desk: Desk) -> Reading:
    """Everything of a draft that can be understood, and what cannot."""
    state = _Read({}, {})
    base, taken = _base(draft, desk, state)
    package = Package(base, unread=_unread(desk))
    package = _with_parts(package, draft, state)
    package = _with_marks(package, draft, state)
    package = _checked(package, state)
    if not state.errors.get(BASE):
        state.hints[BASE] = _base_words(package, taken)
    if draft.application == UNCHOSEN:
        state.errors[APPLICATION] = NOT_CHOSEN
    application = draft.application if draft.application > 0 else None
    return Reading(
        package,
        application,
        draft.what_if or draft.application == NO_APPLICATION,
        draft.text(LABEL).strip(),
        _round(draft, state),
        _day(RECEIVED, draft, desk.today, state, past=True) or desk.today,
        _day(DEADLINE, draft, desk.today, state, past=False),
        draft.text(NOTES),
        state.errors,
        state.hints,
    )


def field_of(error: InvalidInputError) -> str:
    """The sheet's name of the field that an error is about."""
    return FIELDS.get(error.field, error.field)


def _base(draft: Draft, desk: Desk, state: _Read) -> tuple[Pay, Taken | None]:
    """The base pay as typed, and the currency it was taken to be in where it names none; one that
    was not changed stays exactly what it was.
    """
    text = draft.text(BASE).strip()
    if desk.record is not None and text == spelled_base(desk.record.package):
        return desk.record.package.base, None
    if not text:
        state.errors[BASE] = "Type the base pay, like 128000 or 65/h."
        return Pay(), None
    try:
        pay = understood_pay(text, BASE)
    except InvalidInputError as error:
        state.errors[BASE] = str(error)
        return Pay(), None
    if figure_of(pay) is None:
        state.errors[BASE] = f"No amount is found in {quoted(text)}. Type it like 128000 or 65/h."
        return Pay(), None
    taken = desk.currency_of(draft.application) if pay.currency is None else None
    return in_currency(pay, taken.currency if taken else None)._replace(text=text), taken


def _unread(desk: Desk) -> str:
    return desk.record.package.unread if desk.record is not None else ""


def _with_parts(package: Package, draft: Draft, state: _Read) -> Package:
    """One part after the other, so that each has its own error."""
    for name in PARTS:
        text = draft.text(name).strip()
        if not text:
            continue
        try:
            package = with_typed(package, {name: text}, {})
        except InvalidInputError as error:
            state.errors[name] = str(error)
    return package


def _with_marks(package: Package, draft: Draft, state: _Read) -> Package:
    try:
        return package._replace(marks=tuple(marks_from(draft.text(MARKS))))
    except InvalidInputError as error:
        state.errors[MARKS] = str(error)
        return package


def marks_from(text: str) -> Iterator[Mark]:
    """Own criteria as typed: "team 4, growth 5". Raises InvalidInputError."""
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", text))):
        found = _MARK.fullmatch(part)
        if found is None or found["value"] not in {"1", "2", "3", "4", "5"}:
            raise InvalidInputError(
                f"{quoted(part)} is no criterion with a mark from 1 to 5. "
                "Type them like “team 4, growth 5”.",
                field=MARKS,
            )
        yield Mark(found["name"], int(found["value"]))


def _checked(package: Package, state: _Read) -> Package:
    """The package, without the part that cannot be: it is said under its field."""
    try:
        return checked_package(package)
    except InvalidInputError as error:
        name = field_of(error)
        state.errors.setdefault(name if name in PARTS or name == MARKS else BASE, str(error))
        return package


def _base_words(package: Package, taken: Taken | None) -> str:
    base = package.base
    if taken is not None:
        base = base._replace(assumed=tuple(one for one in base.assumed if one != "currency"))
    said = understood(base)
    if taken is not None:
        like = f", like {taken.like}" if taken.like else ""
        said += f"; taken as {CURRENCIES.get(taken.currency, taken.currency)}{like}"
    a_year = yearly_base(package)
    if a_year is None or base.period in (Period.YEAR, None):
        return said
    amount = money.amount(rounded(a_year), base.currency)
    if base.period is Period.MONTH:
        return f"{said}, {amount} a year"
    hours, weeks = f"{package.hours.normalize():f}", f"{package.weeks.normalize():f}"
    return f"{said}, {amount} a year at {hours} hours and {weeks} weeks"


def _round(draft: Draft, state: _Read) -> int | None:
    text = draft.text(ROUND).strip()
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text[:ROUND_DIGITS]) <= MOST_ROUNDS:
        state.errors[ROUND] = "The round is a number from 1 to 99, as in 2."
        return None
    return int(text)


def _day(name: str, draft: Draft, today: date, state: _Read, *, past: bool) -> date | None:
    try:
        day = typed_date(draft.text(name), today, past=past)
    except InvalidInputError as error:
        state.errors[name] = str(error)
        return None
    if day is None:
        return None
    if past and day > today:
        state.errors[name] = f"{full_day(day)} is still to come. Type a day up to today."
        return None
    state.hints[name] = f"{day:%A}, {full_day(day)}"
    return day
