"""What the page of letters lists: every letter with all that its state depends on."""

import json
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_parts import Part
from jobtracker.storage.letter_versions import frame_of

_SHELF = """
SELECT l.id, l.application_id, c.name, a.role, coalesce(t.name, l.name), l.kind, l.language,
    l.text, l.field_values, l.frame, l.hidden, l.updated_at, l.sent_on, v.at
FROM letter l
JOIN application a ON a.id = l.application_id
JOIN company c ON c.id = a.company_id
LEFT JOIN letter_template t ON t.id = l.template_id
LEFT JOIN (
    SELECT letter_id, max(saved_at) AS at FROM letter_version
    WHERE kind IN ('exported', 'sent') GROUP BY letter_id
) v ON v.letter_id = l.id
ORDER BY l.updated_at DESC, l.id DESC
"""
_NEAREST = """
SELECT l.id FROM letter l JOIN application a ON a.id = l.application_id
WHERE a.company_id = (
    SELECT o.company_id FROM letter m JOIN application o ON o.id = m.application_id
    WHERE m.id = :letter
) AND l.id <> :letter ORDER BY l.sent_on IS NULL, l.updated_at DESC, l.id DESC LIMIT 1
"""


class Shelved(NamedTuple):
    """A letter with its application; `exported_at` is when it left last, or None."""

    id: int
    application_id: int
    company: str
    role: str
    template: str
    kind: LetterKind
    language: Language
    text: str
    values: dict[str, str]
    frame: dict[Part, str]
    hidden: frozenset[Part]
    updated_at: str
    sent_on: date | None
    exported_at: str | None


def shelf(session: Session) -> list[Shelved]:
    """All letters, the one changed last first; one statement however many there are."""
    found = session.connection().exec_driver_sql(_SHELF)
    return [
        Shelved(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            LetterKind(row[5]),
            Language(row[6]),
            row[7],
            json.loads(row[8]),
            frame_of(json.loads(row[9])),
            frozenset(map(Part, json.loads(row[10]))),
            row[11],
            date.fromisoformat(row[12]) if row[12] else None,
            row[13],
        )
        for row in found
    ]


def to_same_company(session: Session, letter_id: int) -> int | None:
    """The last other letter to the company of this one, those that were sent first."""
    found = session.connection().exec_driver_sql(_NEAREST, {"letter": letter_id})
    key: int | None = found.scalar()
    return key
