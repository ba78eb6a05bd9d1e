"""Offers side by side: each part beside the others', differences by sign and in words.

Amounts of different currencies meet only by a rate that somebody typed. Without one an offer
is compared with those of its own currency, and the comparison says so.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from jobtracker.domain import money, offer_totals
from jobtracker.domain.exchange_rates import Rate, exchanged, joins
from jobtracker.domain.offer_scores import Score, scored
from jobtracker.domain.offer_totals import is_way_known, working_hours, yearly_base
from jobtracker.domain.offers import OfferLine, Total, told_apart
from jobtracker.domain.pay import rounded
from jobtracker.domain.text import folded

_Amount = Callable[[OfferLine], int | None]
_Number = Callable[[OfferLine], Fraction | None]
_WHERE = " where it is known"


class Column(NamedTuple):
    """An offer of the comparison. Differences are from the first column of its `group`; `words`
    state the rate it was converted at, or why it stands in a group of its own.
    """

    offer_id: int
    name: str
    role: str
    currency: str | None
    what_if: bool
    group: int
    words: str = ""


class Cell(NamedTuple):
    """What an offer has of a row, and how that differs: "+$5,000 (4.2 % more)"."""

    text: str
    difference: str = ""


class Row(NamedTuple):
    name: str
    cells: tuple[Cell, ...]


class Comparison(NamedTuple):
    """`notes` are what has to be known to read it, each a sentence."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    scores: tuple[Score, ...] = ()
    notes: tuple[str, ...] = ()


def compare(
    offers: Sequence[OfferLine],
    weights: Mapping[str, int] | None = None,
    rates: Sequence[Rate] = (),
) -> Comparison:
    """These offers side by side, the first one being what the others differ from.

    Without weights nothing is scored. Raises InvalidInputError, see `checked_weights`.
    """
    if not offers:
        return Comparison((), ())
    table = _Table(offers, rates)
    rows = [row for row in table.rows() if any(cell.text for cell in row.cells)]
    scores, left_out = scored(offers, weights or {}, table.in_first_currency)
    missing = (
        f"{column.name}: {line.totals.missing}"
        for line, column in zip(offers, table.columns, strict=True)
        if line.totals.missing
    )
    return Comparison(table.columns, tuple(rows), scores, (*table.notes(), *missing, *left_out))


class _Table:
    """The offers, the currency each is compared in, and the columns they differ from."""

    def __init__(self, offers: Sequence[OfferLine], rates: Sequence[Rate]) -> None:
        self._offers = offers
        self._first = offers[0].record.package.base.currency
        self._rates = {
            line.record.id: next(
                (one for one in rates if joins(one, _currency(line), self._first)), None
            )
            for line in offers
        }
        groups: dict[str | None, int] = {self._first: 0}
        for line in offers:
            if self._rates[line.record.id] is None:
                groups.setdefault(_currency(line), len(groups))
        names = told_apart(offers)
        self.columns = tuple(
            self._column(line, name, groups) for line, name in zip(offers, names, strict=True)
        )

    def _column(self, line: OfferLine, name: str, groups: Mapping[str | None, int]) -> Column:
        record, currency = line.record, _currency(line)
        rate = self._rates[record.id]
        group = 0 if rate else groups[currency]
        words = f"Compared at {rate.words}." if rate else ""
        if group:
            words = (
                f"In {currency}, and there is no rate to {self._first}."
                if currency and self._first
                else "Its currency is not known."
            )
        return Column(record.id, name, line.role, currency, record.what_if, group, words)

    def notes(self) -> list[str]:
        return [f"{column.name}: {column.words}" for column in self.columns if column.words]

    def in_first_currency(self, line: OfferLine, minor: int) -> Fraction | None:
        """An amount in the first offer's currency, exactly; None without a rate to it."""
        rate = self._rates[line.record.id]
        if line.totals.missing or self._first is None:
            return None
        if rate is not None:
            return exchanged(minor, rate, self._first)
        return Fraction(minor) if _currency(line) == self._first else None

    def rows(self) -> list[Row]:
        return [
            *(self._amounts(name, amount) for name, amount in _AMOUNTS.items()),
            self._amounts(self._effective(), lambda line: line.totals.an_effective_hour),
            *(self._numbers(name, unit, number) for name, (unit, number) in _NUMBERS.items()),
            *self._marks(),
            Row("Answer by", tuple(Cell(_deadline(line)) for line in self._offers)),
        ]

    def _effective(self) -> str:
        """The steady year's hour, and whether the way is in it for all, for some or for none."""
        known = [line.totals.way_counted for line in self._offers]
        if not any(known):
            return offer_totals.STEADY_AN_HOUR
        counted = offer_totals.STEADY_AN_HOUR + offer_totals.WAY_COUNTED
        return counted if all(known) else counted + _WHERE

    def _marks(self) -> list[Row]:
        names = {
            folded(mark.name): mark.name
            for line in self._offers
            for mark in line.record.package.marks
        }
        return [self._numbers(name, "", partial(_mark, key=key)) for key, name in names.items()]

    def _amounts(self, name: str, amount: _Amount) -> Row:
        """A row of money. What is not said is an empty cell and has no difference."""
        found = [amount(line) for line in self._offers]
        cells = []
        for line, column, minor in zip(self._offers, self.columns, found, strict=True):
            if minor is None:
                cells.append(Cell(""))
                continue
            here = self._common(line, column, minor)
            place = next(n for n, one in enumerate(self.columns) if one.group == column.group)
            first = found[place]
            first_line = self._offers[place]
            difference = ""
            if first is not None and line is not first_line:
                there = self._common(first_line, self.columns[place], first)
                difference = _money_difference(here - there, there, self._named(column))
            cells.append(Cell(self._money_words(line, column, minor, here), difference))
        return Row(name, tuple(cells))

    def _named(self, column: Column) -> str | None:
        return column.currency if column.group else self._first

    def _common(self, line: OfferLine, column: Column, minor: int) -> int:
        """An amount in the currency of its group."""
        rate = self._rates[line.record.id]
        if column.group or rate is None or self._first is None:
            return minor
        return rounded(exchanged(minor, rate, self._first))

    def _money_words(self, line: OfferLine, column: Column, minor: int, here: int) -> str:
        said = money.amount(minor, _currency(line))
        if self._rates[line.record.id] is None:
            return said
        return f"{said} ({money.amount(here, self._named(column))})"

    def _numbers(self, name: str, unit: str, number: _Number) -> Row:
        found = [number(line) for line in self._offers]
        cells = [
            Cell(
                "" if value is None else _counted(value, unit),
                ""
                if value is None or found[0] is None or place == 0
                else _number_difference(value - found[0], unit),
            )
            for place, value in enumerate(found)
        ]
        return Row(name, tuple(cells))


