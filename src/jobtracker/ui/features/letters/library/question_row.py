"""One question about a placeholder of a foreign template, and its answer."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.domain.letter_samples import Question
from jobtracker.domain.letters import KNOWN_FIELDS, FieldName, label_of
from jobtracker.domain.text import shortened
from jobtracker.ui.features.letters.writing.offers import name_from
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Field

LEAVE, OWN = "", "="
"""Answers that are no field: the words stay as they are, or a field of the person's own."""
LONGEST = 40
BLANK = "Number or word to type"
"""What "X" in a template is: not a field that a person would know by a name."""


class QuestionRow(QWidget):
    """`entered` tells its place when a person comes to it."""

    def __init__(self, theme: Theme, question: Question, place: int) -> None:
        super().__init__()
        self.entered: Channel[int] = Channel()
        self.place = place
        self.choice: Choice[str] = Choice(theme, "Meaning")
        self.choice.set_options(_options(question.guess))
        self.choice.set_value(question.guess or LEAVE)
        self.own = CommitLineEdit("Name of your own field", placeholder="Name of the field")
        written = f"“{shortened(question.written, LONGEST)}”: what is it?"
        self._asked = Field(theme, written.replace("&", "&&"), self.choice, question.why)
        self._named = Field(theme, "Your own field", self.own)
        self._named.hide()
        self.choice.chosen.subscribe(self._chose, owner=self)
        for input_ in (self.choice, self.own):
            input_.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(self._asked)
        column.addWidget(self._named)

    def answer(self) -> FieldName | None:
        """The field it is, None where the words stay."""
        chosen = self.choice.value()
        if chosen == OWN:
            return name_from(self.own.value()) or None
        return chosen or None

    def check(self) -> bool:
        """Whether it can be stored; a field without a name is pointed out."""
        nameless = self.choice.value() == OWN and not name_from(self.own.value())
        self._named.set_error("Name the field, beginning with a letter." if nameless else "")
        if nameless:
            self.own.setFocus()
        return not nameless

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.put(self.place)
        return False

    def _chose(self, answer: str) -> None:
        self._named.setVisible(answer == OWN)
        if answer == OWN:
            self.own.setFocus()


def _options(guess: FieldName | None) -> list[tuple[str, str]]:
    """The guess first, then the words as they are, then every field by its label."""
    fields = sorted(KNOWN_FIELDS, key=label_of)
    first = [guess] if guess else []
    named = [(name, label_of(name)) for name in fields if name != guess]
    guessed = [(name, BLANK if name.startswith("blank") else label_of(name)) for name in first]
    return [*guessed, (LEAVE, "Leave it as text"), (OWN, "A field of my own…"), *named]
