"""One small question in the window: the amount of an offer, the reason of an ending, a day.

`then` is called with what was typed once it is accepted; Esc and the cross ask nothing more and
call nobody. Table, board and pane ask alike through the functions below.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.long_text import ENTER, ExactText
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (440, 224)
SIZE_LONG = (560, 320)


class Question(NamedTuple):
    """A question with one field. `button` says the result, `skip` what an empty answer does
    ("" where an answer is needed). `reader` says what it understands of the text.
    """

    title: str
    label: str
    button: str
    skip: str = ""
    example: str = ""
    text: str = ""
    reader: Callable[[str], Hint] | None = None
    long: bool = False


class Asking(Sheet):
    """Enter accepts what the reader accepts; in a long text Ctrl+Enter does."""

    def __init__(
        self, theme: Theme, opener: QWidget, question: Question, then: Callable[[str], object]
    ) -> None:
        super().__init__(theme, opener, question.title, SIZE_LONG if question.long else SIZE)
        self._question = question
        self._then = then
        self.editor: QLineEdit | ExactText = ExactText() if question.long else QLineEdit()
        self.editor.setPlaceholderText(question.example)
        self.field = Field(theme, question.label, self.editor)
        self.body.addWidget(self.field)
        if not question.long:
            self.body.addStretch(1)
        self._add_buttons()
        self._show_text()
        self.editor.textChanged.connect(self._understand)

    def text(self) -> str:
        editor = self.editor
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field is the answer, also an empty one that skips."""
        if event.key() in ENTER and self.focusWidget() is self.editor and not self._question.long:
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        """Answer with what is typed, or say under the field why that cannot be."""
        text = self.text()
        hint = self._read(text)
        needed = not text.strip() and not self._question.skip
        if hint.error or needed:
            self.field.set_error(hint.error or f"{self._question.label} is empty. Type it.")
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close()
        self._then(text)

    def _skip(self) -> None:
        self.close()
        self._then("")

    def _read(self, text: str) -> Hint:
        reader = self._question.reader
        return reader(text) if reader is not None and text.strip() else Hint("")

    def _understand(self) -> None:
        self.field.set_hint(self._read(self.text()).words)

    def _show_text(self) -> None:
        editor, text = self.editor, self._question.text
        if isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()
        else:
            editor.setPlainText(text)
            editor.setTabChangesFocus(True)

    def _add_buttons(self) -> None:
        self.footer.addStretch(1)
        if self._question.skip:
            skip = Button(self._question.skip, kind="ghost")
            skip.clicked.connect(self._skip)
            self.footer.addWidget(skip)
        self.default = Button(self._question.button, kind="primary")
        self.default.clicked.connect(self.accept)
        self.footer.addWidget(self.default)


def ask(theme: Theme, opener: QWidget, question: Question, then: Callable[[str], object]) -> Asking:
    """Ask over the window of `opener`; the keyboard goes back to where it was afterwards."""
    sheet = Asking(theme, opener, question, then)
    sheet.open(sheet.editor)
    return sheet


def ask_amount(
    theme: Theme, opener: QWidget, then: Callable[[str], object], *, company: str = ""
) -> Asking:
    """Ask what an offer names ("128000", "65/h"); `then("")` where it is skipped."""
    from jobtracker.ui.widgets.typed import offer_hint

    title = f"Offer from {company}" if company else "Offer"
    question = Question(
        title, "Amount offered", "Move to Offer", "Skip", "128000, 65/h", reader=offer_hint
    )
    return ask(theme, opener, question, then)


def ask_reason(
    theme: Theme, opener: QWidget, ending: str, then: Callable[[str], object], *, count: int = 1
) -> Asking:
    """Ask why so many ended; `ending` as in "Rejected". `then("")` where it is skipped."""
    what = "application" if count == 1 else f"{count:,} applications"
    title = f"Close: {ending}" if count == 1 else f"Close {what}: {ending}"
    question = Question(title, "Reason (may be skipped)", f"Close {what}", "Skip")
    return ask(theme, opener, question, then)
