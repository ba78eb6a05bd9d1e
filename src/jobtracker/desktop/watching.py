"""What is looked at once the window lives: where the file lies, copies of it, and all its pages."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from jobtracker.domain.errors import JobtrackerError, WorkspaceDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.desktop.opening import Opening
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander

MOST_NAMED = 3
CHECK_AFTER_MS = 5000
"""The check of a large file takes the lane for a second or two: not while the window fills."""
ELSEWHERE = "Your search lies where it can come to harm"
COPIES = "There are copies of your search that another computer wrote"
READ_ONLY = "Open for reading only"
DISAGREES = "The check found something that does not agree"
SOUND = "Checked after the last end: all sound"


class Place(NamedTuple):
    """What threatens the file where it lies, in a sentence, and copies that were made of it."""

    risk: str
    copies: tuple[Path, ...]


class Watching(QObject):
    """Says each of these once a start; damage goes to whoever follows `opening.refused`. `move`
    is for a search that lies where it can come to harm.
    """

    def __init__(
        self,
        window: "MainWindow",
        opening: "Opening",
        commander: "Commander",
        move: "Callable[[], object]",
    ) -> None:
        super().__init__(window)
        self._move = move
        self._window = window
        self._opening = opening
        self._commander = commander
        self._wait = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._wait.timeout.connect(lambda: self._check(opening.opened()))
        opening.stands.subscribe(self._look, owner=self)

    def _look(self, workspace: "Workspace") -> None:
        from jobtracker.services import recovering

        if workspace.notice:
            self._say_read_only(workspace.notice)
            return
        path = self._opening.path

        def place() -> Place:
            return Place(recovering.risk_of(path), recovering.conflict_copies(path))

        self._commander.read(place, self._say_place, owner=self)
        self._wait.start()

    def _check(self, workspace: "Workspace") -> None:
        from jobtracker.services import recovering

        def checked() -> tuple[str, ...] | None:
            if not recovering.needs_full_check(workspace):
                return None
            return recovering.full_check(workspace)

        self._commander.read(checked, self._say_check, failed=self._failed, owner=self)

    def _say_read_only(self, notice: str) -> None:
        export = self._window.actions_book["export everything"]
        self._window.banner.say(
            "warn", READ_ONLY, notice, "Export everything", export.trigger, dismissible=True
        )

    def _say_place(self, place: Place) -> None:
        if place.copies:
            names = ", ".join(path.name for path in place.copies[:MOST_NAMED])
            what = f"{names}. Nothing was changed. What they hold is not in this window."
            self._window.banner.say(
                "warn", COPIES, what, "Show them", self._show_folder, dismissible=True
            )
        elif place.risk:
            self._window.banner.say(
                "warn", ELSEWHERE, place.risk, "Move it…", self._move, dismissible=True
            )

    def _say_check(self, problems: tuple[str, ...] | None) -> None:
        if problems:
            said = " ".join(problems[:MOST_NAMED])
            self._window.banner.say("warn", DISAGREES, said, dismissible=True)
        elif problems is not None and self._opening.opened().database.ended_uncleanly:
            self._window.toast.say(SOUND)

    def _failed(self, error: JobtrackerError) -> None:
        if isinstance(error, WorkspaceDamagedError):
            self._opening.refused.put(error)
        else:
            self._commander.problems.put(error)

    def _show_folder(self) -> None:
        from jobtracker.ui.widgets.outside import show_folder

        show_folder(self._opening.path.parent)
