"""What one remembers of a company: computed from the logs of its applications alone."""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter

from jobtracker.domain.companies import Memory
from jobtracker.domain.events import INCOMING, Event, EventKind, effective, project
from jobtracker.domain.funnel import reached
from jobtracker.domain.stages import Outcome, Stage, order

_ANSWERED = frozenset(
    {Outcome.ACCEPTED, Outcome.DECLINED, Outcome.REJECTED, Outcome.POSITION_CLOSED}
)
"""The ends that a company has a say in."""


def remembered(logs: Iterable[Sequence[Event]]) -> Memory:
    """The memory of a company from the whole log of each application there."""
    whole = list(logs)
    furthest = [order(reached(log)) for log in whole]
    sent = ((day, log) for log in whole if (day := project(log).applied_on))
    applied = sorted(sent, key=itemgetter(0))
    days = [reply_after(log, day) for day, log in applied]
    replies = sum(is_answered(log, day) for day, log in applied)
    dated = tuple(known for known in days if known is not None)
    return Memory(
        applications=len(whole),
        applied=len(applied),
        first_reply_days=dated,
        undated_replies=replies - len(dated),
        interviewed=sum(stage >= order(Stage.INTERVIEW) for stage in furthest),
        offers=sum(stage >= order(Stage.OFFER) for stage in furthest),
        last_applied_on=applied[-1][0] if applied else None,
    )


def reply_after(log: Iterable[Event], applied_on: date) -> int | None:
    """The days from applying to the first answer; None where there is none, or none of a known
    day.

    An answer is an incoming message, a stage after Applied, an interview, an offer, or an end
    that the company has a say in. That of an interview came when it was arranged; what was
    added in a later stage was answered some day before.
    """
    answers = _answers(log, applied_on)
    days = [_answered_on(event) for event in answers if event.kind is not EventKind.ADDED]
    unknown = [event.on for event in answers if event.kind is EventKind.ADDED]
    if not days or (unknown and min(unknown) <= min(days)):
        return None
    return (max(min(days), applied_on) - applied_on).days


def is_answered(log: Iterable[Event], applied_on: date) -> bool:
    """Whether there is an answer at all, of a known day or not."""
    return bool(_answers(log, applied_on))


def _answers(log: Iterable[Event], applied_on: date) -> list[Event]:
    return [event for event in effective(log) if event.on >= applied_on and _is_reply(event)]


def _answered_on(event: Event) -> date:
    if event.kind is EventKind.INTERVIEW and event.recorded_at:
        return min(event.on, date.fromisoformat(event.recorded_at[:10]))
    return event.on


def _is_reply(event: Event) -> bool:
    match event.kind:
        case EventKind.MESSAGE:
            return event.from_value == INCOMING
        case EventKind.ADDED | EventKind.STAGE:
            return order(Stage(event.to_value)) > order(Stage.APPLIED)
        case EventKind.INTERVIEW | EventKind.OFFER:
            return True
        case EventKind.OUTCOME:
            return Outcome(event.to_value) in _ANSWERED
        case _:
            return False
