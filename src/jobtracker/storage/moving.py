"""A workspace moved to another folder: copied and checked there, the former file kept aside."""

import filecmp
import shutil
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.progress import Progress
from jobtracker.storage import health
from jobtracker.storage.backups.kept import folder_of, list_backups
from jobtracker.storage.backups.taking import back_up_to
from jobtracker.storage.files import (
    beside,
    discard,
    fsync_file,
    fsync_folder,
    make_private_folder,
    size_of,
    write_atomically,
)
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors
from jobtracker.storage.tombstones import tombstone

ASIDE = ".moved"


class Moved(NamedTuple):
    """Where a workspace lies now, and what its former file is called."""

    path: Path
    former: Path


def move(path: Path, folder: Path, progress: Progress | None = None) -> Moved:
    """Copy a workspace that nobody has open into `folder` and rename the former one, so that
    nothing opens it by mistake; a note beside it says where it went. Its backups are copied along.

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
            _take_backups(path, target)
            write_atomically(tombstone(path), f"{target.resolve()}\n".encode())
            path.rename(former)
        except BaseException:
            discard(target, tombstone(path))
            raise
        fsync_folder(path.parent)
    return Moved(target, former)


def _take_backups(path: Path, target: Path) -> None:
    """Copy the backups to the new place and compare them; the former ones stay. Where others lie
    there already, theirs are numbers of their own, and nothing is mixed in.
    """
    there, backups = folder_of(target), list_backups(path)
    if there.exists() or not backups:
        return
    make_private_folder(there)
    try:
        for backup in backups:
            _copy_exactly(backup.path, there)
        fsync_folder(there)
    except BaseException:
        shutil.rmtree(there, ignore_errors=True)
        raise


def _copy_exactly(file: Path, folder: Path) -> None:
    copy = Path(shutil.copy2(file, folder))
    fsync_file(copy)
    if not filecmp.cmp(file, copy, shallow=False):
        raise WorkspaceError(
            f"The backup {copy.name} was not copied as it is; nothing was changed; try another "
            "folder."
        )
