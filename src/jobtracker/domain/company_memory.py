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
    applied = [(day, reply_after(log, day)) for log in whole if (day := project(log).applied_on)]
    applied.sort(key=itemgetter(0))
    return Memory(
        applications=len(whole),
        applied=len(applied),
        first_reply_days=tuple(days for _, days in applied if days is not None),
        interviewed=sum(stage >= order(Stage.INTERVIEW) for stage in furthest),
        offers=sum(stage >= order(Stage.OFFER) for stage in furthest),
        last_applied_on=applied[-1][0] if applied else None,
    )


def reply_after(log: Iterable[Event], applied_on: date) -> int | None:
    """The days from applying to the first answer; None where there is none.

    An answer is an incoming message, a stage after Applied, an interview, an offer, or an end
    that the company has a say in. That of an interview came when it was arranged.
    """
    answers = (event for event in effective(log) if event.on >= applied_on and _is_reply(event))
    days = [max(_answered_on(event), applied_on) for event in answers]
    return (min(days) - applied_on).days if days else None


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
