"""Keys that a field with the focus would keep to itself, but that belong to the open letter."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence("Ctrl+E"), QKeySequence("Ctrl+J"))


def is_for_letter(event: QEvent) -> bool:
    """Whether export or insert is pressed in a field: on X11 Ctrl+E would end its line."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return QKeySequence(event.keyCombination()) in _KEYS
