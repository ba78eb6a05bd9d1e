"""A range against its benchmark in one line of a list: capsule, line and diamond."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from jobtracker.ui.charts.scale import Scale
from jobtracker.ui.theme.theme import Theme

CAPSULE = 7.0
LINE = 3.0
DIAMOND = 4.5


class Span(NamedTuple):
    """An amount of money from low to high; a single figure is both."""

    low: float
    high: float


def paint_mini_range(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    scale: Scale,
    *,
    band: Span | None = None,
    line: Span | None = None,
    diamond: float | None = None,
    own: bool = False,
) -> None:
    """Draw over the height of `rect`: `band` the benchmark, `line` the posting, an offer.

    One `scale` for the whole list. `own` fills the band in accent: the person's own role.
    Without a band only the axis is drawn.
    """
    colours = theme.colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = rect.center().y() + 0.5
    painter.setPen(QPen(colours.border, 1))
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    if band is not None:
        painter.setPen(QPen(colours.accent if own else colours.border_strong, 1))
        painter.setBrush(colours.accent if own else colours.band)
        capsule = _bar(rect, scale, band, CAPSULE)
        painter.drawRoundedRect(capsule, CAPSULE / 2, CAPSULE / 2)
    if line is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.text)
        painter.drawRoundedRect(_bar(rect, scale, line, LINE), LINE / 2, LINE / 2)
    if diamond is not None:
        centre = QPointF(rect.left() + scale.x(diamond, rect.width()), middle)
        paint_diamond(painter, centre, DIAMOND, colours.offer, colours.surface)
    painter.restore()


def paint_diamond(
    painter: QPainter, centre: QPointF, reach: float, fill: QColor, ring: QColor
) -> None:
    """A diamond with a ring that lifts it off whatever lies below."""
    painter.setPen(QPen(ring, 1.6))
    painter.setBrush(fill)
    painter.drawPolygon(diamond_shape(centre, reach))


def diamond_shape(centre: QPointF, reach: float) -> QPolygonF:
    return QPolygonF(
        [
            centre + QPointF(0, -reach),
            centre + QPointF(reach, 0),
            centre + QPointF(0, reach),
            centre + QPointF(-reach, 0),
        ]
    )


def _bar(rect: QRectF, scale: Scale, span: Span, height: float) -> QRectF:
    """The bar of a span, never narrower than it is high, so that one figure can be seen."""
    left = rect.left() + scale.x(span.low, rect.width())
    right = rect.left() + scale.x(span.high, rect.width())
    missing = max(0.0, height - (right - left)) / 2
    top = rect.center().y() + 0.5 - height / 2
    return QRectF(left - missing, top, right - left + 2 * missing, height)
