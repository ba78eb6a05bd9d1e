"""Role profiles: reference text about a role, and its salary ranges."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jobtracker.domain.pay import Pay
from jobtracker.domain.salary_ranges import SalaryRange

LIBRARY = "library"
OWN = "own"


class RelatedRole(NamedTuple):
    title: str
    pay: Pay
    description: str = ""


class Fact(NamedTuple):
    """An at-a-glance fact, in the page's own label."""

    label: str
    value: str


class QualificationGroup(NamedTuple):
    group: str
    items: tuple[str, ...]


class Answer(NamedTuple):
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleProfile:
    """A whole profile, its parts in the page's order. `letter` is a template's text."""

    title: str
    category: str = ""
    summary: str = ""
    updated_on: date | None = None
    source: str = ""
    glance: tuple[Fact, ...] = ()
    duties: tuple[str, ...] = ()
    overview: tuple[str, ...] = ()
    qualifications: tuple[QualificationGroup, ...] = ()
    outlook: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    salaries: tuple[SalaryRange, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    letter: str = ""
    questions: tuple[Answer, ...] = ()
    other: tuple[str, ...] = ()
    origin: str = OWN
    library_key: str | None = None
    version: int = 1
    id: int = 0
    uid: str = ""


class ProfileSummary(NamedTuple):
    """A profile as a row of the list: its whole range and how many applications link it."""

    id: int
    title: str
    category: str
    origin: str
    range: SalaryRange | None
    applications: int


class Benchmark(NamedTuple):
    """The range an application's pay is held against, and where it came from."""

    profile_id: int
    profile: str
    range: SalaryRange
