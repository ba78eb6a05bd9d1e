"""The place above a letter where messages stand; it takes no room while there is none."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.theme.tokens import Space

COMING = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Messages(QWidget):
    """Shown as long as one of the messages in it is."""

    def __init__(self, *messages: QWidget) -> None:
        super().__init__()
        self._messages = messages
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, Space.MEDIUM)
        column.setSpacing(Space.SMALL)
        for message in messages:
            column.addWidget(message)
            message.installEventFilter(self)
        self._settle()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in COMING:
            self._settle()
        return False

    def _settle(self) -> None:
        self.setVisible(any(not message.isHidden() for message in self._messages))
