"""The list side of the page: filter row, the grouped table or why it is empty, a footer."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.domain.listing import ListRow
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import ACTIVE, ALL, CLOSED, Query
from jobtracker.ui.features.applications.delegate import ApplicationDelegate
from jobtracker.ui.features.applications.filter_field import FilterField
from jobtracker.ui.features.applications.model import LOCATION, ApplicationModel
from jobtracker.ui.features.applications.table import ApplicationTable
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.page import FilterRow, WidthClass
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.ui.widgets.empty_state import EmptyState

SCOPES = ((ACTIVE, "Active"), (CLOSED, "Closed"), (ALL, "All"))
LEGEND = "Band: benchmark range. Line: posted range."
TABLE, EMPTY = range(2)
EMPTY_WIDTH = 420


class ListPanel(QWidget):
    """`asked` tells a new query, `add_wanted` that a person wants to fill the empty list."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.asked: Channel[Query] = Channel()
        self.add_wanted: Channel[None] = Channel()
        self.query = Query()
        self._wanted: int | None = None
        self.model = ApplicationModel(today)
        self.table = ApplicationTable(theme, self.model)
        self._delegate = ApplicationDelegate(theme, self.table, self.model)
        self.table.setItemDelegate(self._delegate)
        self.filter = FilterField(theme)
        self.scope = Segmented("Which applications", SCOPES)
        self._theme = theme
        self.footer = PlainLabel("", "small")
        self._body = QStackedWidget()
        self._lay_out()
        self.filter.textChanged.connect(lambda text: self.ask(self.query._replace(text=text)))
        self.scope.chosen.subscribe(
            lambda key: self.ask(self.query._replace(scope=key)), owner=self
        )
        self.filter.left.subscribe(lambda _none: self.take_focus(), owner=self)

    @cached_property
    def empty(self) -> "EmptyState":
        """What stands in the list's place; made when there is first nothing to list."""
        from jobtracker.ui.widgets.empty_state import EmptyState

        made = EmptyState("", "", "Add application")
        made.setFixedWidth(self._theme.px(EMPTY_WIDTH))
        made.button.clicked.connect(self._fill)
        nothing = QWidget()
        across = QHBoxLayout()  # an alignment would measure the text at the full width
        across.addStretch(1)
        across.addWidget(made)
        across.addStretch(1)
        around = QVBoxLayout(nothing)
        around.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        around.addStretch(1)
        around.addLayout(across)
        around.addStretch(2)
        self._body.addWidget(nothing)
        return made

    @property
    def is_filtered(self) -> bool:
        return bool(self.query.text.strip())

    def ask(self, query: Query) -> None:
        """Ask for another list; the filter row follows."""
        if query == self.query:
            return
        self.query = query
        self.scope.set_value(query.scope)
        if self.filter.text() != query.text:
            self.filter.setText(query.text)
        self.asked.put(query)

    def show_found(self, found: Sequence[ListRow], today: date) -> None:
        """Show what the query gave; selection and scroll stay, or move to a neighbour."""
        bar = self.table.verticalScrollBar()
        scrolled, place = bar.value(), self.table.currentIndex().row()
        self.model.show_found(found, today)
        bar.setValue(scrolled)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif self.table.selected() is None:
            self.table.select_near(max(0, place))
        self._say(len(found))

    def go_to(self, application_id: int) -> None:
        """Select an application, in this list or in one of everything if it is not here."""
        if not self.table.select(application_id):
            self._wanted = application_id
            self.ask(Query("", ALL))

    @property
    def is_expecting(self) -> bool:
        return self._wanted is not None

    def expect(self, application_id: int) -> None:
        """Select an application as soon as a list arrives that holds it.

        A filter is taken off and closed ones left, since neither would show a new one.
        """
        self._wanted = application_id
        self.ask(Query("", ACTIVE if self.query.scope == CLOSED else self.query.scope))

    def place_of_current(self) -> tuple[int, int]:
        """Which of how many applications is selected, counted from 1; 0 for none."""
        item, shown = self.table.item(), self.model.found
        if item is None:
            return 0, len(shown)
        at = next((i for i, row in enumerate(shown, 1) if row.id == item.row.id), 0)
        return at, len(shown)

    def take_focus(self) -> None:
        """The keyboard works the list, or what stands in its place."""
        shown = self.table if self._body.currentIndex() == TABLE else self.empty.button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def filter_from_keyboard(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def fit(self, width: WidthClass) -> None:
        self.table.fit(width)
        self._delegate.with_place = self.table.isColumnHidden(LOCATION)

    @property
    def is_compact(self) -> bool:
        return self._delegate.compact

    def set_compact(self, compact: bool) -> None:
        """One line a row, 32 px, instead of two in 46."""
        self._delegate.compact = compact
        self.table.set_compact(compact)
        self.table.viewport().update()

    def _say(self, count: int) -> None:
        legend = "" if self.is_compact else LEGEND
        self.footer.setText(f"{count:,} shown. {legend}".strip())
        if count == 0:
            self._say_why_empty()
        had_focus = self.table.hasFocus() or (
            self._body.currentIndex() == EMPTY and self.empty.button.hasFocus()
        )
        self._body.setCurrentIndex(TABLE if count else EMPTY)
        self.footer.setVisible(bool(count))
        if had_focus:
            self.take_focus()
        if self.is_filtered:
            self._announce(f"{words.count_words(count)} found")

    def _announce(self, said: str) -> None:
        """Tell a screen reader; its many enums are made on first touch, so not at the start."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.filter, said))

    def _say_why_empty(self) -> None:
        if self.is_filtered:
            title = f"Nothing found for “{self.query.text.strip()}”"
            scope = {ACTIVE: "Only active applications", CLOSED: "Only closed applications"}
            looked = scope.get(self.query.scope, "All applications")
            self.empty.say(title, f"{looked} were searched.", "Clear filter")
        elif self.query.scope == CLOSED:
            text = "Applications stand here once they have ended."
            self.empty.say("No closed applications", text, "Show active")
        else:
            text = "Keep every job you go for in one list, with its pay and its next step."
            self.empty.say("No applications yet", text, "Add application")

    def _fill(self) -> None:
        """Do what the button of the empty list says."""
        if self.is_filtered:
            self.ask(self.query._replace(text=""))
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.query.scope == CLOSED:
            self.ask(Query())
        else:
            self.add_wanted.put(None)

    def _lay_out(self) -> None:
        row = FilterRow()
        row.add_left(self.filter)
        row.add_left(self.scope)
        self._body.addWidget(self.table)
        self.footer.setContentsMargins(Space.PAGE, Space.SNUG, Space.PAGE, Space.SNUG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self._body, 1)
        column.addWidget(line())
        column.addWidget(self.footer)
