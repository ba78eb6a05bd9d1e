"""An archive's file while it is written: under another name until it is whole and on the disk."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.file_names import is_workspace
from jobtracker.domain.text import quoted
from jobtracker.storage.files import discard, make_private, publish
from jobtracker.storage.plain_words import plain_errors

_BUFFER = 1 << 20


@contextmanager
def new_file(path: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """A file to write to, which gets its name when the `with` ends well.

    Whatever happens, a file of that name stays whole until then. Raises WorkspaceError where one
    is in the way and `replace` is not set, where the folder is missing, or where the disk refuses.
    """
    check_place(path, replace=replace)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    with plain_errors(path):
        _sweep(path)
        try:
            make_private(temporary)
            with temporary.open("r+b", buffering=_BUFFER) as file:
                yield file
            check_place(path, replace=replace)
            publish(temporary, path)
        except BaseException:
            discard(temporary)
            raise


def check_place(path: Path, *, replace: bool) -> None:
    """Raise WorkspaceError where an archive may not be written."""
    if is_workspace(path.name) or path.is_dir():
        raise WorkspaceError(
            f"{quoted(path.name)} can't be an archive; nothing was written; choose another name."
        )
    if not replace and (path.exists() or path.is_symlink()):
        raise WorkspaceError(
            f"There is a file {quoted(path.name)} already; it was left as it is; "
            "choose another name, or say that it may be replaced."
        )
    if not path.parent.is_dir():
        raise WorkspaceError(
            f"There is no folder {quoted(path.parent.name)}; nothing was written; "
            "make the folder or choose another place."
        )


def _sweep(path: Path) -> None:
    """Remove what an export to this name left that was killed, but none that is under way."""
    if sys.platform == "win32":
        return  # no harmless way to ask whether a process is there
    for leftover in path.parent.glob(f".{_plainly(path.name)}.*.part"):
        process = leftover.name.removesuffix(".part").rpartition(".")[2]
        if process.isdigit() and not _is_running(int(process)):
            discard(leftover)


def _plainly(name: str) -> str:
    """A name without the signs that mean something in a pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
