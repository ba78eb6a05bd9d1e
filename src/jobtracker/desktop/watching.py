"""What is said once the window lives: where the file lies, and that there are copies of it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from jobtracker.system.paths import default_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.desktop.opening import Opening
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander

MOST_NAMED = 3
ELSEWHERE = "Your search lies where it can come to harm"
COPIES = "There are copies of your search that another computer wrote"
READ_ONLY = "Open for reading only"
NEARLY_FULL = "The disk is nearly full"
WAITING = (
    "The library of roles and letters waits until there is room. What you add is stored; backups "
    "may not fit."
)


class Place(NamedTuple):
    """What threatens the file where it lies, in a sentence, and copies that were made of it."""

    risk: str
    copies: tuple[Path, ...]


class Watching(QObject):
    """Says each of these once a start. `move` is for a search that lies where it can come to
    harm, `compare` for the copies that were made of it.
    """

    def __init__(
        self,
        window: "MainWindow",
        opening: "Opening",
        commander: "Commander",
        move: "Callable[[], object]",
        compare: "Callable[[tuple[Path, ...]], object]",
    ) -> None:
        super().__init__(window)
        self._move = move
        self._compare = compare
        self._window = window
        self._opening = opening
        self._commander = commander
        self._place = Place("", ())
        opening.stands.subscribe(self._look, owner=self)

    def _look(self, workspace: "Workspace") -> None:
        from jobtracker.services import recovering

        if self._opening.path.name != default_workspace().name:
            self._window.setWindowTitle(f"Jobtracker: {self._opening.path.stem}")
        if workspace.notice:
            self._say_read_only(workspace.notice)
            return
        path = self._opening.path

        def place() -> Place:
            return Place(recovering.risk_of(path), recovering.conflict_copies(path))

        self._commander.read(place, self._say_place, owner=self)

    def _say_read_only(self, notice: str) -> None:
        export = self._window.actions_book["export everything"]
        self._window.banner.say(
            "warn", READ_ONLY, notice, "Export everything", export.trigger, dismissible=True
        )

    def _say_place(self, place: Place) -> None:
        """One of them at a time: that there are copies first."""
        self._place = place
        if not place.copies:
            self._say_risk(place.risk)
            return
        names = ", ".join(path.name for path in place.copies[:MOST_NAMED])
        banner = self._window.notices.about("copies")
        banner.dismissed.subscribe(lambda _none: self._say_risk(place.risk), owner=self)
        banner.say(
            "warn",
            COPIES,
            f"{names}. Nothing was changed. What they hold is not in this window.",
            "Compare…",
            lambda: self._compare(place.copies),
            dismissible=True,
        )

    def done_with(self, copy: Path) -> None:
        """It was taken over from: it is spoken of no longer, the others still are."""
        left = tuple(one for one in self._place.copies if one != copy)
        if not left:
            self._window.notices.about("copies").hide()
        self._say_place(self._place._replace(copies=left))

    def _say_risk(self, risk: str) -> None:
        workspace = self._opening.workspace
        if risk:
            self._window.banner.say(
                "warn", ELSEWHERE, risk, "Move it…", self._move, dismissible=True
            )
        elif workspace is not None and workspace.library.waits:
            self._window.banner.say("warn", NEARLY_FULL, WAITING, dismissible=True)
