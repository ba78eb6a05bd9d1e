"""Where the rows, the headings and the axis of a range chart stand."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jobtracker.ui.charts.bars import Bar
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space

AXIS = 28
TARGET_HEAD = 34
HEADING = 30
LABELS = 236
LABELS_SHARE, LABELS_MOST = 0.24, 1.25
"""The names take this share of a wide chart, and at most so many times their usual room."""
RIGHT = 52
ROW_LEAST = 40
ROW_USUAL = 51
ROW_ROOMY = 60


class Measures(NamedTuple):
    """Sizes in px at the present text size; `head` is the room above the rows."""

    head: int
    axis: int
    heading: int
    labels: int
    least: int
    usual: int
    roomy: int


class Layout(NamedTuple):
    """`plot` is where amounts are drawn. `headings` are the groups' words with their places."""

    plot: QRectF
    rows: tuple[QRectF, ...]
    headings: tuple[tuple[str, QRectF], ...]

    def row_at(self, y: float) -> int:
        """The row at a height, or -1."""
        rows = enumerate(self.rows)
        return next((at for at, row in rows if row.top() <= y < row.bottom()), -1)


def measures(theme: Theme, *, with_goal: bool) -> Measures:
    px = theme.px
    head = px(TARGET_HEAD) if with_goal else Space.SMALL
    sizes = (AXIS, HEADING, LABELS, ROW_LEAST, ROW_USUAL, ROW_ROOMY)
    return Measures(head, *(px(size) for size in sizes))


def height_of(bars: Sequence[Bar], sizes: Measures, row: int) -> int:
    """The height of a chart whose rows are `row` px high."""
    headings = len(_breaks(bars)) * sizes.heading
    return sizes.head + headings + row * len(bars) + sizes.axis


def lay_out(bars: Sequence[Bar], sizes: Measures, width: float, height: float) -> Layout:
    """Rows share the height, from the least that can be read up to a roomy one."""
    breaks = _breaks(bars)
    room = height - sizes.head - sizes.axis - len(breaks) * sizes.heading
    row = min(max(room / max(1, len(bars)), 1.0), sizes.roomy)
    rows: list[QRectF] = []
    headings: list[tuple[str, QRectF]] = []
    top = float(sizes.head)
    for place, bar in enumerate(bars):
        if place in breaks:
            headings.append((bar.group, QRectF(0, top, width, sizes.heading)))
            top += sizes.heading
        rows.append(QRectF(0, top, width, row))
        top += row
    left = Space.PAGE + min(max(sizes.labels, width * LABELS_SHARE), sizes.labels * LABELS_MOST)
    plot = QRectF(left, sizes.head, max(width - RIGHT - left, 40.0), top - sizes.head)
    return Layout(plot, tuple(rows), tuple(headings))


def _breaks(bars: Sequence[Bar]) -> set[int]:
    """The rows above which a heading stands."""
    groups = ["", *(bar.group for bar in bars)]
    return {place for place, bar in enumerate(bars) if bar.group and bar.group != groups[place]}
