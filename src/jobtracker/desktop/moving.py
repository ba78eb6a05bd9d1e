"""Moving the search out of a folder where it can come to harm, while the window is open.

The file is closed, moved and tried at its new place on the lane; only then does this window go,
and another one opens there in the same process, with a lock and a socket of its own: nothing of
the old one is left that could name the old place.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from jobtracker.domain.errors import JobtrackerError, WorkspaceError
from jobtracker.system.paths import default_workspace
from jobtracker.ui.features.recovery.contract import Trouble

if TYPE_CHECKING:
    from jobtracker.desktop.opening import Opening
    from jobtracker.storage.moving import Moved
    from jobtracker.ui.features.recovery.page import RecoveryPage
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.runtime.meter import Meter

CHOOSE = "Where your search shall lie from now on"
MOVING = "Copying and checking…"
MOVED = "Your search was moved, and was checked"
LIES = "It lies in {folder} now. The former file is kept as {former}; delete it when you like."
NAMED = "You named its file when you started Jobtracker: name the new one from now on."
OPENED = "Your search was opened where it was moved to"
SUBJECT = "moved"


class Arrival(NamedTuple):
    """Where the search was moved to, whether the next start finds it there by itself, and whether
    it was moved just now.
    """

    moved: "Moved"
    is_found: bool
    is_new: bool = True

    def tell(self, window: "MainWindow") -> None:
        """Say in the window that opened there where all is now."""
        from jobtracker.ui.widgets.outside import show_folder

        path, former = self.moved
        said = LIES.format(folder=path.parent, former=former.name)
        window.notices.about(SUBJECT).say(
            "ok",
            MOVED if self.is_new else OPENED,
            said if self.is_found else f"{said} {NAMED}",
            "Show the former file",
            lambda: show_folder(former.parent),
            dismissible=True,
        )


class Moving(QObject):
    """`ask` for a folder; `flush` has everything stored that is being typed, `page` is what comes
    over the window meanwhile. `arrival` stands once the window has closed to open elsewhere.
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
        self.arrival: Arrival | None = None

    def ask(self) -> None:
        from jobtracker.ui.widgets import dialogs

        dialogs.open_folder(self._window, CHOOSE, Path.home(), self.move)

    def move(self, folder: Path) -> None:
        """Close the file, move it, and have the window open there; whatever fails before leaves
        the file where it is, open again.
        """
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
        self.arrival = Arrival(moved, is_usual)
        self._window.close()
