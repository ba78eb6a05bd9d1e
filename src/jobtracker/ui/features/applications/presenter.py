"""Stands between the page and the services: asks on the lane, hands over what came back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError, NotFoundError
from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import (
    ACTIVE,
    CLOSED,
    FIELDS,
    Edit,
    End,
    Move,
    Query,
    Role,
    Said,
    Shown,
)
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock
    from jobtracker.ui.features.applications.adding import Adding

LIST = "applications"
DETAIL = "application"
TOPICS = ("application", "company", "application_profile", "event", "letter")
REFERENCE = ("profile", "salary_range")


class ApplicationsPresenter:
    """Made with the page; `attach` gives it the services once they are loaded."""

    def __init__(
        self, theme: Theme, page: ApplicationsPage, commander: Commander, clock: "Clock"
    ) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._clock = clock
        self._workspace: Workspace | None = None
        self.adding: Adding | None = None

    def attach(self, workspace: "Workspace") -> None:
        """Bring the page to life; it then reads everything anew."""
        from jobtracker.ui.features.applications.adding import Adding
        from jobtracker.ui.features.applications.reading import readers

        self._workspace = workspace
        self.adding = Adding(self._theme, self._page, self._commander, workspace, self._clock)
        self._listen()
        self._page.attach(readers(self._clock))
        self.refresh()

    def refresh(self) -> None:
        """Read the list again, and the application in the pane."""
        self._read_list(self._page.panel.query)
        shown = self._page.selected_id()
        if shown is not None:
            self._read_application(shown)

    @property
    def _services(self) -> "Workspace":
        assert self._workspace is not None
        return self._workspace

    def _listen(self) -> None:
        page, intents = self._page, self._page.intents
        intents.queried.subscribe(self._read_list, owner=page)
        intents.selected.subscribe(self._select, owner=page)
        intents.edited.subscribe(self._edit, owner=page)
        intents.moved.subscribe(self._move, owner=page)
        intents.ended.subscribe(self._end, owner=page)
        intents.reopened.subscribe(self._reopen, owner=page)
        intents.noted.subscribe(self._note, owner=page)
        intents.removed.subscribe(self._remove, owner=page)
        self._commander.changed.subscribe(self._changed, owner=page)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS, *REFERENCE):
            self.refresh()

    def _select(self, application_id: int | None) -> None:
        if application_id is not None:
            self._read_application(application_id)

    def _read_list(self, query: Query) -> None:
        applications = self._services.applications

        def work() -> list[ListRow]:
            found = applications.rows(ListQuery(query.text, closed_too=query.scope != ACTIVE))
            return [row for row in found if row.outcome] if query.scope == CLOSED else found

        self._commander.read(work, self._show_list, question=LIST, owner=self._page)

    def _show_list(self, found: list[ListRow]) -> None:
        self._page.show_found(found, self._clock.today())

    def _read_application(self, application_id: int) -> None:
        services = self._services
        self._commander.read(
            lambda: _shown(services, application_id),
            self._page.show_application,
            question=DETAIL,
            owner=self._page,
            failed=self._not_shown,
        )

    def _not_shown(self, error: JobtrackerError) -> None:
        """One that is gone by now is no news: the list that comes back lacks it too."""
        if not isinstance(error, NotFoundError):
            self._commander.problems.put(error)

    def _edit(self, edit: Edit) -> None:
        applications = self._services.applications
        self._commander.change(
            lambda: applications.edit(edit.id, edit.fields),
            failed=lambda error: self._refuse(edit, error),
            owner=self._page,
        )

    def _refuse(self, edit: Edit, error: JobtrackerError) -> None:
        """Say it under the field where there is one, otherwise above the page."""
        field = edit.field
        if isinstance(error, InvalidInputError):
            field = FIELDS.get(error.field, error.field) or edit.field
        if not self._page.show_error(edit.id, field, str(error)):
            self._put_back(edit.id, edit.field, str(edit.fields.get(edit.field, "")))
            self._commander.problems.put(error)

    def _move(self, move: Move) -> None:
        applications = self._services.applications
        name = words.standing_name(move.stage.value)
        self._change(lambda: applications.move(move.id, move.stage), move.id, f"moved to {name}")

    def _end(self, end: End) -> None:
        applications = self._services.applications
        name = words.standing_name(end.outcome.value)
        self._change(lambda: applications.close(end.id, end.outcome), end.id, f"closed: {name}")

    def _reopen(self, application_id: int) -> None:
        applications = self._services.applications
        self._change(lambda: applications.reopen(application_id), application_id, "reopened")

    def _remove(self, application_id: int) -> None:
        applications = self._services.applications
        self._change(lambda: applications.remove(application_id), application_id, "deleted")

    def _note(self, said: Said) -> None:
        applications = self._services.applications

        def refuse(error: JobtrackerError) -> None:
            self._put_back(said.id, "note", said.text)
            self._commander.problems.put(error)

        self._commander.change(
            lambda: applications.note(said.id, said.text), failed=refuse, owner=self._page
        )

    def _put_back(self, application_id: int, field: str, text: str) -> None:
        """What was refused goes back to where it was typed: nothing typed is ever lost."""
        pane = self._page.pane
        if pane is None or not text.strip():
            return
        pane.keep_typed(application_id, field, text)
        if pane.shown_id == application_id:
            self._read_application(application_id)

    def _change(self, work: Callable[[], Done[Any]], application_id: int, what: str) -> None:
        """Change what leaves its place in the list, and say so: "Acme moved to Offer"."""
        company = self._company(application_id)
        self._commander.change(work, owner=self._page, toast=f"{company} {what}".strip())

    def _company(self, application_id: int) -> str:
        shown = self._page.panel.model.found
        return next((row.company for row in shown if row.id == application_id), "Application")


def _shown(services: "Workspace", application_id: int) -> Shown:
    """All that the pane shows of an application; runs on the lane."""
    view = services.applications.view(application_id)
    roles = [Role(one.id, one.title) for one in services.profiles.summaries()]
    if view.profile is None:
        proposals = services.applications.propose_profiles(view.record.role)
        return Shown(view, roles, (), proposals)
    salaries = services.profiles.load(view.profile.id).salaries
    levels = [salary.level for salary in salaries if salary.level]
    return Shown(view, roles, list(dict.fromkeys(levels)), ())
