"""Letter templates, letters, their versions, and the documents that left the app."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobtracker.domain.applications import LetterLine
from jobtracker.storage import lookup
from jobtracker.storage.profiles import Held
from jobtracker.storage.schema import (
    ApplicationRow,
    CompanyRow,
    LetterRow,
    LetterTemplateRow,
    LetterVersionRow,
)
from jobtracker.storage.uids import new_uid


class Template(NamedTuple):
    """A template as stored; `profile_id` is set on the sample letter of a profile."""

    id: int
    name: str
    purpose: str
    origin: str
    profile_id: int | None
    text: str


class Draft(NamedTuple):
    """A letter as stored. `values` are those a person typed for it."""

    id: int
    uid: str
    application_id: int
    template: str
    name: str
    text: str
    values: dict[str, str]
    updated_at: str


class DraftLine(NamedTuple):
    """A letter as a row of the list of letters."""

    id: int
    application_id: int
    company: str
    role: str
    name: str
    updated_at: str
    exported: bool


class Version(NamedTuple):
    number: int
    name: str
    text: str
    saved_at: str
    exported: bool


def id_of(session: Session, reference: str) -> int:
    return lookup.id_of(session, LetterRow.id, LetterRow.uid, reference, "letter")


def template_id_of(session: Session, reference: str) -> int:
    """The template of this number, uid, library key or name; general ones before samples."""
    text = reference.strip().casefold()
    rows = session.execute(
        select(
            LetterTemplateRow.id, LetterTemplateRow.name, LetterTemplateRow.library_key
        ).order_by(LetterTemplateRow.profile_id.is_not(None), LetterTemplateRow.id.desc())
    ).all()
    for key, name, library_key in rows:
        if text in (name.casefold(), library_key):
            return key
    return lookup.id_of(
        session, LetterTemplateRow.id, LetterTemplateRow.uid, reference, "letter template"
    )


def insert_template(
    session: Session,
    template: Template,
    now: datetime,
    library_key: str | None = None,
    version: int = 1,
) -> int:
    """Store a template (its `id` is ignored); the new id."""
    row = LetterTemplateRow(
        uid=new_uid(now),
        origin=template.origin,
        library_key=library_key,
        version=version,
        profile_id=template.profile_id,
        name=template.name,
        purpose=template.purpose,
        text=template.text,
        created_at=now.isoformat(),
    )
    session.add(row)
    session.flush()
    return row.id


def replace_template(session: Session, held: Held, template: Template, version: int) -> None:
    row = session.get_one(LetterTemplateRow, held.id)
    row.name, row.purpose, row.text = template.name, template.purpose, template.text
    row.version = version


def held_library(session: Session) -> list[Held]:
    """The bundled general templates that this workspace holds."""
    rows = session.execute(
        select(
            LetterTemplateRow.id, LetterTemplateRow.library_key, LetterTemplateRow.version
        ).where(LetterTemplateRow.origin == "library", LetterTemplateRow.profile_id.is_(None))
    )
    return [Held(key, library_key or "", version) for key, library_key, version in rows]


def templates(session: Session) -> list[Template]:
    """All templates: general ones first, then the samples of profiles, by name."""
    rows = session.scalars(
        select(LetterTemplateRow).order_by(
            LetterTemplateRow.profile_id.is_not(None), func.lower(LetterTemplateRow.name)
        )
    )
    return [_template(row) for row in rows]


def template(session: Session, template_id: int) -> Template:
    return _template(session.get_one(LetterTemplateRow, template_id))


def sample_of(session: Session, profile_id: int) -> Template | None:
    row = session.scalar(
        select(LetterTemplateRow).where(LetterTemplateRow.profile_id == profile_id)
    )
    return _template(row) if row else None


def _template(row: LetterTemplateRow) -> Template:
    return Template(row.id, row.name, row.purpose, row.origin, row.profile_id, row.text)


def insert(session: Session, application_id: int, chosen: Template, now: datetime) -> int:
    """A new letter from a template; its id."""
    row = LetterRow(
        uid=new_uid(now),
        application_id=application_id,
        template_id=chosen.id,
        name=chosen.name,
        text=chosen.text,
        created_at=now.isoformat(),
        updated_at=now.isoformat(),
    )
    session.add(row)
    session.flush()
    return row.id


def save(
    session: Session,
    letter_id: int,
    text: str,
    values: Mapping[str, str],
    now: datetime,
) -> None:
    row = session.get_one(LetterRow, letter_id)
    row.text, row.field_values = text, json.dumps(dict(values), ensure_ascii=False)
    row.updated_at = now.isoformat()


def rename(session: Session, letter_id: int, name: str) -> None:
    session.get_one(LetterRow, letter_id).name = name


def remove(session: Session, letter_id: int) -> None:
    session.delete(session.get_one(LetterRow, letter_id))


def load(session: Session, letter_id: int) -> Draft:
    row = session.get_one(LetterRow, letter_id)
    name = session.scalar(
        select(LetterTemplateRow.name).where(LetterTemplateRow.id == row.template_id)
    )
    return Draft(
        row.id,
        row.uid,
        row.application_id,
        name or row.name,
        row.name,
        row.text,
        json.loads(row.field_values),
        row.updated_at,
    )


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
        "SELECT l.application_id, l.id, l.name, l.updated_at, (SELECT max(d.sent_on) "
        "FROM letter_version v JOIN document d ON d.id = v.document_id WHERE v.letter_id = l.id) "
        "FROM letter l WHERE l.application_id IN (SELECT value FROM json_each(?)) ORDER BY l.id",
        (json.dumps(list(ids)),),
    )
    for application_id, letter_id, name, updated_at, sent_on in rows:
        left = date.fromisoformat(sent_on) if sent_on else None
        found[application_id].append(LetterLine(letter_id, name, updated_at, left))
    return found


def keep_version(
    session: Session,
    letter: Draft,
    now: datetime,
    *,
    name: str = "",
    document_id: int | None = None,
    override_reason: str = "",
) -> int:
    """Keep the letter as it is as its next version; the version's number."""
    newest = select(func.max(LetterVersionRow.number)).where(
        LetterVersionRow.letter_id == letter.id
    )
    number = (session.scalar(newest) or 0) + 1
    session.add(
        LetterVersionRow(
            letter_id=letter.id,
            number=number,
            name=name,
            text=letter.text,
            field_values=json.dumps(letter.values, ensure_ascii=False),
            document_id=document_id,
            override_reason=override_reason,
            saved_at=now.isoformat(),
        )
    )
    return number


def versions(session: Session, letter_id: int) -> list[Version]:
    """Newest first."""
    rows = session.scalars(
        select(LetterVersionRow)
        .where(LetterVersionRow.letter_id == letter_id)
        .order_by(LetterVersionRow.number.desc())
    )
    return [
        Version(row.number, row.name, row.text, row.saved_at, row.document_id is not None)
        for row in rows
    ]
