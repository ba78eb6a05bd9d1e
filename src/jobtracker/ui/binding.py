"""Loads PySide6 the quick way: before anything else of it is imported.

PySide6 carries a hundred kilobytes of its own Python inside its library and compiles them anew
at every start, a tenth of what a bare window takes. What the compiler made of them is kept in
the cache folder, beside the exact bytes it was made from, as Python does with any other module.

It also replaces Python's import with one that reads the source of every module imported later,
to see whether it wants PySide6's optional features. We use none of them, and the reading costs
a third of an import, so the original import is put back.
"""

import builtins
import marshal
import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any

from jobtracker.system.paths import cache_dir

CHECKSUM = 4  # bytes before what is kept

_Key = tuple[str, int, int]
"""A file inside the library, with the length and the CRC-32 of its source."""


def load_qt(kept_in: Path | None = None) -> None:
    """Import PySide6; what it compiles is read from and kept in a file of `kept_in`.

    Without a folder that can be written it is compiled as ever.
    """
    if "PySide6.QtCore" not in sys.modules:
        compiled = _Compiled((kept_in or cache_dir()) / "binding.bin")
        compiler = builtins.compile
        builtins.compile = compiled.of
        try:
            import PySide6.QtCore  # noqa: F401 (for what its import does)
        finally:
            builtins.compile = compiler
        compiled.keep()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _Compiled:
    """Code by the source it was made from, in a file of this very Python."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._codes = self._read()
        self._fresh = False

    def of(self, source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
        """Stands in for `compile` while PySide6 is imported."""
        if not (isinstance(source, bytes) and str(filename).startswith("shibokensupport/")):
            return _compile(source, filename, *rest, **options)
        key = (str(filename), len(source), zlib.crc32(source))
        if key not in self._codes:
            self._codes[key] = _compile(source, filename, *rest, **options)
            self._fresh = True
        return self._codes[key]

    def keep(self) -> None:
        """Write what is new, whole and for the owner alone; where that fails, nothing is lost."""
        if not self._fresh:
            return
        content = marshal.dumps((sys.version, self._codes))
        fresh = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as to:
                to.write(zlib.crc32(content).to_bytes(CHECKSUM, "big") + content)
            fresh.replace(self._file)
        except OSError:
            with suppress(OSError):
                fresh.unlink()

    def _read(self) -> dict[_Key, CodeType]:
        """What an earlier start of the same Python kept; nothing where it is not whole."""
        try:
            held = self._file.read_bytes()
        except OSError:
            return {}
        content = held[CHECKSUM:]
        if zlib.crc32(content).to_bytes(CHECKSUM, "big") != held[:CHECKSUM]:
            return {}
        version, codes = marshal.loads(content)  # noqa: S302 (ours, as whole as we wrote it)
        return codes if version == sys.version else {}


_compile = builtins.compile
