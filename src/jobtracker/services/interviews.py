"""Interviews of applications; each is told of by an event of the log, which goes along."""

from datetime import date
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Done
from jobtracker.domain.dates import short_date
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.facts import fact_from
from jobtracker.domain.interviews import (
    Interview,
    InterviewFields,
    InterviewKind,
    InterviewResult,
    check_span,
    checked_zone,
    moment,
)
from jobtracker.domain.recording import Moment
from jobtracker.domain.text import checked_text, one_line
from jobtracker.services import log_steps
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, interviews

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINES = ("place", "people")
_TEXTS = ("preparation", "notes")
_ROUNDS = range(1, 100)


class Interviews(Service):
    def add(self, application_id: int, fields: InterviewFields) -> Done[int]:
        """Store an interview with its event in the log; its id. `starts` is required.

        The stage stays as it is. Raises InvalidInputError; then nothing was stored.
        """
        values = _columns({"starts": "", **fields})
        check_span(values["starts"], values.get("ends", ""))
        day = date.fromisoformat(values["starts"][:10])
        now = self._clock.now()
        with self._db.write(f"add interview on {short_date(day)}") as tx:
            applications.id_of(tx.session, str(application_id))
            key = interviews.insert(tx.session, application_id, values, now)
            event = Event(EventKind.INTERVIEW, day, interview_id=key)
            log_steps.append(tx.session, application_id, [event], now)
        return done(key, tx)

    def edit(self, interview_id: int, fields: InterviewFields) -> Done[int]:
        """Set the fields given; the others stay. Where the day changes so does its event's."""
        values = _columns(fields)
        with self._db.write("edit interview") as tx:
            before = interviews.load(tx.session, interview_id)
            starts = values.get("starts", before.starts)
            check_span(starts, values.get("ends", before.ends))
            interviews.change(tx.session, interview_id, values)
            day, event = date.fromisoformat(starts[:10]), None
            if day != before.on:
                event = interviews.event_of(tx.session, interview_id)
            if event is not None:
                log_steps.redate(tx.session, event, day, self._at())
        return done(interview_id, tx)

    def remove(self, interview_id: int) -> Done[int]:
        """Take an interview away; its event is taken back, so that nothing counts it."""
        with self._db.write("delete interview") as tx:
            interviews.load(tx.session, interview_id)
            event = interviews.event_of(tx.session, interview_id)
            if event is not None:
                log_steps.retract(tx.session, event, self._at())
            interviews.remove(tx.session, interview_id)
        return done(interview_id, tx)

    def get(self, interview_id: int) -> Interview:
        """Raises NotFoundError where it is gone."""
        with self._db.read() as session:
            return interviews.load(session, interview_id)

    def of(self, application_id: int) -> tuple[Interview, ...]:
        """The interviews of an application, in the order of their start."""
        with self._db.read() as session:
            applications.id_of(session, str(application_id))
            return interviews.of(session, [application_id])[application_id]

    def coming(self, today: date, limit: int = 20) -> list[Interview]:
        """The next interviews without a result, from today on."""
        with self._db.read() as session:
            return interviews.coming(session, today, limit)

    def id_of(self, reference: str) -> int:
        """The id behind a number or a uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return interviews.id_of(session, reference)

    def _at(self) -> Moment:
        return Moment(self._clock.now(), self._clock.today())


def _columns(fields: InterviewFields) -> dict[str, Any]:
    """The column values of the fields given; InvalidInputError for a bad one."""
    given: Mapping[str, Any] = fields
    values: dict[str, Any] = {
        name: check(given[name], name)
        for names, check in ((_LINES, one_line), (_TEXTS, checked_text))
        for name in names
        if name in given
    }
    for name, kind in (("kind", InterviewKind), ("result", InterviewResult)):
        if name in given:
            chosen = fact_from(kind, given[name], name)
            values[name] = chosen.value if chosen else ""
    if "starts" in fields:
        values["starts"] = moment(fields["starts"], "starts")
    if "ends" in fields:
        values["ends"] = moment(fields["ends"], "ends") if fields["ends"].strip() else ""
    if "time_zone" in fields:
        values["time_zone"] = checked_zone(fields["time_zone"])
    if "round" in fields:
        values["round"] = _checked_round(fields["round"])
    if "thanked_on" in fields:
        on = fields["thanked_on"]
        values["thanked_on"] = on.isoformat() if on else None
    return values


def _checked_round(number: int | None) -> int | None:
    if number is not None and number not in _ROUNDS:
        raise InvalidInputError(
            f"{number} is no round of interviews; nothing was saved. Use 1 to {_ROUNDS[-1]}.",
            field="round",
        )
    return number
