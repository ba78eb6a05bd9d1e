"""Stands between the pay timeline of an application and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.pay_facts import MINE
from jobtracker.ui.features.applications.detail.pay_draft import AMOUNT, HOW, NOTE, WHO, PayWanted
from jobtracker.ui.features.applications.detail.pay_lines import PayStory
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.applications.detail.pane import DetailPane

STORY, WARNING = "pay timeline", "pay warning"
TOPICS = ("application", "event", "offer", "pay_fact", "posting", "day")


class PayStoryPresenter:
    """Reads the timeline after the pane itself, and again when something of it changed."""

    def __init__(self, pane: "DetailPane", commander: Commander, workspace: "Workspace") -> None:
        self._pane = pane
        self._commander = commander
        self._services = workspace
        self._id = 0
        intents = pane.intents
        intents.story_wanted.subscribe(self._read, owner=pane)
        intents.pay_drafted.subscribe(self._warn, owner=pane)
        intents.pay_saved.subscribe(self._save, owner=pane)
        intents.pay_removed.subscribe(self._remove, owner=pane)
        commander.changed.subscribe(self._changed, owner=pane)

    def _read(self, application_id: int) -> None:
        self._id = application_id
        services = self._services
        self._commander.read(
            lambda: story_of(services, application_id),
            self._pane.parts.overview.show_story,
            question=STORY,
            failed=lambda _gone: None,
            owner=self._pane,
        )

    def _changed(self, changes: Changes) -> None:
        if self._id and self._id == self._pane.shown_id and changes.touches(*TOPICS):
            self._read(self._id)

    def _warn(self, wanted: PayWanted) -> None:
        """Ask what to know before this figure is named; what is no figure yet warns of nothing."""
        section, draft = self._pane.parts.overview.pay, wanted.draft
        facts = self._services.pay_facts
        if draft.kind not in MINE or not draft.texts[AMOUNT].strip():
            section.show_warning(wanted, "")
            return
        self._commander.read(
            lambda: facts.would_warn(
                wanted.id, draft.kind, draft.texts[AMOUNT], wanted.on, draft.fact_id
            ),
            lambda words: section.show_warning(wanted, words),
            question=WARNING,
            failed=lambda _no_figure: section.show_warning(wanted, ""),
            owner=self._pane,
        )

    def _save(self, wanted: PayWanted) -> None:
        section, services = self._pane.parts.overview.pay, self._services

        def refuse(error: JobtrackerError) -> None:
            field = error.field if isinstance(error, InvalidInputError) else ""
            if not section.show_error(wanted, field, str(error)):
                self._commander.problems.put(error)

        self._commander.change(
            lambda: stored(services, wanted),
            lambda _id: section.stored(wanted),
            refuse,
            owner=self._pane,
        )

    def _remove(self, fact_id: int) -> None:
        facts = self._services.pay_facts
        self._commander.change(
            lambda: facts.remove(fact_id), owner=self._pane, toast="Taken off the pay timeline"
        )


def story_of(services: "Workspace", application_id: int) -> PayStory:
    """All that was named; runs on the lane. Raises NotFoundError where the application is gone."""
    record = services.applications.view(application_id).record
    facts, offers = services.pay_facts.of(application_id), services.offers.of(application_id)
    return PayStory(record, facts, offers, services.clock.today())


def stored(services: "Workspace", wanted: PayWanted) -> "Done[int]":
    """Record the figure, or correct the one it stands for; runs on the lane."""
    draft, facts = wanted.draft, services.pay_facts
    texts = draft.texts
    said = {"who": texts[WHO], "how": texts[HOW], "note": texts[NOTE]}
    if draft.fact_id:
        return facts.edit(draft.fact_id, draft.kind, texts[AMOUNT], wanted.on, **said)
    return facts.add(wanted.id, draft.kind, texts[AMOUNT], wanted.on, **said)
