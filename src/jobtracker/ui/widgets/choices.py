"""The list that hangs under a field and offers what may be chosen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QListView

from jobtracker.ui.runtime.keys import EVERYWHERE, heard_by


class ChoicesList(QListView):
    """The popup of a completer. Every key is the field's while it is open, no letter a command,
    but for what can be done everywhere.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("k", "choices")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            field = self.focusProxy()
            action = heard_by(event, field.window().actions() if field is not None else ())
            event.setAccepted(action is None or not action.property(EVERYWHERE))
            return True
        return super().event(event)
