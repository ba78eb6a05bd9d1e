"""Copies of documents that are handed to other programs, for this person's eyes alone."""

import atexit
import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from jobtracker.system.held import hold, is_held
from jobtracker.system.paths import cache_dir, private_folder

FOLDER = "opened"
HELD = ".held"


class Copies:
    """A folder of its own for this run; what earlier runs left there goes with the next one."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root
        self._folder: Path | None = None
        self._count = 0

    def add(self, contents: bytes, name: str) -> Path:
        """Write a copy that only its owner may read; it goes when the program ends.

        `name` is one that `document_name` made. Raises OSError and WorkspaceError.
        """
        if self._folder is None:
            self._folder = self._made()
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir(mode=0o700)
        path = folder / name
        if path.parent != folder:
            raise ValueError("a document's name leads elsewhere")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        flags |= getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, 0o600), "wb") as copy:
            copy.write(contents)
        return path

    def _made(self) -> Path:
        root = private_folder(self._root or private_folder(cache_dir()) / FOLDER)
        for old in root.iterdir():
            if not is_held(old / HELD):
                shutil.rmtree(old, ignore_errors=True)
        folder = Path(mkdtemp(dir=root))
        held = hold(folder / HELD)
        atexit.register(_clean, folder, held)
        return folder


COPIES = Copies()
"""Those of this process."""


def _clean(folder: Path, held: int) -> None:
    with suppress(OSError):
        os.close(held)
    shutil.rmtree(folder, ignore_errors=True)
