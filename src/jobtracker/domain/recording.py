"""What to add to a log when a person moves, closes or corrects: rules, apart from any file.

Every function takes the log as stored and gives the events to append to it, none where nothing
would change. A day that is not said is today, or the day of what is there already where that
is later: a clock that goes back blocks nobody.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import (
    CORRECTIONS,
    Event,
    EventKind,
    Folded,
    Standing,
    effective,
    fold,
    project,
)
from jobtracker.domain.stages import Outcome, Stage, order, outcome_name, stage_name

SLIP = timedelta(hours=1)
"""A move that is taken back within this time was a slip, and never happened."""

Log = Sequence[Event]


class Moment(NamedTuple):
    """When something is recorded: the moment in UTC, and the person's day."""

    now: datetime
    today: date


def refuse_to_come(on: date | None, today: date, field: str = "on") -> None:
    """Raises InvalidInputError for a day after today: what is recorded has happened."""
    if on is not None and on > today:
        raise InvalidInputError(
            f"{on} is still to come; nothing was changed. Name a day up to today, {today}.",
            field=field,
        )


def moving(log: Log, stage: Stage, on: date | None, at: Moment) -> list[Event]:
    """Be open, in this stage, since `on`.

    Moving back soon after a slip takes the later stage back. In the stage already, another day
    corrects the day it was reached. Raises InvalidInputError for a day before the present
    stage's, unless it stood in an earlier one when it was added.
    """
    before = fold(log)
    if before.standing.stage is stage:
        return _staying(log, before, on, at)
    steps = [] if on else _slips_back(log, before, stage, at)
    folded = fold([*log, *steps]) if steps else before
    standing, day = folded.standing, on or max(at.today, folded.settled_on)
    if standing.stage is not stage:
        steps.append(Event(EventKind.STAGE, day, standing.stage.value, stage.value))
    elif standing.outcome is not None:
        steps.append(Event(EventKind.REOPENED, day, standing.outcome.value))
    if on is not None:
        after = project([*log, *steps])
        if after.stage is not stage or after.outcome is not None:
            raise _too_early(before.standing, stage)
    return steps


def _staying(log: Log, before: Folded, on: date | None, at: Moment) -> list[Event]:
    standing, by = before.standing, before.stage_by
    if standing.outcome is not None:
        return _reopened(before, on, at)
    if on is None or on == standing.since:
        return []
    if standing.stage is Stage.APPLIED and by.kind is EventKind.ADDED:
        return applying(log, on, at)
    return redating(log, by.id, on, at)


def _slips_back(log: Log, before: Folded, stage: Stage, at: Moment) -> list[Event]:
    """Take back the later stages that were set just now."""
    steps: list[Event] = []
    folded = before
    while order(folded.standing.stage) > order(stage) and _just_now(folded.stage_by, at):
        steps.append(Event(EventKind.RETRACTED, at.today, target=folded.stage_by.id))
        folded = fold([*log, *steps])
    return steps


def _just_now(event: Event, at: Moment) -> bool:
    if event.kind is not EventKind.STAGE or not event.id or not event.recorded_at:
        return False
    return abs(at.now - datetime.fromisoformat(event.recorded_at)) <= SLIP


def _dated(event: Event, day: date, at: Moment) -> Event:
    return Event(EventKind.DATED, at.today, event.on.isoformat(), day.isoformat(), target=event.id)


def _too_early(standing: Standing, stage: Stage | None = None) -> InvalidInputError:
    """The refusal of a day that lies before the standing's, which `stage` can be logged on."""
    reached = f"{stage_name(standing.stage)} since {standing.since}"
    if standing.closed_on and standing.outcome:
        reached += f" and closed ({outcome_name(standing.outcome)}) on {standing.closed_on}"
    history = f", or log it as history: event ID stage {stage.value} --on DAY" if stage else ""
    return InvalidInputError(
        f"That day lies before what is known: {reached}. Nothing was changed. Correct that day "
        f"first{history}.",
        field="on",
    )


def closing(
    log: Log, outcome: Outcome, on: date | None, at: Moment, reason: str = ""
) -> list[Event]:
    """Record how it ended; the stage reached stays.

    Ended so already, another day or reason corrects the known one. Another outcome with an
    earlier day takes the known one's place. Raises InvalidInputError for a day before the
    stage's, unless it stood there when it was added.
    """
    standing, by, known, settled_on = fold(log)
    if on is not None and on < standing.since and by.kind is not EventKind.ADDED:
        raise _too_early(standing)
    if known is not None and standing.outcome is outcome:
        steps = [] if on in (None, known.on) else [_dated(known, on or known.on, at)]
        if reason and reason != known.text:
            steps.append(Event(EventKind.REWORDED, at.today, text=reason, target=known.id))
        return steps
    steps = []
    if known is not None and on is not None and on < known.on:
        steps.append(Event(EventKind.RETRACTED, at.today, target=known.id))
    before = standing.outcome.value if standing.outcome else ""
    day = on or max(at.today, settled_on)
    return [*steps, Event(EventKind.OUTCOME, day, before, outcome.value, reason)]


def reopening(log: Log, on: date | None, at: Moment) -> list[Event]:
    """Open it again, in the stage it had reached. Raises InvalidInputError for a day before it
    was closed.
    """
    return _reopened(fold(log), on, at)


def _reopened(before: Folded, on: date | None, at: Moment) -> list[Event]:
    standing = before.standing
    if standing.outcome is None or standing.closed_on is None:
        return []
    day = on or max(at.today, before.settled_on)
    if day < standing.closed_on:
        raise _too_early(standing)
    return [Event(EventKind.REOPENED, day, standing.outcome.value)]


