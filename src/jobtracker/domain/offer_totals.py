"""What an offer comes to, part by part: every part is rounded once, and a total is their sum.

The definitions, with a worked example, are in docs/pay.md. All of it is before tax.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.offers import PartLine, Total, Totals
from jobtracker.domain.package_checks import checked_package, worth
from jobtracker.domain.packages import Bonus, Commute, Equity, EquityKind, Match, Package
from jobtracker.domain.pay import (
    MONTHS_A_YEAR,
    WORKDAYS_A_WEEK,
    Period,
    figure_of,
    rounded,
    yearly,
)
from jobtracker.domain.text import quoted

BASE, BONUS, SIGN_ON, EQUITY = "Base pay", "Bonus", "Sign-on", "Equity"
MATCH, HEALTH, LEAVE, COMMUTE = "Retirement match", "Health cost", "Paid leave", "Commute"
BASE_AN_HOUR, STEADY_AN_HOUR, WAY_COUNTED = (
    "Base an hour",
    "Steady year an hour",
    ", commute counted",
)
_MINUTES_AN_HOUR = 60
_UNIT_NAMES = {
    EquityKind.RSU: "units",
    EquityKind.OPTIONS: "options",
    EquityKind.SHARES: "shares",
    EquityKind.OTHER: "units",
}
_VALUED_NAMES = _UNIT_NAMES | {EquityKind.RSU: "RSUs", EquityKind.OTHER: "the grant"}


class _Part(NamedTuple):
    """A part's line in each total; None where it is no part of that one."""

    first: PartLine | None
    steady: PartLine | None
    guaranteed: PartLine | None


def totals(package: Package) -> Totals:
    """The three totals of an offer, each the exact sum of the parts that stand beside it.

    The first year has the sign-on, and the equity that vests in it; the steady year an average
    year of the vest; the guaranteed one neither, no bonus but a guaranteed one, and no match,
    which needs one's own saving. Costs are taken off everywhere.
    """
    package, problem = readable(package)
    base = yearly_base(package)
    parts = list(_parts(package, base))
    first = _total(part.first for part in parts)
    steady = _total(part.steady for part in parts)
    guaranteed = _total(part.guaranteed for part in parts)
    hours = working_hours(package)
    return Totals(
        first,
        steady,
        guaranteed,
        problem or why_missing(package),
        vesting(package.equity) if package.equity else (),
        _an_hour(base, hours.paid),
        _an_hour(base, hours.worked) if package.leave_days is not None else None,
        _an_hour(None if steady.amount is None else Fraction(steady.amount), hours.taken),
        is_way_known(package),
    )


class HourLine(NamedTuple):
    """What an hour comes to in minor units, and what is counted in it."""

    name: str
    amount: int


def hour_lines(found: Totals) -> Iterator[HourLine]:
    """The figures of an hour that are known, each named by what was counted in it."""
    if found.an_hour is not None:
        yield HourLine(BASE_AN_HOUR, found.an_hour)
    if found.an_hour_worked is not None:
        yield HourLine(f"{BASE_AN_HOUR} worked", found.an_hour_worked)
    if found.an_effective_hour is not None:
        worked = " worked" if found.an_hour_worked is not None else ""
        way = WAY_COUNTED if found.way_counted else ""
        yield HourLine(f"{STEADY_AN_HOUR}{worked}{way}", found.an_effective_hour)


def readable(package: Package) -> tuple[Package, str]:
    """The package as far as it can be reckoned with, and what cannot be, in a sentence.

    A file that another program wrote into may hold parts that nobody can count.
    """
    try:
        checked = checked_package(package)
    except InvalidInputError as refused:
        return Package(package.base), f"Only the base pay is counted. {refused}"
    if package.unread:
        names = ", ".join(json.loads(package.unread))
        return checked, f"This offer has parts that this version cannot read: {names}."
    return checked, ""


