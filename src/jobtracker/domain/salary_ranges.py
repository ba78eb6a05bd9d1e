"""Salary ranges of a role by level, which of them fits a title, and how far to trust one."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay

OLD_AFTER_MONTHS = 18
THIN_BELOW = 10
"""Fewer answers than these do not make a range to lean on."""

_DAY = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_UNDATED = "undated"


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
    source is shown as such. `n` counts the answers behind it, `employment` the jobs it is about,
    with `rse`, the relative standard error of that count, in percent as written. `notes` are
    the source's own words on single figures. `at_least` names the percentiles ("p90") that are
    top-coded: what is known of them is that they are this much or more. `code` is the
    occupation's and `area` the area's, as the source numbers them.
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
    n: int | None = None
    employment: int | None = None
    rse: str = ""
    notes: tuple[str, ...] = ()
    code: str = ""
    area: str = ""
    at_least: tuple[str, ...] = ()

    @property
    def is_thin(self) -> bool:
        """Whether its source says that only few people stand behind it."""
        return self.n is not None and self.n < THIN_BELOW


def whole_range(salaries: tuple[SalaryRange, ...]) -> SalaryRange | None:
    """The range of the role as a whole.

    That is the one stated without a level (a real range before a single figure), else from
    the lowest to the highest of its levels as far as they share the first one's currency and
    period; of these the percentiles are left out, which are each level's own.
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
    whole = first._replace(level="", experience="", pay=first.pay._replace(low=low, high=high))
    return whole if len(alike) == 1 else _without_figures_of_a_level(whole)


def _without_figures_of_a_level(whole: SalaryRange) -> SalaryRange:
    return whole._replace(
        percentiles=Percentiles(), n=None, employment=None, rse="", notes=(), at_least=()
    )


def range_for(salaries: tuple[SalaryRange, ...], title: str, level: str = "") -> SalaryRange | None:
    """The range that fits a title: of the level its words name, else the whole role's.

    `level`, where the person chose one, wins over the title's words.
    """
    wanted = level or level_in(title)
    fitting = next((s for s in salaries if wanted and s.level == wanted), None)
    return fitting or whole_range(salaries)


def _money(salary: SalaryRange) -> tuple[str | None, str | None]:
    return salary.pay.currency, salary.pay.period


def age(salary: SalaryRange, today: date) -> str:
    """Is "old" where its source is of more than 18 months ago, else "".

    A source that names only a year or a month counts from the end of it; one that names
    neither has no age.
    """
    told = _last_day_of(salary.source_date)
    return "old" if told is not None and _old_from(told) <= today else ""


def trust_words(salary: SalaryRange, today: date) -> tuple[str, ...]:
    """What to know before leaning on it: "from 2024", "only 6 answers", "employment 1,654,440,
    RSE 0.6 %". Nothing where there is nothing to say.
    """
    words = []
    told = _last_day_of(salary.source_date)
    if told is not None and age(salary, today):
        words.append(f"from {told.year}")
    if salary.n is not None and salary.is_thin:
        words.append(f"only {salary.n} answer" + ("" if salary.n == 1 else "s"))
    if salary.employment is not None:
        error = f", RSE {salary.rse} %" if salary.rse else ""
        words.append(f"employment {salary.employment:,}{error}")
    return tuple(words)


def _last_day_of(source_date: str) -> date | None:
    """The last day that a source's date can mean: "2025-05" is 31 May, "2024" 31 December."""
    if source_date.startswith(_UNDATED):
        return None
    found = _DAY.search(source_date)
    if found:
        year, month = int(found[1]), int(found[2])
        try:
            return date(year, month, int(found[3] or _last_day(year, month)))
        except ValueError:  # no month or day of that number: its year still holds
            return date(year, 12, 31) if year else None
    years = _YEAR.findall(source_date)
    return date(int(max(years)), 12, 31) if years else None


def _last_day(year: int, month: int) -> int:
    """Of a month. Raises ValueError where there is none of that number."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day  # noqa: PLR2004


def _old_from(told: date) -> date:
    """The first day on which a source of `told` is older than 18 months."""
    months = told.year * 12 + told.month - 1 + OLD_AFTER_MONTHS
    year, month = divmod(months, 12)
    last = _last_day(year, month + 1)
    day = date(year, month + 1, min(told.day, last))
    return date.fromordinal(day.toordinal() + 1)
