"""Ranges, postings and offers on one scale, each also in words.

Amounts are major units a year as floats; every word comes ready from outside, so the
chart knows no currency and no rule.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip

from jobtracker.ui.charts.mini_range import Span, diamond_shape, paint_diamond
from jobtracker.ui.charts.scale import Scale, scale_for, short
from jobtracker.ui.charts.spoken import Part, SpokenChart
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import (
    SMALL,
    SMALL_LABEL,
    STRONG,
    TINY_FIGURES,
    Size,
    Space,
)

BAR = 14
BAR_ROUND = 3
AXIS = 28
TARGET_HEAD = 34
RING = 3.4
DIAMOND = 7.5
ROW_LEAST = 40
ROW_USUAL = 51
ROW_ROOMY = 60


class Offer(NamedTuple):
    """A figure on the row's bar, with its label: "Northwind Data $128K"; what-ifs are hollow."""

    amount: float
    label: str
    what_if: bool = False


class Bar(NamedTuple):
    """One row: title and second line at the left, the span, marks under and on it.

    `words` is the whole row as one reads it aloud. `own` fills the bar in accent.
    """

    title: str
    detail: str
    span: Span | None
    words: str
    own: bool = False
    postings: tuple[float, ...] = ()
    offers: tuple[Offer, ...] = ()
    key: int = 0


