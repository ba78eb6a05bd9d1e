"""What the page says of ranges and currencies."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.money import amount, long_range
from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, Pay, Period, convert
from jobtracker.domain.salary_lines import TABLE
from jobtracker.ui.widgets.currency_words import CURRENCIES

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import SalaryLine, SalaryView

BASIS = f"{HOURS_A_WEEK} hours a week, {WEEKS_A_YEAR} weeks a year"


class Group(NamedTuple):
    """The lines of one currency: never on one scale with another."""

    currency: str | None
    lines: "tuple[SalaryLine, ...]"


def groups_of(lines: "Sequence[SalaryLine]") -> list[Group]:
    """By currency: that of most of the person's own lines first, then of most lines; within it
    the order stays.
    """
    codes = [line.range.pay.currency for line in lines]
    own = [line.range.pay.currency for line in lines if line.own]
    order = sorted(dict.fromkeys(codes), key=lambda code: (-own.count(code), -codes.count(code)))
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


def notes_on(view: "SalaryView") -> str:
    """What holds for the whole page: rows that are too many to show, and rates that count."""
    said = []
    if view.left_out:
        shown = sum(line.kind == TABLE for line in view.lines)
        said.append(
            f"{shown} of {shown + view.left_out} rows of imported tables are shown, "
            "those of your places first."
        )
    said += [f"Other currencies are counted at {rate.words}." for rate in view.rates]
    return " ".join(said)


def title_of(line: "SalaryLine") -> str:
    level = line.range.level or line.range.experience
    return ", ".join(filter(None, (line.title, level)))


def line_kind(line: "SalaryLine") -> str:
    """What a line is, in words."""
    if line.own:
        return "your reference role"
    return {"official": "official figures", "table": "imported table"}.get(
        line.kind, "related role"
    )


def in_both(pay: Pay, first: Period) -> str:
    """The range by the year and by the hour, that of the period chosen first."""
    if pay.period is None:
        return f"{long_range(pay)}, period not stated"
    return " · ".join(long_range(convert(pay, period)) for period in (first, other_than(first)))


def other_than(period: Period) -> Period:
    """The other of the two periods that the page can be switched to."""
    return Period.YEAR if period is Period.HOUR else Period.HOUR


def bound(minor: int | None, pay: Pay, period: Period) -> str:
    """One end of a pay for this period, for a column of figures; empty where not stated."""
    stated = convert(pay._replace(low=minor, high=minor), period)
    if stated.low is None:
        return ""
    return amount(stated.low, pay.currency, cents=True if period is Period.HOUR else None)
