"""Salary: what is fair for the person's roles, by every source there is, and where offers stand."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jobtracker.domain.pay import Period
from jobtracker.domain.salary_lines import OFFICIAL
from jobtracker.ui.charts.bars import Spot
from jobtracker.ui.features.salary import empty_words
from jobtracker.ui.features.salary.contract import Intents, Leading, Sheet, Way, WhatIf
from jobtracker.ui.features.salary.details import leading_from
from jobtracker.ui.features.salary.export_menu import CSV, PNG, ExportMenu
from jobtracker.ui.features.salary.frame import CHART, EXPLORE, TABLE, SalaryFrame
from jobtracker.ui.features.salary.model import HEADERS
from jobtracker.ui.features.salary.rows import drawn_marks, mark_at
from jobtracker.ui.features.salary.words import caption, groups_of, notes_on
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import ExploreQuery, SalaryLine, SalaryQuery, SalaryView


class SalaryPage(SalaryFrame):
    """Shows a `SalaryView`; `intents` tell what a person wants."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Intents())
        self.view: SalaryView | None = None
        self._spot = Spot(0)
        self._waiting = False
        self._sought: int | None = None
        self.export = ExportMenu(theme, self.save, self.copy)
        self.filters.add_right(self.export)
        self._listen()
        self._show()

    def show_view(self, view: "SalaryView") -> None:
        """The ranges and offers as they are now."""
        self.view = view
        self._spot = Spot(min(self._spot.row, max(0, len(view.lines) - 1)), self._spot.mark)
        self.filters.show_area(view.area)
        self.filters.show_levels(view.levels)
        self._show()
        if self._sought is not None and view.query.application_id == self._sought:
            self._stand_on_application(self._sought)
        elif self._waiting and view.lines:
            self.arrive()

    def arrive(self) -> None:
        lines = self.view.lines if self.view else ()
        self._waiting = not lines
        chart = self.stack.charts[0] if lines and self.kind.value() == CHART else None
        (chart or self.filters.role).setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        last: list[QWidget] = [self.offers.try_one, self.converter.amount]
        return list(dict.fromkeys([self.filters.role, *self._figures(), *last]))

    def _figures(self) -> list[QWidget]:
        """What has the keyboard among the figures that are shown; the filters where none are."""
        kind = self.kind.value()
        if kind == EXPLORE:
            return [self.explore.table]
        shown: list[QWidget] = [self.table] if kind == TABLE else [*self.stack.charts]
        return shown if shown and self._lines() else [self.filters.role]

    def open_item(self, item: int) -> None:
        """Show the ranges of this profile."""
        query = self.filters.query._replace(
            profile_id=item, occupations=(), application_id=None, level=""
        )
        self.ask(query, "")

    def ask(self, query: "SalaryQuery", role: str, seek: int | None = None) -> None:
        """Ask for ranges; `role` are the words of whose these are. With an application to `seek`
        the keyboard stands on its newest offer once they are here.
        """
        self._sought = seek
        self.filters.show_query(query, role)
        if self.kind.value() == EXPLORE or seek is not None:
            self.show_as(CHART)
        self.intents.queried.put(query)

    def look_around(self, query: "ExploreQuery") -> None:
        """Show official figures of every place, or of every occupation."""
        self.kind.set_value(EXPLORE)
        self._arrange()
        self.explore.start(query)
        self.explore.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_hourly(self) -> bool:
        return self.period.value() == "hour"

    def show_hourly(self, *, hourly: bool) -> None:
        """Show pay by the hour, or by the year."""
        self.period.set_value("hour" if hourly else "year")
        self._show()

    def show_as(self, kind: str) -> None:
        """Show the chart, the table, or official figures to look around in."""
        self.kind.set_value(kind)
        figures = (self.stack, self.table, self.explore)
        at = self.window().focusWidget()
        within = at is not None and any(one.isAncestorOf(at) or one is at for one in figures)
        self._arrange()
        if within:
            self._figures()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if kind == EXPLORE and not self.explore.model.rows:
            code = next((one.range.code for one in self._lines() if one.range.code), "")
            query = self.explore.query
            area = self.view.area.code if self.view else ""
            self.explore.start(query._replace(code=code or query.code, area=area))

    def ask_offer(self) -> None:
        """Want a new offer to be typed, of the application whose mark is in focus."""
        chosen = self._spot if self.kind.value() == CHART else Spot(0)
        mark = mark_at(self._lines(), chosen, Period(self.period.value()))
        self.intents.offer_wanted.put(WhatIf(application_id=mark.application_id if mark else None))

    def move_target(self) -> None:
        """Open the field in which the target moves."""
        if self.kind.value() == EXPLORE:
            self.show_as(CHART)
        self.target.open_at(self.view.aim if self.view else None)

    def copy(self) -> None:
        """Put the figures shown on the clipboard, for a spreadsheet."""
        (self.explore.table if self.kind.value() == EXPLORE else self.table).copy()

    def save(self, kind: str, path: Path) -> None:
        """Write what is shown to a file."""
        from jobtracker.ui.features.salary import exporting

        if kind == CSV:
            exploring = self.kind.value() == EXPLORE
            headers = self.explore.model.headers() if exploring else HEADERS
            rows = self.explore.model.cells() if exploring else [r.cells for r in self.model.rows]
            self.intents.saved.put(Sheet(path, headers, rows))
            return
        title = f"Salary: {self.filters.role.value()}, {self.header.note.text()}"
        sheet = exporting.Sheet(self._theme, title, self.stack.named(), self.legend)
        try:
            (exporting.save_png if kind == PNG else exporting.save_svg)(sheet, path)
        except exporting.PictureNotSavedError as error:
            self.intents.problem.put(error)
        else:
            self.intents.told.put(f"Chart saved as {path.name}")

    def _lines(self) -> "tuple[SalaryLine, ...]":
        return self.view.lines if self.view else ()

    def _show(self) -> None:
        """Everything anew, for the period that is chosen."""
        period = Period(self.period.value())
        self.header.note.setText(caption(groups_of(self._lines()), period))
        self.notes.setText(notes_on(self.view) if self.view is not None else "")
        self.explore.show_period(period)
        if self.view is not None:
            self.stack.show_view(self.view, period)
            self.model.show_lines(self.view.lines, period, self.view.today)
            self.table.show_currency(shown=len(groups_of(self.view.lines)) > 1)
            self.offers.show_offers(self.view.offers, period, self.view.today)
            self.fit_below()
        self._arrange()

    def _arrange(self) -> None:
        """What is seen of all there is."""
        kind, some = self.kind.value(), bool(self._lines())
        exploring = kind == EXPLORE
        self.stack.setVisible(some and kind == CHART)
        kinds = {one.kind for one in self._lines()}
        kinds |= {mark.kind for one in self._lines() for mark in one.marks}
        self.legend.show_kinds([OFFICIAL] if exploring else tuple(kinds))
        self.filters.place_legend()
        self.notes.setVisible(bool(self.notes.text()) and not exploring)
        self.table.setVisible(some and kind == TABLE)
        self.explore.setVisible(exploring)
        self.details.setVisible(some and not exploring)
        self._around.setVisible(not some and not exploring)
        self.export.setEnabled(some or exploring)
        if some:
            self._show_details()
        else:
            self.empty.say(*empty_words.of(self.view))

    def _show_details(self) -> None:
        assert self.view is not None
        line_at = self.view.lines[self._spot.row]
        period = Period(self.period.value())
        self.details.show_spot(line_at, self._spot.mark, period, self.view.today)

    def _stand_on_application(self, application_id: int) -> None:
        """Put the keyboard on its newest offer, else on what its posting names, else its row."""
        self._sought = None
        period = Period(self.period.value())
        found = [
            (mark.offer_id or 0, -row, at)
            for row, one in enumerate(self._lines())
            for at, (mark, _) in enumerate(drawn_marks(one, period))
            if mark.application_id == application_id
        ]
        if found:
            _, row, at = max(found)
            self.stack.stand_at(-row, at)
        else:
            self.arrive()

    def _move(self, spot: Spot) -> None:
        self._spot = spot
        self._show_details()
        self._whole.show_whole(self.stack if self.kind.value() == CHART else self.table)

    def _enter(self, spot: Spot) -> None:
        """Go where a line or a mark leads."""
        lines = self._lines()
        mark = mark_at(lines, spot, Period(self.period.value()))
        self._lead(leading_from(lines[spot.row], mark))

    def _lead(self, leading: Leading | None) -> None:
        if leading is None:
            return
        if leading.way is Way.EXPLORE:
            self.look_around(self.explore.query._replace(code=leading.code, by_occupation=False))
        else:
            self.intents.opened.put(leading)

    def _listen(self) -> None:
        intents = self.intents
        self.period.chosen.subscribe(lambda _: self._show(), owner=self)
        self.kind.chosen.subscribe(self.show_as, owner=self)
        self.filters.changed.subscribe(intents.queried.put, owner=self)
        self.filters.role.asked.subscribe(intents.roles_wanted.put, owner=self)
        self.filters.area.asked.subscribe(intents.areas_wanted.put, owner=self)
        self.stack.moved.subscribe(self._move, owner=self)
        self.stack.opened.subscribe(self._enter, owner=self)
        self.table.current.subscribe(lambda row: self._move(Spot(row.place)), owner=self)
        self.table.opened.subscribe(lambda row: self._enter(Spot(row.place)), owner=self)
        self.details.opened.subscribe(self._lead, owner=self)
        self.target.closed.subscribe(lambda _none: self.arrive(), owner=self)
        self.converter.used.subscribe(lambda pay: intents.offer_wanted.put(WhatIf(pay)), owner=self)
        self.add_offer.clicked.connect(self.ask_offer)
        self.bring.clicked.connect(lambda: intents.import_wanted.put(None))
        self.empty.button.clicked.connect(self._fill_emptiness)

    def _fill_emptiness(self) -> None:
        """The one thing to do about an empty page: choose a role, or every level."""
        query = self.filters.query
        if query.level:
            self.ask(query._replace(level=""), self.filters.role.value())
        else:
            self.filters.role.setFocus(Qt.FocusReason.OtherFocusReason)
            self.filters.role.open()
