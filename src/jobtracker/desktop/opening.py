"""From the file to the living window: the workspace, opened on the lane and attached in turns.

Imported after the first paint.
"""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import JobtrackerError, WorkspaceDamagedError, WorkspaceError
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.turns import Turns

if TYPE_CHECKING:
    from jobtracker.services.found_before import FoundBefore
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.main_window.undoing import History


class Opening(QObject):
    """`begin` as often as it takes; `attach` is then gone through with the workspace, in turns.

    `stands` tells that it is open, `refused` why it is not, `found` that nothing lies at the path
    though there was something before. `settled` is true as soon as any of them was told.
    """

    def __init__(
        self,
        path: Path,
        commander: Commander,
        turns: Turns,
        attach: Callable[["Workspace"], Iterator[None]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.workspace: Workspace | None = None
        self.settled = False
        self.stands: Channel[Workspace] = Channel()
        self.refused: Channel[JobtrackerError] = Channel()
        self.found: Channel[FoundBefore] = Channel()
        self.rewritten: Channel[None] = Channel()
        self._commander = commander
        self._turns = turns
        self._attach = attach
        self._seen = 0
        parent.installEventFilter(self)

    def begin(self, *, afresh: bool = False) -> None:
        """Open the workspace on the lane and attach it; `afresh` makes a missing one without
        looking whether there was one before.

        Not before the window is dressed: the database layer takes the interpreter from whoever
        does that. What is loaded stays, so that garbage is collected only afterwards.
        """
        from jobtracker.bootstrap import open_workspace
        from jobtracker.desktop.later import load_services

        def opened() -> "Workspace | FoundBefore":
            before = None if afresh else _found_before(self.path)
            if before is not None:
                return before
            workspace = open_workspace(self.path, write=True, check_later=True)
            load_services()
            return workspace

        self._commander.read(opened, self._answered, failed=self._refuse, owner=self)

    def opened(self) -> "Workspace":
        """The workspace, for what is asked of it on the lane. Raises WorkspaceError before."""
        if self.workspace is None:
            raise WorkspaceError("The workspace is not open yet. Wait a moment and try again.")
        return self.workspace

    def history(self) -> "History":
        """What Undo and Redo run on the lane."""
        from jobtracker.ui.main_window.undoing import History, Steps

        def undo() -> Done[Any]:
            return self.opened().history.undo()

        def redo() -> Done[Any]:
            return self.opened().history.redo()

        def steps() -> Steps | None:
            return Steps(*self.workspace.history.next()) if self.workspace is not None else None

        return History(undo, redo, steps)

    def replaced(self) -> None:
        """Have everything read again: another file may stand where this one stood."""
        from jobtracker.services.backups import EVERYTHING

        self._commander.changed.put(EVERYTHING)
        self.rewritten.put(None)

    def look(self) -> None:
        """See whether another program wrote to the file since this was asked last."""
        if self.workspace is not None and not self.workspace.database.is_suspended:
            version = self.workspace.database.data_version
            self._commander.read(version, self._compare, owner=self)

    def close(self) -> None:
        """Close the file, behind all that was asked for."""
        if self.workspace is not None:
            self._commander.read(self.workspace.close, lambda _none: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Coming back to the window is the moment to see what a terminal wrote meanwhile."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def _answered(self, answer: "Workspace | FoundBefore") -> None:
        from jobtracker.services.workspace import Workspace

        if isinstance(answer, Workspace):
            self._turns.add(self._attaching(answer))
        else:
            self._settle()
            self.found.put(answer)

    def _attaching(self, workspace: "Workspace") -> Iterator[None]:
        from jobtracker.bootstrap import finish_opening

        self.workspace = workspace
        yield from self._attach(workspace)
        self.look()
        yield
        self._settle()
        yield
        self._commander.read(
            lambda: finish_opening(workspace),
            self._finished,
            failed=self._not_finished,
            owner=self,
        )
        self.stands.put(workspace)

    def _finished(self, changes: Changes) -> None:
        if changes.rows:
            self._commander.changed.put(changes)

    def _not_finished(self, error: JobtrackerError) -> None:
        """Damage that the first write has found is as bad as any; the rest may be tried again."""
        damaged = isinstance(error, WorkspaceDamagedError)
        (self.refused if damaged else self._commander.problems).put(error)

    def _refuse(self, error: JobtrackerError) -> None:
        self._settle()
        self.refused.put(error)

    def _settle(self) -> None:
        """Collect garbage from now on, but never look again through what stays for good."""
        from jobtracker.ui.runtime.garbage import GarbageCollector

        if not self.settled:
            gc.freeze()
            GarbageCollector(self)
            self.settled = True

    def _compare(self, version: int) -> None:
        known, self._seen = self._seen, version
        if known not in (0, version):
            self.replaced()


def _found_before(path: Path) -> "FoundBefore | None":
    """What a first start finds of an earlier search, or None where it may simply begin.

    Raises WorkspaceError where the search was moved here and has gone.
    """
    if path.exists() or path.is_symlink():
        return None
    from jobtracker.services.found_before import found_before
    from jobtracker.system.paths import moved_to

    if str(path) == moved_to():
        raise WorkspaceError(
            f"{path.name} was moved to {path.parent.name} and is not there; nothing was made; "
            "plug in its drive, or restore a backup."
        )
    found = found_before(path)
    return found if found.workspaces or found.backups or found.moved else None
