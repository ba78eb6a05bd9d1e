"""Backups: whole, checked, numbered, and put back without ever losing what was there.

They lie in `FILE.backups/NNNNNN-reason.db`. The number is a counter, not a date: a clock that
is wrong by years would make the newest look like the oldest. A backup is copied by SQLite's
backup API (a copy of a live file misses its log), checked, synced, and only then named; older
ones go last of all.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceError
from jobtracker.storage import health
from jobtracker.storage.files import (
    beside,
    discard,
    make_private,
    make_private_folder,
    publish,
)
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors

BEFORE_MIGRATION = "before-migration"
KEPT = 50
KEPT_BEFORE_MIGRATION = 3
"""Apart from the rest, so that a migration that fails again and again can't rotate them out."""

_NAME = re.compile(r"(\d{6,})-([a-z0-9-]+)\.db")
_UNFINISHED = ".unfinished"
_LOCK_SECONDS = 60


class BackupInfo(NamedTuple):
    """`size` in bytes; `made_at` is the file's time, for a person to read and nothing else."""

    path: Path
    number: int
    reason: str
    size: int
    made_at: datetime


def folder_of(path: Path) -> Path:
    return beside(path, ".backups")


def list_backups(path: Path) -> list[BackupInfo]:
    """The backups of a workspace, newest first."""
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    found = [_info(entry) for entry in folder.iterdir() if _NAME.fullmatch(entry.name)]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def back_up(path: Path, reason: str) -> BackupInfo:
    """Take a backup, then let the oldest go. `reason` is a word of letters, digits and hyphens.

    Raises WorkspaceError where it could not be taken; then every older one is still there.
    """
    folder = folder_of(path)
    with plain_errors(path):
        make_private_folder(folder)
        with WorkspaceLock.exclusive(folder / "backups", _LOCK_SECONDS):
            number = max((backup.number for backup in list_backups(path)), default=0) + 1
            final = folder / f"{number:06d}-{reason}.db"
            _copy_checked(path, folder / _UNFINISHED, final)
            _rotate(list_backups(path))
        return _info(final)


def back_up_to(path: Path, target: Path) -> Path:
    """Copy a workspace, checked, to a file of the person's choice that is not there yet."""
    if target.exists() or target.is_symlink():
        raise WorkspaceError(f"{target.name} is already there; choose another name.")
    if not target.parent.is_dir():
        raise WorkspaceError(f"There is no folder “{target.parent.name}”; choose another place.")
    with plain_errors(target):
        _copy_checked(path, beside(target, ".part"), target)
    return target


def copy_whole(source: Path, target: Path) -> None:
    """Copy a workspace with all that is in its log into one new private file, and compare.

    The file stays open to other programs meanwhile: both sides see one moment.
    """
    make_private(target)
    original = health.connect(source, health.sharing_mode(source))
    try:
        copy = health.connect(target, "rw")
        try:
            original.execute("PRAGMA query_only=ON")
            original.execute("BEGIN")
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            expected = _row_counts(original)
            if _is_unsound(copy) or _row_counts(copy) != expected:
                raise WorkspaceDamagedError(
                    f"A copy of {source.name} did not pass its check and was not kept; the file "
                    "is as it was; run 'jobtracker check'."
                )
        finally:
            copy.close()
    finally:
        original.close()


def _copy_checked(source: Path, temporary: Path, final: Path) -> None:
    try:
        copy_whole(source, temporary)
        publish(temporary, final)
    except BaseException:
        discard(temporary, beside(temporary, "-journal"), beside(temporary, "-wal"))
        raise


def _is_unsound(connection: Any) -> bool:
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok")


def _row_counts(connection: Any) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }


def _info(path: Path) -> BackupInfo:
    match = _NAME.fullmatch(path.name)
    assert match is not None
    found = path.stat()
    made_at = datetime.fromtimestamp(found.st_mtime, UTC)
    return BackupInfo(path, int(match[1]), match[2], found.st_size, made_at)


def _rotate(newest_first: Iterable[BackupInfo]) -> None:
    """A backup that can't be removed now is removed after a later one."""
    ordinary = [b.path for b in newest_first if b.reason != BEFORE_MIGRATION]
    apart = [b.path for b in newest_first if b.reason == BEFORE_MIGRATION]
    discard(*ordinary[KEPT:], *apart[KEPT_BEFORE_MIGRATION:])
