"""Rows of a settings section: what it is at the left, the control at the right, a line below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line, plain_tip
from jobtracker.ui.widgets.scroll import ScrollPane

WIDEST = 740
ABOVE = 14


class SettingRow(QWidget):
    """`note` says in one line what it does; an error takes its place until it is put right.

    Both describe `control` to those who hear it, or what `described` names inside it. A `path`
    is shown in one line, however long.
    """

    def __init__(
        self,
        title: str,
        note: str,
        control: QWidget | None = None,
        *,
        described: QWidget | None = None,
        path: bool = False,
    ) -> None:
        super().__init__()
        self._text = note
        self._described = described or control
        self._note = ElidedLabel(note, "small") if path else PlainLabel(note, "small", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addStretch(1)
        words.addWidget(PlainLabel(title, "strong", wrap=True))
        words.addWidget(self._note)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.PAGE)
        row.addLayout(words, 1)
        if control is not None:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ABOVE, 0, 0)
        column.setSpacing(ABOVE)
        column.addLayout(row)
        column.addWidget(line())
        self._show(note, "small")

    def say(self, note: str) -> None:
        """Another note; it also takes an error away."""
        self._text = note
        self._show(note, "small")

    def set_error(self, error: str) -> None:
        """Say what is wrong in the note's place; without any the note stands there again."""
        self._show(error or self._text, "danger" if error else "small")

    def _show(self, words: str, role: str) -> None:
        self._note.setText(words)
        self._note.setToolTip(plain_tip(words) if isinstance(self._note, ElidedLabel) else "")
        self._note.set_role(role)
        if self._described is not None:
            self._described.setAccessibleDescription(words)


class SectionPane(ScrollPane):
    """A heading over the rows of one section, no wider than one reads with ease.

    `opened` tells each time that the section is looked at.
    """

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(margin=Space.PAGE)
        self.opened: Channel[None] = Channel()
        self.setAccessibleName(title)
        heading = PlainLabel(title, "section")
        heading.setContentsMargins(0, 0, 0, Space.MEDIUM)
        self.column.setContentsMargins(Space.PAGE, Space.PANE, Space.PAGE, Space.PAGE)
        self.column.setSpacing(0)
        self.column.addWidget(heading)
        self.column.addStretch(1)
        theme.fit(self.inside.setMaximumWidth, WIDEST + 2 * Space.PAGE)

    def add(self, widget: QWidget) -> None:
        """Add a row below the others."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def add_heading(self, words: str) -> None:
        heading = PlainLabel(words, "section")
        heading.setContentsMargins(0, Space.PAGE, 0, Space.TIGHT)
        self.add(heading)


def telling(words: str, wanted: Channel[None], kind: str = "") -> Button:
    """A button whose click is told on a channel."""
    made = Button(words, kind=kind)
    made.clicked.connect(lambda: wanted.put(None))
    return made


def side_by_side(*widgets: QWidget) -> QWidget:
    """Several controls as the one of a row."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SMALL)
    for one in widgets:
        row.addWidget(one)
    return held
