"""The look at the file that nobody waits for: its pages soon after the start, all of it where that
is due.

On a thread of its own, beside the lane, on a connection of its own; it gives way to whoever closes
the file (`storage/looking.py`). Only a write waits for the pages, and only where it comes first.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from jobtracker.domain.errors import (
    JobtrackerError,
    StoppedError,
    WorkspaceDamagedError,
    WorkspaceLockedError,
)
from jobtracker.ui.runtime.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.desktop.opening import Opening
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander

NAME = "check of the file"
SOON_MS = 3000
"""The whole file is read from the disk: not while the window fills."""
MOST_NAMED = 3
DISAGREES = "The check found something that does not agree"
SOUND = "Checked after the last end: all sound"


class Checking(QObject):
    """Once a start; what was stopped begins again when the file is back. Damage goes to whoever
    follows `opening.refused`.
    """

    def __init__(self, window: "MainWindow", opening: "Opening", commander: "Commander") -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._commander = commander
        self._aside = Aside()
        self._is_done = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)
        opening.stands.subscribe(lambda _workspace: self._wait(), owner=self)
        opening.rewritten.subscribe(lambda _none: self._wait(), owner=self)

    def close(self) -> None:
        """Begin nothing any more, and tell nobody; what is under way ends with the file."""
        self._soon.stop()
        self._aside.close()

    def _wait(self) -> None:
        if not self._is_done:
            self._soon.start()

    def _begin(self) -> None:
        workspace = self._opening.opened()

        def pages() -> bool:
            from jobtracker.services.recovering import needs_full_check

            workspace.database.check_pages()
            return needs_full_check(workspace)

        self._is_done = True
        self._aside.run(pages, self._go_on, self._failed, owner=self, name=NAME)

    def _go_on(self, needed: bool) -> None:
        from jobtracker.services.recovering import full_check, owe_check

        if needed:
            workspace = self._opening.opened()
            self._note(lambda: owe_check(workspace))
            self._aside.run(
                lambda: full_check(workspace), self._say, self._failed, owner=self, name=NAME
            )

    def _say(self, problems: tuple[str, ...]) -> None:
        from jobtracker.services.recovering import keep_day

        workspace = self._opening.opened()
        if problems:
            said = " ".join(problems[:MOST_NAMED])
            self._window.banner.say("warn", DISAGREES, said, dismissible=True)
            return
        if workspace.database.ended_uncleanly and not self._window.toast.text:
            self._window.toast.say(SOUND)  # never in the place of one that offers Undo
        self._note(lambda: keep_day(workspace))

    def _note(self, work: "Callable[[], object]") -> None:
        """Where that fails, the next start only checks once more."""
        self._commander.read(work, lambda _none: None, failed=lambda _error: None, owner=self)

    def _failed(self, error: JobtrackerError) -> None:
        if isinstance(error, (StoppedError, WorkspaceLockedError)):
            self._is_done = False
        elif isinstance(error, WorkspaceDamagedError):
            self._opening.refused.put(error)
        else:
            self._commander.problems.put(error)
