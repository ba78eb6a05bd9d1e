"""What the marks of the chart mean: only those that are there."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobtracker.domain.salary_lines import (
    ASK,
    OFFER,
    OFFICIAL,
    POSTING,
    PROFILE,
    RELATED,
    TABLE,
    WHAT_IF,
)
from jobtracker.ui.charts.mini_range import diamond_shape
from jobtracker.ui.charts.range_marks import ask_shape
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, Space
from jobtracker.ui.widgets.row_delegate import LEFT

HIGH = 24
APART = 10
SWATCH = 18
BAR = 9
RING = 3.4
DIAMOND = 5.5
IN_FULL = {
    PROFILE: "Your reference roles, from low to high",
    RELATED: "Related roles, from low to high",
    OFFICIAL: "Official figures: 10th, 25th, 50th, 75th and 90th percentile",
    TABLE: "Imported tables",
    POSTING: "Midpoint of what a posting names",
}
WORDS = {
    PROFILE: "Your roles",
    RELATED: "Related",
    OFFICIAL: "Official",
    TABLE: "Imported",
    POSTING: "Posting",
    ASK: "Your ask",
    OFFER: "Offer",
    WHAT_IF: "What-if",
}


class Legend(QWidget):
    """Its entries stand side by side, and go one after the other where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kinds: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_kinds(tuple(WORDS)[:2])

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Explain these kinds of bars and marks."""
        self._kinds = [kind for kind in WORDS if kind in kinds]
        words = [IN_FULL.get(kind, WORDS[kind]) for kind in self._kinds]
        self.setAccessibleName(f"Legend: {', '.join(words)}")
        self.setToolTip("\n".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(map(self._width, self._kinds)) - APART, self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, place: QRectF) -> None:
        """Draw as many entries as `place` has the width for."""
        left = place.left()
        for kind in self._kinds:
            width = self._width(kind)
            if left + width - APART > place.right():
                return
            self._paint_swatch(painter, kind, QPointF(left + SWATCH / 2, place.center().y()))
            painter.setFont(self._theme.font(SMALL))
            painter.setPen(self._theme.colours.text2)
            room = QRectF(left + SWATCH + Space.SNUG, place.top(), width, place.height())
            painter.drawText(room, LEFT, WORDS[kind])
            left += width

    def _width(self, kind: str) -> int:
        words = self._theme.metrics(SMALL).horizontalAdvance(WORDS[kind])
        return words + SWATCH + Space.SNUG + APART

    def _paint_swatch(self, painter: QPainter, kind: str, centre: QPointF) -> None:
        colours = self._theme.colours
        if kind == POSTING:
            painter.setPen(QPen(colours.text, 1.5))
            painter.setBrush(colours.surface)
            painter.drawEllipse(centre, RING, RING)
        elif kind == ASK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.text2)
            painter.drawPolygon(ask_shape(centre))
        elif kind in {OFFER, WHAT_IF}:
            painter.setPen(QPen(colours.offer, 1.6))
            painter.setBrush(colours.offer if kind == OFFER else colours.surface)
            painter.drawPolygon(diamond_shape(centre, DIAMOND))
        else:
            self._paint_bar(painter, kind, centre)

    def _paint_bar(self, painter: QPainter, kind: str, centre: QPointF) -> None:
        colours = self._theme.colours
        half = (SWATCH - 2) / 2
        box = QRectF(centre.x() - half, centre.y() - BAR / 2, 2 * half, BAR)
        pen = QPen(colours.accent if kind == PROFILE else colours.border_strong, 1)
        if kind == OFFICIAL:
            painter.fillRect(box.adjusted(0, BAR / 2 - 1, 0, 1 - BAR / 2), colours.border_strong)
            box = box.adjusted(4, 0.5, -4, -0.5)
        if kind == TABLE:
            pen.setStyle(Qt.PenStyle.DashLine)
        fills = {PROFILE: colours.accent, RELATED: colours.band, OFFICIAL: colours.band2}
        painter.setPen(pen)
        painter.setBrush(fills.get(kind, colours.surface))
        painter.drawRoundedRect(box, 3, 3)
