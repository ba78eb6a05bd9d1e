"""A button that shows the key that does the same."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import TINY, Size, Space
from jobtracker.ui.widgets.buttons import Button, as_cap
from jobtracker.ui.widgets.row_delegate import CENTRE, draw_text

CAP = 18
EDGE = 9


class KeyButton(Button):
    """The words at the left, its `key` in a cap at the right; `show_key("")` takes that away."""

    def __init__(self, theme: Theme, text: str, key: str = "", *, kind: str = "") -> None:
        super().__init__(text, kind=kind)
        self._theme = theme
        self.key = as_cap(key)
        self.setProperty("menu", True)

    def show_key(self, key: str) -> None:
        self.key = as_cap(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap_width() + Space.SMALL if self.key else 0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To the sides one steps from item to item; a button of Qt takes that for Tab."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.key:
            return
        colours, high = self._theme.colours, self._theme.px(CAP)
        primary = self.property("k") == "primary" and self.isEnabled()
        ink = colours.accent if primary else colours.text2 if self.isEnabled() else colours.text3
        wide = self._cap_width()
        cap = QRect(self.width() - wide - EDGE, (self.height() - high) // 2, wide, high)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.on_accent if primary else colours.border_button, 1))
        if primary:
            painter.setBrush(colours.on_accent)
        painter.drawRoundedRect(cap, Size.RADIUS_MARK, Size.RADIUS_MARK)
        draw_text(painter, self._theme, cap, self.key, TINY, ink, CENTRE)
        painter.end()

    def _cap_width(self) -> int:
        words = self._theme.metrics(TINY).horizontalAdvance(self.key)
        return max(words + self._theme.px(10), self._theme.px(CAP))
