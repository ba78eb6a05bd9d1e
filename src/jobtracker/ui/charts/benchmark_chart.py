"""A posting against its benchmark: few bars, each with its name beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from jobtracker.ui.charts.bars import Bar, Goal, amounts_of
from jobtracker.ui.charts.mini_range import paint_diamond
from jobtracker.ui.charts.scale import scale_for, short
from jobtracker.ui.charts.spoken import Part, SpokenChart
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_LABEL, TINY_FIGURES
from jobtracker.ui.widgets.labels import plain_tip

ROW = 26
BAR = 15
AXIS = 20
ROUND = 4
GAP = 8
DIAMOND = 6.5


class BenchmarkChart(SpokenChart):
    """Draws on the whole width; the target is a dashed line. Its words are for everyone."""

    def __init__(self, theme: Theme, name: str, symbol: str = "$") -> None:
        super().__init__()
        self._theme = theme
        self._symbol = symbol
        self._bars: list[Bar] = []
        self._target: float | None = None
        self._scale = scale_for(())
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.subscribe(lambda _tokens: self.updateGeometry(), owner=self)

    def show_bars(
        self, bars: Sequence[Bar], target: float | None = None, symbol: str = "$"
    ) -> None:
        """Bars from top to bottom; the one that is `own` is filled in accent, its name strong."""
        self._bars = list(bars)
        self._target = target
        self._symbol = symbol
        goals = [Goal(target, "")] if target is not None else []
        self._scale = scale_for(_with_room(amounts_of(bars, goals)), most_ticks=5)
        self.setToolTip(plain_tip(". ".join(bar.words for bar in bars)))
        self.updateGeometry()
        self.update()

    def parts(self) -> list[Part]:
        row = self._theme.px(ROW)
        places = (QRect(0, GAP // 2 + row * at, self.width(), row) for at in range(len(self._bars)))
        return [Part(bar.words, place) for bar, place in zip(self._bars, places, strict=True)]

    def sizeHint(self) -> QSize:
        rows = self._theme.px(ROW) * len(self._bars)
        return QSize(320, rows + self._theme.px(AXIS) + GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(0.5, 0, self.width() - 1, self.height() - self._theme.px(AXIS))
        self._paint_axis(painter, plot)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, plot, GAP / 2 + self._theme.px(ROW) * (place + 0.5), bar)
        if self._target is not None:
            x = plot.left() + self._scale.x(self._target, plot.width())
            pen = QPen(self._theme.colours.text, 1.4)
            pen.setDashPattern([3.5, 2.5])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for place, bar in enumerate(self._bars):
            self._paint_name(painter, plot, GAP / 2 + self._theme.px(ROW) * (place + 0.5), bar)
        painter.end()

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(self._theme.font(TINY_FIGURES))
        for tick in self._scale.ticks():
            x = plot.left() + self._scale.x(tick, plot.width())
            painter.setPen(QPen(self._theme.colours.border, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(self._theme.colours.text3)
            wide = self._theme.px(60)
            left = min(max(x - wide / 2, 0.0), self.width() - wide)
            align = _side(x, self.width()) | Qt.AlignmentFlag.AlignVCenter
            place = QRectF(left, plot.bottom() + 3, wide, self._theme.px(AXIS) - 3)
            painter.drawText(place, align, short(tick, self._symbol))

    def _paint_bar(self, painter: QPainter, plot: QRectF, middle: float, bar: Bar) -> None:
        colours = self._theme.colours
        if bar.span is not None:
            places = [plot.left() + self._scale.x(amount, plot.width()) for amount in bar.span]
            box = QRectF(places[0], middle - BAR / 2, max(places[1] - places[0], 4.0), BAR)
            painter.setPen(QPen(colours.accent if bar.own else colours.border_strong, 1))
            painter.setBrush(colours.accent if bar.own else colours.band)
            painter.drawRoundedRect(box, ROUND, ROUND)
        for offer in bar.marks:
            x = plot.left() + self._scale.x(offer.amount, plot.width())
            paint_diamond(painter, QPointF(x, middle), DIAMOND, colours.offer, colours.surface)

    def _paint_name(self, painter: QPainter, plot: QRectF, middle: float, bar: Bar) -> None:
        """Left of the bar where there is room, else right of it; no line runs through it."""
        marks: list[float] = [*(bar.span or ()), *(offer.amount for offer in bar.marks)]
        if not marks:
            return
        places = [plot.left() + self._scale.x(amount, plot.width()) for amount in marks]
        left, right = min(places), max(places)
        token = SMALL_LABEL if bar.own else SMALL
        width = self._theme.metrics(token).horizontalAdvance(bar.title) + 2
        x = left - width - GAP if left >= width + GAP else right + GAP
        painter.setFont(self._theme.font(token))
        painter.setPen(self._theme.colours.text if bar.own else self._theme.colours.text2)
        row = self._theme.px(ROW)
        place = QRectF(x, middle - row / 2, width, row)
        high = self._theme.metrics(token).height()
        ground = QRectF(x - 2, middle - high / 2, width + 4, high)
        painter.fillRect(ground, self._theme.colours.surface)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.title)


def _with_room(amounts: list[float]) -> list[float]:
    """The amounts, and as much again at the left for the names, and a little at the right."""
    if not amounts:
        return amounts
    reach = max(amounts) - min(amounts)
    return [*amounts, max(0.0, min(amounts) - reach), max(amounts) + reach * 0.2]


def _side(x: float, width: float) -> Qt.AlignmentFlag:
    if x <= 1:
        return Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignRight if x >= width - 1 else Qt.AlignmentFlag.AlignHCenter
