"""Salary tables out of files: where the sheet is asked for."""

from typing import TYPE_CHECKING

from jobtracker.ui.features.salary.page import SalaryPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.salary_import.presenter import SalaryImport


class Importing:
    """Opens the sheet over the Salary page; what is wanted before `attach` is done then."""

    def __init__(self, theme: Theme, page: SalaryPage, commander: Commander) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._is_wanted = False
        self.importing: SalaryImport | None = None
        page.intents.import_wanted.subscribe(lambda _none: self._choose(), owner=page)

    def attach(self, workspace: "Workspace") -> None:
        from jobtracker.ui.features.salary_import.presenter import SalaryImport

        self.importing = SalaryImport(self._theme, self._page, self._commander, workspace)
        if self._is_wanted:
            self._choose()

    def _choose(self) -> None:
        self._is_wanted = self.importing is None
        if self.importing is not None:
            self.importing.choose()
