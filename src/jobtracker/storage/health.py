"""Is this file a workspace, is it sound, and may it be written? Asked before the first read.

Plain driver, no SQLAlchemy: the first screen asks too. A damaged or foreign file keeps every
byte; where nothing needs recovering, not even a `-shm` appears beside it.
"""

import os
import stat
from collections.abc import Collection
from pathlib import Path
from typing import Any, Literal, NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceError
from jobtracker.storage.files import beside, size_of
from jobtracker.storage.plain_words import damaged, not_ours, plain_errors

APPLICATION_ID = 0x4A4F4254
"""`PRAGMA application_id` of every workspace: "JOBT". Frozen."""

OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can corrupt a file in WAL mode (sqlite.org/wal.html#walresetbug)."""

BUSY_SECONDS = 30
SMALL = 8 << 20
"""Bytes below which the full check is worth its time before a write."""

Mode = Literal["rw", "ro", "immutable"]


class Finding(NamedTuple):
    """A sound workspace: alembic's revision and `user_version` as stored."""

    revision: str
    user_version: int
    writable: bool


class _Stamp(NamedTuple):
    size: int
    changed: int
    wal: int


def connect(path: Path, mode: Mode, *, like: Any = None) -> Any:
    """A connection with the settings that every one of ours has; transactions are the caller's.

    "immutable" trusts that nobody writes and leaves no trace beside the file. A new, empty file
    is encrypted as the file of the connection `like` is. Raises WorkspaceLockedError where the
    file is encrypted and no key that this process holds opens it.
    """
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise WorkspaceError(
            f"This build brings SQLite {driver.sqlite_version}, which can damage files; nothing "
            "was opened; install Jobtracker again."
        )
    connection = _opening(path, mode)
    try:
        if like is not None:
            _encrypt_as(connection, like)
        elif (refusal := _refusal_to_read(connection)) is not None:
            from jobtracker.storage import keys

            connection.close()
            return keys.open_with_held(lambda: _opening(path, mode), path, refusal)
    except BaseException:
        connection.close()
        raise
    return connection


def _opening(path: Path, mode: Mode) -> Any:
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )
    for setting in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _encrypt_as(connection: Any, like: Any) -> None:
    from jobtracker.storage import keys

    file_key = keys.of_connection(like)
    if file_key is not None:
        keys.put_on(connection, file_key)


def _refusal_to_read(connection: Any) -> Exception | None:
    """What SQLite says where the first page makes no sense to it: a key may be missing. What else
    is wrong with the file is met by whoever reads on, who may know how to.
    """
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except driver.DatabaseError as error:
        refusal: Exception = error
        code = error.sqlite_errorcode & 0xFF
        if code == _NOT_A_DATABASE:
            return refusal
        if code != _CORRUPT:
            raise
    return None


_CORRUPT, _NOT_A_DATABASE = 11, 26


def examine(path: Path, *, full: bool = False) -> Finding:
    """Look at an existing file without changing it; `full` takes half a second for 10 MB.

    Raises WorkspaceError where it is no workspace or can't be read, WorkspaceDamagedError
    where it was one.
    """
    connection, finding = open_sound(path, full=full)
    connection.close()
    return finding


def glance(path: Path) -> Finding:
    """`examine`, but the pages of a large file are left for `check_pages`, which takes a second
    and a half for a gigabyte.
    """
    connection, finding = open_sound(path, tables=("alembic_version",))
    connection.close()
    return finding


def open_sound(
    path: Path, *, full: bool = False, tables: Collection[str] = ()
) -> tuple[Any, Finding]:
    """`examine`, and the connection it was done on: good for reading once, then to be closed.

    Who reads only some `tables` may have only these checked, and of a large file none.
    """
    check_place(path)
    before = _stamp(path)
    mode = _reading_mode(path, before)
    try:
        return _opened(path, mode, tables, full=full)
    except WorkspaceDamagedError:
        # Without a lock on the file the look may have met another program's write half-way.
        if mode != "immutable" or _stamp(path) == before:
            raise
        return _opened(path, "ro", tables, full=full)


