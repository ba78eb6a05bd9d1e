"""Between the page and the services: which ranges to show, read again when one changes."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.ui.features.salary.page import YOURS, SalaryPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary
    from jobtracker.services.workspace import Workspace

CONCERNED = ("profile", "salary_range", "related_role", "application", "application_profile")


class SalaryPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, page: SalaryPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        self._role = YOURS
        commander.changed.subscribe(self._follow, owner=page)
        page.role_chosen.subscribe(self._choose, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Read the roles to choose from, then the ranges of the one chosen."""
        if (space := self._workspace) is not None:
            self._commander.read(
                space.profiles.summaries,
                self._show_roles,
                question="salary roles",
                owner=self._page,
            )

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*CONCERNED):
            self.refresh()

    def _choose(self, role: int) -> None:
        self._role = role
        self._read_lines()

    def _show_roles(self, rows: "list[ProfileSummary]") -> None:
        self._page.show_roles([(row.id, row.title) for row in rows])
        if self._role not in {row.id for row in rows}:
            self._role = YOURS
        self._read_lines()

    def _read_lines(self) -> None:
        if (space := self._workspace) is None:
            return
        role = self._role
        self._commander.read(
            lambda: space.salaries.of_profile(role) if role else space.salaries.lines(),
            self._page.show_lines,
            question="salary lines",
        )
