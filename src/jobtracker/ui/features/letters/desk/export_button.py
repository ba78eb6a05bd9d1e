"""The way out of the app: exports at a press, and opens every other way at its right end."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import MenuButton, native
from jobtracker.ui.widgets.labels import ICON_BESIDE_TEXT

ARROW = 28
"""Px at the right end that open the menu."""
INSET = 7
DIVIDER = 0.4


class ExportButton(MenuButton):
    """`clicked` exports; `menu_wanted` asks for the menu: the arrow, or Down."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Export PDF", kind="primary")
        self.menu_wanted: Channel[None] = Channel()
        self.setIcon(theme.icon("file-down", "on_accent"))
        self.setIconSize(ICON_BESIDE_TEXT)
        self.setAccessibleDescription("Down opens copying, printing and the other formats")

    def name_format(self, words: str) -> None:
        """Say as what the letter leaves: "PDF"."""
        self.setText(f"Export {words}")
        self.setToolTip(
            f"Export {words} to the last folder ({native('Ctrl+E')}); "
            f"the arrow shows all ways ({native('Ctrl+Shift+E')})"
        )

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(INSET, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - ARROW:
            event.accept()
            self.menu_wanted.put(None)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.menu_wanted.put(None)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = QColor(self._theme.colours.on_accent)
        colour.setAlphaF(DIVIDER)
        painter.setPen(colour)
        left = self.width() - ARROW - 1
        painter.drawLine(left, INSET, left, self.height() - INSET - 1)
        painter.end()
