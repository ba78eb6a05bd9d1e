"""Writing an archive: records as they come, so that its size does not matter.

The same records and files always give the same bytes: entries stand in a fixed order and have one
date, rights and system.
"""

import base64
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

from jobtracker.exchange.archive.format import (
    FILES,
    MANIFEST,
    README,
    README_TEXT,
    Manifest,
    line_of,
    records_name,
)

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name."""
_UNIX: Final = 3
_OWNER_ONLY: Final = 0o100600 << 16
_LINES_AT_ONCE: Final = 1_000


class ZipWriter:
    """An archive as a zip. Files are stored as they are: what people keep is packed already."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._zip = archive

    def head(self, manifest: Manifest) -> None:
        self.text(README, README_TEXT)
        self.text(MANIFEST, line_of(manifest.as_record()) + "\n")

    def table(self, name: str, records: Iterable[Mapping[str, Any]]) -> None:
        with self._zip.open(_entry(records_name(name), zipfile.ZIP_DEFLATED), "w") as entry:
            for piece in _array(records):
                entry.write(piece.encode())

    def file(self, name: str, content: bytes) -> None:
        """The bytes that a record of `file` names."""
        self._zip.writestr(_entry(name, zipfile.ZIP_STORED), content)

    def text(self, name: str, content: str) -> None:
        """A text for eyes only; no reader of ours looks at it."""
        self._zip.writestr(_entry(name, zipfile.ZIP_DEFLATED), content.encode())


class JsonWriter:
    """An archive as one JSON file: the head, then an array of tables; files are in base64.

    The names of its fields are in the order of the alphabet, and so they stay readable one after
    the other when another program sorts them.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._tables = 0

    def head(self, manifest: Manifest) -> None:
        self._write(f'{{"archive":{line_of(manifest.as_record())},\n"tables":[\n')

    def table(self, name: str, records: Iterable[Mapping[str, Any]]) -> None:
        self._begin(name)
        for piece in _array(records):
            self._write(piece)
        self._write("}")

    def files(self, found: Iterable[tuple[str, bytes]]) -> None:
        """Every file with its hash: the first table."""
        self._begin(FILES)
        lines = (
            {"base64": base64.b64encode(content).decode(), "hash": digest, "size": len(content)}
            for digest, content in found
        )
        for piece in _array(lines, at_once=1):
            self._write(piece)
        self._write("}")

    def end(self) -> None:
        self._write("]}\n")

    def _begin(self, name: str) -> None:
        separator = ",\n" if self._tables else ""
        self._tables += 1
        self._write(f'{separator}{{"name":"{name}","records":')

    def _write(self, text: str) -> None:
        self._file.write(text.encode())


@contextmanager
def zip_writer(file: BinaryIO) -> Iterator[ZipWriter]:
    """Write a zip into an open file that can be gone back in."""
    with zipfile.ZipFile(file, "w", strict_timestamps=True) as archive:
        yield ZipWriter(archive)


def _entry(name: str, packing: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = packing
    entry.create_system = _UNIX
    entry.external_attr = _OWNER_ONLY
    return entry


def _array(records: Iterable[Mapping[str, Any]], at_once: int = _LINES_AT_ONCE) -> Iterator[str]:
    """An array with a record on each line, some lines at a time."""
    lines: list[str] = []
    yield "["
    separator = "\n"
    for record in records:
        lines.append(line_of(record))
        if len(lines) == at_once:
            yield separator + ",\n".join(lines)
            lines, separator = [], ",\n"
    if lines:
        yield separator + ",\n".join(lines)
    yield "\n]\n"
