"""Between two sections of the settings and the services: my profile, and what is tracked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.my_profile import MyProfile
from jobtracker.ui.features.settings.about_you import AboutYouSection
from jobtracker.ui.features.settings.tracking import TrackingSection
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace


class AboutYouPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, pane: AboutYouSection, commander: Commander) -> None:
        self._pane = pane
        self._commander = commander
        self._workspace: Workspace | None = None
        commander.changed.subscribe(self._follow, owner=pane)
        pane.edited.subscribe(self._save, owner=pane)
        pane.opened.subscribe(lambda _none: self._read_uses(), owner=pane)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._read()
        self._read_uses()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("setting"):
            self._read()

    def _read(self) -> None:
        if (space := self._workspace) is not None:
            self._commander.read(
                space.me.profile, self._pane.show_profile, question="my profile", owner=self._pane
            )

    def _read_uses(self) -> None:
        """All templates are read for it, so only when somebody looks."""
        if (space := self._workspace) is not None:
            self._commander.read(
                space.me.uses,
                self._pane.show_uses,
                question="uses of my profile",
                owner=self._pane,
            )

    def _save(self, profile: MyProfile) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(lambda: space.me.save(profile), owner=self._pane)


class TrackingPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, pane: TrackingSection, commander: Commander) -> None:
        self._pane = pane
        self._commander = commander
        self._workspace: Workspace | None = None
        commander.changed.subscribe(self._follow, owner=pane)
        pane.goal_typed.subscribe(self._aim, owner=pane)
        pane.days_typed.subscribe(self._wait, owner=pane)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._read()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("setting"):
            self._read()

    def _read(self) -> None:
        if (space := self._workspace) is None:
            return
        preferences, pane = space.preferences, self._pane
        self._commander.read(
            preferences.waiting_days, pane.show_days, question="waiting days", owner=pane
        )
        self._commander.read(
            preferences.weekly_goal, pane.show_goal, question="weekly goal", owner=pane
        )

    def _aim(self, count: int) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.preferences.set_weekly_goal(count), owner=self._pane
            )

    def _wait(self, days: Mapping[str, int]) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.preferences.set_waiting_days(days), owner=self._pane
            )
