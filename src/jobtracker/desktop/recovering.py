"""When the workspace cannot be opened as usual: the page that says why, and what leads on.

All of it runs on the lane; the file that makes trouble is only ever read, and put aside whole.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.desktop import trouble_words as words
from jobtracker.domain.errors import JobtrackerError, WorkspaceDamagedError, WorkspaceLockedError
from jobtracker.system.clock import SystemClock
from jobtracker.system.paths import private_folder
from jobtracker.ui.features.recovery.contract import Copy, Trouble, Way
from jobtracker.ui.features.recovery.page import RecoveryPage
from jobtracker.ui.runtime.meter import Meter

if TYPE_CHECKING:
    from jobtracker.desktop.locking import Locking
    from jobtracker.desktop.moving import Arrival
    from jobtracker.desktop.opening import Opening
    from jobtracker.services.found_before import FoundBefore
    from jobtracker.services.salvaging import Salvaged
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.theme.theme import Theme

FILES = ("Workspaces and backups (*.jobtracker *.db)", "All files (*)")


def looking(theme: "Theme", window: "MainWindow", path: Path) -> RecoveryPage:
    """The page of a search that is missing, over all else, until it is known what there is."""
    page = RecoveryPage(theme, window)
    page.show_trouble(Trouble(*words.LOOKING, (), file=str(path), icon="history"))
    return page


class Recovering(QObject):
    """Follows `opening`, and has it begin again after each thing that was done. `page` is there
    already where the first paint needed it.
    """

    def __init__(
        self,
        theme: "Theme",
        window: "MainWindow",
        opening: "Opening",
        commander: "Commander",
        locking: "Locking",
        page: RecoveryPage | None = None,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._opening = opening
        self._commander = commander
        self._locking = locking
        self._page = page
        self._trouble: Trouble | None = None
        self.arrival: Arrival | None = None
        opening.refused.subscribe(self._explain, owner=self)
        opening.found.subscribe(self._ask_first, owner=self)
        opening.stands.subscribe(self._stand, owner=self)

    @property
    def page(self) -> RecoveryPage:
        """Made when there is first something wrong."""
        if self._page is None:
            self._page = RecoveryPage(self._theme, self._window)
        return self._page

    def _explain(self, error: JobtrackerError) -> None:
        if isinstance(error, WorkspaceLockedError):
            self._locking.ask()
            return
        self._locking.lift()
        self._commander.read(
            lambda: words.backups_of(self._opening.path),
            lambda found: self._show_refusal(error, found),
            failed=lambda _error: self._show_refusal(error, ()),
            owner=self,
        )

    def _show_refusal(self, error: JobtrackerError, found: "tuple[words.Found, ...]") -> None:
        ways = []
        if isinstance(error, WorkspaceDamagedError):
            ways.append(Way("list-checks", *words.REBUILD, self._rebuild))
            if self._opening.workspace is not None:
                ways.append(Way("list", *words.READ_ON, self.page.rise))
        else:
            ways.append(Way("redo-2", *words.TRY_AGAIN, self._try_again))
        ways += [
            Way("archive", *words.OTHER_FILE, self._choose_file),
            Way("hard-drive", *words.SHOW_FOLDER, self._show_folder),
        ]
        said = words.refusal(error)
        self._show(
            Trouble(
                said.title,
                said.happened,
                said.safe,
                tuple(ways),
                tuple(self._copy(one) for one in found),
                file=str(self._opening.path),
            )
        )

    def _ask_first(self, found: "FoundBefore") -> None:
        """A first start that finds something older makes nothing before it was asked."""
        begin = partial(self._opening.begin, afresh=True)
        said: tuple[str, str, str] = words.FOUND
        ways: tuple[Way, ...] = ()
        if found.moved is not None:
            said = words.moved(self._opening.path, found.moved)
            open_there = partial(self._open_there, found.moved)
            ways = (
                Way("hard-drive", *words.OPEN_THERE, open_there)
                if found.moved.exists()
                else Way("redo-2", *words.LOOK_AGAIN, self._try_again),
            )

        def described() -> "tuple[words.Found, ...]":
            return words.described(found)

        def show(copies: "tuple[words.Found, ...]") -> None:
            self._show(
                Trouble(
                    *said,
                    (
                        *ways,
                        Way("plus", *words.BEGIN_NEW, self._working(words.BEGINNING, begin)),
                        Way("archive", *words.OTHER_FILE, self._choose_file),
                    ),
                    tuple(self._copy(one) for one in copies),
                    "Found on this computer",
                    file=str(self._opening.path),
                    icon="history",
                )
            )

        self._commander.read(described, show, owner=self)

    def _open_there(self, place: Path) -> None:
        """Leave for the place the search was moved to, as after a move."""
        from jobtracker.desktop.moving import Arrival
        from jobtracker.storage.moving import ASIDE, Moved

        former = self._opening.path.with_name(self._opening.path.name + ASIDE)
        self.arrival = Arrival(Moved(place, former), is_found=False, is_new=False)
        self._window.close()

    def _copy(self, found: "words.Found") -> Copy:
        restore = partial(self._restore, found.path)
        return Copy(found.made, found.holds, found.size, restore, found.action, found.reason)

    def _show(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self.page.show_trouble(trouble)

    def _stand(self, _workspace: "Workspace") -> None:
        if self._page is not None:
            self._page.rest()
            self._page.rise()

    def _working(self, said: str, then: Callable[[], object]) -> Callable[[], None]:
        def go() -> None:
            self.page.work(said, can_stop=False)
            then()

        return go

    def _try_again(self) -> None:
        self.page.work(words.OPENING, can_stop=False)
        workspace = self._opening.workspace
        if workspace is None:
            self._opening.begin()
            return

        def anew() -> None:
            with workspace.database.away():
                """Closed and opened again."""

        self._commander.read(anew, lambda _none: self._back(), failed=self._explain, owner=self)

    def _restore(self, source: Path) -> None:
        """Put a copy in the file's place; the file that is there is kept aside, whole."""
        from jobtracker.services import backups

        opening, meter = self._opening, self.page.work(words.RESTORING)
        workspace, now = opening.workspace, SystemClock().now()

        def work() -> Path | None:
            if workspace is not None and not workspace.database.is_suspended:
                return workspace.backups.restore(source, meter).value
            private_folder(opening.path.parent)
            kept_aside = backups.restore(opening.path, source, now=now, progress=meter)
            if workspace is not None:
                workspace.database.resume()
            return kept_aside

        self._commander.read(
            work,
            self._restored,
            failed=partial(self._not_restored, source, meter),
            owner=self,
        )

    def _not_restored(self, source: Path, meter: Meter, error: JobtrackerError) -> None:
        self.page.rest("" if meter.stopped else words.in_window(error))
        if isinstance(error, WorkspaceLockedError):
            self._locking.ask(source, partial(self._restore, source))

    def _back(self) -> None:
        self.page.rest()
        self.page.rise()
        self._opening.replaced()

    def _restored(self, kept_aside: Path | None) -> None:
        if self._opening.workspace is None:
            self._opening.begin()
        else:
            self._back()
        said = words.kept(kept_aside)
        self._window.banner.say("ok", words.RESTORED, said, dismissible=True)

    def _choose_file(self) -> None:
        from jobtracker.ui.widgets import dialogs

        dialogs.open_file(self._window, "Restore from another file", FILES, self._restore)

    def _show_folder(self) -> None:
        from jobtracker.ui.widgets import outside

        outside.show_folder(self._opening.path.parent)

    def _rebuild(self) -> None:
        """Read what can be read into a new file beside the damaged one."""
        from jobtracker.services.recovering import salvage

        path, meter = self._opening.path, self.page.work(words.REBUILDING)
        self._commander.read(
            lambda: salvage(path, words.new_file(path), meter),
            self._rebuilt,
            failed=partial(self._not_rebuilt, meter),
            owner=self,
        )

    def _not_rebuilt(self, meter: Meter, error: JobtrackerError) -> None:
        self.page.rest("" if meter.stopped else words.in_window(error))

    def _rebuilt(self, salvaged: "Salvaged") -> None:
        before = self._trouble
        assert before is not None, "it was chosen on the page"
        use = partial(self._restore, salvaged.path)
        self._show(
            Trouble(
                *words.rebuilt(salvaged),
                (
                    Way("list-checks", *words.OPEN_REBUILT, use),
                    Way("hard-drive", *words.SHOW_FOLDER, self._show_folder),
                    Way("arrow-left", *words.BACK, partial(self._show, before)),
                ),
                lines=salvaged.missing,
                file=str(salvaged.path),
                icon="list-checks",
            )
        )
