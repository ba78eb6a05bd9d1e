"""A list as high as its rows, so that the page scrolls and not the list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.row_model import RowModel
from jobtracker.ui.widgets.row_table import RowList

STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class GrownList(RowList):
    """`row` is the height of a row in px at 100 %. `left` tells that an arrow went beyond the
    first row (-1) or the last (1).
    """

    def __init__(self, theme: Theme, name: str, model: RowModel[Any], row: int) -> None:
        super().__init__(theme, name, model)
        self.left: Channel[int] = Channel()
        self._row = row
        self.setProperty("s", "canvas")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.subscribe(lambda _tokens: self._grow(), owner=self)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these; where the current one is gone, its neighbour is current."""
        at = self.currentIndex().row()
        self.rows.show_rows(rows)
        if at >= 0 and self.selected() is None and rows:
            self.go_to(min(at, len(rows) - 1))
        self._grow()

    def go_to(self, at: int) -> None:
        """Make a row the current one; -1 is the last."""
        row = self.rows.rows[at]
        self.select(self.rows.key(row))

    def open_index(self, index: QModelIndex) -> None:
        """Do for a click what Enter does."""
        self.opened.put(self.rows.rows[index.row()])

    def let_go(self) -> None:
        """Have no current row: another list has it."""
        self._kept = None
        self.selectionModel().setCurrentIndex(
            QModelIndex(), QItemSelectionModel.SelectionFlag.Clear
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.selected() is None and self.rows.rows:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self.go_to(-1 if back else 0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key(), 0)
        ends = {-1: 0, 1: len(self.rows.rows) - 1}
        if step and self.currentIndex().row() in (ends[step], -1):
            self.left.put(step)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _grow(self) -> None:
        self.setFixedHeight(len(self.rows.rows) * self._theme.px(self._row))


class SideList(GrownList):
    """A list where no row is at hand once the keyboard has left it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.let_go()
