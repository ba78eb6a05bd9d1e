"""The list side of the page: filter row, the grouped table or why it is empty, a footer."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.domain.listing import ACTIVE, ALL, ListPage, ListQuery
from jobtracker.ui.features.applications.table.columns import Look, place
from jobtracker.ui.features.applications.table.delegate import ApplicationDelegate
from jobtracker.ui.features.applications.table.model import ApplicationModel, GroupRow
from jobtracker.ui.features.applications.table.table import ApplicationTable
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.labels import ElidedLabel, line
from jobtracker.ui.widgets.page import WidthClass

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.table.list_tools import ListTools
    from jobtracker.ui.widgets.empty_state import EmptyState

LEGEND = "Band: benchmark range. Line: posted range. Diamond: offer."
EMPTY_WIDTH = 420
AROUND = 40
"""Rows read beside those in sight when a list is read again."""


class ListPanel(QWidget):
    """`asked` tells a new query, `add_wanted` that a person wants to fill the empty list,
    `look_changed` that columns, grouping or density are others now, `counted` how many there are.
    `wanted` is an application to select as soon as a list holds it.

    `tools` (filter row, bulk bar, editing in place) are made by `dress`, after the first paint.
    """

    def __init__(self, theme: Theme, today: date, look: Look) -> None:
        super().__init__()
        self.asked: Channel[ListQuery] = Channel()
        self.add_wanted: Channel[None] = Channel()
        self.look_changed: Channel[None] = Channel()
        self.counted: Channel[int | None] = Channel()
        self.query = look.query()
        self.tools: ListTools | None = None
        self.today = today
        self.wanted: int | None = None
        self._theme = theme
        self.model = ApplicationModel(today)
        self.table = ApplicationTable(theme, self.model)
        self._delegate = ApplicationDelegate(theme, self.table, self.model)
        self.table.setItemDelegate(self._delegate)
        self.top = QVBoxLayout()
        self.footer = ElidedLabel("", "small")
        self.body = QStackedWidget()
        self.front: QWidget | None = None
        self._nothing = QWidget()
        self._lay_out()
        self.set_compact(look.compact)
        if look.widths:
            self.table.columns.set_widths(look.widths)
        self.show_columns(look.columns or None)
        self.table.toggled.subscribe(self._toggle, owner=self)

    def dress(self, tools: "ListTools") -> None:
        """Put the filter row in its place."""
        self.tools = tools
        spacer = self.top.takeAt(0)
        assert spacer is not None
        self.top.addWidget(tools.row)
        self.tools.show_query(self.query)
        self.tools.bar.show_density(self.is_compact)

    @cached_property
    def empty(self) -> "EmptyState":
        """What stands in the list's place; made when there is first nothing to list."""
        from jobtracker.ui.widgets.empty_state import EmptyState

        made = EmptyState("", "", "Add application")
        self._theme.fit(made.setFixedWidth, EMPTY_WIDTH)
        made.button.clicked.connect(self._fill)
        nothing = self._nothing
        across = QHBoxLayout()  # an alignment would measure the text at the full width
        across.addStretch(1)
        across.addWidget(made)
        across.addStretch(1)
        around = QVBoxLayout(nothing)
        around.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        around.addStretch(1)
        around.addLayout(across)
        around.addStretch(2)
        return made

    @property
    def is_filtered(self) -> bool:
        query = self.query
        return bool(query.text.strip() or query.conditions or query.standings)

    def ask(self, query: ListQuery) -> None:
        """Ask for another list; the filter row follows."""
        before, self.query = self.query, query
        if query == before:
            return
        if self.tools is not None:
            self.tools.show_query(query)
        self.asked.put(query)
        if _order(query) != _order(before):
            self.look_changed.put(None)

    def sort_by(self, sort: str) -> None:
        """Sort by this; the same again turns the order round."""
        turned = sort == self.query.sort and not self.query.descending
        self.ask(self.query._replace(sort=sort, descending=turned))

    def show_page(self, page: ListPage, query: ListQuery, today: date) -> None:
        """Show what a query gave; selection and scroll stay, or move to a neighbour."""
        bar = self.table.verticalScrollBar()
        scrolled, at = bar.value(), self.table.currentIndex().row()
        narrower = query._replace(limit=None) != self.model.query._replace(limit=None)
        follows = narrower or self.table.sees_current()
        self.today = today
        self.model.show_page(page, query._replace(limit=None), today)
        self.model.show_sorting(query.sort, descending=query.descending)
        bar.setValue(scrolled)
        if self.wanted is not None and self.table.select(self.wanted):
            self.wanted = None
        elif not self.table.selectionModel().hasSelection():
            self.table.select_near(max(0, at))
        elif follows:
            self.table.scrollTo(self.table.currentIndex())
        self._say(announced=narrower)

    def show_sizes(self, sizes: dict[str, int]) -> None:
        """Show how large the groups are, now that they are counted."""
        self.model.show_sizes(sizes)
        self._say(announced=False)

    def show_quiet(self, waiting_days: Mapping[str, int]) -> None:
        """Say of those that wait longer than this for how long they have been quiet."""
        self.model.show_quiet(waiting_days)

    def wanted_rows(self) -> int:
        """How many rows to read again so that what is in sight and selected is among them."""
        height = max(1, self.table.rowHeight(0))
        bottom = (self.table.verticalScrollBar().value() + self.table.height()) // height
        return max(bottom, self.table.currentIndex().row() + 1) + AROUND

    def go_to(self, application_id: int) -> None:
        """Select an application, in this list or in one of everything if it is not here."""
        if not self.table.select(application_id):
            self.wanted = application_id
            self.ask(self.query._replace(text="", scope=ALL, standings=(), conditions=()))

    def expect(self, application_id: int) -> None:
        """Select an application as soon as a list arrives that holds it.

        Filters are taken off, since they would not show a new one.
        """
        self.wanted = application_id
        scope = ALL if self.query.scope == ALL else ACTIVE
        plain = self.query._replace(text="", scope=scope, standings=(), conditions=())
        self.ask(plain._replace(collapsed=()))

    def place_of_current(self) -> tuple[int, int]:
        """Which of how many applications is selected, counted from 1; 0 for none."""
        item, total = self.table.item(), self.model.total
        shown = self.model.loaded if total is None else total
        return (self.model.number(item.row.id) if item else 0), shown

    def stand_before(self, front: QWidget | None) -> None:
        """Show another view of the same list in front of the table, or the table again."""
        self.front = front
        self.footer.setVisible(front is None)
        if front is not None:
            self.body.setCurrentWidget(front)
        else:
            self._say(announced=False)

    def take_focus(self) -> None:
        """The keyboard works the list, or what stands in its place."""
        shown = self.table if self.body.currentWidget() is self.table else self.empty.button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, width: WidthClass) -> None:
        self.table.columns.fit(width)
        self._fit_words()

    def show_columns(self, keys: tuple[str, ...] | None) -> None:
        """Show these columns in this order; None for the usual ones."""
        self.table.columns.show(keys)
        self._fit_words()

    def set_compact(self, compact: bool) -> None:
        """One line a row, 32 px, instead of two in 46."""
        self.is_compact = self._delegate.compact = compact
        self.table.set_compact(compact)
        if self.tools is not None:
            self.tools.bar.show_density(compact)

    def _fit_words(self) -> None:
        """What has a column of its own is not said below the role as well."""
        hidden = self.table.isColumnHidden
        self._delegate.with_place = hidden(place("location"))
        self._delegate.with_company = hidden(place("company"))

    def _toggle(self, group: GroupRow) -> None:
        """Collapse or expand at once; what an expanded group holds is then asked for."""
        self.model.set_open(group.key, is_open=not group.open)
        self.table.select(group.key)
        self.ask(self.query._replace(collapsed=self.model.query.collapsed))

    def _say(self, *, announced: bool) -> None:
        total = self.model.total
        nothing = not self.model.rows
        if nothing:
            self._say_why_empty()
        if self.front is None:
            self._show(empty=nothing)
            self.counted.put(total)
        shown = f"{total:,} shown." if total is not None else ""
        self.footer.setText(f"{shown} {LEGEND}".strip() if not nothing else "")
        if announced and self.tools is not None:
            self.tools.announce(shown or "More are shown as you scroll.")

    def _show(self, *, empty: bool) -> None:
        """The table, or what is said in its place; the keyboard goes along."""
        wanted = self._nothing if empty else self.table
        before = self.body.currentWidget()
        if before is not wanted:
            had_focus = before is not None and before.isAncestorOf(self.focusWidget() or self)
            self.body.setCurrentWidget(wanted)
            if had_focus or self.table.hasFocus():
                self.take_focus()

    def _say_why_empty(self) -> None:
        if self.tools is not None and (self.is_filtered or self.query.scope != ACTIVE):
            title, text, action = self.tools.why_empty(self.query)
            self.empty.say(title, text, action)
        else:
            text = "Yours are closed or archived. Take the filter Active stages off to see them."
            self.empty.say("No active applications", text, "Add application")

    def _fill(self) -> None:
        """Do what the button of the empty list says."""
        if self.is_filtered or self.query.scope != ACTIVE:
            plain = self.query._replace(text="", scope=ACTIVE, standings=(), conditions=())
            self.ask(plain._replace(collapsed=()))
            self.take_focus()
        else:
            self.add_wanted.put(None)

    def _lay_out(self) -> None:
        self.top.setContentsMargins(0, 0, 0, 0)
        self.top.addSpacing(self._theme.px(Size.CONTROL) + Space.SMALL + 3)
        self.body.addWidget(self.table)
        self.body.addWidget(self._nothing)
        self.footer.setContentsMargins(Space.PAGE, Space.SNUG, Space.PAGE, Space.SNUG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.top)
        column.addWidget(self.body, 1)
        column.addWidget(line())
        column.addWidget(self.footer)


def _order(query: ListQuery) -> tuple[str, str, bool]:
    """What of a query is remembered between two starts."""
    return query.group, query.sort, query.descending
