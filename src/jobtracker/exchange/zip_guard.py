"""A zip file opened with care: sizes are counted while unpacking, never believed.

What can be wrong with any zip is found here; what it holds is judged by whoever reads it.
Nothing is unpacked to the disk.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import UnreadableFileError

ZIP_MARK = b"PK\x03\x04"
CHUNK = 1 << 18
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
"""Bytes of an entry's own header, without its name (APPNOTE.TXT 4.3.7)."""


class ZipLimits(NamedTuple):
    """How much a zip may hold: entries, bytes of all together and of each, and how many times
    its packed size an entry may unpack to. What packs to less than `small` bytes counts as that.
    """

    entries: int
    all_bytes: int
    ratio: int
    entry_bytes: int | None = None
    small: int = 1_000


class ZipRefusals(NamedTuple):
    """The errors to raise, in the words of whoever asked for the file."""

    damaged: Callable[[], UnreadableFileError]
    protected: Callable[[], UnreadableFileError]
    too_large: Callable[[], UnreadableFileError]


class GuardedZip:
    """An open zip; `entries` are its files in the order of its list, without folders."""

    def __init__(self, archive: zipfile.ZipFile, limits: ZipLimits, refusals: ZipRefusals) -> None:
        self._archive = archive
        self._limits = limits
        self._refusals = refusals
        self._left = limits.all_bytes
        self.entries = self._sound(archive.infolist())

    def read(self, entry: zipfile.ZipInfo) -> bytes:
        """An entry's bytes; the `too_large` error where they are more than they may be."""
        return b"".join(self.chunks(entry))

    def chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """An entry's bytes a piece at a time, for what is too large to hold."""
        limits = self._limits
        room = min(self._left, max(entry.compress_size, limits.small) * limits.ratio)
        if limits.entry_bytes is not None:
            room = min(room, limits.entry_bytes)
        with self._archive.open(entry) as stream:
            while chunk := stream.read(min(CHUNK, room + 1)):
                room -= len(chunk)
                if room < 0:
                    raise self._refusals.too_large()
                self._left -= len(chunk)
                yield chunk

    def _sound(self, entries: list[zipfile.ZipInfo]) -> tuple[zipfile.ZipInfo, ...]:
        if len(entries) > self._limits.entries:
            raise self._refusals.too_large()
        names = {entry.filename.casefold() for entry in entries}
        if "" in names or len(names) < len(entries) or _overlap(entries):
            raise self._refusals.damaged()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise self._refusals.protected()
        return tuple(entry for entry in entries if not entry.is_dir())


@contextmanager
def guarded(source: Path | bytes, limits: ZipLimits, refusals: ZipRefusals) -> Iterator[GuardedZip]:
    """The zip at a path or in memory, for as long as the `with` lasts.

    Raises one of the `refusals`, also for what the body of the `with` meets while reading.
    """
    file = source if isinstance(source, Path) else BytesIO(source)
    try:
        with zipfile.ZipFile(file) as archive:
            yield GuardedZip(archive, limits, refusals)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise refusals.damaged() from error
    # what zipfile says of a packing or a version that it does not know
    except (NotImplementedError, RuntimeError) as error:
        raise refusals.damaged() from error


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether two entries share bytes, as in a bomb that unpacks the same ones again and again
    (CVE-2024-0450; Python refuses it only from 3.11.8 on).
    """
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
    return False
