"""Writing files so that a kill or a power cut leaves the old one or the new one, whole.

The order is always: write under another name in the same folder, sync the bytes, rename,
sync the folder (a rename that was not synced may be undone by a power cut).
"""

import contextlib
import os
import shutil
import sys
from pathlib import Path

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700


def fsync_file(path: Path) -> None:
    """Push a closed file's bytes to the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fsync_folder(folder: Path) -> None:
    """Push the names in a folder to the disk; Windows has no call for it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; a leftover of that name goes first."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))


def make_private_folder(folder: Path) -> None:
    """Make a folder for its owner alone, whatever the umask; one that is there stays as it is."""
    if folder.is_dir():
        return
    folder.mkdir(mode=OWNER_ONLY_FOLDER)
    folder.chmod(OWNER_ONLY_FOLDER)
    fsync_folder(folder.parent)


def publish(temporary: Path, final: Path) -> None:
    """Give a written file its final name, replacing what has it; both lie in one folder."""
    temporary.chmod(OWNER_ONLY)
    fsync_file(temporary)
    temporary.replace(final)
    fsync_folder(final.parent)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step; whatever fails, the file of that name stays whole."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        make_private(temporary)
        temporary.write_bytes(data)
        publish(temporary, path)
    except BaseException:
        discard(temporary)
        raise


def discard(*paths: Path) -> None:
    """Remove files that are in nobody's way; one that can't be removed is left."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def beside(path: Path, suffix: str) -> Path:
    """`search.jobtracker` and "-wal" give `search.jobtracker-wal` in the same folder."""
    return path.with_name(path.name + suffix)


def size_of(path: Path) -> int:
    """The size in bytes, 0 where there is no such file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def free_bytes(folder: Path) -> int:
    """What a person may still write on the disk of an existing folder."""
    return shutil.disk_usage(folder).free
