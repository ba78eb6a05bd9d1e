"""What to do next and when: opened by a key, both proposed, so that Enter is enough."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.review.contract import Answer, Kind
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import ENTER
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.hints import Hint, Readers
from jobtracker.ui.widgets.key_button import KeyButton
from jobtracker.ui.widgets.labels import PlainLabel

NO_WORDS = "Type what to do next, as in: Follow up."
DAYS = "fri, +3 or 30 nov"
NO_DAY = f"Type a day: {DAYS}."
DAY_WIDTH = 190


class PlanForm(QWidget):
    """`accepted` tells the plan, `cancelled` that there is to be none now, and then
    `was_left`: what is typed stays kept.
    """

    def __init__(self, theme: Theme, readers: Readers) -> None:
        super().__init__()
        self.accepted: Channel[Answer] = Channel()
        self.cancelled: Channel[None] = Channel()
        self.was_left = False
        self._readers = readers
        self.words, self.day = QLineEdit(), QLineEdit()
        self._words = Field(theme, "Next action", self.words)
        self._day = Field(theme, "When", self.day)
        self.accept = KeyButton(theme, "Plan it", "Enter", kind="primary")
        self.cancel = KeyButton(theme, "Cancel", "Esc")
        theme.fit(self._day.setFixedWidth, DAY_WIDTH)
        self._lay_out()
        self.words.textEdited.connect(lambda _text: self._words.set_error(""))
        self.day.textChanged.connect(self._understand)
        self.accept.clicked.connect(self._accept)
        self.cancel.clicked.connect(self._leave)

    def propose(self, words: str, on: date) -> None:
        """Fill both fields."""
        self.was_left = False
        self.words.setText(words)
        self._words.set_error("")
        self.day.setText(full_day(on))

    def enter_words(self) -> None:
        """The keyboard goes to the words, ready to be typed over."""
        _take_over(self.words)

    def enter_day(self, typed: str = "") -> None:
        """The keyboard goes to the day; what was typed already stands in it."""
        if typed:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.setText(typed)
        else:
            _take_over(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A field lets Enter and Esc through once it has heard them."""
        if event.key() in ENTER:
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.was_left = True
        self.cancelled.put(None)

    def _accept(self) -> None:
        words, hint = self.words.text().strip(), self._hint()
        if not words:
            self._words.set_error(NO_WORDS)
            self.enter_words()
        elif hint.error:
            self._day.set_error(hint.error)
            _take_over(self.day)
        else:
            on = self._readers.day(self.day.text(), False)
            self.accepted.put(Answer(Kind.PLAN, words, on))

    def _hint(self) -> Hint:
        return self._readers.due(self.day.text()) if self.day.text().strip() else Hint("", NO_DAY)

    def _understand(self, _text: str) -> None:
        """What is not yet a day is not called wrong before it is done."""
        self._day.set_hint(self._hint().words or DAYS)

    def _lay_out(self) -> None:
        """The buttons stand level with the fields, whose labels are above them."""
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(self._words, 1, top)
        row.addWidget(self._day, 0, top)
        for button in (self.accept, self.cancel):
            level = QVBoxLayout()
            level.setSpacing(Space.TIGHT)
            level.addWidget(PlainLabel(" ", "caption"))
            level.addWidget(button)
            level.addStretch(1)
            row.addLayout(level)


def _take_over(field: QLineEdit) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
