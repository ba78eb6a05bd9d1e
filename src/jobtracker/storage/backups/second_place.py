"""The second place: a folder of the person's choice that gets a copy of each new backup.

Which folder is a setting of the workspace, so the terminal and a backup itself know it too. In
it lies a folder of this workspace's own, made when it is chosen and never again: where it is
missing the drive is not plugged in, and its mount point is no place for backups. Whatever goes
wrong there is told by `standing` and never in the way of the backup itself.
"""

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.domain.errors import JobtrackerError, WorkspaceDamagedError
from jobtracker.domain.progress import Progress
from jobtracker.storage import health
from jobtracker.storage.backups.copying import copy_plainly, digest_of
from jobtracker.storage.backups.kept import BackupInfo, listed, newest, rotate
from jobtracker.storage.files import discard, fsync_file, fsync_folder, make_private_folder

SETTING = "backup.folder"
GONE, FULL, BEHIND = "gone", "full", "behind"
_SPARE = 1 << 20
"""Bytes that must be free beside a backup."""


class Chosen(NamedTuple):
    """The folder as chosen, and the name of the folder in it that is this workspace's own."""

    folder: Path
    name: str

    @property
    def own(self) -> Path:
        return self.folder / self.name

    def as_setting(self) -> dict[str, str]:
        return {"folder": str(self.folder), "name": self.name}


class Standing(NamedTuple):
    """How the second place stands: its newest backup, and what is wrong with it, "" for nothing."""

    chosen: Chosen
    newest: BackupInfo | None
    trouble: str


def read_setting(value: Any) -> Chosen | None:
    """The decoded setting as a choice; None for none, or for what no version of ours wrote."""
    if not isinstance(value, dict):
        return None
    folder, name = value.get("folder"), value.get("name")
    if not isinstance(folder, str) or not isinstance(name, str) or not folder or not name:
        return None
    return Chosen(Path(folder), Path(name).name)


def new_choice(path: Path, folder: Path) -> Chosen:
    """A folder chosen for a workspace; that of its own there has a name no other workspace has."""
    import secrets

    return Chosen(folder, f"{path.stem}-{secrets.token_hex(4)}.backups")


def prepare(chosen: Chosen) -> None:
    """Make the workspace's own folder in the one chosen. Raises OSError."""
    make_private_folder(chosen.own)


def chosen_in(path: Path) -> Chosen | None:
    """What a workspace or a backup says of the second place. Raises the driver's errors."""
    connection = health.connect(path, health.sharing_mode(path))
    try:
        row = connection.execute("SELECT value FROM setting WHERE name = ?", (SETTING,)).fetchone()
    finally:
        connection.close()
    with suppress(ValueError):
        return read_setting(json.loads(row[0])) if row else None
    return None


def pass_on(backup: BackupInfo, progress: Progress | None = None) -> bool:
    """Copy a backup to the second place that it names; whether that is there now.

    Never raises for what may go wrong with a drive: the backup itself is made.
    """
    with suppress(JobtrackerError, OSError, driver.Error):
        chosen = chosen_in(backup.path)
        if chosen is not None and chosen.own.is_dir():
            _copy_there(backup, chosen.own, progress)
            rotate(chosen.own)
            return True
    return False


def catch_up(path: Path, progress: Progress | None = None) -> bool:
    """Give the second place the newest backup, if the drive was away when that was taken."""
    last = newest(path)
    return last is not None and pass_on(last, progress)


def standing(path: Path, chosen: Chosen) -> Standing:
    """Look at the second place of a workspace; takes as long as its drive does to answer."""
    if not chosen.own.is_dir():
        return Standing(chosen, None, GONE)
    there, here = next(iter(listed(chosen.own)), None), newest(path)
    if here is None or (there is not None and there.number >= here.number):
        return Standing(chosen, there, "")
    if _never_asked(here, chosen):
        return Standing(chosen, there, "")
    is_full = shutil.disk_usage(chosen.own).free < here.size + _SPARE
    return Standing(chosen, there, FULL if is_full else BEHIND)


def _never_asked(backup: BackupInfo, chosen: Chosen) -> bool:
    """Whether a backup was taken while this was no second place, as before a restore that brought
    the setting back: then nothing failed, and the next backup is the first to go there.
    """
    with suppress(JobtrackerError, driver.Error):
        return chosen_in(backup.path) != chosen
    return False


def _copy_there(backup: BackupInfo, folder: Path, progress: Progress | None) -> None:
    final = folder / backup.path.name
    if final.exists() and final.stat().st_size == backup.size:
        return
    from jobtracker.storage import leftovers

    leftovers.sweep_copying(folder)
    temporary = folder / f".{backup.number:06d}.{os.getpid()}.unfinished"
    try:
        digest = copy_plainly(backup.path, temporary, progress)
        fsync_file(temporary)
        _compare(temporary, backup, digest)
        temporary.replace(final)
        with suppress(OSError):  # drives of other systems know no such call
            fsync_folder(folder)
    except BaseException:
        discard(temporary)
        raise


def _compare(copy: Path, backup: BackupInfo, digest: str) -> None:
    if copy.stat().st_size != backup.size or digest_of(copy) != digest:
        raise WorkspaceDamagedError(f"The copy of {backup.path.name} differs and was not kept.")
