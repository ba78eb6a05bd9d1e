"""Backups: whole, checked, numbered, and thinned out as they grow old.

They lie in `FILE.backups/NNNNNN-TIME-reason.db`. The number is a counter: a clock that is wrong
by years would make the newest look like the oldest. The time is for people to read, and for
keeping one a day of the older ones (`rotation`). A backup is copied by SQLite's backup API,
checked, synced, and only then named; older ones go last of all. A copy of it then goes to the
person's second place, where there is one.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir
from typing import NamedTuple

from jobtracker.domain.errors import WorkspaceError
from jobtracker.storage import rotation
from jobtracker.storage.copying import Progress, check_copy, copy_live, copy_plainly
from jobtracker.storage.files import (
    beside,
    discard,
    make_private_folder,
    publish,
)
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors

BEFORE_MIGRATION = "before-migration"

_NAME = re.compile(r"(\d{6,})-(?:(\d{8}T\d{6}Z)-)?([a-z0-9-]+)\.db")
_TIME = "%Y%m%dT%H%M%SZ"
_UNFINISHED = ".unfinished"
_LOCK_SECONDS = 60


class BackupInfo(NamedTuple):
    """`size` in bytes; `made_at` is what the clock said, in UTC."""

    path: Path
    number: int
    reason: str
    size: int
    made_at: datetime


def folder_of(path: Path) -> Path:
    return beside(path, ".backups")


def list_backups(path: Path) -> list[BackupInfo]:
    """The backups of a workspace, newest first."""
    return listed(folder_of(path))


def listed(folder: Path) -> list[BackupInfo]:
    """The backups that lie in a folder, newest first; none where there is no such folder."""
    if not folder.is_dir():
        return []
    found = [info for entry in folder.iterdir() if (info := _info(entry)) is not None]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def newest(path: Path) -> BackupInfo | None:
    """The last backup that was taken of a workspace."""
    return next(iter(list_backups(path)), None)


def back_up(path: Path, reason: str, progress: Progress | None = None) -> BackupInfo:
    """Take a backup of a file that may be in use, then let the oldest go. `reason` is a word of
    lower case letters, digits and hyphens.

    Raises WorkspaceError where it could not be taken and StoppedError; then every older one is
    still there. A copy for the second place that fails is no error: see `second_place`.
    """
    return _taken(path, reason, progress, at_rest=False)


def back_up_at_rest(path: Path, reason: str, progress: Progress | None = None) -> BackupInfo:
    """The same of a file that the caller holds alone and that has no log beside it."""
    return _taken(path, reason, progress, at_rest=True)


def _taken(path: Path, reason: str, progress: Progress | None, *, at_rest: bool) -> BackupInfo:
    from jobtracker.storage import encrypting, leftovers, second_place

    folder = folder_of(path)
    with plain_errors(path):
        make_private_folder(folder)
        with WorkspaceLock.exclusive(folder / "backups", _LOCK_SECONDS):
            number = max((backup.number for backup in list_backups(path)), default=0) + 1
            temporary = folder / _UNFINISHED
            try:
                _copy(path, temporary, progress, at_rest=at_rest)
                final = folder / _name(number, temporary, reason)
                publish(temporary, final)
            except BaseException:
                discard_copy(temporary)
                raise
            rotate(folder)
        made = _info(final)
        if made is None:
            raise WorkspaceError(f"The new backup of {path.name} has gone; try again.")
        for place in (path.parent, Path(gettempdir())):
            leftovers.sweep_salvages(place)
        second_place.pass_on(made, progress)
        encrypting.bring_along(path, made.path)
    return made


def back_up_to(path: Path, target: Path, progress: Progress | None = None) -> Path:
    """Copy a workspace, checked, to a file of the person's choice that is not there yet."""
    if target.exists() or target.is_symlink():
        raise WorkspaceError(f"{target.name} is already there; choose another name.")
    if not target.parent.is_dir():
        raise WorkspaceError(f"There is no folder “{target.parent.name}”; choose another place.")
    temporary = beside(target, ".part")
    with plain_errors(target):
        try:
            copy_live(path, temporary, progress)
            publish(temporary, target)
        except BaseException:
            discard_copy(temporary)
            raise
    return target


def rotate(folder: Path) -> None:
    """Let those go that no class keeps any more, a few at a time; one that can't be removed now
    is removed after a later backup.
    """
    known = listed(folder)
    going = set(rotation.going(_taken_of(known)))
    discard(*(backup.path for backup in reversed(known) if backup.number in going))


def discard_copy(temporary: Path) -> None:
    """Remove what an unfinished copy has left, and what SQLite lays beside it."""
    discard(temporary, *(beside(temporary, suffix) for suffix in ("-journal", "-wal", "-shm")))


def _copy(path: Path, temporary: Path, progress: Progress | None, *, at_rest: bool) -> None:
    if at_rest:
        copy_plainly(path, temporary, progress)
        check_copy(temporary, path)
    else:
        copy_live(path, temporary, progress)


def _taken_of(known: Iterable[BackupInfo]) -> list[rotation.Taken]:
    return [
        rotation.Taken(backup.number, backup.made_at, apart=backup.reason == BEFORE_MIGRATION)
        for backup in known
    ]


def _name(number: int, written: Path, reason: str) -> str:
    return f"{number:06d}-{_written_at(written):{_TIME}}-{reason}.db"


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _info(path: Path) -> BackupInfo | None:
    """What a file's name says of a backup; None where it is none, or has just gone."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        size, made_at = path.stat().st_size, _written_at(path)
    except FileNotFoundError:
        return None
    if match[2]:
        with suppress(ValueError):
            made_at = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
    return BackupInfo(path, int(match[1]), match[3], size, made_at)
