"""The event log of an application, and what follows from it.

Events are append-only. Stage, outcome and their dates are never set on their own: they are
the fold of the log (`project`), kept as columns only so that lists are fast.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.stages import Outcome, Stage, outcome_name, stage_name


class EventKind(StrEnum):
    ADDED = "added"
    APPLIED = "applied"
    STAGE = "stage"
    OUTCOME = "outcome"
    REOPENED = "reopened"
    NOTE = "note"
    LETTER = "letter"


class Event(NamedTuple):
    """One dated fact. `from_value` and `to_value` are stages or outcomes by their kind;
    of an APPLIED event `to_value` is the date, empty where it was taken back.
    """

    kind: EventKind
    on: date
    from_value: str = ""
    to_value: str = ""
    text: str = ""
    id: int = 0


class Standing(NamedTuple):
    """Where an application stands, as its log tells."""

    stage: Stage
    since: date
    applied_on: date | None
    outcome: Outcome | None
    closed_on: date | None


def project(events: Iterable[Event]) -> Standing:
    """The standing after these events, in the order they were recorded.

    The first must be the ADDED event. Raises ValueError where it isn't.
    """
    standing: Standing | None = None
    for event in events:
        standing = _started(event) if standing is None else _after(standing, event)
    if standing is None:
        raise ValueError("a log starts with an ADDED event")
    return standing


def changing(log: Sequence[Event], steps: Iterable[Event]) -> list[Event]:
    """Those of `steps` that change something after `log`, each with what it changes from.

    Without a log the first step begins it.
    """
    standing = project(log) if log else None
    kept: list[Event] = []
    for step in steps:
        event = step if standing is None else _with_origin(step, standing)
        if event is not None:
            kept.append(event)
            standing = _started(event) if standing is None else _after(standing, event)
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


def _started(event: Event) -> Standing:
    if event.kind is not EventKind.ADDED:
        raise ValueError("a log starts with an ADDED event")
    return Standing(Stage(event.to_value), event.on, None, None, None)


def _after(standing: Standing, event: Event) -> Standing:
    match event.kind:
        case EventKind.APPLIED:
            return _applied(standing, event)
        case EventKind.STAGE if event.to_value != standing.stage:
            stage = Stage(event.to_value)
            first = stage is Stage.APPLIED and standing.applied_on is None
            applied_on = event.on if first else standing.applied_on
            return standing._replace(stage=stage, since=event.on, applied_on=applied_on)
        case EventKind.OUTCOME if event.to_value != standing.outcome:
            return standing._replace(outcome=Outcome(event.to_value), closed_on=event.on)
        case EventKind.REOPENED:
            return standing._replace(outcome=None, closed_on=None)
        case _:
            return standing


def _applied(standing: Standing, event: Event) -> Standing:
    applied_on = date.fromisoformat(event.to_value) if event.to_value else None
    since = applied_on if applied_on and standing.stage is Stage.APPLIED else standing.since
    return standing._replace(applied_on=applied_on, since=since)


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
        case EventKind.LETTER:
            words = "Letter exported"
        case EventKind.REOPENED | EventKind.NOTE:
            words = event.kind.value.capitalize()
    return words
