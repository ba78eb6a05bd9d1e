"""Where a figure stands in a salary range: the one definition of it, for every page.

In percentiles it is found by straight lines between those the source states, and nowhere
beyond them: a figure outside stands at the last one, and is said to be below or above. In a
plain range it is 0 at the low end and 1 at the high end, beyond allowed. docs/pay.md has both
with worked examples.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.pay import (
    HOURS_A_WEEK,
    MONTHS_A_YEAR,
    WEEKS_A_YEAR,
    WORKDAYS_A_WEEK,
    Pay,
    Period,
    figure_of,
    rounded,
    to_major,
    to_minor,
    yearly,
)

if TYPE_CHECKING:
    from jobtracker.domain.exchange_rates import Rate
    from jobtracker.domain.salary_ranges import SalaryRange

LINEAR, PERCENTILE = "linear", "percentile"
BELOW, ABOVE = "below", "above"
_ENOUGH = 2
"""Percentiles that a line can be drawn through."""


class Position(NamedTuple):
    """Where a pay stands; `value` is None when `reason` says why it stands nowhere.

    With `method` "linear" `value` is 0 at the low end of the range and 1 at its high end, beyond
    allowed. With "percentile" it is a hundredth of `percentile`, and `clamped` is "below" or
    "above" where the figure lies beyond the last percentile that is known: then `percentile` is
    that last one, and no more is claimed. `reason` states the conversions that were made.
    """

    value: float | None
    reason: str = ""
    method: str = ""
    percentile: float | None = None
    clamped: str = ""


class _Points(NamedTuple):
    """Percentiles by the year: those known exactly, and those known to be this much or more."""

    exact: tuple[tuple[int, Fraction], ...]
    at_least: tuple[tuple[int, Fraction], ...]


def stand(
    pay: Pay,
    benchmark: "SalaryRange",
    hours: int | Fraction = HOURS_A_WEEK,
    weeks: int | Fraction = WEEKS_A_YEAR,
    rate: "Rate | None" = None,
) -> Position:
    """Where `pay` stands in `benchmark`; both are compared by the year at these hours and weeks.

    The figure of a range is its midpoint, that of a one-sided pay its one end. A pay without a
    currency counts in the benchmark's, one in another only with a `rate` between the two, and
    `reason` says so. Of percentiles with the same value the highest counts. A range of no width
    has 0.5 for its own figure and nothing for others.
    """
    against = benchmark.pay
    counted, told = _in_currency_of(pay, against, rate)
    refused = _why_not_comparable(counted, benchmark)
    if refused:
        return Position(None, refused)
    figure = figure_of(counted)
    assert figure is not None
    assert counted.period is not None
    by_the_year = yearly(figure, counted.period, hours, weeks)
    said = " ".join(filter(None, (told, _period_words(counted, against, hours, weeks))))
    points = _points_of(benchmark, hours, weeks)
    if _counts(points):
        return _in_percentiles(by_the_year, points, said, against)
    return _in_range(by_the_year, against, said, hours, weeks)


def _counts(points: _Points) -> bool:
    """Whether there are percentiles enough to place a figure by."""
    return len(points.exact) + len(points.at_least) >= _ENOUGH


def _in_currency_of(pay: Pay, against: Pay, rate: "Rate | None") -> tuple[Pay, str]:
    """The pay in the benchmark's currency as far as that can be, and what was done."""
    currency = against.currency
    if currency is None or pay.currency == currency:
        return pay, ""
    if pay.currency is None:
        ends = (None if end is None else to_major(end, None) for end in (pay.low, pay.high))
        low, high = (None if end is None else to_minor(end, currency) for end in ends)
        return (
            pay._replace(low=low, high=high, currency=currency),
            f"No currency was given; counted in {currency}.",
        )
    if rate is None:
        return pay, ""
    from jobtracker.domain.exchange_rates import converted, joins

    if not joins(rate, pay.currency, currency):
        return pay, ""
    return converted(pay, rate), f"Counted at {rate.words}."


def _why_not_comparable(pay: Pay, benchmark: "SalaryRange") -> str:
    against = benchmark.pay
    if figure_of(pay) is None:
        return "The pay is not known."
    if sum(end is not None for end in benchmark.percentiles) < _ENOUGH and (
        against.low is None or against.high is None
    ):
        return "The benchmark has only one end."
    if pay.currency is None or against.currency is None:
        return "The currency is not known."
    if pay.currency != against.currency:
        return f"The pay is in {pay.currency}, the benchmark in {against.currency}."
    if pay.period is None or against.period is None:
        return "The period of the pay is not known."
    return ""


