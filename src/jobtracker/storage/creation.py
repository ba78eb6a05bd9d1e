"""Before a workspace is opened: made where it is missing, brought up to date where it is older.

A new file is made whole under another name and renamed, so that a kill leaves either no
workspace or a whole one, never an empty file that looks like lost data.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.errors import WorkspaceBusyError, WorkspaceError, WorkspaceNewerError
from jobtracker.storage import engines, exact_schema, health
from jobtracker.storage.backups import kept, taking
from jobtracker.storage.files import beside, discard, make_private, publish, size_of
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.schema import APPLICATION_ID, HEAD, SCHEMA_VERSION
from jobtracker.storage.shared_folders import shared_folder

_SHARED_SECONDS = 2
_CREATION_SECONDS = 30
"""Two programs may start on a missing file at once: the second waits for the first."""


class Place(NamedTuple):
    """A sound file held beside others; `refusal` is what every write is answered with. `unclean`
    tells that whoever wrote it last was killed, `unchecked` that its pages were not looked at.
    """

    lock: WorkspaceLock
    refusal: WorkspaceError | None
    unclean: bool = False
    unchecked: bool = False


def create(path: Path, fill: Callable[[Session], None] | None = None) -> None:
    """Make a workspace that holds what `fill` writes, unless another program has just done so."""
    if not path.parent.is_dir():
        raise WorkspaceError(
            f"There is no folder “{path.parent.name}” for {path.name}; nothing was made; "
            "make the folder or choose another place."
        )
    with WorkspaceLock.exclusive(path, _CREATION_SECONDS):
        if not path.exists():
            _make(path, fill)


def build(raw: Any) -> None:
    """Fill an empty driver connection with the tables of this version."""
    from jobtracker.storage import migrator

    raw.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
    migrator.upgrade(raw, user_version=SCHEMA_VERSION, barrier_at=None)


def prepare(
    path: Path,
    now: datetime,
    *,
    write: bool,
    rebuild: Callable[[Session], None] | None = None,
    check_later: bool = False,
) -> Place:
    """Hold an existing file and look at it; an older one is backed up and migrated first, its
    index written by `rebuild`. With `check_later` the pages of a large file are not looked at.
    """
    small = size_of(path) < health.SMALL
    if not path.exists():
        health.check_place(path)
    unclean = write and _was_killed(path)
    shared = shared_folder(path) is not None
    lock = _held(path, write=write, shared=shared)
    try:
        later = check_later and not small
        finding = health.glance(path) if later else health.examine(path, full=write and small)
        exact = not (write and finding.writable) or exact_schema.is_exact(path, finding.revision)
        if _is_older(finding):
            lock.release()
            _migrate(path, finding, now, rebuild, exact=exact)
            lock = _held(path, write=write, shared=shared)
            finding, later = health.examine(path), False
        if shared and write and finding.writable:
            _fold_log(path)
    except BaseException:
        lock.release()
        raise
    refusal = _refusal(path, finding)
    if refusal is None and not exact:
        refusal = _not_exactly_ours(path)
    return Place(lock, refusal, unclean, later)


def _was_killed(path: Path) -> bool:
    """Whether a log lies beside the file that nobody holds; a clean end folds it into the file."""
    if not any(size_of(beside(path, log)) for log in ("-wal", "-journal")):
        return False
    try:
        WorkspaceLock.exclusive(path, timeout=0).release()
    except (WorkspaceBusyError, OSError):
        return False
    return True


def _not_exactly_ours(path: Path) -> WorkspaceError:
    return WorkspaceError(
        f"{path.name} has tables that Jobtracker did not make, so it is only read; nothing in it "
        "was changed; export what you need and import that into a workspace of your own."
    )


def _held(path: Path, *, write: bool, shared: bool) -> WorkspaceLock:
    """Beside other windows and terminals; in a folder that other computers write to, alone."""
    if not shared:
        return WorkspaceLock.shared(path)
    if write and health.may_write(path):
        return WorkspaceLock.alone(path)
    return WorkspaceLock.shared(path, _SHARED_SECONDS)


def _fold_log(path: Path) -> None:
    """Have all of the file in the file, before anybody here has it open."""
    raw = health.connect(path, "rw")
    try:
        raw.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        raw.close()


def _make(path: Path, fill: Callable[[Session], None] | None) -> None:
    new = beside(path, ".new")
    try:
        make_private(new)
        raw = health.connect(new, "rw")
        try:
            build(raw)
            if fill is not None:
                engines.fill_new(raw, fill)
            raw.execute("PRAGMA journal_mode=WAL")
        finally:
            raw.close()
        publish(new, path)
    except BaseException:
        discard(*(beside(new, suffix) for suffix in ("-wal", "-shm", "-journal", "")))
        raise


def _is_older(finding: health.Finding) -> bool:
    if finding.revision == HEAD or finding.user_version > SCHEMA_VERSION:
        return False
    from jobtracker.storage import migrator

    return finding.revision in migrator.known_revisions()


def _migrate(
    path: Path,
    finding: health.Finding,
    now: datetime,
    rebuild: Callable[[Session], None] | None,
    *,
    exact: bool,
) -> None:
    if not exact:
        raise _not_exactly_ours(path)
    if not finding.writable:
        raise WorkspaceError(
            f"{path.name} is from an earlier version and can't be brought up to date in a place "
            "that may only be read; it was left as it is; copy it to a folder of your own."
        )
    from jobtracker.storage import migrator

    with WorkspaceLock.exclusive(path):
        if not _is_older(health.examine(path)):
            return
        if not _is_backed_up(path, finding.revision):
            taking.back_up(path, kept.BEFORE_MIGRATION)
        raw = health.connect(path, "rw")
        try:
            raw.execute("PRAGMA synchronous=FULL")
            migrator.upgrade(raw, user_version=SCHEMA_VERSION, barrier_at=now, rebuild=rebuild)
        finally:
            raw.close()


def _is_backed_up(path: Path, revision: str) -> bool:
    """Whether the newest backup was taken for this very update, which then failed, and is sound:
    trying again must not push the older backups out.
    """
    from jobtracker.storage.backups.facts import unchanged_since

    try:
        last = unchanged_since(path)
        if last is None or last.reason != kept.BEFORE_MIGRATION:
            return False
        if size_of(beside(path, "-wal")) or path.stat().st_mtime_ns > last.path.stat().st_mtime_ns:
            return False  # drafts are written outside of the history
        return health.examine(last.path, full=True).revision == revision
    except (OSError, WorkspaceError):
        return False


def _refusal(path: Path, finding: health.Finding) -> WorkspaceError | None:
    if finding.revision != HEAD or finding.user_version > SCHEMA_VERSION:
        return WorkspaceNewerError(
            f"{path.name} was written by a newer Jobtracker and can only be read here; nothing in "
            "it was changed; install that version to change it."
        )
    if not finding.writable:
        return WorkspaceError(
            f"{path.name} or its folder may only be read; nothing was changed; copy it to a "
            "folder of your own to change it."
        )
    return None
