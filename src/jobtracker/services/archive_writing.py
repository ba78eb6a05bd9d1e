"""A workspace written as an archive, of one moment, a record and a file at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

from jobtracker.exchange.archive.format import DOCUMENTS, FILES, LETTERS, Manifest
from jobtracker.exchange.archive.readable import Names, ending_of, plain_text
from jobtracker.exchange.archive.records import RECORDS
from jobtracker.exchange.archive.writing import JsonWriter, ZipWriter, zip_writer
from jobtracker.storage import stored_files
from jobtracker.storage.archive import reading
from jobtracker.storage.archive.reading import Kept

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Step = Callable[[int], None]
"""Hears how many records more are done; may raise StoppedError."""

T = TypeVar("T")

_AT_ONCE = 200
_DOCUMENT = "document"
_NAMES_FILES: Mapping[str, tuple[str, ...]] = {
    _DOCUMENT: ("blob_hash",),
    "letter_template": ("form_hash",),
    "letter_version": ("blob_hash", "document"),
}
"""The fields that name a file, or a document that is one."""


class _Left(NamedTuple):
    """What an archive can't hold: hashes of altered bytes, and the uids of documents of these."""

    hashes: frozenset[str]
    documents: frozenset[str]


def write(
    session: "Session",
    file: BinaryIO,
    ending: str,
    missing: tuple[str, ...],
    steps: Callable[[int], Step],
) -> Manifest:
    """Write all that a workspace holds into an open file, but no file whose bytes an import would
    refuse; the head of what was written.
    """
    named, tables = reading.hashes(session), [t for t in RECORDS if t != FILES]
    counts = {t: reading.count(session, t) for t in tables}
    step = steps(len(named) + sum(counts.values()))
    altered = list(stored_files.altered(session, lambda: step(0)))
    left = _left(session, frozenset(one.stated for one in altered))
    kept = [one for one in named if one.digest not in left.hashes]
    counts = {FILES: len(kept), **counts, _DOCUMENT: counts[_DOCUMENT] - len(left.documents)}
    told = tuple(f"{one} What it holds is not in the archive." for one in altered)
    manifest = Manifest(counts, (*missing, *told))
    if ending == ".json":
        _write_json(session, JsonWriter(file), manifest, kept, left, step)
    else:
        with zip_writer(file) as writer:
            _write_zip(session, writer, manifest, kept, left, step)
    return manifest


def _left(session: "Session", hashes: frozenset[str]) -> _Left:
    if not hashes:
        return _Left(hashes, frozenset())
    documents = reading.records(session, _DOCUMENT)
    return _Left(hashes, frozenset(d["uid"] for d in documents if d["blob_hash"] in hashes))


def _records(session: "Session", table: str, left: _Left) -> Iterable[Mapping[str, Any]]:
    """A table's records, without documents that are left out and without names of these."""
    found = reading.records(session, table)
    if not left.hashes or table not in _NAMES_FILES:
        return found
    if table == _DOCUMENT:
        return (record for record in found if record["uid"] not in left.documents)
    gone = left.hashes | left.documents
    fields = _NAMES_FILES[table]
    return (
        {**record, **{name: None for name in fields if record[name] in gone}} for record in found
    )


def _write_zip(
    session: "Session",
    writer: ZipWriter,
    manifest: Manifest,
    kept: list[Kept],
    left: _Left,
    step: Step,
) -> None:
    named = list(_file_records(session, kept))
    writer.head(manifest)
    writer.table(FILES, named)
    for table in manifest.counts:
        if table != FILES:
            writer.table(table, _counted(_records(session, table, left), step))
    for record in named:
        writer.file(record["name"], reading.content(session, record["hash"]))
        step(1)
    names = Names(LETTERS)
    for company, role, name, text, values in reading.letters(session):
        markdown, plain = names.fresh(f"{company}, {role} - {name}", ".md", ".txt")
        writer.text(markdown, text)
        writer.text(plain, plain_text(text, values))


def _write_json(
    session: "Session",
    writer: JsonWriter,
    manifest: Manifest,
    kept: list[Kept],
    left: _Left,
    step: Step,
) -> None:
    writer.head(manifest)
    contents = ((one.digest, reading.content(session, one.digest)) for one in kept)
    writer.files(_counted(contents, step))
    for table in manifest.counts:
        if table != FILES:
            writer.table(table, _counted(_records(session, table, left), step))
    writer.end()


def _file_records(session: "Session", kept: list[Kept]) -> Iterator[Mapping[str, Any]]:
    """Under which name of the archive the bytes of each hash lie."""
    names = Names(DOCUMENTS)
    for one in kept:
        wanted = one.name
        if not one.is_document:
            wanted += ending_of(reading.content(session, one.digest))
        (name,) = names.fresh(wanted)
        yield {"hash": one.digest, "size": one.size, "name": name}


def _counted(records: Iterable[T], step: Step) -> Iterator[T]:
    pending = 0
    for record in records:
        yield record
        pending += 1
        if pending == _AT_ONCE:
            step(pending)
            pending = 0
    step(pending)