def applying(log: Log, on: date | None, at: Moment) -> list[Event]:
    """Set the day of applying; None takes it away. A saved application is applied by it."""
    standing, *_, settled_on = fold(log)
    if standing.applied_on == on or (on is None and standing.stage is Stage.SAVED):
        return []
    if on is None:
        known = standing.applied_on.isoformat() if standing.applied_on else ""
        return [Event(EventKind.APPLIED, at.today, known)]
    if standing.stage is Stage.SAVED:
        stage = Event(EventKind.STAGE, on, standing.stage.value, Stage.APPLIED.value)
        if project([*log, stage]).stage is not Stage.APPLIED:
            stage = stage._replace(on=max(at.today, settled_on))
        said = project([*log, stage]).applied_on == on
        return [stage] if said else [stage, _stated(on, standing)]
    source = _applied_by(log)
    if source is not None:
        steps = [_dated(source, on, at)]
        after = project([*log, *steps])
        if (after.stage, after.outcome, after.applied_on) == (standing.stage, standing.outcome, on):
            return steps
    return [_stated(on, standing)]


def _stated(on: date, standing: Standing) -> Event:
    known = standing.applied_on.isoformat() if standing.applied_on else ""
    return Event(EventKind.APPLIED, on, known, on.isoformat())


def _applied_by(log: Log) -> Event | None:
    """The event that the day of applying comes from."""
    known = effective(log)
    stated = [event for event in known if event.kind is EventKind.APPLIED and event.to_value]
    if stated:
        return stated[-1]
    moves = (e for e in known if e.kind is EventKind.STAGE and e.to_value == Stage.APPLIED)
    return next(moves, None)


def offered(log: Log, event: Event) -> list[Event]:
    """Record an OFFER event, and stand at Offer since its day or that of the present stage.

    An application whose job was accepted stays so.
    """
    standing, *_, settled_on = fold(log)
    if standing.stage is Stage.OFFER or standing.outcome is Outcome.ACCEPTED:
        return [event]
    day = max(event.on, settled_on)
    return [event, Event(EventKind.STAGE, day, standing.stage.value, Stage.OFFER.value)]


def past(log: Log, event: Event) -> list[Event]:
    """Log something that happened earlier. Raises InvalidInputError where it would change the
    stage or the outcome of today, and for reopening what was not closed then.
    """
    if event.kind is EventKind.REOPENED and not _was_closed(log, event.on):
        raise InvalidInputError(
            f"On {event.on} it was not closed, so it could not open again. Nothing was changed. "
            "Name a day after it was closed.",
            field="on",
        )
    before, after = project(log), project([*log, event])
    if (before.stage, before.outcome) != (after.stage, after.outcome):
        raise InvalidInputError(
            f"On {event.on} that would change where the application stands today, and history "
            "doesn't. Nothing was changed. Move or close it instead.",
            field="on",
        )
    return [event]


def _was_closed(log: Log, on: date) -> bool:
    """Whether it was closed on that day, as the log has it now."""
    known = effective(log)
    until = [e for e in known if e.kind is EventKind.ADDED or e.on <= on]
    return project(until).outcome is not None


def retracting(log: Log, event_id: int, at: Moment) -> list[Event]:
    """Take an event back: it never happened; of a correction, it was right before.

    Raises NotFoundError, and InvalidInputError for the event that began the log.
    """
    event = find(log, event_id)
    if event.kind is EventKind.ADDED:
        raise InvalidInputError(
            "An application was added, that can't be taken back. Delete the application instead."
        )
    if event.kind not in CORRECTIONS and event_id not in {one.id for one in effective(log)}:
        return []
    return [Event(EventKind.RETRACTED, at.today, target=event_id)]


def redating(log: Log, event_id: int, on: date, at: Moment) -> list[Event]:
    """Give an event another day. Raises NotFoundError, and InvalidInputError where the order of
    the days would then tell of another stage or outcome than today's.
    """
    steps = moved_day(log, event_id, on, at)
    before, after = project(log), project([*log, *steps])
    if (before.stage, before.outcome) != (after.stage, after.outcome):
        raise InvalidInputError(
            f"With {on} the days would tell that it stands elsewhere today. Nothing was changed. "
            "Correct the other days first, or move it.",
            field="on",
        )
    return steps


def moved_day(log: Log, event_id: int, on: date, at: Moment) -> list[Event]:
    """The same whatever follows from it: an interview is on the day it is on."""
    event = _correctable(log, event_id)
    return [] if event.on == on else [_dated(event, on, at)]


def rewording(log: Log, event_id: int, text: str, at: Moment) -> list[Event]:
    """Give an event other words: a note's text, a reason. Raises NotFoundError."""
    event = _correctable(log, event_id)
    if event.text == text:
        return []
    return [Event(EventKind.REWORDED, at.today, text=text, target=event_id)]


def find(log: Log, event_id: int) -> Event:
    for event in log:
        if event.id == event_id:
            return event
    raise NotFoundError(f"There is no event {event_id} in this history. Show it to see its events.")


def _correctable(log: Log, event_id: int) -> Event:
    """The event as corrected so far."""
    find(log, event_id)
    for event in effective(log):
        if event.id == event_id:
            return event
    raise InvalidInputError(
        f"Event {event_id} was taken back or is a correction itself. Nothing was changed. "
        "Take the correction back instead."
    )
