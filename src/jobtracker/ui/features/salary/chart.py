"""The chart of one currency: a row or a mark of it can be clicked and entered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from jobtracker.ui.charts.bars import Bar, Goal, Spot
from jobtracker.ui.charts.range_chart import RangeChart
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SalaryChart(RangeChart):
    """`chosen` carries the spot a person moved to, `opened` the one entered; the row of a spot is
    its place among all rows of the page.
    """

    def __init__(self, theme: Theme, name: str, symbol: str) -> None:
        super().__init__(theme, name, symbol=symbol)
        self.chosen: Channel[Spot] = Channel()
        self.opened: Channel[Spot] = Channel()
        self.stood.subscribe(lambda spot: self.chosen.put(self._told(spot)), owner=self)

    def show_rows(self, bars: Sequence[Bar], goals: Sequence[Goal]) -> None:
        self.show_bars(bars, goals)

    def show_axis(self) -> None:
        """Paint anew, for the axis stands where the chart's visible part ends."""
        self.update()

    def stand_at(self, key: int, mark: int = -1) -> bool:
        """Stand on the row of this key; False where it is not here."""
        places = [at for at, bar in enumerate(self.bars) if bar.key == key]
        if places:
            self.stand_on(Spot(places[0], mark))
        return bool(places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.bars:
            self.opened.put(self._told(self.spot))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().x(), event.position().y())
        if spot is not None:
            self.stand_on(spot)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().x(), event.position().y())
        if spot is not None:
            self.opened.put(self._told(spot))
        super().mouseDoubleClickEvent(event)

    def _told(self, spot: Spot) -> Spot:
        return Spot(self.bars[spot.row].key, spot.mark)
