"""The made-up search of `resources/sample/applications.toml`, as checked records.

Days are counted from the day the sample is filled in: -3 is three days before, 0 that day.
"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from jobtracker.domain.stages import Outcome, Stage

Day = Annotated[int, Field(ge=-120, le=60)]


class SampleRecord(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SampleEvent(SampleRecord):
    """What happened on a day: a stage reached, a note written, the end, or some of them."""

    day: Day
    stage: Stage | None = None
    note: str = ""
    outcome: Outcome | None = None


class SampleLetter(SampleRecord):
    """A letter from a bundled template's key; `values` are those typed for it."""

    template: str
    values: dict[str, str] = {}


class SampleApplication(SampleRecord):
    """An application: saved on `day`, then its events in order."""

    company: str
    role: str
    day: Day
    events: tuple[SampleEvent, ...] = ()
    location: str = ""
    url: str = ""
    pay: str = ""
    profile: str | None = None
    notes: str = ""
    posting: str = ""
    next_action: str = ""
    next_action_day: Day | None = None
    letters: tuple[SampleLetter, ...] = ()


class SampleSearch(SampleRecord):
    """The whole search; `person` is what its writer has said about themselves, by field."""

    person: dict[str, str]
    applications: Annotated[tuple[SampleApplication, ...], Field(alias="application")]


def read_sample_search(path: Path) -> SampleSearch:
    """The search in a bundled file. Raises ValueError where the file is not as it should be."""
    return SampleSearch.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
