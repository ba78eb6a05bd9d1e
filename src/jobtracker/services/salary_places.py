"""Which rows of imported tables are about a place where the person looks for work."""

from collections.abc import Callable, Iterable, Sequence

from jobtracker.domain.benchmarks import NATION, Area
from jobtracker.domain.salary_tables import Matched
from jobtracker.domain.text import folded

ELSEWHERE = 6
"""Rows of other places that are shown of a role that no table has for the person's own."""


class Nearness:
    """Tells whether a place is in the area shown, or one of `places` by its name."""

    def __init__(
        self, area: Area, places: Iterable[str], area_for: Callable[[str], Area | None]
    ) -> None:
        self.area = area
        self._area_for = area_for
        self._named = {part for place in places for part in _parts(place)}
        self._known: dict[str, bool] = {}

    def fits(self, place: str) -> bool:
        """True too where no place is stated."""
        if place not in self._known:
            self._known[place] = not place or self._is_near(place)
        return self._known[place]

    def _is_near(self, place: str) -> bool:
        if self._named & _parts(place):
            return True
        found, here = self._area_for(place), self.area
        if found is None:
            return False
        alike = found.code == here.code or (found.state == here.state != "")
        return alike or NATION in (found.code, here.code)


def nearest(rows: Sequence[Matched], near: Nearness, most: int) -> list[Matched]:
    """The rows of fitting places in their order; of a role without any, some of elsewhere."""
    at_home = {row.role for row in rows if near.fits(row.range.place)}
    told: dict[str, int] = {}
    kept = []
    for row in rows:
        if row.role in at_home:
            shown = near.fits(row.range.place)
        else:
            told[row.role] = told.get(row.role, 0) + 1
            shown = told[row.role] <= ELSEWHERE
        if shown:
            kept.append(row)
    return kept[:most]


def _parts(place: str) -> set[str]:
    return {part for part in (folded(one).strip() for one in place.split(",")) if part}
