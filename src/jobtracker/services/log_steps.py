"""What one step writes to a log, inside a transaction that somebody else opened.

Whoever appends events goes through here, for the standing is written beside them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from jobtracker.domain import recording
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.events import Event, EventKind, Standing, changing, project
from jobtracker.domain.recording import Moment
from jobtracker.domain.stages import Stage
from jobtracker.storage import applications, events

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Plan = Callable[[Sequence[Event]], Sequence[Event]]
"""From a log as it is to the events to append: the functions of `domain.recording`."""

_AT_A_TIME = 2000


def opening(fields: ApplicationFields, today: date) -> list[Event]:
    """The first events of an application: added, and applied where it was.

    Raises InvalidInputError for a saved one with a date of applying, and for one to come.
    """
    stage, applied_on = fields.get("stage", Stage.SAVED), fields.get("applied_on")
    recording.refuse_to_come(applied_on, today, "applied_on")
    if applied_on is not None and "stage" not in fields:
        stage = Stage.APPLIED
    if applied_on is not None and stage is Stage.SAVED:
        raise InvalidInputError(
            "A saved application has no date of applying yet; nothing was added. "
            "Leave the date out or choose another stage.",
            field="applied_on",
        )
    if applied_on is None and stage is Stage.APPLIED:
        applied_on = today
    log = [Event(EventKind.ADDED, today, to_value=stage.value)]
    if applied_on is not None:
        log.append(Event(EventKind.APPLIED, applied_on, to_value=applied_on.isoformat()))
    return log


def append(session: "Session", application_id: int, steps: Iterable[Event], now: datetime) -> None:
    """Append those events that change something, and write the new standing beside."""
    record(session, application_id, lambda log: changing(log, steps), now)


def record(session: "Session", application_id: int, plan: Plan, now: datetime) -> None:
    """Append what the plan makes of the log, and write the new standing beside.

    Raises NotFoundError where the application is gone.
    """
    record_many(session, [application_id], plan, now)


def record_many(session: "Session", ids: Sequence[int], plan: Plan, now: datetime) -> None:
    """The same for each of these applications, in a fixed number of statements for thousands."""
    standings: dict[int, Standing] = {}
    for start in range(0, len(ids), _AT_A_TIME):
        logs = events.of(session, ids[start : start + _AT_A_TIME])
        planned = {key: plan(log or _missing(session, key)) for key, log in logs.items()}
        new = {key: steps for key, steps in planned.items() if steps}
        events.append_many(session, new, now)
        standings |= {key: project([*logs[key], *steps]) for key, steps in new.items()}
    if standings:
        applications.set_standings(session, standings, now)


def _missing(session: "Session", application_id: int) -> list[Event]:
    """No application is without events: this one is gone."""
    applications.id_of(session, str(application_id))
    return []


def move(
    session: "Session", application_id: int, stage: Stage, on: date | None, at: Moment
) -> None:
    """Put an application into a stage, as a step of something larger."""
    record(session, application_id, lambda log: recording.moving(log, stage, on, at), at.now)


def set_applied(session: "Session", application_id: int, on: date | None, at: Moment) -> None:
    """Set the day of applying; None takes it away."""
    record(session, application_id, lambda log: recording.applying(log, on, at), at.now)


def redate(session: "Session", event_id: int, on: date, at: Moment) -> None:
    """Correct the day of an event whose record was moved: an interview, say."""
    key = events.application_of(session, event_id)
    record(session, key, lambda log: recording.moved_day(log, event_id, on, at), at.now)


def retract(session: "Session", event_id: int, at: Moment) -> None:
    """Take an event back: that of an interview that is deleted."""
    key = events.application_of(session, event_id)
    record(session, key, lambda log: recording.retracting(log, event_id, at), at.now)
