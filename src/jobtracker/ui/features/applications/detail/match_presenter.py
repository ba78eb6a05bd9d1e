"""Stands between the match of an application's skills and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.ui.features.applications.detail.contract import SkillSaid
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.applications.detail.pane import DetailPane

QUESTION = "skill match"
TOPICS = ("my_skill", "can_show", "posting", "application_profile", "profile", "profile_item")


class MatchPresenter:
    """Reads the match when it is looked at, and again when something of it changed."""

    def __init__(self, pane: "DetailPane", commander: Commander, workspace: "Workspace") -> None:
        self._pane = pane
        self._commander = commander
        self._services = workspace
        self._id = 0
        pane.intents.match_wanted.subscribe(self._read, owner=pane)
        pane.intents.skill_said.subscribe(self._add, owner=pane)
        commander.changed.subscribe(self._changed, owner=pane)

    def _read(self, application_id: int) -> None:
        self._id = application_id
        matches = self._services.skill_match
        self._commander.read(
            lambda: matches.match(application_id),
            lambda match: self._pane.parts.posting.show_match(application_id, match),
            question=QUESTION,
            owner=self._pane,
        )

    def _changed(self, changes: Changes) -> None:
        if self._id == self._pane.shown_id and self._id and changes.touches(*TOPICS):
            self._read(self._id)

    def _add(self, said: SkillSaid) -> None:
        skills = self._services.my_skills
        self._commander.change(
            lambda: skills.add(said.skill, said.where),
            owner=self._pane,
            toast=f"{said.skill} added to your skills",
        )
