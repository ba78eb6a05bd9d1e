"""The window, put together: its pages, their presenters, and the one workspace behind them.

The order is what makes it quick: rows through the plain driver, then the paint, and only then
everything else.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jobtracker.desktop.pages import FIRST, TODAY, FirstScreen, Pages
from jobtracker.storage.first_screen import first_rows
from jobtracker.system.clock import SystemClock
from jobtracker.system.paths import settings_file, workspace_path
from jobtracker.system.resources import resource
from jobtracker.ui import app
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.backing_up import BackingUp
    from jobtracker.desktop.checking import Checking
    from jobtracker.desktop.finding import Finding
    from jobtracker.desktop.instance import OneWindow
    from jobtracker.desktop.locking import Locking
    from jobtracker.desktop.moving import Arrival, Moving
    from jobtracker.desktop.opening import Opening
    from jobtracker.desktop.phone import Phoning
    from jobtracker.desktop.reports import Reports
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.instance import Start
    from jobtracker.system.reports import Run
    from jobtracker.ui.features.recovery.page import RecoveryPage

SWITCH_SECONDS = 0.0005
"""How long the lane may keep the interpreter from the window: with the usual 5 ms, painting a cell
while the lane works takes as long as painting a page.
"""


def version() -> str:
    """The version that is installed, from the package's own metadata."""
    from importlib import metadata

    return metadata.version("jobtracker")


def open_window(workspace: str | None, start: "Start | None" = None) -> int:
    """Open the window on a workspace and stay until it is closed; the exit code. A search that is
    moved meanwhile goes on in another window, at its new place.
    """
    os.umask(0o077)
    run: list[Run | None] = []
    memory = WindowMemory(settings_file())
    code, arrival = _shown(workspace_path(workspace), memory, start, run)
    while arrival is not None:
        from jobtracker.system.instance import Start, claim

        begun = Start(arrival.moved.path, claim(arrival.moved.path))
        if begun.claim.told:
            break  # a window that was opened there meanwhile has come forward
        code, arrival = _shown(begun.workspace, memory, begun, run, arrival)
    if run and run[0] is not None:
        run[0].end()
    return code


