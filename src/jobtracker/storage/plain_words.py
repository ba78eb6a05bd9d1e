"""What SQLite, SQLAlchemy and the file system say, in words a person can act on.

No message holds SQL, a path of the machine or a stored value: the decoding errors of the
driver quote the text they stumbled on.
"""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from jobtracker.domain.errors import (
    InvalidInputError,
    JobtrackerError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
)

_BUSY, _LOCKED, _READONLY, _INTERRUPT, _IOERR, _CORRUPT = 5, 6, 8, 9, 10, 11
_FULL, _CANTOPEN, _TOOBIG, _CONSTRAINT, _NOTADB = 13, 14, 18, 19, 26
_CODES = {
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOTADB,
    "database or disk is full": _FULL,
    "disk I/O error": _IOERR,
    "database is locked": _BUSY,
    "unable to open database file": _CANTOPEN,
    "attempt to write a readonly database": _READONLY,
}
"""The driver's backup call raises SQLite's words without their code."""

_FULL_ERRNOS = {errno.ENOSPC, errno.EDQUOT}
_SCARCE = 1 << 20
"""A disk with less than this many bytes free is called full when a write failed on it."""


@contextmanager
def plain_errors(path: Path | None) -> Iterator[None]:
    """Turn every error of the driver, of SQLAlchemy and of the file system into a WorkspaceError.

    Values that can't have been written by Jobtracker (a flipped bit made "applied" into
    "apqlied") surface as ValueError or a bare LookupError and mean a damaged file.
    """
    try:
        yield
    except Exception as error:
        plain = in_plain_words(error, path)
        if plain is None:
            raise
        raise plain from error


def in_plain_words(error: Exception, path: Path | None) -> JobtrackerError | None:
    """The error to raise instead, None where `error` is a bug of ours or already plain."""
    if isinstance(error, UnicodeEncodeError):
        return InvalidInputError(
            "The text holds half a character, which cannot be stored; nothing was saved; "
            "remove it and try again."
        )
    if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
        return about_files(error, path)
    if isinstance(error, ValueError) or type(error) is LookupError:
        return damaged(path)
    cause = error if isinstance(error, driver.Error) else _driver_error(error)
    return about_database(cause, path) if cause else None


def _driver_error(error: Exception) -> BaseException | None:
    """The driver's error inside one of SQLAlchemy's, SQLAlchemy's own, or None for all others.

    Judged by module, so that what is needed before the first paint need not load SQLAlchemy.
    """
    if not type(error).__module__.startswith("sqlalchemy."):
        return None
    original = getattr(error, "orig", None)
    return original if isinstance(original, BaseException) else error


def _name(path: Path | None) -> str:
    return path.name if path else "The workspace"


def damaged(path: Path | None) -> WorkspaceDamagedError:
    name = _name(path)
    return WorkspaceDamagedError(
        f"{name} is damaged and was left exactly as it is; run 'jobtracker restore' with one of "
        f"the backups in {name}.backups, or 'jobtracker salvage NEWFILE' for what can be read."
    )


def not_ours(path: Path | None) -> WorkspaceDamagedError:
    """For what is no SQLite file, or no longer looks like one."""
    return WorkspaceDamagedError(
        f"{_name(path)} is not a Jobtracker workspace, or its beginning is damaged; it was left "
        "exactly as it is; choose another file, or run 'jobtracker restore' with a backup, or "
        "'jobtracker salvage NEWFILE' for what can be read."
    )


def about_files(error: OSError, path: Path | None) -> WorkspaceError:
    """An error of the file system as a WorkspaceError that names its cause."""
    if error.errno in _FULL_ERRNOS:
        return _disk_full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return WorkspaceError(
            f"{_name(path)} or its folder may not be written; what is stored is safe; "
            "change the permissions or choose another place."
        )
    return WorkspaceError(
        f"The disk did not do what was asked for {_name(path)} "
        f"({error.strerror or 'input/output error'}); what was saved before is safe; try again."
    )


def about_database(error: BaseException, path: Path | None) -> WorkspaceError:
    """An error of the driver as a WorkspaceError; the code is SQLite's primary result code."""
    code = (getattr(error, "sqlite_errorcode", None) or _CODES.get(str(error), 0)) & 0xFF
    if code == _NOTADB:
        return not_ours(path)
    if code == _CORRUPT or "decode to UTF-8" in str(error):
        return damaged(path)
    if code == _FULL or (code in (_IOERR, _CANTOPEN) and _is_full(path)):
        return _disk_full(path)
    name = _name(path)
    if code in (_BUSY, _LOCKED):
        return WorkspaceBusyError(
            f"{name} is being written by another window or terminal; nothing was changed; "
            "close the window or wait, then try again."
        )
    sentence = {
        _READONLY: "may only be read here; nothing was changed; copy it to a folder you may write",
        _IOERR: "could not be read or written (disk input/output error); what was saved before "
        "is safe; check the disk, then try again",
        _CANTOPEN: "could not be opened; nothing was changed; check the permissions of the file "
        "and of its folder",
        _TOOBIG: "cannot hold a text that long; nothing was saved; shorten it",
        _CONSTRAINT: "already holds something that contradicts this change; nothing was saved; "
        "read it again, then repeat the change",
        _INTERRUPT: "took too long to answer; nothing was changed; try fewer words",
    }.get(code, "could not be read or written; nothing was changed; try again")
    return WorkspaceError(f"{name} {sentence}.")


def _disk_full(path: Path | None) -> WorkspaceError:
    return WorkspaceError(
        f"The disk is full: {_name(path)} could not be written; what was saved before is safe; "
        "free some space, then try again."
    )


def _is_full(path: Path | None) -> bool:
    try:
        return path is not None and shutil.disk_usage(path.parent).free < _SCARCE
    except OSError:
        return False
