"""What one step writes of a contact, inside a transaction that somebody else opened."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jobtracker.domain.contacts import Contact, ContactFields
from jobtracker.domain.text import checked_text, one_line, required_text
from jobtracker.storage import applications, companies, contacts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LINES = ("title", "email", "phone", "url")
_FIELD_NAMES = {"url": "link", "email": "e-mail address", "phone": "phone number"}


def insert(session: "Session", fields: ContactFields, now: datetime) -> int:
    return contacts.insert(session, columns(session, fields, now), now)


def put_on(
    session: "Session", application_id: int, fields: ContactFields, part: str, now: datetime
) -> int:
    """Put a person on an application; the contact's id.

    Without a company they are at the application's. Who has that e-mail address already, or that
    name at that company, case and accents apart, is that person: what is said now counts, notes
    are added to those there are.
    """
    name = required_text(fields.get("name", ""), "name")
    (record,) = applications.records(session, [application_id])
    whole: ContactFields = {"company": record.company, **fields}
    values = columns(session, whole, now)
    key = contacts.known(session, name, values["company_id"], values.get("email", ""))
    if key is None:
        key = insert(session, whole, now)
    else:
        known = contacts.load(session, key)
        if known.company and "company" not in fields:
            del values["company_id"]  # a recruiter of several companies stays at their agency
        contacts.change(session, key, _added(known, values))
    contacts.link(session, application_id, key, line(part))
    return key


def columns(session: "Session", fields: ContactFields, now: datetime) -> dict[str, Any]:
    """Column values of the fields given; a company that is not known yet is made."""
    given: Mapping[str, Any] = fields
    values: dict[str, Any] = {
        name: one_line(given[name], _FIELD_NAMES.get(name, name))
        for name in _LINES
        if name in given
    }
    if "notes" in fields:
        values["notes"] = checked_text(fields["notes"], "notes")
    if "name" in fields:
        values["name"] = required_text(fields["name"], "name")
    if "company" in fields:
        company = one_line(fields["company"], "company").strip()
        found = companies.found_or_made(session, company, now) if company else None
        values["company_id"] = found.id if found else None
    return values


def line(part: str) -> str:
    """The part a contact has in an application, as it is kept."""
    return one_line(part, "part").strip()


def _added(known: Contact, values: Mapping[str, Any]) -> dict[str, Any]:
    """What to write over a known contact: what was typed, its name as it was."""
    typed = {column: value for column, value in values.items() if value and column != "name"}
    if known.notes and typed.get("notes"):
        typed["notes"] = f"{known.notes}\n{typed['notes']}"
    return typed
