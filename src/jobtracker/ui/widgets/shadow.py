"""The soft shadow of floating layers: stacked translucent rectangles, no graphics effect."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

MARGIN = 14
LAYERS = 10
DROP = 3.0
STRENGTH = 0.018


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Paint around `rect`, reaching at most MARGIN px beyond it."""
    shade = QColor(colour)
    shade.setAlphaF(STRENGTH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for layer in range(LAYERS):
        grow = layer + 1.0
        grown = rect.adjusted(-grow, -grow + DROP, grow, grow + DROP)
        painter.drawRoundedRect(grown, radius + grow, radius + grow)
