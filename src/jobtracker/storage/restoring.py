"""Putting a backup in a workspace's place; what stood there is kept aside, byte for byte.

A kill at any call leaves the old file or the new one under the name, whole, and never a log of
one beside the other (SQLite would replay it). So: prepare the new file under another name, copy
the old one aside, fold or remove its log, sync, and only then rename.
"""

import shutil
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import WorkspaceBusyError, WorkspaceError, WorkspaceNewerError
from jobtracker.storage import health, journal
from jobtracker.storage.backups import copy_whole
from jobtracker.storage.files import beside, discard, fsync_folder, make_private, publish, size_of
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors
from jobtracker.storage.schema import HEAD, SCHEMA_VERSION

_LOGS = ("-wal", "-journal")


class Restored(NamedTuple):
    """`kept_aside` is the file that stood there before, None where there was none."""

    kept_aside: Path | None


def restore(path: Path, source: Path, *, now: datetime) -> Restored:
    """Put a copy of the workspace or backup `source` in the place of `path`.

    An older one is brought up to date when it is opened next. Undo does not reach back over a
    restore. Raises WorkspaceBusyError while anything has `path` open, WorkspaceError where
    `source` is no sound workspace; then `path` is as it was.
    """
    finding = _checked_source(path, source)
    prepared = beside(path, ".restoring")
    with plain_errors(path), WorkspaceLock.exclusive(path):
        try:
            copy_whole(source, prepared)
            _finish(prepared, now, barrier=finding.revision == HEAD)
            kept = _keep_aside(path) if path.exists() else None
            _remove_logs(path)
            publish(prepared, path)
        except BaseException:
            discard(prepared, *(beside(prepared, suffix) for suffix in (*_LOGS, "-shm")))
            raise
    return Restored(kept)


def _checked_source(path: Path, source: Path) -> health.Finding:
    if not path.parent.is_dir():
        raise WorkspaceError(f"There is no folder “{path.parent.name}”; choose another place.")
    if path.is_dir() or (path.is_symlink() and not path.exists()):
        health.check_place(path)
    if not source.exists():
        raise WorkspaceError(f"There is no file {source.name}; nothing was changed.")
    if path.exists() and path.samefile(source):
        raise WorkspaceError(f"{source.name} is the workspace itself; choose a backup of it.")
    finding = health.examine(source, full=True)
    if finding.user_version > SCHEMA_VERSION:
        raise WorkspaceNewerError(
            f"{source.name} was written by a newer Jobtracker; nothing was changed; install that "
            "version to restore it."
        )
    return finding


def _finish(prepared: Path, now: datetime, *, barrier: bool) -> None:
    """Make the copy a workspace at rest: its history closed, one plain file in WAL mode."""
    raw = health.connect(prepared, "rw")
    try:
        raw.execute("PRAGMA synchronous=FULL")
        if barrier:
            raw.execute("BEGIN IMMEDIATE")
            journal.put_barrier(raw, "the restored backup", now)
            raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode=WAL")
    finally:
        raw.close()


def _keep_aside(path: Path) -> Path:
    """Copy what stands at `path`; a damaged file goes with its logs, a sound one takes them in."""
    try:
        health.examine(path)
    except WorkspaceError:
        logs = [suffix for suffix in _LOGS if beside(path, suffix).exists()]
    else:
        logs = []
        _fold_log(path)
    aside = _free_name(path)
    for suffix in (*logs, ""):
        temporary = beside(aside, ".part")
        try:
            make_private(temporary)
            shutil.copyfile(beside(path, suffix), temporary)
            publish(temporary, beside(aside, suffix))
        except BaseException:
            discard(temporary)
            raise
    return aside


def _fold_log(path: Path) -> None:
    raw = health.connect(path, "rw")
    try:
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()
    if size_of(beside(path, "-wal")):
        raise WorkspaceBusyError(
            f"{path.name} is open in another program; nothing was changed; close that, then try "
            "again."
        )


def _free_name(path: Path) -> Path:
    suffix = path.suffix or ".jobtracker"
    names = (path.with_name(f"{path.stem}.before-restore-{n}{suffix}") for n in count(1))
    return next(name for name in names if not name.exists())


def _remove_logs(path: Path) -> None:
    """The old file's log must be gone for good before the new file has its name."""
    for suffix in (*_LOGS, "-shm"):
        beside(path, suffix).unlink(missing_ok=True)
    fsync_folder(path.parent)
