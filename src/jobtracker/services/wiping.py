"""Deleting all data: the workspace becomes a new one; what lies elsewhere is named."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import WorkspaceError
from jobtracker.services.base import Service
from jobtracker.storage import wiping
from jobtracker.storage.backups import kept
from jobtracker.storage.plain_words import plain_errors


class Left(NamedTuple):
    """What was not deleted: the backups beside the file, and the folder they lie in."""

    backups: int
    folder: Path


class Wiping(Service):
    def left(self) -> Left:
        """The backups that hold copies of the data now."""
        path = self._path()
        return Left(len(kept.list_backups(path)), kept.folder_of(path))

    def delete_everything(self, *, with_backups: bool) -> Done[Left]:
        """Delete every record, file, setting and draft of this workspace, and all that could be
        undone; with `with_backups` the backups beside it too. What is still there afterwards.

        One transaction: a kill leaves all or nothing. It can't be undone.
        """
        path = self._path()
        with self._db.write("delete all data", journalled=False) as tx:
            changes = wiping.delete_everything(tx.session)
        with suppress(WorkspaceError), plain_errors(path):
            wiping.shrink(path)  # everything is gone already; only its room is still taken
        if with_backups:
            with plain_errors(path):
                for backup in kept.list_backups(path):
                    backup.path.unlink(missing_ok=True)
        return Done(self.left(), changes, "")

    def _path(self) -> Path:
        if self._db.path is None:
            raise WorkspaceError("There is no workspace yet; nothing was deleted.")
        return self._db.path
