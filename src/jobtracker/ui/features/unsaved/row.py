"""One text that waits: where it belongs, its first words, and what can be done with it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.unsaved.texts import KeptText
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line

MOST = 20_000
"""Characters shown of one text; copying takes it whole."""
PUT_BACK, COPY, THROW_AWAY = "Put back", "Copy", "Throw away"
SHOW_ALL, SHOW_LESS, UNDO, COPIED = "Show all", "Show less", "Undo", "Copied"
GONE = "What it was typed about was deleted since: copy it, or throw it away."


class TextRow(QWidget):
    """`put_back`, `thrown_away` and `taken_back` tell what a person chose; a text that was thrown
    away leaves a line with Undo in its place.
    """

    def __init__(self, text: KeptText, today: date) -> None:
        super().__init__()
        self.put_back: Channel[KeptText] = Channel()
        self.thrown_away: Channel[KeptText] = Channel()
        self.taken_back: Channel[KeptText] = Channel()
        self.text = text
        self.setAccessibleName(f"{text.name}. {text.about(today)}")
        self._words = PlainLabel(text.preview, "body", wrap=True, selectable=True)
        self._words.setAccessibleName(f"Text of {text.name}")
        self._back = self._button(PUT_BACK, lambda: self.put_back.put(text), "")
        self._copy = self._button(COPY, self._take_copy)
        self._all = self._button(SHOW_ALL, self._show_all)
        self._away = self._button(THROW_AWAY, self._throw_away)
        self._undo = self._button(UNDO, self._take_back)
        self._shown, self._thrown = self._what(today), self._line_of_thrown()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.SMALL, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self._shown)
        column.addWidget(self._thrown)
        column.addWidget(line())

    @property
    def first(self) -> Button:
        """What the keyboard comes to first."""
        return self._copy if self.text.is_gone else self._back

    @property
    def is_thrown_away(self) -> bool:
        return self._shown.isHidden()

    def _what(self, today: date) -> QWidget:
        text, shown = self.text, QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(PlainLabel(text.title, "strong", wrap=True))
        about = ", ".join(filter(None, (text.of, text.about(today).replace("Typed", "typed"))))
        column.addWidget(PlainLabel(f"{about[:1].upper()}{about[1:]}", "small", wrap=True))
        column.addSpacing(Space.TIGHT)
        column.addWidget(self._words)
        if text.is_gone:
            column.addWidget(PlainLabel(GONE, "small", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        for button in (self._back, self._copy, self._all):
            buttons.addWidget(button)
        for button in self._unwanted():
            button.hide()
        buttons.addStretch(1)
        buttons.addWidget(self._away)
        column.addSpacing(Space.TIGHT)
        column.addLayout(buttons)
        return shown

    def _unwanted(self) -> list[Button]:
        """What this text has no use for; only ever hidden, as to show it would make it a window."""
        is_whole = self.text.preview == self.text.text
        return [*([self._back] if self.text.is_gone else []), *([self._all] if is_whole else [])]

    def _line_of_thrown(self) -> QWidget:
        thrown = QWidget()
        row = QHBoxLayout(thrown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(f"Thrown away: {self.text.name}", "small", wrap=True), 1)
        row.addWidget(self._undo)
        thrown.hide()
        return thrown

    def _button(self, words: str, run: Callable[[], object], kind: str = "link") -> Button:
        button = Button(words, kind=kind)
        button.setAccessibleName(f"{words}: {self.text.name}")
        button.clicked.connect(lambda _checked: run())
        return button

    def _take_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text)
        self._copy.setText(COPIED)

    def _show_all(self) -> None:
        shows_less = self._all.text() == SHOW_ALL
        self._words.setText(self.text.text[:MOST] if shows_less else self.text.preview)
        self._all.setText(SHOW_LESS if shows_less else SHOW_ALL)
        self._all.setAccessibleName(f"{self._all.text()}: {self.text.name}")

    def _throw_away(self) -> None:
        self._turn(thrown=True, then=self._undo)
        self.thrown_away.put(self.text)

    def _take_back(self) -> None:
        self._turn(thrown=False, then=self._away)
        self.taken_back.put(self.text)

    def _turn(self, *, thrown: bool, then: Button) -> None:
        """The keyboard goes along before its button is gone."""
        (self._thrown if thrown else self._shown).show()
        then.setFocus(Qt.FocusReason.OtherFocusReason)
        (self._shown if thrown else self._thrown).hide()
