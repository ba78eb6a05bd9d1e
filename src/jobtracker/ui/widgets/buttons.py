"""Buttons: one primary a page at most, plain for the rest, icons alone only where agreed."""

import sys

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import ICON_BESIDE_TEXT, ICON_SIZE, plain_tip

CHEVRON = 14
ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))
MAC = "darwin" in sys.platform  # asked so that mypy reads the lines for both


class PressButton(QPushButton):
    """Enter presses it as Space does. Qt's own does so in dialogs alone, as their default."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers().value & ~Qt.KeyboardModifier.KeypadModifier.value
        if plain and event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)


class Button(PressButton):
    """A button with words. `kind` is "", "primary", "ghost", "danger" or "link"."""

    def __init__(self, text: str, *, kind: str = "", icon: QIcon | None = None) -> None:
        super().__init__(text)
        self.setProperty("k", kind)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(ICON_BESIDE_TEXT)

    def setText(self, text: str) -> None:
        """Its words; they are its name too, unless it was given another."""
        if self.accessibleName() == self.text():
            self.setAccessibleName(text)
        super().setText(text)


class IconButton(PressButton):
    """An icon alone; its name is both tooltip and accessible name."""

    def __init__(self, icon: QIcon, name: str, shortcut: str = "") -> None:
        super().__init__()
        self.setProperty("k", "icon")
        self.setIcon(icon)
        self.setIconSize(ICON_SIZE)
        self.setAutoDefault(False)
        self.rename(name, shortcut)

    def rename(self, name: str, shortcut: str = "") -> None:
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(f"{name} ({native(shortcut)})" if shortcut else name))


class MenuButton(PressButton):
    """A button that opens a menu, with a chevron drawn at its right."""

    def __init__(
        self, theme: Theme, text: str, menu: QMenu | None = None, *, kind: str = ""
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("k", kind)
        self.setProperty("menu", True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
            self.setMenu(menu)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(CHEVRON + 4, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = "on_accent" if self.property("k") == "primary" else "text2"
        painter = QPainter(self)
        painter.drawPixmap(
            self.width() - CHEVRON - 9,
            (self.height() - CHEVRON) // 2,
            self._theme.pixmap("chevron-down", colour, CHEVRON, self.devicePixelRatio()),
        )
        painter.end()


def as_cap(shortcut: str) -> str:
    """A shortcut as a key cap shows it: "Ctrl K"; the key + itself stays, as in "Ctrl +"."""
    key = native(shortcut)
    return key[:-1].replace("+", " ") + key[-1:]


def native(shortcut: str) -> str:
    """A shortcut as this system writes it: "Ctrl+Z", or with the Command sign on macOS."""
    if not MAC:
        return shortcut
    from PySide6.QtGui import QKeySequence  # its many enums are made on first touch

    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
