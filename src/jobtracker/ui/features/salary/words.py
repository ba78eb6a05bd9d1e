"""Ranges for a year or an hour, in words and as the bars of a chart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.money import amount, long_range, short_range
from jobtracker.domain.pay import (
    HOURS_A_WEEK,
    WEEKS_A_YEAR,
    Pay,
    Period,
    convert,
    figure_of,
    to_major,
)
from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.charts.range_chart import Bar
from jobtracker.ui.widgets.range_words import count_words, source_words

if TYPE_CHECKING:
    from jobtracker.services.salaries import Posting, SalaryLine

CURRENCIES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds sterling",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "CHF": "Swiss francs",
    "INR": "Indian rupees",
    "JPY": "Japanese yen",
}
BASIS = f"{HOURS_A_WEEK} hours a week, {WEEKS_A_YEAR} weeks a year"
_SHOWN_POSTINGS = 4


class Group(NamedTuple):
    """The lines of one currency: never on one scale with another."""

    currency: str | None
    lines: "tuple[SalaryLine, ...]"


def groups_of(lines: "Sequence[SalaryLine]") -> list[Group]:
    """By currency, the one of most lines first; within it the order stays."""
    codes = [line.range.pay.currency for line in lines]
    order = sorted(dict.fromkeys(codes), key=lambda code: -codes.count(code))
    return [
        Group(code, tuple(line for line in lines if line.range.pay.currency == code))
        for code in order
    ]


def currency_words(code: str | None) -> str:
    return CURRENCIES.get(code, code) if code else "currency not stated"


def symbol_of(code: str | None) -> str:
    """The sign that amounts of a currency begin with on an axis."""
    return amount(0, code, cents=False).removesuffix("0")


def caption(groups: Sequence[Group], period: Period) -> str:
    """What every number on the page is."""
    each = "an hour" if period is Period.HOUR else "a year"
    if len(groups) > 1:
        return f"Base pay {each}, each currency on a scale of its own"
    return f"Base pay, {currency_words(groups[0].currency)} {each}" if groups else ""


def title_of(line: "SalaryLine") -> str:
    level = line.range.level or line.range.experience
    return ", ".join(filter(None, (line.title, level)))


def bar_of(line: "SalaryLine", period: Period, place: int) -> Bar:
    """A line as a row of the chart; `place` is its place among all lines."""
    detail = [_short(line.range.pay, period)]
    if line.postings:
        detail.append(count_words(len(line.postings)))
    marks = (_figure(posting.pay, line.range.pay, period) for posting in line.postings)
    return Bar(
        title_of(line),
        ", ".join(detail),
        span_of(line.range.pay, period),
        spoken(line, period),
        own=line.own,
        postings=tuple(mark for mark in marks if mark is not None),
        key=place,
    )


def spoken(line: "SalaryLine", period: Period) -> str:
    """A whole line as it is read aloud."""
    kind = "your reference role" if line.own else "related role"
    parts = [f"{title_of(line)}, {kind}: {_long(line.range.pay, period)}"]
    if line.postings:
        parts.append(count_words(len(line.postings)))
    parts.append(source_words(line.range))
    return ", ".join(parts)


def span_of(pay: Pay, period: Period) -> Span | None:
    """Major units for this period; a one-sided figure or an unknown period has none."""
    stated = convert(pay, period)
    if stated.low is None or stated.high is None or stated.period is None:
        return None
    return Span(*(float(to_major(end, pay.currency)) for end in (stated.low, stated.high)))


def in_both(pay: Pay) -> str:
    """The range by the year and by the hour, whichever it was stated for."""
    if pay.period is None:
        return f"{long_range(pay)}, period not stated"
    return " · ".join(long_range(convert(pay, period)) for period in (Period.YEAR, Period.HOUR))


def posting_lines(postings: "Sequence[Posting]", period: Period) -> list[str]:
    """Each application's company and what it offers, the first few of them."""
    shown = [
        f"{posting.company}: {_long(posting.pay, period)}" for posting in postings[:_SHOWN_POSTINGS]
    ]
    rest = len(postings) - len(shown)
    return [*shown, f"and {rest} more"] if rest else shown


def bound(minor: int | None, pay: Pay, period: Period) -> str:
    """One end of a pay for this period, for a column of figures; empty where not stated."""
    stated = convert(pay._replace(low=minor, high=minor), period)
    if stated.low is None:
        return ""
    return amount(stated.low, pay.currency, cents=True if period is Period.HOUR else None)


def _short(pay: Pay, period: Period) -> str:
    words = short_range(convert(pay, period))
    return words if pay.period is not None or pay.low is None else f"{words}, period not stated"


def _long(pay: Pay, period: Period) -> str:
    return long_range(convert(pay, period))


def _figure(pay: Pay, benchmark: Pay, period: Period) -> float | None:
    """Where a posting's mark stands; none where it cannot be compared."""
    if pay.currency != benchmark.currency or pay.period is None:
        return None
    figure = figure_of(convert(pay, period))
    return None if figure is None else float(figure) * float(to_major(1, pay.currency))