def why_missing(package: Package) -> str:
    """Why nothing can be reckoned from the base pay; "" where it can."""
    base = package.base
    if figure_of(base) is None:
        return "The base pay is not known."
    if base.period is None:
        return "The period of the base pay is not known."
    return "" if base.currency else "The currency of the base pay is not known."


def yearly_base(package: Package) -> Fraction | None:
    """The base pay of a year in minor units, exactly: a range by its midpoint; None if unknown."""
    figure, period = figure_of(package.base), package.base.period
    if figure is None or period is None:
        return None
    return yearly(figure, period, Fraction(package.hours), Fraction(package.weeks))


class Hours(NamedTuple):
    """Hours of a year: those paid, those worked (paid leave left out), those the job takes."""

    paid: Fraction
    worked: Fraction
    taken: Fraction

    @property
    def on_the_way(self) -> Fraction:
        return self.taken - self.worked


def working_hours(package: Package) -> Hours:
    """The hours of a year at the offer's hours and weeks, five workdays to a week.

    Unsaid leave and commute count as none.
    """
    hours, weeks = Fraction(package.hours), Fraction(package.weeks)
    days = max(weeks * WORKDAYS_A_WEEK - Fraction(package.leave_days or 0), Fraction(0))
    worked = days * hours / WORKDAYS_A_WEEK
    return Hours(hours * weeks, worked, worked + days * _way_a_day(package.commute))


def is_way_known(package: Package) -> bool:
    """Whether it was said how long one is on the way."""
    return package.commute is not None and package.commute.minutes is not None


def _way_a_day(commute: Commute | None) -> Fraction:
    """Hours on the way for each workday, home days evened out."""
    if commute is None or commute.minutes is None:
        return Fraction(0)
    share = Fraction(commute.days_a_week) / WORKDAYS_A_WEEK
    return Fraction(commute.minutes, _MINUTES_AN_HOUR) * share


def _an_hour(amount: Fraction | None, hours: Fraction) -> int | None:
    return None if amount is None or hours <= 0 else rounded(amount / hours)


def _total(lines: "Iterator[PartLine | None]") -> Total:
    parts = tuple(line for line in lines if line is not None)
    known = [part.amount for part in parts if part.amount is not None]
    return Total(sum(known) if len(known) == len(parts) else None, parts)


def _parts(package: Package, base: Fraction | None) -> Iterator[_Part]:
    yield _always(PartLine(BASE, _percent_of(base, Fraction(100)), _base_words(package)))
    if package.bonus:
        yield _bonus(package.bonus, base)
    if package.sign_on:
        months = package.sign_on.clawback_months
        words = f"once; to be paid back on leaving within {months} months" if months else "once"
        yield _Part(PartLine(SIGN_ON, package.sign_on.amount, words), None, None)
    if package.equity:
        yield _equity(package.equity)
    if package.match:
        match = _match(package.match, base)
        yield _Part(match, match, None)
    if package.health_cost is not None:
        yield _cost(HEALTH, package.health_cost, package)
    if package.leave_days is not None:
        words = f"{_number(package.leave_days)} days, in the base pay already"
        yield _always(PartLine(LEAVE, 0, words))
    if package.commute and package.commute.cost is not None:
        yield _cost(COMMUTE, package.commute.cost, package)


def _percent_of(base: Fraction | None, percent: Fraction) -> int | None:
    return None if base is None else rounded(base * percent / 100)


def _always(line: PartLine) -> _Part:
    return _Part(line, line, line)


def _base_words(package: Package) -> str:
    missing = why_missing(package)
    base = package.base
    if base.text.strip() and figure_of(base) is None:
        return f"only {quoted(base.text.strip())} was said"
    if missing and yearly_base(package) is None:
        return f"not counted: {missing[0].lower()}{missing[1:].rstrip('.')}"
    ranged = base.low is not None and base.high is not None and base.low != base.high
    said = f"the middle of {money.long_range(base)}" if ranged else money.long_range(base)
    if base.period is Period.YEAR:
        return said
    weeks = f"{_number(package.weeks)} weeks"
    counted = {
        Period.HOUR: f" × {_number(package.hours)} hours × {weeks}",
        Period.DAY: f" × {WORKDAYS_A_WEEK} days × {weeks}",
        Period.WEEK: f" × {weeks}",
        Period.MONTH: f" × {MONTHS_A_YEAR} months",
    }
    return said + (counted[base.period] if base.period else "")


