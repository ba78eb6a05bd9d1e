"""Between the settings page and the services: my profile, waiting times, the weekly goal, and
where everything is kept.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.my_profile import MyProfile
from jobtracker.ui.features.settings.contract import Copy, Keeping
from jobtracker.ui.features.settings.page import SettingsPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from pathlib import Path

    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.backups import BackupInfo

MEGABYTE = 1_000_000


class SettingsPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, page: SettingsPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        commander.changed.subscribe(self._follow, owner=page)
        page.intents.waiting_days.subscribe(self._wait, owner=page)
        page.intents.weekly_goal.subscribe(self._aim, owner=page)
        page.intents.me.subscribe(self._introduce, owner=page)
        page.intents.backup.subscribe(lambda _none: self._back_up(), owner=page)
        page.intents.opened.subscribe(self._look, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._read_me()
        self._read_tracking()
        self._read_keeping()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("setting"):
            self._read_me()
            self._read_tracking()

    def _look(self, section: str) -> None:
        """Backups are also made elsewhere and tell nobody; templates are read only when asked."""
        if section == "backups":
            self._read_keeping()
        if section == "about you" and (space := self._workspace) is not None:
            self._commander.read(
                space.me.uses,
                self._page.about_you.show_uses,
                question="uses of my profile",
                owner=self._page,
            )

    def _read_me(self) -> None:
        if (space := self._workspace) is not None:
            self._commander.read(
                space.me.profile,
                self._page.about_you.show_profile,
                question="my profile",
                owner=self._page,
            )

    def _introduce(self, profile: MyProfile) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(lambda: space.me.save(profile), owner=self._page)

    def _read_tracking(self) -> None:
        if (space := self._workspace) is None:
            return
        preferences, tracking = space.preferences, self._page.tracking
        self._commander.read(
            preferences.waiting_days,
            tracking.show_days,
            question="waiting days",
            owner=self._page,
        )
        self._commander.read(
            preferences.weekly_goal,
            tracking.show_goal,
            question="weekly goal",
            owner=self._page,
        )

    def _aim(self, count: int) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.preferences.set_weekly_goal(count), owner=self._page
            )

    def _wait(self, days: Mapping[str, int]) -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.preferences.set_waiting_days(days), owner=self._page
            )

    def _path(self) -> "Path | None":
        return self._workspace.database.path if self._workspace is not None else None

    def _read_keeping(self) -> None:
        if (path := self._path()) is not None:
            self._commander.read(
                lambda: keeping_of(path), self._page.show_keeping, owner=self._page
            )

    def _back_up(self) -> None:
        if (path := self._path()) is not None:
            from jobtracker.services import backups

            self._commander.read(
                lambda: backups.back_up(path), lambda _made: self._backed_up(), owner=self._page
            )

    def _backed_up(self) -> None:
        self._commander.toasts.put("Backup written and checked")
        self._read_keeping()


def keeping_of(path: "Path") -> Keeping:
    """Where a workspace and its backups lie, read from the disk."""
    from jobtracker.services import backups

    known = backups.known(path)
    folder = known[0].path.parent if known else path.with_name(f"{path.name}.backups")
    return Keeping(str(path), str(folder), tuple(_copy(one) for one in known))


def _copy(backup: "BackupInfo") -> Copy:
    made = f"{backup.made_at.astimezone():%d %b %Y %H:%M}"
    reason = backup.reason.replace("-", " ").capitalize()
    return Copy(made, reason, f"{max(backup.size / MEGABYTE, 0.1):.1f} MB")
