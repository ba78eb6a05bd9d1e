"""Stands between the pay of an application, held against every source, and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.applications.detail.pane import DetailPane

QUESTION = "placed benchmarks"
TOPICS = ("offer", "profile", "salary_range", "salary_table", "application_profile", "application")


class PayPresenter:
    """Reads the benchmarks of the application that is shown, after the pane itself."""

    def __init__(self, pane: "DetailPane", commander: Commander, workspace: "Workspace") -> None:
        self._pane = pane
        self._commander = commander
        self._services = workspace
        self._id = 0
        pane.intents.benchmarks_wanted.subscribe(self._read, owner=pane)
        commander.changed.subscribe(self._changed, owner=pane)

    def _read(self, application_id: int) -> None:
        self._id = application_id
        salaries = self._services.salaries
        self._commander.read(
            lambda: salaries.of_application(application_id),
            lambda found: self._pane.parts.overview.salary.show_benchmarks(application_id, found),
            question=QUESTION,
            failed=lambda _gone: None,
            owner=self._pane,
        )

    def _changed(self, changes: Changes) -> None:
        if self._id and self._id == self._pane.shown_id and changes.touches(*TOPICS):
            self._read(self._id)
