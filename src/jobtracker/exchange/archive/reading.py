"""Reading an archive with care: whoever made it, only whole and sound records come out.

An archive is opened once and its parts come in their order; nothing is unpacked to the disk, and
no more than a record or a document of it is ever held.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.text import quoted
from jobtracker.exchange.archive.format import MANIFEST, Manifest
from jobtracker.exchange.archive.judging import Judge, StoredFile
from jobtracker.exchange.archive.limits import ZIP
from jobtracker.exchange.archive.reading_json import JsonArchive
from jobtracker.exchange.archive.reading_zip import ZipArchive
from jobtracker.exchange.archive.records import Checked
from jobtracker.exchange.zip_guard import ZipRefusals, guarded

ENDINGS = (".zip", ".json")


class Archive(Protocol):
    """An open archive: its head, its files, then its tables; each asked for once, in this order."""

    @property
    def manifest(self) -> Manifest: ...

    def files(self) -> Iterator[StoredFile]:
        """The documents' bytes. Raises UnreadableFileError, as `tables` does."""

    def tables(self) -> Iterator[tuple[str, Iterator[Checked]]]:
        """Each table with its records, some hundreds at a time; to be read before the next."""

    def check(self, counted: Mapping[str, int]) -> None:
        """Raise UnreadableFileError where these were not as many records as the head says."""

    def left_out(self) -> frozenset[str]:
        """The fields met so far that this version does not know, as "table.field"."""


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive at a path, read by the ending of its name.

    Raises UnreadableFileError, also in the body of the `with`, for what is no whole archive.
    """
    judge = Judge(path)
    if not path.is_file():
        raise judge.refusal("is no file that can be read", "Choose an archive")
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UnreadableFileError(
            f"{quoted(path.name)} is no kind of file that can be imported; nothing was imported. "
            "Choose an archive of Jobtracker, a .zip or a .json."
        )
    with _json_file(path, judge) if ending == ".json" else _zip_file(path, judge) as archive:
        yield archive


def holds_archive(path: Path) -> bool:
    """Whether a zip is an archive, whole or not. Raises UnreadableFileError for what is no zip."""
    with guarded(path, ZIP, _refusals(Judge(path))) as found:
        return any(entry.filename == MANIFEST for entry in found.entries)


@contextmanager
def _zip_file(path: Path, judge: Judge) -> Iterator[ZipArchive]:
    with guarded(path, ZIP, _refusals(judge)) as found:
        yield ZipArchive(found, judge)


def _refusals(judge: Judge) -> ZipRefusals:
    return ZipRefusals(
        lambda: judge.refusal("is no whole zip", "Copy or export it again"),
        lambda: judge.refusal("is protected by a password", "Pack it again without one"),
        lambda: judge.refusal("unpacks to more than any archive holds", "Choose another file"),
    )


@contextmanager
def _json_file(path: Path, judge: Judge) -> Iterator[JsonArchive]:
    with path.open("rb") as file:
        yield JsonArchive(file, judge)
