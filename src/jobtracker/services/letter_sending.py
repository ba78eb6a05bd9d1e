"""Letters that leave: marked as sent and frozen, or begun anew for another application."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain import recording
from jobtracker.domain.changes import Done
from jobtracker.domain.dates import long_date
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.file_names import letter_file_name
from jobtracker.domain.gate import Finding, check, is_open
from jobtracker.domain.letter_addressing import addressees
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.domain.letters import FieldName, FieldSource, field_named, label_of
from jobtracker.domain.names import Reading, known_names, sightings
from jobtracker.domain.text import checked_text
from jobtracker.services import log_steps
from jobtracker.services.base import done
from jobtracker.services.letter_formats import Source, pdf_of
from jobtracker.services.letter_gate import everybody
from jobtracker.services.letter_steps import File, LetterService, leave, refusal
from jobtracker.services.letter_views import LetterView, view_of
from jobtracker.storage import applications, contacts, documents, letter_versions, letters

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PDF = "application/pdf"
_ABOUT_ONE_APPLICATION = frozenset(
    {
        FieldSource.APPLICATION,
        FieldSource.COMPANY,
        FieldSource.CONTACT,
        FieldSource.DATE,
        FieldSource.LANGUAGE,
        FieldSource.PAY,
    }
)
"""Where such values come from, what was typed instead was meant for one application."""
_OF_THE_PERSON = frozenset(
    {"achievement", "enclosures", "own_project", "reason_for_change", "start_date"}
)
"""Fields that are typed for each letter, and may well be said again in another one."""
_CHANGES = {
    "other-company": "Another company",
    "other-role": "Another role",
    "other-contact": "Another contact",
    "own-company-missing": "The company is not named",
    "date": "Date",
    "salutation": "Salutation",
    "missing-field": "No value yet",
}
"""The findings that a new application makes, as a person reads them."""


class ToChange(NamedTuple):
    """What the letter still says of another application: `what` in words, at text[start:end] of
    the composed letter. A value that was taken out stands nowhere: both are 0.
    """

    what: str
    text: str
    start: int
    end: int


class Duplicated(NamedTuple):
    id: int
    to_change: tuple[ToChange, ...]


class _Going(NamedTuple):
    """A letter about to leave, the file it was exported as, and why the gate is overridden."""

    view: LetterView
    file: File | None
    reason: str


class LetterSending(LetterService):
    def sent(self, letter_id: int, on: date | None = None, override: str = "") -> Done[int]:
        """Mark a letter as sent on a day, today unless given, and log it: its text, values,
        frame and look are frozen with the file. The number of the version that was sent.

        The file is the PDF that was exported where nothing was changed since, else one made now,
        which needs Qt. Raises BlockedByGateError while the gate finds something, unless
        `override` gives the reason; InvalidInputError for a day to come or a letter sent before.
        """
        day, given = on or self._clock.today(), checked_text(override.strip(), "reason")
        recording.refuse_to_come(day, self._clock.today(), "sent")
        going = self._ready_to_leave(letter_id, given)
        view, now = going.view, self._clock.now()
        file = going.file or File(_file_name(view), PDF, pdf_of(Source(view)))
        with self._db.write("mark letter as sent") as tx:
            number = leave(tx.session, view, file, now, sent_on=day, reason=going.reason)
            letters.save(tx.session, letter_id, view.wording, now)
            letters.freeze(tx.session, letter_id, number, day)
            sent = Event(EventKind.LETTER, day, to_value=str(number), text=file.name)
            log_steps.append(tx.session, view.application_id, [sent], now)
        return done(number, tx)

    def duplicate(self, letter_id: int, application_id: int) -> Done[Duplicated]:
        """Begin a letter for another application with the words of this one.

        Values that were typed for the old application are taken out; they are among what has to
        change, with those that were typed and stay (an achievement, a start date) and each place
        that still speaks of another company, role or contact.
        """
        today, now = self._clock.today(), self._clock.now()
        with self._db.write("duplicate letter") as tx:
            applications.id_of(tx.session, str(application_id))
            old = view_of(tx.session, letter_id, today)
            meant_anew = application_id != old.application_id
            meant = _meant_for(tx.session, old) if meant_anew else ()
            kept = {name: value for name, value in old.typed.items() if name not in meant}
            said = old.wording._replace(values=kept)
            letter = letters.load(tx.session, letter_id)
            key = letters.copy(tx.session, letter, application_id, said, now)
            letter_versions.keep(tx.session, key, said, now, name=old.name)
            taken = tuple(
                ToChange(f"{label_of(name)} was taken out", old.typed[name], 0, 0) for name in meant
            )
            stayed = _to_look_at(view_of(tx.session, key, today), old) if meant_anew else ()
            found = self._to_change(tx.session, key)
        return done(Duplicated(key, (*taken, *stayed, *found)), tx)

    def to_change(self, letter_id: int) -> tuple[ToChange, ...]:
        """What in a letter speaks of another application than its own, in the order of its text."""
        with self._db.read() as session:
            return self._to_change(session, letter_id)

    def _ready_to_leave(self, letter_id: int, reason: str) -> "_Going":
        """The letter as it goes: as it was last exported, where nothing was changed since."""
        with self._db.read() as session:
            view = view_of(session, letter_id, self._clock.today())
            if view.sent_on is not None:
                raise InvalidInputError(
                    f"The letter was sent on {long_date(view.sent_on)} already and stays as it "
                    "was; edit it to begin a new draft.",
                    field="sent",
                )
            going = _as_exported(session, _Going(view, None, reason))
            findings = self._findings(session, going.view)
        if not is_open(findings) and not going.reason:
            raise refusal(findings, "marked as sent")
        return going

    def _to_change(self, session: "Session", letter_id: int) -> tuple[ToChange, ...]:
        found = self._findings(session, view_of(session, letter_id, self._clock.today()))
        return tuple(
            ToChange(_CHANGES[one.rule], one.text, one.start, one.end)
            for one in found
            if one.rule in _CHANGES
        )

    def _findings(self, session: "Session", view: LetterView) -> tuple[Finding, ...]:
        today = self._clock.today() if view.sent_on is None else None
        context = everybody(session).around(
            view.company, view.role, view.language, view.kind, today, addressees(view.typed)
        )
        return check(view.composed(), context)


def _file_name(view: LetterView) -> str:
    return letter_file_name(view.filling.get("your_name", ""), view.company, view.role, "pdf")


def _as_exported(session: "Session", going: _Going) -> _Going:
    """With the PDF of the newest version, what was filled in then and why it was let go."""
    newest = letter_versions.versions(session, going.view.id)[0]
    if newest.kind is not VersionKind.EXPORTED or newest.document_id is None:
        return going
    document = documents.load(session, newest.document_id)
    around = letter_versions.frozen(session, going.view.id, newest.number)
    if document.media_type != PDF or around is None:
        return going
    said = letter_versions.wording_of(session, going.view.id, newest.number)
    return _Going(
        going.view._replace(known=around.values, frame=around.frame, look=said.look),
        File(document.name, PDF, documents.contents(session, document.id), document.id),
        going.reason or newest.reason,
    )


def _meant_for(session: "Session", view: LetterView) -> tuple[FieldName, ...]:
    """The fields whose typed values speak of the application that the letter is to: all that
    nothing in the program knows, but what a person says of themselves.
    """
    record = applications.records(session, [view.application_id])[0]
    linked = contacts.of(session, [view.application_id])[view.application_id]
    names = {record.company, record.role, *(one.contact.name for one in linked)}
    return tuple(
        name
        for name, value in view.typed.items()
        if _is_about_one(name) or _names_one_of(value, names)
    )


def _is_about_one(name: FieldName) -> bool:
    source = field_named(name).source
    unknown = source is FieldSource.PERSON and name not in _OF_THE_PERSON
    return unknown or source in _ABOUT_ONE_APPLICATION


def _to_look_at(copied: LetterView, old: LetterView) -> tuple[ToChange, ...]:
    """The values that were typed for the old letter and stand in the copy, each where it does."""
    text = copied.composed().text
    places = ((name, value, text.find(value)) for name, value in copied.typed.items())
    return tuple(
        ToChange(
            f"{label_of(name)} was typed for {old.company}: look at it",
            value,
            max(start, 0),
            start + len(value) if start >= 0 else 0,
        )
        for name, value, start in places
        if name in _OF_THE_PERSON
    )


def _names_one_of(value: str, names: Collection[str]) -> bool:
    found = sightings(Reading(value), known_names(names), lambda _: False)
    return next(found, None) is not None
