"""What works on the list beside showing it: filter row, bulk bar, editing, clipboard.

Made once the first list is painted, since it takes what that can do without.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jobtracker.domain.listing import ListQuery
from jobtracker.ui.features.applications.contract import Intents, Option, RowsWanted, ViewSaved
from jobtracker.ui.features.applications.table import filters
from jobtracker.ui.features.applications.table.choosing import Choosing
from jobtracker.ui.features.applications.table.filter_bar import FilterBar
from jobtracker.ui.features.applications.table.grid_clipboard import GridClipboard
from jobtracker.ui.features.applications.table.list_panel import ListPanel
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.table.bulk_bar import BulkBar
    from jobtracker.ui.features.applications.table.columns_popup import ColumnsPopup
    from jobtracker.ui.features.applications.table.filter_menus import FilterMenus
    from jobtracker.ui.features.applications.table.inline_cell import CellEditing


class ListTools:
    """`row` is the widget above the list: the filter row, or the bulk bar while many are
    selected. `density` tells whether low rows and cards are wanted.
    """

    def __init__(self, theme: Theme, panel: ListPanel, intents: Intents) -> None:
        self._theme = theme
        self._panel = panel
        self._intents = intents
        self.density: Channel[bool] = Channel()
        self.row = QStackedWidget()
        self.bar = FilterBar(theme)
        self.row.addWidget(self.bar)
        self.choosing = Choosing(panel.table, panel.model)
        self.clipboard = GridClipboard(panel, self.choosing, intents)
        panel.table.columns.wake()
        panel.table.fill_ground()
        theme.changed.subscribe(lambda _tokens: panel.table.fill_ground(), owner=panel.table)
        self._listen()

    @cached_property
    def menus(self) -> "FilterMenus":
        from jobtracker.ui.features.applications.table.filter_menus import FilterMenus

        made = FilterMenus(self._theme, self.row, self._panel.ask, self.today)
        made.options_wanted.subscribe(self._intents.options_wanted.put, owner=self.row)
        return made

    @cached_property
    def bulk(self) -> "BulkBar":
        from jobtracker.ui.features.applications.table.bulk_bar import BulkBar

        made = BulkBar(self._theme, self._intents, self.today)
        made.left.subscribe(lambda _none: self.leave_bulk(), owner=made)
        self.row.addWidget(made)
        return made

    @cached_property
    def columns(self) -> "ColumnsPopup":
        from jobtracker.ui.features.applications.table.columns_popup import ColumnsPopup

        made = ColumnsPopup(self._theme, self.row)
        made.chosen.subscribe(self._show_columns, owner=made)
        return made

    @cached_property
    def editing(self) -> "CellEditing":
        from jobtracker.ui.features.applications.table.inline_cell import CellEditing

        made = CellEditing(self._theme, self._panel.table, self._panel.model)
        made.edited.subscribe(self._intents.rows_edited.put, owner=made.field)
        return made

    def today(self) -> date:
        return self._panel.today

    def show_query(self, query: ListQuery) -> None:
        """Let the filter row say what is asked for."""
        self.bar.show_query(query, self._labels, self.today())

    def show_options(self, field: str, options: list[Option]) -> None:
        """Offer the values of a filter's field."""
        self.menus.show_options(field, options)
        self.show_query(self._panel.query)

    def open(self, name: str) -> None:
        """Open a menu of the filter row: "scope", "filters", "group", "cards" or "columns"."""
        bar, query = self.bar, self._panel.query
        match name:
            case "scope":
                self.menus.open_scope(bar.scope, query)
            case "filters":
                self.menus.open_filters(bar.add, query)
            case "group":
                self.menus.open_group(bar.group, query)
            case "cards":
                self.menus.open_cards(bar.cards, self._panel.is_compact, self.density.put)
            case _:
                chip = bar.columns if bar.columns.isVisible() else bar.group
                self.columns.open_below(chip, self._panel.table.columns.shown())

    def filter_from_keyboard(self) -> None:
        """The keyboard goes into the field of the filter row."""
        self.leave_bulk()
        self.bar.filter_from_keyboard()

    def leave_bulk(self) -> bool:
        """Give up a selection of many for the current row; False where there was none."""
        if not self.choosing.many:
            return False
        self.choosing.only_current()
        self._panel.take_focus()
        return True

    def stop(self) -> QWidget:
        """What F6 comes to above the list."""
        return self.bar.scope if self.row.currentWidget() is self.bar else self.bulk.stage

    def select_all(self) -> None:
        """Select all of the list, also what is not loaded yet."""
        query = self._panel.query._replace(limit=None, collapsed=())
        self._panel.table.selectAll()
        if self._panel.model.after is not None or self._panel.query.collapsed:
            self._intents.all_wanted.put(
                RowsWanted(query, lambda rows: self.choosing.everything([row.id for row in rows]))
            )

    def ask_view_name(self) -> None:
        """Ask for the name to keep this list under."""
        from jobtracker.ui.features.applications.asking import Question, ask

        query, keys = self._panel.query, self._panel.table.columns.keys or ()
        words = filters.all_words(query, self._labels, self.today())
        question = Question("Save this view", "Name", "Save view", text=", ".join(words[:2]))

        def saved(name: str) -> None:
            kept = query._replace(collapsed=(), limit=None)
            self._intents.view_saved.put(ViewSaved(name.strip(), kept, keys))

        ask(self._theme, self.row, question, saved)

    def announce(self, said: str) -> None:
        """Tell a screen reader."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.row, said))

    def why_empty(self, query: ListQuery) -> tuple[str, str, str]:
        """Title, text and button for a list that its filters leave empty."""
        if not filters.is_filtered(query):
            name = filters.SCOPE_NAMES[query.scope].lower()
            return f"No {name} applications", "They stand here once there are any.", "Show active"
        named = filters.all_words(query, self._labels, self.today())
        title = "Nothing found" if len(named) > 1 else f"Nothing found for {named[0]}"
        return title, f"Filters: {', '.join(named)}.", "Clear filters"

    @property
    def _labels(self) -> dict[tuple[str, str], str]:
        return self.menus.labels if "menus" in self.__dict__ else {}

    def _show_columns(self, keys: tuple[str, ...] | None) -> None:
        self._panel.show_columns(keys)
        if keys is None:
            self._panel.table.columns.set_widths({})
        self._panel.look_changed.put(None)

    def _show_chosen(self, ids: Sequence[int]) -> None:
        """The bulk bar comes with X or the second selected application and goes with the last;
        the keyboard does not stay in what is hidden.
        """
        many = self.choosing.many
        if many:
            self.bulk.show_count(ids)
        shown = self.bulk if many else self.bar
        if self.row.currentWidget() is not shown:
            focused = self.row.window().focusWidget()
            had_focus = focused is not None and self.row.isAncestorOf(focused)
            self.row.setCurrentWidget(shown)
            if had_focus:
                self._panel.take_focus()
            if many:
                self.announce(f"{len(ids):,} selected")

    def _choose(self, wanted: tuple[str, QWidget]) -> None:
        field, chip = wanted
        self.menus.choose(field, chip, self._panel.query)

    def _listen(self) -> None:
        panel, row = self._panel, self.row
        self.bar.asked.subscribe(panel.ask, owner=row)
        self.bar.field.left.subscribe(lambda _none: panel.take_focus(), owner=row)
        self.bar.choice_wanted.subscribe(self._choose, owner=row)
        self.bar.menu_wanted.subscribe(lambda wanted: self.open(wanted[0]), owner=row)
        self.choosing.told.subscribe(self._show_chosen, owner=row)
        panel.table.columns.sorted_by.subscribe(panel.sort_by, owner=row)
        panel.table.columns.changed.subscribe(panel.look_changed.put, owner=row)
        panel.table.edit_wanted.subscribe(self._edit, owner=row)

    def _edit(self, _none: None) -> None:
        if not self.editing.is_open:
            self.editing.start()
