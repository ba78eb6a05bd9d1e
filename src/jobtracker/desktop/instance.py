"""This window among other starts of the program, and the files that those hand over."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.desktop.pages import SALARY, Pages
from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.domain.opened_files import OpenedFile, opened_as
from jobtracker.domain.text import quoted
from jobtracker.system.instance import Start
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.single_instance import SingleInstance

if TYPE_CHECKING:
    from collections.abc import Callable

UNANSWERED = JobtrackerError(
    "Another window has this workspace open and does not answer. What it saved is safe, and both "
    "may write. End the other window before you type in both."
)
WAYS = {
    OpenedFile.WORKSPACE: "is another workspace. It opens in a window of its own: "
    "start Jobtracker with it.",
    OpenedFile.ARCHIVE: "was not opened. An archive of Jobtracker is read under Settings, Data; "
    "a file of roles on the page Roles and profiles.",
    OpenedFile.DOCUMENT: "was not opened. To keep it with an application, "
    "drop it on that application.",
    OpenedFile.UNKNOWN: "is no kind of file that Jobtracker reads; nothing was changed. "
    "Postings are html, txt, json or eml, tables of pay csv or xlsx.",
}


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
        """Open the file that came first, and say what stands in the way of one window."""
        self._stands = True
        if self._start.claim.silent:
            self._commander.problems.put(UNANSWERED)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.open(wanted)

    def close(self) -> None:
        """Let the next start be the first."""
        self._single.close()
        self._start.claim.release()

    def open(self, path: Path) -> None:
        """Take a file as dropping it on the window would, or say where it belongs."""
        kind = opened_as(path.name)
        takes: dict[OpenedFile, Callable[[Path], object]] = {
            OpenedFile.POSTING: self._pages.capturing.drop,
            OpenedFile.TABLE: self._read_table,
        }
        if kind in takes:
            takes[kind](path)
        else:
            self._commander.problems.put(UnreadableFileError(f"{quoted(path.name)} {WAYS[kind]}"))

    def _read_table(self, path: Path) -> None:
        """Over its own page, which is made when it is first visited."""
        self._navigator.go(SALARY)
        if self._pages.salary is not None:
            self._pages.salary.importing.read(path)

    def _knocked(self, file: Path | None) -> None:
        self._window.raise_up()
        if file is None:
            return
        if self._stands:
            self.open(file)
        else:
            self._wanted = file
