"""The texts of a folder or a zip file, opened with care: sizes are counted, not believed."""

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
from jobtracker.exchange.zip_guard import ZIP_MARK, ZipLimits, ZipRefusals, guarded

_LIMITS = ZipLimits(entries=MOST_FILES, all_bytes=ALL_BYTES, ratio=RATIO, entry_bytes=FILE_BYTES)


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
    name = path.name
    refusals = ZipRefusals(
        damaged=lambda: _damaged(name),
        protected=lambda: refused(
            name, "is protected by a password", "Unpack it and choose the folder."
        ),
        too_large=lambda: too_large(name),
    )
    with guarded(path, _LIMITS, refusals) as archive:
        for entry in sorted(archive.entries, key=lambda entry: entry.filename):
            yield _text(PurePosixPath(entry.filename).name, archive.read(entry))


def _text(name: str, content: bytes) -> Text | Left:
    try:
        return Text(name, decode_text(content, f"“{name}”"))
    except UnreadableFileError as error:
        return Left(name, str(error))


def _damaged(name: str) -> UnreadableFileError:
    return refused(name, "is damaged", "Download it again, or unpack it and choose the folder.")
