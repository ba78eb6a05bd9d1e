"""The people one meets in a search, and their part in each application."""

from jobtracker.domain.changes import Done
from jobtracker.domain.contacts import Contact, ContactFields, LinkedContact
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.text import quoted, required_text, shortened
from jobtracker.services import contact_steps as steps
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, contacts


class Contacts(Service):
    def add(self, fields: ContactFields) -> Done[int]:
        """Store a new contact; its id. `name` is required.

        Raises InvalidInputError; then nothing was stored.
        """
        name = required_text(fields.get("name", ""), "name")
        with self._db.write(f"add contact {shortened(name)}") as tx:
            key = steps.insert(tx.session, fields, self._clock.now())
        return done(key, tx)

    def edit(self, contact_id: int, fields: ContactFields) -> Done[int]:
        """Set the fields given; the others stay as they are. A company of "" is none."""
        with self._db.write("edit contact") as tx:
            contact = contacts.load(tx.session, contact_id)
            tx.label = f"edit contact {shortened(contact.name)}"
            values = steps.columns(tx.session, fields, self._clock.now())
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
            contacts.link(tx.session, application_id, contact_id, steps.line(part))
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

        Without a company they are at the application's. Who has that e-mail address already, or
        that name at that company, case and accents apart, is that person: what is typed now
        counts, notes are added to those there are.
        """
        name = required_text(fields.get("name", ""), "name")
        with self._db.write(f"add contact {shortened(name)}") as tx:
            applications.id_of(tx.session, str(application_id))
            key = steps.put_on(tx.session, application_id, fields, part, self._clock.now())
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
