"""What happened to applications: moved, closed, answered, noted, and corrected."""

from collections.abc import Sequence
from datetime import date

from jobtracker.domain import recording
from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.events import INCOMING, OUTGOING, Event, EventKind, sentence
from jobtracker.domain.facts import Channel, fact_from
from jobtracker.domain.listing import UNGROUPED, Condition, ListQuery, ListRow
from jobtracker.domain.offers import OfferRecord
from jobtracker.domain.package_checks import checked_base
from jobtracker.domain.pay import figure_of, in_currency
from jobtracker.domain.recording import Moment, refuse_to_come
from jobtracker.domain.stages import (
    Outcome,
    Stage,
    outcome_from,
    outcome_name,
    stage_from,
    stage_name,
)
from jobtracker.domain.text import checked_text, one_line, required_text
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.services import log_steps as steps
from jobtracker.services import offer_steps
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, events, lists, offers

QUIET = ListQuery(conditions=(Condition("quiet", "yes"),), group=UNGROUPED, sort="last_on")
"""The list of open applications that nobody answers."""


class Log(Service):
    """Each method is one step of undo. Ids that are gone raise NotFoundError, in the methods
    for many they are left out. A day that is left out is today, or that of what is known already
    where that is later; one that is still to come is refused with InvalidInputError.
    """

    def move(self, application_id: int, stage: Stage, on: date | None = None) -> Done[int]:
        """Set the stage; a closed application is open again by it. See `recording.moving`."""
        at = self._moment(on)
        label = f"move to {stage_name(stage)}"
        return self._record(application_id, lambda log: recording.moving(log, stage, on, at), label)

    def move_many(self, ids: Sequence[int], stage: Stage) -> Done[tuple[int, ...]]:
        at = self._moment()
        label = f"move {_count(ids)} to {stage_name(stage)}"
        return self._record_many(ids, lambda log: recording.moving(log, stage, None, at), label)

    def close(
        self, application_id: int, outcome: Outcome, on: date | None = None, reason: str = ""
    ) -> Done[int]:
        """Record how it ended; the stage reached stays. See `recording.closing`."""
        at, why = self._moment(on), checked_text(reason, "reason").strip()
        return self._record(
            application_id,
            lambda log: recording.closing(log, outcome, on, at, why),
            f"close as {outcome_name(outcome)}",
        )

    def close_many(
        self, ids: Sequence[int], outcome: Outcome, reason: str = ""
    ) -> Done[tuple[int, ...]]:
        at, why = self._moment(), checked_text(reason, "reason").strip()
        return self._record_many(
            ids,
            lambda log: recording.closing(log, outcome, None, at, why),
            f"close {_count(ids)} as {outcome_name(outcome)}",
        )

    def reopen(self, application_id: int, on: date | None = None) -> Done[int]:
        """Open it again, in the stage it had reached."""
        at = self._moment(on)
        return self._record(application_id, lambda log: recording.reopening(log, on, at), "reopen")

    def note(self, application_id: int, text: str, on: date | None = None) -> Done[int]:
        """Add a dated note to the activity."""
        at, words = self._moment(on), _said(text, "note")
        event = Event(EventKind.NOTE, on or at.today, text=words)
        return self._record(application_id, lambda _log: [event], "note")

    def message(
        self,
        application_id: int,
        text: str,
        *,
        incoming: bool,
        channel: str = "",
        on: date | None = None,
    ) -> Done[int]:
        """Record what they wrote or said, or what was sent to them; an answer opens what was
        closed as No reply. `channel` is one of `domain.facts.Channel` or "".
        """
        at = self._moment(on)
        words, way = _said(text, "message"), fact_from(Channel, channel, "channel")
        event = Event(
            EventKind.MESSAGE,
            on or at.today,
            INCOMING if incoming else OUTGOING,
            way.value if way else "",
            words,
        )
        return self._record(application_id, lambda _log: [event], "message")

    def offer(
        self, application_id: int, amount: str, on: date | None = None, notes: str = ""
    ) -> Done[int]:
        """Record an offer, and move to that stage; the offer's id. `amount` may be empty.

        A figure without a currency is one of the posting's, as both speak of the same pay.
        Raises InvalidInputError for an amount that cannot be meant.
        """
        at, typed = self._moment(on), one_line(amount, "amount")
        pay, words = understood_pay(typed, "amount"), checked_text(notes, "notes")
        with self._db.write("offer") as tx:
            applications.id_of(tx.session, str(application_id))
            (record,) = applications.records(tx.session, [application_id])
            day = on or at.today
            stated = checked_base(pay._replace(text=typed))
            if pay.currency is None and figure_of(pay) is not None:
                stated = in_currency(stated, record.pay.currency)
            offer = OfferRecord.of_base(application_id, day, stated, words)
            key = offer_steps.receive(tx.session, offer, at)
        return done(key, tx)

    def past(
        self, application_id: int, kind: EventKind, on: date, value: str = "", text: str = ""
    ) -> Done[int]:
        """Log something that happened earlier: a stage, an outcome, a reopening, an interview
        held. The stage and the outcome of today stay, else InvalidInputError.

        `value` names the stage or the outcome.
        """
        if kind is not EventKind.INTERVIEW:
            refuse_to_come(on, self._clock.today())
        event = Event(kind, on, to_value=_past_value(kind, value), text=checked_text(text, "text"))
        label = f"log “{sentence(event)}”"
        return self._record(application_id, lambda log: recording.past(log, event), label)

    def retract(self, event_id: int) -> Done[int]:
        """Take an event back, for it was a mistake; the application's id.

        An offer goes with its event. Of a correction, what it corrected counts again.
        """
        at = self._moment()
        with self._db.write("take back") as tx:
            key = events.application_of(tx.session, event_id)
            event = recording.find(events.of(tx.session, [key])[key], event_id)
            _refuse_interview(event)
            steps.retract(tx.session, event_id, at)
            if event.offer_id is not None:
                offers.remove(tx.session, event.offer_id)
        return done(key, tx)

    def redate(self, event_id: int, on: date) -> Done[int]:
        """Give an event its right day; the application's id. See `recording.redating`."""
        at = self._moment()
        with self._db.write("correct date") as tx:
            key = events.application_of(tx.session, event_id)
            event = recording.find(events.of(tx.session, [key])[key], event_id)
            _refuse_interview(event)
            if event.kind is not EventKind.INTERVIEW:
                refuse_to_come(on, at.today)
            steps.record(
                tx.session, key, lambda log: recording.redating(log, event_id, on, at), at.now
            )
            if event.offer_id is not None:
                offers.set_received(tx.session, event.offer_id, on)
        return done(key, tx)

    def reword(self, event_id: int, text: str) -> Done[int]:
        """Give an event other words: a note, a message, a reason; the application's id."""
        at, words = self._moment(), checked_text(text, "text")
        with self._db.write("edit words") as tx:
            key = events.application_of(tx.session, event_id)
            steps.record(
                tx.session, key, lambda log: recording.rewording(log, event_id, words, at), at.now
            )
        return done(key, tx)

    def quiet(self, today: date | None = None) -> list[ListRow]:
        """The open applications that wait for an answer longer than their stage's time, the
        longest first. Those on hold wait for nobody.
        """
        with self._db.read() as session:
            situation = lists.situation(session, QUIET, today or self._clock.today())
            rows = lists.page(session, QUIET, situation).rows
        return sorted(rows, key=lambda row: max(row.contact_on, row.promised_on or ""))

    def close_quiet(self, ids: Sequence[int]) -> Done[tuple[int, ...]]:
        """Close these as No reply, in one step; each keeps its stage."""
        return self.close_many(ids, Outcome.NO_REPLY)

    def _record(self, application_id: int, plan: steps.Plan, label: str) -> Done[int]:
        with self._db.write(label) as tx:
            steps.record(tx.session, application_id, plan, self._clock.now())
        return done(application_id, tx)

    def _record_many(
        self, ids: Sequence[int], plan: steps.Plan, label: str
    ) -> Done[tuple[int, ...]]:
        with self._db.write(label) as tx:
            known = applications.known(tx.session, ids)
            steps.record_many(tx.session, known, plan, self._clock.now())
        return done(tuple(known), tx)

    def _moment(self, on: date | None = None) -> Moment:
        """This moment; InvalidInputError where a day that was said is still to come."""
        refuse_to_come(on, self._clock.today())
        return Moment(self._clock.now(), self._clock.today())


def _count(ids: Sequence[int]) -> str:
    return "1 application" if len(ids) == 1 else f"{len(ids):,} applications"


def _said(text: str, field: str) -> str:
    """The words exactly as typed; InvalidInputError where they say nothing."""
    required_text(text, field)
    return text


def _past_value(kind: EventKind, value: str) -> str:
    match kind:
        case EventKind.STAGE:
            return stage_from(value).value
        case EventKind.OUTCOME:
            return outcome_from(value).value
        case EventKind.REOPENED | EventKind.INTERVIEW | EventKind.NOTE:
            return ""
        case _:
            raise InvalidInputError(
                f"“{kind}” cannot be logged as history. Use one of: stage, outcome, reopened, "
                "interview, note.",
                field="kind",
            )


def _refuse_interview(event: Event) -> None:
    if event.interview_id is not None:
        raise InvalidInputError(
            f"Event {event.id} is an interview's. Nothing was changed. "
            "Edit or delete the interview itself."
        )
