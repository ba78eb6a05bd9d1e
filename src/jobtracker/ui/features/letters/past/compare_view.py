"""Two wordings of a letter side by side: what went is struck out, what came is underlined."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.letters.words import counted
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Colours, Space
from jobtracker.ui.widgets.buttons import Button, IconButton, MenuButton
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from jobtracker.domain.word_diff import Change

SAME, REMOVED, ADDED = "same", "removed", "added"
NO_DIFFERENCE = "The words are the same"


class Against(NamedTuple):
    """Something to compare with: its key for the presenter, and its words in the menu."""

    key: str
    words: str


class Shown(NamedTuple):
    """A comparison: the titles of both sides, and the changes that lead from one to the other."""

    letter_id: int
    against: str
    before: str
    after: str
    changes: "Sequence[Change]"


class Side(QTextEdit):
    """One wording, to be read; `places` are where its differences stand in it: as many on both
    sides, where words only went or came an empty one.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.places: list[tuple[int, int]] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("k", "bare")
        self.document().setDocumentMargin(Space.PANE)
        self.setAccessibleName(name)

    def show_side(self, changes: "Sequence[Change]", mine: str) -> None:
        """Write what is the same and what is `mine`, the latter marked."""
        self.clear()
        self.places = []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        plain, marked = QTextCharFormat(), _mark(self._theme.colours, mine)
        for same, together in groupby(changes, key=lambda change: change.kind == SAME):
            start = cursor.position()
            for change in together:
                if change.kind in (SAME, mine):
                    cursor.insertText(change.text, plain if change.kind == SAME else marked)
            if not same:
                self.places.append((start, cursor.position()))
        cursor.endEditBlock()

    def begin(self) -> None:
        """Bring the first difference into view, unmarked: its colours are to be seen."""
        cursor = self.textCursor()
        cursor.setPosition(self.places[0][0] if self.places else 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_place(self, place: int) -> None:
        start, end = self.places[place]
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


class CompareView(QWidget):
    """`asked` tells what else to compare with, `restored` that the earlier wording is to be taken
    again, `closed` that one wants back to the letter. F8 and Shift+F8 walk the differences.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.asked: Channel[str] = Channel()
        self.closed: Channel[None] = Channel()
        self._shown: Shown | None = None
        self._at = -1
        self.setAccessibleName("Compare")
        self.heading = Heading(theme, "section", Space.PANE)
        self.count = PlainLabel("", "small")
        self.menu = Menu(self)
        self.choice = MenuButton(theme, "Compare with")
        self.choice.clicked.connect(lambda: self.menu.open_below(self.choice))
        self.previous = IconButton(theme.icon("chevron-up"), "Previous difference", "Shift+F8")
        self.next = IconButton(theme.icon("chevron-down"), "Next difference", "F8")
        self.back = Button("Back to the letter")
        self.titles = (ElidedLabel("", "strong"), ElidedLabel("", "strong"))
        self.sides = (Side(theme, "Before"), Side(theme, "Now"))
        self._listen()
        self._lay_out()
        theme.changed.subscribe(lambda _tokens: self._write(), owner=self)

    @property
    def shown(self) -> Shown | None:
        return self._shown

    def offer(self, choices: Sequence[Against]) -> None:
        """What this letter can be compared with."""
        self.menu.clear()
        for choice in choices:
            ask = self._asker(choice.key)
            self.menu.addAction(choice.words).triggered.connect(lambda _checked, run=ask: run())

    def show_comparison(self, shown: Shown) -> None:
        self._shown = shown
        self._write()

    def refuse(self, why: str) -> None:
        """What was asked for is not there; the comparison stays as it is."""
        self.heading.say("Compare", why)

    def step(self, step: int) -> None:
        """Go to the next or previous difference, round the end."""
        total = len(self.sides[0].places)
        if total:
            start = self._at if self._at >= 0 or step > 0 else 0
            self._at = (start + step) % total
            for side in self.sides:
                side.show_place(self._at)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F8:
            self.step(-1 if shift else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.put(None)
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        if self._shown is None:
            return
        self._at = -1
        for side, title, words, mine in zip(
            self.sides,
            self.titles,
            (self._shown.before, self._shown.after),
            (REMOVED, ADDED),
            strict=True,
        ):
            title.setText(words)
            side.setAccessibleName(words)
            side.show_side(self._shown.changes, mine)
            side.begin()
        self._say()

    def _say(self) -> None:
        total = len(self.sides[0].places)
        words = counted(total, "difference") if total else NO_DIFFERENCE
        self.count.setText(f"{self._at + 1} of {words}" if self._at >= 0 else words)
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)
        if self._shown is not None:
            self.heading.say("Compare", f"{self._shown.before}  →  {self._shown.after}")

    def _asker(self, key: str) -> Callable[[], None]:
        return lambda: self.asked.put(key)

    def _listen(self) -> None:
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.back.clicked.connect(lambda: self.closed.put(None))

    def _lay_out(self) -> None:
        self.heading.add(self.count, self.previous, self.next, self.choice, self.back)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        for place, (title, side) in enumerate(zip(self.titles, self.sides, strict=True)):
            if place:
                pair.addWidget(line(vertical=True))
            column = QVBoxLayout()
            column.setSpacing(0)
            title.setContentsMargins(Space.PANE, Space.MEDIUM, Space.PANE, 0)
            column.addWidget(title)
            column.addWidget(side, 1)
            pair.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(line())
        column.addLayout(pair, 1)


def _mark(colours: Colours, kind: str) -> QTextCharFormat:
    """How a difference looks: by its colour, and without colours by its line."""
    made = QTextCharFormat()
    if kind == REMOVED:
        made.setForeground(colours.danger)
        made.setBackground(colours.danger_tint)
        made.setFontStrikeOut(True)
    else:
        made.setForeground(colours.ok)
        made.setBackground(colours.ok_tint)
        made.setFontUnderline(True)
    return made
