"""An archive that is a zip: an entry for each table and each document."""

from collections.abc import Iterator, Mapping
from zipfile import ZipInfo

from jobtracker.domain.text import quoted
from jobtracker.exchange.archive.format import DOCUMENTS, FILES, MANIFEST, Manifest, records_name
from jobtracker.exchange.archive.json_stream import JsonStream
from jobtracker.exchange.archive.judging import Judge, StoredFile
from jobtracker.exchange.archive.limits import LARGEST_FILE, LARGEST_HEAD
from jobtracker.exchange.archive.records import RECORDS, Checked
from jobtracker.exchange.zip_guard import GuardedZip


class ZipArchive:
    def __init__(self, found: GuardedZip, judge: Judge) -> None:
        self._zip = found
        self._judge = judge
        self._entries: Mapping[str, ZipInfo] = {entry.filename: entry for entry in found.entries}
        head = self._entry(MANIFEST, "is no archive of Jobtracker")
        with judge.plain():
            stream = JsonStream(found.chunks(head), LARGEST_HEAD)
            self.manifest: Manifest = judge.manifest(stream.value())

    def files(self) -> Iterator[StoredFile]:
        for batch in self._records(FILES):
            for record in batch:
                yield self._judge.sound(self._contents(record["name"]), record["hash"])

    def tables(self) -> Iterator[tuple[str, Iterator[Checked]]]:
        for table in RECORDS:
            if table != FILES:
                yield table, self._records(table)

    def check(self, counted: Mapping[str, int]) -> None:
        self._judge.check(self.manifest, counted)

    def left_out(self) -> frozenset[str]:
        return frozenset(self._judge.unknown)

    def _records(self, table: str) -> Iterator[Checked]:
        name = records_name(table)
        if name not in self._entries and not self.manifest.counts.get(table):
            return
        entry = self._entry(name, f"lacks {name}")
        stream = JsonStream(self._zip.chunks(entry))
        yield from self._judge.batches(stream, table)
        with self._judge.plain():
            stream.end()

    def _contents(self, name: str) -> bytes:
        """A document's bytes. Only what lies among the documents may be named as one."""
        if not name.startswith(DOCUMENTS):
            raise self._judge.refusal(f"names a file that is no document, {quoted(name)}")
        pieces, size = [], 0
        for piece in self._zip.chunks(self._entry(name, f"lacks the file {quoted(name)}")):
            size += len(piece)
            if size > LARGEST_FILE:
                raise self._judge.refusal(f"holds a file that is too large, {quoted(name)}")
            pieces.append(piece)
        return b"".join(pieces)

    def _entry(self, name: str, without: str) -> ZipInfo:
        entry = self._entries.get(name)
        if entry is None:
            raise self._judge.refusal(without)
        return entry