class RangeChart(SpokenChart):
    """A list of bars: Up and Down step through them, `current` tells the row's place."""

    def __init__(self, theme: Theme, name: str, *, labels: int = 236, symbol: str = "$") -> None:
        super().__init__()
        self.current: Channel[int] = Channel()
        self._theme = theme
        self._name = name
        self._labels = labels
        self._symbol = symbol
        self._bars: list[Bar] = []
        self._target: float | None = None
        self._target_label = ""
        self.scale: Scale = scale_for(())
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.subscribe(lambda _tokens: self._fit(), owner=self)

    def show_bars(
        self, bars: Sequence[Bar], target: float | None = None, target_label: str = ""
    ) -> None:
        """Draw these rows; `target` is a dashed line over all of them."""
        self._bars = list(bars)
        self._target = target
        self._target_label = target_label
        self.scale = scale_for(amounts_of(bars, target))
        self._at = min(self._at, max(0, len(bars) - 1))
        self._fit()

    def parts(self) -> list[Part]:
        return [Part(bar.words, self._row(at).toRect()) for at, bar in enumerate(self._bars)]

    def current_part(self) -> int:
        return self._at if self._bars else -1

    def set_symbol(self, symbol: str) -> None:
        """The currency sign of the axis."""
        self._symbol = symbol
        self.update()

    def sizeHint(self) -> QSize:
        rows = self._theme.px(ROW_USUAL) * len(self._bars)
        return QSize(560, self._head() + rows + self._theme.px(AXIS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        goal = {
            Qt.Key.Key_Down: min(self._at + 1, last),
            Qt.Key.Key_Up: max(self._at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if goal is None or last < 0:
            super().keyPressEvent(event)
            return
        self._at = goal
        self.current.put(goal)
        words = self._bars[goal].words
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._bars[place].words if place >= 0 else "")
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_grid(painter, plot)
        self._paint_target(painter, plot)
        for place, bar in enumerate(self._bars):
            row = self._row(place)
            self._paint_labels(painter, row, bar)
            self._paint_bar(painter, plot, row, bar)
            if place == self._at and self.hasFocus():
                painter.setPen(QPen(self._theme.colours.focus, self._theme.ring))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                ring = row.adjusted(Space.SMALL, 1, -2, -1)
                painter.drawRoundedRect(ring, Size.RADIUS, Size.RADIUS)
        self._paint_axis(painter, plot)
        painter.end()

    def _fit(self) -> None:
        """Ask for the room the rows need at this text size."""
        rows = self._theme.px(ROW_LEAST) * len(self._bars)
        self.setMinimumHeight(self._head() + rows + self._theme.px(AXIS))
        self.updateGeometry()
        self.update()

    def _head(self) -> int:
        return self._theme.px(TARGET_HEAD) if self._target is not None else Space.SMALL

    def _plot(self) -> QRectF:
        left = Space.PAGE + self._theme.px(self._labels) if self._labels else Space.PAGE
        right = self.width() - 52
        room = self.height() - self._head() - self._theme.px(AXIS)
        height = min(room, self._theme.px(ROW_ROOMY) * max(1, len(self._bars)))
        return QRectF(left, self._head(), right - left, height)

    def _row(self, place: int) -> QRectF:
        plot = self._plot()
        height = min(plot.height() / max(1, len(self._bars)), self._theme.px(ROW_ROOMY))
        return QRectF(0, plot.top() + place * height, self.width(), height)

    def row_rect(self, place: int) -> QRect:
        """A row with room below it for the axis, for scrolling to it."""
        return self._row(place).toRect().adjusted(0, 0, 0, self._theme.px(AXIS))

    def axis_top(self) -> float:
        """Where the axis stands: below the rows, or at the lower edge of what can be seen."""
        seen = self.visibleRegion().boundingRect()
        lowest = seen.bottom() + 1 if not seen.isEmpty() else self.height()
        return min(self._plot().bottom(), lowest - self._theme.px(AXIS))

    def _row_at(self, y: float) -> int:
        if y >= self.axis_top():
            return -1
        rows = range(len(self._bars))
        return next((i for i in rows if self._row(i).top() <= y < self._row(i).bottom()), -1)

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(self._theme.colours.border, 1))
        for tick in self.scale.ticks():
            x = round(self._x(plot, tick)) + 0.5
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        theme, top = self._theme, self.axis_top()
        painter.fillRect(QRectF(0, top, self.width(), self.height() - top), theme.colours.surface)
        painter.setFont(theme.font(TINY_FIGURES))
        painter.setPen(theme.colours.text3)
        for tick in self.scale.ticks():
            place = QRectF(
                round(self._x(plot, tick)) - 49.5, top + 4, 100, self._theme.px(AXIS) - 8
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, short(tick, self._symbol))

    def _paint_target(self, painter: QPainter, plot: QRectF) -> None:
        if self._target is None:
            return
        theme = self._theme
        x = self._x(plot, self._target)
        pen = QPen(theme.colours.text, 1.4)
        pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom()))
        painter.setFont(theme.font(SMALL_LABEL))
        painter.setPen(theme.colours.text)
        place = QRectF(x - 150, plot.top() - self._head() + 4, 300, theme.px(22))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._target_label)

    def _paint_labels(self, painter: QPainter, row: QRectF, bar: Bar) -> None:
        if not self._labels:
            return
        theme = self._theme
        width = theme.px(self._labels) - Space.SMALL
        line = theme.px(17)
        top = round(row.center().y()) - line
        for text, token, colour, y in (
            (bar.title, STRONG, theme.colours.text, top),
            (bar.detail, SMALL, theme.colours.text3, top + line),
        ):
            shown = theme.metrics(token).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.setFont(theme.font(token))
            painter.setPen(colour)
            painter.drawText(QRect(Space.PAGE, y, width, line), LEFT, shown)

    def _paint_bar(self, painter: QPainter, plot: QRectF, row: QRectF, bar: Bar) -> None:
        colours = self._theme.colours
        middle = row.center().y() - 4
        if bar.span is not None:
            left = self._x(plot, bar.span.low)
            right = self._x(plot, bar.span.high)
            box = QRectF(left, middle - BAR / 2, max(right - left, 4), BAR)
            painter.setPen(QPen(colours.accent if bar.own else colours.border_strong, 1))
            painter.setBrush(colours.accent if bar.own else colours.band)
            painter.drawRoundedRect(box, BAR_ROUND, BAR_ROUND)
            painter.setPen(QPen(colours.surface if bar.own else colours.border_strong, 1.4))
            x = box.center().x()
            painter.drawLine(QPointF(x, box.top() + 0.5), QPointF(x, box.bottom() - 0.5))
        painter.setPen(QPen(colours.text, 1.5))
        painter.setBrush(colours.surface)
        for posting in bar.postings:
            painter.drawEllipse(QPointF(self._x(plot, posting), middle + 15), RING, RING)
        for offer in bar.offers:
            self._paint_offer(painter, plot, middle, bar, offer)

    def _paint_offer(
        self, painter: QPainter, plot: QRectF, middle: float, bar: Bar, offer: Offer
    ) -> None:
        theme, colours = self._theme, self._theme.colours
        centre = QPointF(self._x(plot, offer.amount), middle)
        if offer.what_if:
            painter.setPen(QPen(colours.offer, 1.8))
            painter.setBrush(colours.surface)
            painter.drawPolygon(diamond_shape(centre, DIAMOND))
        else:
            paint_diamond(painter, centre, DIAMOND, colours.offer, colours.surface)
        place = self._label_place(plot, centre, bar, offer)
        if place.left() > centre.x() + 2 * DIAMOND:
            painter.setPen(QPen(colours.border_strong, 1))
            start = QPointF(centre.x() + DIAMOND + 3, middle)
            painter.drawLine(start, QPointF(place.left() - 6, middle))
        painter.setFont(theme.font(SMALL_LABEL))
        painter.setPen(colours.text)
        painter.drawText(place, LEFT, offer.label)

    def _label_place(self, plot: QRectF, centre: QPointF, bar: Bar, offer: Offer) -> QRectF:
        """Left of the bar where there is room and the mark lies on it, else right of it all."""
        words = self._theme.metrics(SMALL_LABEL).horizontalAdvance(offer.label) + 2
        spans = [bar.span] if bar.span else []
        start = min([centre.x()] + [self._x(plot, span.low) for span in spans])
        end = max([centre.x()] + [self._x(plot, span.high) for span in spans])
        on_bar = any(span.low <= offer.amount <= span.high for span in spans)
        left = start - words - 10
        if not on_bar or left < plot.left():
            left = self._past_target(plot, end + 14, words)
        height = self._theme.px(20)
        return QRectF(left, centre.y() - height / 2, words, height)

    def _past_target(self, plot: QRectF, left: float, words: float) -> float:
        """Where a label starting at `left` stands so that the target line does not cross it."""
        if self._target is not None:
            target = self._x(plot, self._target)
            if left - 4 < target < left + words + 4:
                left = target + 11
        return min(left, self.width() - words - 2)

    def _x(self, plot: QRectF, amount: float) -> float:
        return plot.left() + self.scale.x(amount, plot.width())


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def amounts_of(bars: Sequence[Bar], target: float | None) -> list[float]:
    """Every amount the rows and the target hold, for one scale over all of them."""
    found = [] if target is None else [target]
    for bar in bars:
        found += list(bar.span or ())
        found += bar.postings
        found += [offer.amount for offer in bar.offers]
    return found
