"""What a person sees of pay: ranges of roles side by side, and where applications stand in them."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.benchmarks import NATION, Area
from jobtracker.domain.exchange_rates import Rate
from jobtracker.domain.offers import OfferLine, OfferRecord
from jobtracker.domain.pay import Pay
from jobtracker.domain.position import Position, stand
from jobtracker.domain.salary_lines import (
    YOUR_ROLES,
    Explored,
    ExploredRow,
    ExploreQuery,
    PlacedBenchmark,
    SalaryLine,
    SalaryQuery,
    SalaryView,
)
from jobtracker.domain.salary_ranges import SalaryRange, range_for
from jobtracker.domain.target_roles import TargetRole
from jobtracker.services import salary_assembly as assembly
from jobtracker.services.base import Service
from jobtracker.services.salary_assembly import Placing, Told, TypedRates
from jobtracker.services.salary_offers import aim_of, standings, with_target
from jobtracker.services.salary_places import Nearness, nearest
from jobtracker.storage import profiles, salary_reading
from jobtracker.storage import rates as exchange_rates
from jobtracker.storage.salary_reading import Applied, RoleFigures

if TYPE_CHECKING:
    from jobtracker.domain.changes import Done
    from jobtracker.domain.salary_lines import Aim
    from jobtracker.services.benchmarks import Benchmarks
    from jobtracker.services.offers import Offers
    from jobtracker.services.salary_tables import SalaryTables
    from jobtracker.services.targets import Targets

SURE = 0.75
"""How well an occupation must fit a title to stand beside it unasked."""
MOST_ROWS = 40
"""Rows of imported tables that are shown with the ranges; the others are counted."""
ROWS_BESIDE = 4
"""Of them beside one application."""


class _Read(NamedTuple):
    """What the workspace's file says, for one view."""

    roles: list[RoleFigures]
    applied: list[Applied]
    titles: list[tuple[int, str]]
    rates: list[Rate]


