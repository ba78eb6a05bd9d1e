"""The field that a line turns into: Enter keeps what was typed, Esc takes it back."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets.fields import is_for_window
from jobtracker.ui.widgets.long_text import LEAVING, ExactText

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FRAME = 18
"""The room above and below its text, in px."""


class LineEditor(ExactText):
    """Grows with its text; Shift and Enter begin a new line. `finished` carries the text that is
    to be kept, or None; it is told once.
    """

    def __init__(self, parent: QWidget, name: str, text: str) -> None:
        super().__init__(parent)
        self.finished: Channel[str | None] = Channel()
        self.grown: Channel[int] = Channel()
        self._told = False
        self._text = text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.selectAll()
        self.textChanged.connect(self._tell_height)

    def needed(self) -> int:
        """The height that shows all its lines, in px."""
        rows = max(1, round(self.document().size().height()))
        return rows * self.fontMetrics().lineSpacing() + FRAME

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif event.key() in ENTER and not shift:
            self.finish(keep=True)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def finish(self, *, keep: bool) -> None:
        """End the typing; a text that was not changed is not told as kept."""
        if self._told:
            return
        self._told = True
        text = self.toPlainText()
        self.finished.put(text if keep and text != self._text else None)

    def event(self, event: QEvent) -> bool:
        history = self.document()
        if is_for_window(event, undo=history.isUndoAvailable(), redo=history.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in LEAVING:
            self.finish(keep=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._tell_height()

    def _tell_height(self) -> None:
        self.grown.put(self.needed())
