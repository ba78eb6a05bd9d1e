"""The middle of the phone card: what was agreed, said and sent, a section each."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.phone import words
from jobtracker.ui.features.phone.words import Line
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from jobtracker.domain.phone import PhoneCard

HEADS = 92
"""px of the column with the headings of sections."""
STEPS = {
    Qt.Key.Key_Up: -40,
    Qt.Key.Key_Down: 40,
    Qt.Key.Key_PageUp: -300,
    Qt.Key.Key_PageDown: 300,
}
"""px that a key scrolls by."""


class Card(QWidget):
    """Shows one application. It takes the keyboard to be read and scrolled; its name is all that
    stands on it. `below` is room for what has no place beside it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.company = PlainLabel("", "title", wrap=True)
        self.role = PlainLabel("", "section", wrap=True)
        self.standing = PlainLabel("", "reading", wrap=True)
        self._glyph = _Glyph(theme)
        self.step = Section(theme, "Next step")
        self.interview = Section(theme, "Interview")
        self.pay = PaySection(theme)
        self.last = Section(theme, "Last contact")
        self.contacts = Section(theme, "Contacts")
        self.sent = Section(theme, "I sent")
        self.notes = Section(theme, "My notes")
        self.below = QVBoxLayout()
        self._pane = ScrollPane(0)
        self._lay_out()

    def show_card(self, card: "PhoneCard", today: date) -> None:
        record = card.record
        self.company.setText(record.company)
        self.role.setText(words.role_line(card))
        self.standing.setText(words.standing_line(card, today))
        self._glyph.show_key((record.outcome or record.stage).value)
        self.step.show_lines(words.step_lines(card, today))
        self.interview.show_lines(words.interview_lines(card, today))
        self.pay.show_pay(words.figures(card, today), words.said_lines(card, today))
        self.last.show_lines(words.last_lines(card, today))
        self.contacts.show_lines(words.contact_lines(card))
        self.sent.show_lines(words.sent_lines(card, today))
        self.notes.show_lines(words.note_lines(card))
        self.setAccessibleName(words.whole(card, today))
        self._pane.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        bar = self._pane.verticalScrollBar()
        bar.setValue(bar.value() + self._theme.px(by))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The keyboard's ring, round all of it."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colours.focus, self._theme.ring))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)
            painter.end()

    def _lay_out(self) -> None:
        now = QHBoxLayout()
        now.setSpacing(Space.SNUG)
        now.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        now.addWidget(self.standing, 1)
        column = self._pane.column
        column.setContentsMargins(Space.PANE, Space.MEDIUM, Space.PANE, Space.MEDIUM)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.company)
        column.addWidget(self.role)
        column.addLayout(now)
        for part in (self.step, self.interview, self.pay, self.last, self.contacts, self.sent):
            column.addSpacing(Space.TIGHT)
            column.addWidget(part)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self.notes)
        column.addLayout(self.below)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(Size.EDGE, Size.EDGE, Size.EDGE, Size.EDGE)
        around.addWidget(self._pane)


class Lines(QWidget):
    """Some lines of text one below the other; the labels are kept and filled anew."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HAIR)

    def show_lines(self, lines: Sequence[Line]) -> None:
        while len(self._labels) < len(lines):
            label = PlainLabel(wrap=True, selectable=True)
            self._labels.append(label)
            self._column.addWidget(label)
        for place, label in enumerate(self._labels):
            label.setVisible(place < len(lines))
            if place < len(lines):
                label.set_role(lines[place].role)
                label.setText(lines[place].text)


class Section(QWidget):
    """A small heading at the left, its lines at the right; nothing at all without lines."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._head = _head(theme, name)
        self.lines = Lines()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.lines, 1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.lines.show_lines(lines)
        self.setVisible(bool(lines))


class PaySection(QFrame):
    """What the eye falls on: every figure that was named, then what was said about them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("s", "card")
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.MEDIUM)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(1, 1)
        self.said = Lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        column.setSpacing(Space.SNUG)
        column.addWidget(PlainLabel("Pay", "caption"))
        column.addLayout(self._grid)
        column.addWidget(self.said)

    def show_pay(self, figures: Sequence[tuple[str, str]], said: Sequence[Line]) -> None:
        while len(self._rows) < len(figures):
            pair = _head(self._theme, ""), PlainLabel("", "title", wrap=True, selectable=True)
            for place, label in enumerate(pair):
                self._grid.addWidget(label, len(self._rows), place)
            self._rows.append(pair)
        for place, pair in enumerate(self._rows):
            for part, label in enumerate(pair):
                label.setVisible(place < len(figures))
                if place < len(figures):
                    label.setText(figures[place][part])
        self.said.show_lines(said)
        self.said.setVisible(bool(said))


class _Glyph(QWidget):
    """The glyph of a stage or outcome."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._key = ""
        theme.fit(self.setFixedWidth, Size.ICON)
        theme.fit(self.setFixedHeight, Size.ICON)

    def show_key(self, key: str) -> None:
        self._key = key
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._key:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._theme.glyph(painter, QRectF(self.rect()), self._key)
            painter.end()


def _head(theme: Theme, name: str) -> PlainLabel:
    label = PlainLabel(name, "caption", wrap=True)
    theme.fit(label.setFixedWidth, HEADS)
    return label
