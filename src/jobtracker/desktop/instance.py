"""This window among other starts of the program, and the files that those hand over, or that are
dropped on it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.desktop.pages import SALARY, Pages
from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.domain.opened_files import OpenedFile
from jobtracker.domain.text import quoted
from jobtracker.system.instance import Start
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.keys import CURTAINED
from jobtracker.ui.runtime.single_instance import SingleInstance
from jobtracker.ui.widgets.file_drop import FileDrop

if TYPE_CHECKING:
    from collections.abc import Callable

UNANSWERED = JobtrackerError(
    "Another window has this workspace open and does not answer. What it saved is safe, and both "
    "may write. End the other window before you type in both."
)
TOLD = {
    OpenedFile.WORKSPACE: "is another workspace. It opens in a window of its own: "
    "start Jobtracker with it.",
    OpenedFile.DOCUMENT: "was not opened. To keep it with an application, "
    "drop it on that application.",
    OpenedFile.UNKNOWN: "is no kind of file that Jobtracker reads; nothing was changed. "
    "Postings are html, txt, json or eml, tables of pay csv or xlsx, archives zip or json.",
}
"""What no page takes."""


class OneWindow(QObject):
    """`listen` once the window stands, `attach` once the workspace does."""

    def __init__(
        self,
        start: Start,
        window: MainWindow,
        commander: Commander,
        pages: Pages,
        navigator: Navigator,
    ) -> None:
        super().__init__(window)
        self._start = start
        self._window = window
        self._commander = commander
        self._pages = pages
        self._navigator = navigator
        self._single = SingleInstance(start.workspace, self)
        self._single.knocked.subscribe(self._knocked, owner=self)
        self._wanted: Path | None = start.file
        self._stands = False

    def is_second(self) -> bool:
        """Whether another window took over, so that this one may go."""
        return self._single.is_second(self._start.file)

    def listen(self) -> None:
        self._single.listen()

    def attach(self) -> None:
        """Open the file that came first, take those that are dropped on the window, and say what
        stands in the way of one window.
        """
        self._stands = True
        if self._start.claim.silent:
            self._commander.problems.put(UNANSWERED)
        FileDrop(self._window).dropped.subscribe(lambda paths: self.open(paths[0]), owner=self)
        self._commander.changed.subscribe(lambda _changes: self._open_wanted(), owner=self)
        self._open_wanted()

    def close(self) -> None:
        """Let the next start be the first."""
        self._single.close()
        self._start.claim.release()

    def open(self, path: Path) -> None:
        """Show over its page what a file would bring, or say where it belongs. Behind the lock it
        waits for who unlocks it, and before the workspace stands for that.
        """
        self._wanted = path
        self._open_wanted()

    def _open_wanted(self) -> None:
        """Look into it beside the database: it may be large, and lie on a slow drive."""
        path = self._wanted
        if path is None or not self._stands or self._window.property(CURTAINED):
            return
        self._wanted = None
        self._pages.beside.read(
            lambda: _what_is(path), lambda kind: self._hand_on(path, kind), owner=self
        )

    def _hand_on(self, path: Path, kind: OpenedFile) -> None:
        """Each page shows first what the file would bring."""
        pages = self._pages
        takes: dict[OpenedFile, Callable[[Path], object]] = {
            OpenedFile.POSTING: pages.capturing.drop,
            OpenedFile.TABLE: self._read_table,
            OpenedFile.ARCHIVE: pages.settings.offer_archive,
            OpenedFile.ROLES: pages.roles.offer,
            OpenedFile.RESUME: pages.roles.offer_resume,
        }
        if kind in takes:
            takes[kind](path)
        else:
            self._commander.problems.put(UnreadableFileError(f"{quoted(path.name)} {TOLD[kind]}"))

    def _read_table(self, path: Path) -> None:
        """Over its own page, which is made when it is first visited."""
        self._navigator.go(SALARY)
        if self._pages.salary is not None:
            self._pages.salary.importing.read(path)

    def _knocked(self, file: Path | None) -> None:
        self._window.raise_up()
        if file is not None:
            self.open(file)


def _what_is(path: Path) -> OpenedFile:
    from jobtracker.exchange.opened_files import what_is

    return what_is(path)
