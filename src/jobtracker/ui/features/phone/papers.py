"""What was read and sent, word for word: the posting as it was, the letter as it left."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.features.phone import words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import ExactText

if TYPE_CHECKING:
    from jobtracker.domain.phone import PhoneCard

POSTING_SHARE, LETTER_SHARE = 3, 2
LEAST = 132
"""px of a text at least, where the column scrolls."""


class Papers(QWidget):
    """Two panes that scroll by themselves; without a letter the posting has the room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.posting_head = PlainLabel("", "caption", wrap=True)
        self.posting = _Paper("Posting as it was")
        self.letter_head = PlainLabel("", "caption", wrap=True)
        self.letters = Choice[int](theme, "Which letter")
        self.letter = _Paper("Letter as it was sent")
        for paper in (self.posting, self.letter):
            theme.fit(paper.setMinimumHeight, LEAST)
        self._card: PhoneCard | None = None
        self.letters.chosen.subscribe(self._show_letter, owner=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.posting_head)
        column.addWidget(self.posting, POSTING_SHARE)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self.letter_head)
        column.addWidget(self.letters)
        column.addWidget(self.letter, LETTER_SHARE)
        column.addStretch()

    def show_card(self, card: "PhoneCard") -> None:
        self._card = card
        record, letters = card.record, card.letters
        self.posting_head.setText(words.posting_head(card))
        self.posting.setPlainText(record.posting)
        self.posting.setVisible(bool(record.posting))
        self.letter.setVisible(bool(letters))
        self.letters.setVisible(len(letters) > 1)
        if len(letters) > 1:
            names = [f"{one.name}, {full_day(one.on)}" for one in letters]
            self.letters.set_options(list(enumerate(names)))
        if letters:
            self.letters.set_value(0)
            self._show_letter(0)
        else:
            self.letter_head.setText(words.letter_head(None))

    def stops(self) -> list[QWidget]:
        return [self.posting, self.letters, self.letter]

    def _show_letter(self, place: int) -> None:
        if self._card is not None:
            letter = self._card.letters[place]
            self.letter_head.setText(words.letter_head(letter))
            self.letter.setPlainText(letter.text)


class _Paper(ExactText):
    """A text to read, not to change; Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
