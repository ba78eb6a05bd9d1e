"""The palette over the window: built when it is first asked for, and led to every page."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.desktop.reaching import Reaching
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
        self._reaching = Reaching(pages.applications, navigator, commander)
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
        match target:
            case RunOn(application, action):
                book = self._window.actions_book
                self._reaching.with_selected(application, book[action].trigger)
            case Go("letters", item, _) if item is not None:
                self._open_template(item)
            case Go(_, item, tab) if item is not None:
                self._reaching.show_tab(item, tab)
            case Filter(query):
                self._reaching.show_list(query)
            case AddAt(company):
                self._pages.capturing.open(company)
            case OpenView(view):
                self._window.views.chosen.put(view)

    def _open_template(self, template: int) -> None:
        from jobtracker.ui.features.letters.library.contract import TEMPLATES
        from jobtracker.ui.features.letters.page import LettersPage

        self._navigator.go("letters")
        page = self._window.page
        if isinstance(page, LettersPage):
            page.list.show_list(TEMPLATES)
            page.list.templates.select(template)


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
