"""One quiet line of help at the foot of a page, until it is dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel, line


class HintLine(QWidget):
    """`dismissed` tells that a person has read it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.dismissed: Channel[None] = Channel()
        self.setAccessibleName(words)
        self.close_button = IconButton(theme.icon("x"), "Dismiss hint")
        self.close_button.clicked.connect(lambda: self.dismissed.put(None))
        row = QHBoxLayout()
        row.setContentsMargins(Space.PAGE, Space.TIGHT, Space.PANE, Space.TIGHT)
        row.setSpacing(Space.SMALL)
        row.addWidget(PlainLabel(words, "small", wrap=True), 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(row)
