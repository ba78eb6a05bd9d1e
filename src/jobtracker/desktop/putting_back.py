"""From a text that was kept to where it was typed: its page, its sheet, its field."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.features.unsaved.texts import KeptText
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.long_text import LongField

ROUNDS = 4
"""A page asks for its record, and what that tells may ask again; then all of it stands."""
NAP_MS, NAPS = 50, 40
"""A page that is shown for the first time is made in small turns, for two seconds at most."""


class PuttingBack(QObject):
    """`go` leads there; the text itself is put into its field by whoever keeps that field.
    `reopen` opens a sheet by its place, and answers False where it knows none.
    """

    def __init__(
        self,
        window: MainWindow,
        commander: Commander,
        navigator: Navigator,
        reopen: Callable[[str], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._commander = commander
        self._navigator = navigator
        self._reopen = reopen

    def go(self, text: KeptText) -> None:
        """Show the record, open the sheet, and give the keyboard to the field."""
        self._navigator.go(text.page, text.item)
        self._after(ROUNDS, lambda: self._open(text))

    def _open(self, text: KeptText) -> None:
        if self._reopen(text.place):
            return
        if text.command:
            command = self._window.actions_book[text.command]
            if command.isEnabled():
                command.trigger()
                return
        page = self._window.page
        if isinstance(page, ApplicationsPage):
            page.enter_pane()
        self._look_for(text, NAPS)

    def _look_for(self, text: KeptText, naps: int) -> None:
        if self._focus(text):
            return
        if naps:
            QTimer.singleShot(NAP_MS, self, lambda: self._look_for(text, naps - 1))
        else:
            self._commander.toasts.put(f"Your text is kept until you open “{text.title}” again")

    def _focus(self, text: KeptText) -> bool:
        """Whether there is a field on the screen that holds the text, still unsaved."""
        fields: list[CommitLineEdit | LongField] = [*self._window.findChildren(CommitLineEdit)]
        fields += self._window.findChildren(LongField)
        for field in fields:
            if field.isVisible() and field.is_unsaved and field.value() == text.text:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _after(self, rounds: int, then: Callable[[], object]) -> None:
        """Once the lane has answered so often, and what followed each time."""
        if not rounds:
            then()
            return
        self._commander.read(lambda: None, lambda _none: self._after(rounds - 1, then), owner=self)