class Salaries(Service):
    """Every answer is a fixed number of statements, however many roles there are."""

    def lines(self, query: SalaryQuery = YOUR_ROLES) -> list[SalaryLine]:
        """The ranges asked for, from every source there is, each with who stands on it."""
        return list(self.view(query).lines)

    def view(self, query: SalaryQuery = YOUR_ROLES) -> SalaryView:
        """The ranges with the person's target, and all offers. Raises NotFoundError where the
        profile or the application asked for is gone.
        """
        offers, targets = self._offers.open(), self._targets.all()
        read = self._read(query, offers)
        places = [place for role in targets for place in role.places]
        area = self._area(query, places, read)
        wanted = () if query.area else (*places, *(one.location for one in read.applied))
        near = Nearness(area, wanted, self._benchmarks.area_for)
        shown = [role for role in read.roles if self._is_asked(query, role, read)]
        rates = TypedRates(read.rates)
        lines, left_out = self._lines(query, read, shown, near, offers, Placing(rates))
        levels = assembly.levels_of(lines)
        kept = assembly.grouped(assembly.of_level(lines, query.level), query.grouped)
        aim = aim_of(targets, [role.id for role in shown], query.profile_id)
        listed = standings(offers, read.roles, read.applied, kept, aim, rates)
        return SalaryView(
            query,
            tuple(kept),
            area,
            aim,
            listed,
            levels,
            self._clock.today(),
            left_out,
            tuple(rates.used),
        )

    def of_profile(self, profile_id: int) -> list[SalaryLine]:
        """The same of one profile, whether applications link it or not."""
        return self.lines(SalaryQuery(profile_id))

    def query_for(self, application_id: int) -> SalaryQuery:
        """What to ask for to see one application's pay: its role's profile, else the occupation
        that its title names. Raises NotFoundError.
        """
        one = self._application(application_id)
        found = () if one.profile_id else self._codes(one.role)
        return SalaryQuery(one.profile_id, occupations=found, application_id=application_id)

    def of_application(self, application_id: int) -> tuple[PlacedBenchmark, ...]:
        """Every source's range for the role of an application, its own profile's first, then the
        official figure of its place, then rows of imported tables. Raises NotFoundError.
        """
        one = self._application(application_id)
        with self._db.read() as session:
            roles = salary_reading.roles(session, [one.profile_id] if one.profile_id else [])
        records = self._offers.of(application_id)
        found = [
            (role.title, salary)
            for role in roles
            if (salary := range_for(role.salaries, one.role, one.level)) is not None
        ]
        codes = tuple(role.code for role in roles if role.code) or self._codes(
            roles[0].title if roles else one.role
        )
        area = self._benchmarks.area_for(one.location) or self._nation
        for code in codes:
            line = self._official(code, area, (), Placing())
            found += [(line.title, line.range)] if line else []
        titles = [one.role, *(role.title for role in roles)]
        rows = self._tables.matching(titles, codes)[:ROWS_BESIDE]
        found += [(role, salary) for _, salary, role in rows]
        return tuple(_placed(title, salary, one, records) for title, salary in found)

    def move_target(
        self, text: str, aim: "Aim | None", title: str, currency: str | None = None
    ) -> "Done[int]":
        """Make the figure typed the target of the role that is aimed at, else of a new target role
        of this title, which counts in `currency` where none is typed.

        Raises InvalidInputError, NotFoundError.
        """
        from jobtracker.domain.typed_pay import understood_pay

        typed = understood_pay(text)
        if aim is None:
            made = TargetRole(title=title, currency=currency)
            return self._targets.add(with_target(made, typed))
        return self._targets.edit(
            aim.target_id, with_target(self._targets.load(aim.target_id), typed)
        )

    def explore(self, query: ExploreQuery) -> Explored:
        """All areas of one occupation, or all occupations of one area, by their median."""
        benchmarks = self._benchmarks
        area = self._areas.get(query.area, self._nation)
        if query.by_occupation:
            figures = benchmarks.all_occupations(area.code)
        else:
            figures = benchmarks.all_areas(query.code)
        here = benchmarks.figure(query.code, area.code) or next(iter(figures), None)
        pay = self._own_pay()
        rows = []
        for figure in figures:
            ranges = assembly.official_ranges(figure)
            if ranges is not None:
                position = stand(pay or Pay(), ranges[0])
                rows.append(ExploredRow(figure, *ranges, position))
        rows.sort(key=lambda row: -_median(row.range))
        return Explored(query, here.occupation if here else None, area, tuple(rows), pay)

    def _own_pay(self) -> Pay | None:
        """What is placed on every figure: the target, else the newest real offer."""
        aim = aim_of(self._targets.all(), [], None)
        if aim is not None and aim.target is not None:
            return aim.target
        real = [one.record for one in self._offers.open() if not one.record.what_if]
        return real[0].package.base if real else None

    def _read(self, query: SalaryQuery, offers: Sequence[OfferLine]) -> _Read:
        wanted = {one.record.application_id for one in offers} | {query.application_id}
        with self._db.read() as session:
            applied = salary_reading.open_applications(session)
            beside = wanted - {one.id for one in applied} - {None}
            applied += salary_reading.applications(session, [key for key in beside if key])
            counts = Counter(one.profile_id for one in applied if one.profile_id)
            ids = [key for key, _ in counts.most_common()]
            if query.profile_id is not None:
                ids = [profiles.id_of(session, str(query.profile_id)), *ids]
            roles = salary_reading.roles(session, list(dict.fromkeys(ids)))
            known = profiles.titles(session)
            typed = exchange_rates.every(session)
        roles.sort(key=lambda role: (-counts[role.id], role.title))
        return _Read(roles, applied, known, typed)

    def _is_asked(self, query: SalaryQuery, role: RoleFigures, read: _Read) -> bool:
        if query.profile_id is not None:
            return role.id == query.profile_id
        open_ones = {one.profile_id for one in read.applied}
        return not query.occupations and role.id in open_ones

    def _lines(
        self,
        query: SalaryQuery,
        read: _Read,
        shown: Sequence[RoleFigures],
        near: Nearness,
        offers: Sequence[OfferLine],
        placing: Placing,
    ) -> tuple[list[SalaryLine], int]:
        """The lines role by role, then the related ones; how many rows of tables are too many."""
        area = near.area
        codes = {role.id: self._codes_of(role) for role in shown}
        every = {code for some in codes.values() for code in some} | set(query.occupations)
        titles = [role.title for role in shown] or self._titles(query.occupations, area)
        found = self._tables.matching(titles, tuple(every)) if titles else []
        rows = nearest(found, near, MOST_ROWS)
        whose = [assembly.role_of_row(role, shown) for _, _, role in rows]
        free = [assembly.told_offer(one) for one in offers if one.record.application_id is None]
        lines: list[SalaryLine] = []
        official: set[str] = set()
        for role in shown:
            told = free + assembly.told_of(_linked(read, role.id), offers)
            free = []
            lines += assembly.role_lines(role, told, placing)
            alike = {other.id for other in shown if set(codes[other.id]) & set(codes[role.id])}
            others = [one for one in read.applied if one.profile_id in alike - {role.id}]
            on_official = told + assembly.told_of(others, offers)
            fresh = [code for code in codes[role.id] if code not in official]
            official.update(fresh)
            lines += self._officials(fresh, area, on_official, placing, role.id)
            own = [row for row, key in zip(rows, whose, strict=True) if key == role.id]
            lines += [assembly.table_line(salary, name, told, placing) for _, salary, name in own]
        one = [a for a in read.applied if a.id == query.application_id and not a.profile_id]
        told = free + assembly.told_of(one, offers)
        lines += self._officials(query.occupations, area, told, placing)
        rest = [row for row, key in zip(rows, whose, strict=True) if not key]
        lines += [assembly.table_line(salary, name, told, placing) for _, salary, name in rest]
        by_title = {title.casefold(): key for key, title in reversed(read.titles)}
        lines += assembly.related_lines(shown, by_title)
        return lines, len(found) - len(rows)

    def _officials(
        self,
        codes: Sequence[str],
        area: Area,
        told: Sequence[Told],
        placing: Placing,
        profile_id: int = 0,
    ) -> list[SalaryLine]:
        found = (self._official(code, area, told, placing, profile_id) for code in codes)
        return [line for line in found if line is not None]

    def _official(
        self,
        code: str,
        area: Area,
        told: Sequence[Told],
        placing: Placing,
        profile_id: int = 0,
    ) -> SalaryLine | None:
        """The figure of a place, else the nation's, which says so by its own place."""
        for place in dict.fromkeys((area.code, NATION)):
            figure = self._benchmarks.figure(code, place)
            line = assembly.official_line(figure, told, placing, profile_id) if figure else None
            if line is not None:
                return line
        return None

    def _area(self, query: SalaryQuery, places: Sequence[str], read: _Read) -> Area:
        """The area asked for, else that of the first of the person's places that is known."""
        if query.area:
            return self._areas.get(query.area, self._nation)
        one = [a.location for a in read.applied if a.id == query.application_id]
        often = Counter(a.location for a in read.applied if a.location).most_common(3)
        for place in (*one, *places, *(name for name, _ in often)):
            area = self._benchmarks.area_for(place) if place else None
            if area is not None:
                return area
        return self._nation

    def _codes_of(self, role: RoleFigures) -> tuple[str, ...]:
        return (role.code,) if role.code else self._codes(role.title)

    def _codes(self, title: str) -> tuple[str, ...]:
        """The occupation that a title names, remembered: the pack does not change."""
        if title not in self._found:
            found = self._benchmarks.find(title, limit=1)
            self._found[title] = tuple(one.occupation.code for one in found if one.score >= SURE)
        return self._found[title]

    def _titles(self, codes: Sequence[str], area: Area) -> list[str]:
        figures = (self._benchmarks.figure(code, area.code) for code in codes)
        return [figure.occupation.title for figure in figures if figure is not None]

    def _application(self, application_id: int) -> Applied:
        from jobtracker.storage import applications

        with self._db.read() as session:
            key = applications.id_of(session, str(application_id))
            return salary_reading.applications(session, [key])[0]

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _areas(self) -> dict[str, Area]:
        return {area.code: area for area in self._benchmarks.areas()}

    @property
    def _nation(self) -> Area:
        return self._areas[NATION]

    @cached_property
    def _benchmarks(self) -> "Benchmarks":
        from jobtracker.services.benchmarks import Benchmarks

        return Benchmarks(self._db, self._clock)

    @cached_property
    def _offers(self) -> "Offers":
        from jobtracker.services.offers import Offers

        return Offers(self._db, self._clock)

    @cached_property
    def _tables(self) -> "SalaryTables":
        from jobtracker.services.salary_tables import SalaryTables

        return SalaryTables(self._db, self._clock)

    @cached_property
    def _targets(self) -> "Targets":
        from jobtracker.services.targets import Targets

        return Targets(self._db, self._clock)


def _linked(read: _Read, profile_id: int) -> list[Applied]:
    return [one for one in read.applied if one.profile_id == profile_id]


def _placed(
    title: str, salary: SalaryRange, one: Applied, records: Sequence[OfferRecord]
) -> PlacedBenchmark:
    offers: tuple[tuple[OfferRecord, Position], ...] = tuple(
        (record, stand(record.package.base, salary)) for record in records
    )
    return PlacedBenchmark(salary, title, stand(one.pay, salary), stand(one.ask, salary), offers)


def _median(salary: SalaryRange) -> int:
    """For sorting: a year's median, and what is not released at the end."""
    from jobtracker.domain.pay import Period

    middle = salary.percentiles.p50
    if middle is None:
        return max((end for end in salary.percentiles if end is not None), default=-1)
    return middle * 2080 if salary.pay.period is Period.HOUR else middle
