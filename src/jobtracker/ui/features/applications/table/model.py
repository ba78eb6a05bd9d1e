"""The rows of the applications list: groups and applications in one flat sequence.

A group is a row of the same height, so the list needs neither a tree nor a proxy. Rows come a
page at a time, already in order; their groups' sizes come afterwards, counted by the database.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.listing import UNGROUPED, ListPage, ListQuery, ListRow, group_key
from jobtracker.domain.pay import Pay, Period, convert
from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.table.columns import COLUMNS, ListColumn
from jobtracker.ui.widgets.row_model import HORIZONTAL, Column, RowModel


class GroupRow(NamedTuple):
    """The heading of a group; `size` is None until it has been counted."""

    key: str
    name: str
    size: int | None
    open: bool


class ItemRow(NamedTuple):
    """An application."""

    row: ListRow


class Marks(NamedTuple):
    """What is drawn of an application on the list's scale: benchmark, posted pay and offer."""

    band: Span | None
    line: Span | None
    offer: float | None


Entry = GroupRow | ItemRow


def key_of(entry: Entry) -> object:
    """An application's id, or a group's key."""
    return entry.key if isinstance(entry, GroupRow) else entry.row.id


class ApplicationModel(RowModel[Entry]):
    """What `query` gave so far, under its groups' headings, on one salary scale.

    The scale is that of the currency most rows of the first page are in, and stays while more
    load; other currencies are never drawn on it.
    """

    def __init__(self, today: date) -> None:
        super().__init__([_column(one, self) for one in COLUMNS], key_of)
        self.today = today
        self.query = ListQuery()
        self.waiting_days: Mapping[str, int] = {}
        self.scale = scale_for(())
        self.after: tuple[object, ...] | None = None
        self._currency: str | None = None
        self._items: list[ItemRow] = []
        self._sizes: dict[str, int | None] = {}
        self._names: dict[str, str] = {}
        self._places: dict[object, int] = {}
        self._numbers: dict[int, int] = {}
        self._marks: dict[int, Marks] = {}

    @property
    def found(self) -> Sequence[ListRow]:
        """The applications loaded so far, in their order."""
        return [item.row for item in self._items]

    @property
    def loaded(self) -> int:
        return len(self._items)

    @property
    def total(self) -> int | None:
        """How many there are, also unloaded and in collapsed groups; None until counted."""
        counted = [size for size in self._sizes.values() if size is not None]
        if len(counted) < len(self._sizes) or (self.after is not None and not counted):
            return None
        return sum(counted)

    def show_page(self, page: ListPage, query: ListQuery, today: date) -> None:
        """Show the first rows of a query; `today` decides what is late."""
        anew = query._replace(collapsed=()) != self.query._replace(collapsed=())
        look = self.today, self.scale, self._currency
        self.query, self.today, self.after = query, today, page.after
        if page.after is None and not query.collapsed:
            counted = Counter(group_key(row, query.group) for row in page.rows)
            self._sizes = words.in_order(counted, query.group)
        elif anew:
            self._sizes = {}
        self._marks = {}
        self._measure(page.rows, anew=anew)
        self._items = [ItemRow(row) for row in page.rows]
        self._lay_out(alike=look == (today, self.scale, self._currency))

    def show_sizes(self, sizes: Mapping[str, int]) -> None:
        """Say how large each group is."""
        counted = words.in_order(sizes, self.query.group)
        if counted == self._sizes:
            return
        self._sizes = counted
        entries = list(self._entries(self._items, None))
        if not self._are_shown(entries):
            self._lay_out()
            return
        self.rows, self._numbers = entries, {}
        for at, entry in enumerate(entries):
            if isinstance(entry, GroupRow):
                self._tell_changed(at, at)

    def show_quiet(self, waiting_days: Mapping[str, int]) -> None:
        """Call quiet what waits for longer than this, by its stage."""
        if waiting_days != self.waiting_days:
            self.waiting_days = waiting_days
            self._tell_changed(0, len(self.rows) - 1)

    def extend_page(self, page: ListPage) -> None:
        """Append the next rows of the same query."""
        self.after = page.after
        last = self._items[-1].row if self._items else None
        items = [ItemRow(row) for row in page.rows]
        self._items += items
        before = group_key(last, self.query.group) if last else None
        self.extend(list(self._entries(items, before)), has_more=page.after is not None)

    def set_open(self, key: str, *, is_open: bool) -> None:
        """Collapse a group at once; an expanded one gets its rows with the next page."""
        closed = self.query.collapsed
        if is_open == (key not in closed):
            return
        if not self._sizes:
            self._sizes = dict.fromkeys(self._headings())
        kept = tuple(one for one in closed if one != key)
        self.query = self.query._replace(collapsed=kept if is_open else (*closed, key))
        if not is_open:
            group = self.query.group
            self._items = [one for one in self._items if group_key(one.row, group) != key]
        self._lay_out()

    def group_of(self, entry: Entry) -> str:
        return entry.key if isinstance(entry, GroupRow) else group_key(entry.row, self.query.group)

    def position(self, key: object) -> int:
        if not self._places:
            self._places = {key_of(entry): at for at, entry in enumerate(self.rows)}
        return self._places.get(key, -1)

    def number(self, application_id: int) -> int:
        """Which of the applications it is, counted from 1 with those of collapsed groups above;
        0 where it is not loaded.
        """
        if not self._numbers:
            number = 0
            for entry in self.rows:
                if isinstance(entry, ItemRow):
                    number += 1
                    self._numbers[entry.row.id] = number
                elif not entry.open:
                    number += entry.size or 0
        return self._numbers.get(application_id, 0)

    def show_sorting(self, sort: str, *, descending: bool) -> None:
        """Let the header of the sorted column wear an arrow."""
        arrow = "\u2193" if descending else "\u2191"
        for place, one in enumerate(COLUMNS):
            title = f"{one.title} {arrow}" if one.sort == sort else one.title
            if title != self.columns[place].title:
                self.columns[place] = self.columns[place]._replace(title=title)
                self.headerDataChanged.emit(HORIZONTAL, place, place)

    def marks(self, row: ListRow) -> Marks:
        """What is drawn of it, found when it is first painted."""
        known = self._marks.get(row.id)
        if known is None:
            band, line = _spans(row, self._currency)
            offer = _within(_offer(row, self._currency), self.scale)
            known = self._marks[row.id] = Marks(
                _within(band, self.scale), _within(line, self.scale), _middle(offer)
            )
        return known

    def is_quiet(self, row: ListRow) -> int:
        """For how many days it has been quiet, or 0."""
        return words.quiet_days(row, self.today, self.waiting_days)

    def extend(self, rows: Sequence[Entry], *, has_more: bool = False) -> None:
        self._places, self._numbers = {}, {}
        super().extend(rows, has_more=has_more)

    def _lay_out(self, *, alike: bool = False) -> None:
        """Show the items; the same rows with other words stay selected, edited, scrolled to.

        Where they are also drawn `alike`, those that say the same need no painting.
        """
        entries = list(self._entries(self._items, None))
        self._places, self._numbers = {}, {}
        has_more = self.after is not None
        if self._are_shown(entries):
            alike = alike and entries == self.rows
            self.rows = entries
            self._has_more = has_more
            if not alike:
                self._tell_changed(0, len(entries) - 1)
        else:
            self.show_rows(entries, has_more=has_more)

    def _are_shown(self, entries: Sequence[Entry]) -> bool:
        """Whether these are the rows that are shown, in their order."""
        return len(entries) == len(self.rows) and all(
            key_of(old) == key_of(new) for old, new in zip(self.rows, entries, strict=True)
        )

    def _tell_changed(self, first: int, last: int) -> None:
        """Rows say something else now."""
        if first <= last:
            end = self.index(last, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), end)

    def _entries(self, items: Iterable[ItemRow], before: str | None) -> Iterator[Entry]:
        """The items, each group under its heading; `before` is the group of the row above.

        A collapsed group has no rows, so its heading stands where the sizes have it.
        """
        group = self.query.group
        if group == UNGROUPED:
            yield from items
            return
        closed = list(self._closed_after(before))
        for item in items:
            key = group_key(item.row, group)
            if key != before:
                between = self._closed_before(key, closed)
                yield from map(self._heading, between)
                closed = closed[len(between) :]
                yield self._heading(key, item.row)
                before = key
            yield item
        if self.after is None:
            yield from map(self._heading, closed)

    def _closed_after(self, key: str | None) -> Iterator[str]:
        """The collapsed groups below this one, in order."""
        passed = key is None or key not in self._sizes
        for one in self._sizes:
            if passed and one in self.query.collapsed:
                yield one
            passed = passed or one == key

    def _closed_before(self, key: str, closed: Sequence[str]) -> list[str]:
        order = {one: at for at, one in enumerate(self._sizes)}
        here = order.get(key, len(order))
        return [one for one in closed if order[one] < here]

    def _heading(self, key: str, row: ListRow | None = None) -> GroupRow:
        """The heading; a collapsed group keeps the name it had when its rows were here."""
        if row is not None or key not in self._names:
            self._names[key] = words.group_name(key, self.query.group, self.today, row)
        is_open = key not in self.query.collapsed
        return GroupRow(key, self._names[key], self._sizes.get(key), is_open)

    def _headings(self) -> list[str]:
        return [entry.key for entry in self.rows if isinstance(entry, GroupRow)]

    def _measure(self, rows: Sequence[ListRow], *, anew: bool) -> None:
        """Lay the scale over these rows; one that still fits them stays as it is."""
        currency = _main_currency(rows)
        edges = [edge for row in rows for edge in _edges(row, currency)]
        low, high = self.scale.low, self.scale.high
        fits = currency == self._currency and all(low <= edge <= high for edge in edges)
        if anew or not fits:
            self._currency = currency
            self.scale = scale_for(edges)


