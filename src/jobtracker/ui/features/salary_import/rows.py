"""Tables of rows to look at before an import."""

from typing import Any

from PySide6.QtGui import QKeyEvent, QPainter

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, FIGURES, Size, Space
from jobtracker.ui.widgets.row_delegate import LEFT, RIGHT, Cell, RowDelegate, draw_text
from jobtracker.ui.widgets.row_model import RowModel
from jobtracker.ui.widgets.row_table import ENTER, RowTable


class _Cells(RowDelegate):
    def __init__(self, theme: Theme, view: RowTable, model: RowModel[Any]) -> None:
        super().__init__(theme, view, Size.ROW_COMPACT)
        self._model = model

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        column = self._model.columns[cell.column]
        token, side = (FIGURES, RIGHT) if column.right else (BODY, LEFT)
        room = cell.rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        draw_text(painter, self.theme, room, column.text(cell.row), token, align=side)


class PlainRows(RowTable):
    """Rows with nothing to open: Enter belongs to the sheet they stand in."""

    def __init__(self, theme: Theme, name: str, model: RowModel[Any]) -> None:
        super().__init__(theme, name, model)
        self.setItemDelegate(_Cells(theme, self, model))
        self.set_row_height(Size.ROW_COMPACT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)
