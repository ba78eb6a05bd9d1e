"""Filter chips: a quiet button that opens a menu, or a filter that is on and can be taken off."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import MenuButton, PressButton
from jobtracker.ui.widgets.labels import restyle

CROSS = 13


class Chip(PressButton):
    """A filter that is on or off; on, it is tinted and wears a cross."""

    def __init__(self, theme: Theme, text: str, *, on: bool = False) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("k", "chip")
        self.setProperty("on", on)
        self.setProperty("menu", True)
        self.setAutoDefault(False)
        self._name()

    @property
    def on(self) -> bool:
        return bool(self.property("on"))

    def set_on(self, on: bool) -> None:
        if on != self.on:
            self.setProperty("on", on)
            self._name()
            restyle(self)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(CROSS + 4 if self.on else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.on:
            super().paintEvent(event)
            return
        super().paintEvent(event)
        painter = QPainter(self)
        scale = self.devicePixelRatio()
        painter.drawPixmap(
            self.width() - CROSS - 8,
            (self.height() - CROSS) // 2,
            self._theme.pixmap("x", "accent_text", CROSS, scale),
        )
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, filter on" if self.on else self.text())


class MenuChip(MenuButton):
    """A chip that opens a menu: "Role", "Group: stage"."""

    def __init__(self, theme: Theme, text: str, menu: QMenu | None = None) -> None:
        super().__init__(theme, text, menu, kind="chip")
