"""Somebody calls: two letters of the company, and one card says all that is known."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.phone import words
from jobtracker.ui.features.phone.card import Card
from jobtracker.ui.features.phone.contract import Answer, Note
from jobtracker.ui.features.phone.matches import ROW_HEIGHT, Matches
from jobtracker.ui.features.phone.papers import Papers
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.floating import Floating
from jobtracker.ui.widgets.labels import PlainLabel, line

if TYPE_CHECKING:
    from jobtracker.domain.phone import Caller, PhoneCard

NAME = "Find a caller"
WIDTH, HEIGHT, EDGE = 1400, 780, 16
NARROW = 820
"""px at 100 % below which what was sent stands below the card, and the matches above it."""
MATCHES, PAPERS = 0.165, 0.32
"""Shares of the width."""
MATCHES_LEAST = 224
MATCHES_ABOVE = 1.5
"""Rows of matches that show above the card: that one is cut says there are more."""
TOLD = 340
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Phone(Floating):
    """`typed` asks who it may be and `show_answer` tells; `picked` asks for another card and
    `show_card` shows it. `opened` tells the application to go to, `added` the company to add one
    at, `noted` what to log, `noting` what is being typed for that.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, NAME, "phone-call")
        self.typed: Channel[str] = Channel()
        self.picked: Channel[int] = Channel()
        self.opened: Channel[int] = Channel()
        self.added: Channel[str] = Channel()
        self.noted: Channel[Note] = Channel()
        self.noting: Channel[Note] = Channel()
        self.shown: PhoneCard | None = None
        self.today = date.min
        self._answered: str | None = None
        self._hurried = False
        self.field = _Field(self)
        self.matches = Matches(theme)
        self.card = Card(theme)
        self.papers = Papers(theme)
        self.nobody = PlainLabel("", "section", wrap=True)
        self.add = Button("Add application", kind="primary")
        self.note = _Note(self)
        self.told = PlainLabel("", "ok")
        self.open_button = Button("Open application")
        self._lay_out()
        self._connect()
        self._recolour(theme.tokens)

    def open(self) -> None:
        """Show over the window, ready for the letters of a company."""
        if self.isVisible() and self.has_keyboard():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
            return
        self.hide()  # where something opened above it
        self.tell("")
        self._answered = None
        self._hurried = False
        if self.field.text():
            self.field.clear()
        else:
            self.typed.put("")
        self.float_over(self.field)

    def show_answer(self, answer: Answer) -> None:
        """Show who it may be, unless something else stands in the field by now."""
        if answer.typed != self.field.text():
            return
        self._answered = answer.typed
        self.shown = None
        self.matches.show_callers(answer.callers)
        found = bool(answer.callers) and answer.card is not None
        self._found.setVisible(found)
        self._nobody.setVisible(not found)
        self.note.setEnabled(found)
        self.open_button.setEnabled(found)
        self._say_nobody(answer.typed.strip())
        if answer.card is not None:
            self.show_card(answer.card)
        else:
            self.announce(self.nobody.text())
        if self._hurried:
            self._hurried = False
            self.enter()

    def show_card(self, card: "PhoneCard") -> None:
        """Show all about the active match."""
        caller = self.matches.active
        if caller is None or caller.application_id != card.record.id:
            return
        self.shown = card
        self.card.show_card(card, self.today)
        self.papers.show_card(card)

    def show_note(self, text: str) -> None:
        """Put back what was being typed about the application that is shown."""
        if text != self.note.text():
            self.note.setText(text)

    def tell(self, words_: str, role: str = "ok") -> None:
        """Say below the note what became of it."""
        self.told.set_role(role)
        self.told.setWordWrap(role != "ok")
        self.told.setMinimumWidth(self._theme.px(TOLD) if role != "ok" else 0)
        self.told.setText(words_)
        self.told.setVisible(bool(words_))
        if words_:
            self.announce(words_)

    def enter(self) -> None:
        """Open what is shown, or add what is not there; as soon as the answer has come."""
        if self._answered != self.field.text():
            self._hurried = True
        elif self.shown is not None:
            self._open()
        elif self.field.text().strip():
            self._add()

    def stops(self) -> list[QWidget]:
        known = [self.field, self.card, *self.papers.stops()]
        known += [self.add, self.note, self.open_button]
        return [one for one in known if one.isVisible() and one.isEnabled()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and control:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        super().keyPressEvent(event)

    def place(self) -> None:
        """As large as the window has room for: the more can be seen without a hand."""
        px = self._theme.px
        width = min(px(WIDTH), self.width() - 2 * EDGE)
        height = min(px(HEIGHT), self.height() - 2 * EDGE)
        self.panel.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )
        self._arrange(width, narrow=width < px(NARROW))

    def _arrange(self, width: int, *, narrow: bool) -> None:
        """Side by side, or one below the other where there is no room for that."""
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        above = self._theme.px(ROW_HEIGHT * MATCHES_ABOVE)
        self.matches.setMaximumHeight(above if narrow else 1 << 14)
        matches = max(round(width * MATCHES), self._theme.px(MATCHES_LEAST))
        for part, wide in ((self.matches, matches), (self.papers, round(width * PAPERS))):
            part.setMinimumWidth(0 if narrow else wide)
            part.setMaximumWidth(width if narrow else wide)
        goal = self.card.below if narrow else self._body
        if goal.indexOf(self.papers) < 0:
            goal.addWidget(self.papers)
        self._rule.setMaximumSize(*((1 << 14, 1) if narrow else (1, 1 << 14)))

    def _open(self) -> None:
        caller = self.matches.active
        if caller is not None and self._makes_way():
            self.opened.put(caller.application_id)

    def _add(self) -> None:
        if self._makes_way():
            self.added.put(self.field.text().strip())

    def _makes_way(self) -> bool:
        """Close for what comes next, unless that would come below a sheet: then it is said."""
        below = self.below()
        if below is not None and not isinstance(below, Floating):
            self.tell(words.waiting(below.accessibleName()), "danger")
            return False
        self.close()
        if below is not None:
            below.close()
        return True

    def _log(self) -> None:
        if self.shown is not None and self.note.text().strip():
            self.noted.put(Note(self.shown.record.id, self.note.text()))

    def _pick(self, caller: "Caller") -> None:
        """The active row changed: it is said, and its card is asked for unless it comes along."""
        rows = self.matches.rows.rows
        self.announce(words.spoken(caller, rows.index(caller) + 1, len(rows)))
        self.tell("")
        self.picked.put(caller.application_id)

    def _say_nobody(self, typed: str) -> None:
        self.nobody.setText(words.nobody(typed))
        self.add.setText(words.add_at(typed))
        self.add.setVisible(bool(typed))

    def _connect(self) -> None:
        self.field.textChanged.connect(self.typed.put)
        self.matches.current.subscribe(self._pick, owner=self)
        self.add.clicked.connect(self._add)
        self.open_button.clicked.connect(self._open)
        self.note.textEdited.connect(self._note_edited)
        self.note.entered.subscribe(lambda _none: self._log(), owner=self)

    def _note_edited(self, text: str) -> None:
        self.tell("")
        if self.shown is not None:
            self.noting.put(Note(self.shown.record.id, text))

    def _lay_out(self) -> None:
        self._fill_head(self.field)
        self._rule = line(vertical=True)
        self._found = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._found)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.matches)
        self._body.addWidget(self._rule)
        self._body.addWidget(self.card, 1)
        self._body.addWidget(self.papers)
        self._nobody = QWidget()
        empty = QVBoxLayout(self._nobody)
        empty.setSpacing(Space.MEDIUM)
        empty.addStretch(1)
        for part in (self.nobody, self.add):
            empty.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(2)
        for whole in (self._found, self._nobody):
            whole.hide()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line())
        column.addWidget(self._found, 1)
        column.addWidget(self._nobody, 1)
        column.addWidget(line())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.PANE, Space.SMALL, Space.PANE, Space.SMALL)
        foot.setSpacing(Space.SMALL)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.told)
        foot.addWidget(self.open_button)
        return foot


class _Field(QLineEdit):
    """Arrows choose a match, Enter opens it, Ctrl+Enter goes to the note."""

    def __init__(self, phone: Phone) -> None:
        super().__init__()
        self._phone = phone
        self.setProperty("k", "search")
        self.setFrame(False)
        self.setAccessibleName("Company")
        self.setAccessibleDescription(
            "Type the first letters of a company, a contact or a role. Arrows choose, "
            "Enter opens the application, Control Enter goes to the note."
        )
        self.setPlaceholderText("Company: who is calling?")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._phone.matches.step(STEPS[key])
        elif key in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._phone.enter()
        else:
            super().keyPressEvent(event)


class _Note(QLineEdit):
    """What is said in the call; `entered` tells that it is to be logged."""

    def __init__(self, phone: Phone) -> None:
        super().__init__()
        self._phone = phone
        self.entered: Channel[None] = Channel()
        self.setAccessibleName("Note what is said")
        self.setPlaceholderText("Note what is said; Enter logs it as a call of today")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ENTER:
            self.entered.put(None)
        else:
            super().keyPressEvent(event)
