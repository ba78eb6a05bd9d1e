"""What lies over the whole window: it dims it, takes its keys and gives the focus back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Cover(QWidget):
    """The base of sheets and the palette. It is never modal to Qt and runs no loop of its own:
    the window goes on beneath, only out of reach.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.covered = window
        self._before: QWidget | None = None

    def place(self) -> None:
        """Put the panel where it belongs, for the present size."""
        raise NotImplementedError

    def cover(self) -> None:
        """Come over the window; what has the focus now gets it back."""
        self._before = QApplication.focusWidget()
        self.covered.installEventFilter(self)
        self.setGeometry(self.covered.rect())
        self.place()

    def uncover(self) -> None:
        """Go away and give the focus back."""
        self.covered.removeEventFilter(self)
        before = self._before if self._before is not None else self.covered
        if isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.covered.rect())
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        """Take the window's own keys: nothing happens behind."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if any(keys in action.shortcuts() for action in self.covered.actions()):
                event.accept()
                return True
        return super().event(event)
