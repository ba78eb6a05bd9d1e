"""What the salary page shows: ranges side by side, each with its source, and who stands where."""

from datetime import date
from typing import NamedTuple

from jobtracker.domain.benchmarks import Area, Figure, Occupation
from jobtracker.domain.exchange_rates import Rate
from jobtracker.domain.offers import OfferRecord, Totals
from jobtracker.domain.pay import Pay
from jobtracker.domain.position import Position
from jobtracker.domain.salary_ranges import SalaryRange

BY_ROLE, BY_LEVEL, BY_PLACE = "role", "level", "place"
GROUPED = (BY_ROLE, BY_LEVEL, BY_PLACE)
POSTING, ASK, OFFER, WHAT_IF = "posting", "ask", "offer", "what-if"
PROFILE, RELATED, OFFICIAL, TABLE = "profile", "related", "official", "table"


class SalaryQuery(NamedTuple):
    """Which ranges to show. Without a profile and without `occupations` (codes as in "15-1252")
    these are the roles of open applications. `level` narrows, empty for all of them; an empty
    `area` is that of the person's own places. With an `application_id` its role is shown.
    """

    profile_id: int | None = None
    level: str = ""
    area: str = ""
    grouped: str = BY_ROLE
    occupations: tuple[str, ...] = ()
    application_id: int | None = None


YOUR_ROLES = SalaryQuery()


class PayMark(NamedTuple):
    """A figure on a line: what a posting names, the person asks for, or an offer says.

    `name` is the company's, or what an offer is called; `on` the day it is of. `first` is false
    where the same figure stands on an earlier line too. `counted` is the pay in the currency of
    the line where that is another: by a rate the person typed, which `position` names.
    """

    kind: str
    name: str
    pay: Pay
    position: Position
    on: date | None = None
    application_id: int | None = None
    offer_id: int | None = None
    first: bool = True
    counted: Pay | None = None


class SalaryLine(NamedTuple):
    """A range of the salary page, from one source: no two are ever averaged.

    `kind` is PROFILE (a level of a role's profile), RELATED (a role that such a profile names),
    OFFICIAL or TABLE (a row of an imported one). `own` is true for the profiles that were asked
    for. A related role has the source of the profile that names it; `profile_id` is its own
    profile where there is one, else that one; 0 where no profile is behind a line. `by_hour` is
    the same range as its source states it for an hour, where it does. `left_out` counts marks
    that are too many to show.
    """

    profile_id: int
    title: str
    range: SalaryRange
    own: bool
    marks: tuple[PayMark, ...] = ()
    kind: str = PROFILE
    by_hour: SalaryRange | None = None
    left_out: int = 0

    @property
    def postings(self) -> tuple[PayMark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == POSTING)

    @property
    def asks(self) -> tuple[PayMark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == ASK)

    @property
    def offers(self) -> tuple[PayMark, ...]:
        return tuple(mark for mark in self.marks if mark.kind in {OFFER, WHAT_IF})


class Aim(NamedTuple):
    """What the person looks for: three figures of a target role, each None where not said."""

    target_id: int
    title: str
    floor: Pay | None
    target: Pay | None
    stretch: Pay | None


class OfferStanding(NamedTuple):
    """An offer as the page lists it: its parts, and where its base stands in which benchmark.

    `to_target` is its base by the year less the target, in minor units of its own currency; None
    where the two cannot be compared. `rate` is what it was counted by where that took one.
    """

    record: OfferRecord
    name: str
    role: str
    totals: Totals
    benchmark: SalaryRange | None
    position: Position
    to_target: int | None
    rate: Rate | None = None


class SalaryView(NamedTuple):
    """All that the page shows at once. `left_out` counts rows of imported tables beyond those
    that are shown; `levels` are those the shown roles know; `rates` are what amounts of other
    currencies were counted by.
    """

    query: SalaryQuery
    lines: tuple[SalaryLine, ...]
    area: Area
    aim: Aim | None
    offers: tuple[OfferStanding, ...]
    levels: tuple[str, ...]
    today: date
    left_out: int = 0
    rates: tuple[Rate, ...] = ()


class PlacedBenchmark(NamedTuple):
    """One source's range for an application's role, and where its figures stand in it."""

    range: SalaryRange
    title: str
    posted: Position
    asked: Position
    offers: tuple[tuple[OfferRecord, Position], ...]


class ExploreQuery(NamedTuple):
    """All areas of one occupation, or with `by_occupation` all occupations of one area."""

    code: str
    area: str
    by_occupation: bool = False


class ExploredRow(NamedTuple):
    """One official figure of the list, as a range by the year and by the hour."""

    figure: Figure
    range: SalaryRange
    by_hour: SalaryRange
    position: Position


class Explored(NamedTuple):
    """A list of official figures by median, the highest first; figures without one come last.

    `pay` is the person's own figure that is placed on each of them.
    """

    query: ExploreQuery
    occupation: Occupation | None
    area: Area
    rows: tuple[ExploredRow, ...]
    pay: Pay | None
