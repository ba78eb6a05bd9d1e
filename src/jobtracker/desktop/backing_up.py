"""Backups without being asked: while one works, on closing; and the lines about them in the
sidebar.

They are taken on a lane beside the one of the database, so that a large file keeps nobody
waiting. There is no polling: a single-shot timer runs from the first change after a backup.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from jobtracker.domain.changes import BACKUPS, OTHER_BACKUPS, Changes
from jobtracker.domain.errors import JobtrackerError
from jobtracker.system.clock import Clock
from jobtracker.ui.actions import Action
from jobtracker.ui.features.settings.backup_words import backup_line, second_line
from jobtracker.ui.main_window.sidebar import Sidebar
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.backups import Standing
    from jobtracker.services.workspace import Workspace

EVERY = timedelta(minutes=30)
AT_LEAST = timedelta(minutes=1)
"""A rest after the first change, so that a backup holds more than the first letter typed."""
IN_TIME_SECONDS = 10
"""After that a backup on closing is given up, the window has gone long before; and one on locking,
for nobody expects the key to be held that long.
"""


class BackingUp(QObject):
    """`attach` once the workspace is open, `close` before it is closed. `beside` is the lane."""

    def __init__(
        self,
        path: Path,
        sidebar: Sidebar,
        commander: Commander,
        beside: Commander,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._sidebar = sidebar
        self._commander = commander
        self._clock = clock
        self._workspace: Workspace | None = None
        self._standing: Standing | None = None
        self._tried_at: datetime | None = None
        self._lane = beside
        self._lane.problems.subscribe(commander.problems.put, owner=self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._back_up_by_itself)
        self._tomorrow = QTimer(self, singleShot=True)
        self._tomorrow.timeout.connect(self._show)
        commander.changed.subscribe(self._follow, owner=self)

    def action(self) -> Action:
        return Action("back up", "Back up now", "File", self.back_up)

    def attach(self, workspace: "Workspace") -> None:
        """Look how it stands, and give a second place what it missed while it was away."""
        self._workspace = workspace
        self._lane.read(self._caught_up, self._know, owner=self)

    def back_up(self) -> None:
        """Take one now, because it was asked for."""

        def take() -> Path:
            from jobtracker.services import backups

            return backups.back_up(self._path)

        self._lane.read(take, self._made, owner=self)

    def close(self) -> None:
        """Take one if that is wanted and something was changed; the window has gone by now.

        It is given up after ten seconds. Whatever goes wrong with it changes nothing.
        """
        self._soon.stop()
        self._tomorrow.stop()
        space = self._workspace
        if space is not None and not space.database.is_suspended:
            from jobtracker.services.backups import ON_CLOSING

            self._take_in_time(ON_CLOSING, space.backups.on_closing)

    def before_lock(self) -> None:
        """Take one if something was changed, on the lane and so before the key is given up there:
        while it is locked, neither the half hour nor the closing window could.
        """
        if self._workspace is not None:
            from jobtracker.services.backups import AUTOMATIC

            self._soon.stop()
            self._take_in_time(AUTOMATIC, lambda: True)

    def _take_in_time(self, reason: str, wanted: Callable[[], bool]) -> None:
        deadline = time.monotonic() + IN_TIME_SECONDS

        def take() -> None:
            from jobtracker.services import backups

            if wanted():
                backups.back_up_if_changed(
                    self._path, reason, lambda _done, _total: time.monotonic() < deadline
                )

        self._commander.read(take, lambda _none: None, failed=lambda _error: None)

    def _caught_up(self) -> "Standing":
        from jobtracker.services import backups

        return backups.catch_up(self._path)

    def _follow(self, changes: Changes) -> None:
        if self._workspace is None:
            return
        if changes.touches(BACKUPS, "setting"):
            self._look()
        if changes.rows.keys() - {BACKUPS} and not self._soon.isActive():
            self._soon.start(self._wait() // timedelta(milliseconds=1))

    def _wait(self) -> timedelta:
        """Until half an hour after the newest backup, or after the last try."""
        newest = self._standing.newest if self._standing is not None else None
        times = [newest.info.made_at] if newest else []
        times += [self._tried_at] if self._tried_at else []
        since = self._clock.now() - max(times) if times else EVERY
        return min(max(EVERY - since, AT_LEAST), EVERY)

    def _back_up_by_itself(self) -> None:
        if self._workspace is None or self._workspace.database.is_suspended:
            return
        from jobtracker.services import backups

        self._tried_at = self._clock.now()
        self._lane.read(
            lambda: backups.back_up_if_changed(self._path, backups.AUTOMATIC),
            lambda made: self._commander.changed.put(OTHER_BACKUPS) if made is not None else None,
            failed=self._failed,
            owner=self,
        )

    def _failed(self, _error: JobtrackerError) -> None:
        """Nobody asked for it: the line in the sidebar says that it is missing."""
        self._sidebar.set_backup("The last backup failed", good=False)

    def _made(self, _path: Path) -> None:
        self._commander.toasts.put("Backup written and checked")
        self._commander.changed.put(OTHER_BACKUPS)

    def _look(self) -> None:
        from jobtracker.services import backups

        self._lane.read(
            lambda: backups.standing(self._path),
            self._know,
            question="standing",
            failed=lambda _error: None,
            owner=self,
        )

    def _know(self, standing: "Standing") -> None:
        self._standing = standing
        self._show()

    def _show(self) -> None:
        """Say it in the sidebar; "today" is another day after midnight."""
        if self._standing is None:
            return
        now, today = self._clock.now(), self._clock.today()
        newest = self._standing.newest
        line = backup_line(newest.info if newest else None, today)
        nothing_yet = newest is None and self._standing.untouched
        self._sidebar.set_backup(line, good=None if nothing_yet else newest is not None)
        words, good = second_line(self._standing, today)
        self._sidebar.set_second_backup(words, good=good)
        local = now.astimezone()
        midnight = local.replace(hour=0, minute=0, second=1, microsecond=0) + timedelta(days=1)
        self._tomorrow.start((midnight - local) // timedelta(milliseconds=1))
