"""Stands between one application on the page and the services.

The seam to the list: `ApplicationsPresenter.attach` makes a `DetailPresenter` once the page has
its pane. From then on everything about one application is heard here: of the page's `Intents`
`selected`, `edited`, `moved`, `ended`, `reopened`, `noted` and `removed`, and all of the pane's
`DetailIntents`. It listens to the commander itself and reads the application again when
something of it changed; the list's presenter reads the list only, and calls `refresh` after it
was attached.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError, NotFoundError
from jobtracker.domain.matching import Role
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import Edit, End, Intents, Move, Said, Shown
from jobtracker.ui.features.applications.detail.match_presenter import MatchPresenter
from jobtracker.ui.features.applications.detail.pay_presenter import PayPresenter
from jobtracker.ui.features.applications.detail.pay_story_presenter import PayStoryPresenter
from jobtracker.ui.features.applications.detail.record_presenter import RecordPresenter
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets.typed import FIELDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.applications.detail.pane import DetailPane

DETAIL = "application"
TOPICS = (
    "application",
    "application_contact",
    "application_profile",
    "application_tag",
    "company",
    "company_alias",
    "contact",
    "custom_field",
    "custom_value",
    "document",
    "event",
    "interview",
    "letter",
    "letter_version",
    "offer",
    "posting",
    "setting",
    "tag",
)
PROFILES = ("profile", "salary_range")


class Host(Protocol):
    """The page, as far as one application needs it."""

    intents: Intents
    pane: "DetailPane | None"

    def selected_id(self) -> int | None: ...
    def show_application(self, shown: Shown) -> None: ...
    def show_error(self, application_id: int, field: str, message: str) -> bool: ...
    def open_item(self, item: int) -> None: ...


class DetailPresenter:
    """Made once the page has its pane and there are services; lives as long as the page."""

    def __init__(
        self, page: Host, owner: "QWidget", commander: Commander, workspace: "Workspace"
    ) -> None:
        self._page = page
        self._owner = owner
        self._commander = commander
        self._services = workspace
        self._reference = Reference(workspace)
        self._shown: Shown | None = None
        assert page.pane is not None
        self.record = RecordPresenter(page.pane, page.open_item, commander, workspace)
        self.match = MatchPresenter(page.pane, commander, workspace)
        self.pay = PayPresenter(page.pane, commander, workspace)
        self.story = PayStoryPresenter(page.pane, commander, workspace)
        self._listen()

    def refresh(self) -> None:
        """Read the application that is selected again."""
        self._select(self._page.selected_id())

    def _listen(self) -> None:
        intents, owner = self._page.intents, self._owner
        intents.selected.subscribe(self._select, owner=owner)
        intents.edited.subscribe(self._edit, owner=owner)
        intents.moved.subscribe(self._move, owner=owner)
        intents.ended.subscribe(self._end, owner=owner)
        intents.reopened.subscribe(self._reopen, owner=owner)
        intents.noted.subscribe(self._note, owner=owner)
        intents.removed.subscribe(self._remove, owner=owner)
        self._commander.changed.subscribe(self._changed, owner=owner)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*PROFILES):
            self._reference.forget()
        if changes.touches(*TOPICS, *PROFILES):
            self.refresh()

    def _select(self, application_id: int | None) -> None:
        if application_id is not None:
            self._read(application_id)

    def _read(self, application_id: int) -> None:
        services, reference = self._services, self._reference
        self._commander.read(
            lambda: shown_of(services, reference, application_id),
            self._show,
            question=DETAIL,
            owner=self._owner,
            failed=self._not_shown,
        )

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._page.show_application(shown)

    def _not_shown(self, error: JobtrackerError) -> None:
        """One that is gone by now is no news: the list that comes back lacks it too."""
        if not isinstance(error, NotFoundError):
            self._commander.problems.put(error)

    def _edit(self, edit: Edit) -> None:
        applications = self._services.applications
        archived = {True: "archived", False: "taken out of the archive"}
        what = archived[edit.fields["archived"]] if "archived" in edit.fields else ""
        self._commander.change(
            lambda: applications.edit(edit.id, edit.fields),
            failed=lambda error: self._refuse(edit, error),
            owner=self._owner,
            toast=f"{self._company(edit.id)} {what}" if what else "",
        )

    def _refuse(self, edit: Edit, error: JobtrackerError) -> None:
        """Say it under the field where there is one, otherwise above the page."""
        named = error.field if isinstance(error, InvalidInputError) else ""
        for field in (FIELDS.get(named, named), edit.field):
            if field and self._page.show_error(edit.id, field, str(error)):
                return
        self.put_back(edit.id, edit.field, str(edit.fields.get(edit.field, "")), str(error))
        self._commander.problems.put(error)

    def _move(self, move: Move) -> None:
        log, name = self._services.log, words.standing_name(move.stage.value)

        def work() -> Done[Any]:
            if move.amount.strip():
                return log.offer(move.id, move.amount)
            return log.move(move.id, move.stage)

        self._change(work, move.id, f"moved to {name}")

    def _end(self, end: End) -> None:
        log, name = self._services.log, words.standing_name(end.outcome.value)
        self._change(
            lambda: log.close(end.id, end.outcome, reason=end.reason), end.id, f"closed: {name}"
        )

    def _reopen(self, application_id: int) -> None:
        log = self._services.log
        self._change(lambda: log.reopen(application_id), application_id, "reopened")

    def _remove(self, application_id: int) -> None:
        applications = self._services.applications
        self._change(lambda: applications.remove(application_id), application_id, "deleted")

    def _note(self, said: Said) -> None:
        log = self._services.log

        def refuse(error: JobtrackerError) -> None:
            self.put_back(said.id, "note", said.text)
            self._commander.problems.put(error)

        self._commander.change(
            lambda: log.note(said.id, said.text), failed=refuse, owner=self._owner
        )

    def put_back(self, application_id: int, field: str, text: str, reason: str = "") -> None:
        """What was refused goes back to where it was typed: nothing typed is ever lost."""
        pane = self._page.pane
        if pane is None or not text.strip():
            return
        pane.keep_typed(application_id, field, text, reason)
        if pane.shown_id == application_id:
            self._read(application_id)

    def _change(self, work: Callable[[], Done[Any]], application_id: int, what: str) -> None:
        """Change what leaves its place in the list, and say so: "Acme moved to Offer"."""
        toast = f"{self._company(application_id)} {what}"
        self._commander.change(work, owner=self._owner, toast=toast)

    def _company(self, application_id: int) -> str:
        if self._shown is not None and self._shown.view.record.id == application_id:
            return self._shown.view.record.company
        return "Application"


class Reference:
    """The role profiles as an application needs them, read once until they change.

    Read on the lane, forgotten by the presenter; what was read in between is asked for again.
    """

    def __init__(self, services: "Workspace") -> None:
        self._services = services
        self._roles: Sequence[Role] = ()
        self._levels: dict[int, Sequence[str]] = {}

    def forget(self) -> None:
        self._roles, self._levels = (), {}

    def roles(self) -> Sequence[Role]:
        if not self._roles:
            self._roles = [Role(one.id, one.title) for one in self._services.profiles.summaries()]
        return self._roles

    def levels(self, profile_id: int) -> Sequence[str]:
        """The levels that a profile has ranges of."""
        if profile_id not in self._levels:
            salaries = self._services.profiles.load(profile_id).salaries
            levels = dict.fromkeys(salary.level for salary in salaries if salary.level)
            self._levels[profile_id] = list(levels)
        return self._levels[profile_id]


def shown_of(services: "Workspace", reference: Reference, application_id: int) -> Shown:
    """All that the pane shows of an application; runs on the lane."""
    view = services.applications.view(application_id)
    roles = reference.roles()
    if view.profile is None:
        proposals = services.applications.propose_profiles(view.record.role, view.record.posting)
        return Shown(view, roles, (), proposals)
    return Shown(view, roles, reference.levels(view.profile.id), ())
