"""Offers as columns: each cell with its figure, and below it the difference in words."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen

from jobtracker.ui.features.offers.compare_rows import CompareRow, as_text
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, STRONG, Space
from jobtracker.ui.widgets.labels import plain_tip
from jobtracker.ui.widgets.row_delegate import Cell, RowDelegate, draw_text, two_lines
from jobtracker.ui.widgets.row_model import TOOL_TIP, Column, Index, RowModel
from jobtracker.ui.widgets.row_table import ENTER, RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_WIDTH, OFFER_WIDTH, LEAST_WIDTH = 196, 196, 176
FEW = 3
ROW_HEIGHT = 44
MARKS = {"0": None} | {str(number): number for number in range(1, 6)}
GONE = (int(Qt.Key.Key_Delete), int(Qt.Key.Key_Backspace))


class CompareModel(RowModel[CompareRow]):
    def __init__(self, titles: "Sequence[str]") -> None:
        width = OFFER_WIDTH if len(titles) > FEW else 0
        columns = [Column("What it is", lambda row: row.name, NAME_WIDTH)]
        columns += [_column(title, place, width) for place, title in enumerate(titles)]
        super().__init__(columns, key=lambda row: row.name)

    def rename(self, titles: "Sequence[str]") -> None:
        """Other words above the same columns."""
        for place, title in enumerate(titles):
            self.columns[place + 1] = self.columns[place + 1]._replace(title=title)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(titles))

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == TOOL_TIP and index.column():
            return plain_tip(self.rows[index.row()].spoken(index.column() - 1))
        return super().data(index, role)


def _column(title: str, place: int, width: int) -> Column:
    return Column(
        title,
        lambda row: row.cells[place].text,
        width,
        spoken=lambda row: f"{row.name}: {row.spoken(place)}",
    )


class _Cells(RowDelegate):
    def __init__(self, theme: Theme, view: "CompareTable") -> None:
        super().__init__(theme, view, ROW_HEIGHT)
        self._table = view

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        row: CompareRow = cell.row
        left = Space.PAGE if not cell.column else Space.SMALL
        room = cell.rect.adjusted(left, 0, -Space.SMALL, 0)
        token = STRONG if row.strong else BODY
        if not cell.column:
            draw_text(painter, self.theme, room, row.name, token)
            return
        one = row.cells[cell.column - 1]
        if one.difference:
            two_lines(painter, self.theme, room, one.text, one.difference, token)
        else:
            empty = "type 1 to 5" if row.criterion else "\N{EN DASH}"
            colour = None if one.text else self.theme.colours.text3
            draw_text(painter, self.theme, room, one.text or empty, token, colour)
        if cell.focused and self._table.currentIndex().column() == cell.column:
            self._ring(painter, cell.rect)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        """The cell that a digit or Enter is for, within the ring of its row."""
        painter.setPen(QPen(self.theme.colours.focus, 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = self.theme.ring + 1
        painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))


class CompareTable(RowTable):
    """`tried` tells the place of an offer and the part that Enter asks to change, `marked` a mark
    for one's own criterion: the offer's place, the criterion, 1 to 5 or None.
    """

    def __init__(self, theme: Theme, titles: "Sequence[str]") -> None:
        self.model_ = CompareModel(titles)
        super().__init__(theme, "Offers side by side", self.model_)
        self.tried: Channel[tuple[int, str]] = Channel()
        self.marked: Channel[tuple[int, str, int | None]] = Channel()
        self.setItemDelegate(_Cells(theme, self))
        theme.fit(self.horizontalHeader().setMinimumSectionSize, LEAST_WIDTH)
        self.set_row_height(ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_rows(self, titles: "Sequence[str]", rows: "Sequence[CompareRow]") -> None:
        """Other figures; the cell the keyboard is on stays."""
        here = self.currentIndex()
        column = max(here.column(), 1)
        key = self.model_.rows[here.row()].name if here.isValid() else ""
        self.model_.rename(titles)
        self.model_.show_rows(rows)
        row = max(0, self.model_.position(key))
        self.setCurrentIndex(self.model_.index(row, column))

    @property
    def place(self) -> int:
        """The offer the keyboard is on."""
        return max(0, self.currentIndex().column() - 1)

    def copy(self) -> None:
        """Put the whole table on the clipboard, for a spreadsheet."""
        titles = [column.title for column in self.model_.columns[1:]]
        QGuiApplication.clipboard().setText(as_text(titles, self.model_.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.selected()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in ENTER and row is not None:
            self.tried.put((self.place, row.part))
        elif row is not None and row.criterion and event.text() in MARKS:
            self.marked.put((self.place, row.criterion, MARKS[event.text()]))
        elif row is not None and row.criterion and event.key() in GONE:
            self.marked.put((self.place, row.criterion, None))
        else:
            super().keyPressEvent(event)
