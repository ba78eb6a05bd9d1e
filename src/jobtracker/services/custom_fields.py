"""Fields of a person's own. Their values are set with the other fields of an application."""

from jobtracker.domain.changes import Done
from jobtracker.domain.custom_fields import CustomField, FieldKind
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.facts import fact_from
from jobtracker.domain.text import quoted, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import custom_fields


class CustomFields(Service):
    def all(self) -> list[CustomField]:
        """In the order they were made."""
        with self._db.read() as session:
            return custom_fields.every(session)

    def add(self, name: str, kind: str = "text") -> Done[int]:
        """Make a field; its id. `kind` is a `FieldKind`: text, number, date or yes_no.

        Raises InvalidInputError for an unknown kind or a name that is taken.
        """
        name = required_text(name, "name")
        chosen = fact_from(FieldKind, kind, "kind") or FieldKind.TEXT
        with self._db.write(f"add field {shortened(name)}") as tx:
            if custom_fields.called(tx.session, name) is not None:
                raise _taken(name)
            key = custom_fields.insert(tx.session, name, chosen.value, self._clock.now())
        return done(key, tx)

    def rename(self, field_id: int, name: str) -> Done[int]:
        """Give a field another name; its values stay."""
        name = required_text(name, "name")
        with self._db.write(f"rename field to {shortened(name)}") as tx:
            custom_fields.load(tx.session, field_id)
            taken = custom_fields.called(tx.session, name)
            if taken is not None and taken.id != field_id:
                raise _taken(name)
            custom_fields.rename(tx.session, field_id, name)
        return done(field_id, tx)

    def remove(self, field_id: int) -> Done[int]:
        """Take a field away with its value in every application; undo brings them back."""
        with self._db.write("delete field") as tx:
            field = custom_fields.load(tx.session, field_id)
            tx.label = f"delete field {shortened(field.name)}"
            custom_fields.remove(tx.session, field_id)
        return done(field_id, tx)

    def id_of(self, reference: str) -> int:
        """The field of this name, number or uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return custom_fields.id_of(session, reference)


def _taken(name: str) -> InvalidInputError:
    return InvalidInputError(
        f"There is a field {quoted(name)} already; nothing was changed. Choose another name.",
        field="name",
    )
