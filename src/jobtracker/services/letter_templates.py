"""What a person does with letter templates: read one from a file, write, change and copy them."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.letter_addressing import greeting_left_open
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_samples import TemplateText, answered
from jobtracker.domain.letters import FieldName, parse
from jobtracker.domain.profiles import LIBRARY, OWN
from jobtracker.domain.text import checked_text, quoted, required_text, shortened
from jobtracker.services import backups
from jobtracker.services.base import Service, done
from jobtracker.storage import letter_templates
from jobtracker.storage.letter_templates import Template

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from jobtracker.exchange.templates.foreign import ForeignTemplate


class LetterTemplates(Service):
    def read(self, path: "Path") -> "ForeignTemplate":
        """The template in a letter file, with the questions it leaves; nothing is stored.

        Raises UnreadableFileError.
        """
        from jobtracker.exchange.templates.reading import read_template

        return read_template(path)

    def store(
        self, foreign: "ForeignTemplate", answers: Mapping[int, FieldName | None]
    ) -> Done[int]:
        """Keep a template that was read, its questions answered by their places: a field's name,
        or None where the words stay as they are. An unanswered one stays as it is, too. A line
        that only greets becomes the program's own greeting. A name that another template has
        gets a number: "Letter 2". The id.
        """
        read = answered(TemplateText(foreign.text, foreign.questions), answers)
        text = greeting_left_open(read.text, foreign.language)
        made = _own(foreign.name, text, foreign.kind, foreign.language)
        backups.before(self._db, backups.BEFORE_IMPORT)
        with self._db.write(f"import template {shortened(made.name)}") as tx:
            taken = {one.name.casefold() for one in letter_templates.every(tx.session)}
            made = made._replace(name=_free_name(made.name, taken))
            tx.label = f"import template {shortened(made.name)}"
            key = letter_templates.insert(tx.session, made, self._clock.now(), form=foreign.form)
        return done(key, tx)

    def add(self, name: str, text: str, kind: LetterKind, language: Language) -> Done[int]:
        """Keep a new template of the person's own; the new id."""
        made = _own(name, text, kind, language)
        with self._db.write(f"add template {shortened(made.name)}") as tx:
            key = letter_templates.insert(tx.session, made, self._clock.now())
        return done(key, tx)

    def save(
        self, template_id: int, name: str, text: str, kind: LetterKind, language: Language
    ) -> Done[int]:
        """Store a template as it is now; the id it was saved in: of one of the library a copy's.

        Raises NotFoundError where it is gone.
        """
        made = _own(name, text, kind, language)
        with self._db.write(f"edit template {shortened(made.name)}") as tx:
            held = _held(tx.session, template_id)
            if held.origin == LIBRARY:
                key = letter_templates.insert(tx.session, made, self._clock.now())
            else:
                key = template_id
                letter_templates.change(tx.session, made._replace(id=key, purpose=held.purpose))
        return done(key, tx)

    def copy(self, template_id: int) -> Done[int]:
        """A template of the person's own like this one, with its Word file; the new id."""
        with self._db.write("copy template") as tx:
            held = _held(tx.session, template_id)
            tx.label = f"copy template {shortened(held.name)}"
            made = held._replace(name=f"{held.name} (copy)", origin=OWN, profile_id=None)
            form = letter_templates.form_of(tx.session, template_id)
            key = letter_templates.insert(tx.session, made, self._clock.now(), form=form)
        return done(key, tx)

    def remove(self, template_id: int) -> Done[int]:
        """Take a template away; letters written from it stay.

        Raises InvalidInputError for one of the library, which would come back.
        """
        with self._db.write("delete template") as tx:
            held = _held(tx.session, template_id)
            if held.origin == LIBRARY:
                raise InvalidInputError(
                    f"{quoted(held.name)} comes with Jobtracker; nothing was changed. Copy it, "
                    "and change the copy."
                )
            tx.label = f"delete template {shortened(held.name)}"
            letter_templates.remove(tx.session, template_id)
        return done(template_id, tx)


def _free_name(name: str, taken: Collection[str]) -> str:
    names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one.casefold() not in taken)


def _own(name: str, text: str, kind: LetterKind, language: Language) -> Template:
    """A template of the person's own as it can be stored. Raises InvalidInputError."""
    parse(checked_text(text, "text"))
    return Template(0, required_text(name, "name"), "", OWN, None, text, kind, language)


def _held(session: "Session", template_id: int) -> Template:
    return letter_templates.load(session, letter_templates.id_of(session, str(template_id)))
