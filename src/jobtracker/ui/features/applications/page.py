"""The applications page: the list, and the pane of one application beside it.

It is painted before the database layer is loaded, so it imports little: the pane, the
menus and the add sheet are built when `attach` says that there is something behind them.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.listing import ListRow
from jobtracker.ui.features.applications.contract import (
    ACTIVE,
    Intents,
    Query,
    Readers,
    Shown,
)
from jobtracker.ui.features.applications.list_panel import ListPanel
from jobtracker.ui.features.applications.model import GroupRow, ItemRow
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.page import Page, WidthClass

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.pane import DetailPane


class ApplicationsPage(Page):
    """`intents` tells what a person wants; `show_found` and `show_application` answer.

    `first_rows` are shown at once: the open applications as the first screen read them.
    """

    def __init__(self, theme: Theme, today: date, first_rows: Sequence[ListRow] = ()) -> None:
        super().__init__("Applications")
        self.intents = Intents()
        self._theme = theme
        self._today = today
        self._beside = True
        self._instead = False
        self._opening = False
        self._width = WidthClass.MEDIUM
        self.pane: DetailPane | None = None
        self.panel = ListPanel(theme, today)
        self.table = self.panel.table
        plus = theme.icon("plus", "on_accent")
        self.add_button = Button("Add application", kind="primary", icon=plus)
        self._left = QWidget()
        self._slot = QWidget()
        self._slot_line = line(vertical=True)
        self._lay_out()
        self._listen()
        self.show_found(first_rows, today)

    def attach(self, readers: Readers) -> None:
        """Build what acts on applications, now that there are services to act through."""
        from jobtracker.ui.features.applications.pane import DetailPane

        pane = self.pane = DetailPane(self._theme, self.intents, readers)
        pane.stepped.subscribe(self.table.step, owner=self)
        pane.closed.subscribe(lambda _none: self.show_pane(shown=False), owner=self)
        pane.hide()
        slot = self._slot.layout()
        assert slot is not None
        slot.addWidget(pane)
        self._arrange()
        self._tell_selected(self.table.selected())

    def show_found(self, found: Sequence[ListRow], today: date) -> None:
        """Show what the query gave; selection and scroll stay, or move to a neighbour."""
        self._today = today
        self.panel.show_found(found, today)
        if self.panel.query == Query():
            self.intents.counted.put(len(found))
        scope = self.panel.query.scope
        of = "active" if scope == ACTIVE else "closed" if scope == "closed" else "in all"
        self.header.note.setText(f"{len(found):,} {of}" if found else "")
        if not found:
            self.intents.selected.put(None)
        self._show_position()
        self._arrange()
        if self._opening and not self.panel.is_expecting:
            self._opening = False
            self.enter_pane()

    def show_application(self, shown: Shown) -> None:
        """Fill the pane with an application."""
        if self.pane is not None:
            self.pane.show_application(shown, self._today)
            self.pane.show()
            self._show_position()

    def show_error(self, application_id: int, field: str, message: str) -> bool:
        """Put an error under its field; False where it has no place on this page."""
        pane = self.pane
        if pane is None or pane.shown_id != application_id:
            return False
        return pane.show_error(field, message)

    def selected_id(self) -> int | None:
        """The application that is selected in the list."""
        item = self.table.item()
        return item.row.id if item else None

    def open_item(self, item: int) -> None:
        self.panel.go_to(item)

    def expect(self, application_id: int, *, opening: bool) -> None:
        """Select an application that was just added, once the list holds it, and open it."""
        self._opening = opening
        self.panel.expect(application_id)

    def arrive(self) -> None:
        self.panel.take_focus()

    def regions(self) -> list[QWidget]:
        found: list[QWidget] = [self.panel.filter, self.table]
        if self.pane is not None and self.pane.isVisible():
            found.append(self.pane)
        return found

    def fit(self, width: WidthClass) -> None:
        if width.pane:
            self._instead = False
        self._width = width
        self.panel.fit(width)
        self.add_button.setText("Add" if width < WidthClass.MEDIUM else "Add application")
        self._arrange()

    @property
    def pane_shown(self) -> bool:
        """Whether the pane is wanted: beside the list, or instead of it in a narrow window."""
        return self._beside if self._width.pane else self._instead

    def show_pane(self, *, shown: bool) -> None:
        """Open or close the pane; closing gives the keyboard back to the list."""
        if self.pane is not None and not shown:
            self.pane.commit_all()
        if self._width.pane:
            self._beside = shown
        else:
            self._instead = shown
        self._arrange()
        if not shown:
            self.panel.take_focus()

    def return_to_list(self) -> None:
        """The keyboard goes to the list, which comes forward where the pane took its place."""
        if self._instead:
            self.show_pane(shown=False)
        else:
            self.panel.take_focus()

    def enter_pane(self) -> None:
        """Open the pane and put the keyboard in it."""
        if self.pane is not None and self.table.item() is not None:
            self.show_pane(shown=True)
            self.pane.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._slot.isVisible():
            self.show_pane(shown=False)
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        """The pane beside the list, or in its place where the window is too narrow for both."""
        filled = self.table.item() is not None or not self.panel.query.text
        shown = self.pane_shown and filled and bool(self.panel.model.found)
        alone = shown and not self._width.pane
        self._slot.setVisible(shown)
        self._slot_line.setVisible(shown and not alone)
        self._left.setVisible(not alone)
        if alone:
            self._slot.setMinimumWidth(0)
            self._slot.setMaximumWidth(16_777_215)
        else:
            self._slot.setFixedWidth(self._theme.px(self._width.pane or 392))
        if self.pane is not None:
            self.pane.set_alone(alone)

    def _show_position(self) -> None:
        if self.pane is not None:
            self.pane.show_position(*self.panel.place_of_current())

    def _tell_selected(self, row: object) -> None:
        self._show_position()
        self.intents.selected.put(row.row.id if isinstance(row, ItemRow) else None)

    def _enter(self, row: object) -> None:
        if isinstance(row, GroupRow):
            self.table.toggle(row)
        else:
            self.enter_pane()

    def _listen(self) -> None:
        self.panel.asked.subscribe(self.intents.queried.put, owner=self)
        self.panel.add_wanted.subscribe(self.intents.adding.put, owner=self)
        self.add_button.clicked.connect(lambda: self.intents.adding.put(None))
        self.table.current.subscribe(self._tell_selected, owner=self)
        self.table.opened.subscribe(self._enter, owner=self)

    def _lay_out(self) -> None:
        self.header.add(self.add_button)
        self.column.removeWidget(self.header)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(self.panel, 1)
        inside = QVBoxLayout(self._slot)
        inside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._slot_line)
        row.addWidget(self._slot)
        self.column.addLayout(row)
