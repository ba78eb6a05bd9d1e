"""Plain text of any length, as it was typed: what Qt's own field changes or chokes on."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from jobtracker.ui.widgets.fields import CommitTextEdit

if TYPE_CHECKING:
    _Edit = QPlainTextEdit
else:
    _Edit = object  # Qt allows one Qt base only; the class that mixes this in brings it

LONG_WORD = re.compile(r"\S{2000}")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExactText(_Edit):
    """Keeps no-break blanks, which Qt's `toPlainText` makes plain, and stays quick.

    Breaking a word anywhere takes Qt time that grows with the square of the word: minutes for
    a million characters. So a text with such a word is broken at blanks only.
    """

    def toPlainText(self) -> str:  # noqa: N802 (Qt's name)
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def setPlainText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Show a text; one that stands there already keeps its cursor and its scroll."""
        if text == self.toPlainText():
            return
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WordWrap)
        super().setPlainText(text)
        if not LONG_WORD.search(text):
            self.setWordWrapMode(mode.WrapAtWordBoundaryOrAnywhere)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        if LONG_WORD.search(source.text()):
            self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        super().insertFromMimeData(source)


class LongField(ExactText, CommitTextEdit):
    """A field of many lines that stores itself when it is left."""


class PostingEdit(ExactText, QPlainTextEdit):
    """The posting on the add sheet: Ctrl+Enter and Esc belong to the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Paste the posting here")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
