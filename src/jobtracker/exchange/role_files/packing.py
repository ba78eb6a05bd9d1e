"""The texts of a folder or a zip file, opened with care: sizes are counted, not believed."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.role_files.limits import (
    ALL_BYTES,
    FILE_BYTES,
    MOST_FILES,
    RATIO,
    refused,
    too_large,
)
from jobtracker.exchange.text_file import decode_text, read_text_file

ZIP_MARK = b"PK\x03\x04"
_ENCRYPTED = 0x1
_SMALLEST = 1_000


class Text(NamedTuple):
    name: str
    text: str


class Left(NamedTuple):
    """A file that was not read, and why."""

    name: str
    reason: str


def is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP_MARK)) == ZIP_MARK
    except (OSError, ValueError):
        return False


def texts_in_folder(folder: Path) -> Iterator[Text | Left]:
    """The files of a folder, by name; folders in it and hidden files are left alone.

    Raises UnreadableFileError for a folder that cannot be read, or holds too much.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        files = [path for path in paths if path.is_file()]
        size = sum(path.stat().st_size for path in files)
    except OSError as error:
        raise refused(folder.name, "cannot be read", "Check the folder.") from error
    if len(files) > MOST_FILES or size > ALL_BYTES:
        raise refused(folder.name, "holds too much", "Choose the files that you need.")
    for path in files:
        try:
            yield Text(path.name, read_text_file(path, FILE_BYTES))
        except UnreadableFileError as error:
            yield Left(path.name, str(error))


def texts_in_zip(path: Path) -> Iterator[Text | Left]:
    """The text files of a zip; nothing of it is written to the disk.

    Raises UnreadableFileError for one that is damaged, protected, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _entries(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise _damaged(path.name) from error
    except (NotImplementedError, RuntimeError) as error:
        raise _damaged(path.name) from error


def _entries(archive: zipfile.ZipFile, name: str) -> Iterator[Text | Left]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES:
        raise too_large(name)
    left = ALL_BYTES
    for entry in sorted(entries, key=lambda entry: entry.filename):
        if entry.flag_bits & _ENCRYPTED:
            raise refused(name, "is protected by a password", "Unpack it and choose the folder.")
        limit = min(left, FILE_BYTES, max(entry.compress_size, _SMALLEST) * RATIO)
        with archive.open(entry) as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise too_large(name)
        left -= len(content)
        yield _text(PurePosixPath(entry.filename).name, content)


def _text(name: str, content: bytes) -> Text | Left:
    try:
        return Text(name, decode_text(content, f"“{name}”"))
    except UnreadableFileError as error:
        return Left(name, str(error))


def _damaged(name: str) -> UnreadableFileError:
    return refused(name, "is damaged", "Download it again, or unpack it and choose the folder.")
