"""Adding an application from anywhere: who asks for the sheet, and where one goes afterwards."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import Stage
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.adding.commands import Commands
from jobtracker.ui.features.adding.contract import Added, Pasted
from jobtracker.ui.features.adding.presenter import Adding
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock

PAGE = "applications"


class Capturing:
    """Opens the add sheet over the window. `attach` gives it the workspace; what is wanted
    earlier is done then.
    """

    def __init__(
        self,
        theme: Theme,
        page: ApplicationsPage,
        commander: Commander,
        navigator: Navigator,
        clock: "Clock",
    ) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._navigator = navigator
        self._clock = clock
        self._wanted: Callable[[], object] | None = None
        self.adding: Adding | None = None
        intents = page.intents
        intents.adding.subscribe(lambda _none: self.open(), owner=page)
        intents.adding_into.subscribe(lambda stage: self.open(stage=stage), owner=page)
        intents.adding_pasted.subscribe(lambda _none: self.paste_clipboard(), owner=page)

    def arm(self, book: ActionBook) -> None:
        """Add what can be done from every page, before the window makes its menus."""
        self._commands = Commands(book, self.open, self.paste_clipboard)

    def attach(self, workspace: "Workspace") -> None:
        adding = self.adding = Adding(
            self._theme, self._page, self._commander, workspace, self._clock
        )
        adding.opened.subscribe(self._commands.follow, owner=self._page)
        adding.added.subscribe(self._lead_to_new, owner=self._page)
        adding.others_wanted.subscribe(self._show_company, owner=self._page)
        adding.one_wanted.subscribe(lambda one: self._navigator.go(PAGE, one), owner=self._page)
        adding.paste_wanted.subscribe(lambda _none: self.paste_clipboard(), owner=self._page)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def open(self, company: str = "", stage: Stage | None = None) -> None:
        """Show the sheet; for a company that was named, or a stage that was pointed at."""
        if self.adding is None:
            self._wanted = lambda: self.open(company, stage)
        else:
            self.adding.open(company, stage)

    def paste_clipboard(self) -> None:
        """Read what is on the clipboard as a posting: a text, or a file that was copied."""
        copied = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self.drop(files[0])
        else:
            self.paste(copied.text(), copied.html())

    def paste(self, text: str, html: str = "") -> None:
        """Open the sheet on a posting; `html` is the same as a browser copies it."""
        if self.adding is None:
            self._wanted = lambda: self.paste(text, html)
        else:
            self.adding.paste(Pasted(text, html))

    def drop(self, path: Path) -> None:
        """The same with a file: a saved page, text, a board's JSON or a mail."""
        if self.adding is None:
            self._wanted = lambda: self.drop(path)
        else:
            self.adding.drop(path)

    def flush(self) -> None:
        """Keep what is typed and not added."""
        if self.adding is not None:
            self.adding.flush()

    def close(self) -> None:
        """End what reads postings, as the window closes."""
        if self.adding is not None:
            self.adding.close()

    def _lead_to_new(self, added: Added) -> None:
        """On the list the new one is selected; elsewhere one stays, unless it is to be opened."""
        if added.opening and not self._page.isVisible():
            self._navigator.go(PAGE)
        if self._page.isVisible():
            self._page.expect(added.id, opening=added.opening)
            self._page.arrive()

    def _show_company(self, company: str) -> None:
        self._navigator.go(PAGE)
        self._page.panel.ask(ListQuery(company, ALL))
