"""The table itself: moving by cells, collapsing groups; what is chosen keeps its place."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from jobtracker.ui.features.applications.table.columns import ROLE, Arrangement
from jobtracker.ui.features.applications.table.model import ApplicationModel, GroupRow, ItemRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size
from jobtracker.ui.widgets.row_model import Index
from jobtracker.ui.widgets.row_table import ENTER, RowTable

ENDS = {int(Qt.Key.Key_Home): 0, int(Qt.Key.Key_End): -1}
STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
WAYS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}


class ApplicationTable(RowTable):
    """`menu_wanted` tells where on the screen a person asked for the menu of the row, `toggled`
    a group to collapse or expand, `edit_wanted` that a click edits the current cell, and
    `extended` the row that a selection is to reach. While it is `picking`, the keyboard moves
    over the rows and selects none; `settles` while it goes to a row by itself.
    """

    picking = False
    settles = False

    def __init__(self, theme: Theme, model: ApplicationModel) -> None:
        super().__init__(theme, "Applications", model)
        self.menu_wanted: Channel[QPoint] = Channel()
        self.toggled: Channel[GroupRow] = Channel()
        self.edit_wanted: Channel[None] = Channel()
        self.extended: Channel[int] = Channel()
        self._model = model
        self._column = ROLE
        self._slow_click: QTimer | None = None
        self.columns = Arrangement(theme, self)
        model.modelAboutToBeReset.connect(self._keep_column)

    def fill_ground(self) -> None:
        """Let the view fill its own ground: only then does Qt move what is in sight when one
        scrolls, and paints just the rows that come in. A style sheet takes that away each time.
        """
        self.viewport().setAutoFillBackground(True)

    def item(self) -> ItemRow | None:
        """The application that is current, or None on a group and in an empty list."""
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

    def select(self, key: object) -> bool:
        """Move to the row with this key, in the column that is current."""
        column = self.column()
        if self.picking:
            return self._walk_to(key, column)
        if not super().select(key):
            return False
        if column != ROLE:
            self.move_to(column)
        return True

    def select_near(self, place: int) -> None:
        """Select the application at this place, else the nearest one above or below it."""
        self.settles = True
        rows = self.rows.rows
        for away in range(len(rows) + 1):
            for at in (place - away, place + away):
                if 0 <= at < len(rows) and isinstance(rows[at], ItemRow):
                    self.select(self.rows.key(rows[at]))
                    self.settles = False
                    return
        self.settles = False

    def column(self) -> int:
        """The column of the current cell; without one, that of the last."""
        index = self.currentIndex()
        return index.column() if index.isValid() else self._column

    def sees_current(self) -> bool:
        """Whether the current row is in sight."""
        at = self.currentIndex().row()
        top = self.rowViewportPosition(at)
        return at >= 0 and -self.rowHeight(at) < top < self.height()

    def move_to(self, column: int) -> None:
        """Make another cell of the current row the current one."""
        index = self._model.index(self.currentIndex().row(), column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.scrollTo(index)
        self.repaint_row(index.row())

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A key alone keeps what was picked."""
        if self.picking and isinstance(event, QKeyEvent) and not event.modifiers().value:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def set_compact(self, compact: bool) -> None:
        self.set_row_height(Size.ROW_COMPACT if compact else Size.ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is not None and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.by_keyboard = True
            self.extended.put(self.currentIndex().row() + step)
            return
        row, way = self.selected(), WAYS.get(event.key())
        plain = row is not None and not event.modifiers().value
        if plain and way is not None:
            self.by_keyboard = True
            self._walk(way)
        elif plain and event.key() in ENDS:
            self.by_keyboard = True
            self.select(self.rows.key(self.rows.rows[ENDS[event.key()]]))
        elif plain and event.key() in ENTER and isinstance(row, GroupRow):
            self.toggled.put(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.extended.put(index.row())
            return
        self.picking = self.picking and bool(event.modifiers().value)
        again = index.isValid() and index == self.currentIndex() and self.hasFocus()
        alone = len(self.selectionModel().selectedRows()) == 1
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers().value:
            return
        row = self._row_at(event.position().toPoint())
        if isinstance(row, GroupRow):
            self.toggled.put(row)
        elif again and alone:
            self._edit_unless_double()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._stop_slow_click()
        row = self._row_at(event.position().toPoint())
        if isinstance(row, GroupRow):
            self.toggled.put(row)
        elif row is not None:
            self.opened.put(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.item() is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.put(self.below_current() if by_key else event.globalPos())

    def below_current(self) -> QPoint:
        """Where a menu for the current row opens, on the screen."""
        below = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(Size.ROW, 0)
        return self.viewport().mapToGlobal(below)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop_slow_click()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit_role()

    def _walk(self, way: int) -> None:
        """Right goes to the next cell and expands a group; Left goes back, and from the first
        cell collapses the group: as in a tree of rows.
        """
        row = self.selected()
        if isinstance(row, GroupRow):
            if row.open != (way > 0):
                self.toggled.put(row)
            return
        shown = self.columns.places()
        at = shown.index(self.column()) + way
        if 0 <= at < len(shown):
            self.move_to(shown[at])
        elif at < 0:
            place = self._model.position(self._model.group_of(row))
            group = self._model.rows[place] if place >= 0 else None
            if isinstance(group, GroupRow):
                self.toggled.put(group)

    def _walk_to(self, key: object, column: int) -> bool:
        """Move to a row without selecting it."""
        place = self._model.position(key)
        if place < 0:
            return False
        index = self._model.index(place, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        return True

    def _keep_column(self) -> None:
        self._column = self.column()

    def _edit_unless_double(self) -> None:
        """A click on the current cell edits it, once no second click has followed."""
        self._stop_slow_click()
        timer = self._slow_click = QTimer(self, singleShot=True)
        timer.timeout.connect(lambda: self.edit_wanted.put(None))
        timer.start(QApplication.doubleClickInterval())

    def _stop_slow_click(self) -> None:
        if self._slow_click is not None:
            self._slow_click.stop()
            self._slow_click.deleteLater()
            self._slow_click = None

    def _row_at(self, point: QPoint) -> GroupRow | ItemRow | None:
        index = self.indexAt(point)
        return self._model.rows[index.row()] if index.isValid() else None
