"""A made-up search to look around in, written as one step that undo takes away."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.changes import Done
from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.events import Event, EventKind, changing
from jobtracker.domain.stages import Stage
from jobtracker.services import application_steps as steps
from jobtracker.services.base import Service, done
from jobtracker.services.letters import remember
from jobtracker.storage import applications, letters, profiles

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.exchange.sample_search import SampleApplication, SampleLetter


class Filled(NamedTuple):
    """How much was made up."""

    applications: int
    letters: int


class Sample(Service):
    def fill(self, file: Path) -> Done[Filled]:
        """Fill an empty workspace from a bundled file.

        Raises WorkspaceError where it holds an application or a profile of the person's own.
        """
        from jobtracker.exchange.sample_search import read_sample_search

        search = read_sample_search(file)
        now, today = self._clock.now(), self._clock.today()
        with self._db.write("fill with a made-up search") as tx:
            _refuse_unless_empty(tx.session)
            remember(tx.session, search.person)
            for entry in search.applications:
                key = steps.insert_new(tx.session, _fields(entry, today), _log(entry, today), now)
                for letter in entry.letters:
                    _write_letter(tx.session, key, letter, now)
        written = sum(len(entry.letters) for entry in search.applications)
        return done(Filled(len(search.applications), written), tx)


def _refuse_unless_empty(session: "Session") -> None:
    if applications.count(session, open_only=False) or profiles.has_own(session):
        raise WorkspaceError(
            "The sample goes into an empty workspace only, and this one holds records; nothing "
            "was added; name a new file with --workspace."
        )


def _fields(entry: "SampleApplication", today: date) -> ApplicationFields:
    fields = ApplicationFields(
        company=entry.company,
        role=entry.role,
        location=entry.location,
        url=entry.url,
        pay=entry.pay,
        notes=entry.notes,
        posting=entry.posting,
        next_action=entry.next_action,
        next_action_on=None
        if entry.next_action_day is None
        else today + timedelta(days=entry.next_action_day),
    )
    if entry.profile is not None:
        fields["profile"] = entry.profile
    return fields


def _log(entry: "SampleApplication", today: date) -> list[Event]:
    """The whole history of an application, each event with what it changed from."""
    return changing((), _events(entry, today))


def _events(entry: "SampleApplication", today: date) -> Iterator[Event]:
    yield Event(EventKind.ADDED, today + timedelta(days=entry.day), to_value=Stage.SAVED.value)
    for event in entry.events:
        on = today + timedelta(days=event.day)
        if event.stage is not None:
            yield Event(EventKind.STAGE, on, to_value=event.stage.value)
        if event.note:
            yield Event(EventKind.NOTE, on, text=event.note)
        if event.outcome is not None:
            yield Event(EventKind.OUTCOME, on, to_value=event.outcome.value)


def _write_letter(
    session: "Session", application_id: int, letter: "SampleLetter", now: datetime
) -> None:
    template = letters.template(session, letters.template_id_of(session, letter.template))
    key = letters.insert(session, application_id, template, now)
    if letter.values:
        letters.save(session, key, template.text, letter.values, now)
    letters.keep_version(session, letters.load(session, key), now, name=template.name)
