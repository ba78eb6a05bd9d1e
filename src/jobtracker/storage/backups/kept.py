"""Backups as they lie in their folder: numbered, named, and thinned out as they grow old.

They lie in `FILE.backups/NNNNNN-TIME-reason.db`. The number is a counter: a clock that is wrong
by years would make the newest look like the oldest. The time is for people to read, and for
keeping one a day of the older ones (`rotation`).
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from jobtracker.storage.backups import rotation
from jobtracker.storage.files import beside, discard

BEFORE_MIGRATION = "before-migration"

_NAME = re.compile(r"(\d{6,})-(?:(\d{8}T\d{6}Z)-)?([a-z0-9-]+)\.db")
_TIME = "%Y%m%dT%H%M%SZ"


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
    found = [info for entry in folder.iterdir() if (info := info_of(entry)) is not None]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def newest(path: Path) -> BackupInfo | None:
    """The last backup that was taken of a workspace."""
    return next(iter(list_backups(path)), None)


def rotate(folder: Path) -> None:
    """Let those go that no class keeps any more, a few at a time; one that can't be removed now
    is removed after a later backup.
    """
    known = listed(folder)
    going = set(rotation.going(_taken_of(known)))
    discard(*(backup.path for backup in reversed(known) if backup.number in going))


def _taken_of(known: Iterable[BackupInfo]) -> list[rotation.Taken]:
    return [
        rotation.Taken(backup.number, backup.made_at, apart=backup.reason == BEFORE_MIGRATION)
        for backup in known
    ]


def name_of(number: int, written: Path, reason: str) -> str:
    """The name for a file that was just written as a backup."""
    return f"{number:06d}-{_written_at(written):{_TIME}}-{reason}.db"


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def info_of(path: Path) -> BackupInfo | None:
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
