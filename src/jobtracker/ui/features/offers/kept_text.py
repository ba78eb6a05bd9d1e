"""Many lines on a sheet whose draft is kept as they are typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jobtracker.ui.widgets.long_text import ENTER, ExactText


class KeptText(ExactText):
    """Esc and Ctrl+Enter are the sheet's: nothing typed here is ever put back. Undo takes the
    typing back as long as the sheet is open, wherever the keyboard was meanwhile.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and control):
            event.ignore()
        else:
            super().keyPressEvent(event)
