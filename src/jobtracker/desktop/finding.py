"""The palette over the window: built when it is first asked for, and led to every page."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.ui.features.palette.contract import (
    AddAt,
    Filter,
    Go,
    OpenView,
    Recent,
    RunOn,
    Subject,
    Target,
    View,
)
from jobtracker.ui.features.palette.palette import Palette
from jobtracker.ui.features.palette.presenter import Doings, PalettePresenter
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.pages import Pages
    from jobtracker.services.workspace import Workspace

SUBJECTS = {
    "application": Subject(
        "applications",
        "application selected",
        {
            "application stage": "circle-dot",
            "application letter": "file-pen-line",
            "application log": "plus",
            "application compare": "scale",
        },
    ),
    "letter": Subject("letters", "letter open", {}),
}
FIRST = "applications"
FILES_KEPT = 8
"""Of how many workspace files the recent places are remembered."""


class Finding:
    """`open` shows the palette; `attach` gives it the workspace to look through."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        pages: "Pages",
        navigator: Navigator,
        commander: Commander,
        recent: Recent,
    ) -> None:
        self._pages = pages
        self._window = window
        self._navigator = navigator
        self._commander = commander
        self._forget: Callable[[], None] = _nothing
        self.palette = Palette(theme, window)
        self._presenter = PalettePresenter(
            self.palette,
            window.actions_book,
            navigator,
            commander,
            recent,
            Doings(SUBJECTS, self._views),
        )
        self._presenter.wanted.subscribe(self._reach, owner=self.palette)

    def attach(self, workspace: "Workspace") -> None:
        self._presenter.attach(workspace)

    def open(self) -> None:
        self.palette.open()

    def _views(self) -> Sequence[View]:
        return [View(*entry) for entry in self._window.views.entries]

    def _reach(self, target: Target) -> None:
        page = self._pages.applications
        match target:
            case RunOn(application, action):
                book = self._window.actions_book
                self._with_selected(application, book[action].trigger)
            case Go(_, item, tab) if item is not None:
                self._with_selected(item, lambda: self._show_tab(tab))
            case Filter(query):
                self._navigator.go(FIRST)
                page.panel.ask(query)
            case AddAt(company):
                self._navigator.go(FIRST)
                page.intents.adding_at.put(company)
            case OpenView(view):
                self._window.views.chosen.put(view)

    def _show_tab(self, tab: str) -> None:
        page = self._pages.applications
        page.show_pane(shown=True)
        if page.pane is not None:
            page.pane.parts.open(tab)

    def _with_selected(self, application: int, run: Callable[[], object]) -> None:
        """Go to an application and do something once it is selected and its pane is filled."""
        page = self._pages.applications
        self._forget()

        def filled() -> None:
            """The lane answers in order, so the pane's question is answered before this one."""
            self._commander.read(lambda: None, lambda _none: run(), owner=page)

        def selected(chosen: int | None) -> None:
            if chosen == application:
                self._forget()
                filled()

        if page.selected_id() != application:
            self._forget = page.intents.selected.subscribe(selected, owner=page)
            self._navigator.go(FIRST, application)
        else:
            self._navigator.go(FIRST, application)
            filled()


class RecentPlaces(Recent):
    """What was opened last in one workspace file, kept with the window's state."""

    def __init__(self, memory: WindowMemory, file: Path) -> None:
        self._memory = memory
        self._file = str(file)

    def read(self) -> Sequence[str]:
        return self._memory.state.recent.get(self._file, [])

    def keep(self, keys: Sequence[str]) -> None:
        others = dict(self._memory.state.recent)
        others.pop(self._file, None)
        files = dict(list(others.items())[1 - FILES_KEPT :])
        self._memory.remember(recent={**files, self._file: list(keys)})


def _nothing() -> None:
    """There is nothing to forget."""