def _shown(
    path: Path,
    memory: WindowMemory,
    start: "Start | None",
    run: "list[Run | None]",
    arrival: "Arrival | None" = None,
) -> "tuple[int, Arrival | None]":
    """Show the window until it is closed; the exit code, and where it is to open next. The first
    one begins the `run` of the program, and tells how the last one ended.
    """
    made: list[Desktop] = []

    def build(theme: Theme) -> QWidget:
        made.append(Desktop(path, theme, memory, start, arrival))
        return made[0].window

    def wake(_window: QWidget) -> None:
        app.hold_input(made[0].wake)
        if run:
            return
        from jobtracker.desktop import reports

        run.append(reports.begin())
        if made[0].reports is not None:
            made[0].reports.tell_crash()

    code = app.run(build, resource(), app.look_of(memory.state), wake)
    desktop = made[0]
    desktop.close()
    if desktop.leads_to is not None:
        desktop.window.deleteLater()
        desktop.deleteLater()
    return code, desktop.leads_to


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
    """The window and what moves it. `wake` after the first paint, `close` at the end; `arrival` is
    told of where the search was just moved here.
    """

    def __init__(
        self,
        path: Path,
        theme: Theme,
        memory: WindowMemory,
        start: "Start | None" = None,
        arrival: "Arrival | None" = None,
    ) -> None:
        super().__init__()
        self._arrival = arrival
        self._path = path
        self._start = start
        self._theme = theme
        self._opening: Opening | None = None
        self._backing_up: BackingUp | None = None
        self._checking: Checking | None = None
        self.moving: Moving | None = None
        self._single: OneWindow | None = None
        self._finding: Finding | None = None
        self.phoning: Phoning | None = None
        self.reports: Reports | None = None
        self.commander = Commander()
        self.navigator = Navigator()
        begin = TODAY if memory.state.page in ("", TODAY) else FIRST
        first = FirstScreen(path, begin)
        self.pages = Pages(theme, self.commander, self.navigator, memory, SystemClock(), first)
        self.window = MainWindow(
            theme, self.commander, self.navigator, memory, self.pages.factories
        )
        self._active = 0
        self._looking: RecoveryPage | None = None
        self.pages.counted.subscribe(self._show_count, owner=self)
        self.window.start(begin)
        if not self._active and first.is_new():
            self._begin_with_nothing(first)
        self.window.closing.subscribe(lambda _none: self.pages.flush())
        if first.is_locked:
            self.locking.cover.lock()

    def _begin_with_nothing(self, first: FirstScreen) -> None:
        """Offer to begin, unless a search is missing: nothing else is offered until it is known
        what became of it.
        """
        if first.is_missed():
            from jobtracker.desktop.recovering import looking

            self._looking = looking(self._theme, self.window, self._path)
        else:
            self.pages.first_run.expect_nothing()

    @cached_property
    def locking(self) -> "Locking":
        """Made before the first paint only where the file is locked."""
        from jobtracker.desktop.locking import Locking

        return Locking(self._theme, self.window, self._path)

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
        from jobtracker.desktop.instance import OneWindow
        from jobtracker.desktop.opening import Opening
        from jobtracker.system.instance import Start

        try:
            start = self._start or Start(self._path)
            self._single = OneWindow(start, self.window, self.commander, self.pages, self.navigator)
            if self._single.is_second():
                self.window.close()
                return
            yield
            self._single.listen()
            yield
            opening = self._opening = Opening(
                self._path, self.commander, self._turns, self._attach, self.window
            )
            opening.rewritten.subscribe(lambda _none: self.window.read_history(), owner=self)
            yield from self._dress(opening)
        finally:
            armed()
        opening.begin()

    @property
    def settled(self) -> bool:
        """Whether the workspace is behind the window, or could not be opened."""
        return self._opening is not None and self._opening.settled

    @property
    def leads_to(self) -> "Arrival | None":
        """Where the search was moved to, so that another window is to open there."""
        return (self.moving.arrival or self.recovering.arrival) if self.moving else None

    @property
    def _workspace(self) -> "Workspace | None":
        return self._opening.workspace if self._opening is not None else None

    def _dress(self, opening: "Opening") -> Iterator[None]:
        """Everything a person can do, in menus and under keys."""
        from jobtracker.desktop.backing_up import BackingUp
        from jobtracker.desktop.first_run import CAN_FILL, HAS
        from jobtracker.desktop.first_visits import FirstVisits
        from jobtracker.desktop.reports import Reports
        from jobtracker.desktop.typing import Typing
        from jobtracker.ui.runtime import errors

        errors.install(self.commander.problems.put)
        book = self.window.actions_book
        _ = self.pages.applications
        yield
        self.window.built(FIRST)
        yield
        yield from self.pages.arming(book)
        backing_up = self._backing_up = BackingUp(
            self._path,
            self.window.sidebar,
            self.commander,
            self.pages.beside,
            SystemClock(),
            self.window,
        )
        book.add([backing_up.action()])
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
        yield
        self.reports = Reports(self._theme, self.window, self.commander, SystemClock())
        book.add([self.reports.action()])
        around = (self._theme, self.window, self.commander, self.navigator, SystemClock())
        self._typing = Typing(*around, self.pages.offers.reopen)
        book.add([self._typing.action()])
        yield
        self._guard(opening)
        yield from self.window.arming(opening.history(), version)
        self.window.search_wanted.subscribe(lambda _none: self._search(), owner=self)

    def _guard(self, opening: "Opening") -> None:
        """What stands between the window and a file that is locked, in trouble or in danger."""
        from jobtracker.desktop.checking import Checking
        from jobtracker.desktop.conflicts import Comparing
        from jobtracker.desktop.moving import Moving
        from jobtracker.desktop.recovering import Recovering
        from jobtracker.desktop.watching import Watching

        window, commander, book = self.window, self.commander, self.window.actions_book
        self.locking.live(opening, commander, book, self._before_lock)
        book.add(self.locking.actions())
        recovering = Recovering(
            self._theme, window, opening, commander, self.locking, self._looking
        )
        self.recovering = recovering
        self.moving = Moving(window, opening, commander, self._flush, lambda: recovering.page)
        take_over = self.pages.settings.offer_take_over
        comparing = Comparing(self._theme, window, commander, opening, SystemClock(), take_over)
        watching = Watching(window, opening, commander, self.moving.ask, comparing.open)
        comparing.taken.subscribe(watching.done_with, owner=watching)
        self._checking = Checking(window, opening, commander)

    def _flush(self) -> None:
        """Have all that is being typed stored or kept, before what is asked of the lane next."""
        from jobtracker.ui.runtime.drafts import flush_all

        self.pages.flush()
        flush_all(self.commander)

    def _before_lock(self) -> None:
        self._flush()
        if self._backing_up is not None:
            self._backing_up.before_lock()

    def close(self) -> None:
        """Finish what was asked for, then close the file."""
        if self._single is not None:
            self._single.close()
        self.pages.close()
        if "locking" in self.__dict__:
            self.locking.close()
        if self._backing_up is not None:
            self._backing_up.close()
        if self._checking is not None:
            self._checking.close()
        if self._opening is not None:
            self._opening.close()
        self.commander.close()

    def _show_count(self, active: int) -> None:
        self._active = active
        self.window.sidebar.set_count(FIRST, active)

    def _attach(self, workspace: "Workspace") -> Iterator[None]:
        from jobtracker.desktop.today import DueCount

        yield from self.pages.attaching(workspace)
        self._show_views(workspace)
        yield
        show = partial(self.window.sidebar.set_count, TODAY)
        self._due = DueCount(show, self.commander, workspace, SystemClock(), self.window)
        yield
        if self._finding is not None:
            self._finding.attach(workspace)
        if self.phoning is not None:
            self.phoning.attach(workspace)
        self._typing.attach(workspace)
        yield
        self.window.read_history()
        if self._backing_up is not None:
            self._backing_up.attach(workspace)
        if self._single is not None:
            self._single.attach()
        if self._arrival is not None:
            self._arrival.tell(self.window)

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
