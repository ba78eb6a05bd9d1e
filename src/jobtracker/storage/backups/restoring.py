"""Putting a backup in a workspace's place; what stood there is kept, byte for byte.

A kill at any call leaves the old file or the new one under the name, whole, and never a log of
one beside the other (SQLite would replay it). So: prepare the new file under another name and
check it, back the old one up, lay a second name on it, fold or remove its log, sync, and only
then rename. Nothing is copied for the second name where the file system has hard links.
"""

import os
import shutil
from contextlib import closing, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import (
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceNewerError,
)
from jobtracker.domain.progress import Progress, tell
from jobtracker.storage import encrypting, health, journal, typed_texts
from jobtracker.storage.backups import facts
from jobtracker.storage.backups.copying import (
    LOGS,
    copy_live,
    copy_plainly,
    discard_copy,
    is_at_rest,
)
from jobtracker.storage.backups.kept import list_backups
from jobtracker.storage.backups.taking import back_up_at_rest
from jobtracker.storage.encrypting import ASIDE, RESTORING
from jobtracker.storage.files import beside, discard, fsync_folder, make_private, publish, size_of
from jobtracker.storage.keys import FileKey
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors
from jobtracker.storage.schema import HEAD, JOURNALLED, SCHEMA_VERSION

BEFORE_RESTORE = "before-restore"
"""The reason of the backup of what stood there."""
REPLACED = JOURNALLED
"""The tables whose rows may be others afterwards."""
_PATIENCE = 5
"""Seconds for whoever is just backing the file up, or reading it in a terminal, to end."""


class Restored(NamedTuple):
    """`kept_aside` is the file that stood there before, None where there was none."""

    kept_aside: Path | None


def restore(
    path: Path, source: Path, *, now: datetime, progress: Progress | None = None
) -> Restored:
    """Put a copy of the workspace or backup `source` in the place of `path`.

    An encrypted workspace stays encrypted with its present key, whatever key `source` has. An
    older one is brought up to date when it is opened next. Undo does not reach back over a
    restore. What was being typed and not yet stored comes along. Raises WorkspaceBusyError while
    anything has `path` open, StoppedError, WorkspaceError where `source` is no sound workspace;
    then `path` is as it was.
    """
    finding = _checked_source(path, source)
    prepared = beside(path, RESTORING)
    with plain_errors(path), WorkspaceLock.exclusive(path, _PATIENCE):
        hear = _in_halves(progress, size_of(source), size_of(path))
        try:
            _copy(source, prepared, key_to_keep(path), hear[0])
            _close_history(prepared, now, barrier=finding.revision == HEAD)
            if path.exists():
                _set_aside(path, prepared, hear[1])
            _remove_logs(path)
            publish(prepared, path)
        except BaseException:
            discard_copy(prepared)
            with suppress(OSError):
                _name_aside(path)
            raise
        kept = _name_aside(path)
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
    finding = health.glance(source)
    if finding.user_version > SCHEMA_VERSION:
        raise WorkspaceNewerError(
            f"{source.name} was written by a newer Jobtracker; nothing was changed; install that "
            "version to restore it."
        )
    return finding


