"""The event log of an application, and what follows from it.

Events are append-only, corrections too: they name the event they correct. Stage, outcome and
their dates are never set on their own: they are the fold of the log (`project`), kept as columns
only so that lists are fast.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.stages import Outcome, Stage, order, outcome_name, stage_name


class EventKind(StrEnum):
    ADDED = "added"
    APPLIED = "applied"
    STAGE = "stage"
    OUTCOME = "outcome"
    REOPENED = "reopened"
    NOTE = "note"
    LETTER = "letter"
    INTERVIEW = "interview"
    OFFER = "offer"
    MESSAGE = "message"
    RETRACTED = "retracted"
    DATED = "dated"
    REWORDED = "reworded"


CORRECTIONS = frozenset({EventKind.RETRACTED, EventKind.DATED, EventKind.REWORDED})

CONTACTS = frozenset(
    {
        EventKind.APPLIED,
        EventKind.STAGE,
        EventKind.LETTER,
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.MESSAGE,
    }
)
"""What passes between the two sides; silence counts from the newest of them."""

_SETTING = frozenset({EventKind.STAGE, EventKind.OUTCOME, EventKind.REOPENED})

INCOMING, OUTGOING = "in", "out"
"""Where a MESSAGE went: its `from_value`."""


class Event(NamedTuple):
    """One dated fact. `from_value` and `to_value` are stages or outcomes by their kind.

    Of an APPLIED event `to_value` is the date, empty where it was taken back; of a MESSAGE
    `from_value` is INCOMING or OUTGOING and `to_value` a channel or ""; of a DATED correction
    `to_value` is the right day, of a REWORDED one `text` the right words. `target` is the id of
    the event a correction is about, which may be a correction too. `id` is 0 until stored,
    `recorded_at` a moment as ISO text in UTC.
    """

    kind: EventKind
    on: date
    from_value: str = ""
    to_value: str = ""
    text: str = ""
    id: int = 0
    target: int | None = None
    interview_id: int | None = None
    offer_id: int | None = None
    recorded_at: str = ""


class Standing(NamedTuple):
    """Where an application stands, as its log tells.

    `last_on` is the day of the newest event, `contact_on` that of the newest contact; where
    there was none yet, the day it was added.
    """

    stage: Stage
    since: date
    applied_on: date | None
    outcome: Outcome | None
    closed_on: date | None
    last_on: date
    contact_on: date


class Folded(NamedTuple):
    """A standing with the events that its stage and its outcome come from. No event that sets
    either is later than `settled_on`.
    """

    standing: Standing
    stage_by: Event
    outcome_by: Event | None
    settled_on: date


def effective(events: Iterable[Event]) -> list[Event]:
    """What the log says once its corrections are heeded, in the order recorded.

    Retracted events are left out (an ADDED one never is), days and texts are the corrected
    ones, and the corrections themselves are gone. The newest correction of a thing counts.
    """
    log = list(events)
    gone: set[int | None] = set()
    days: dict[int | None, date] = {}
    texts: dict[int | None, str] = {}
    for event in reversed(log):
        if event.kind not in CORRECTIONS or event.id in gone:
            continue
        if event.kind is EventKind.RETRACTED:
            gone.add(event.target)
        elif event.kind is EventKind.DATED:
            days.setdefault(event.target, date.fromisoformat(event.to_value))
        else:
            texts.setdefault(event.target, event.text)
    facts = [event for event in log if event.kind not in CORRECTIONS]
    if not (gone or days or texts):
        return facts
    kept = (e for e in facts if not e.id or e.id not in gone or e.kind is EventKind.ADDED)
    return [_corrected(event, days, texts) for event in kept]


def _corrected(event: Event, days: dict[int | None, date], texts: dict[int | None, str]) -> Event:
    if not event.id:
        return event
    on = days.get(event.id, event.on)
    stated = event.kind is EventKind.APPLIED and event.to_value and event.id in days
    to_value = on.isoformat() if stated else event.to_value
    return event._replace(on=on, to_value=to_value, text=texts.get(event.id, event.text))


def by_day(log: Sequence[Event]) -> list[tuple[int, Event]]:
    """The events of an effective log by their days, each with its place in the order recorded:
    ADDED first, then those of a day as they were recorded.
    """
    return [(0, log[0]), *sorted(enumerate(log[1:], start=1), key=lambda pair: pair[1].on)]


def project(events: Iterable[Event]) -> Standing:
    """The standing after these events, in the order they were recorded.

    The first must be the ADDED event. Raises ValueError where it isn't.
    """
    return fold(events).standing


def fold(events: Iterable[Event]) -> Folded:
    """The same with the events behind it."""
    log = effective(events)
    if not log or log[0].kind is not EventKind.ADDED:
        raise ValueError("a log starts with an ADDED event")
    days = by_day(log)
    stage, since, stage_by = _stage(days, _stated_day(log))
    outcome_by = _ending(days)
    standing = Standing(
        stage,
        since,
        None if stage is Stage.SAVED else _applied_on(log),
        Outcome(outcome_by.to_value) if outcome_by else None,
        outcome_by.on if outcome_by else None,
        max(event.on for event in log),
        max((event.on for event in log if event.kind in CONTACTS), default=log[0].on),
    )
    settled_on = max([since, *(event.on for event in log if event.kind in _SETTING)])
    return Folded(standing, stage_by, outcome_by, settled_on)


def _stated_day(log: Iterable[Event]) -> date | None:
    """The day of applying as it was said last, apart from moves."""
    day = None
    for event in log:
        if event.kind is EventKind.APPLIED:
            day = date.fromisoformat(event.to_value) if event.to_value else None
    return day


def _stage(days: Iterable[tuple[int, Event]], stated: date | None) -> tuple[Stage, date, Event]:
    """The stage, its first day and the event that set it.

    ADDED says where it stood that day, and for Applied the stated day since when. What happened
    before changes that only where it got further: the rest is history.
    """
    (_, by), *rest = days
    stage, since, known_on = Stage(by.to_value), by.on, by.on
    if stage is Stage.APPLIED and stated is not None:
        since = min(since, stated)
    for _, event in rest:
        if event.kind is not EventKind.STAGE or event.to_value == stage:
            continue
        new = Stage(event.to_value)
        if event.on >= known_on or order(new) > order(stage):
            stage, since, known_on, by = new, event.on, event.on, event
    return stage, since, by


def _applied_on(log: Iterable[Event]) -> date | None:
    """The day as stated or, unless it was, that of moving to Applied; going back to Saved
    takes it away.
    """
    day: date | None = None
    for event in log:
        if event.kind is EventKind.APPLIED:
            day = date.fromisoformat(event.to_value) if event.to_value else None
        elif event.kind in (EventKind.ADDED, EventKind.STAGE):
            if event.to_value == Stage.APPLIED and day is None:
                day = event.on
            elif event.to_value == Stage.SAVED and day is not None and event.on >= day:
                day = None
    return day


def _ending(days: Iterable[tuple[int, Event]]) -> Event | None:
    """The OUTCOME event in force: the last, unless something later reopened it.

    Later by its day and in the recording: an interview that was planned when the refusal came
    reopens nothing.
    """
    ending: Event | None = None
    closed_at = 0
    for place, event in days:
        if event.kind is EventKind.OUTCOME:
            ending, closed_at = event, place
        elif ending is not None and place > closed_at and _reopens(event, ending.to_value):
            ending = None
    return ending


def _reopens(event: Event, outcome: str) -> bool:
    """Whether such an event, coming after such an end, opens the application again.

    A message answers No reply; after any other end it may as well be a kind word.
    """
    match event.kind:
        case EventKind.REOPENED | EventKind.STAGE:
            return True
        case EventKind.INTERVIEW | EventKind.OFFER:
            return outcome != Outcome.ACCEPTED
        case EventKind.MESSAGE:
            return event.from_value == INCOMING and outcome == Outcome.NO_REPLY
        case _:
            return False


def changing(log: Sequence[Event], steps: Iterable[Event]) -> list[Event]:
    """Those of `steps` that change something after `log`, each with what it changes from.

    Without a log the first step begins it.
    """
    whole = list(log)
    kept: list[Event] = []
    for step in steps:
        event = _with_origin(step, project(whole)) if whole else step
        if event is not None:
            kept.append(event)
            whole.append(event)
    return kept


def _with_origin(event: Event, standing: Standing) -> Event | None:
    """The event with what it changes from; None where it would change nothing."""
    outcome = standing.outcome.value if standing.outcome else ""
    origin: str | None = {
        EventKind.STAGE: standing.stage.value,
        EventKind.OUTCOME: outcome,
        EventKind.REOPENED: outcome,
        EventKind.APPLIED: standing.applied_on.isoformat() if standing.applied_on else "",
    }.get(event.kind)
    if origin is None:
        return event
    return None if origin == event.to_value else event._replace(from_value=origin)


_BY_CHANNEL = {
    "portal": " through the portal",
    "mail": " by mail",
    "referral": " through a referral",
    "agency": " through an agency",
    "in_person": " in person",
    "phone": " by phone",
}
_PLAIN = {
    EventKind.REOPENED: "Reopened",
    EventKind.NOTE: "Note",
    EventKind.LETTER: "Letter sent",
    EventKind.INTERVIEW: "Interview",
    EventKind.OFFER: "Offer received",
    EventKind.RETRACTED: "Taken back",
    EventKind.REWORDED: "Words corrected",
}


def sentence(event: Event) -> str:
    """The event as its line in the activity list: "Stage set to Interview"."""
    match event.kind:
        case EventKind.ADDED:
            words = f"Added as {stage_name(Stage(event.to_value))}"
        case EventKind.APPLIED:
            words = "Applied" if event.to_value else "Date of applying removed"
        case EventKind.STAGE:
            words = f"Stage set to {stage_name(Stage(event.to_value))}"
        case EventKind.OUTCOME:
            words = f"Closed: {outcome_name(Outcome(event.to_value))}"
        case EventKind.MESSAGE:
            done = "received" if event.from_value == INCOMING else "sent"
            words = f"Message {done}{_BY_CHANNEL.get(event.to_value, '')}"
        case EventKind.DATED:
            words = f"Date corrected to {event.to_value}"
        case kind:
            words = _PLAIN[kind]
    return words


def activity(events: Iterable[Event]) -> list[Event]:
    """What happened, corrections heeded, by day and those of a day as they were recorded: what a
    person is shown of the log. What came before it was added stands before that.
    """
    return sorted(effective(events), key=lambda event: event.on)
