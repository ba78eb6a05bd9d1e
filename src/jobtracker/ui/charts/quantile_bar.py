"""One bar of a range chart: a range as it was stated, or the percentiles of a survey."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from jobtracker.ui.charts.bars import TABLE, Bar, Quantiles
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import TINY

BAR = 14
BOX = 12
THIN = 3.0
ROUND = 3
TICK = 3.0
SINGLE = 5.0
"""How wide a range is drawn that is one figure."""
OPEN = 12.0
"""How far an end goes on that a source leaves open."""
MORE = "or more"


def paint_span(
    painter: QPainter, theme: Theme, bar: Bar, middle: float, x: Callable[[float], float]
) -> None:
    """From low to high with a tick in the middle; filled in accent where it is the person's."""
    assert bar.span is not None
    colours = theme.colours
    left, right = x(bar.span.low), x(bar.span.high)
    if right - left < SINGLE:
        middle_x = (left + right) / 2
        single = QRectF(middle_x - SINGLE / 2, middle - BAR / 2, SINGLE, BAR)
        painter.fillRect(single, colours.accent if bar.own else colours.border_strong)
        return
    box = QRectF(left, middle - BAR / 2, max(right - left, 4), BAR)
    painter.setPen(_edge(colours.accent if bar.own else colours.border_strong, bar))
    painter.setBrush(_fill(theme, bar))
    painter.drawRoundedRect(box, ROUND, ROUND)
    painter.setPen(QPen(colours.surface if bar.own else colours.border_strong, 1.4))
    centre = box.center().x()
    painter.drawLine(QPointF(centre, box.top() + 0.5), QPointF(centre, box.bottom() - 0.5))
    if bar.open_end:
        _paint_open(painter, theme, right, middle)


def paint_quantiles(
    painter: QPainter, theme: Theme, bar: Bar, middle: float, x: Callable[[float], float]
) -> None:
    """Thin from the 10th to the 90th percentile, thick from the 25th to the 75th, a tick at the
    median, as far as they are known.
    """
    told = bar.quantiles or Quantiles()
    colours = theme.colours
    low, high = x(min(told.known)), x(max(told.known))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.border_strong)
    painter.drawRect(QRectF(low, middle - THIN / 2, max(high - low, 1.0), THIN))
    for end in (low, high if not bar.open_end else low):
        painter.drawRect(QRectF(end - 0.75, middle - TICK - 1, 1.5, 2 * TICK + 2))
    if told.p25 is not None and told.p75 is not None:
        left, right = x(told.p25), x(told.p75)
        painter.setPen(_edge(colours.border_strong, bar))
        painter.setBrush(colours.surface if bar.kind == TABLE else colours.band2)
        painter.drawRect(QRectF(left, middle - BOX / 2, max(right - left, 2.0), BOX))
    if told.p50 is not None:
        painter.setPen(QPen(colours.text, 2))
        centre, reach = x(told.p50), BOX / 2 + TICK
        painter.drawLine(QPointF(centre, middle - reach), QPointF(centre, middle + reach))
    if bar.open_end:
        _paint_open(painter, theme, high, middle)


def _edge(colour: QColor, bar: Bar) -> QPen:
    pen = QPen(colour, 1.2 if bar.kind == TABLE else 1)
    if bar.kind == TABLE:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _fill(theme: Theme, bar: Bar) -> QColor:
    if bar.own:
        return theme.colours.accent
    return theme.colours.surface if bar.kind == TABLE else theme.colours.band


def _paint_open(painter: QPainter, theme: Theme, end: float, middle: float) -> None:
    """An end that goes on: dots, and the words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours.border_strong)
    for step in (3.0, 7.0, 11.0):
        painter.drawEllipse(QPointF(end + step, middle), THIN / 2, THIN / 2)
    painter.setFont(theme.font(TINY))
    painter.setPen(theme.colours.text3)
    metrics = theme.metrics(TINY)
    place = QPointF(end - metrics.horizontalAdvance(MORE) / 2, middle - BOX / 2 - 4)
    painter.drawText(place, MORE)