def _in_halves(
    progress: Progress | None, first: int, second: int
) -> tuple[Progress | None, Progress | None]:
    """One progress for two pieces of work of so many bytes each."""
    if progress is None:
        return None, None
    hear, total = progress, max(first + second, 1)

    def part(before: int, size: int) -> Progress:
        return lambda done, whole: hear(before + size * done // max(whole, 1), total)

    return part(0, first), part(first, second)


def key_to_keep(path: Path) -> FileKey | None:
    """What a workspace stays encrypted with whatever is restored: its present key, that of its
    newest backup where it is lost or can't be read. None where that is plain, or its key is in
    nobody's hands; the workspace is then as the restored file is.
    """
    for file in (path, *(backup.path for backup in list_backups(path)[:1])):
        if file.exists():
            with suppress(WorkspaceError):
                return facts.key_of(file)
    return None


def _copy(source: Path, prepared: Path, key: FileKey | None, progress: Progress | None) -> None:
    """Copy the new file, checked once, and with the key that the workspace has."""
    if key is not None and facts.key_of(source) != key:
        with plain_errors(source):
            encrypting.copy_with(source, prepared, key, progress)
    elif _is_left_alone(source):
        copy_plainly(source, prepared, progress)
        with plain_errors(source), closing(health.connect(prepared, "rw")) as raw:
            health.check_pages(raw, source, full=True)
    else:
        copy_live(source, prepared, progress)


def _close_history(prepared: Path, now: datetime, *, barrier: bool) -> None:
    """Let undo end here; the new file is then at rest and in WAL mode."""
    raw = health.connect(prepared, "rw")
    try:
        raw.execute("PRAGMA synchronous=OFF")  # it is synced whole before it gets its name
        if barrier:
            raw.execute("BEGIN IMMEDIATE")
            journal.put_barrier(raw, "the restored backup", now)
            raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode=WAL").fetchall()
    finally:
        raw.close()


def _is_left_alone(source: Path) -> bool:
    """Whether nobody can be half-way through writing it: a backup, whose journal would show."""
    if not is_at_rest(source):
        return False
    raw = health.connect(source, health.sharing_mode(source))
    try:
        return bool(raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal")
    finally:
        raw.close()


def _set_aside(path: Path, prepared: Path, progress: Progress | None) -> None:
    """Back up what stands at `path` and give it a second name. A damaged file is only set aside,
    with its logs; a sound one takes them in.
    """
    _name_aside(path)  # what a kill has left of an earlier restore
    if _fold_if_sound(path) and _back_up(path, progress):
        typed_texts.carry_over(path, prepared)
    else:
        kept = _free_name(path)
        for suffix in LOGS:
            if beside(path, suffix).exists():
                _second_name(beside(path, suffix), beside(kept, suffix))
    _second_name(path, beside(path, ASIDE))
    fsync_folder(path.parent)


def _fold_if_sound(path: Path) -> bool:
    """Take the log into the file; False for a damaged file, of which no byte is touched."""
    at_rest = is_at_rest(path)
    try:
        (health.glance if at_rest else health.examine)(path)
    except WorkspaceError:
        return False
    if at_rest:
        return True  # the check of its backup tells the rest
    raw = health.connect(path, "rw")
    try:
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()
    if not is_at_rest(path):
        raise WorkspaceBusyError(
            f"{path.name} is open in another program; nothing was changed; close that, then try "
            "again."
        )
    return True


def _back_up(path: Path, progress: Progress | None) -> bool:
    """Back up what is about to be replaced; False where it is damaged. Where nothing was changed
    since the newest backup, that is as good.
    """
    try:
        if facts.unchanged_since(path) is None:
            back_up_at_rest(path, BEFORE_RESTORE, progress)
    except WorkspaceDamagedError:
        return False
    tell(progress, 1, 1)
    return True


def _second_name(path: Path, other: Path) -> None:
    """A hard link, or a synced copy where the file system has none."""
    with suppress(OSError):
        os.link(path, other)
        return
    temporary = beside(other, ".part")
    try:
        make_private(temporary)
        shutil.copyfile(path, temporary)
        publish(temporary, other)
    except BaseException:
        discard(temporary)
        raise


def _name_aside(path: Path) -> Path | None:
    """Give the old file the name under which it is kept; one that is still the workspace too
    loses its second name.
    """
    aside = beside(path, ASIDE)
    if not aside.exists():
        return None
    if path.exists() and aside.samefile(path):
        aside.unlink()
        return None
    kept = _free_name(path)
    aside.replace(kept)
    fsync_folder(path.parent)
    return kept


def _free_name(path: Path) -> Path:
    suffix = path.suffix or ".jobtracker"
    names = (path.with_name(f"{path.stem}.before-restore-{n}{suffix}") for n in count(1))
    return next(name for name in names if not name.exists())


def _remove_logs(path: Path) -> None:
    """The old file's log must be gone for good before the new file has its name."""
    for suffix in (*LOGS, "-shm"):
        beside(path, suffix).unlink(missing_ok=True)
    fsync_folder(path.parent)
