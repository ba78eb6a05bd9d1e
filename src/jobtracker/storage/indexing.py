"""What the search index holds of each record: everything a person typed, and the profiles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobtracker.storage.schema import (
    ApplicationRow,
    CompanyRow,
    EventRow,
    LetterRow,
    LetterTemplateRow,
    ProfileItemRow,
    ProfileRow,
    RelatedRoleRow,
)
from jobtracker.storage.search import Document, Indexer


def indexer() -> Indexer:
    """The index's sources, by the table whose rows changed."""
    return Indexer(
        {
            "application": _applications,
            "event": _applications_with_events,
            "company": _applications_at,
            "letter": _letters,
            "profile": _profiles,
            "letter_template": _templates,
        }
    )


def _applications(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    notes = defaultdict(list)
    logged = select(EventRow.application_id, EventRow.text).where(
        EventRow.application_id.in_(ids), EventRow.text != ""
    )
    for key, text in session.execute(logged.order_by(EventRow.id)):
        notes[key].append(text)
    rows = session.execute(
        select(
            ApplicationRow.id,
            ApplicationRow.role,
            CompanyRow.name,
            ApplicationRow.location,
            ApplicationRow.url,
            ApplicationRow.pay_text,
            ApplicationRow.next_action,
            ApplicationRow.notes,
            ApplicationRow.posting,
        )
        .join(CompanyRow, CompanyRow.id == ApplicationRow.company_id)
        .where(ApplicationRow.id.in_(ids))
    )
    for key, role, company, *typed in rows:
        body = "\n".join(text for text in (*typed, *notes[key]) if text)
        yield Document("application", key, f"{role}, {company}", body)


def _applications_with_events(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = select(EventRow.application_id).where(EventRow.id.in_(ids)).distinct()
    return _applications(session, session.scalars(found).all())


def _applications_at(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = select(ApplicationRow.id).where(ApplicationRow.company_id.in_(ids))
    return _applications(session, session.scalars(found).all())


def _letters(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    rows = session.execute(
        select(LetterRow.id, LetterRow.name, LetterRow.text, LetterRow.field_values).where(
            LetterRow.id.in_(ids)
        )
    )
    for key, name, text, values in rows:
        yield Document("letter", key, name, f"{text}\n{values}")


def _templates(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    rows = session.execute(
        select(
            LetterTemplateRow.id,
            LetterTemplateRow.name,
            LetterTemplateRow.purpose,
            LetterTemplateRow.text,
        ).where(LetterTemplateRow.id.in_(ids))
    )
    for key, name, purpose, text in rows:
        yield Document("letter_template", key, name, f"{purpose}\n{text}")


def _profiles(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    bodies = defaultdict(list)
    for source in (
        select(ProfileItemRow.profile_id, ProfileItemRow.heading, ProfileItemRow.body),
        select(RelatedRoleRow.profile_id, RelatedRoleRow.title, RelatedRoleRow.description),
    ):
        for key, heading, body in session.execute(source.where(source.selected_columns[0].in_(ids))):
            bodies[key].append(f"{heading}\n{body}")
    rows = session.execute(
        select(ProfileRow.id, ProfileRow.title, ProfileRow.category, ProfileRow.summary).where(
            ProfileRow.id.in_(ids)
        )
    )
    for key, title, category, summary in rows:
        yield Document("profile", key, title, "\n".join((category, summary, *bodies[key])))
