"""The ground of the page's rows: a tint that stands out beside the content, and a thin line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from jobtracker.ui.theme.tokens import Size
from jobtracker.ui.widgets.row_delegate import Cell, RowDelegate, fill

OUTSET = 10
"""How far the tint of a row stands out beside its content, in px at every text size."""


class OutsetDelegate(RowDelegate):
    """The tint of a row stands out beside its content; a line from the words on parts rows."""

    line_from = 0
    lined = True

    def paint_ground(self, painter: QPainter, cell: Cell) -> None:
        colours, rect = self.theme.colours, cell.rect
        if self.lined:
            left = OUTSET + self.theme.px(self.line_from)
            fill(painter, rect.adjusted(left, rect.height() - 1, -OUTSET, 0), colours.border)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(1, 1, -1, -2)
        if cell.selected or cell.hovered:
            edged = cell.selected and self.theme.tokens.high_contrast
            painter.setPen(QPen(colours.border, Size.RING) if edged else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(colours.selected if cell.selected else colours.hover)
            painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)
        if cell.focused:
            painter.setPen(QPen(colours.focus, self.theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)
