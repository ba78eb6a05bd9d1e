"""What killed programs left near a workspace: swept where it is surely ours and nobody's any more,
else found, so that a plain copy of an encrypted workspace does not lie about unnoticed.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jobtracker.domain.errors import WorkspaceBusyError
from jobtracker.storage.files import discard
from jobtracker.storage.health import APPLICATION_ID
from jobtracker.storage.keys import PLAIN_HEADER
from jobtracker.storage.locks import WorkspaceLock

SALVAGE = ".salvage"
"""How the private folder of a salvage ends."""
COPY = "copy.db"
"""The copy in it, whose lock is held for as long as it is worked on."""
MOVED, PART, UNFINISHED = ".moved", ".part", ".unfinished"

_FOLDER = re.compile(rf"\.[a-z0-9_]{{8}}{re.escape(SALVAGE)}")
_COPIES = frozenset((COPY, COPY + UNFINISHED))
_IN_IT = frozenset(
    name + suffix for name in _COPIES for suffix in ("", "-wal", "-shm", "-journal", ".lock")
)
_COPYING = re.compile(rf"\.\d{{6,}}\.(\d+){re.escape(UNFINISHED)}")
_APPLICATION_ID_AT = slice(68, 72)
"""sqlite.org/fileformat.html: the application id, big-endian."""


def sweep_salvages(folder: Path) -> None:
    """Remove the private folders of salvages that were killed; one under way holds its lock. A
    salvage for an export has one inside of its own.
    """
    for entry in _entries(folder):
        if not (_FOLDER.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()):
            continue
        sweep_salvages(entry)
        with suppress(WorkspaceBusyError, OSError):
            held = {inner.name for inner in entry.iterdir()}
            if held & _COPIES and held <= _IN_IT:
                WorkspaceLock.exclusive(entry / COPY, timeout=0).release()
                shutil.rmtree(entry)


def sweep_copying(folder: Path) -> None:
    """Remove copies to a second place whose program has gone."""
    for entry in _entries(folder):
        found = _COPYING.fullmatch(entry.name)
        if found and not _is_running(int(found[1])):
            discard(entry)


def plain_near(path: Path) -> tuple[Path, ...]:
    """Plain copies of a workspace in its folder that only a person may remove: what a move kept,
    and what a backup to a file, or a salvage, had not finished.
    """
    named = [
        entry
        for entry in _entries(path.parent)
        if entry.name == path.name + MOVED or entry.suffix in (PART, UNFINISHED)
    ]
    return tuple(sorted(entry for entry in named if _is_plain_workspace(entry)))


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from list(folder.iterdir())
    except OSError:
        return


def _is_plain_workspace(file: Path) -> bool:
    try:
        if not file.is_file():
            return False
        with file.open("rb") as opened:
            head = opened.read(_APPLICATION_ID_AT.stop)
    except OSError:
        return False
    ours = head[_APPLICATION_ID_AT] == APPLICATION_ID.to_bytes(4, "big")
    return head.startswith(PLAIN_HEADER) and ours


def _is_running(process: int) -> bool:
    """Whether it may be; there is no harmless way to ask on Windows."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
