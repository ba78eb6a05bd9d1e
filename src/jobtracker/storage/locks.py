"""An advisory lock beside the workspace: shared by windows and terminals, alone for a restore.

It is a lock of the operating system on `FILE.lock`, which ends with its process however that
ends; the lock file's presence says nothing. The workspace itself is never opened for it:
closing any descriptor of a file drops the locks that SQLite holds on it in this process.
"""

import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from jobtracker.domain.errors import WorkspaceBusyError
from jobtracker.storage.files import OWNER_ONLY, beside

_PAUSE = 0.05
_CANNOT_MAKE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}

if sys.platform == "win32":
    import msvcrt

    _SLOTS: Final = 64

    def _hold(descriptor: int, start: int, length: int) -> bool:
        os.lseek(descriptor, start, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, length)
        except OSError:
            return False
        return True

    def _try_shared(descriptor: int) -> bool:
        """Windows knows no shared lock here: one byte of 64 stands for one of 64 sharers."""
        return any(_hold(descriptor, slot, 1) for slot in range(_SLOTS))

    def _try_exclusive(descriptor: int) -> bool:
        return _hold(descriptor, 0, _SLOTS)
else:
    import fcntl

    def _try_shared(descriptor: int) -> bool:
        return _flock(descriptor, fcntl.LOCK_SH)

    def _try_exclusive(descriptor: int) -> bool:
        return _flock(descriptor, fcntl.LOCK_EX)

    def _flock(descriptor: int, kind: int) -> bool:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_held_alone: set[str] = set()
"""The files that this program has open alone; set's own calls are atomic."""


class WorkspaceLock:
    """A held lock; `release` gives it back, and so does the end of the process.

    Where the lock file can't be made (read-only folder, full disk) a shared lock is held by
    nobody: such a place is only read, and what needs the lock alone would fail there anyway.
    """

    def __init__(self, descriptor: int | None, alone_at: str = "") -> None:
        self._descriptor = descriptor
        self._alone_at = alone_at

    @classmethod
    def shared(cls, path: Path, timeout: float = 30) -> Self:
        """Hold the workspace beside others; waits `timeout` seconds for a restore to end.

        Within the program that holds it `alone`, nothing more needs to be held.
        """
        if os.path.realpath(path) in _held_alone:
            return cls(None)
        descriptor = _open(path, needed=False)
        if descriptor is not None:
            _wait(descriptor, path, timeout, alone=False)
        return cls(descriptor)

    @classmethod
    def alone(cls, path: Path, timeout: float = 2) -> Self:
        """Hold the workspace alone for as long as it is open here: in a folder that others write
        to as well. Raises WorkspaceBusyError after `timeout` seconds.
        """
        held, place = cls._exclusively(path, timeout), os.path.realpath(path)
        _held_alone.add(place)
        return cls(held, place)

    @classmethod
    def exclusive(cls, path: Path, timeout: float = 2) -> Self:
        """Hold the workspace alone, or raise WorkspaceBusyError after `timeout` seconds."""
        return cls(cls._exclusively(path, timeout))

    @staticmethod
    def _exclusively(path: Path, timeout: float) -> int:
        descriptor = _open(path, needed=True)
        assert descriptor is not None
        _wait(descriptor, path, timeout, alone=True)
        return descriptor

    def release(self) -> None:
        _held_alone.discard(self._alone_at)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def _open(path: Path, *, needed: bool) -> int | None:
    try:
        return os.open(beside(path, ".lock"), os.O_CREAT | os.O_RDWR, OWNER_ONLY)
    except OSError as error:
        if needed or error.errno not in _CANNOT_MAKE:
            raise
        return None


def _wait(descriptor: int, path: Path, timeout: float, *, alone: bool) -> None:
    attempt = _try_exclusive if alone else _try_shared
    deadline = time.monotonic() + timeout
    while not attempt(descriptor):
        if time.monotonic() >= deadline:
            os.close(descriptor)
            holder = "another window or terminal has it open" if alone else "it is being replaced"
            raise WorkspaceBusyError(
                f"{path.name} is in use: {holder}; nothing was changed; "
                "close the window, then try again."
            )
        time.sleep(_PAUSE)
