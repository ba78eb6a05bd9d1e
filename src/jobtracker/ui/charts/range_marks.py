"""The marks on a bar: postings and asks below it, offers on it with their labels beside."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from jobtracker.ui.charts.bars import ASK, OFFER, POSTING, WHAT_IF, Bar, Mark
from jobtracker.ui.charts.mini_range import diamond_shape, paint_diamond
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL_LABEL

RING = 3.4
ASKED = 4.0
DIAMOND = 7.5
LANES = (13.5, 20.5)
"""How far under the bar's middle postings and asks stand: lower where one would lie on another."""
APART = 2 * RING + 1.5
GAP = 14.0
SPARE = 50.0
"""How far beyond the last tick a label may reach."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
X = Callable[[float], float]


def mark_places(bar: Bar, middle: float, x: X) -> list[QPointF]:
    """The centres of a bar's marks, whose middle is at this height. A mark is never moved sideways:
    it stands at its amount, in the first lane that is free there.
    """
    ends = dict.fromkeys(LANES, float("-inf"))
    places = []
    for mark in bar.marks:
        centre, below = x(mark.amount), 0.0
        if mark.kind in (POSTING, ASK):
            free = (lane for lane in LANES if centre - ends[lane] >= APART)
            below = next(free, min(LANES, key=lambda lane: ends[lane]))
            ends[below] = centre
        places.append(QPointF(centre, middle + below))
    return places


def paint_marks(
    painter: QPainter,
    theme: Theme,
    bar: Bar,
    middle: float,
    x: X,
    plot: QRectF,
    goals: Sequence[float],
    top: int = -1,
) -> None:
    """Draw every mark, the one at `top` over all others, then the labels where there is room for
    them; `goals` are the places of the lines that no label may lie on.
    """
    placed = list(zip(bar.marks, mark_places(bar, middle, x), strict=True))
    over = placed[top : top + 1] if top >= 0 else []
    for mark, centre in placed + over:
        _paint_mark(painter, theme, mark, centre)
    taken: list[QRectF] = []
    for mark in reversed(bar.marks):  # the highest is the nearest to the room at the right
        if mark.label:
            _paint_label(painter, theme, mark, _Room(theme, bar, x, plot, goals, middle, taken))


def _paint_mark(painter: QPainter, theme: Theme, mark: Mark, centre: QPointF) -> None:
    colours = theme.colours
    if mark.kind == OFFER:
        paint_diamond(painter, centre, DIAMOND, colours.offer, colours.surface)
    elif mark.kind == WHAT_IF:
        painter.setPen(QPen(colours.surface, 4.5))
        painter.drawPolygon(diamond_shape(centre, DIAMOND))
        painter.setPen(QPen(colours.offer, 1.8))
        painter.setBrush(colours.surface)
        painter.drawPolygon(diamond_shape(centre, DIAMOND))
    elif mark.kind == ASK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text2)
        painter.drawPolygon(ask_shape(centre))
    else:
        painter.setPen(QPen(colours.text, 1.5))
        painter.setBrush(colours.surface)
        painter.drawEllipse(centre, RING, RING)


def ask_shape(centre: QPointF) -> QPolygonF:
    """A small triangle that points at the amount asked for."""
    return QPolygonF(
        [
            centre + QPointF(0, -ASKED),
            centre + QPointF(ASKED, ASKED - 1),
            centre + QPointF(-ASKED, ASKED - 1),
        ]
    )


class _Room:
    """Where labels may stand on one row."""

    def __init__(
        self,
        theme: Theme,
        bar: Bar,
        x: X,
        plot: QRectF,
        goals: Sequence[float],
        middle: float,
        taken: list[QRectF],
    ) -> None:
        marks = [x(mark.amount) for mark in bar.marks if mark.kind in (OFFER, WHAT_IF)]
        ends = [x(end) for end in bar.ends]
        self.lowest = next(mark for mark in bar.marks if mark.label)
        self.start, self.end = min(marks + ends), max(marks + ends)
        self.on_bar = ends
        self.x, self.plot, self.goals, self.middle = x, plot, goals, middle
        self.taken = taken
        self.height = theme.px(20)

    def place(self, mark: Mark, width: float) -> QRectF | None:
        """Left of everything for the lowest that lies on the bar, right of it for all others, as
        far as there is room.
        """
        on_bar = bool(self.on_bar) and self.on_bar[0] <= self.x(mark.amount) <= self.on_bar[1]
        on_bar &= mark == self.lowest
        left = self._fitting(self.start - width - GAP + 4, width)
        right = self._fitting(self._past_goals(self.end + GAP, width), width)
        chosen = (left or right) if on_bar else (right or left)
        if chosen is not None:
            self.taken.append(chosen)
        return chosen

    def _fitting(self, left: float, width: float) -> QRectF | None:
        """The place that begins here, if it is free and inside the chart."""
        wanted = QRectF(left, self.middle - self.height / 2, width, self.height)
        inside = left >= self.plot.left() and left + width <= self.plot.right() + SPARE
        free = not any(wanted.intersects(other) for other in self.taken)
        return wanted if inside and free else None

    def _past_goals(self, left: float, width: float) -> float:
        """Where a label stands so that no line crosses it."""
        for goal in sorted(self.goals):
            if left - 4 < goal < left + width + 4:
                left = goal + 11
        return left


def _paint_label(painter: QPainter, theme: Theme, mark: Mark, room: _Room) -> None:
    width = theme.metrics(SMALL_LABEL).horizontalAdvance(mark.label) + 2.0
    place = room.place(mark, width)
    if place is None:
        return
    colours = theme.colours
    centre = room.x(mark.amount)
    if place.left() > centre + 2 * DIAMOND:
        painter.setPen(QPen(colours.border_strong, 1))
        start = QPointF(max(centre + DIAMOND, *room.on_bar, centre) + 3, room.middle)
        painter.drawLine(start, QPointF(place.left() - 6, room.middle))
    painter.setFont(theme.font(SMALL_LABEL))
    painter.setPen(colours.text)
    painter.drawText(place, LEFT, mark.label)
