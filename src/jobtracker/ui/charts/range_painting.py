"""Paints a range chart: on the screen, on an image and into an SVG file alike."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from jobtracker.ui.charts.bars import OFFICIAL, Bar, Goal, Spot
from jobtracker.ui.charts.quantile_bar import paint_quantiles, paint_span
from jobtracker.ui.charts.range_layout import Layout
from jobtracker.ui.charts.range_marks import mark_places, paint_marks
from jobtracker.ui.charts.scale import Scale, short
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_LABEL, STRONG, TINY_FIGURES, Size, Space

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
CLOCK = 12
HALO = 11.0
DASHES, DOTS = [3.5, 2.5], [1.0, 3.0]


class Picture(NamedTuple):
    """All that is drawn. `axis_top` is where the axis stands, `spot` where the keyboard is."""

    theme: Theme
    bars: Sequence[Bar]
    layout: Layout
    scale: Scale
    symbol: str
    goals: Sequence[Goal]
    axis_top: float
    axis_height: int
    spot: Spot | None = None

    def x(self, amount: float) -> float:
        return self.layout.plot.left() + self.scale.x(amount, self.layout.plot.width())


def paint_chart(painter: QPainter, picture: Picture, seen: QRectF) -> None:
    """Draw the chart; rows outside `seen` are left out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, picture)
    _paint_goals(painter, picture)
    for words, place in picture.layout.headings:
        _paint_heading(painter, picture, words, place)
    for at, (bar, row) in enumerate(zip(picture.bars, picture.layout.rows, strict=True)):
        if not row.intersects(seen):
            continue
        _paint_names(painter, picture, row, bar)
        middle = row.center().y() - 4
        _paint_bar(painter, picture, middle, bar)
        goals = [picture.x(goal.amount) for goal in picture.goals if goal.main]
        stood = picture.spot if picture.spot is not None and picture.spot.row == at else None
        top = stood.mark if stood is not None else -1
        paint_marks(painter, picture.theme, bar, middle, picture.x, picture.layout.plot, goals, top)
        if stood is not None:
            _paint_focus(painter, picture, row, bar, middle)
    _paint_axis(painter, picture)


def _paint_grid(painter: QPainter, picture: Picture) -> None:
    plot = picture.layout.plot
    painter.setPen(QPen(picture.theme.colours.border, 1))
    for tick in picture.scale.ticks():
        x = round(picture.x(tick)) + 0.5
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))


def _paint_axis(painter: QPainter, picture: Picture) -> None:
    theme, plot, top = picture.theme, picture.layout.plot, picture.axis_top
    width = plot.right() + 2 * Space.PAGE + Space.TIGHT
    painter.fillRect(QRectF(0, top, width, picture.axis_height), theme.colours.surface)
    painter.setFont(theme.font(TINY_FIGURES))
    painter.setPen(theme.colours.text3)
    for tick in picture.scale.ticks():
        x = round(picture.x(tick))
        place = QRectF(x - 49.5, top + 4, 100, picture.axis_height - 8)
        painter.drawText(place, CENTRE, short(tick, picture.symbol))


def _paint_goals(painter: QPainter, picture: Picture) -> None:
    theme, plot = picture.theme, picture.layout.plot
    for goal in picture.goals:
        x = picture.x(goal.amount)
        pen = QPen(theme.colours.text if goal.main else theme.colours.border_strong, 1.4)
        pen.setDashPattern(DASHES if goal.main else DOTS)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.top() - (6 if goal.main else 0)), _foot(x, plot))
        if goal.main:
            painter.setFont(theme.font(SMALL_LABEL))
            painter.setPen(theme.colours.text)
            half = theme.metrics(SMALL_LABEL).horizontalAdvance(goal.words) / 2 + 2
            centre = min(max(x, half), plot.right() + 2 * Space.PAGE - half)
            height = theme.px(22)
            place = QRectF(centre - half, plot.top() - height - 8, 2 * half, height)
            painter.drawText(place, CENTRE, goal.words)


def _foot(x: float, plot: QRectF) -> QPointF:
    return QPointF(x, plot.bottom())


def _paint_heading(painter: QPainter, picture: Picture, words: str, place: QRectF) -> None:
    theme = picture.theme
    painter.setFont(theme.font(SMALL_LABEL))
    painter.setPen(theme.colours.text2)
    painter.drawText(place.adjusted(Space.PAGE, Space.TIGHT, 0, 0), LEFT, words)


def _paint_names(painter: QPainter, picture: Picture, row: QRectF, bar: Bar) -> None:
    theme = picture.theme
    width = round(picture.layout.plot.left()) - Space.PAGE - Space.SMALL
    line = theme.px(17)
    top = round(row.center().y()) - line
    indent = 0
    if bar.old:
        side = theme.px(CLOCK)
        picture_of = theme.pixmap("clock-alert", "warn", side, 2.0)
        painter.drawPixmap(Space.PAGE, top + line + (line - side) // 2, picture_of)
        indent = side + Space.TIGHT
    strong = STRONG if bar.kind != OFFICIAL else SMALL_LABEL
    for text, token, colour, x, y in (
        (bar.title, strong, theme.colours.text, Space.PAGE, top),
        (bar.detail, SMALL, theme.colours.text3, Space.PAGE + indent, top + line),
    ):
        room = width - (x - Space.PAGE)
        shown = theme.metrics(token).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.font(token))
        painter.setPen(colour)
        painter.drawText(QRect(x, y, room, line), LEFT, shown)


def _paint_bar(painter: QPainter, picture: Picture, middle: float, bar: Bar) -> None:
    if bar.quantiles is not None and len(bar.quantiles.known) > 1:
        paint_quantiles(painter, picture.theme, bar, middle, picture.x)
    elif bar.span is not None:
        paint_span(painter, picture.theme, bar, middle, picture.x)


def _paint_focus(painter: QPainter, picture: Picture, row: QRectF, bar: Bar, middle: float) -> None:
    """A ring round the row, or round the one mark the keyboard stands on."""
    theme = picture.theme
    painter.setPen(QPen(theme.colours.focus, theme.ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    assert picture.spot is not None
    if 0 <= picture.spot.mark < len(bar.marks):
        centre = mark_places(bar, middle, picture.x)[picture.spot.mark]
        painter.drawEllipse(centre, HALO, HALO)
        return
    ring = row.adjusted(Space.SMALL, 1, -2, -1)
    painter.drawRoundedRect(ring, Size.RADIUS, Size.RADIUS)
