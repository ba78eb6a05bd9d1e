"""What the search index holds of each record: everything a person typed, and the profiles."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import BindParameter, Select, bindparam, select
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
from jobtracker.storage.search import Document, Indexer, Owner


def indexer() -> Indexer:
    """The documents of each topic, and the tables whose rows are part of another's."""
    return Indexer(
        {
            "application": _applications,
            "letter": _letters,
            "profile": _profiles,
            "letter_template": _templates,
        },
        {
            "event": _owner("application", _NOTED),
            "company": _owner("application", _AT_COMPANY),
            "profile_item": _owner("profile", _OF_ITEM),
            "related_role": _owner("profile", _OF_RELATED),
        },
    )


_IDS: BindParameter[Sequence[int]] = bindparam("ids", expanding=True)
_NOTES = (
    select(EventRow.application_id, EventRow.text)
    .where(EventRow.application_id.in_(_IDS), EventRow.text != "")
    .order_by(EventRow.id)
)
_TYPED = (
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
    .where(ApplicationRow.id.in_(_IDS))
)
_NOTED = select(EventRow.application_id).where(EventRow.id.in_(_IDS), EventRow.text != "")
_AT_COMPANY = select(ApplicationRow.id).where(ApplicationRow.company_id.in_(_IDS))
_OF_ITEM = select(ProfileItemRow.profile_id).where(ProfileItemRow.id.in_(_IDS)).distinct()
_OF_RELATED = select(RelatedRoleRow.profile_id).where(RelatedRoleRow.id.in_(_IDS)).distinct()


def _owner(topic: str, found: Select[int]) -> Owner:
    """The records of a topic that rows of another table are part of."""

    def owners(session: Session, ids: Sequence[int]) -> tuple[str, Sequence[int]]:
        return topic, session.connection().scalars(found, {"ids": ids}).all()

    return owners


def _applications(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    connection = session.connection()
    notes = defaultdict(list)
    for key, text in connection.execute(_NOTES, {"ids": ids}):
        notes[key].append(text)
    for key, role, company, *typed in connection.execute(_TYPED, {"ids": ids}):
        body = "\n".join(text for text in (*typed, *notes[key]) if text)
        yield Document("application", key, f"{role}, {company}", body)


def _letters(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    rows = session.execute(
        select(LetterRow.id, LetterRow.name, LetterRow.text, LetterRow.field_values).where(
            LetterRow.id.in_(ids)
        )
    )
    for key, name, text, values in rows:
        yield Document("letter", key, name, "\n".join((text, *json.loads(values).values())))


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
        for key, heading, body in session.execute(
            source.where(source.selected_columns[0].in_(ids))
        ):
            bodies[key].append(f"{heading}\n{body}")
    rows = session.execute(
        select(ProfileRow.id, ProfileRow.title, ProfileRow.category, ProfileRow.summary).where(
            ProfileRow.id.in_(ids)
        )
    )
    for key, title, category, summary in rows:
        yield Document("profile", key, title, "\n".join((category, summary, *bodies[key])))
