"""What a person does with letters: begin one, write and fill it, see what stops it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.gate import Finding
from jobtracker.domain.letter_addressing import READER
from jobtracker.domain.letter_kinds import Language, LetterKind, language_name
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import FRAME, Part
from jobtracker.domain.letters import FieldName, fields_in
from jobtracker.domain.text import checked_text, quoted, required_text, shortened
from jobtracker.services import letter_list
from jobtracker.services.base import done
from jobtracker.services.letter_history import LetterHistory
from jobtracker.services.letter_list import ListedLetter
from jobtracker.services.letter_sending import LetterSending
from jobtracker.services.letter_steps import checked_values, last_look, remember_look, write
from jobtracker.services.letter_views import LetterView, view_of
from jobtracker.services.me import remember
from jobtracker.services.template_choice import best_for
from jobtracker.storage import applications, letter_templates, letter_versions, letters
from jobtracker.storage.database import Database
from jobtracker.storage.letter_templates import Template
from jobtracker.storage.letters import DraftLine
from jobtracker.system.clock import Clock

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


class Letters(LetterSending, LetterHistory):
    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database, clock)
        self._judged = letter_list.Judged()

    def templates(self) -> list[Template]:
        """General templates first, then the sample letters of profiles."""
        with self._db.read() as session:
            return letter_templates.every(session)

    def lines(self) -> list[DraftLine]:
        """All letters, the one changed last first."""
        with self._db.read() as session:
            return letters.lines(session)

    def listed(self) -> list[ListedLetter]:
        """All letters with how far each is from leaving, the one changed last first."""
        with self._db.read() as session:
            return letter_list.rows(session, self._clock.today(), self._judged)

    def id_of(self, reference: str) -> int:
        with self._db.read() as session:
            return letters.id_of(session, reference)

    def view(self, letter_id: int) -> LetterView:
        with self._db.read() as session:
            return view_of(session, letter_id, self._clock.today())

    def check(self, letter_id: int) -> tuple[Finding, ...]:
        """What the gate finds in the words of the letter as it would leave; what only its pages
        show is found by `letter_exports.check_pages`.
        """
        with self._db.read() as session:
            return self._findings(session, view_of(session, letter_id, self._clock.today()))

    def best_template(self, application_id: int) -> Template | None:
        """What a letter for an application is drafted from where no template is named."""
        with self._db.read() as session:
            return _best(session, application_id, self._clock.today())

    def draft(
        self, application_id: int, template: str = "", *, language: Language | None = None
    ) -> Done[int]:
        """Start a letter; its id. Without a template it begins with the one that fits best, see
        `domain.template_choice`; with a language, with the one of the same kind in it. It looks
        like the last one did.

        Raises NotFoundError, and InvalidInputError where there is no such template.
        """
        with self._db.write("new letter") as tx:
            applications.id_of(tx.session, str(application_id))
            chosen = _template(tx.session, application_id, template, self._clock.today())
            if language is not None and language is not chosen.language:
                chosen = _in_language(tx.session, chosen, language)
            now = self._clock.now()
            key = letters.insert(tx.session, application_id, chosen, now, last_look(tx.session))
            said = letters.load(tx.session, key).wording
            letter_versions.keep(tx.session, key, said, now, name=chosen.name)
        return done(key, tx)

    def set_values(self, letter_id: int, values: Mapping[FieldName, str]) -> Done[int]:
        """Set fields of one letter; an empty value takes it back.

        What a person says about themselves is remembered for the letters that follow.
        Whoever it greets may be typed though only its salutation says so.
        Raises NotFoundError for a field that neither the letter nor its frame has.
        """
        view = self.view(letter_id)
        framed = (name for text in view.frame.values() for name in fields_in(text))
        asked = tuple(field.name for field in view.fields)
        reader = READER if "salutation" in asked else ()
        for name in values.keys() - {*asked, *framed, *reader}:
            raise NotFoundError(
                f"The letter has no field {quoted(name)}. It has: {', '.join(asked)}."
            )
        return self.save(letter_id, values=values)

    def set_text(self, letter_id: int, text: str) -> Done[int]:
        return self.save(letter_id, text=text)

    def save(
        self,
        letter_id: int,
        text: str | None = None,
        values: Mapping[FieldName, str] | None = None,
        frame: Mapping[Part, str | None] | None = None,
    ) -> Done[int]:
        """Save text, values and texts of the frame; what is not named stays. An empty value is
        taken back; of the frame None brings back what the language proposes. Every save is kept
        as a version, and saves that follow each other are one step of undo.

        The id of the letter it was saved in: a sent one stays as it was, and a new draft of it
        takes the change. Raises InvalidInputError.
        """
        now = self._clock.now()
        typed, parts = checked_values(values or {}), _checked_frame(frame or {})
        said = None if text is None else checked_text(text, "letter")
        with self._db.write("edit letter", run=f"letter/{letter_id}") as tx:
            letters.id_of(tx.session, str(letter_id))
            letter = letters.load(tx.session, letter_id)
            wording = letter.wording._replace(
                text=letter.text if said is None else said,
                values={k: v for k, v in (letter.values | typed).items() if v.strip()},
                frame={k: v for k, v in (letter.frame | parts).items() if v is not None},
            )
            key = write(tx.session, letter, wording, now)
            remember(tx.session, typed, letter.language)
        return done(key, tx)

    def set_look(self, letter_id: int, look: LetterLook) -> Done[int]:
        """Let the letter look so; new letters then begin with this style, paper and font. The id
        of the letter that does, see `save`.
        """
        with self._db.write("change the look of a letter") as tx:
            letters.id_of(tx.session, str(letter_id))
            letter = letters.load(tx.session, letter_id)
            wording = letter.wording._replace(look=look)
            key = write(tx.session, letter, wording, self._clock.now())
            remember_look(tx.session, look)
        return done(key, tx)

    def hide(self, letter_id: int, part: Part, hidden: bool) -> Done[int]:
        """Leave a part out, or let it stand again; the id of the letter that does, see `save`."""
        one = frozenset({part})
        return self._change(
            letter_id,
            f"{'hide' if hidden else 'show'} the {part.value} of a letter",
            lambda letter: letter.wording._replace(
                hidden=letter.hidden | one if hidden else letter.hidden - one
            ),
        )

    def rename(self, letter_id: int, name: str) -> Done[int]:
        name = required_text(name, "name")
        with self._db.write("rename letter") as tx:
            letters.id_of(tx.session, str(letter_id))
            letters.rename(tx.session, letter_id, name)
        return done(letter_id, tx)

    def remove(self, letter_id: int) -> Done[int]:
        with self._db.write("delete letter") as tx:
            letters.id_of(tx.session, str(letter_id))
            letters.remove(tx.session, letter_id)
        return done(letter_id, tx)

    def save_template(
        self,
        name: str,
        text: str,
        kind: LetterKind = LetterKind.COVER_LETTER,
        language: Language = Language.ENGLISH,
    ) -> Done[int]:
        """Keep a letter's text as a template of the person's own."""
        name = required_text(name, "name")
        checked = checked_text(text, "template")
        template = Template(0, name, "", "own", None, checked, kind, language)
        with self._db.write(f"save template {shortened(name)}") as tx:
            key = letter_templates.insert(tx.session, template, self._clock.now())
        return done(key, tx)


def _checked_frame(frame: Mapping[Part, str | None]) -> dict[Part, str | None]:
    for part in frame:
        if part not in FRAME:
            raise InvalidInputError(
                f"The {part.value} stands in the letter's text and was not changed; "
                "change it there.",
                field=part.value,
            )
    return {
        part: None if text is None else checked_text(text, part.value)
        for part, text in frame.items()
    }


def _template(session: "Session", application_id: int, reference: str, today: "date") -> Template:
    if reference.strip():
        return letter_templates.load(session, letter_templates.id_of(session, reference))
    chosen = _best(session, application_id, today)
    if chosen is None:
        raise InvalidInputError(
            "There is no letter template yet. Import a profile page with a sample letter first."
        )
    return chosen


def _best(session: "Session", application_id: int, today: "date") -> Template | None:
    key = best_for(session, application_id, today)
    return letter_templates.load(session, key) if key is not None else None


def _in_language(session: "Session", chosen: Template, language: Language) -> Template:
    """The template of the same kind in another language: the bundled one that says the same
    ("short-fr" of "short"), else one of the person's own first.
    """
    alike = [
        one
        for one in letter_templates.every(session)
        if (one.kind, one.language) == (chosen.kind, language) and one.profile_id is None
    ]
    if not alike:
        raise InvalidInputError(
            f"There is no template of this kind in {language_name(language)}; no letter was "
            "begun. Choose another template, or save one first.",
            field="language",
        )
    families = {one.id: one.key for one in letter_templates.held(session)}
    said = families.get(chosen.id, "").removesuffix(f"-{chosen.language.value}")
    same = {said, f"{said}-{language.value}"} if said else set()
    return min(
        alike, key=lambda one: (families.get(one.id) not in same, one.origin != "own", one.id)
    )
