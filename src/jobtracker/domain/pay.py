"""Pay: exact amounts, their currency and period, and where one stands in another."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.errors import InvalidInputError

HOURS_A_WEEK = 40
WEEKS_A_YEAR = 52
WORKDAYS_A_WEEK = 5
MONTHS_A_YEAR = 12
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


class Position(NamedTuple):
    """Where a pay stands in a range; `value` is None when `reason` says why there is none.

    With a value, `reason` states the conversion that was made, or is empty.
    """

    value: float | None
    reason: str = ""


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


def convert(
    pay: Pay,
    period: Period,
    hours_a_week: int | Fraction = HOURS_A_WEEK,
    weeks_a_year: int | Fraction = WEEKS_A_YEAR,
) -> Pay:
    """The same pay stated for another period, each end rounded to its minor unit.

    A pay whose period is unknown comes back as it is: there is nothing to convert from.
    """
    if pay.period is None or pay.period is period:
        return pay
    divisor = _periods_a_year(period, hours_a_week, weeks_a_year)

    def restated(end: int | None) -> int | None:
        if end is None or pay.period is None:
            return None
        exact = yearly(end, pay.period, hours_a_week, weeks_a_year) / divisor
        return int(exact + Fraction(1, 2))

    return pay._replace(low=restated(pay.low), high=restated(pay.high), period=period)


def figure_of(pay: Pay) -> Fraction | None:
    """The one figure that stands for a pay, in minor units: a range's midpoint, else its end."""
    if pay.low is None or pay.high is None:
        end = pay.low if pay.high is None else pay.high
        return None if end is None else Fraction(end)
    return Fraction(pay.low + pay.high, 2)


def position(pay: Pay, benchmark: Pay) -> Position:
    """Where `pay` stands in `benchmark`: 0 at its low end, 1 at its high end, beyond allowed.

    This is the one definition of the word. The figure of a range is its midpoint, that of a
    one-sided pay its one end. Both sides are compared by the year, an hour as 40 x 52 of them.
    A pay typed without a currency counts in the benchmark's, and `reason` says so. In a
    benchmark of no width the same figure is 0.5 and any other has no position.
    """
    said = pay.currency
    pay = _counted_in(pay, benchmark.currency)
    reason = _why_not_comparable(pay, benchmark)
    if reason:
        return Position(None, reason)
    figure, low, high = (_by_the_year(each) for each in (pay, *_ends(benchmark)))
    if high == low:
        if figure == low:
            return Position(0.5, _conversion(pay, benchmark, said))
        return Position(None, "The benchmark is a single figure, not a range.")
    return Position(float((figure - low) / (high - low)), _conversion(pay, benchmark, said))


def _counted_in(pay: Pay, currency: str | None) -> Pay:
    """A pay whose currency nobody said, in this one."""
    if pay.currency is not None or currency is None:
        return pay
    ends = (None if end is None else to_major(end, None) for end in (pay.low, pay.high))
    low, high = (None if end is None else to_minor(end, currency) for end in ends)
    return pay._replace(low=low, high=high, currency=currency)


def _why_not_comparable(pay: Pay, benchmark: Pay) -> str:
    if figure_of(pay) is None:
        return "The pay is not known."
    if benchmark.low is None or benchmark.high is None:
        return "The benchmark has only one end."
    if pay.currency is None or benchmark.currency is None:
        return "The currency is not known."
    if pay.currency != benchmark.currency:
        return f"The pay is in {pay.currency}, the benchmark in {benchmark.currency}."
    if pay.period is None or benchmark.period is None:
        return "The period of the pay is not known."
    return ""


def _ends(benchmark: Pay) -> tuple[Pay, Pay]:
    return benchmark._replace(high=None), benchmark._replace(low=None)


def _by_the_year(pay: Pay) -> Fraction:
    figure = figure_of(pay)
    assert figure is not None
    assert pay.period is not None
    return yearly(1, pay.period) * figure


def _conversion(pay: Pay, benchmark: Pay, said: str | None) -> str:
    """What was done to compare the two, in sentences."""
    counted = "" if said else f"No currency was given; counted in {benchmark.currency}."
    return " ".join(filter(None, (counted, _period_conversion(pay, benchmark))))


def _period_conversion(pay: Pay, benchmark: Pay) -> str:
    periods = {pay.period, benchmark.period}
    if len(periods) == 1:
        return ""
    if Period.HOUR in periods:
        return f"An hour counted as {HOURS_A_WEEK} a week, {WEEKS_A_YEAR} weeks a year."
    if Period.DAY in periods:
        return f"A day counted as {WORKDAYS_A_WEEK} a week, {WEEKS_A_YEAR} weeks a year."
    if Period.WEEK in periods:
        return f"A week counted as {WEEKS_A_YEAR} a year."
    return f"A month counted as {MONTHS_A_YEAR} a year."


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
