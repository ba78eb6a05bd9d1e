"""The made-up search of `resources/sample/applications.toml`, as checked records.

Days are counted from the day the sample is filled in: -3 is three days before, 0 that day.
"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from jobtracker.domain.blocks import BlockPurpose
from jobtracker.domain.facts import Channel, EmploymentType, Waiting, WorkMode
from jobtracker.domain.interviews import InterviewKind, InterviewResult
from jobtracker.domain.stages import Outcome, Stage

Day = Annotated[int, Field(ge=-120, le=60)]


class SampleRecord(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SampleEvent(SampleRecord):
    """What happened on a day: a stage reached, a note written, an answer, the end with its
    reason, or some of them.
    """

    day: Day
    stage: Stage | None = None
    note: str = ""
    heard: str = ""
    sent: str = ""
    channel: Channel = Channel.MAIL
    outcome: Outcome | None = None
    reason: str = ""


class SampleLetter(SampleRecord):
    """A letter from a bundled template's key; `values` are those typed for it, `sent_day` the
    day it left.
    """

    template: str
    values: dict[str, str] = {}
    sent_day: Day | None = None


class SampleContact(SampleRecord):
    """Somebody at the company, and their part in the application."""

    name: str
    part: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


class SampleInterview(SampleRecord):
    """`time` is "14:00" on the clocks of `zone`, an IANA name."""

    day: Day
    time: Annotated[str, Field(pattern=r"^\d\d:\d\d$")]
    ends: Annotated[str, Field(pattern=r"^\d\d:\d\d$")]
    zone: str = ""
    round: int | None = None
    kind: InterviewKind | None = None
    place: str = ""
    people: str = ""
    preparation: str = ""
    notes: str = ""
    result: InterviewResult | None = None
    thanked_day: Day | None = None


class SampleOffer(SampleRecord):
    day: Day
    amount: str
    notes: str = ""


class SampleApplication(SampleRecord):
    """An application: saved on `day`, then its events in order. The search's CV went out on
    `cv_day`.
    """

    company: str
    role: str
    day: Day
    events: tuple[SampleEvent, ...] = ()
    location: str = ""
    country: str = ""
    work_mode: WorkMode | None = None
    days_on_site: int | None = None
    employment_type: EmploymentType | None = None
    url: str = ""
    reference: str = ""
    source: str = ""
    channel: Channel | None = None
    posted_day: Day | None = None
    deadline_day: Day | None = None
    pay: str = ""
    ask: str = ""
    excitement: int | None = None
    tags: tuple[str, ...] = ()
    profile: str | None = None
    notes: str = ""
    posting: str = ""
    next_action: str = ""
    next_action_day: Day | None = None
    waiting_on: Waiting | None = None
    promised_day: Day | None = None
    on_hold: bool = False
    archived: bool = False
    letters: tuple[SampleLetter, ...] = ()
    contacts: tuple[SampleContact, ...] = ()
    interviews: tuple[SampleInterview, ...] = ()
    offer: SampleOffer | None = None
    cv_day: Day | None = None


class SampleBlock(SampleRecord):
    """A paragraph to be used in letters; `variant_of` names one before it."""

    name: str
    text: str
    purpose: BlockPurpose
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    variant_of: str = ""


class SampleSearch(SampleRecord):
    """The whole search; `person` is what its writer has said about themselves, by field, `cv`
    what they send along, as plain text.
    """

    cv: str
    person: dict[str, str]
    blocks: Annotated[tuple[SampleBlock, ...], Field(alias="block")] = ()
    applications: Annotated[tuple[SampleApplication, ...], Field(alias="application")]


def read_sample_search(path: Path) -> SampleSearch:
    """The search in a bundled file. Raises ValueError where the file is not as it should be."""
    return SampleSearch.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
