"""Puts the lines of the salary page together: ranges with the figures that stand on them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain.benchmarks import Figure
from jobtracker.domain.exchange_rates import Rate, converted
from jobtracker.domain.matching import best_matches, level_in
from jobtracker.domain.offers import OfferLine
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, Pay, Period, convert
from jobtracker.domain.position import stand
from jobtracker.domain.salary_lines import (
    ASK,
    BY_LEVEL,
    BY_PLACE,
    OFFER,
    OFFICIAL,
    POSTING,
    RELATED,
    TABLE,
    WHAT_IF,
    PayMark,
    SalaryLine,
)
from jobtracker.domain.salary_ranges import SalaryRange, whole_range
from jobtracker.storage.salary_reading import Applied, RoleFigures

MOST_MARKS = 150
"""On one line; more could be neither told apart nor read out."""
LEVELS = ("", "intern", "junior", "mid", "senior", "lead", "staff", "principal")


class Told(NamedTuple):
    """A figure that somebody named, before it stands on a line."""

    kind: str
    name: str
    pay: Pay
    level: str
    on: date | None = None
    application_id: int | None = None
    offer_id: int | None = None


def told_of(applied: Iterable[Applied], offers: Sequence[OfferLine]) -> list[Told]:
    """What these applications and their offers say, offers first; a posting counts though it names
    no pay.
    """
    by_application: dict[int, list[OfferLine]] = {}
    for offer in offers:
        if (key := offer.record.application_id) is not None:
            by_application.setdefault(key, []).append(offer)
    told: list[Told] = []
    for one in applied:
        level = one.level or level_in(one.role)
        told += [told_offer(offer, level) for offer in by_application.get(one.id, ())]
        told.append(Told(POSTING, one.company, one.pay, level, one.on, one.id))
        told.append(Told(ASK, one.company, one.ask, level, None, one.id))
    known = [
        one
        for one in told
        if one.kind == POSTING or one.pay.low is not None or one.pay.high is not None
    ]
    return sorted(known, key=lambda one: one.kind not in {OFFER, WHAT_IF})


def told_offer(offer: OfferLine, level: str = "") -> Told:
    record = offer.record
    kind = WHAT_IF if record.what_if else OFFER
    base = _by_its_own_hours(record.package)
    return Told(kind, offer.name, base, level, record.received_on, record.application_id, record.id)


def _by_its_own_hours(package: Package) -> Pay:
    """The base as it is, or by the year where the offer has other hours or weeks than usual."""
    usual = package.hours == HOURS_A_WEEK and package.weeks == WEEKS_A_YEAR
    if usual:
        return package.base
    return convert(package.base, Period.YEAR, Fraction(package.hours), Fraction(package.weeks))


class TypedRates:
    """The newest rate of each two currencies; `used` are those that something was counted by."""

    def __init__(self, newest_first: Iterable[Rate] = ()) -> None:
        self._by_pair: dict[frozenset[str | None], Rate] = {}
        self.used: dict[Rate, None] = {}
        for rate in newest_first:
            self._by_pair.setdefault(frozenset((rate.base, rate.quote)), rate)

    def between(self, one: str | None, other: str | None) -> Rate | None:
        """What an amount of one is counted by in the other; None too where both are the same."""
        found = self._by_pair.get(frozenset((one, other)))
        if found is not None:
            self.used[found] = None
        return found


class Placing:
    """Puts figures on lines; each is labelled on the first line it stands on."""

    def __init__(self, rates: TypedRates | None = None) -> None:
        self._seen: set[tuple[str, int | None, int | None]] = set()
        self.rates = rates or TypedRates()

    def on(self, line: SalaryLine, told: Sequence[Told]) -> SalaryLine:
        """The line with these figures on it."""
        shown = told[:MOST_MARKS]
        marks = tuple(self._mark(one, line.range) for one in shown)
        return line._replace(marks=marks, left_out=len(told) - len(shown))

    def _mark(self, told: Told, salary: SalaryRange) -> PayMark:
        known = (told.kind, told.application_id, told.offer_id)
        first = known not in self._seen
        self._seen.add(known)
        known_pay = told.pay.low is not None or told.pay.high is not None
        rate = self.rates.between(told.pay.currency, salary.pay.currency) if known_pay else None
        return PayMark(
            told.kind,
            told.name,
            told.pay,
            stand(told.pay, salary, rate=rate),
            told.on,
            told.application_id,
            told.offer_id,
            first,
            converted(told.pay, rate) if rate else None,
        )


def role_lines(role: RoleFigures, told: Sequence[Told], placing: Placing) -> list[SalaryLine]:
    """One line for each range of a profile. A figure stands under its level; one of no level or of
    another in the range of the whole role, as everywhere in the program.
    """
    known = {salary.level for salary in role.salaries}
    rest = [one for one in told if one.level not in known or not one.level]
    whole = whole_range(role.salaries)
    ranges = list(role.salaries)
    if rest and whole is not None and "" not in known:
        ranges.insert(0, whole)
    lines = []
    for salary in ranges:
        here = [one for one in told if one.level == salary.level] if salary.level else rest
        lines.append(placing.on(SalaryLine(role.id, role.title, salary, own=True), here))
    return lines


def official_line(
    figure: Figure, told: Sequence[Told], placing: Placing, profile_id: int = 0
) -> SalaryLine | None:
    """A figure of the pack; None where neither an hour's nor a year's pay was released."""
    ranges = official_ranges(figure)
    if ranges is None:
        return None
    line = SalaryLine(
        profile_id,
        figure.occupation.title,
        ranges[0],
        own=False,
        kind=OFFICIAL,
        by_hour=ranges[1],
    )
    return placing.on(line, told)


def official_ranges(figure: Figure) -> tuple[SalaryRange, SalaryRange] | None:
    """A figure by the year and by the hour; where one was not released, the other for both."""
    year, hour = figure.as_range(Period.YEAR), figure.as_range(Period.HOUR)
    known = [any(end is not None for end in one.percentiles) for one in (year, hour)]
    if not any(known):
        return None
    return (year if known[0] else hour), (hour if known[1] else year)


def table_line(
    salary: SalaryRange, role: str, told: Sequence[Told], placing: Placing
) -> SalaryLine:
    """A row of an imported table, with the figures of its level."""
    here = [one for one in told if not salary.level or one.level in {"", salary.level}]
    return placing.on(SalaryLine(0, role, salary, own=False, kind=TABLE), here)


def related_lines(roles: Sequence[RoleFigures], known: Mapping[str, int]) -> list[SalaryLine]:
    """The roles that these profiles name beside themselves, each once."""
    shown = {role.title.casefold() for role in roles}
    lines: list[SalaryLine] = []
    for role in roles:
        day = role.updated_on.isoformat() if role.updated_on else ""
        for other in role.related:
            title = other.title.casefold()
            if title in shown or (other.pay.low is None and other.pay.high is None):
                continue
            shown.add(title)
            salary = SalaryRange("", other.pay, source=role.source, source_date=day)
            key = known.get(title, role.id)
            lines.append(SalaryLine(key, other.title, salary, own=False, kind=RELATED))
    return lines


def role_of_row(title: str, roles: Sequence[RoleFigures]) -> int:
    """The profile whose title a table's row is nearest to; 0 where it is near to none."""
    best = best_matches(title, [(role.id, role.title) for role in roles], limit=1)
    return best[0].profile_id if best else 0


def grouped(lines: Sequence[SalaryLine], by: str) -> list[SalaryLine]:
    """In the order of a grouping; by role they stay as they are."""
    if by == BY_LEVEL:
        return sorted(lines, key=lambda line: _rank(line.range.level))
    if by == BY_PLACE:
        return sorted(lines, key=lambda line: (not line.range.place, line.range.place))
    return list(lines)


def levels_of(lines: Iterable[SalaryLine]) -> tuple[str, ...]:
    """The levels that are stated, from the lowest."""
    return tuple(sorted({line.range.level for line in lines} - {""}, key=_rank))


def of_level(lines: Iterable[SalaryLine], level: str) -> list[SalaryLine]:
    """The lines of one level, with those that are for every level."""
    return [line for line in lines if not level or line.range.level in {"", level}]


def _rank(level: str) -> tuple[int, str]:
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS)), level
