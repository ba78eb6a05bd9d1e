"""A posted pay over its benchmark on one axis, for the detail pane."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.charts.scale import Scale, scale_for, short
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_LABEL, TINY_FIGURES, Space
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_text

LABELS = 84
ROW = 26
BAR = 15
ROUND = 4
AXIS = 20
LEAST = 4
MARGIN = 22
MOST_TICKS = 5
AIR = 0.15


class PayBar(NamedTuple):
    """A row of the chart; `own` is the posting itself, filled in accent."""

    label: str
    span: Span
    own: bool = False


class PayChart(QWidget):
    """Draws bars in major units a year; its words are beside it, in the section's sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: Sequence[PayBar] = ()
        self._symbol = "$"
        self._scale = scale_for(())
        self.setAccessibleName("Salary against benchmark")

    def show_bars(self, bars: Sequence[PayBar], symbol: str, words: str) -> None:
        """`words` say the same for those who can't see it."""
        self._bars = bars
        self._symbol = symbol
        self._scale = scale_for(_with_air([edge for bar in bars for edge in bar.span]), MOST_TICKS)
        self.setAccessibleDescription(words)
        self.setFixedHeight(self._theme.px(ROW) * len(bars) + self._theme.px(AXIS) + Space.TIGHT)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(320, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, rows = theme.px(LABELS), theme.px(ROW) * len(self._bars)
        plot = QRectF(left, 0, self.width() - left - theme.px(MARGIN), rows)
        self._paint_axis(painter, plot)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, plot, place, bar)
        painter.end()

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        theme, scale = self._theme, self._scale
        for tick in scale.ticks():
            x = round(plot.left() + scale.x(tick, plot.width())) + 0.5
            painter.setPen(QPen(theme.colours.border, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            below = QRect(round(x) - 40, round(plot.bottom()) + 2, 80, theme.px(AXIS) - 2)
            text = short(tick, self._symbol)
            centre = Qt.AlignmentFlag.AlignCenter
            draw_text(painter, theme, below, text, TINY_FIGURES, theme.colours.text2, centre)

    def _paint_bar(self, painter: QPainter, plot: QRectF, place: int, bar: PayBar) -> None:
        theme, colours = self._theme, self._theme.colours
        row = theme.px(ROW)
        box = _box(plot, self._scale, bar.span, place * row + (row - theme.px(BAR)) / 2)
        box.setHeight(theme.px(BAR))
        painter.setPen(QPen(colours.accent if bar.own else colours.border_strong, 1))
        painter.setBrush(colours.accent if bar.own else colours.band)
        painter.drawRoundedRect(box, ROUND, ROUND)
        label = QRect(0, place * row, theme.px(LABELS) - Space.MEDIUM, row)
        token, colour = (SMALL_LABEL, colours.text) if bar.own else (SMALL, colours.text2)
        draw_text(painter, theme, label, bar.label, token, colour, RIGHT)


def _with_air(amounts: Sequence[float]) -> list[float]:
    """Room beside the outermost bars, so that they don't start at the edge of the plot."""
    air = (max(amounts) - min(amounts)) * AIR
    return [max(0.0, min(amounts) - air), max(amounts) + air]


def _box(plot: QRectF, scale: Scale, span: Span, top: float) -> QRectF:
    left = plot.left() + scale.x(span.low, plot.width())
    right = plot.left() + scale.x(span.high, plot.width())
    return QRectF(left, top, max(right - left, LEAST), 0)
