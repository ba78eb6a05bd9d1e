"""On or off, at once: a check box drawn as the switch of a settings row."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import CheckBox

WIDTH, HEIGHT = 34, 20
TICK = ((-1.5, 0.5), (0.0, 2.0), (3.0, -1.5))
"""The tick's corners around the middle of its half, in px at 100 %."""


class Switch(CheckBox):
    """`name` says what it turns on; the tick in it makes that plain without any colour."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        room = 2 * Space.TIGHT
        return QSize(self._theme.px(WIDTH) + room, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = self._theme.px(HEIGHT), self._theme.px(WIDTH)
        left, top = self.width() - width - Space.TIGHT, (self.height() - height) / 2
        box = QRectF(left, top, width, height)
        on = self.isChecked()
        painter.setPen(QPen(colours.accent if on else colours.border_strong, 1))
        painter.setBrush(colours.accent if on else colours.surface)
        painter.drawRoundedRect(box, height / 2, height / 2)
        middle = box.center().y()
        knob = QPointF(box.right() - height / 2 if on else box.left() + height / 2, middle)
        painter.setBrush(colours.on_accent if on else colours.border_strong)
        painter.drawEllipse(knob, height / 2 - 3, height / 2 - 3)
        if on:
            painter.setPen(QPen(colours.on_accent, 1.6))
            tick = QPointF(box.left() + height / 2, middle)
            painter.drawPolyline([tick + QPointF(x, y) * self._theme.scale for x, y in TICK])
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, self._theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
