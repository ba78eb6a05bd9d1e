"""Stage and outcome glyphs, drawn so that shape alone tells them apart.

The filled part of a stage's ring grows with progress; outcomes carry a mark.
"""

from collections.abc import Callable
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from jobtracker.ui.theme.tokens import Tokens

GRID = 16.0
RING = QRectF(2, 2, 12, 12)
CENTRE = QPointF(8, 8)


def paint_glyph(painter: QPainter, rect: QRectF, tokens: Tokens, key: str) -> None:
    """Draw the glyph of a stage or outcome value ("interview", "no_reply") to fill `rect`."""
    colour = tokens.stages[key]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    painter.setPen(_pen(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if key in {"accepted", "rejected"}:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(RING.adjusted(-0.75, -0.75, 0.75, 0.75))
        painter.setPen(_pen(tokens.colours.surface))
    elif key == "saved":
        _dashed_ring(painter)
    elif key == "position_closed":
        painter.drawRoundedRect(RING.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    else:
        painter.drawEllipse(RING)
    mark = _MARKS.get(key)
    if mark is not None:
        mark(painter, colour)
    painter.restore()


def _pen(colour: QColor, width: float = 1.6) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _dashed_ring(painter: QPainter) -> None:
    for part in range(8):
        painter.drawArc(RING, (part * 45 + 10) * 16, 25 * 16)


def _pie(share: float) -> Callable[[QPainter, QColor], None]:
    def draw(painter: QPainter, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(QRectF(4.2, 4.2, 7.6, 7.6), 90 * 16, round(-share * 360 * 16))

    return draw


def _dot(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(CENTRE, 2.1, 2.1)


def _dots(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (5.3, 8.0, 10.7):
        painter.drawEllipse(QPointF(x, 8), 0.95, 0.95)


def _line(angle: float, reach: float = 6.0) -> Callable[[QPainter, QColor], None]:
    """A stroke through the centre, `angle` degrees against the clock from the right."""
    arm = QPointF(cos(radians(angle)) * reach, -sin(radians(angle)) * reach)

    def draw(painter: QPainter, _colour: QColor) -> None:
        painter.drawLine(CENTRE - arm, CENTRE + arm)

    return draw


def _tick(painter: QPainter, _colour: QColor) -> None:
    painter.drawPolyline([QPointF(5.3, 8.3), QPointF(7.2, 10.1), QPointF(10.8, 6.2)])


def _cross(painter: QPainter, _colour: QColor) -> None:
    painter.drawLine(QPointF(6, 6), QPointF(10, 10))
    painter.drawLine(QPointF(10, 6), QPointF(6, 10))


_MARKS: dict[str, Callable[[QPainter, QColor], None]] = {
    "applied": _dot,
    "screening": _pie(0.25),
    "interview": _pie(0.5),
    "offer": _pie(0.75),
    "accepted": _tick,
    "rejected": _cross,
    "withdrawn": _line(45),
    "declined": _line(135),
    "no_reply": _dots,
    "not_pursued": _line(0, 3.0),
}
