"""Copying a workspace whole: by SQLite's backup API while it is in use, plainly while it is not.

A copy of a live file misses what is only in its log; a copy through the API takes the pages one
by one, which costs more than the bytes where nobody can be writing.
"""

import hashlib
from pathlib import Path
from typing import Any

from jobtracker.domain.errors import WorkspaceDamagedError
from jobtracker.domain.progress import Progress, tell
from jobtracker.storage import health
from jobtracker.storage.files import beside, discard, make_private, size_of

LOGS = ("-wal", "-journal")
_CHUNK = 4 << 20  # bytes
_PAGES = 1024
"""Between two words of progress: 4 MB of pages of 4 KB."""


def is_at_rest(path: Path) -> bool:
    """Whether all of the file is in the file; who holds it alone may then copy its bytes."""
    return not any(size_of(beside(path, suffix)) for suffix in LOGS)


def copy_live(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Copy a workspace that may be in use, with all that is in its log, into one new private
    file, and check that: the whole file, and as many rows in each table.

    Both sides see one moment; other programs go on writing. The bytes are not synced yet.
    Raises WorkspaceDamagedError, StoppedError.
    """
    make_private(target)
    original = health.connect(source, health.sharing_mode(source))
    try:
        copy = health.connect(target, "rw", like=original)
        try:
            original.execute("PRAGMA query_only=ON")
            original.execute("BEGIN")
            expected = _row_counts(original)  # the first read also settles which moment is seen
            _copy_pages(original, copy, progress)
            _settle(copy)
            _check(copy, source, expected)
        finally:
            copy.close()
    finally:
        original.close()


def copy_plainly(source: Path, target: Path, progress: Progress | None = None) -> str:
    """Copy a file that is at rest and that nobody can open meanwhile; the SHA-256 of its bytes.

    The bytes are not synced yet. Raises OSError, StoppedError.
    """
    total, done, digest = size_of(source), 0, hashlib.sha256()
    make_private(target)
    with source.open("rb") as read, target.open("r+b") as write:
        while chunk := read.read(_CHUNK):
            write.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            tell(progress, min(done, total), total)
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()


def check_copy(path: Path, source: Path) -> None:
    """Check the whole of a plain copy; WorkspaceDamagedError where it is not sound."""
    copy = health.connect(path, "rw")
    try:
        _settle(copy)
        _check(copy, source, None)
    finally:
        copy.close()


def _copy_pages(original: Any, copy: Any, progress: Progress | None) -> None:
    copy.execute("PRAGMA synchronous=OFF")  # whoever gives the copy its name syncs it whole
    if progress is None:
        original.backup(copy)
        return
    size = int(original.execute("PRAGMA page_size").fetchone()[0])

    def hear(_status: int, remaining: int, total: int) -> None:
        tell(progress, (total - remaining) * size, total * size)

    original.backup(copy, pages=_PAGES, progress=hear, sleep=0)


def _settle(copy: Any) -> None:
    """A backup is one plain file: no log beside it, whatever mode the original is in."""
    copy.execute("PRAGMA synchronous=OFF")
    copy.execute("PRAGMA journal_mode=DELETE").fetchall()


def _check(copy: Any, source: Path, expected: dict[str, int] | None) -> None:
    sound = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not sound or (expected is not None and _row_counts(copy) != expected):
        raise WorkspaceDamagedError(
            f"A copy of {source.name} did not pass its check and was not kept; the file "
            "is as it was; run 'jobtracker check'."
        )


def _row_counts(connection: Any) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }


def discard_copy(temporary: Path) -> None:
    """Remove what an unfinished copy has left, and what SQLite lays beside it."""
    discard(temporary, *(beside(temporary, suffix) for suffix in ("-journal", "-wal", "-shm")))
