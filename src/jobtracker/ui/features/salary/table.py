"""The table of ranges: a click on a header sorts, Ctrl+C copies the whole."""

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter

from jobtracker.ui.features.salary.model import CURRENCY, LESS_WIDE, NARROW, RangeModel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, FIGURES, STRONG, Size, Space
from jobtracker.ui.widgets.page import WidthClass
from jobtracker.ui.widgets.row_delegate import LEFT, RIGHT, Cell, RowDelegate, draw_text
from jobtracker.ui.widgets.row_table import RowTable


class _Cells(RowDelegate):
    def __init__(self, theme: Theme, view: RowTable, model: RangeModel) -> None:
        super().__init__(theme, view, Size.ROW_COMPACT)
        self._model = model

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        right = self._model.columns[cell.column].right
        token = FIGURES if right else BODY
        if cell.column == 0 and cell.row.line.own:
            token = STRONG
        left = Space.PAGE if cell.column == 0 else Space.SMALL
        room = cell.rect.adjusted(left, 0, -Space.SMALL, 0)
        words = cell.row.cells[cell.column]
        draw_text(painter, self.theme, room, words, token, align=RIGHT if right else LEFT)


class RangeTable(RowTable):
    """`copy` and Ctrl+C take the whole table, as it is sorted."""

    def __init__(self, theme: Theme, model: RangeModel) -> None:
        super().__init__(theme, "Salary ranges", model)
        self._ranges = model
        self._theme = theme
        self.setItemDelegate(_Cells(theme, self, model))
        self.set_row_height(Size.ROW_COMPACT)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(model.sort_by)

    def copy(self) -> None:
        """Put the whole table on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(self._ranges.as_text())

    def fit(self, width: WidthClass) -> None:
        """Leave out what the details below say too, where there is less room for it."""
        for column in NARROW:
            least = WidthClass.WIDE if column in LESS_WIDE else WidthClass.MEDIUM
            self.setColumnHidden(column, width < least)

    def show_currency(self, *, shown: bool) -> None:
        """Name the currency of each row, where they differ."""
        self.setColumnHidden(CURRENCY, not shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
