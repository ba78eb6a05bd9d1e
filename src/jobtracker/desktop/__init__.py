"""The window, put together: its pages, their presenters, and the one workspace behind them.

The order is what makes it quick: rows through the plain driver, then the paint, and only then
everything else.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from jobtracker.desktop.pages import FIRST, TODAY, FirstScreen, Pages
from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import JobtrackerError, WorkspaceError
from jobtracker.storage.first_screen import first_rows
from jobtracker.system.clock import SystemClock
from jobtracker.system.paths import log_dir, settings_file, workspace_path
from jobtracker.system.resources import resource
from jobtracker.ui import app
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.finding import Finding
    from jobtracker.desktop.phone import Phoning
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.main_window.undoing import Steps
    from jobtracker.ui.runtime.single_instance import SingleInstance

TOPICS = (
    "application",
    "application_profile",
    "company",
    "event",
    "letter",
    "letter_template",
    "letter_version",
    "profile",
    "salary_range",
    "setting",
)
SWITCH_SECONDS = 0.0005
"""How long the lane may keep the interpreter from the window: with the usual 5 ms, painting a cell
while the lane works takes as long as painting a page.
"""
ANYTHING = Changes(dict.fromkeys(TOPICS, frozenset()))
"""What may have changed when another program wrote to the file."""


def version() -> str:
    """The version that is installed, from the package's own metadata."""
    from importlib import metadata

    return metadata.version("jobtracker")


def open_window(workspace: str | None) -> int:
    """Open the window on a workspace and stay until it is closed; the exit code."""
    os.umask(0o077)
    path = workspace_path(workspace)
    memory = WindowMemory(settings_file())
    made: list[Desktop] = []

    def build(theme: Theme) -> QWidget:
        made.append(Desktop(path, theme, memory))
        return made[0].window

    def wake(_window: QWidget) -> None:
        app.hold_input(made[0].wake)
        from jobtracker.system import logs

        with suppress(JobtrackerError, OSError):  # the window works without its log
            logs.start(log_dir())

    code = app.run(build, resource(), app.look_of(memory.state), wake)
    made[0].close()
    return code


