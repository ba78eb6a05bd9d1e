"""Ranges, postings and offers on one scale, each also in words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip

from jobtracker.ui.charts.bars import Bar, Goal, Spot, amounts_of
from jobtracker.ui.charts.range_layout import Layout, Measures, height_of, lay_out, measures
from jobtracker.ui.charts.range_marks import mark_places
from jobtracker.ui.charts.range_painting import Picture, paint_chart
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.charts.spoken import Part, SpokenChart
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import plain_tip

MOST_TICKS = 9
REACH = 10
"""How near the pointer comes to a mark to mean it, in px."""


class RangeChart(SpokenChart):
    """A list of bars: Up and Down step through them, Left and Right through the marks of one.

    `current` tells the row's place whenever the keyboard moves to one, `stood` the spot.
    """

    def __init__(self, theme: Theme, name: str, *, symbol: str = "$") -> None:
        super().__init__()
        self.current: Channel[int] = Channel()
        self.stood: Channel[Spot] = Channel()
        self._theme = theme
        self._symbol = symbol
        self._bars: list[Bar] = []
        self._goals: list[Goal] = []
        self.scale: Scale = scale_for(())
        self.spot = Spot(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.subscribe(lambda _tokens: self._fit(), owner=self)

    def show_bars(self, bars: Sequence[Bar], goals: Sequence[Goal] = ()) -> None:
        """Draw these rows; the goals are lines over all of them."""
        self._bars = list(bars)
        self._goals = list(goals)
        self.scale = scale_for(amounts_of(bars, goals), MOST_TICKS)
        row = min(self.spot.row, max(0, len(bars) - 1))
        marks = len(bars[row].marks) if bars else 0
        self.spot = Spot(row, min(self.spot.mark, marks - 1))
        self._fit()

    @property
    def bars(self) -> Sequence[Bar]:
        """The rows as they are drawn."""
        return self._bars

    def stand_on(self, spot: Spot) -> None:
        """Put the keyboard's place on a row or a mark of it, and tell it."""
        moved = spot.mark < 0 or spot.row != self.spot.row
        self.spot = spot
        if moved:
            self.current.put(spot.row)
        self.stood.put(spot)
        self.update()

    def parts(self) -> list[Part]:
        laid = self._layout()
        return [part for at in range(len(self._bars)) for part in self._parts_of(at, laid)]

    def current_part(self) -> int:
        if not self._bars:
            return -1
        before = sum(1 + _told(bar) for bar in self._bars[: self.spot.row])
        return before + (self.spot.mark + 1 if _told(self._bars[self.spot.row]) else 0)

    def set_symbol(self, symbol: str) -> None:
        """The currency sign of the axis."""
        self._symbol = symbol
        self.update()

    def sizeHint(self) -> QSize:
        sizes = self._sizes()
        return QSize(560, height_of(self._bars, sizes, sizes.usual))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        goal = self._goal(Qt.Key(event.key()))
        if goal is None or not self._bars:
            super().keyPressEvent(event)
            return
        self.stand_on(goal)
        bar = self._bars[goal.row]
        words = bar.words if goal.mark < 0 else bar.marks[goal.mark].words
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(self._words_of(spot)) if spot else "")
            return True
        return super().event(event)

    def spot_at(self, x: float, y: float) -> Spot | None:
        """The mark near a place, else its row; None beside all rows."""
        laid = self._layout()
        row = laid.row_at(y) if y < self.axis_top() else -1
        if row < 0:
            return None
        near = [
            ((place.x() - x) ** 2 + (place.y() - y) ** 2, at)
            for at, place in enumerate(self._places(row, laid))
        ]
        distance, at = min(near, default=(REACH**2 + 1.0, -1))
        return Spot(row, at if distance <= REACH**2 else -1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = QRectF(self.visibleRegion().boundingRect())
        spot = self.spot if self.hasFocus() else None
        paint_chart(painter, self._picture(self._layout(), self.axis_top(), spot), seen)
        painter.end()

    def draw(self, painter: QPainter, width: float) -> float:
        """Draw the whole chart this wide, for a file; answers its height in px."""
        sizes = self._sizes()
        height = height_of(self._bars, sizes, sizes.usual)
        laid = lay_out(self._bars, sizes, width, height)
        picture = self._picture(laid, laid.plot.bottom(), None)
        paint_chart(painter, picture, QRectF(0, 0, width, height))
        return float(height)

    def row_rect(self, place: int) -> QRect:
        """A row with room below it for the axis, for scrolling to it; the first with all above."""
        row = self._layout().rows[place].toRect().adjusted(0, 0, 0, self._sizes().axis)
        if place == 0:
            row.setTop(0)
        return row

    def axis_top(self) -> float:
        """Where the axis stands: below the rows, or at the lower edge of what can be seen."""
        seen = self.visibleRegion().boundingRect()
        lowest = seen.bottom() + 1 if not seen.isEmpty() else self.height()
        return min(self._layout().plot.bottom(), lowest - self._sizes().axis)

    def _goal(self, key: Qt.Key) -> Spot | None:
        """Where a key leads."""
        row, mark = self.spot
        last = len(self._bars) - 1
        marks = len(self._bars[row].marks) if self._bars else 0
        return {
            Qt.Key.Key_Down: Spot(min(row + 1, last)),
            Qt.Key.Key_Up: Spot(max(row - 1, 0)),
            Qt.Key.Key_Home: Spot(0),
            Qt.Key.Key_End: Spot(last),
            Qt.Key.Key_Right: Spot(row, min(mark + 1, marks - 1)),
            Qt.Key.Key_Left: Spot(row, max(mark - 1, -1)),
        }.get(key)

    def _words_of(self, spot: Spot) -> str:
        bar = self._bars[spot.row]
        return (bar.marks[spot.mark].words if spot.mark >= 0 else "") or bar.words

    def _parts_of(self, at: int, laid: Layout) -> list[Part]:
        bar, row = self._bars[at], laid.rows[at]
        parts = [Part(bar.words, row.toRect())]
        if _told(bar):
            for mark, centre in zip(bar.marks, self._places(at, laid), strict=True):
                place = QRect(0, 0, 2 * REACH, 2 * REACH)
                place.moveCenter(centre.toPoint())
                parts.append(Part(mark.words, place))
        return parts

    def _places(self, at: int, laid: Layout) -> list[QPointF]:
        """Where the marks of a row stand."""
        plot = laid.plot
        middle = laid.rows[at].center().y() - 4
        return mark_places(
            self._bars[at], middle, lambda amount: plot.left() + self.scale.x(amount, plot.width())
        )

    def _picture(self, laid: Layout, axis_top: float, spot: Spot | None) -> Picture:
        return Picture(
            self._theme,
            self._bars,
            laid,
            self.scale,
            self._symbol,
            self._goals,
            axis_top,
            self._sizes().axis,
            spot,
        )

    def _fit(self) -> None:
        """Ask for the room the rows need at this text size."""
        sizes = self._sizes()
        self.setMinimumHeight(height_of(self._bars, sizes, sizes.least))
        self.updateGeometry()
        self.update()

    def _sizes(self) -> Measures:
        return measures(self._theme, with_goal=any(goal.main for goal in self._goals))

    def _layout(self) -> Layout:
        return lay_out(self._bars, self._sizes(), self.width(), self.height())


def _told(bar: Bar) -> int:
    """How many marks of a row have words of their own: all, or none."""
    return len(bar.marks) if all(mark.words for mark in bar.marks) else 0
