"""The applications page: the list, and the pane of one application beside it.

It is painted before the database layer is loaded, so it imports little: the filter row, the
pane, the menus and the add sheet are built when `dress` and `attach` say that there is time and
something behind them.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.listing import ACTIVE, CLOSED, ListPage, ListQuery
from jobtracker.ui.features.applications.contract import Intents, Shown
from jobtracker.ui.features.applications.pane_slot import PaneSlot, Stay
from jobtracker.ui.features.applications.table.columns import TABLE, Look
from jobtracker.ui.features.applications.table.list_panel import ListPanel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.page import Page, WidthClass

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.board.view import BoardView
    from jobtracker.ui.features.applications.detail.pane import DetailPane
    from jobtracker.ui.features.applications.table.list_tools import ListTools
    from jobtracker.ui.features.applications.views import Views
    from jobtracker.ui.widgets.hints import Readers


class ApplicationsPage(Page):
    """`intents` tells what a person wants; `show_page` and `show_application` answer.

    `first` is shown at once: the list as the first screen read it, for `look.query()`.
    """

    def __init__(
        self, theme: Theme, today: date, first: ListPage | None = None, look: Look | None = None
    ) -> None:
        super().__init__("Applications")
        self.intents = Intents()
        self._theme = theme
        look = look or Look()
        self._first_view = look.view
        self._today = today
        self._opening = False
        self._width = WidthClass.MEDIUM
        self.panel = ListPanel(theme, today, look)
        self.table = self.panel.table
        self.pane: DetailPane | None = None
        plus = theme.icon("plus", "on_accent")
        self.add_button = Button("Add application", kind="primary", icon=plus)
        self._left = QWidget()
        self.slot = PaneSlot(theme, self._left)
        self.stay = Stay(self)
        self._lay_out()
        self._listen()
        self.show_page(first or ListPage([]), self.panel.query, today)

    @cached_property
    def views(self) -> "Views":
        """Table and board; before the first paint the table stands alone."""
        from jobtracker.ui.features.applications.views import Views

        made = Views(self._theme, self.panel)
        made.shown.subscribe(self._changed_view, owner=self)
        made.selected.subscribe(
            lambda _id: self.stay.moved(by_itself=not self.stay.stepping), owner=self
        )
        made.opened.subscribe(lambda _id: self.enter_pane(), owner=self)
        made.counted.subscribe(self._say_count, owner=self)
        return made

    def dress(self) -> "ListTools":
        """Build what the first paint can do without: filter row, switch, selecting many."""
        for _ in self.dressing():
            pass
        assert self.panel.tools is not None
        return self.panel.tools

    def dressing(self) -> Iterator[None]:
        """The same in small steps; nothing where it is done."""
        if self.panel.tools is None:
            from jobtracker.ui.features.applications.table.list_tools import ListTools

            self.table.fill_ground()  # Qt's own widget: its first one makes PySide know many
            yield
            tools = ListTools(self._theme, self.panel, self.intents)
            yield
            tools.density.subscribe(self.views.set_compact, owner=self)
            self.panel.dress(tools)
            yield
            self.header.insert(self.views.dress())
            self.views.set_narrow(narrow=self._width < WidthClass.MEDIUM)
            yield

    def attaching(self, readers: "Readers") -> Iterator[None]:
        """Build what acts on applications, now that there are services to act through: step by
        step.
        """
        from jobtracker.ui.features.applications.detail.pane import DetailPane

        yield from self.dressing()
        pane = DetailPane(self._theme, self.intents, readers)
        yield
        pane.stepped.subscribe(self.stay.step, owner=self)
        pane.closed.subscribe(lambda _none: self.show_pane(shown=False), owner=self)
        pane.full_wanted.subscribe(lambda full: self.show_full(shown=full), owner=self)
        self.pane = pane
        self.slot.hold(pane)
        yield
        self.arrange()
        yield
        self.stay.tell(self.selected_id())
        self.views.show(self._first_view)

    def show_page(self, page: ListPage, query: ListQuery, today: date) -> None:
        """Show what the query gave; selection and scroll stay, or move to a neighbour."""
        self._today = today
        self.panel.show_page(page, query, today)
        if not page.rows and self.panel.front is None:
            self.stay.moved(by_itself=True)
        self.stay.expect_back()
        self.arrange()
        if self._opening and self.panel.wanted is None:
            self._opening = False
            self.enter_pane()

    def show_application(self, shown: Shown) -> None:
        """Fill the pane with an application."""
        if self.pane is not None:
            self.pane.show_application(shown, self._today)
            self.pane.show()
            self.show_position()

    def show_error(self, application_id: int, field: str, message: str) -> bool:
        """Put an error under its field; False where it has no place on this page."""
        pane = self.pane
        if pane is None or pane.shown_id != application_id:
            return False
        return pane.show_error(field, message)

    def selected_id(self) -> int | None:
        """The application that is selected in the table or on the board, or stays on the full
        page although it left them.
        """
        return self.stay.listed() if self.stay.kept is None else self.stay.kept

    def open_item(self, item: int) -> None:
        self.stay.let_go()
        self.views.show(TABLE)
        self.panel.go_to(item)

    def expect(self, application_id: int, *, opening: bool) -> None:
        """Select an application that was just added, once the list holds it, and open it."""
        self._opening = opening
        self.panel.expect(application_id)
        if self.panel.front is not None:
            self.views.select(application_id)

    def arrive(self) -> None:
        """The keyboard goes to the list, which comes forward where the pane took its place."""
        if self.slot.hides_list:
            self.show_pane(shown=False)
        elif self.panel.front is not None:
            self.views.take_focus()
        else:
            self.panel.take_focus()

    def regions(self) -> list[QWidget]:
        found: list[QWidget] = []
        if self.panel.tools is not None:
            found.append(self.panel.tools.stop())
        found += self.views.regions()
        if self.pane is not None and self.pane.isVisible():
            found.append(self.pane)
        return found

    def fit(self, width: WidthClass) -> None:
        self._width = width
        self.slot.fit(width)
        self.panel.fit(width)
        self.add_button.setText("Add" if width < WidthClass.MEDIUM else "Add application")
        if "views" in self.__dict__:
            self.views.set_narrow(narrow=width < WidthClass.MEDIUM)
        self.arrange()

    @property
    def full_shown(self) -> bool:
        """Whether one application takes the whole page."""
        return self.slot.full

    def show_pane(self, *, shown: bool) -> None:
        """Open or close the pane; the keyboard goes to it where it hides the list, and back to
        the list when it closes.
        """
        self.slot.want(shown=shown)
        self.stay.let_go()
        self.arrange()
        if not shown:
            self.arrive()
        elif self.slot.hides_list and self.pane is not None and self.pane.isVisible():
            self.pane.take_focus()

    def show_full(self, *, shown: bool) -> None:
        """Give the application the whole page, or go back to the list beside it."""
        if self.pane is None or self.selected_id() is None:
            return
        self.slot.full = shown
        self.stay.let_go()
        self.arrange()
        if shown:
            self.pane.take_focus()
        else:
            self.arrive()

    def enter_pane(self) -> None:
        """Open the pane and put the keyboard in it."""
        if self.pane is not None and self.selected_id() is not None:
            self.show_pane(shown=True)
            self.pane.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            tools = self.panel.tools
            if tools is not None and tools.leave_bulk():
                return
            if self.slot.isVisible():
                self.show_pane(shown=False)
                return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.intents.adding_pasted.put(None)
            return
        super().keyPressEvent(event)

    def arrange(self) -> None:
        """The pane in its place, where there is an application for it."""
        table_filled = self.panel.front is None and self.panel.model.loaded > 0
        self.slot.arrange(filled=table_filled or self.selected_id() is not None)

    def _say_count(self, total: int | None) -> None:
        scope = self.panel.query.scope
        of = {ACTIVE: "active", CLOSED: "closed"}.get(scope, "in all")
        if self.panel.is_filtered:
            of = "found"
        self.header.note.setText(f"{total:,} {of}" if total else "")
        self.show_position()

    def show_position(self) -> None:
        if self.pane is not None:
            place, count = self.views.place_of_current()
            self.pane.show_position(place if self.stay.kept is None else 0, count)

    def _changed_view(self, board: "BoardView | None") -> None:
        self.panel.look_changed.put(None)
        self.dress().bar.show_for_table(board is None)
        self.slot.on_board = board is not None
        self.intents.viewed.put(board is not None)
        if board is None:
            self._say_count(self.panel.model.total)
        self.arrange()
        self.arrive()

    def _listen(self) -> None:
        self.panel.asked.subscribe(self.intents.queried.put, owner=self)
        self.panel.add_wanted.subscribe(self.intents.adding.put, owner=self)
        self.panel.model.more_wanted.subscribe(
            lambda _count: self.intents.more_wanted.put(None), owner=self
        )
        self.add_button.clicked.connect(lambda: self.intents.adding.put(None))
        self.panel.counted.subscribe(self._say_count, owner=self)
        self.table.current.subscribe(
            lambda _row: self.stay.moved(by_itself=self.table.settles), owner=self
        )
        self.intents.removed.subscribe(self.stay.leave, owner=self)
        self.table.opened.subscribe(lambda _row: self.enter_pane(), owner=self)

    def _lay_out(self) -> None:
        self.header.add(self.add_button)
        self.column.removeWidget(self.header)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(self.panel, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self.slot.line)
        row.addWidget(self.slot)
        self.column.addLayout(row)
