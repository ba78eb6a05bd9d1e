"""Pay: exact amounts, their currency and period. Where one stands in a range: `position`."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.errors import InvalidInputError

HOURS_A_WEEK = 40
WEEKS_A_YEAR = 52
WORKDAYS_A_WEEK = 5
MONTHS_A_YEAR = 12
MOST_HOURS_A_WEEK, MOST_WEEKS_A_YEAR = 168, 53
LARGEST_MINOR = 10**15
"""More than anybody is paid, in minor units of any currency; above it a figure is a mistake."""


class Period(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Pay(NamedTuple):
    """An amount or a range in integer minor units (cents), as somebody stated it.

    `low` or `high` is None where the figure is one-sided ("up to", "from"); a single figure
    is both. `currency` is an ISO 4217 code. `assumed` names the parts that were not said.
    """

    low: int | None = None
    high: int | None = None
    currency: str | None = None
    period: Period | None = None
    text: str = ""
    assumed: tuple[str, ...] = ()


def to_minor(major: Decimal, currency: str | None) -> int:
    """Major units ("65.50" dollars) as minor units (6550 cents), half a unit rounded up.

    Without a known currency two minor digits are kept.
    """
    digits = MINOR_DIGITS.get(currency or "", USUAL_MINOR_DIGITS)
    return int(major.scaleb(digits).to_integral_value(ROUND_HALF_UP))


def to_major(minor: int, currency: str | None) -> Decimal:
    """Minor units (6550 cents) as exact major units ("65.50" dollars)."""
    return Decimal(minor).scaleb(-MINOR_DIGITS.get(currency or "", USUAL_MINOR_DIGITS))


def in_currency(pay: Pay, currency: str | None) -> Pay:
    """A pay that names no currency, taken to be in this one, with as many minor digits as it has;
    as it is where that is not known either.
    """
    if pay.currency is not None or currency is None:
        return pay
    low, high = (
        None if end is None else to_minor(to_major(end, None), currency)
        for end in (pay.low, pay.high)
    )
    assumed = (*pay.assumed, "currency")
    return pay._replace(low=low, high=high, currency=currency, assumed=assumed)


def yearly(
    amount: int | Fraction,
    period: Period,
    hours_a_week: int | Fraction = HOURS_A_WEEK,
    weeks_a_year: int | Fraction = WEEKS_A_YEAR,
) -> Fraction:
    """What `amount` for each `period` comes to in a year, exactly.

    A day is a fifth of a week; a month a twelfth of a year.
    """
    return Fraction(amount) * _periods_a_year(period, hours_a_week, weeks_a_year)


def _periods_a_year(
    period: Period, hours_a_week: int | Fraction, weeks_a_year: int | Fraction
) -> int | Fraction:
    return {
        Period.HOUR: hours_a_week * weeks_a_year,
        Period.DAY: WORKDAYS_A_WEEK * weeks_a_year,
        Period.WEEK: weeks_a_year,
        Period.MONTH: MONTHS_A_YEAR,
        Period.YEAR: 1,
    }[period]


def restated(
    amount: int | Fraction,
    of: Period,
    to: Period,
    hours_a_week: int | Fraction = HOURS_A_WEEK,
    weeks_a_year: int | Fraction = WEEKS_A_YEAR,
) -> Fraction:
    """What `amount` for each `of` is for each `to`, exactly: there and back is the same again."""
    a_year = yearly(amount, of, hours_a_week, weeks_a_year)
    return a_year / _periods_a_year(to, hours_a_week, weeks_a_year)


def rounded(exact: int | Fraction) -> int:
    """An exact amount as whole minor units, half a unit rounded up."""
    return floor(exact + Fraction(1, 2))


def convert(
    pay: Pay,
    period: Period,
    hours_a_week: int | Fraction = HOURS_A_WEEK,
    weeks_a_year: int | Fraction = WEEKS_A_YEAR,
) -> Pay:
    """The same pay stated for another period, each end rounded to its minor unit.

    A pay whose period is unknown comes back as it is: there is nothing to convert from.
    """
    of = pay.period
    if of is None or of is period:
        return pay
    low, high = (
        None if end is None else rounded(restated(end, of, period, hours_a_week, weeks_a_year))
        for end in (pay.low, pay.high)
    )
    return pay._replace(low=low, high=high, period=period)


def figure_of(pay: Pay) -> Fraction | None:
    """The one figure that stands for a pay, in minor units: a range's midpoint, else its end."""
    if pay.low is None or pay.high is None:
        end = pay.low if pay.high is None else pay.high
        return None if end is None else Fraction(end)
    return Fraction(pay.low + pay.high, 2)


def checked_pay(
    low: int | None, high: int | None, currency: str | None, period: Period | None
) -> Pay:
    """A pay of these minor units, or InvalidInputError where it cannot be one."""
    for end in (low, high):
        if end is not None and end < 0:
            raise InvalidInputError(
                "Pay below zero cannot be saved; nothing was changed. Leave out the minus.",
                field="pay",
            )
        if end is not None and end > LARGEST_MINOR:
            raise InvalidInputError(
                "Pay this large cannot be saved; nothing was changed. Check for extra digits.",
                field="pay",
            )
    if low is not None and high is not None and low > high:
        raise InvalidInputError(
            "The pay range runs backwards; nothing was changed. Type the lower amount first.",
            field="pay",
        )
    if currency is not None and currency not in MINOR_DIGITS:
        raise InvalidInputError(
            f"{currency!r} is no currency code; nothing was changed. Use three letters as in USD.",
            field="pay",
        )
    return Pay(low, high, currency, period)


def checked_time(hours_a_week: int | Fraction, weeks_a_year: int | Fraction) -> None:
    """Raises InvalidInputError for hours of a week or weeks of a year that there are not."""
    for name, said, most in (
        ("hours", hours_a_week, MOST_HOURS_A_WEEK),
        ("weeks", weeks_a_year, MOST_WEEKS_A_YEAR),
    ):
        if not 0 < said <= most:
            raise InvalidInputError(
                f"{float(said):g} {name} cannot be counted with; nothing was changed. "
                f"Type more than 0 and at most {most}.",
                field=name,
            )
