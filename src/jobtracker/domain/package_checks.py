"""What the parts of an offer may say; what cannot be is refused before it is stored."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.packages import Equity, EquityKind, Mark, Package
from jobtracker.domain.pay import (
    LARGEST_MINOR,
    MOST_HOURS_A_WEEK,
    MOST_WEEKS_A_YEAR,
    Pay,
    checked_time,
    figure_of,
)
from jobtracker.domain.text import folded, quoted, required_text

MARKS = range(1, 6)
_MONTHS_A_YEAR = 12
_FINEST = 12
"""Decimal places of a percent or a number; finer ones are a mistake, and slow to reckon with."""
_PERCENT, _TIMES_THE_BASE = Decimal(100), Decimal(1000)
_MOST_YEARS, _MOST_MONTHS, _MOST_DAYS, _DAYS_A_WEEK = 40, 480, 366, 7
_MINUTES_A_DAY = 24 * 60
_MOST_UNITS = Decimal(10) ** 12


_COUNTED = {
    "hours": "hours a week",
    "weeks": "paid weeks a year",
    "paid leave": "days of paid leave",
    "claw-back": "months of the claw-back",
    "commute": "minutes of the commute",
    "commute days": "days of the commute",
    "equity units": "units of the equity",
    "vest": "years of the vest",
    "cliff": "months of the cliff",
    "schedule": "percents of the schedule",
}
"""What is counted of a part whose name alone does not say it."""


class _Limit(NamedTuple):
    """A number that was given, and the most it may be."""

    name: str
    value: Decimal | int | None
    most: Decimal | int


def checked_package(package: Package) -> Package:
    """The same package, or InvalidInputError, which names the part, where it cannot be."""
    for limit in _limits(package):
        _check_limit(limit)
    checked_time(Fraction(package.hours), Fraction(package.weeks))
    if package.bonus and (package.bonus.amount is None) == (package.bonus.percent is None):
        raise _refused("bonus", "has to be either an amount or a percent of the base pay")
    if package.equity:
        _check_equity(package.equity)
    return package._replace(marks=_checked_marks(package.marks))


def checked_base(base: Pay) -> Pay:
    """The same base pay of an offer; InvalidInputError for one of nothing. One whose words name
    no amount is only not known yet.
    """
    figure = figure_of(base)
    digits = [int(c) for c in base.text if c.isdecimal()]
    if figure == 0 or (figure is None and digits and not any(digits)):
        raise InvalidInputError(
            f"An offer of {quoted(base.text.strip() or '0')} pays nothing; nothing was changed. "
            "Type what it pays; of unpaid work, say so in the notes.",
            field="base",
        )
    return base


def _check_limit(limit: _Limit) -> None:
    name, value, most = limit
    if value is None:
        return
    subject = _COUNTED.get(name)
    verb = "have" if subject else "has"
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or -exponent > _FINEST:
            raise _refused(name, f"{verb} to be a number of at most {_FINEST} decimals", subject)
    if not 0 <= value <= most:
        amount = most == LARGEST_MINOR
        words = "an amount that people are paid, 0 or more" if amount else f"from 0 to {most:,}"
        raise _refused(name, f"{verb} to be {words}", subject)


def _limits(package: Package) -> Iterator[_Limit]:
    bonus, sign_on, match, commute = (
        package.bonus,
        package.sign_on,
        package.match,
        package.commute,
    )
    yield _Limit("hours", package.hours, MOST_HOURS_A_WEEK)
    yield _Limit("weeks", package.weeks, MOST_WEEKS_A_YEAR)
    yield _Limit("health cost", package.health_cost, LARGEST_MINOR)
    yield _Limit("paid leave", package.leave_days, _MOST_DAYS)
    if bonus:
        yield _Limit("bonus", bonus.amount, LARGEST_MINOR)
        yield _Limit("bonus", bonus.percent, _TIMES_THE_BASE)
    if sign_on:
        yield _Limit("sign-on", sign_on.amount, LARGEST_MINOR)
        yield _Limit("claw-back", sign_on.clawback_months, _MOST_MONTHS)
    if match:
        yield _Limit("match", match.percent, _TIMES_THE_BASE)
        yield _Limit("match limit", match.limit, _PERCENT)
    if commute:
        yield _Limit("commute", commute.minutes, _MINUTES_A_DAY)
        yield _Limit("commute cost", commute.cost, LARGEST_MINOR)
        yield _Limit("commute days", commute.days_a_week, _DAYS_A_WEEK)
    if package.equity:
        yield from _equity_limits(package.equity)


def _equity_limits(equity: Equity) -> Iterator[_Limit]:
    yield _Limit("equity", equity.value, LARGEST_MINOR)
    yield _Limit("equity units", equity.units, _MOST_UNITS)
    yield _Limit("equity price", equity.price, LARGEST_MINOR)
    yield _Limit("strike", equity.strike, LARGEST_MINOR)
    yield _Limit("vest", equity.years, _MOST_YEARS)
    yield _Limit("cliff", equity.cliff_months, _MOST_MONTHS)
    yield _Limit("haircut", equity.haircut, _PERCENT)
    for percent in equity.schedule:
        yield _Limit("schedule", percent, _PERCENT)


def _check_equity(equity: Equity) -> None:
    by_unit = equity.units is not None and equity.price is not None
    if (equity.value is None) == (not by_unit):
        raise _refused("equity", "has to be either a value, or units at a price")
    if equity.strike is not None and (equity.kind is not EquityKind.OPTIONS or not by_unit):
        raise _refused("strike", "goes only with options that are given as units at a price")
    if equity.schedule and sum(equity.schedule) != _PERCENT:
        raise _refused("schedule", "has to add up to 100 percent")
    if equity.years <= 0:
        raise _refused("vest", "has to be longer than 0 years")
    if equity.schedule and len(equity.schedule) != equity.years:
        raise _refused("schedule", "has to have a percent for each year of the vest")
    if equity.cliff_months > equity.years * _MONTHS_A_YEAR:
        raise _refused("cliff", "has to end with the vest or before")
    if by_unit and worth(equity) > LARGEST_MINOR:
        raise _refused("equity", "is more than anybody is given; check for extra digits")


def worth(equity: Equity) -> Fraction:
    """The whole grant today in minor units: its value, or units at their price less the strike
    of an option; options under water are worth nothing.
    """
    if equity.value is not None:
        return Fraction(equity.value)
    each = (equity.price or 0) - (equity.strike or 0)
    return Fraction(equity.units or 0) * max(each, 0)


def _checked_marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    known: dict[str, Mark] = {}
    for mark in marks:
        name = required_text(mark.name, "criterion")
        if mark.value not in MARKS:
            raise _refused(f"mark for {quoted(name)}", "has to be a whole number from 1 to 5")
        known[folded(name)] = Mark(name, mark.value)
    return tuple(known.values())


def _refused(name: str, words: str, subject: str | None = None) -> InvalidInputError:
    """`subject` is what the sentence is about where that is many: "days of the commute"."""
    it = "them" if subject else "it"
    return InvalidInputError(
        f"The {subject or name} {words}; nothing was changed. Correct {it} or leave {it} out.",
        field=name,
    )
