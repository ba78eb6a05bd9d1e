"""Keys as text ("Ctrl+K"): one spelling for each, and what may be given to a command."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

Modifier = Qt.KeyboardModifier
MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
MOVING = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Menu,
)
"""Keys that without Ctrl or Alt are for getting about and typing, in every program."""

SPACE = "Space"
EVERYWHERE = "everywhere"
"""The property of an action whose key goes through what covers the window."""
CURTAINED = "curtained"
"""The property of a window while a curtain hides it: nothing is done there but what is
`STILL_HEARD`.
"""
STILL_HEARD = ("quit", "text larger", "text smaller", "text usual")
"""The window's actions that show nothing of what is covered."""


@cache
def spelled(key: str) -> str:
    """The one spelling of a key chord: "ctrl+shift+z" is "Ctrl+Shift+Z"; "" for no chord."""
    sequence = QKeySequence(key)
    known = sequence.count() == 1 and _chord(key).key() != Qt.Key.Key_unknown
    return sequence.toString(QKeySequence.SequenceFormat.PortableText) if known else ""


def is_sign(key: str) -> bool:
    """Whether a key is a letter, figure or sign alone, which WCAG 2.1.4 wants to be silenceable."""
    return bool(key) and key != SPACE and len(key.removeprefix("Shift+")) == 1


def pressed(combination: QKeyCombination) -> str:
    """The key chord that was pressed, or "" while only Ctrl, Shift, Alt or the like are down."""
    if combination.key() in MODIFIERS:
        return ""
    held = combination.keyboardModifiers() & ~Modifier.KeypadModifier
    if len(QKeySequence(combination.key()).toString()) == 1 and held == Modifier.ShiftModifier:
        held = _shift_of_sign(combination.key())
    return spelled(QKeySequence(QKeyCombination(held, combination.key())).toString())


def refusal(key: str) -> str:
    """Why a command can't have this key, in a sentence; "" where it can."""
    combination = _chord(key)
    held = combination.keyboardModifiers()
    both = Modifier.ControlModifier | Modifier.AltModifier
    if held & both == both:
        return "Ctrl and Alt together type signs on many keyboards. Use another key."
    if not held & (both | Modifier.MetaModifier) and combination.key() in MOVING:
        return f"{key} is for moving about and typing. Add Ctrl or Alt to it."
    return ""


def heard_by(event: QEvent, actions: Iterable[QAction]) -> QAction | None:
    """The first of these actions that a key is for, while it is still asked whose it is."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return None
    keys = QKeySequence(event.keyCombination())
    return next((action for action in actions if keys in action.shortcuts()), None)


def _chord(key: str) -> QKeyCombination:
    first: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # left out of the stubs
    return first


def _shift_of_sign(key: Qt.Key) -> Qt.KeyboardModifier:
    """Shift counts for letters; for a sign ("?") it only says how the keyboard makes it."""
    is_letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z
    return Modifier.ShiftModifier if is_letter else Modifier.NoModifier
