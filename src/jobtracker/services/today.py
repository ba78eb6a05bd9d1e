"""The day of a person: what is due, what is coming, and what they do about it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.dates import short_date
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.interviews import InterviewResult
from jobtracker.domain.text import shortened
from jobtracker.domain.today import (
    APPLY,
    THANK,
    TaskKind,
    TodayView,
    is_attendance,
    says_thanks,
)
from jobtracker.services import log_steps
from jobtracker.services.base import Service, done
from jobtracker.services.preferences import waiting_days_in
from jobtracker.services.week import week_in
from jobtracker.storage import applications, interviews, today
from jobtracker.storage.search_index import driver_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.applications import Application
    from jobtracker.storage.listing import Run

WORDS_IN_LABEL = 40


class Today(Service):
    """Reads the day, and finishes or puts off what it asks for; each is one step of undo."""

    def view(self) -> TodayView:
        """Everything the day asks for; see `TodayView`."""
        day = self._clock.today()
        with self._db.read() as session:
            waiting = waiting_days_in(session)
            return today.day_of(_runner(session), day, waiting, week_in(session, day))

    def due_count(self) -> int:
        """How much is late or for today, as `view` counts it."""
        with self._db.read() as session:
            return today.due_count(_runner(session), self._clock.today())

    def finish(self, application_id: int) -> Done[int]:
        """Clear the next action of an application, and note in its activity that it was done.

        Raises NotFoundError where the application is gone; nothing where there is nothing to do.
        """
        with self._db.write("finish next action") as tx:
            record = _record(tx.session, application_id)
            words = record.next_action.strip()
            if words:
                tx.label = f"finish “{shortened(words, WORDS_IN_LABEL)}”"
            if words or record.next_action_on:
                self._clear(tx.session, application_id, words)
            if says_thanks(words):
                self._thank_all(tx.session, application_id)
        return done(application_id, tx)

    def hold(self, interview_id: int, result: InterviewResult) -> Done[int]:
        """Record how an interview went, and finish a next action that was only to attend it;
        the interview's id.
        """
        with self._db.write("record how an interview went") as tx:
            interview = interviews.load(tx.session, interview_id)
            interviews.change(tx.session, interview_id, {"result": result.value})
            record = _record(tx.session, interview.application_id)
            if record.next_action_on == interview.on and is_attendance(record.next_action):
                self._clear(tx.session, record.id, record.next_action.strip())
        return done(interview_id, tx)

    def snooze(self, ids: Sequence[int], to: date) -> Done[tuple[int, ...]]:
        """Put the next actions of these applications off to a day; those that are gone are left
        out. Where one has no next action yet, what it asks for today becomes it.

        Raises InvalidInputError for a day that has passed.
        """
        day = self._clock.today()
        if to < day:
            raise InvalidInputError(
                f"{short_date(to)} has passed; nothing was put off. Choose a day to come.",
                field="next_action_on",
            )
        now = self._clock.now()
        with self._db.write(_snooze_label(ids, to)) as tx:
            known = applications.known(tx.session, ids)
            proposed = _proposed(tx.session, day)
            applications.change(tx.session, known, {"next_action_on": to.isoformat()}, now)
            for record in applications.records(tx.session, known):
                words = "" if record.next_action else proposed.get(record.id, "")
                if words:
                    applications.change(tx.session, [record.id], {"next_action": words}, now)
        return done(tuple(known), tx)

    def thank(self, interview_id: int) -> Done[int]:
        """Record that they were thanked for an interview today; the interview's id."""
        with self._db.write("thank for interview") as tx:
            interviews.load(tx.session, interview_id)
            self._thank(tx.session, interview_id)
        return done(interview_id, tx)

    def _thank(self, session: "Session", interview_id: int) -> None:
        on = {"thanked_on": self._clock.today().isoformat()}
        interviews.change(session, interview_id, on)

    def _thank_all(self, session: "Session", application_id: int) -> None:
        """A next action that was to thank is done, so nobody is asked for thanks once more."""
        for meeting in today.unthanked(_runner(session), self._clock.today()):
            if meeting.application_id == application_id:
                self._thank(session, meeting.id)

    def _clear(self, session: "Session", application_id: int, words: str) -> None:
        """The next action is done; a note in the activity keeps it."""
        now = self._clock.now()
        empty = {"next_action": "", "next_action_on": None}
        applications.change(session, [application_id], empty, now)
        text = f"Done: {words or 'next action'}"
        event = Event(EventKind.NOTE, self._clock.today(), text=text)
        log_steps.append(session, application_id, [event], now)


def _proposed(session: "Session", day: date) -> dict[int, str]:
    """What applications without a next action ask for now, by their ids."""
    run = _runner(session)
    deadlines = {
        task.application_id: APPLY
        for task in today.deadlines(run, day)
        if task.kind is TaskKind.DEADLINE
    }
    return deadlines | {one.application_id: THANK for one in today.unthanked(run, day)}


def _record(session: "Session", application_id: int) -> "Application":
    applications.id_of(session, str(application_id))
    (record,) = applications.records(session, [application_id])
    return record


def _snooze_label(ids: Sequence[int], to: date) -> str:
    many = "next action" if len(ids) == 1 else f"{len(ids):,} next actions"
    return f"snooze {many} to {short_date(to)}"


def _runner(session: "Session") -> "Run":
    run: Run = driver_of(session).execute
    return run