def check_place(path: Path) -> None:
    """Refuse what is not a readable file; `path` exists, if only as a dangling link."""
    if not path.exists():
        raise WorkspaceError(
            f"{path.name} points to a file that is not there; nothing was made in its place; "
            "connect its drive or choose another file."
        )
    if path.is_dir():
        raise WorkspaceError(f"{path.name} is a folder; choose a workspace file.")
    if not stat.S_ISREG(path.stat().st_mode):
        raise WorkspaceError(f"{path.name} is not a file; choose a workspace file.")
    if not os.access(path, os.R_OK):
        raise WorkspaceError(
            f"{path.name} may not be read; nothing was changed; change its permissions."
        )


def may_write(path: Path) -> bool:
    """SQLite needs the folder too: its log lies beside the file."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def sharing_mode(path: Path) -> Mode:
    """How to read beside other programs: only who may write can take part in their locks."""
    if may_write(path):
        return "rw"
    return "ro" if size_of(beside(path, "-wal")) else "immutable"


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return _Stamp(found.st_size, found.st_mtime_ns, size_of(beside(path, "-wal")))


def _reading_mode(path: Path, stamp: _Stamp) -> Mode:
    """A killed program left a log to read with the file, or a journal to take back first."""
    if size_of(beside(path, "-journal")) and may_write(path):
        return "rw"
    return "ro" if stamp.wal else "immutable"


def _opened(path: Path, mode: Mode, tables: Collection[str], *, full: bool) -> tuple[Any, Finding]:
    with plain_errors(path):
        connection = connect(path, mode)
        try:
            return connection, _looked_at(connection, path, tables, full=full)
        except BaseException:
            connection.close()
            raise


def _looked_at(connection: Any, path: Path, tables: Collection[str], *, full: bool) -> Finding:
    _check_kind(connection, path)
    if not (tables and size_of(path) >= SMALL):
        check_pages(connection, path, tables, full=full)
    held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" not in held:
        raise damaged(path)
    revisions = [r for (r,) in connection.execute("SELECT version_num FROM alembic_version")]
    if len(revisions) != 1:
        raise damaged(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return Finding(str(revisions[0]), version, may_write(path))


def _check_kind(connection: Any, path: Path) -> None:
    """By pragma, never by the file's first bytes: those may still be in the log."""
    if not size_of(path) and not size_of(beside(path, "-wal")):
        raise WorkspaceError(
            f"{path.name} is empty: not a workspace; it was left as it is; restore a backup, "
            "or choose another file."
        )
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise not_ours(path)
    programs = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    if connection.execute(programs).fetchone()[0]:
        raise WorkspaceError(
            f"{path.name} holds stored programs, which Jobtracker never writes; it was left as "
            "it is; open only workspaces of your own."
        )


def check_pages(
    connection: Any, path: Path, tables: Collection[str] = (), *, full: bool = False
) -> None:
    """Check the pages of these tables (of all where none is named), or the whole file.

    The whole file's check spends nine tenths of its time on comparing the search index with
    itself, and adds the list of free pages: that matters before a write, not before a read.
    Nor does a first look at a few tables of a large file wait for their pages: what it meets is
    told as damage all the same, and whoever opens the file for more has them checked.
    """
    there = _tables(connection)  # an earlier release has not all that a list of now reads
    chosen = [f'quick_check("{name}")' for name in there if not tables or name in tables]
    checks = ["integrity_check(1)"] if full else chosen
    for check in checks:
        if connection.execute(f"PRAGMA {check}").fetchone()[0] != "ok":
            raise damaged(path)
    may_ask = full or size_of(path) < SMALL
    if may_ask and connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path)


def _tables(connection: Any) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    )
    return [name for (name,) in found]
