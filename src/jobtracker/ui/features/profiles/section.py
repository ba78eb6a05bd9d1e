"""A part of the profile: a line, a heading with a quiet word at its right, and its content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line

EDGE = 4


class Section(QWidget):
    """Put one widget in; the line above is left out for the first section shown.

    `unfolded` tells that all of a long part is wanted.
    """

    def __init__(self, title: str, content: QWidget, note: str = "") -> None:
        super().__init__()
        self.content = content
        self.unfolded: Channel[None] = Channel()
        self._line = line()
        self._note = PlainLabel(note, "cap", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.all = Button("", kind="link")
        self.all.clicked.connect(lambda: self.unfolded.put(None))
        self.all.hide()
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(Space.LARGE)
        head.addWidget(PlainLabel(title, "section"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.SMALL)
        column.setSpacing(Space.SMALL)
        column.addWidget(self._line)
        column.addSpacing(Space.SNUG)
        column.addLayout(head)
        column.addWidget(content)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, note: str) -> None:
        self._note.setText(note)

    def offer_all(self, count: int) -> None:
        """Offer to show all so many lines; with 0 all are shown."""
        self.all.setText(f"Show all {count}")
        self.all.setVisible(count > 0)

    def show_line(self, *, shown: bool) -> None:
        self._line.setVisible(shown)
