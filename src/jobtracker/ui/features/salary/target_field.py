"""The small field in which the target moves: it opens over the chart, and goes after Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.domain import money
from jobtracker.ui.features.salary.contract import Intents, TargetTyped
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.typed import pay_hint

if TYPE_CHECKING:
    from jobtracker.domain.errors import JobtrackerError
    from jobtracker.domain.salary_lines import Aim

WIDTH = 150
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TargetField(QWidget):
    """`closed` tells that it is gone and the keyboard may go back."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self.closed: Channel[None] = Channel()
        self._intents = intents
        self._label = PlainLabel("Your target", "caption")
        self.editor = _Editor("Your target", placeholder="150K or 72/h")
        self._label.setBuddy(self.editor)
        self.note = PlainLabel("", "small", wrap=True)
        theme.fit(self.editor.setFixedWidth, WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PAGE, Space.SNUG, Space.PANE, Space.SNUG)
        row.setSpacing(Space.SMALL)
        for widget in (self._label, self.editor):
            row.addWidget(widget)
        row.addWidget(self.note, 1)
        self.editor.textEdited.connect(self._understand)
        self.editor.finished.subscribe(self._finish, owner=self)
        self.editor.left.subscribe(lambda _none: self.close_field(), owner=self)
        self.hide()

    def open_at(self, aim: "Aim | None") -> None:
        """Take the keyboard, with the figure as it is."""
        words = money.long_range(aim.target) if aim is not None and aim.target is not None else ""
        of = f"Target of {aim.title}" if aim is not None and aim.title else "Your target"
        self._label.setText(of)
        self.editor.setAccessibleName(of)
        self._say("", wrong=False)
        self.show()
        self.editor.set_value(words)
        self.editor.restore()
        self.editor.selectAll()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.put(None)

    def _understand(self, text: str) -> None:
        hint = pay_hint(text, keeps_words=False)
        self._say(hint.error or hint.words, wrong=bool(hint.error))

    def _finish(self, text: str) -> None:
        self._intents.target_typed.put(TargetTyped(text, self.close_field, self._refuse))

    def _refuse(self, error: "JobtrackerError") -> None:
        self._say(str(error), wrong=True)

    def _say(self, words: str, *, wrong: bool) -> None:
        mark_wrong(self.editor, wrong=wrong)
        self.note.set_role("danger" if wrong else "small")
        self.note.setText(words or "Enter keeps it, Esc leaves it as it is.")
        self.editor.setAccessibleDescription(self.note.text())


class _Editor(CommitLineEdit):
    """`finished` tells a text that Enter ends, `left` that nothing is to change."""

    def __init__(self, name: str, *, placeholder: str) -> None:
        super().__init__(name, placeholder=placeholder)
        self.finished: Channel[str] = Channel()
        self.left: Channel[None] = Channel()

    def commit(self) -> None:
        """Leaving the field keeps nothing: only Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.finished.put(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.put(None)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.left.put(None)
