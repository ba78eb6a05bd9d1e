"""What a person does with letters: draft from a template, fill, check, export."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.documents import DocumentKind
from jobtracker.domain.errors import (
    BlockedByGateError,
    InvalidInputError,
    NotFoundError,
    WorkspaceError,
)
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.gate import Finding, check, is_open
from jobtracker.domain.letters import field_named
from jobtracker.domain.text import checked_text, quoted, required_text, shortened
from jobtracker.services import letter_list, log_steps
from jobtracker.services.base import Service, done
from jobtracker.services.letter_gate import everybody
from jobtracker.services.letter_list import ListedLetter
from jobtracker.services.letter_views import LetterView, look_of, view_of
from jobtracker.services.person import remember
from jobtracker.storage import applications, documents, letter_shelf, letters
from jobtracker.storage.letters import DraftLine, Template, Version

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["Exported", "LetterView", "Letters", "look_of", "remember"]

_STANDARD = "standard"
"""The library's key of the letter to begin with where no other is nearer."""
_PDF_MARK = b"%PDF-"


class Exported(NamedTuple):
    """Where a letter went, and the version that was kept with it."""

    path: Path
    version: int


class Letters(Service):
    def templates(self) -> list[Template]:
        """General templates first, then the sample letters of profiles."""
        with self._db.read() as session:
            return letters.templates(session)

    def lines(self) -> list[DraftLine]:
        """All letters, the one changed last first."""
        with self._db.read() as session:
            return letters.lines(session)

    def listed(self) -> list[ListedLetter]:
        """All letters with how far each is from leaving, the one changed last first."""
        with self._db.read() as session:
            return letter_list.rows(session, self._clock.today())

    def id_of(self, reference: str) -> int:
        with self._db.read() as session:
            return letters.id_of(session, reference)

    def draft(self, application_id: int, template: str = "") -> Done[int]:
        """Start a letter; its id. Without a template the sample letter of the application's
        profile is used, else the library's standard letter, else the first general one.
        """
        with self._db.write("new letter") as tx:
            applications.id_of(tx.session, str(application_id))
            chosen = _template(tx.session, application_id, template)
            key = letters.insert(tx.session, application_id, chosen, self._clock.now())
            draft = letters.load(tx.session, key)
            letters.keep_version(tx.session, draft, self._clock.now(), name=chosen.name)
        return done(key, tx)

    def view(self, letter_id: int) -> LetterView:
        with self._db.read() as session:
            return view_of(session, letter_id, self._clock.today())

    def set_values(self, letter_id: int, values: Mapping[str, str]) -> Done[int]:
        """Set fields of one letter; an empty value takes it back.

        What a person says about themselves is remembered for the letters that follow.
        Raises NotFoundError for a field that the letter has not.
        """
        known = [field.name for field in self.view(letter_id).fields]
        for name in values:
            if name not in known:
                raise NotFoundError(
                    f"The letter has no field {quoted(name)}. It has: {', '.join(known)}."
                )
        return self.save(letter_id, values=values)

    def set_text(self, letter_id: int, text: str) -> Done[int]:
        return self.save(letter_id, text=text)

    def save(
        self, letter_id: int, text: str | None = None, values: Mapping[str, str] | None = None
    ) -> Done[int]:
        """Save text and values; every save is kept as a version."""
        now = self._clock.now()
        with self._db.write("edit letter") as tx:
            letters.id_of(tx.session, str(letter_id))
            letter = letters.load(tx.session, letter_id)
            words = checked_text(letter.text if text is None else text, "letter")
            merged = letter.values | _checked_values(values or {})
            typed = {name: value for name, value in merged.items() if value.strip()}
            if (words, typed) != (letter.text, letter.values):
                letters.save(tx.session, letter_id, words, typed, now)
                letters.keep_version(tx.session, letter._replace(text=words, values=typed), now)
            remember(tx.session, values or {})
        return done(letter_id, tx)

    def restore(self, letter_id: int, number: int) -> Done[int]:
        """Make the letter say what a version of it said; that is its next version."""
        now = self._clock.now()
        with self._db.write(f"restore version {number}") as tx:
            letters.id_of(tx.session, str(letter_id))
            said = letter_shelf.wording(tx.session, letter_id, number)
            letter = letters.load(tx.session, letter_id)
            if said != (letter.text, letter.values):
                letters.save(tx.session, letter_id, said.text, said.values, now)
                restored = letter._replace(text=said.text, values=said.values)
                letters.keep_version(tx.session, restored, now)
        return done(letter_id, tx)

    def remove(self, letter_id: int) -> Done[int]:
        with self._db.write("delete letter") as tx:
            letters.id_of(tx.session, str(letter_id))
            letters.remove(tx.session, letter_id)
        return done(letter_id, tx)

    def save_template(self, name: str, text: str) -> Done[int]:
        """Keep a letter's text as a template of the person's own."""
        name = required_text(name, "name")
        template = Template(0, name, "", "own", None, checked_text(text, "template"))
        with self._db.write(f"save template {shortened(name)}") as tx:
            key = letters.insert_template(tx.session, template, self._clock.now())
        return done(key, tx)

    def versions(self, letter_id: int) -> list[Version]:
        with self._db.read() as session:
            return letters.versions(session, letter_id)

    def check(self, letter_id: int) -> tuple[Finding, ...]:
        """What the gate finds in the letter as it would leave."""
        with self._db.read() as session:
            view = view_of(session, letter_id, self._clock.today())
            return check(view.filled(), everybody(session).around(view.company, view.role))

    def export_pdf(self, letter_id: int, path: Path, override: str = "") -> Done[Exported]:
        """Write the letter as PDF and keep exactly what was sent beside it.

        Raises BlockedByGateError while the gate finds something, unless `override` gives the
        reason, which is recorded with the version. Needs Qt, loaded on first use.
        """
        from jobtracker.typesetting.pdf import to_pdf

        findings = self.check(letter_id)
        if not is_open(findings) and not override.strip():
            raise BlockedByGateError(_refusal(findings))
        reason = checked_text(override.strip(), "reason")
        view = self.view(letter_id)
        content = to_pdf(
            view.filled(escape=True).text,
            look_of(view),
            title=f"{view.role}, {view.company}",
            author=view.values.get("your_name", ""),
        )
        with self._db.write("export letter") as tx:
            version = self._keep_sent(tx.session, view, path.name, content, reason)
            tx.session.flush()
            _write_pdf(path, content)
        return done(Exported(path, version), tx)

    def _keep_sent(
        self, session: "Session", view: LetterView, name: str, content: bytes, reason: str
    ) -> int:
        """Keep exactly what leaves the app, as a version of the letter; the version's number."""
        now, today = self._clock.now(), self._clock.today()
        document = documents.store(
            session,
            view.application_id,
            name,
            DocumentKind.LETTER.value,
            "application/pdf",
            content,
            sent_on=today,
            now=now,
        )
        version = letters.keep_version(
            session,
            letters.load(session, view.id),
            now,
            name=name,
            document_id=document,
            override_reason=reason,
        )
        sent = Event(EventKind.LETTER, today, to_value=str(version), text=name)
        log_steps.append(session, view.application_id, [sent], now)
        return version


