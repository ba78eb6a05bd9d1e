"""The text of a posting as it was kept, plain, editable, and searched in place."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import ENTER, LongField

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application

EMPTY = "Paste the posting here to keep it after it goes offline."


class PostingTab(QWidget):
    """`committed` tells the text once it was changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.editor = LongField("Posting text", placeholder=EMPTY)
        self.editor.setProperty("field", "posting")
        self.committed: Channel[str] = self.editor.committed
        self.kept = PlainLabel("", "caption", wrap=True)
        self.find_field = _FindField()
        self.previous = IconButton(theme.icon("chevron-up"), "Previous place", "Shift+Return")
        self.next = IconButton(theme.icon("chevron-down"), "Next place", "Return")
        self.found = PlainLabel("", "small")
        self._id = 0
        self._lay_out()
        self.find_field.textChanged.connect(lambda _text: self._search(from_start=True))
        self.find_field.stepped.subscribe(self._step, owner=self)
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))

    def show_posting(self, record: "Application") -> None:
        """Show what is stored; of the application shown already typing is left alone."""
        anew = record.id != self._id
        self._id = record.id
        if anew:
            self.editor.document().setModified(False)
        self.editor.set_value(record.posting)
        self.kept.setText(_kept_words(record.posting_captured_on, bool(record.posting)))
        for widget in (self.find_field, self.previous, self.next):
            widget.setEnabled(bool(record.posting))
        if anew:
            self.find_field.clear()

    def _search(self, *, from_start: bool) -> None:
        """Count the places and mark the first one, from where the reader is or from the top."""
        words = self.find_field.text()
        if from_start:
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)
        count = self.editor.toPlainText().lower().count(words.lower()) if words else 0
        self.found.setText(f"{count} found" if count else "Not found" if words else "")
        if count:
            self.editor.find(words)

    def _step(self, by: int) -> None:
        """Mark the next or the previous place; past the end it goes on at the other end."""
        words = self.find_field.text()
        if not words:
            return
        backward = QTextDocument.FindFlag.FindBackward
        flags = backward if by < 0 else QTextDocument.FindFlag(0)
        if not self.editor.find(words, flags):
            ends = QTextCursor.MoveOperation
            self.editor.moveCursor(ends.End if by < 0 else ends.Start)
            self.editor.find(words, flags)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.find_field, 1)
        row.addWidget(self.found)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.MEDIUM, Space.PANE, Space.PANE)
        column.setSpacing(Space.SNUG)
        column.addLayout(row)
        column.addWidget(self.kept)
        column.addWidget(self.editor, 1)


class _FindField(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before, Esc empties the field."""

    def __init__(self) -> None:
        super().__init__()
        self.stepped: Channel[int] = Channel()
        self.setAccessibleName("Find in the posting")
        self.setPlaceholderText("Find in the posting")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.put(-1 if shifted else 1)
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


def _kept_words(captured: date | None, kept: bool) -> str:
    if not kept:
        return "Posting text"
    return f"Kept on {full_day(captured)}, exactly as typed" if captured else "Kept as typed"
