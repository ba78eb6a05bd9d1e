"""What the search index holds of each record: everything a person typed, and the profiles."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from jobtracker.domain.events import effective
from jobtracker.storage import events, rows
from jobtracker.storage.schema import (
    CanShowRow,
    LetterTemplateRow,
    ProfileItemRow,
    ProfileMarkRow,
    ProfileRow,
    RelatedRoleRow,
)
from jobtracker.storage.search_index import Document, Held, Indexer, driver_of


def indexer() -> Indexer:
    """The documents of each topic, and the columns their texts stand in."""
    return Indexer(
        {
            "application": _applications,
            "company": _companies,
            "contact": _contacts,
            "document": _documents,
            "letter": _letters,
            "profile": _profiles,
            "letter_template": _templates,
        },
        _HELD,
    )


_IDS = "(SELECT value FROM json_each(:ids))"
_SAID = 1
_HANGING = f"""
WITH chosen (key) AS MATERIALIZED (SELECT value FROM json_each(:ids))
SELECT key, {_SAID} AS place, e.id, e.text FROM chosen JOIN event e ON e.application_id = key
WHERE e.text <> ''
UNION ALL SELECT key, 2, p.id, p.text FROM chosen JOIN posting p ON p.application_id = key
UNION ALL SELECT key, 3, i.id, concat_ws(char(10), i.place, i.people, i.preparation, i.notes)
FROM chosen JOIN interview i ON i.application_id = key
UNION ALL SELECT key, 4, o.id, concat_ws(char(10), o.label, o.pay_text, o.notes)
FROM chosen JOIN offer o ON o.application_id = key
UNION ALL SELECT key, 5, l.id, t.name
FROM chosen JOIN application_tag l ON l.application_id = key JOIN tag t ON t.id = l.tag_id
UNION ALL SELECT key, 6, l.id, concat_ws(char(10), k.name, l.part)
FROM chosen JOIN application_contact l ON l.application_id = key
JOIN contact k ON k.id = l.contact_id
UNION ALL SELECT key, 7, v.id, v.value FROM chosen JOIN custom_value v ON v.application_id = key
UNION ALL SELECT key, 8, f.id, concat_ws(char(10), f.pay_text, f.who, f.how, f.note)
FROM chosen JOIN pay_fact f ON f.application_id = key
ORDER BY 1, 2, 3
"""
"""What belongs to an application and stands in rows of its own."""

_TYPED = (
    "location",
    "country",
    "url",
    "apply_url",
    "reference",
    "source",
    "pay_text",
    "ask_text",
    "next_action",
    "notes",
)
_OWN = f"""
SELECT a.id, a.role, c.name, {", ".join(f"a.{name}" for name in _TYPED)}
FROM application a JOIN company c ON c.id = a.company_id WHERE a.id IN {_IDS}
"""


_APPLICATION = "SELECT {row}.application_id"
_PROFILE = "SELECT {row}.profile_id"
_HELD = (
    Held("application", "application", ("role", "company_id", *_TYPED)),
    Held("application", "posting", ("application_id", "text"), _APPLICATION),
    Held(
        "application",
        "event",
        ("application_id", "kind", "text", "target_id"),
        _APPLICATION,
        "{row}.text <> '' OR {row}.target_id IS NOT NULL",
    ),
    Held(
        "application",
        "interview",
        ("application_id", "place", "people", "preparation", "notes"),
        _APPLICATION,
    ),
    Held(
        "application",
        "offer",
        ("application_id", "label", "pay_text", "notes"),
        f"{_APPLICATION} WHERE {{row}}.application_id IS NOT NULL",
    ),
    Held(
        "application",
        "pay_fact",
        ("application_id", "pay_text", "who", "how", "note"),
        _APPLICATION,
    ),
    Held("application", "custom_value", ("application_id", "value"), _APPLICATION),
    Held("application", "application_tag", ("application_id", "tag_id"), _APPLICATION),
    Held(
        "application",
        "application_contact",
        ("application_id", "contact_id", "part"),
        _APPLICATION,
    ),
    Held(
        "application",
        "tag",
        ("name",),
        "SELECT application_id FROM application_tag WHERE tag_id = {row}.id",
    ),
    Held(
        "application",
        "contact",
        ("name",),
        "SELECT application_id FROM application_contact WHERE contact_id = {row}.id",
    ),
    Held(
        "application",
        "company",
        ("name",),
        "SELECT id FROM application WHERE company_id = {row}.id",
    ),
    Held("company", "company", ("name", "address", "avoid_reason", "notes")),
    Held("company", "company_alias", ("company_id", "name"), "SELECT {row}.company_id"),
    Held("contact", "contact", ("name", "title", "email", "phone", "url", "notes")),
    Held("document", "document", ("name",)),
    Held("letter", "letter", ("name", "text", "field_values", "frame")),
    Held("profile", "profile", ("title", "category", "summary")),
    Held("profile", "profile_item", ("profile_id", "heading", "body"), _PROFILE),
    Held("profile", "profile_mark", ("profile_id", "notes"), _PROFILE),
    Held("profile", "can_show", ("profile_id", "note"), _PROFILE),
    Held("profile", "related_role", ("profile_id", "title", "description"), _PROFILE),
    Held("letter_template", "letter_template", ("name", "purpose", "text")),
)
"""Where what is found stands."""


def _applications(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    raw, chosen = driver_of(session), rows.bound(ids)
    hanging = _corrected(session, ids)
    corrected = frozenset(hanging)
    for key, place, _, text in raw.execute(_HANGING, chosen):
        if place != _SAID or key not in corrected:
            hanging[key].append(text)
    for key, role, company, *typed in raw.execute(_OWN, chosen):
        body = "\n".join(text for text in (*typed, *hanging[key]) if text)
        yield Document("application", key, f"{role}, {company}", body)


def _corrected(session: Session, ids: Sequence[int]) -> defaultdict[int, list[str]]:
    """What the logs of these applications say, of those that have corrections."""
    found = driver_of(session).execute(
        "SELECT DISTINCT application_id FROM event "
        f"WHERE application_id IN {_IDS} AND target_id IS NOT NULL",
        rows.bound(ids),
    )
    logs = events.of(session, [key for (key,) in found])
    said = ((key, [event.text for event in effective(log)]) for key, log in logs.items())
    return defaultdict(list, said)


def _companies(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = driver_of(session).execute(
        "SELECT c.id, c.name, c.address, c.avoid_reason, c.notes, "
        "(SELECT group_concat(name, char(10)) FROM company_alias WHERE company_id = c.id) "
        f"FROM company c WHERE c.id IN {_IDS}",
        rows.bound(ids),
    )
    for key, name, *typed, aliases in found:
        yield Document("company", key, name, "\n".join(filter(None, (aliases, *typed))))


def _contacts(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = driver_of(session).execute(
        f"SELECT id, name, title, email, phone, url, notes FROM contact WHERE id IN {_IDS}",
        rows.bound(ids),
    )
    for key, name, *typed in found:
        yield Document("contact", key, name, "\n".join(filter(None, typed)))


def _documents(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = driver_of(session).execute(
        f"SELECT id, name FROM document WHERE id IN {_IDS}", rows.bound(ids)
    )
    for key, name in found:
        yield Document("document", key, name, "")


def _letters(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = driver_of(session).execute(
        f"SELECT id, name, text, field_values, frame FROM letter WHERE id IN {_IDS}",
        rows.bound(ids),
    )
    for key, name, text, values, frame in found:
        said = (text, *json.loads(values).values(), *json.loads(frame).values())
        yield Document("letter", key, name, "\n".join(said))


def _templates(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    found = session.execute(
        select(
            LetterTemplateRow.id,
            LetterTemplateRow.name,
            LetterTemplateRow.purpose,
            LetterTemplateRow.text,
        ).where(LetterTemplateRow.id.in_(ids))
    )
    for key, name, purpose, text in found:
        yield Document("letter_template", key, name, f"{purpose}\n{text}")


def _profiles(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    bodies = defaultdict(list)
    for source in (
        select(ProfileItemRow.profile_id, ProfileItemRow.heading, ProfileItemRow.body),
        select(RelatedRoleRow.profile_id, RelatedRoleRow.title, RelatedRoleRow.description),
        select(ProfileMarkRow.profile_id, ProfileMarkRow.notes, literal("")),
        select(CanShowRow.profile_id, CanShowRow.note, literal("")),
    ):
        for key, heading, body in session.execute(
            source.where(source.selected_columns[0].in_(ids))
        ):
            bodies[key].append(f"{heading}\n{body}")
    found = session.execute(
        select(ProfileRow.id, ProfileRow.title, ProfileRow.category, ProfileRow.summary).where(
            ProfileRow.id.in_(ids)
        )
    )
    for key, title, category, summary in found:
        yield Document("profile", key, title, "\n".join((category, summary, *bodies[key])))
