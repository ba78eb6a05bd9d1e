"""The letters of an application, each a line that opens it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.applications import LetterLine

EMPTY = "No letters yet. Write letter starts one from a template."


class LettersTab(QWidget):
    """`chosen` tells the id of the letter to open."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: Channel[int] = Channel()
        self._shown: Sequence[LetterLine] = ()
        self.buttons: list[Button] = []
        self._empty = PlainLabel(EMPTY, "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.PANE, Space.LARGE, Space.PANE, Space.PANE)
        self._column.setSpacing(Space.TIGHT)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)

    def show_letters(self, letters: "Sequence[LetterLine]") -> None:
        """List these, the newest first."""
        if letters == self._shown:
            return
        self._shown = letters
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(one) for one in reversed(letters)]
        for place, button in enumerate(self.buttons):
            self._column.insertWidget(place, button)
        self._empty.setVisible(not letters)

    def _button(self, letter: "LetterLine") -> Button:
        sent = f", sent {full_day(letter.sent_on)}" if letter.sent_on else ""
        button = Button(f"{letter.name}{sent}", kind="link")
        button.clicked.connect(lambda: self.chosen.put(letter.id))
        return button
