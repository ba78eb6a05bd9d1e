"""The chart of one currency with its legend; a row can be clicked and entered."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobtracker.ui.charts.range_chart import Bar, RangeChart
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, Space
from jobtracker.ui.widgets.row_delegate import LEFT

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SWATCH = 16
BAR = 9
RING = 3.4


class SalaryChart(RangeChart):
    """`chosen` carries the key of the row a person moved to, `opened` of the one entered."""

    def __init__(self, theme: Theme, name: str, symbol: str) -> None:
        super().__init__(theme, name, symbol=symbol)
        self.chosen: Channel[int] = Channel()
        self.opened: Channel[int] = Channel()
        self._shown: Sequence[Bar] = ()
        self.current.subscribe(lambda place: self.chosen.put(self._shown[place].key), owner=self)

    def show_rows(self, bars: Sequence[Bar]) -> None:
        self._shown = bars
        self.show_bars(bars)

    def show_axis(self) -> None:
        """Paint anew, for the axis stands where the chart's visible part ends."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self._shown:
            self.opened.put(self._shown[self._at].key)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position().y())
        if place >= 0:
            self._at = place
            self.current.put(place)
            self.update()
        super().mousePressEvent(event)


class Legend(QWidget):
    """What the marks of the chart mean."""

    WORDS = ("Your reference roles", "Related roles", "Posting midpoint")

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Legend: " + ", ".join(self.WORDS))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(SMALL))
        left = 0.0
        middle = self.height() / 2
        fills = ((colours.accent, colours.accent), (colours.border_strong, colours.band))
        for place, (words, width) in enumerate(zip(self.WORDS, self._widths(), strict=True)):
            if place < len(fills):
                edge, fill = fills[place]
                painter.setPen(QPen(edge, 1))
                painter.setBrush(fill)
                swatch = QRectF(left + 0.5, middle - BAR / 2, SWATCH - 1, BAR)
                painter.drawRoundedRect(swatch, 3, 3)
            else:
                painter.setPen(QPen(colours.text, 1.5))
                painter.setBrush(colours.surface)
                painter.drawEllipse(QPointF(left + SWATCH / 2, middle), RING, RING)
            painter.setPen(colours.text2)
            room = QRectF(left + SWATCH + Space.SNUG, 0, width, self.height())
            painter.drawText(room, LEFT, words)
            left += width
        painter.end()

    def _widths(self) -> list[float]:
        metrics = self._theme.metrics(SMALL)
        around = SWATCH + Space.SNUG + Space.LARGE
        return [float(metrics.horizontalAdvance(words) + around) for words in self.WORDS]
