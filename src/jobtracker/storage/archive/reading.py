"""The rows of a workspace as records of an archive, one after the other, of one moment."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.storage import keys
from jobtracker.storage.archive.shapes import REFERRED_BY, Shape, shape_of
from jobtracker.storage.search_index import driver_of

Record = dict[str, Any]


def is_encrypted(session: Session) -> bool:
    """Whether the workspace is, which an archive never is."""
    return keys.of_connection(driver_of(session)) is not None


def count(session: Session, table: str) -> int:
    """How many records of a table an archive holds."""
    shape = shape_of(table)
    found = driver_of(session).execute(f'SELECT count(*) FROM "{table}" t WHERE {shape.own}')
    return int(found.fetchone()[0])


def records(session: Session, table: str) -> Iterator[Record]:
    """The records of a table in the order in which they were made."""
    shape = shape_of(table)
    names = shape.fields
    changes = _changes(shape)
    for row in driver_of(session).execute(_statement(shape)):
        record = dict(zip(names, row, strict=True))
        for name, changed in changes:
            record[name] = changed(record[name])
        yield record


def _statement(shape: Shape) -> str:
    columns = [f't."{name}"' for name in shape.columns]
    columns += (
        f"(SELECT {REFERRED_BY.get(reference.table, 'r.uid')} FROM {reference.table} r "
        f"WHERE r.id = t.{reference.column})"
        for reference in shape.references
    )
    return f'SELECT {", ".join(columns)} FROM "{shape.table}" t WHERE {shape.own} ORDER BY t.id'


def _changes(shape: Shape) -> list[tuple[str, Callable[[Any], Any]]]:
    return [*((name, bool) for name in shape.flags), *((name, told) for name in shape.json)]


def told(stored: str | None) -> Any:
    """What is kept as JSON, as a value that gives the same text again; {"json": text} for text
    that would come back otherwise, None for none.
    """
    if not stored:
        return None
    try:
        value = json.loads(stored)
        same = json.dumps(value, ensure_ascii=False) == stored
    except (ValueError, RecursionError):
        return {"json": stored}
    is_plain = not isinstance(value, dict) or value.keys() != {"json"}
    return value if same and is_plain and value is not None else {"json": stored}


def kept(value: Any) -> str | None:
    """The text that `told` made a value of."""
    if value is None:
        return None
    if isinstance(value, dict) and value.keys() == {"json"} and isinstance(value["json"], str):
        return value["json"]
    return json.dumps(value, ensure_ascii=False)


class Kept(NamedTuple):
    """Bytes that something names: their hash and number, and the name of the document, else of the
    template or letter that they belong to, which has no ending.
    """

    digest: str
    size: int
    name: str
    is_document: bool


def hashes(session: Session) -> list[Kept]:
    """All bytes that something names, each once."""
    found = driver_of(session).execute(_NAMED)
    return [Kept(digest, size, name, rank == 1) for digest, size, name, rank in found]


_NAMED = """
WITH named (hash, rank, id, name) AS (
    SELECT blob_hash, 1, id, name FROM document
    UNION ALL
    SELECT form_hash, 2, id, name FROM letter_template
    WHERE form_hash IS NOT NULL AND origin <> 'library'
    UNION ALL
    SELECT v.blob_hash, 3, v.id, l.name FROM letter_version v JOIN letter l ON l.id = v.letter_id
    WHERE v.blob_hash IS NOT NULL
), first AS (
    SELECT hash, rank, id, name, row_number() OVER (PARTITION BY hash ORDER BY rank, id) AS place
    FROM named
)
SELECT f.hash, length(b.bytes), f.name, f.rank FROM first f JOIN blob b ON b.hash = f.hash
WHERE f.place = 1 ORDER BY f.rank, f.id
"""


def content(session: Session, digest: str) -> bytes:
    """The bytes under a hash that `hashes` named."""
    found = driver_of(session).execute("SELECT bytes FROM blob WHERE hash = ?", (digest,))
    read: bytes = found.fetchone()[0]
    return read


def letters(session: Session) -> Iterator[tuple[str, str, str, str, dict[str, str]]]:
    """Each letter with its application's company and role, its name, its text as it stands now and
    the values typed for it; none where they can't be read, as an export has to work on any file.
    """
    found = driver_of(session).execute(
        "SELECT c.name, a.role, l.name, l.text, l.field_values FROM letter l "
        "JOIN application a ON a.id = l.application_id JOIN company c ON c.id = a.company_id "
        "ORDER BY l.id"
    )
    for company, role, name, text, values in found:
        typed = told(values)
        readable = isinstance(typed, dict) and all(isinstance(v, str) for v in typed.values())
        yield company, role, name, text, typed if readable else {}
