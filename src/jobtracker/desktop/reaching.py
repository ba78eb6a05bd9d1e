"""Going to an application from elsewhere, and doing something there once it is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.domain.listing import ListQuery
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.page import ApplicationsPage

PAGE = "applications"


class Reaching:
    """Leads to the applications page; the newest wish counts."""

    def __init__(
        self, page: "ApplicationsPage", navigator: Navigator, commander: Commander
    ) -> None:
        self._page = page
        self._navigator = navigator
        self._commander = commander
        self._forget: Callable[[], object] = _nothing

    def show_list(self, query: ListQuery) -> None:
        """List what is asked for."""
        self._navigator.go(PAGE)
        self._page.panel.ask(query)

    def show_tab(self, application: int, tab: str) -> None:
        """Open one part of an application in its pane."""
        self.with_selected(application, lambda: self._open(tab))

    def with_selected(self, application: int, run: Callable[[], object]) -> None:
        """Go to an application and do something once it is selected and its pane is filled."""
        page = self._page
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
            self._navigator.go(PAGE, application)
        else:
            self._navigator.go(PAGE, application)
            filled()

    def _open(self, tab: str) -> None:
        self._page.show_pane(shown=True)
        if self._page.pane is not None:
            self._page.pane.parts.open(tab)


def _nothing() -> None:
    """There is nothing to forget."""
