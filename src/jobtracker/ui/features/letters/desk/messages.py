"""The place above a letter where messages stand; it takes no room while there is none."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space

COMING = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Messages(QWidget):
    """Shown as long as one of the messages in it is. `abandoned` tells that what had the focus
    went away: Qt would give it to whatever comes next in the order of Tab.
    """

    def __init__(self, *messages: QWidget) -> None:
        super().__init__()
        self.abandoned: Channel[None] = Channel()
        self._messages = messages
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, Space.MEDIUM)
        column.setSpacing(Space.SMALL)
        for message in messages:
            column.addWidget(message)
            message.installEventFilter(self)
        self._settle()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in COMING:
            self._settle()
        return False

    def _follow(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is None or old.isVisible() or not self.isAncestorOf(old):
            return
        around = self.parentWidget()
        if around is not None and around.isVisible():
            self.abandoned.put(None)

    def _settle(self) -> None:
        self.setVisible(any(not message.isHidden() for message in self._messages))
