"""A posting as it was kept, plain, editable and searched in place; and its skills against mine."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.features.applications.detail.contract import DetailIntents
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import ENTER, LongField
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application
    from jobtracker.domain.skill_match import SkillMatch
    from jobtracker.domain.skills import Words
    from jobtracker.ui.features.applications.detail.match_panel import MatchPanel

TEXT, MATCH = "text", "match"
VIEWS = ((TEXT, "Text"), (MATCH, "Skill match"))
_FIRST_PLANE = 0xFFFF
EMPTY = "Paste the posting here to keep it after it goes offline."


class PostingTab(QWidget):
    """`committed` tells the text once it was changed. The skills are read when they are shown."""

    def __init__(self, theme: Theme, intents: DetailIntents) -> None:
        super().__init__()
        self._theme = theme
        self._intents = intents
        self.views = Segmented("Posting shown as", VIEWS)
        self._stack = QStackedWidget()
        self._match: MatchPanel | None = None
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
        self.views.chosen.subscribe(self._turn, owner=self)
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
            self.views.set_words(*VIEWS[1])
        if anew and self.views.value() == MATCH:
            self._intents.match_wanted.put(self._id)

    @property
    def match(self) -> "MatchPanel":
        """The skills, built when they are first looked at."""
        if self._match is None:
            from jobtracker.ui.features.applications.detail.match_panel import MatchPanel

            made = self._match = MatchPanel(self._theme)
            made.said.subscribe(self._intents.skill_said.put, owner=self)
            made.shown.subscribe(self._show_words, owner=self)
            self._stack.addWidget(made)
        return self._match

    def show_match(self, application_id: int, match: "SkillMatch") -> None:
        """Show the skills of the application that is here; an answer about another is late."""
        if application_id == self._id:
            self.match.show_match(application_id, match)
            self.views.set_words(MATCH, f"Skill match {match.have} of {match.asked}")

    def _turn(self, view: str) -> None:
        if view == MATCH:
            self._stack.setCurrentWidget(self.match)
            self._intents.match_wanted.put(self._id)
        else:
            self._stack.setCurrentIndex(0)

    def _show_words(self, words: "Words") -> None:
        """Mark the words of the posting, which were read from the very text that stands here."""
        self.views.set_value(TEXT)
        self._turn(TEXT)
        whole = self.editor.toPlainText()
        cursor = self.editor.textCursor()
        cursor.setPosition(_units(whole[: words.start]))
        cursor.setPosition(_units(whole[: words.end]), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

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
        text = QWidget()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.SNUG)
        inside.addLayout(row)
        inside.addWidget(self.kept)
        inside.addWidget(self.editor, 1)
        self._stack.addWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.MEDIUM, Space.PANE, Space.PANE)
        column.setSpacing(Space.SNUG)
        column.addWidget(self.views)
        column.addWidget(self._stack, 1)


class _FindField(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before, Esc empties the field."""

    def __init__(self) -> None:
        super().__init__()
        keep_not(self)
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


def _units(text: str) -> int:
    """The length of a text as Qt counts it: two for a character beyond the first plane."""
    return len(text) + sum(ord(c) > _FIRST_PLANE for c in text)


def _kept_words(captured: date | None, kept: bool) -> str:
    if not kept:
        return "Posting text"
    return f"Kept on {full_day(captured)}, exactly as typed" if captured else "Kept as typed"