def _currency(line: OfferLine) -> str | None:
    return line.record.package.base.currency


def _mark(line: OfferLine, key: str) -> Fraction | None:
    found = (mark.value for mark in line.record.package.marks if folded(mark.name) == key)
    return next((Fraction(value) for value in found), None)


def _deadline(line: OfferLine) -> str:
    return line.record.deadline.isoformat() if line.record.deadline else ""


def _money_difference(difference: int, first: int, currency: str | None) -> str:
    if not difference:
        return "the same"
    signed = ("+" if difference > 0 else "") + money.amount(difference, currency)
    if first < 0:
        return f"{signed} (costs {'less' if difference > 0 else 'more'})"
    more = "more" if difference > 0 else "less"
    if not first:
        return f"{signed} ({more})"
    percent = Fraction(abs(difference) * 1000, first)
    return f"{signed} ({_plain(Fraction(rounded(percent), 10))} % {more})"


def _number_difference(difference: Fraction, unit: str) -> str:
    if not difference:
        return "the same"
    sign, more = ("+", "more") if difference > 0 else ("", "less")
    return f"{sign}{_counted(difference, unit)} ({more})"


def _counted(value: Fraction, unit: str) -> str:
    return f"{_plain(value)} {unit}".rstrip()


def _plain(value: Fraction) -> str:
    """At most two decimal places, without zeros at the end."""
    shown = f"{Decimal(value.numerator) / value.denominator:.2f}".rstrip("0").rstrip(".")
    return "0" if shown in ("", "-0") else shown


def _part(of: Callable[[OfferLine], Total], name: str) -> _Amount:
    def amount(line: OfferLine) -> int | None:
        return next((part.amount for part in of(line).parts if part.name == name), None)

    return amount


def _base(line: OfferLine) -> int | None:
    exact = yearly_base(line.record.package)
    return None if exact is None else rounded(exact)


def _first_year(line: OfferLine) -> Total:
    return line.totals.first_year


def _steady_year(line: OfferLine) -> Total:
    return line.totals.steady_year


def _on_the_way(line: OfferLine) -> Fraction | None:
    package = line.record.package
    return working_hours(package).on_the_way if is_way_known(package) else None


def _leave(line: OfferLine) -> Fraction | None:
    days = line.record.package.leave_days
    return None if days is None else Fraction(days)


def _whole(of: Callable[[OfferLine], Total]) -> _Amount:
    """A total; None where the base pay that it needs is not known."""
    return lambda line: of(line).amount


_AMOUNTS: Mapping[str, _Amount] = {
    "Base a year": _base,
    offer_totals.BONUS: _part(_steady_year, offer_totals.BONUS),
    offer_totals.SIGN_ON: _part(_first_year, offer_totals.SIGN_ON),
    "Equity in the first year": _part(_first_year, offer_totals.EQUITY),
    "Equity in a steady year": _part(_steady_year, offer_totals.EQUITY),
    offer_totals.MATCH: _part(_steady_year, offer_totals.MATCH),
    offer_totals.HEALTH: _part(_steady_year, offer_totals.HEALTH),
    offer_totals.COMMUTE: _part(_steady_year, offer_totals.COMMUTE),
    "First year": _whole(_first_year),
    "Steady year": _whole(_steady_year),
    "Guaranteed": _whole(lambda line: line.totals.guaranteed),
    offer_totals.BASE_AN_HOUR: lambda line: line.totals.an_hour,
    f"{offer_totals.BASE_AN_HOUR} worked": lambda line: line.totals.an_hour_worked,
}
_NUMBERS: Mapping[str, tuple[str, _Number]] = {
    offer_totals.LEAVE: ("days", _leave),
    "Hours a week": ("hours", lambda line: Fraction(line.record.package.hours)),
    "On the way, a year": ("hours", _on_the_way),
}
