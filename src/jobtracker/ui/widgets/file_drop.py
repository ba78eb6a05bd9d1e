"""Files that are dragged onto a widget."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from jobtracker.ui.runtime.channel import Channel


class FileDrop(QObject):
    """Lets a widget take files; `dropped` tells their paths."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.dropped: Channel[list[Path]] = Channel()
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        assert isinstance(event, QDropEvent)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.put(paths)
        return True
