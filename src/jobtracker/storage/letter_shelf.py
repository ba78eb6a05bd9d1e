"""What the page of letters lists: every letter with all that its state depends on."""

import json
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.storage.schema import (
    ApplicationRow,
    CompanyRow,
    LetterRow,
    LetterTemplateRow,
    LetterVersionRow,
)


class Shelved(NamedTuple):
    """A letter with its application; `exported_at` is when it left last, or None."""

    id: int
    application_id: int
    company: str
    role: str
    template: str
    text: str
    values: dict[str, str]
    updated_at: str
    exported_at: str | None


class Wording(NamedTuple):
    """What a letter said when a version of it was kept."""

    text: str
    values: dict[str, str]


def shelf(session: Session) -> list[Shelved]:
    """All letters, the one changed last first; one statement however many there are."""
    left = (
        select(LetterVersionRow.letter_id, func.max(LetterVersionRow.saved_at).label("at"))
        .where(LetterVersionRow.document_id.is_not(None))
        .group_by(LetterVersionRow.letter_id)
        .subquery()
    )
    rows = session.execute(
        select(
            LetterRow.id,
            LetterRow.application_id,
            CompanyRow.name,
            ApplicationRow.role,
            func.coalesce(LetterTemplateRow.name, LetterRow.name),
            LetterRow.text,
            LetterRow.field_values,
            LetterRow.updated_at,
            left.c.at,
        )
        .join(ApplicationRow, ApplicationRow.id == LetterRow.application_id)
        .join(CompanyRow, CompanyRow.id == ApplicationRow.company_id)
        .outerjoin(LetterTemplateRow, LetterTemplateRow.id == LetterRow.template_id)
        .outerjoin(left, left.c.letter_id == LetterRow.id)
        .order_by(LetterRow.updated_at.desc(), LetterRow.id.desc())
    )
    return [
        Shelved(key, application, company, role, name, text, json.loads(values), updated, left_at)
        for key, application, company, role, name, text, values, updated, left_at in rows
    ]


def wording(session: Session, letter_id: int, number: int) -> Wording:
    """What version `number` said; raises NotFoundError where there is none."""
    row = session.execute(
        select(LetterVersionRow.text, LetterVersionRow.field_values).where(
            LetterVersionRow.letter_id == letter_id, LetterVersionRow.number == number
        )
    ).first()
    if row is None:
        raise NotFoundError(f"The letter has no version {number}. Choose one that is listed.")
    return Wording(row[0], json.loads(row[1]))


def newest(session: Session, letter_id: int) -> int:
    """The number of the letter's newest version."""
    number = func.max(LetterVersionRow.number)
    return session.scalar(select(number).where(LetterVersionRow.letter_id == letter_id)) or 0
