"""A workspace moved to another folder: copied and checked there, the former file kept aside."""

from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.progress import Progress
from jobtracker.storage import health
from jobtracker.storage.backups.taking import back_up_to
from jobtracker.storage.files import beside, fsync_folder, size_of
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors

ASIDE = ".moved"


class Moved(NamedTuple):
    """Where a workspace lies now, and what its former file is called."""

    path: Path
    former: Path


def move(path: Path, folder: Path, progress: Progress | None = None) -> Moved:
    """Copy a workspace that nobody has open into `folder` and rename the former one, so that
    nothing opens it by mistake. Its backups stay where they are.

    Raises WorkspaceError, WorkspaceBusyError or StoppedError; then the workspace lies where it
    lay, and no half copy lies in `folder`.
    """
    former = beside(path, ASIDE)
    if former.exists():
        raise WorkspaceError(
            f"{former.name} is there from an earlier move; nothing was changed; put it away first."
        )
    with plain_errors(path), WorkspaceLock.exclusive(path):
        target = back_up_to(path, folder / path.name, progress)
        if size_of(beside(path, "-wal")):
            target.unlink()
            raise WorkspaceError(f"{path.name} is still in use; nothing was changed; try again.")
        try:
            health.glance(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        path.rename(former)
        fsync_folder(path.parent)
    return Moved(target, former)
