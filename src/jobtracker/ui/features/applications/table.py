"""The table itself: arrow keys and clicks collapse groups; what is chosen keeps its place."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent

from jobtracker.ui.features.applications.model import (
    AGE,
    LOCATION,
    ApplicationModel,
    GroupRow,
    ItemRow,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size
from jobtracker.ui.widgets.page import WidthClass
from jobtracker.ui.widgets.row_table import RowTable

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ApplicationTable(RowTable):
    """`menu_wanted` tells where on the screen a person asked for the menu of the row."""

    def __init__(self, theme: Theme, model: ApplicationModel) -> None:
        super().__init__(theme, "Applications", model)
        self.menu_wanted: Channel[QPoint] = Channel()
        self._model = model

    def item(self) -> ItemRow | None:
        """The application that is selected, or None on a group and in an empty list."""
        row = self.selected()
        return row if isinstance(row, ItemRow) else None

    def step(self, by: int) -> None:
        """Select the next or previous application, over the headings of groups."""
        rows = self.rows.rows
        place = self.currentIndex().row() + by
        while 0 <= place < len(rows) and isinstance(rows[place], GroupRow):
            place += by
        if 0 <= place < len(rows):
            self.select(self.rows.key(rows[place]))

    def select_near(self, place: int) -> None:
        """Select the application at this place, else the nearest one above or below it."""
        rows = self.rows.rows
        items = [at for at, row in enumerate(rows) if isinstance(row, ItemRow)]
        if items:
            nearest = min(items, key=lambda at: (abs(at - place), at))
            self.select(self.rows.key(rows[nearest]))

    def toggle(self, group: GroupRow) -> None:
        self._model.set_open(group.key, is_open=not group.open)
        self.select(group.key)

    def shows_ring(self) -> bool:
        """Whether the focus is here and came by the keyboard."""
        return self.by_keyboard and self.hasFocus()

    def set_compact(self, compact: bool) -> None:
        self.set_row_height(Size.ROW_COMPACT if compact else Size.ROW)

    def fit(self, width: WidthClass) -> None:
        """Show the columns there is room for."""
        self.setColumnHidden(LOCATION, width < WidthClass.WIDE)
        self.setColumnHidden(AGE, width < WidthClass.MEDIUM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        key, row = event.key(), self.selected()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and row is not None:
            self._fold(row, is_open=key == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self._row_at(event.position().toPoint())
        if isinstance(row, GroupRow) and event.button() == Qt.MouseButton.LeftButton:
            self.toggle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if isinstance(row, GroupRow):
            self.toggle(row)
        elif row is not None:
            self.opened.put(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.item() is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(Size.ROW, 0)
        self.menu_wanted.put(self.viewport().mapToGlobal(below) if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_keyboard = event.reason() in BY_KEYBOARD
        self.repaint_row(self.currentIndex().row())

    def _fold(self, row: GroupRow | ItemRow, *, is_open: bool) -> None:
        """Right expands a group; Left collapses it, from an application its own group."""
        if isinstance(row, ItemRow) and is_open:
            return
        group = self._model.group_of(row)
        self._model.set_open(group, is_open=is_open)
        self.select(group)

    def _row_at(self, point: QPoint) -> GroupRow | ItemRow | None:
        index = self.indexAt(point)
        return self._model.rows[index.row()] if index.isValid() else None
