"""Backups and restoring: what is done to a workspace's file while nobody has it open here."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from jobtracker.storage import backups, health
from jobtracker.storage.backups import BackupInfo
from jobtracker.storage.locks import WorkspaceLock

_BY_HAND = "by-hand"
"""The reason in the name of a backup that a person asked for."""


def back_up(path: Path) -> Path:
    """A checked copy of the workspace in `FILE.backups`; where it is.

    Safe beside an open window. Raises WorkspaceError, WorkspaceDamagedError; then every older
    backup is still there.
    """
    with _held(path) as source:
        return backups.back_up(source, _BY_HAND).path


def back_up_to(path: Path, target: Path) -> Path:
    """A checked copy at `target`, which must not be there yet."""
    with _held(path) as source:
        return backups.back_up_to(source, target)


@contextmanager
def _held(path: Path) -> Iterator[Path]:
    """The file itself, sound and not being replaced."""
    health.check_place(path)
    with WorkspaceLock.shared(path.resolve()):
        health.examine(path)
        yield path.resolve()


def known(path: Path) -> list[BackupInfo]:
    """The backups that lie beside a workspace, newest first."""
    return backups.list_backups(path.resolve())


def restore(path: Path, source: Path, *, now: datetime) -> Path | None:
    """Put a backup in the workspace's place; where the former file is, if there was one.

    Raises WorkspaceBusyError while anything has the workspace open, WorkspaceError where
    `source` is no sound workspace; then the workspace is as it was.
    """
    from jobtracker.storage.restoring import restore as put_in_place

    place = path.resolve() if path.exists() else path
    return put_in_place(place, source, now=now).kept_aside
