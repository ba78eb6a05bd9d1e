"""Letters. Their templates and versions: `storage.letter_templates`, `storage.letter_versions`."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobtracker.domain.applications import LetterLine
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import Wording
from jobtracker.storage import lookup, rows
from jobtracker.storage.letter_templates import Template
from jobtracker.storage.letter_versions import frame_of
from jobtracker.storage.schema import (
    ApplicationRow,
    CompanyRow,
    LetterRow,
    LetterTemplateRow,
    LetterVersionRow,
)
from jobtracker.storage.uids import new_uid


class Draft(NamedTuple):
    """A letter as stored. `values` and `frame` are what a person typed for it; `sent_version` is
    the number of the version that was sent, on the day `sent_on`.
    """

    id: int
    uid: str
    application_id: int
    template_id: int | None
    template: str
    name: str
    kind: LetterKind
    language: Language
    text: str
    values: dict[str, str]
    frame: dict[Part, str]
    hidden: frozenset[Part]
    look: LetterLook
    sent_version: int | None
    sent_on: date | None
    updated_at: str

    @property
    def wording(self) -> Wording:
        return Wording(self.text, self.values, self.frame, self.hidden, self.look)


class DraftLine(NamedTuple):
    """A letter as a row of the list of letters."""

    id: int
    application_id: int
    company: str
    role: str
    name: str
    updated_at: str
    exported: bool


def id_of(session: Session, reference: str) -> int:
    return lookup.id_of(session, LetterRow.id, LetterRow.uid, reference, "letter")


def insert(
    session: Session,
    application_id: int,
    chosen: Template,
    now: datetime,
    look: LetterLook = LetterLook(),  # noqa: B008 - a frozen value
) -> int:
    """A new letter from a template; its id."""
    return rows.insert(
        session,
        LetterRow,
        uid=new_uid(now),
        application_id=application_id,
        template_id=chosen.id,
        kind=chosen.kind.value,
        language=chosen.language.value,
        name=chosen.name,
        text=chosen.text,
        created_at=now.isoformat(),
        updated_at=now.isoformat(),
        **_look_columns(look),
    )


def copy(
    session: Session, letter: Draft, application_id: int, wording: Wording, now: datetime
) -> int:
    """A new letter of the same blocks, saying this, for an application; its id."""
    key = rows.insert(
        session,
        LetterRow,
        uid=new_uid(now),
        application_id=application_id,
        template_id=letter.template_id,
        kind=letter.kind.value,
        language=letter.language.value,
        name=letter.name,
        created_at=now.isoformat(),
        updated_at=now.isoformat(),
        **_columns(wording),
    )
    session.connection().exec_driver_sql(
        "INSERT INTO letter_block_use (letter_id, block_id) "
        "SELECT ?, block_id FROM letter_block_use WHERE letter_id = ?",
        (key, letter.id),
    )
    return key


def save(session: Session, letter_id: int, wording: Wording, now: datetime) -> None:
    changed = {"updated_at": now.isoformat()}
    rows.change(session, LetterRow, [letter_id], _columns(wording), changed)


def freeze(session: Session, letter_id: int, version: int, on: date) -> None:
    """Note which version was sent, and on which day."""
    sent = {"sent_version": version, "sent_on": on.isoformat()}
    rows.change(session, LetterRow, [letter_id], sent)


def rename(session: Session, letter_id: int, name: str) -> None:
    rows.change(session, LetterRow, [letter_id], {"name": name})


def remove(session: Session, letter_id: int) -> None:
    rows.remove(session, LetterRow, [letter_id])


def load(session: Session, letter_id: int) -> Draft:
    found = session.execute(
        select(LetterRow, LetterTemplateRow.name)
        .outerjoin(LetterTemplateRow, LetterTemplateRow.id == LetterRow.template_id)
        .where(LetterRow.id == letter_id)
        .execution_options(populate_existing=True)
    )
    row, template_name = found.one()
    return Draft(
        row.id,
        row.uid,
        row.application_id,
        row.template_id,
        template_name or row.name,
        row.name,
        LetterKind(row.kind),
        Language(row.language),
        row.text,
        json.loads(row.field_values),
        frame_of(json.loads(row.frame)),
        frozenset(map(Part, json.loads(row.hidden))),
        LetterLook(PageStyle(row.style), Paper(row.paper), bool(row.fit), row.family),
        row.sent_version,
        date.fromisoformat(row.sent_on) if row.sent_on else None,
        row.updated_at,
    )


def _columns(wording: Wording) -> dict[str, Any]:
    return {
        "text": wording.text,
        "field_values": json.dumps(dict(wording.values), ensure_ascii=False),
        "frame": json.dumps(dict(wording.frame), ensure_ascii=False),
        "hidden": json.dumps(sorted(wording.hidden)),
        **_look_columns(wording.look),
    }


def _look_columns(look: LetterLook) -> dict[str, Any]:
    return {
        "style": look.style.value,
        "paper": look.paper.value,
        "fit": int(look.fit),
        "family": look.family,
    }


def lines(session: Session) -> list[DraftLine]:
    """All letters, the one changed last first."""
    exported = (
        select(LetterVersionRow.letter_id)
        .where(LetterVersionRow.document_id.is_not(None))
        .distinct()
    )
    done = set(session.scalars(exported))
    rows = session.execute(
        select(
            LetterRow.id,
            LetterRow.application_id,
            CompanyRow.name,
            ApplicationRow.role,
            LetterRow.name,
            LetterRow.updated_at,
        )
        .join(ApplicationRow, ApplicationRow.id == LetterRow.application_id)
        .join(CompanyRow, CompanyRow.id == ApplicationRow.company_id)
        .order_by(LetterRow.updated_at.desc(), LetterRow.id.desc())
    )
    return [DraftLine(*row, row[0] in done) for row in rows]


def lines_of(session: Session, ids: Sequence[int]) -> dict[int, list[LetterLine]]:
    """The letters of these applications, oldest first, each with the day it left last."""
    found: dict[int, list[LetterLine]] = {key: [] for key in ids}
    rows = session.connection().exec_driver_sql(
        "SELECT l.application_id, l.id, l.name, l.updated_at, coalesce(l.sent_on, (SELECT "
        "max(d.sent_on) FROM letter_version v JOIN document d ON d.id = v.document_id "
        "WHERE v.letter_id = l.id)) "
        "FROM letter l WHERE l.application_id IN (SELECT value FROM json_each(?)) ORDER BY l.id",
        (json.dumps(list(ids)),),
    )
    for application_id, letter_id, name, updated_at, sent_on in rows:
        left = date.fromisoformat(sent_on) if sent_on else None
        found[application_id].append(LetterLine(letter_id, name, updated_at, left))
    return found
