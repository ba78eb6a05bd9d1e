"""Whether the bytes kept under each hash are still those that were hashed, and whose they are."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.text import quoted
from jobtracker.storage.search_index import driver_of


class Altered(NamedTuple):
    """Bytes that are not what they were, or gone: their hash then, and in words what has them."""

    stated: str
    owners: tuple[str, ...]

    def __str__(self) -> str:
        named = " and ".join(self.owners) or "A file that only undo still has"
        return f"{named}: its bytes are not those that were stored."


def altered(session: Session, step: Callable[[], object] = lambda: None) -> Iterator[Altered]:
    """The files whose bytes differ from their hash, in the order of the hashes. One is read at a
    time, so that all of them cost the memory of the largest; `step` hears of each.
    """
    raw = driver_of(session)
    for (stated,) in raw.execute(_HASHES).fetchall():
        found = raw.execute("SELECT bytes FROM blob WHERE hash = ?", (stated,)).fetchone()
        content = found[0] if found else None
        digest = hashlib.sha256(content if isinstance(content, bytes) else b"").hexdigest()
        if digest != stated:
            yield Altered(stated, tuple(_owners(raw, stated)))
        step()


def _owners(raw: Any, digest: str) -> Iterator[str]:
    for kind, name, company, role in raw.execute(_OWNERS, {"hash": digest}):
        of = f" of the application {role} at {company}" if company else ""
        yield f"The {kind} {quoted(name)}{of}"


_HASHES = """
SELECT hash FROM blob UNION SELECT blob_hash FROM document
UNION SELECT form_hash FROM letter_template WHERE form_hash IS NOT NULL
UNION SELECT blob_hash FROM letter_version WHERE blob_hash IS NOT NULL ORDER BY 1
"""
_OWNERS = """
WITH named (rank, kind, id, name, application_id) AS (
    SELECT 1, 'document', id, name, application_id FROM document WHERE blob_hash = :hash
    UNION ALL
    SELECT 2, 'form of the letter template', id, name, NULL FROM letter_template
    WHERE form_hash = :hash
    UNION ALL
    SELECT 3, 'file of the letter', min(v.id), l.name, l.application_id
    FROM letter_version v JOIN letter l ON l.id = v.letter_id
    WHERE v.blob_hash = :hash GROUP BY l.id
)
SELECT n.kind, n.name, c.name, a.role FROM named n
LEFT JOIN application a ON a.id = n.application_id LEFT JOIN company c ON c.id = a.company_id
ORDER BY n.rank, n.id
"""
