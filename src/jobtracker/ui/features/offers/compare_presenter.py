"""Runs the comparison: reads the offers, tries figures, keeps rates, marks and what-ifs."""

from typing import TYPE_CHECKING

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.exchange_rates import rate_from
from jobtracker.domain.pay import figure_of
from jobtracker.domain.text import folded
from jobtracker.ui.features.offers.bench import (
    USUAL_WEIGHT,
    Bench,
    part_text,
    with_mark,
    with_part,
)
from jobtracker.ui.features.offers.compare_sheet import CompareSheet
from jobtracker.ui.features.offers.draft import BASE
from jobtracker.ui.features.offers.weights import Weighed
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets.taking_back import TakingBack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jobtracker.domain.changes import Changes
    from jobtracker.domain.errors import JobtrackerError
    from jobtracker.domain.offers import OfferLine
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.offers.try_bar import Try
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.theme.theme import Theme

QUESTION = "offers side by side"
NONE = "No offers to compare yet"
CONCERNED = ("offer", "exchange_rate", "setting")


class CompareSheets:
    """`open` shows the sheet; `edit_wanted` tells an offer that is to be changed itself."""

    def __init__(
        self, theme: "Theme", opener: "QWidget", commander: "Commander", workspace: "Workspace"
    ) -> None:
        self.edit_wanted: Channel[int] = Channel()
        self._theme = theme
        self._opener = opener
        self._commander = commander
        self._workspace = workspace
        self._ids: tuple[int, ...] = ()
        self._weighing = 0
        self.bench = Bench()
        self.sheet: CompareSheet | None = None
        commander.changed.subscribe(self._follow, owner=opener)

    def open(self, ids: tuple[int, ...] = ()) -> None:
        """Show these offers, or all of open applications and of none."""
        if self.sheet is None:
            self._ids = ids
            self.bench = Bench()
            self._read()

    def _read(self) -> None:
        space, ids = self._workspace, self._ids
        self._commander.read(
            lambda: bench_of(space, ids), self._show, question=QUESTION, owner=self._opener
        )

    def _follow(self, changes: "Changes") -> None:
        if self.sheet is not None and changes.touches(*CONCERNED):
            self._read()

    def _show(self, found: Bench) -> None:
        if not found.lines:
            self._commander.toasts.put(NONE)
            if self.sheet is not None:
                self.sheet.close()
            return
        known = {line.record.id for line in found.lines}
        tried = {key: one for key, one in self.bench.tried.items() if key in known}
        weights = self.bench.weights if self._weighing else found.weights
        before = [line.record.id for line in self.bench.lines]
        self.bench = found._replace(tried=tried, weights=weights, own=self.bench.own)
        if self.sheet is not None and before != [line.record.id for line in found.lines]:
            self.sheet.close()
        if self.sheet is None:
            self._make()
        self._refresh()

    def _make(self) -> None:
        sheet = self.sheet = CompareSheet(self._theme, self._opener, self.bench)
        sheet.closed.subscribe(lambda _none: self._closed(sheet), owner=sheet)
        sheet.weights.changed.subscribe(self._weigh, owner=sheet)
        sheet.weights.named.subscribe(self._name, owner=sheet)
        sheet.table.tried.subscribe(lambda at: self._ask(*at, go=True), owner=sheet)
        sheet.table.marked.subscribe(lambda mark: self._mark(*mark), owner=sheet)
        sheet.bar.asked.subscribe(lambda at: self._ask(*at, go=False), owner=sheet)
        sheet.bar.tried.subscribe(self._try, owner=sheet)
        sheet.bar.kept.subscribe(self._keep, owner=sheet)
        sheet.bar.taken_back.subscribe(self._take_back, owner=sheet)
        sheet.rate.entered.subscribe(self._keep_rate, owner=sheet)
        sheet.edit_wanted.subscribe(self._edit, owner=sheet)
        TakingBack(sheet, self._commander, self._workspace.history.steps)
        sheet.show_bench(self.bench)
        self._ask(0, BASE, go=False)
        sheet.open()

    def _closed(self, sheet: CompareSheet) -> None:
        if self.sheet is sheet:
            self.sheet = None

    def _refresh(self) -> None:
        if self.sheet is not None:
            self.sheet.show_bench(self.bench)

    def _id(self, place: int) -> int:
        return self.bench.lines[place].record.id

    def _weigh(self, weighed: Weighed) -> None:
        """It counts at once. Keys come faster than they are stored: what is read meanwhile holds
        older weights than those shown.
        """
        self.bench = self.bench._replace(weights={**self.bench.weights, weighed[0]: weighed[1]})
        self._refresh()
        self._weighing += 1
        self._commander.change(
            lambda: self._workspace.offers.weigh(*weighed),
            lambda _none: self._stored(),
            failed=lambda _error: self._stored(),  # a file that can only be read keeps no weights
            owner=self._opener,
        )

    def _stored(self) -> None:
        self._weighing -= 1

    def _name(self, criterion: str) -> None:
        """A criterion of one's own counts at once; its marks are typed in its row."""
        if folded(criterion) not in self.bench.criteria():
            self.bench = self.bench._replace(own=(*self.bench.own, criterion))
        self._weigh(Weighed(folded(criterion), USUAL_WEIGHT))
        if self.sheet is not None:
            self.sheet.table.select(criterion)
            self.sheet.table.setFocus()

    def _mark(self, place: int, criterion: str, value: int | None) -> None:
        """What one thinks of an offer is kept with it at once."""
        key = self._id(place)
        package = with_mark(self.bench.line(key).record.package, criterion, value)
        if key in self.bench.tried:
            tried = {**self.bench.tried, key: with_mark(self.bench.tried[key], criterion, value)}
            self.bench = self.bench._replace(tried=tried)
        self._commander.change(
            lambda: self._workspace.offers.edit(key, package=package),
            lambda _key: None,
            owner=self.sheet,
        )

    def _ask(self, place: int, part: str, *, go: bool) -> None:
        if self.sheet is None:
            return
        key = self._id(place)
        text = part_text(self.bench.package_of(key), part)
        self.sheet.bar.show_part(place, part, text, tried=key in self.bench.tried)
        if go:
            self.sheet.bar.start()

    def _try(self, one: "Try") -> None:
        if self.sheet is None:
            return
        key = self._id(one.place)
        try:
            package = with_part(self.bench.package_of(key), one.part, one.text)
        except InvalidInputError as error:
            self.sheet.bar.field.set_error(str(error))
            return
        tried = {**self.bench.tried, key: package}
        if package == self.bench.line(key).record.package:
            del tried[key]
        self.bench = self.bench._replace(tried=tried)
        self.sheet.bar.field.set_error("")
        self._refresh()

    def _take_back(self, place: int) -> None:
        key = self._id(place)
        tried = {other: one for other, one in self.bench.tried.items() if other != key}
        self.bench = self.bench._replace(tried=tried)
        self._refresh()
        if self.sheet is not None:
            self._ask(place, self.sheet.bar.part.value() or BASE, go=True)

    def _keep(self, place: int) -> None:
        """Store what was tried as a what-if of its own, and show it beside the others."""
        key = self._id(place)
        record, package = self.bench.line(key).record, self.bench.package_of(key)
        offers = self._workspace.offers

        def kept(new: int) -> None:
            self._ids = (*(line.record.id for line in self.bench.lines), new)
            others = {other: one for other, one in self.bench.tried.items() if other != key}
            self.bench = self.bench._replace(tried=others)

        self._commander.change(
            lambda: offers.add(
                record.application_id, package, what_if=True, label=_what_if_label(record.label)
            ),
            kept,
            owner=self.sheet,
        )

    def _keep_rate(self, text: str) -> None:
        sheet, rates = self.sheet, self._workspace.rates
        if sheet is None:
            return

        def refused(error: "JobtrackerError") -> None:
            sheet.rate_field.set_error(str(error))

        try:
            rate = rate_from(text, self._workspace.clock.today())
        except InvalidInputError as error:
            refused(error)
            return
        self._commander.change(
            lambda: rates.set(rate.base, rate.quote, rate.rate, rate.on, rate.source),
            lambda _rate: sheet.table.setFocus(),
            refused,
            owner=sheet,
        )

    def _edit(self, place: int) -> None:
        key = self._id(place)
        if self.sheet is not None:
            self.sheet.close()
        self.edit_wanted.put(key)


def bench_of(space: "Workspace", ids: tuple[int, ...]) -> Bench:
    """The offers with these ids as far as they are there, else all open ones; the rates; and the
    weights that were set last. Those without a figure come last: nothing can be held against them.
    """
    every = {line.record.id: line for line in space.offers.every()}
    lines = [every[key] for key in ids if key in every] if ids else _real_first(space.offers.open())
    lines.sort(key=lambda line: figure_of(line.record.package.base) is None)
    return Bench(tuple(lines), tuple(space.rates.all()), {}, space.offers.weights(), ())


def _what_if_label(label: str) -> str:
    return f"{label}, what-if" if label else "What-if"


def _real_first(lines: "list[OfferLine]") -> "list[OfferLine]":
    return sorted(lines, key=lambda line: line.record.what_if)
