"""Offers on the bench: as they are stored, and as they would be with another figure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.offer_comparison import Comparison, compare
from jobtracker.domain.offer_scores import CRITERIA
from jobtracker.domain.offer_totals import totals
from jobtracker.domain.package_checks import checked_package
from jobtracker.domain.packages import Mark, Package
from jobtracker.domain.pay import in_currency
from jobtracker.domain.spelled_packages import spelled, spelled_base
from jobtracker.domain.text import folded
from jobtracker.domain.typed_packages import PARTS, with_typed
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.ui.features.offers.draft import BASE

if TYPE_CHECKING:
    from jobtracker.domain.exchange_rates import Rate
    from jobtracker.domain.offers import OfferLine

USUAL_WEIGHT = 3


class Bench(NamedTuple):
    """`tried` are the packages that differ from what is stored, by the offer's id. `weights` are
    by the folded name of a criterion; `own` are criteria that were named and have no mark yet.
    """

    lines: "tuple[OfferLine, ...]" = ()
    rates: "tuple[Rate, ...]" = ()
    tried: Mapping[int, Package] = MappingProxyType({})
    weights: Mapping[str, int] = MappingProxyType({})
    own: tuple[str, ...] = ()

    def package_of(self, offer_id: int) -> Package:
        """An offer's package as it is tried, else as it is stored."""
        stored = {line.record.id: line.record.package for line in self.lines}
        return self.tried.get(offer_id, stored[offer_id])

    def line(self, offer_id: int) -> "OfferLine":
        return next(line for line in self.lines if line.record.id == offer_id)

    def shown(self) -> "list[OfferLine]":
        """The offers with what is tried in the place of what is stored."""
        return [self._as_tried(line) for line in self.lines]

    def criteria(self) -> dict[str, str]:
        """What can be weighed: folded name to name; own criteria last."""
        marks = (mark.name for line in self.shown() for mark in line.record.package.marks)
        named = {folded(name): name for name in (*marks, *self.own)}
        return {name: name.capitalize() for name in CRITERIA} | named

    def comparison(self) -> Comparison:
        """All of it side by side; a criterion without any mark is not weighed yet."""
        shown = self.shown()
        marked = {folded(mark.name) for line in shown for mark in line.record.package.marks}
        known = {*CRITERIA, *marked}
        weights = {name: one for name, one in self.weights.items() if name in known}
        return compare(shown, weights, self.rates)

    def stranger(self) -> tuple[str, str] | None:
        """Two currencies that no rate joins: the other's and the first offer's."""
        columns = self.comparison().columns
        first = columns[0].currency if columns else None
        for column in columns:
            if column.group and column.currency and first:
                return column.currency, first
        return None

    def _as_tried(self, line: "OfferLine") -> "OfferLine":
        package = self.tried.get(line.record.id)
        if package is None:
            return line
        return line._replace(record=line.record._replace(package=package), totals=totals(package))


def part_text(package: Package, part: str) -> str:
    """What stands in a package for the base or a part, as one would type it."""
    return spelled_base(package) if part == BASE else spelled(package).get(part, "")


def with_part(package: Package, part: str, text: str) -> Package:
    """The package with another base, or another part, as typed. Raises InvalidInputError."""
    if part == BASE:
        base = in_currency(understood_pay(text, BASE), package.base.currency)
        return checked_package(package._replace(base=base._replace(text=text.strip())))
    assert part in PARTS
    return checked_package(with_typed(package, {part: text}, {}))


def with_mark(package: Package, criterion: str, value: int | None) -> Package:
    """The package with a mark for one's own criterion, or without one."""
    kept = [mark for mark in package.marks if folded(mark.name) != folded(criterion)]
    added = [] if value is None else [Mark(criterion, value)]
    return package._replace(marks=(*kept, *added))
