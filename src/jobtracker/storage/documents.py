"""Files kept with applications: a row each, the bytes under their hash, each once."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from jobtracker.domain.documents import Document
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import DocumentRow
from jobtracker.storage.uids import new_uid

_COLUMNS = "id, uid, application_id, kind, name, media_type, size, sent_on, created_at"

_NAMED_IN = (
    ("document", "blob_hash"),
    ("letter_version", "blob_hash"),
    ("letter_template", "form_hash"),
)
"""The columns that name bytes; those named in none, and in no step of the journal, may go."""


def id_of(session: Session, reference: str) -> int:
    return lookup.id_of(session, DocumentRow.id, DocumentRow.uid, reference, "document")


def keep_bytes(session: Session, content: bytes) -> str:
    """Keep bytes under their SHA-256, each once; a row that names it has to follow."""
    digest = hashlib.sha256(content).hexdigest()
    session.connection().exec_driver_sql(
        "INSERT INTO blob (hash, bytes) SELECT ?, ? "
        "WHERE NOT EXISTS (SELECT 1 FROM blob WHERE hash = ?)",
        (digest, content, digest),
    )
    return digest


def holds(session: Session, content: bytes) -> bool:
    """Whether the same bytes are kept already."""
    found = session.connection().exec_driver_sql(
        "SELECT 1 FROM blob WHERE hash = ?", (hashlib.sha256(content).hexdigest(),)
    )
    return found.first() is not None


def store(
    session: Session,
    application_id: int,
    name: str,
    kind: str,
    media_type: str,
    content: bytes,
    *,
    sent_on: date | None,
    now: datetime,
) -> int:
    """Keep a file exactly as it is; the same bytes are stored once. Its id."""
    digest = keep_bytes(session, content)
    return rows.insert(
        session,
        DocumentRow,
        uid=new_uid(now),
        application_id=application_id,
        kind=kind,
        name=name,
        media_type=media_type,
        size=len(content),
        blob_hash=digest,
        sent_on=sent_on.isoformat() if sent_on else None,
        created_at=now.isoformat(),
    )


def load(session: Session, document_id: int) -> Document:
    """Raises NotFoundError where it is gone."""
    key = id_of(session, str(document_id))
    found = session.connection().exec_driver_sql(
        f"SELECT {_COLUMNS} FROM document WHERE id = ?", (key,)
    )
    return _document(found.one())


def change(session: Session, document_id: int, values: Mapping[str, Any]) -> None:
    rows.change(session, DocumentRow, [document_id], values)


def remove(session: Session, document_id: int) -> None:
    """Take the row away; the bytes stay while a step of the journal names them."""
    rows.remove(session, DocumentRow, [document_id])


def sweep(session: Session) -> None:
    """Drop the bytes that no row and no step of the journal names any more."""
    connection = session.connection()
    named = " UNION ALL ".join(f"SELECT {column} FROM {table}" for table, column in _NAMED_IN)
    unnamed = set(
        connection.exec_driver_sql(
            f"SELECT hash FROM blob EXCEPT SELECT * FROM ({named})"
        ).scalars()
    )
    if not unnamed:
        return
    for table, column in _NAMED_IN:
        remembered = connection.exec_driver_sql(
            f"SELECT json_extract(before, '$.{column}'), json_extract(after, '$.{column}') "
            f"FROM journal_change WHERE table_name = '{table}'"
        )
        unnamed.difference_update(*remembered)
    if unnamed:
        connection.exec_driver_sql(
            "DELETE FROM blob WHERE hash = ?", [(digest,) for digest in unnamed]
        )


def contents(session: Session, document_id: int) -> bytes:
    found = session.connection().exec_driver_sql(
        "SELECT b.bytes FROM document d JOIN blob b ON b.hash = d.blob_hash WHERE d.id = ?",
        (id_of(session, str(document_id)),),
    )
    content: bytes = found.scalar_one()
    return content


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[Document, ...]]:
    """The documents of these applications, oldest first."""
    found: dict[int, tuple[Document, ...]] = dict.fromkeys(ids, ())
    lines = session.connection().exec_driver_sql(
        f"SELECT {_COLUMNS} FROM document "
        "WHERE application_id IN (SELECT value FROM json_each(:ids)) ORDER BY id",
        rows.bound(ids),
    )
    for document in map(_document, lines):
        found[document.application_id] += (document,)
    return found


def _document(row: Sequence[Any]) -> Document:
    document = Document(*row)
    sent_on: str | None = row[7]
    return document._replace(sent_on=date.fromisoformat(sent_on) if sent_on else None)
