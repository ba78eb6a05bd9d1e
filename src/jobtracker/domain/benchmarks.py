"""Official wage figures: what an occupation pays in an area, with what its publisher says of it.

The shapes are those of the Occupational Employment and Wage Statistics of the U.S. Bureau of
Labor Statistics: https://www.bls.gov/oes/oes_doc.htm. A figure keeps the cell of the pack and
works its parts out when they are asked for, since a page reads hundreds of them.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange

NATION = "0000000"
TOP_CODED, NOT_RELEASED, ONE_PERIOD_ONLY = "5", "8", "4"
"""Footnotes: the wage is this much or more; nothing is released; paid by hour or year alone."""
TOP_HOURLY, TOP_YEARLY = 11_500, 23_920_000
"""Cents: what a top-coded wage is at least, an hour and a year."""
TOP_WORDS = "$115.00 an hour or $239,200 a year, or more"
NOT_RELEASED_WORDS = "not released"
ONLY_WORDS = {Period.HOUR: "paid by the year only", Period.YEAR: "paid by the hour only"}
"""Why there is no pay by this period."""
_WAGES = {Period.HOUR: "hourly", Period.YEAR: "yearly"}
CURRENCY = "USD"
HOURS_A_YEAR = 2080
"""What the Bureau multiplies an hourly wage by for a yearly one."""

NOTHING: Mapping[str, frozenset[str]] = {}


class Occupation(NamedTuple):
    """`code` as the Standard Occupational Classification writes it, "15-1252"."""

    code: str
    title: str


class Area(NamedTuple):
    """`kind` is nation, state, metropolitan or nonmetropolitan; `state` as in "TX", "" for all."""

    code: str
    name: str
    kind: str
    state: str = ""


class Passport(NamedTuple):
    """Where a pack comes from. `source_date` is what its figures are about ("2025-05"),
    `released` the day of publishing, `checksum` the SHA-256 of the file it was built from.
    """

    name: str
    publisher: str
    release: str
    source_date: str
    released: str
    licence: str
    kind: str
    how_made: str
    checksum: str
    credit: str


class Cell(NamedTuple):
    """One row of the pack. Wages by the hour are cents; those by the year are tens of dollars,
    as the difference from the hourly wage times 2,080 where there is one. Errors are tenths of
    a percent, jobs are thousandths a 1,000, quotients hundredths. None where nothing stands.
    """

    employment: int | None = None
    rse: int | None = None
    mean_rse: int | None = None
    jobs_per_1000: int | None = None
    location_quotient: int | None = None
    hourly_mean: int | None = None
    hourly_p10: int | None = None
    hourly_p25: int | None = None
    hourly_p50: int | None = None
    hourly_p75: int | None = None
    hourly_p90: int | None = None
    yearly_mean: int | None = None
    yearly_p10: int | None = None
    yearly_p25: int | None = None
    yearly_p50: int | None = None
    yearly_p75: int | None = None
    yearly_p90: int | None = None


class Figure(NamedTuple):
    """What an occupation pays in an area, in cents of a dollar.

    `notes` has the footnotes by field ("hourly.p90", "yearly.mean", "employment", "rse",
    "mean_rse", "jobs_per_1000", "location_quotient"): "5" top-coded, "8" not released, "4"
    paid by hour or year alone.
    """

    occupation: Occupation
    area: Area
    row: Sequence[int | None]
    """The pack's row: what `Cell` names, and perhaps more after it."""
    passport: Passport
    notes: Mapping[str, frozenset[str]] = NOTHING

    @property
    def cell(self) -> Cell:
        return Cell(*self.row[: len(Cell._fields)])

    @property
    def hourly(self) -> Percentiles:
        return Percentiles(*self.cell[6:11])

    @property
    def yearly(self) -> Percentiles:
        cell = self.cell
        return Percentiles(*map(yearly_of, cell[6:11], cell[12:17]))

    @property
    def hourly_mean(self) -> int | None:
        return self.cell.hourly_mean

    @property
    def yearly_mean(self) -> int | None:
        cell = self.cell
        return yearly_of(cell.hourly_mean, cell.yearly_mean)

    @property
    def mean_rse(self) -> Decimal | None:
        """The relative standard error of the mean wage, in percent."""
        return _scaled(self.cell.mean_rse, 1)

    @property
    def employment(self) -> int | None:
        return self.cell.employment

    @property
    def rse(self) -> Decimal | None:
        """The relative standard error of the employment, in percent."""
        return _scaled(self.cell.rse, 1)

    @property
    def jobs_per_1000(self) -> Decimal | None:
        return _scaled(self.cell.jobs_per_1000, 3)

    @property
    def location_quotient(self) -> Decimal | None:
        """How many times as common the occupation is here as in the nation."""
        return _scaled(self.cell.location_quotient, 2)

    def percentiles(self, period: Period) -> Percentiles:
        """Those by the hour or by the year."""
        return self.hourly if period is Period.HOUR else self.yearly

    def usual_period(self) -> Period:
        """The year, or the hour where no pay by the year is published."""
        return Period.HOUR if ONE_PERIOD_ONLY in self._notes_of("yearly.p50") else Period.YEAR

    def top_coded(self, period: Period) -> tuple[str, ...]:
        """The percentiles ("p90") of which only the top code is known."""
        names = Percentiles._fields
        wages = _WAGES[period]
        return tuple(n for n in names if TOP_CODED in self._notes_of(f"{wages}.{n}"))

    def words(self, period: Period) -> tuple[str, ...]:
        """The footnotes in words, one a kind: "p75, p90: $115.00 an hour or ..., or more"."""
        said = []
        field = f"{_WAGES[period]}."
        for code, words in (
            (TOP_CODED, TOP_WORDS),
            (NOT_RELEASED, NOT_RELEASED_WORDS),
            (ONE_PERIOD_ONLY, ONLY_WORDS[period]),
        ):
            about = [n for n in Percentiles._fields if code in self._notes_of(field + n)]
            if about:
                whole = len(about) == len(Percentiles._fields)
                said.append(f"{'pay' if whole else ', '.join(about)}: {words}")
        if NOT_RELEASED in self._notes_of("employment"):
            said.append(f"employment: {NOT_RELEASED_WORDS}")
        return tuple(said)

    def lacking_words(self, period: Period | None) -> str:
        """That nothing is published by this hour or year, in a sentence; "" where it is, and of
        every other period.
        """
        if period not in _WAGES or ONE_PERIOD_ONLY not in self._notes_of(f"{_WAGES[period]}.p50"):
            return ""
        return f"The publisher gives no {_WAGES[period]} figure for {self.occupation.title}."

    def as_range(self, period: Period | None = None) -> SalaryRange:
        """As a salary range among others, by the year unless only the hour is published.

        Its low and high are the 25th and 75th percentile; a top-coded one leaves that end
        open, and stands in the percentiles with its top code.
        """
        period = period or self.usual_period()
        known, top = self.percentiles(period), self.top_coded(period)
        least = TOP_HOURLY if period is Period.HOUR else TOP_YEARLY
        low, high = known.p25, known.p75
        return SalaryRange(
            "",
            Pay(least if "p25" in top else low, high, CURRENCY, period),
            place=self.area.name,
            kind=self.passport.kind,
            source=f"{self.passport.credit}, {self.occupation.title} ({self.occupation.code})",
            source_date=self.passport.source_date,
            licence=self.passport.licence,
            percentiles=known._replace(**dict.fromkeys(top, least)),
            employment=self.employment,
            rse="" if self.rse is None else str(self.rse),
            notes=self.words(period),
            code=self.occupation.code,
            area=self.area.code,
            at_least=top,
        )

    def _notes_of(self, field: str) -> frozenset[str]:
        return self.notes.get(field, frozenset())


def yearly_of(hourly: int | None, kept: int | None) -> int | None:
    """Cents a year, from cents an hour and what the pack keeps beside them."""
    if kept is None:
        return None
    tens = kept if hourly is None else kept + (hourly * HOURS_A_YEAR - 500) // 1000
    return tens * 1000


def _scaled(number: int | None, places: int) -> Decimal | None:
    return None if number is None else Decimal(number).scaleb(-places)
