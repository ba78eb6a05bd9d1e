"""A weight from 0 to 5, set by arrows, digits or the pointer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, LABEL
from jobtracker.ui.widgets.row_delegate import LEFT, RIGHT, draw_text

MOST = 5
DOT, STEP, EDGE = 4.5, 16, 6
NUMBER = 18
HEIGHT = 28
BACK = (int(Qt.Key.Key_Left), int(Qt.Key.Key_Down), int(Qt.Key.Key_Minus))
ON = (int(Qt.Key.Key_Right), int(Qt.Key.Key_Up), int(Qt.Key.Key_Plus))
DIGITS = {str(number) for number in range(MOST + 1)}


class Stepper(QWidget):
    """Dots, as many filled as its value, which stands beside them; `chosen` tells a new one."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.chosen: Channel[int] = Channel()
        self._theme = theme
        self._name = name
        self._value = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.fit(self.setFixedHeight, HEIGHT)
        theme.changed.subscribe(lambda _tokens: self.update(), owner=self)
        self.set_value(0)

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Show a value without telling anybody."""
        self._value = value
        self.setAccessibleName(f"Weight of {self._name}, {value} of {MOST}")
        self.setToolTip("Left and Right, or 0 to 5")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(210), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(170), self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in DIGITS and event.text():
            self._choose(int(event.text()))
        elif event.key() in BACK:
            self._choose(self._value - 1)
        elif event.key() in ON:
            self._choose(self._value + 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a dot sets as many; once more on the last one takes it back."""
        at = (
            event.position().x() - self._first_dot() + self._theme.px(STEP) / 2
        ) // self._theme.px(STEP)
        wanted = int(at) + 1
        if 1 <= wanted <= MOST:
            self._choose(wanted - 1 if wanted == self._value else wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = self.height() / 2, theme.px(DOT)
        for place in range(MOST):
            painter.setPen(QPen(colours.border_strong, 1))
            painter.setBrush(colours.accent if place < self._value else colours.surface)
            centre = QPointF(self._first_dot() + place * theme.px(STEP), middle)
            painter.drawEllipse(centre, radius, radius)
        room = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        words = room.adjusted(0, 0, -(self.width() - round(self._first_dot())) - EDGE, 0)
        draw_text(painter, theme, words, self._name, LABEL, align=LEFT)
        draw_text(painter, theme, room, str(self._value), BODY, align=RIGHT)
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _first_dot(self) -> float:
        return self.width() - EDGE - self._theme.px(NUMBER) - (MOST - 0.5) * self._theme.px(STEP)

    def _choose(self, value: int) -> None:
        value = min(max(value, 0), MOST)
        if value != self._value:
            self.set_value(value)
            self.chosen.put(value)
