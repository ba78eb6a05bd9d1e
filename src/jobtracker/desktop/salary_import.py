"""Salary tables out of files: where the sheet is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.ui.features.salary.page import SalaryPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.salary_import.presenter import SalaryImport


class Importing:
    """Opens the sheet over the Salary page; what is wanted before `attach` is done then."""

    def __init__(self, theme: Theme, page: SalaryPage, commander: Commander) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._wanted: Callable[[SalaryImport], object] | None = None
        self.importing: SalaryImport | None = None
        page.intents.import_wanted.subscribe(lambda _none: self._choose(), owner=page)

    def attach(self, workspace: "Workspace") -> None:
        from jobtracker.ui.features.salary_import.presenter import SalaryImport

        self.importing = SalaryImport(self._theme, self._page, self._commander, workspace)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted(self.importing)

    def read(self, path: Path) -> None:
        """Show the sheet with the table in a file."""
        self._ask(lambda importing: importing.open(path))

    def _choose(self) -> None:
        self._ask(lambda importing: importing.choose())

    def _ask(self, wanted: "Callable[[SalaryImport], object]") -> None:
        if self.importing is None:
            self._wanted = wanted
        else:
            wanted(self.importing)