def _points_of(benchmark: "SalaryRange", hours: int | Fraction, weeks: int | Fraction) -> _Points:
    period = benchmark.pay.period
    assert period is not None
    exact: list[tuple[int, Fraction]] = []
    at_least: list[tuple[int, Fraction]] = []
    for name, end in zip(benchmark.percentiles._fields, benchmark.percentiles, strict=True):
        if end is not None:
            point = int(name.removeprefix("p")), yearly(end, period, hours, weeks)
            (at_least if name in benchmark.at_least else exact).append(point)
    return _Points(tuple(exact), tuple(at_least))


def _in_percentiles(figure: Fraction, points: _Points, said: str, against: Pay) -> Position:
    exact, at_least = points
    if any(one[1] > other[1] for one, other in pairwise((*exact, *at_least))):
        return Position(None, "The benchmark's percentiles run backwards.")
    if not exact:
        return _under_a_floor(figure, at_least[0], said, against)
    place, clamped = _interpolated(figure, exact)
    if clamped == ABOVE and at_least:
        said = " ".join(filter(None, (said, _top_words(at_least[0], against))))
    return _at(place, said, clamped)


def _top_words(lowest: tuple[int, Fraction], against: Pay) -> str:
    """What is known of a percentile that is top-coded, in a sentence."""
    from jobtracker.domain.money import amount

    place, least = lowest
    known = amount(rounded(least), against.currency)
    return f"The {nth(place)} percentile is top-coded: all that is known is {known} a year or more."


def _under_a_floor(
    figure: Fraction, lowest: tuple[int, Fraction], said: str, against: Pay
) -> Position:
    """All percentiles are top-coded: a figure is below the lowest of them, or nobody knows."""
    place, least = lowest
    if figure < least:
        return _at(Fraction(place), said, BELOW)
    return Position(None, _top_words(lowest, against))


def _at(place: Fraction, said: str, clamped: str) -> Position:
    return Position(float(place / 100), said, PERCENTILE, float(place), clamped)


def _interpolated(figure: Fraction, points: Sequence[tuple[int, Fraction]]) -> tuple[Fraction, str]:
    """The percentile of a figure on the straight lines between these, and "below" or "above"
    where it lies beyond them.
    """
    lowest, highest = points[0], points[-1]
    if figure < lowest[1]:
        return Fraction(lowest[0]), BELOW
    if figure >= highest[1]:
        return Fraction(highest[0]), ABOVE if figure > highest[1] else ""
    for (before, left), (after, right) in pairwise(points):
        if left <= figure < right:
            return before + (after - before) * (figure - left) / (right - left), ""
    raise AssertionError("a figure between the ends lies between two of the points")


def _in_range(
    figure: Fraction, against: Pay, said: str, hours: int | Fraction, weeks: int | Fraction
) -> Position:
    assert against.period is not None
    assert against.low is not None
    assert against.high is not None
    low, high = (yearly(end, against.period, hours, weeks) for end in (against.low, against.high))
    if low != high:
        return Position(float((figure - low) / (high - low)), said, LINEAR)
    if figure == low:
        return Position(0.5, said, LINEAR)
    return Position(None, "The benchmark is a single figure, not a range.")


def _period_words(pay: Pay, against: Pay, hours: int | Fraction, weeks: int | Fraction) -> str:
    """How the two periods were made one, in a sentence."""
    periods = {pay.period, against.period}
    if len(periods) == 1:
        return ""
    a_year = f"{float(weeks):g} weeks a year"
    if Period.HOUR in periods:
        return f"An hour counted as {float(hours):g} a week, {a_year}."
    if Period.DAY in periods:
        return f"A day counted as {WORKDAYS_A_WEEK} a week, {a_year}."
    if Period.WEEK in periods:
        return f"A week counted as {float(weeks):g} a year."
    return f"A month counted as {MONTHS_A_YEAR} a year."


def nth(number: int) -> str:
    """As in "1st", "42nd", "90th"."""
    if number % 100 in range(11, 14):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def standing_words(position: Position, of: str = "the range") -> str:
    """The place in words that follow the figure: "sits 70% up the range", "is below the low end
    of the range", "sits at the 62nd percentile of the range", "is above the 90th percentile of
    the range"; "" where there is none.
    """
    if position.value is None:
        return ""
    if position.percentile is not None:
        named = f"the {nth(int(position.percentile + 0.5))} percentile of {of}"
        return f"is {position.clamped} {named}" if position.clamped else f"sits at {named}"
    if position.value < 0:
        return f"is below the low end of {of}"
    if position.value > 1:
        return f"is above the high end of {of}"
    return f"sits {position.value:.0%} up {of}"
