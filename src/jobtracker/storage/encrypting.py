"""Encrypting a workspace, giving it another key, making it plain again; its backups after it.

Each file is copied whole into one with the new key, every value of the copy is compared, it is
synced, and only then renamed over the old file: a kill leaves the old file or the new one. The
workspace goes first, then one backup after the other. What a kill has left unconverted is
converted when the next backup is made (`bring_along`).
"""

import glob
import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.domain.errors import (
    StoppedError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
)
from jobtracker.domain.progress import Progress
from jobtracker.storage import health, keys, table_copy
from jobtracker.storage.backups import kept, second_place
from jobtracker.storage.backups.copying import discard_copy
from jobtracker.storage.files import beside, make_private, make_private_folder, publish, size_of
from jobtracker.storage.keys import FileKey
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors

CONVERTING = ".converting"
RESTORING = ".restoring"
"""What a restore prepares; a kill may leave it beside the workspace."""
ASIDE = ".aside"
"""The second name that a restore gives the old file until the new one has the first."""

_LOCK_SECONDS = 60
_BUSY_SECONDS = 2
_INTERRUPTED = 9
_STEPS = 200_000
"""Instructions of SQLite between two words of progress: a few hundredths of a second."""


class Converted(NamedTuple):
    """How many backups follow the workspace's key now, and the files that could not."""

    backups: int
    left: tuple[Path, ...]


def convert(path: Path, to: FileKey | None, progress: Progress | None = None) -> Converted:
    """Give a workspace the key `to` (None: none), then each of its backups.

    Its present key and `to` have to be held. `progress` hears bytes done and in all; False stops:
    before the workspace is replaced nothing was changed (StoppedError), after it the remaining
    backups are left as they are. Raises WorkspaceBusyError while anything has the file open.
    """
    with plain_errors(path), WorkspaceLock.exclusive(path):
        health.examine(path, full=True)  # a damaged file keeps every byte
        _fold_log(path)
        _discard(beside(path, RESTORING))
        copies = _copies_of(path, path)
        told = _Told(progress, size_of(path) + sum(map(size_of, copies)))
        _replace(path, to, told)
    if not copies:
        return Converted(0, ())
    try:
        make_private_folder(kept.folder_of(path))
        with WorkspaceLock.exclusive(kept.folder_of(path) / "backups", _LOCK_SECONDS):
            return _follow(copies, to, told)
    except (OSError, KeyboardInterrupt, WorkspaceError):  # the workspace itself has the key by now
        return Converted(0, tuple(copies))


def bring_along(path: Path, newest: Path) -> Converted:
    """Encrypt a workspace's other backups as the newest is, where a killed conversion has not;
    what it left half done goes. Costs a plain workspace a look at one file.

    Beside a plain one nothing is converted: other keys are then in nobody's hands.
    """
    salt = keys.salt_of(newest)
    key = keys.held(salt)
    if key is None:
        return Converted(0, ())
    with WorkspaceLock.exclusive(kept.folder_of(path) / "backups", _LOCK_SECONDS):
        copies = [file for file in _copies_of(path, newest) if not _is_the_same(file, path)]
        for file in (path, *copies):
            _discard(beside(file, CONVERTING))
        return _follow(copies, FileKey(key, salt), _Told(None, 0))


def copy_with(source: Path, target: Path, to: FileKey, progress: Progress | None = None) -> None:
    """Copy a workspace that may be in use into one new private file with another key, checked
    value by value; nothing plain is written on the way, so that a kill leaves nothing plain.

    The bytes are not synced yet. Raises WorkspaceDamagedError, StoppedError.
    """
    make_private(target)
    mode = health.sharing_mode(source)
    with (
        closing(health.connect(source, mode)) as original,
        closing(health.connect(source, mode)) as guard,
    ):
        if mode == "rw":
            guard.execute("BEGIN IMMEDIATE")  # nobody else writes between copy and check
        health.check_pages(original, source, full=True)
        _write_copy(original, target, to, source, _Told(progress, size_of(source)))


