"""Keys that a field with the focus would keep to itself, but that belong to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

OF_THE_LETTER = (QKeySequence("Ctrl+E"), QKeySequence("Ctrl+J"))
"""Export and insert a field. Some desktops read Ctrl+E as "go to the end of the line"."""


def is_for_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether an input must leave this event alone, so that an action of the window gets its key.

    `undo` and `redo` say whether the input has anything of its own to take back or to repeat.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    if event.matches(QKeySequence.StandardKey.Redo):
        return not redo
    return QKeySequence(event.keyCombination()) in OF_THE_LETTER