def _bonus(bonus: Bonus, base: Fraction | None) -> _Part:
    kind = "guaranteed" if bonus.guaranteed else "target, not guaranteed"
    if bonus.percent is None:
        line = PartLine(BONUS, bonus.amount or 0, kind)
    else:
        amount = _percent_of(base, Fraction(bonus.percent))
        line = PartLine(BONUS, amount, f"{_number(bonus.percent)} % of the base pay, {kind}")
    return _Part(line, line, line if bonus.guaranteed else None)


def _equity(equity: Equity) -> _Part:
    years = vesting(equity)
    average = rounded(_counted(equity) / max(Fraction(equity.years), Fraction(1)))
    grant = _grant_words(equity)
    first = f"{grant}; {_first_year_words(equity)}"
    many = f"an average of its {_number(equity.years)} years"
    steady = f"{grant}; {many if equity.years > 1 else 'all of it in one year'}"
    return _Part(PartLine(EQUITY, years[0], first), PartLine(EQUITY, average, steady), None)


def vesting(equity: Equity) -> tuple[int, ...]:
    """What vests in each year after the haircut, in minor units; together the whole grant.

    Nothing vests before the cliff; then all that has gathered by it does.
    """
    whole = _counted(equity)
    until = [rounded(whole * _vested(equity, year)) for year in range(ceil(equity.years) + 1)]
    return tuple(after - before for before, after in pairwise(until))


def _counted(equity: Equity) -> Fraction:
    return worth(equity) * (100 - Fraction(equity.haircut)) / 100


def _vested(equity: Equity, year: int) -> Fraction:
    """The share of a grant that has vested at the end of a year."""
    if year * MONTHS_A_YEAR < equity.cliff_months:
        return Fraction(0)
    if equity.schedule:
        return Fraction(sum(equity.schedule[:year], Decimal(0))) / 100
    return min(year / Fraction(equity.years), Fraction(1))


def _grant_words(equity: Equity) -> str:
    if equity.value is not None:
        said = f"{_VALUED_NAMES[equity.kind]} as valued"
    else:
        each = "price less strike" if equity.strike is not None else "price"
        said = f"{_number(equity.units or Decimal(0))} {_UNIT_NAMES[equity.kind]} at their {each}"
        said += "" if worth(equity) else ", under water"
    return said + (f", less {_number(equity.haircut)} %" if equity.haircut else "")


def _first_year_words(equity: Equity) -> str:
    cliff = f"cliff of {equity.cliff_months} months" if equity.cliff_months else "no cliff"
    if equity.cliff_months > MONTHS_A_YEAR:
        return f"nothing vests in the first year, {cliff}"
    share = _vested(equity, 1) * 100
    return f"{_number(Decimal(share.numerator) / share.denominator)} % vests, {cliff}"


def _match(match: Match, base: Fraction | None) -> PartLine:
    amount = _percent_of(base, Fraction(match.percent) * Fraction(match.limit) / 100)
    share, limit = _number(match.percent), _number(match.limit)
    words = f"{share} % of what you save, if you save {limit} % of the base pay"
    return PartLine(MATCH, amount, words)


def _cost(name: str, a_month: int, package: Package) -> _Part:
    amount = money.amount(a_month, package.base.currency)
    words = f"{amount} a month × {MONTHS_A_YEAR}"
    return _always(PartLine(name, -a_month * MONTHS_A_YEAR, words))


def _number(number: Decimal) -> str:
    """As in "12.5", "4", "33.33"."""
    shown = f"{round(number, 2):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
