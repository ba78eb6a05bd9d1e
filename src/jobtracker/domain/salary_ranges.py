"""Salary ranges of a role by level, and which of them fits a title."""

from typing import NamedTuple

from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay


class Percentiles(NamedTuple):
    """Minor units in the range's own currency and period; None where a source has none."""

    p10: int | None = None
    p25: int | None = None
    p50: int | None = None
    p75: int | None = None
    p90: int | None = None


class SalaryRange(NamedTuple):
    """What a role pays. `level` is lower case ("senior"), empty for the whole role.

    `kind` says who speaks: employer, reported, estimate, official or own. A range without a
    source is shown as such.
    """

    level: str
    pay: Pay
    experience: str = ""
    place: str = ""
    kind: str = ""
    source: str = ""
    source_date: str = ""
    licence: str = ""
    percentiles: Percentiles = Percentiles()


def whole_range(salaries: tuple[SalaryRange, ...]) -> SalaryRange | None:
    """The range of the role as a whole.

    That is the one stated without a level (a real range before a single figure), else from
    the lowest to the highest of its levels as far as they share the first one's currency and
    period.
    """
    usable = [s for s in salaries if s.pay.low is not None and s.pay.high is not None]
    if not usable:
        return next(iter(salaries), None)
    stated = [s for s in usable if not s.level]
    if stated:
        return next((s for s in stated if s.pay.low != s.pay.high), stated[0])
    first = usable[0]
    alike = [s for s in usable if _money(s) == _money(first)]
    low = min(s.pay.low for s in alike if s.pay.low is not None)
    high = max(s.pay.high for s in alike if s.pay.high is not None)
    return first._replace(level="", experience="", pay=first.pay._replace(low=low, high=high))


def range_for(salaries: tuple[SalaryRange, ...], title: str, level: str = "") -> SalaryRange | None:
    """The range that fits a title: of the level its words name, else the whole role's.

    `level`, where the person chose one, wins over the title's words.
    """
    wanted = level or level_in(title)
    fitting = next((s for s in salaries if wanted and s.level == wanted), None)
    return fitting or whole_range(salaries)


def _money(salary: SalaryRange) -> tuple[str | None, str | None]:
    return salary.pay.currency, salary.pay.period
