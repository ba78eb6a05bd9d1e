"""A one-line field of the add sheet: a posting that is pasted into it is none of its words."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from jobtracker.ui.features.adding.contract import Pasted
from jobtracker.ui.runtime.channel import Channel

MOST = 300
"""Characters of a line that may be meant for a field; a longer one is a text."""
PASTE = "edit-paste"
"""What Qt calls the action of its own menu."""


class LineEdit(QLineEdit):
    """`pasted` tells a text of several lines, or a long one; the field stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.pasted: Channel[Pasted] = Channel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == PASTE:
                action.triggered.disconnect()
                action.triggered.connect(lambda _checked: self._paste())
        menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        if self._is_posting(event.mimeData()):
            self._tell(event.mimeData())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def _paste(self) -> None:
        copied = QGuiApplication.clipboard().mimeData()
        if self._is_posting(copied):
            self._tell(copied)
        else:
            self.paste()

    def _is_posting(self, copied: QMimeData) -> bool:
        text = copied.text().strip()
        return "\n" in text or len(text) > MOST

    def _tell(self, copied: QMimeData) -> None:
        self.pasted.put(Pasted(copied.text(), copied.html()))
