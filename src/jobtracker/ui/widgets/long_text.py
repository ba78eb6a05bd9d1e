"""Plain text of any length, as it was typed: what Qt's own field changes or chokes on."""

import re

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets.cover import is_covered
from jobtracker.ui.widgets.fields import is_for_window, is_taking_back

LONG_WORD = re.compile(r"\S{2000}")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""Why the keyboard goes elsewhere for good: not for a menu or another window."""


class ExactText(QPlainTextEdit):
    """Keeps no-break blanks, which Qt's `toPlainText` makes plain, and stays quick.

    Breaking a word anywhere takes Qt time that grows with the square of the word: minutes for
    a million characters. So a text with such a word is broken at blanks only.
    """

    def toPlainText(self) -> str:
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def setPlainText(self, text: str) -> None:
        """Show a text; one that stands there already keeps its cursor and its scroll."""
        if text == self.toPlainText():
            return
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WordWrap)
        super().setPlainText(text)
        if not LONG_WORD.search(text):
            self.setWordWrapMode(mode.WrapAtWordBoundaryOrAnywhere)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if LONG_WORD.search(source.text()):
            self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        super().insertFromMimeData(source)


class LongField(ExactText):
    """Many lines that store themselves: Ctrl+Enter or leaving commits, Tab moves on; under a cover
    the typing waits.

    `name` is its accessible name until a `Field` labels it.
    """

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__()
        self.committed: Channel[str] = Channel()
        self._value = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def set_value(self, text: str) -> None:
        """Show a stored value; what is being typed, or was put back, is not overwritten."""
        typing = self.is_unsaved or (self.hasFocus() and self.document().isModified())
        self._value = text
        if not typing:
            self.restore()

    @property
    def is_unsaved(self) -> bool:
        """Whether something is typed here that nobody has been told of."""
        return self.document().isModified() and self.toPlainText() != self._value

    def value(self) -> str:
        return self.toPlainText()

    def commit(self) -> None:
        """Tell a new value; from then on Undo means the change, no longer the typing."""
        if self.is_unsaved:
            self._value = self.toPlainText()
            self.document().setModified(False)
            self.document().clearUndoRedoStacks()
            self.committed.put(self._value)

    def restore(self) -> None:
        self.setPlainText(self._value)
        self.document().setModified(False)

    def put_back(self, text: str) -> None:
        """Show what was typed but could not be stored, as something still being typed."""
        self.setPlainText(text)
        self.document().setModified(True)

    def event(self, event: QEvent) -> bool:
        written = self.document()
        undo = written.isUndoAvailable() or self.is_unsaved
        if is_for_window(event, undo=undo, redo=written.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        written = self.document()
        undo = event.matches(QKeySequence.StandardKey.Undo) and not written.isUndoAvailable()
        if (undo or is_taking_back(event, self)) and written.isModified():
            self.restore()
            event.accept()
            return
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_covered(self):
            return
        if event.reason() in LEAVING:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.commit()