class _Told:
    """Tells how far all files together have got, in bytes."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._before = 0

    def go_on(self, done: int = 0) -> bool:
        """Say that so many bytes of the present file are done; whether to go on."""
        if self._progress is None:
            return True
        return self._progress(min(self._before + done, self._total), self._total)

    def finish(self, size: int) -> None:
        self._before += size


def _copies_of(path: Path, at_rest: Path) -> list[Path]:
    """The backups, newest first, those in the second place, which the file `at_rest` names, and
    files kept aside by a restore.
    """
    folders = [kept.folder_of(path)]
    chosen = second_place.chosen_in(at_rest)
    if chosen is not None:
        folders.append(chosen.own)
    copies = [backup.path for folder in folders for backup in kept.listed(folder)]
    former = f"{glob.escape(path.stem)}.before-restore-*{glob.escape(path.suffix)}"
    aside = beside(path, ASIDE)
    return [*copies, *sorted(path.parent.glob(former)), *([aside] if aside.exists() else [])]


def _follow(copies: Iterable[Path], to: FileKey | None, told: _Told) -> Converted:
    """Give each copy the key; one that can't be read or written is left, and so are all that
    remain once somebody stops.
    """
    done, left, go_on = 0, list[Path](), True
    for copy in copies:
        try:
            with plain_errors(copy):
                if _has_key(copy, to):
                    continue
                if go_on:
                    health.examine(copy, full=True)  # what is damaged keeps every byte
                    _replace(copy, to, told)
                    done += 1
                else:
                    left.append(copy)
        except (StoppedError, KeyboardInterrupt, WorkspaceError) as error:
            go_on = go_on and isinstance(error, WorkspaceError)
            left.append(copy)
    return Converted(done, tuple(left))


def _is_the_same(copy: Path, path: Path) -> bool:
    """Whether it is a second name of the workspace, which may be open: only a kill leaves that."""
    return path.exists() and copy.samefile(path)


def _has_key(copy: Path, key: FileKey | None) -> bool:
    """By its first bytes, so only for a file that this process has not open."""
    header = keys.salt_of(copy)
    return header == (keys.PLAIN_HEADER if key is None else key.salt)


def _replace(path: Path, to: FileKey | None, told: _Told) -> None:
    """Put a copy with that key in the file's place; its time stays, as backups are told by it."""
    temporary, before = beside(path, CONVERTING), path.stat()
    try:
        make_private(temporary)
        with closing(health.connect(path, "rw")) as original:
            _take_alone(original, path)
            _write_copy(original, temporary, to, path, told)
        os.utime(temporary, ns=(before.st_atime_ns, before.st_mtime_ns))
        publish(temporary, path)
    except BaseException:
        _discard(temporary)
        raise
    told.finish(before.st_size)


def _fold_log(path: Path) -> None:
    with closing(health.connect(path, "rw")) as connection:
        _take_alone(connection, path)


def _take_alone(connection: Any, path: Path) -> None:
    """Shut all others out until the connection is closed, programs that are not ours too; the
    log is then in the file, and gone.
    """
    connection.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA synchronous=FULL")
    (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    if mode != "delete":
        raise WorkspaceBusyError(
            f"{path.name} is open in another program; nothing was changed; close that, then try "
            "again."
        )
    connection.execute("PRAGMA main.locking_mode=EXCLUSIVE").fetchall()
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _write_copy(original: Any, target: Path, to: FileKey | None, path: Path, told: _Told) -> None:
    _export(original, target, to, told)
    with closing(health.connect(target, "immutable")) as copy:
        _check_copy(original, copy, to, path, told)


def _export(original: Any, target: Path, to: FileKey | None, told: _Told) -> None:
    """By statements, as SQLCipher's backup API can't go between plain and encrypted."""
    key = keys.spelled(to) if to is not None else ""
    original.execute("ATTACH DATABASE ? AS new KEY ?", (str(target), key))
    original.execute("PRAGMA new.synchronous=OFF")  # whoever gives the copy its name syncs it
    original.execute("PRAGMA new.journal_mode=OFF").fetchall()
    original.set_progress_handler(lambda: not told.go_on(size_of(target) // 2), _STEPS)
    try:
        table_copy.write_tables(original, "new")
    except driver.OperationalError as error:
        if error.sqlite_errorcode == _INTERRUPTED:
            raise StoppedError("Stopped. Nothing was changed.") from None
        raise
    finally:
        original.set_progress_handler(None, 0)
    for pragma in ("application_id", "user_version"):
        (value,) = original.execute(f"PRAGMA main.{pragma}").fetchone()
        original.execute(f"PRAGMA new.{pragma}={value:d}")
    original.execute("DETACH DATABASE new")


def _check_copy(original: Any, copy: Any, to: FileKey | None, path: Path, told: _Told) -> None:
    is_whole = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not is_whole or keys.of_connection(copy) != to or not _is_same(original, copy, told):
        raise WorkspaceDamagedError(
            f"A copy of {path.name} did not pass its check and was not kept; the file is as it "
            "was; run 'jobtracker check'."
        )


def _is_same(original: Any, copy: Any, told: _Told) -> bool:
    """Whether a copy holds every value of the original. Raises StoppedError."""
    for connection in (original, copy):
        connection.text_factory = bytes
    tables = _tables(original)
    questions = [
        "PRAGMA application_id",
        "PRAGMA user_version",
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name",
        *(f'SELECT * FROM "{name}" NOT INDEXED' for name in tables),
    ]
    for question in questions:
        if not _same_rows(original.execute(question), copy.execute(question)):
            return False
        if not told.go_on():
            raise StoppedError("Stopped. Nothing was changed.")
    return True


def _tables(connection: Any) -> list[str]:
    """The tables that hold rows of their own; the index's are among them."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    )
    return [name.decode() for (name,) in found]


def _same_rows(rows: Any, others: Any) -> bool:
    missing = object()
    return all(row == next(others, missing) for row in rows) and next(others, None) is None


def _discard(temporary: Path) -> None:
    discard_copy(temporary)
