"""What an empty list says: what it is for, and the one action that fills it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel


class EmptyState(QFrame):
    """A title, one line, and one `button` where there is something to do; connect its `clicked`."""

    def __init__(self, title: str, text: str, action: str = "") -> None:
        super().__init__()
        self.setProperty("s", "empty")
        self._title = PlainLabel(title, "section", wrap=True)
        self._text = PlainLabel(text, "small", wrap=True)
        self.button = Button(action, kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.PANE, Space.PAGE, Space.PANE)
        column.setSpacing(Space.SMALL)
        centre = Qt.AlignmentFlag.AlignHCenter
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self.button, 0, centre)
        self.button.setVisible(bool(action))  # in its place by now: alone it would be a window

    def say(self, title: str, text: str, action: str = "") -> None:
        """Change the words, for instance when a filter is the reason for the emptiness."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.button.setVisible(bool(action))
