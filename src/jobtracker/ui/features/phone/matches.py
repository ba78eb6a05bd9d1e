"""The short list of who may be calling: company over role, the likeliest on top."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from jobtracker.domain.phone import Caller
from jobtracker.ui.features.phone import words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import STRONG, Size, Space
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList

ROW_HEIGHT = 50
NAME = "Matches"


class Matches(RowList):
    """Arrow keys reach it through the field, which keeps the keyboard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, NAME, CallersModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewportMargins(0, Space.SMALL, 0, 0)
        self.setItemDelegate(_Delegate(theme, self, ROW_HEIGHT))

    def show_callers(self, callers: Sequence[Caller]) -> None:
        """Show them, the first one active."""
        self.rows.show_rows(callers)
        self.go_to(0)

    def go_to(self, place: int) -> None:
        if 0 <= place < len(self.rows.rows):
            index = self.rows.index(place, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Move the active row, round the ends."""
        count = len(self.rows.rows)
        if count:
            self.go_to((self.currentIndex().row() + by) % count)

    @property
    def active(self) -> Caller | None:
        caller: Caller | None = self.selected()
        return caller

    def _keep_selection(self) -> None:
        """New answers begin with their best one."""

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        self.repaint_row(before.row())
        self.repaint_row(index.row())
        if index.isValid():
            self.current.put(self.rows.rows[index.row()])


class CallersModel(RowModel[Caller]):
    """Each row is spoken with its place among the others."""

    def __init__(self) -> None:
        super().__init__(
            [Column(NAME, lambda caller: caller.company, 0, self._spoken)],
            lambda caller: caller.application_id,
        )

    def _spoken(self, caller: Caller) -> str:
        return words.spoken(caller, self.rows.index(caller) + 1, len(self.rows))


class _Delegate(CardDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        caller: Caller = cell.row
        side = self.theme.px(Size.ICON)
        left = cell.rect.left() + Space.LARGE
        middle = cell.rect.top() + (cell.rect.height() - Space.TIGHT) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        glyph = QRectF(left, middle - side / 2, side, side)
        self.theme.glyph(painter, glyph, words.standing(caller))
        place = QRect(cell.rect)
        place.setLeft(left + side + Space.SMALL + Space.HAIR)
        place.adjust(0, 0, -Space.LARGE, -Space.TIGHT)
        two_lines(painter, self.theme, place, caller.company, words.under_company(caller), STRONG)