def _main_currency(rows: Sequence[ListRow]) -> str | None:
    known = Counter(
        pay.currency for row in rows for pay in (row.pay, row.benchmark) if pay and pay.currency
    )
    return known.most_common(1)[0][0] if known else None


def _edges(row: ListRow, currency: str | None) -> Iterator[float]:
    for span in (*_spans(row, currency), _offer(row, currency)):
        yield from span or ()


def _spans(row: ListRow, currency: str | None) -> tuple[Span | None, Span | None]:
    benchmark = row.benchmark or Pay()
    return _span(benchmark, currency), _span(in_currency_of(row.pay, benchmark), currency)


def _offer(row: ListRow, currency: str | None) -> Span | None:
    if row.offer is None:
        return None
    return _span(in_currency_of(row.offer, row.benchmark or Pay()), currency)


def _within(span: Span | None, scale: Scale) -> Span | None:
    """What lies outside of the scale is drawn at its end."""
    if span is None:
        return None
    low, high = (min(max(edge, scale.low), scale.high) for edge in span)
    return Span(low, high)


def _middle(span: Span | None) -> float | None:
    return (span.low + span.high) / 2 if span else None


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


def _column(spec: ListColumn, model: ApplicationModel) -> Column:
    """The column as the table asks for it: a group says itself in the first one alone."""

    def text(entry: Entry) -> str:
        if isinstance(entry, GroupRow):
            return entry.name if spec.key == "role" else ""
        return spec.text(entry.row, model.today)

    def spoken(entry: Entry) -> str:
        if isinstance(entry, GroupRow):
            return _spoken_group(entry) if spec.key == "role" else ""
        said = spec.spoken(entry.row, model.today)
        quiet = model.is_quiet(entry.row) if spec.key == "age" else 0
        return f"{said}, quiet for {quiet} days" if quiet else said

    return Column(spec.title, text, spec.width, spoken, spec.right)


def _spoken_group(group: GroupRow) -> str:
    state = "expanded" if group.open else "collapsed"
    counted = words.count_words(group.size) if group.size is not None else ""
    return ", ".join(part for part in (group.name, counted, state) if part)
