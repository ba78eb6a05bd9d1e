"""Paints a row of the list: title, range, a bar on the list's scale, how many it is used by."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from jobtracker.ui.charts.mini_range import paint_mini_range
from jobtracker.ui.features.profiles.model import ProfileModel
from jobtracker.ui.features.profiles.words import mark_of, span_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_FIGURES, SMALL_LABEL, STRONG, Space
from jobtracker.ui.widgets.row_delegate import RIGHT, CardDelegate, Cell, draw_text
from jobtracker.ui.widgets.row_table import RowView

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary

HEIGHT = 62
LINE = 17
BAR = 10


class ProfileDelegate(CardDelegate):
    """The bar of a role that applications are linked to is filled in accent."""

    def __init__(self, theme: Theme, view: RowView, model: ProfileModel) -> None:
        super().__init__(theme, view, HEIGHT)
        self._model = model

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        row: ProfileSummary = cell.row
        theme = self.theme
        room = cell.rect.adjusted(Space.PANE, theme.px(7), -Space.PANE, 0)
        line = QRect(room.left(), room.top(), room.width(), theme.px(LINE))
        taken = self._paint_count(painter, line, row.applications)
        draw_text(painter, theme, line.adjusted(0, 0, -taken, 0), row.title, STRONG)
        line.translate(0, theme.px(LINE))
        taken = self._paint_mark(painter, line, mark_of(row))
        words = line.adjusted(0, 0, -taken, 0)
        said = self._model.second_line(row)
        draw_text(painter, theme, words, said, SMALL_FIGURES, theme.colours.text2)
        line.translate(0, theme.px(LINE))
        strip = QRectF(line.left(), line.top() + 1, line.width(), theme.px(BAR))
        band = span_of(row.range.pay, self._model.currency) if row.range else None
        own = row.applications > 0
        paint_mini_range(painter, strip, theme, self._model.scale, band=band, own=own)

    def _paint_count(self, painter: QPainter, line: QRect, count: int) -> int:
        if not count:
            return 0
        colour = self.theme.colours.text2
        width = draw_text(painter, self.theme, line, str(count), SMALL_LABEL, colour, RIGHT)
        return width + Space.SMALL

    def _paint_mark(self, painter: QPainter, line: QRect, words: str) -> int:
        if not words:
            return 0
        colour = self.theme.colours.text3
        return draw_text(painter, self.theme, line, words, SMALL, colour, RIGHT) + Space.SMALL