def _write_pdf(path: Path, content: bytes) -> None:
    """Write the file whole, over an earlier PDF at most: a slip must not cost another file."""
    from jobtracker.storage.files import write_atomically
    from jobtracker.storage.plain_words import plain_errors

    with plain_errors(path):
        if path.is_dir() or not path.parent.is_dir():
            raise WorkspaceError(
                f"{quoted(path.name)} is a folder or its folder is missing; nothing was "
                "exported; name a file in a folder that is there."
            )
        if path.exists() and not path.read_bytes().startswith(_PDF_MARK):
            raise WorkspaceError(
                f"{quoted(path.name)} is there already and is no PDF; it was left as it is; "
                "choose another name."
            )
        write_atomically(path, content)


def _template(session: "Session", application_id: int, reference: str) -> Template:
    if reference.strip():
        return letters.template(session, letters.template_id_of(session, reference))
    linked = applications.links(session, [application_id]).get(application_id)
    sample = letters.sample_of(session, linked.id) if linked else None
    chosen = sample or _general(session)
    if chosen is None:
        raise InvalidInputError(
            "There is no letter template yet. Import a profile page with a sample letter first."
        )
    return chosen


def _general(session: "Session") -> Template | None:
    held = next((one for one in letters.held_library(session) if one.key == _STANDARD), None)
    if held is not None:
        return letters.template(session, held.id)
    return next((one for one in letters.templates(session) if one.profile_id is None), None)


def _checked_values(values: Mapping[str, str]) -> dict[str, str]:
    return {
        name: checked_text(value, field_named(name).label.lower()) for name, value in values.items()
    }


def _refusal(findings: tuple[Finding, ...]) -> str:
    blocking = [finding for finding in findings if finding.blocking]
    more = f" And {len(blocking) - 1} more." if len(blocking) > 1 else ""
    return (
        f"The letter was not exported. {blocking[0].message}{more} "
        "Mend it, or give a reason to export it as it is."
    )
