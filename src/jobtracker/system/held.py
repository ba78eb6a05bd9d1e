"""Files that say "still at work": held by a lock that ends with the process, never by a number."""

import os
import sys
from pathlib import Path


def hold(path: Path) -> int:
    """Make a private file and hold it until its descriptor is closed or this process ends.

    Raises OSError where it cannot be made, or is there already.
    """
    held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    _lock(held)
    return held


def is_held(path: Path) -> bool:
    """Whether a process that lives holds it; what cannot be looked at counts as held."""
    try:
        probe = os.open(path, os.O_RDWR)
    except OSError:
        return True
    try:
        _lock(probe)
    except OSError:
        return True
    finally:
        os.close(probe)
    return False


def _lock(descriptor: int) -> None:
    """Raises OSError where somebody has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
