"""The rows of the applications list: groups and applications in one flat sequence.

A group is a row of the same height, so the list needs neither a tree nor a proxy.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.listing import ListRow
from jobtracker.domain.pay import Pay, Period, convert
from jobtracker.domain.stages import OUTCOMES, STAGES
from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.charts.scale import scale_for
from jobtracker.ui.features.applications import words
from jobtracker.ui.widgets.row_model import Column, RowModel

ROLE, LOCATION, SALARY, NEXT, AGE = range(5)
ORDER = tuple(stage.value for stage in reversed(STAGES)) + tuple(o.value for o in OUTCOMES)


class GroupRow(NamedTuple):
    """The heading of a group; `key` is the stage's or outcome's value."""

    key: str
    name: str
    size: int
    open: bool


class ItemRow(NamedTuple):
    """An application, with its benchmark and posted pay on the list's scale."""

    row: ListRow
    band: Span | None
    line: Span | None


Entry = GroupRow | ItemRow


def key_of(entry: Entry) -> object:
    """An application's id, or a group's key."""
    return entry.key if isinstance(entry, GroupRow) else entry.row.id


class ApplicationModel(RowModel[Entry]):
    """The list grouped by stage, ended ones by outcome, on one salary scale.

    The scale is that of the currency most rows are in; other currencies are never drawn on it.
    """

    def __init__(self, today: date) -> None:
        super().__init__(_columns(lambda: self.today), key_of)
        self.today = today
        self.scale = scale_for(())
        self._found: list[ListRow] = []
        self._items: dict[str, list[ItemRow]] = {}
        self._closed: set[str] = set()

    @property
    def found(self) -> Sequence[ListRow]:
        """Every application of the list in its order, those of collapsed groups too."""
        return [item.row for key in self._items for item in self._items[key]]

    def show_found(self, found: Iterable[ListRow], today: date) -> None:
        """Group and show what a query gave; `today` decides what is late."""
        self.today = today
        self._found = list(found)
        currency = _main_currency(self._found)
        spans = [_spans(row, currency) for row in self._found]
        self.scale = scale_for(edge for pair in spans for span in pair if span for edge in span)
        groups: dict[str, list[ItemRow]] = {}
        for row, (band, line) in zip(self._found, spans, strict=True):
            groups.setdefault(words.standing_of(row), []).append(ItemRow(row, band, line))
        self._items = {key: groups[key] for key in ORDER if key in groups}
        self._lay_out()

    def set_open(self, key: str, *, is_open: bool) -> None:
        """Collapse or expand a group."""
        if is_open == (key not in self._closed):
            return
        self._closed ^= {key}
        self._lay_out()

    def group_of(self, entry: Entry) -> str:
        return entry.key if isinstance(entry, GroupRow) else words.standing_of(entry.row)

    def _lay_out(self) -> None:
        entries: list[Entry] = []
        for key, items in self._items.items():
            shown = key not in self._closed
            entries.append(GroupRow(key, words.standing_name(key), len(items), shown))
            entries += items if shown else []
        self.show_rows(entries)


def _main_currency(rows: Sequence[ListRow]) -> str | None:
    known = Counter(
        pay.currency for row in rows for pay in (row.pay, row.benchmark) if pay and pay.currency
    )
    return known.most_common(1)[0][0] if known else None


def _spans(row: ListRow, currency: str | None) -> tuple[Span | None, Span | None]:
    benchmark = row.benchmark or Pay()
    return _span(benchmark, currency), _span(in_currency_of(row.pay, benchmark), currency)


def _span(pay: Pay, currency: str | None) -> Span | None:
    """A pay by the year in major units, where it is in `currency` and its period is known."""
    if pay.currency is None or pay.currency != currency or pay.period is None:
        return None
    by_year = convert(pay, Period.YEAR)
    low = by_year.high if by_year.low is None else by_year.low
    high = by_year.low if by_year.high is None else by_year.high
    if low is None or high is None:
        return None
    unit = 10 ** MINOR_DIGITS.get(currency, USUAL_MINOR_DIGITS)
    return Span(low / unit, high / unit)


def in_currency_of(pay: Pay, benchmark: Pay) -> Pay:
    """A pay that names no currency, drawn in its benchmark's; any other as it is."""
    return pay if pay.currency else pay._replace(currency=benchmark.currency)


def span_of(pay: Pay) -> Span | None:
    """A pay as a chart draws it: by the year, in major units of its own currency."""
    return _span(pay, pay.currency) if pay.currency else None


def _columns(today: Callable[[], date]) -> list[Column]:
    """The columns; a group says itself in the first and is silent in the others."""

    def of_row(text: Callable[[ListRow], str]) -> Callable[[Entry], str]:
        return lambda entry: "" if isinstance(entry, GroupRow) else text(entry.row)

    return [
        Column("Role and company", _title, 0, _spoken_title),
        Column("Location", of_row(lambda row: row.location), 150),
        Column(
            "Salary range",
            of_row(lambda row: words.pay_words(row.pay)),
            158,
            of_row(words.spoken_pay),
        ),
        Column(
            "Next action",
            of_row(lambda row: row.next_action),
            154,
            of_row(lambda row: words.spoken_action(row, today())),
        ),
        Column(
            "In stage",
            of_row(lambda row: words.age_words(row, today())),
            66,
            of_row(lambda row: words.spoken_age(row, today())),
            right=True,
        ),
    ]


def _title(entry: Entry) -> str:
    return entry.name if isinstance(entry, GroupRow) else entry.row.role


def _spoken_title(entry: Entry) -> str:
    if isinstance(entry, GroupRow):
        state = "expanded" if entry.open else "collapsed"
        return f"{entry.name}, {words.count_words(entry.size)}, {state}"
    return words.spoken_title(entry.row)
