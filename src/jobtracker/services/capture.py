"""Taking a posting into the workspace, and what it may repeat."""

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.changes import Done
from jobtracker.domain.contacts import ContactFields
from jobtracker.domain.repeats import Repeat
from jobtracker.domain.text import required_text, shortened
from jobtracker.services import application_steps, contact_steps, log_steps
from jobtracker.services.base import Service, done


class Capture(Service):
    def add(
        self, fields: ApplicationFields, contact: ContactFields | None = None, part: str = ""
    ) -> Done[int]:
        """Store a new application with whom its posting names to turn to, as one step; its id.

        `company` and `role` are required; of the contact one of name, e-mail address and phone
        number, the first of which names it. A contact known by e-mail address, or by name at that
        company, is linked and not doubled. Raises InvalidInputError and NotFoundError; then
        nothing was stored.
        """
        role = required_text(fields.get("role", ""), "role")
        log = log_steps.opening(fields, self._clock.today())
        now = self._clock.now()
        with self._db.write(f"add {shortened(role)}") as tx:
            key = application_steps.insert_new(tx.session, fields, log, now)
            if contact is not None:
                contact_steps.put_on(tx.session, key, _named(contact), part, now)
        return done(key, tx)

    def repeats(
        self, role: str, company: str, url: str, *, but: int | None = None
    ) -> tuple[Repeat, ...]:
        """The applications that a posting may repeat, best first: those of the same link, those
        of a similar role at the same company, the others there. `but` is left out.
        """
        from jobtracker.services import repeats  # rapidfuzz is only loaded when it is asked

        with self._db.read() as session:
            return repeats.find(session, role, company, url, but=but)


def _named(contact: ContactFields) -> ContactFields:
    """A contact whom a posting gives only an address or a number goes by that."""
    told = (contact.get("name", ""), contact.get("email", ""), contact.get("phone", ""))
    name = next((each for each in told if each.strip()), "")
    return {**contact, "name": name}