def check_window(path: Path) -> int:
    """Open the window without a screen and close it once it is painted; how many rows it showed.

    For the self-check: it proves Qt's plugins, the fonts, the icons and the themes.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made: list[Desktop] = []

    def build(theme: Theme) -> QWidget:
        made.append(Desktop(path, theme, WindowMemory(path.with_suffix(".json"))))
        return made[0].window

    app.run(build, resource(), after_paint=lambda window: window.close())
    made[0].close()
    return len(first_rows(path) or [])


class Desktop(QObject):
    """The window and what moves it. `wake` after the first paint, `close` at the end.

    `settled` tells when the workspace is behind the window, or could not be opened.
    """

    def __init__(self, path: Path, theme: Theme, memory: WindowMemory) -> None:
        super().__init__()
        self._path = path
        self._theme = theme
        self._workspace: Workspace | None = None
        self._single: SingleInstance | None = None
        self._finding: Finding | None = None
        self.phoning: Phoning | None = None
        self._seen = 0
        self.settled = False
        self.commander = Commander()
        self.navigator = Navigator()
        begin = TODAY if memory.state.page in ("", TODAY) else FIRST
        first = FirstScreen(path, begin)
        self.pages = Pages(theme, self.commander, self.navigator, memory, SystemClock(), first)
        self.window = MainWindow(
            theme, self.commander, self.navigator, memory, self.pages.factories
        )
        self._active = 0
        self.pages.counted.subscribe(self._show_count, owner=self)
        self.window.start(begin)
        if not self._active and first.is_new():
            self.pages.first_run.expect_nothing()
        self.window.installEventFilter(self)
        self.window.closing.subscribe(lambda _none: self.pages.flush())

    def wake(self, armed: Callable[[], object]) -> None:
        """Load the rest and open the workspace, now that the window stands.

        Modules are loaded on the lane, and the window goes on in small turns, so that it always
        answers; `armed` is called once menus and keys are there.
        """
        from jobtracker.desktop.later import load_modules
        from jobtracker.ui.runtime.turns import Turns

        self._turns = Turns(self)
        sys.setswitchinterval(SWITCH_SECONDS)
        self.commander.read(
            load_modules,
            lambda _none: self._turns.add(self._arming(armed)),
            failed=lambda _error: armed(),
            owner=self,
        )

    def _arming(self, armed: Callable[[], object]) -> Iterator[None]:
        from jobtracker.ui.runtime.single_instance import SingleInstance

        try:
            self._single = SingleInstance(self._path, self)
            if self._single.is_second():
                self.window.close()
                return
            yield
            self._single.listen(self.window.raise_up)
            yield
            yield from self._dress()
        finally:
            armed()
        self._open()

    def _open(self) -> None:
        """Open the workspace on the lane and attach it.

        Not earlier: the database layer takes the interpreter from whoever dresses the window.
        What is loaded stays, so that garbage is collected only afterwards.
        """
        from jobtracker.bootstrap import open_workspace
        from jobtracker.desktop.later import load_services

        def opened() -> "Workspace":
            workspace = open_workspace(self._path, write=True, check_later=True)
            load_services()
            return workspace

        self.commander.read(
            opened,
            lambda workspace: self._turns.add(self._attaching(workspace)),
            failed=self._not_opened,
            owner=self,
        )

    def _not_opened(self, error: JobtrackerError) -> None:
        self._settle()
        self.commander.problems.put(error)

    def _settle(self) -> None:
        """Collect garbage from now on, but never look again through what stays for good."""
        from jobtracker.ui.runtime.garbage import GarbageCollector

        gc.freeze()
        GarbageCollector(self)
        self.settled = True

    def _dress(self) -> Iterator[None]:
        """Everything a person can do, in menus and under keys."""
        from jobtracker.desktop.first_run import CAN_FILL, HAS
        from jobtracker.desktop.first_visits import FirstVisits
        from jobtracker.ui.actions import Action
        from jobtracker.ui.main_window.undoing import History
        from jobtracker.ui.runtime import errors

        errors.install(self.commander.problems.put)
        book = self.window.actions_book
        self.window.built(FIRST)
        yield
        yield from self.pages.arming(book)
        book.add([Action("back up", "Back up now", "File", self._back_up)])
        visits = FirstVisits(self._theme, self.window, self.navigator)
        self.pages.first_run.known.subscribe(lambda _none: visits.look(), owner=self)
        book.add(visits.actions())
        first_run = self.pages.first_run

        def offer() -> None:
            book.set_condition(CAN_FILL, first_run.is_empty)
            book.set_condition(HAS, first_run.has_sample)

        book.add(first_run.actions())
        first_run.known.subscribe(lambda _none: offer(), owner=self)
        book.add([self._made_phone().action()])
        yield from self.window.arming(History(self._undo, self._redo, self._steps), version)
        self.window.search_wanted.subscribe(lambda _none: self._search(), owner=self)

    def close(self) -> None:
        """Finish what was asked for, then close the file."""
        if self._single is not None:
            self._single.close()
        self.pages.close()
        if self._workspace is not None:
            self.commander.read(self._workspace.close, lambda _none: None)
        self.commander.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Coming back to the window is the moment to see what a terminal wrote meanwhile."""
        if event.type() == QEvent.Type.WindowActivate and self._workspace is not None:
            self.commander.read(self._workspace.database.data_version, self._look, owner=self)
        return super().eventFilter(watched, event)

    def _show_count(self, active: int) -> None:
        self._active = active
        self.window.sidebar.set_count(FIRST, active)

    def _attaching(self, workspace: "Workspace") -> Iterator[None]:
        from jobtracker.bootstrap import finish_opening
        from jobtracker.desktop.today import DueCount

        self._workspace = workspace
        yield from self.pages.attaching(workspace)
        self._show_views(workspace)
        show = partial(self.window.sidebar.set_count, TODAY)
        self._due = DueCount(show, self.commander, workspace, SystemClock(), self.window)
        yield
        if self._finding is not None:
            self._finding.attach(workspace)
        if self.phoning is not None:
            self.phoning.attach(workspace)
        self.window.read_history()
        self._show_backup()
        if workspace.notice:
            self.window.tell(JobtrackerError(workspace.notice))
        self.commander.read(workspace.database.data_version, self._look, owner=self)
        yield
        self._settle()
        self.commander.read(lambda: finish_opening(workspace), self._tell_changes, owner=self)

    def _tell_changes(self, changes: Changes) -> None:
        if changes.rows:
            self.commander.changed.put(changes)

    def _show_views(self, workspace: "Workspace") -> None:
        from jobtracker.desktop.saved_views import ViewsInSidebar

        presenter = self.pages.list_presenter.views
        if presenter is not None:
            self._views = ViewsInSidebar(
                self.window.views, presenter, self.navigator, self.commander, workspace.lists
            )

    def _search(self) -> None:
        """Open the palette, made when it is first wanted."""
        from jobtracker.desktop.finding import Finding, RecentPlaces

        if self._finding is None:
            recent = RecentPlaces(self.window.memory, self._path)
            self._finding = Finding(
                self._theme, self.window, self.pages, self.navigator, self.commander, recent
            )
            if self._workspace is not None:
                self._finding.attach(self._workspace)
        self._finding.open()

    def _made_phone(self) -> "Phoning":
        from jobtracker.desktop.phone import Phoning

        self.phoning = Phoning(
            self._theme, self.window, self.pages, self.navigator, self.commander, SystemClock()
        )
        return self.phoning

    def _look(self, version: int) -> None:
        known, self._seen = self._seen, version
        if known not in (0, version):
            self.commander.changed.put(ANYTHING)
            self.window.read_history()

    def _undo(self) -> Done[Any]:
        return self._opened().history.undo()

    def _redo(self) -> Done[Any]:
        return self._opened().history.redo()

    def _steps(self) -> "Steps | None":
        from jobtracker.ui.main_window.undoing import Steps

        return Steps(*self._workspace.history.next()) if self._workspace else None

    def _opened(self) -> "Workspace":
        if self._workspace is None:
            raise WorkspaceError("The workspace is not open yet. Wait a moment and try again.")
        return self._workspace

    def _back_up(self) -> None:
        from jobtracker.services import backups

        self.commander.read(
            lambda: backups.back_up(self._path), lambda _path: self._backed_up(), owner=self
        )

    def _backed_up(self) -> None:
        self.commander.toasts.put("Backup written and checked")
        self._show_backup()

    def _show_backup(self) -> None:
        from jobtracker.services import backups

        def newest() -> str:
            known = backups.known(self._path)
            return f"Backed up {known[0].made_at.astimezone():%d %b %H:%M}" if known else ""

        def show(words: str) -> None:
            self.window.sidebar.set_backup(words or "No backup yet", good=bool(words))

        self.commander.read(newest, show, owner=self)
