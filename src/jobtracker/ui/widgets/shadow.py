"""The soft shadow of floating layers: stacked translucent rectangles, no graphics effect."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

MARGIN = 14
LAYERS = 10
DROP = 3.0
STRENGTH = 0.018
MOST_KEPT = 2

_PICTURES: dict[tuple[float, float, float, int, float], QPixmap] = {}


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Paint around `rect`, reaching at most MARGIN px beyond it.

    The pictures of the last ones are kept: to stack the layers takes several milliseconds, and
    what floats is painted again whenever something below it is.
    """
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    key = (rect.width(), rect.height(), radius, colour.rgba(), scale)
    if key not in _PICTURES:
        if len(_PICTURES) >= MOST_KEPT:
            _PICTURES.clear()
        _PICTURES[key] = _picture(rect.size(), radius, colour, scale)
    painter.drawPixmap(rect.topLeft() - QPointF(MARGIN, MARGIN), _PICTURES[key])


def _picture(size: QSizeF, radius: float, colour: QColor, scale: float) -> QPixmap:
    around = size + QSizeF(2 * MARGIN, 2 * MARGIN)
    picture = QPixmap((around * scale).toSize())
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    shade = QColor(colour)
    shade.setAlphaF(STRENGTH)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    rect = QRectF(QPointF(MARGIN, MARGIN), size)
    for layer in range(LAYERS):
        grow = layer + 1.0
        grown = rect.adjusted(-grow, -grow + DROP, grow, grow + DROP)
        painter.drawRoundedRect(grown, radius + grow, radius + grow)
    painter.end()
    return picture
