"""A column in the middle of the page, no wider than one reads with ease."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.scroll import ScrollPane

INSET = Space.PANE
"""Between the keyboard's ring round what is read and its words, which all else stands below."""
TOAST = 60
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReadAndDo(QWidget):
    """`read` scrolls where it is too high; `do` stays below it, on the edges of its words."""

    def __init__(self, theme: Theme, read: QWidget, do: QWidget) -> None:
        super().__init__()
        self._read, self._do = read, do
        self._pane = _Pane(0)
        self._pane.column.addLayout(_in_the_middle(read, Space.PAGE))
        self._pane.column.addStretch(1)
        room = QWidget()
        theme.fit(room.setFixedHeight, TOAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pane, 1)
        column.addWidget(line())
        self._foot = _in_the_middle(do, Space.PAGE + INSET)
        column.addLayout(self._foot)
        column.addWidget(room)
        self._pane.verticalScrollBar().rangeChanged.connect(self._stand_below)

    def set_width(self, width: int) -> None:
        """The width of the words in px, where the page has so much."""
        self._read.setMaximumWidth(width + 2 * INSET)
        self._do.setMaximumWidth(width)

    def to_top(self) -> None:
        self._pane.verticalScrollBar().setValue(0)

    def _stand_below(self, _least: int, most: int) -> None:
        """A scroll bar takes its room from what is read; what stands below goes with it."""
        bar = self._pane.verticalScrollBar().sizeHint().width() if most else 0
        margins, edge = self._foot.contentsMargins(), Space.PAGE + INSET
        self._foot.setContentsMargins(edge, margins.top(), edge + bar, margins.bottom())


def _in_the_middle(widget: QWidget, edge: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(edge, Space.MEDIUM, edge, Space.MEDIUM)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


class _Pane(ScrollPane):
    """Scrolls up and down only; to the sides one steps from item to item."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
