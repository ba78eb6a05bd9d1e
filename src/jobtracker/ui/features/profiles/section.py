"""A part of the profile: a line, a heading with a quiet word at its right, and its content."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel, line

EDGE = 4


class Section(QWidget):
    """Put one widget in; the line above is left out for the first section shown."""

    def __init__(self, title: str, content: QWidget, note: str = "") -> None:
        super().__init__()
        self.content = content
        self._line = line()
        self._note = PlainLabel(note, "cap")
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.addWidget(PlainLabel(title, "section"))
        head.addStretch(1)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.SMALL)
        column.setSpacing(Space.SMALL)
        column.addWidget(self._line)
        column.addSpacing(Space.SNUG)
        column.addLayout(head)
        column.addWidget(content)

    def say(self, note: str) -> None:
        self._note.setText(note)

    def show_line(self, *, shown: bool) -> None:
        self._line.setVisible(shown)
