"""An application: a company, a role, and everything else optional."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypedDict

from jobtracker.domain.companies import Company, Memory
from jobtracker.domain.contacts import LinkedContact
from jobtracker.domain.documents import Document
from jobtracker.domain.events import Event
from jobtracker.domain.interviews import Interview
from jobtracker.domain.pay import Pay
from jobtracker.domain.position import Position
from jobtracker.domain.profiles import Benchmark
from jobtracker.domain.silence import Silence
from jobtracker.domain.stages import Outcome, Stage


class ApplicationFields(TypedDict, total=False):
    """What a person may set, when adding or editing; a missing key is left as it is.

    `pay` and `ask` are text as people write it. `profile` is a title, id, uid or library key,
    or "" for none; `level` picks the range of that profile. `work_mode`, `employment_type`,
    `channel` and `waiting_on` are values of `domain.facts` or "". `tags` are all of them;
    `custom` maps names of a person's own fields to values as typed, "" for none.
    """

    company: str
    role: str
    stage: Stage
    applied_on: date | None
    location: str
    country: str
    work_mode: str
    days_on_site: int | None
    employment_type: str
    level: str
    url: str
    apply_url: str
    reference: str
    posting: str
    source: str
    channel: str
    posted_on: date | None
    deadline: date | None
    pay: str
    ask: str
    excitement: int | None
    tags: tuple[str, ...]
    next_action: str
    next_action_on: date | None
    waiting_on: str
    promised_on: date | None
    notes: str
    on_hold: bool
    archived: bool
    profile: str
    custom: Mapping[str, str]


class Application(NamedTuple):
    """The record itself, without what hangs on it. `last_on` is the day of the newest event,
    `contact_on` that of the newest between the two sides (a note is not).
    """

    id: int
    uid: str
    company: str
    role: str
    stage: Stage
    since: date
    outcome: Outcome | None
    closed_on: date | None
    applied_on: date | None
    last_on: date
    contact_on: date
    location: str
    country: str
    work_mode: str
    days_on_site: int | None
    employment_type: str
    level: str
    url: str
    apply_url: str
    reference: str
    source: str
    channel: str
    posted_on: date | None
    deadline: date | None
    pay: Pay
    ask: Pay
    excitement: int | None
    posting: str
    posting_captured_on: date | None
    notes: str
    next_action: str
    next_action_on: date | None
    waiting_on: str
    promised_on: date | None
    on_hold: bool
    archived: bool


class LinkedProfile(NamedTuple):
    """A reference role of an application, or one proposed for it with the reason in `why`."""

    id: int
    title: str
    level: str
    why: str = ""


class LetterLine(NamedTuple):
    """A letter as a line on its application; `sent_on` is the day a version left the app."""

    id: int
    name: str
    updated_at: str
    sent_on: date | None = None


class Offer(NamedTuple):
    id: int
    received_on: date
    pay: Pay
    notes: str = ""


class CustomValue(NamedTuple):
    """A field of a person's own with its value here; `kind` as in `services.custom_fields`."""

    field_id: int
    name: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """Everything about one application, ready to show.

    `events` are its activity by day, corrections heeded; `log` is all of it as recorded.
    `custom` names every field a person made, those without a value here too. `offers` are
    newest first, `interviews` in the order of their start.
    """

    record: Application
    profile: LinkedProfile | None
    benchmark: Benchmark | None
    position: Position
    events: tuple[Event, ...]
    letters: tuple[LetterLine, ...]
    company: Company
    memory: Memory
    silence: Silence | None = None
    tags: tuple[str, ...] = ()
    contacts: tuple[LinkedContact, ...] = ()
    interviews: tuple[Interview, ...] = ()
    documents: tuple[Document, ...] = ()
    offers: tuple[Offer, ...] = ()
    custom: tuple[CustomValue, ...] = ()
    log: tuple[Event, ...] = ()
