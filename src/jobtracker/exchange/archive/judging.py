"""What makes a file an archive of ours, and the words for one that is none."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.text import quoted
from jobtracker.exchange.archive.format import FORMAT, VERSION, Manifest
from jobtracker.exchange.archive.json_stream import JsonStream, JsonStreamError
from jobtracker.exchange.archive.limits import MOST_RECORDS
from jobtracker.exchange.archive.records import RECORDS, Checked, checked, unknown_fields

_AT_ONCE = 500


class StoredFile(NamedTuple):
    """A document's bytes and their SHA-256, which was looked at."""

    digest: str
    content: bytes


class Judge:
    """Says of one file what is wrong with it; `unknown` gathers what this version leaves out."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.unknown: set[str] = set()

    def refusal(
        self, what: str, advice: str = "Export it again and choose that"
    ) -> UnreadableFileError:
        return UnreadableFileError(
            f"{quoted(self._path.name)} {what}; nothing was imported. {advice}."
        )

    @contextmanager
    def plain(self) -> Iterator[None]:
        """Tell of JSON that is none in our words."""
        try:
            yield
        except JsonStreamError as error:
            raise self.refusal("is damaged or no archive of Jobtracker") from error

    def manifest(self, head: Any) -> Manifest:
        """The head of an archive. Raises UnreadableFileError, for a newer version in its words."""
        if not isinstance(head, dict) or head.get("format") != FORMAT:
            raise self.refusal("is no archive of Jobtracker")
        version = head.get("version")
        if type(version) is int and version > VERSION:
            raise self.refusal(
                "was written by a newer version of Jobtracker", "Update Jobtracker to read it"
            )
        counts = head.get("counts")
        if type(version) is not int or version != VERSION or not isinstance(counts, dict):
            raise self.refusal("has a head that cannot be read")
        if not all(type(count) is int and table in RECORDS for table, count in counts.items()):
            raise self.refusal("has a head that cannot be read")
        missing = head.get("missing", [])
        return Manifest(counts, tuple(map(str, missing if isinstance(missing, list) else ())))

    def check(self, manifest: Manifest, counted: Mapping[str, int]) -> None:
        """Raise UnreadableFileError where an archive holds other than its head says."""
        said = manifest.counts
        if any(said.get(table, 0) != counted.get(table, 0) for table in RECORDS):
            raise self.refusal("holds another number of records than it says")

    def batches(self, stream: JsonStream, table: str) -> Iterator[Checked]:
        """The records of an array, checked, some hundreds at a time."""
        batch: list[Any] = []
        for raw in self.counted(stream):
            batch.append(raw)
            if len(batch) == _AT_ONCE:
                yield self._checked(table, batch)
                batch = []
        if batch:
            yield self._checked(table, batch)

    def counted(self, stream: JsonStream) -> Iterator[Any]:
        """The values of an array, no more of them than an archive may hold."""
        with self.plain():
            for count, raw in enumerate(stream.items()):
                if count == MOST_RECORDS:
                    raise self.refusal("holds more than any archive does", "Choose another file")
                yield raw

    def sound(self, content: bytes, digest: str) -> StoredFile:
        """A file whose bytes are those that were hashed when it was written."""
        if hashlib.sha256(content).hexdigest() != digest:
            raise self.refusal("holds a file that is not what was exported")
        return StoredFile(digest, content)

    def _checked(self, table: str, batch: list[Any]) -> Checked:
        self.unknown |= {f"{table}.{field}" for field in unknown_fields(table, batch)}
        return checked(table, batch)
