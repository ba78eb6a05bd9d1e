"""An application: a company, a role, and everything else optional."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypedDict

from jobtracker.domain.events import Event
from jobtracker.domain.pay import Pay, Position
from jobtracker.domain.profiles import Benchmark
from jobtracker.domain.stages import Outcome, Stage


class ApplicationFields(TypedDict, total=False):
    """What a person may set, when adding or editing; a missing key is left as it is.

    `pay` is text as people write it. `profile` is a title, id, uid or library key, or "" for
    none; `level` picks the range of that profile.
    """

    company: str
    role: str
    stage: Stage
    applied_on: date | None
    location: str
    url: str
    pay: str
    profile: str
    level: str
    posting: str
    notes: str
    next_action: str
    next_action_on: date | None


class Application(NamedTuple):
    """The record itself, without what hangs on it."""

    id: int
    uid: str
    company: str
    role: str
    stage: Stage
    since: date
    outcome: Outcome | None
    closed_on: date | None
    applied_on: date | None
    location: str
    url: str
    pay: Pay
    posting: str
    notes: str
    next_action: str
    next_action_on: date | None


class LinkedProfile(NamedTuple):
    id: int
    title: str
    level: str


class LetterLine(NamedTuple):
    """A letter as a line on its application."""

    id: int
    name: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Everything about one application, ready to show."""

    record: Application
    profile: LinkedProfile | None
    benchmark: Benchmark | None
    position: Position
    events: tuple[Event, ...]
    letters: tuple[LetterLine, ...]
