"""Role profiles: reference text about a role, its salary ranges, and what a person says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.pay import Pay
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.domain.text import folded, quoted

LIBRARY = "library"
OWN = "own"
DUTY = "duty"
QUALIFICATION = "qualification"
SKILL = "skill"
SHOWN_SECTIONS = (DUTY, QUALIFICATION, SKILL)
"""The sections of a profile whose lines a person can show."""


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


class Tick(NamedTuple):
    """A line of a profile that a person can show, by its section and its folded text."""

    section: str
    text_key: str


def tick_of(section: str, text: str) -> Tick:
    """What a line is known by, so that its tick outlives a new version of the profile."""
    return Tick(section, folded(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleProfile:
    """A whole profile, its parts in the page's order. `letter` is a template's text.

    `code` is that of its occupation (SOC 2018: "15-1252"), `alternates` are other titles of the
    role, `credit` the line its source asks for. `notes` and `archived` are the person's own and
    stay whatever version of the profile comes.
    """

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
    alternates: tuple[str, ...] = ()
    code: str = ""
    credit: str = ""
    notes: str = ""
    archived: bool = False
    origin: str = OWN
    library_key: str | None = None
    version: int = 1
    id: int = 0
    uid: str = ""


def lines_to_show(profile: RoleProfile) -> Iterator[tuple[str, str]]:
    """(section, text) of each line of a profile that one can show, in the page's order."""
    yield from ((DUTY, duty) for duty in profile.duties)
    yield from ((QUALIFICATION, one) for group in profile.qualifications for one in group.items)
    yield from ((SKILL, skill) for skill in profile.skills)


def line_meant(profile: RoleProfile, words: str) -> tuple[str, str]:
    """The (section, text) of the line that is `words`, or the only one that holds them.

    Case and accents apart. Raises NotFoundError where there is none, InvalidInputError where
    several hold them.
    """
    sought, lines = folded(words), list(lines_to_show(profile))
    same = [line for line in lines if folded(line[1]) == sought]
    found = same[:1] or [line for line in lines if sought and sought in folded(line[1])]
    if not found:
        raise NotFoundError(
            f"No duty, qualification or skill of {quoted(profile.title)} says {quoted(words)}; "
            "nothing was changed. Show the profile to see its lines."
        )
    if len(found) > 1:
        raise InvalidInputError(
            f"{len(found)} lines of {quoted(profile.title)} say {quoted(words)}; nothing was "
            "changed. Type more of the one you mean.",
            field="text",
        )
    return found[0]


class ProfileSummary(NamedTuple):
    """A profile as a row of the list: its whole range and how many applications link it."""

    id: int
    title: str
    category: str
    origin: str
    range: SalaryRange | None
    applications: int
    archived: bool = False
    code: str = ""
    source: str = ""


class NamedRole(NamedTuple):
    """A profile by the names of its role: what titles are looked up by."""

    id: int
    title: str
    alternates: tuple[str, ...] = ()
    code: str = ""


class Benchmark(NamedTuple):
    """The range an application's pay is held against, and where it came from."""

    profile_id: int
    profile: str
    range: SalaryRange
