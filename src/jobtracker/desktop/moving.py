"""Moving the search out of a folder where it can come to harm, while the window is open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.domain.errors import JobtrackerError, WorkspaceError
from jobtracker.system.paths import default_workspace
from jobtracker.ui.features.recovery.contract import Trouble, Way

if TYPE_CHECKING:
    from jobtracker.desktop.opening import Opening
    from jobtracker.storage.moving import Moved
    from jobtracker.ui.features.recovery.page import RecoveryPage
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.runtime.meter import Meter

CHOOSE = "Where your search shall lie from now on"
MOVING = "Copying and checking…"
TITLE = "Your search was moved"
HAPPENED = "It was copied and checked, and lies in {folder} now."
KEPT = "The former file is kept beside its backups as {former}; delete it when you like."
NAMED = "You named its file when you started Jobtracker: name the new one from now on."
CLOSE = ("Close Jobtracker", "The next start opens it in its new place.")


class Moving(QObject):
    """`ask` for a folder; `flush` has everything stored that is being typed, `page` is what comes
    over the window meanwhile.
    """

    def __init__(
        self,
        window: "MainWindow",
        opening: "Opening",
        commander: "Commander",
        flush: Callable[[], object],
        page: "Callable[[], RecoveryPage]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._commander = commander
        self._flush = flush
        self._page = page

    def ask(self) -> None:
        from jobtracker.ui.widgets import dialogs

        dialogs.open_folder(self._window, CHOOSE, Path.home(), self.move)

    def move(self, folder: Path) -> None:
        """Close the file, move it and stay closed: the next start opens it there."""
        from jobtracker.services.recovering import risk_of
        from jobtracker.storage.moving import move

        database, path = self._opening.opened().database, self._opening.path
        self._flush()
        meter = self._begin()

        def work() -> "Moved":
            risk = risk_of(folder / path.name)
            if risk:
                raise WorkspaceError(risk)
            database.suspend()
            try:
                return move(path.resolve(), folder, meter)
            except BaseException:
                database.resume()
                raise

        self._commander.read(work, self._moved, failed=partial(self._failed, meter), owner=self)

    def _begin(self) -> "Meter":
        page = self._page()
        page.show_trouble(Trouble("Moving your search", "", "", (), icon="hard-drive"))
        return page.work(MOVING)

    def _failed(self, meter: "Meter", error: JobtrackerError) -> None:
        self._page().rest()
        self._page().rise()
        if not meter.stopped:
            self._window.tell(error)

    def _moved(self, moved: "Moved") -> None:
        """Remember the place where it was the usual one; a named file is named anew."""
        usual = (default_workspace(), Path(self._window.memory.state.workspace))
        is_usual = self._opening.path in usual
        if is_usual:
            self._window.memory.remember(workspace=str(moved.path))
        self._page().show_trouble(
            Trouble(
                TITLE,
                HAPPENED.format(folder=moved.path.parent),
                KEPT.format(former=moved.former.name),
                (Way("x", *CLOSE, self._window.close),),
                lines=() if is_usual else (NAMED,),
                file=str(moved.path),
                icon="circle-check",
            )
        )
