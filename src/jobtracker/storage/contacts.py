"""Contacts, and their part in applications."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from jobtracker.domain.contacts import Contact, LinkedContact
from jobtracker.domain.text import folded
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import ContactRow
from jobtracker.storage.uids import new_uid

_COLUMNS = "k.id, k.uid, k.name, coalesce(c.name, ''), k.title, k.email, k.phone, k.url, k.notes"
_FROM = "contact k LEFT JOIN company c ON c.id = k.company_id"


def every(session: Session) -> list[Contact]:
    """By name, case apart."""
    found = session.connection().exec_driver_sql(f"SELECT {_COLUMNS} FROM {_FROM}")
    return sorted((Contact(*row) for row in found), key=lambda contact: folded(contact.name))


def load(session: Session, contact_id: int) -> Contact:
    """Raises NotFoundError where it is gone."""
    key = lookup.id_of(session, ContactRow.id, ContactRow.uid, str(contact_id), "contact")
    row = session.connection().exec_driver_sql(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE k.id = ?", (key,)
    )
    return Contact(*row.one())


def id_of(session: Session, reference: str) -> int:
    """The contact of this name (the newest of several), number or uid."""
    named = _named(session, reference)
    if named:
        return named[-1][0]
    return lookup.id_of(session, ContactRow.id, ContactRow.uid, reference, "contact")


def known(session: Session, name: str, company_id: int | None, email: str = "") -> int | None:
    """The contact of this e-mail address, else of this name at this company; case and accents
    apart.
    """
    addressed = _addressed(session, email)
    if addressed is not None:
        return addressed
    fitting = (key for key, company in _named(session, name) if company == company_id)
    return next(fitting, None)


def _addressed(session: Session, email: str) -> int | None:
    address = email.strip()
    if not address:
        return None
    found = session.connection().exec_driver_sql(
        "SELECT id FROM contact WHERE lower(trim(email)) = lower(?) ORDER BY id LIMIT 1", (address,)
    )
    return found.scalar()


def _named(session: Session, name: str) -> list[tuple[int, int | None]]:
    """Id and company of the contacts of a name; a person knows some hundreds, so all are read."""
    key = folded(name)
    found = session.connection().exec_driver_sql("SELECT id, company_id, name FROM contact")
    return [(contact, company) for contact, company, name in found if folded(name) == key]


def insert(session: Session, values: Mapping[str, Any], now: datetime) -> int:
    """A new contact from column values (see `schema.ContactRow`); its id."""
    return rows.insert(session, ContactRow, uid=new_uid(now), created_at=now.isoformat(), **values)


def change(session: Session, contact_id: int, values: Mapping[str, Any]) -> None:
    rows.change(session, ContactRow, [contact_id], values)


def remove(session: Session, contact_id: int) -> None:
    rows.remove(session, ContactRow, [contact_id])


def link(session: Session, application_id: int, contact_id: int, part: str) -> None:
    """Give a contact a part in an application, or another part."""
    session.connection().exec_driver_sql(
        "INSERT INTO application_contact (application_id, contact_id, part) VALUES (?, ?, ?) "
        "ON CONFLICT (application_id, contact_id) DO UPDATE SET part = excluded.part "
        "WHERE part <> excluded.part",
        (application_id, contact_id, part),
    )


def unlink(session: Session, application_id: int, contact_id: int) -> None:
    session.connection().exec_driver_sql(
        "DELETE FROM application_contact WHERE application_id = ? AND contact_id = ?",
        (application_id, contact_id),
    )


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[LinkedContact, ...]]:
    """The contacts of these applications, in the order they were linked."""
    found: dict[int, tuple[LinkedContact, ...]] = dict.fromkeys(ids, ())
    lines = session.connection().exec_driver_sql(
        f"SELECT l.application_id, l.part, {_COLUMNS} FROM application_contact l "
        "JOIN contact k ON k.id = l.contact_id LEFT JOIN company c ON c.id = k.company_id "
        "WHERE l.application_id IN (SELECT value FROM json_each(:ids)) ORDER BY l.id",
        rows.bound(ids),
    )
    for application_id, part, *columns in lines:
        found[application_id] += (LinkedContact(Contact(*columns), part),)
    return found


def parties(session: Session) -> list[tuple[int, str]]:
    """Every application with the name of each of its contacts."""
    found = session.connection().exec_driver_sql(
        "SELECT l.application_id, k.name FROM application_contact l "
        "JOIN contact k ON k.id = l.contact_id"
    )
    return [(application, name) for application, name in found]


def applications_of(session: Session, contact_id: int) -> list[int]:
    """The applications a contact has a part in, newest first."""
    found = session.connection().exec_driver_sql(
        "SELECT application_id FROM application_contact WHERE contact_id = ? "
        "ORDER BY application_id DESC",
        (contact_id,),
    )
    return [key for (key,) in found]
