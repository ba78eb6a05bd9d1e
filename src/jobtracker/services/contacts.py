"""The people one meets in a search, and their part in each application."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Done
from jobtracker.domain.contacts import Contact, ContactFields, LinkedContact
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.text import checked_text, one_line, quoted, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, companies, contacts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LINES = ("title", "email", "phone", "url")
_FIELD_NAMES = {"url": "link", "email": "e-mail address", "phone": "phone number"}


class Contacts(Service):
    def add(self, fields: ContactFields) -> Done[int]:
        """Store a new contact; its id. `name` is required.

        Raises InvalidInputError; then nothing was stored.
        """
        name = required_text(fields.get("name", ""), "name")
        with self._db.write(f"add contact {shortened(name)}") as tx:
            key = _insert(tx.session, fields, self._clock.now())
        return done(key, tx)

    def edit(self, contact_id: int, fields: ContactFields) -> Done[int]:
        """Set the fields given; the others stay as they are. A company of "" is none."""
        with self._db.write("edit contact") as tx:
            contact = contacts.load(tx.session, contact_id)
            tx.label = f"edit contact {shortened(contact.name)}"
            values = _columns(tx.session, fields, self._clock.now())
            contacts.change(tx.session, contact_id, values)
        return done(contact_id, tx)

    def remove(self, contact_id: int) -> Done[int]:
        """Take a contact away from the workspace and from every application."""
        with self._db.write("delete contact") as tx:
            contact = contacts.load(tx.session, contact_id)
            tx.label = f"delete contact {shortened(contact.name)}"
            contacts.remove(tx.session, contact_id)
        return done(contact_id, tx)

    def link(self, application_id: int, contact_id: int, part: str = "") -> Done[int]:
        """Give a contact a part in an application; the value is the contact's id."""
        with self._db.write("link contact") as tx:
            applications.id_of(tx.session, str(application_id))
            contact = contacts.load(tx.session, contact_id)
            tx.label = f"link contact {shortened(contact.name)}"
            contacts.link(tx.session, application_id, contact_id, _part(part))
        return done(contact_id, tx)

    def unlink(self, application_id: int, contact_id: int) -> Done[int]:
        """Take a contact off an application; the contact itself is kept.

        Raises NotFoundError where they are not on it.
        """
        with self._db.write("unlink contact") as tx:
            applications.id_of(tx.session, str(application_id))
            contact = contacts.load(tx.session, contact_id)
            tx.label = f"unlink contact {shortened(contact.name)}"
            linked = contacts.of(tx.session, [application_id])[application_id]
            if contact_id not in {one.contact.id for one in linked}:
                raise NotFoundError(
                    f"{quoted(contact.name)} is not on application {application_id}; nothing was "
                    "changed. Show it to see who is."
                )
            contacts.unlink(tx.session, application_id, contact_id)
        return done(contact_id, tx)

    def add_to(self, application_id: int, fields: ContactFields, part: str = "") -> Done[int]:
        """Put a person on an application, as one step; the contact's id.

        Without a company they are at the application's. Who has that name at that company
        already, case and accents apart, is that person: what is typed now counts, notes are
        added to those there are.
        """
        name = required_text(fields.get("name", ""), "name")
        with self._db.write(f"add contact {shortened(name)}") as tx:
            applications.id_of(tx.session, str(application_id))
            (record,) = applications.records(tx.session, [application_id])
            whole: ContactFields = {"company": record.company, **fields}
            now = self._clock.now()
            values = _columns(tx.session, whole, now)
            key = contacts.known(tx.session, name, values["company_id"])
            if key is None:
                key = _insert(tx.session, whole, now)
            else:
                contacts.change(tx.session, key, _added(contacts.load(tx.session, key), values))
            contacts.link(tx.session, application_id, key, _part(part))
        return done(key, tx)

    def all(self) -> list[Contact]:
        """Everybody, by name."""
        with self._db.read() as session:
            return contacts.every(session)

    def get(self, contact_id: int) -> Contact:
        """Raises NotFoundError where the contact is gone."""
        with self._db.read() as session:
            return contacts.load(session, contact_id)

    def of(self, application_id: int) -> tuple[LinkedContact, ...]:
        """The contacts of an application, in the order they were linked."""
        with self._db.read() as session:
            applications.id_of(session, str(application_id))
            return contacts.of(session, [application_id])[application_id]

    def applications_of(self, contact_id: int) -> list[int]:
        """The ids of the applications a contact has a part in, newest first."""
        with self._db.read() as session:
            contacts.load(session, contact_id)
            return contacts.applications_of(session, contact_id)

    def id_of(self, reference: str) -> int:
        """The contact of this name, number or uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return contacts.id_of(session, reference)


def _insert(session: "Session", fields: ContactFields, now: datetime) -> int:
    return contacts.insert(session, _columns(session, fields, now), now)


def _columns(session: "Session", fields: ContactFields, now: datetime) -> dict[str, Any]:
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


def _added(known: Contact, values: Mapping[str, Any]) -> dict[str, Any]:
    """What to write over a known contact: what was typed, its name as it was."""
    typed = {column: value for column, value in values.items() if value and column != "name"}
    if known.notes and typed.get("notes"):
        typed["notes"] = f"{known.notes}\n{typed['notes']}"
    return typed


def _part(text: str) -> str:
    return one_line(text, "part").strip()
