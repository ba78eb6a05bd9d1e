"""Menus that keep their keys to themselves."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QWidget


class Menu(QMenu):
    """While it is open every key is its own, also the single letters of a list underneath."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def open_below(self, widget: QWidget) -> None:
        """Open under the widget that was clicked."""
        self.popup(widget.mapToGlobal(widget.rect().bottomLeft()))
