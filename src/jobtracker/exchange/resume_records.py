"""What a resume says, as plain values."""

from typing import NamedTuple


class Refusal(NamedTuple):
    """A part of a resume that was not read: its place ("basics.email", "work.2.startDate")."""

    place: str
    reason: str


class ResumeSkill(NamedTuple):
    """A skill in the resume's own word, and the words of the resume that show it."""

    name: str
    evidence: str


class Job(NamedTuple):
    """A job held. Dates are ISO dates or the part of one that is known, "" for none."""

    company: str
    position: str
    start: str
    end: str
    highlights: tuple[str, ...]


class Resume(NamedTuple):
    """`links` are web addresses, the person's own first. `entries` counts what was read of all
    sections; `refused` names the parts that were not.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    city: str = ""
    links: tuple[str, ...] = ()
    label: str = ""
    summary: str = ""
    skills: tuple[ResumeSkill, ...] = ()
    work: tuple[Job, ...] = ()
    entries: int = 0
    refused: tuple[Refusal, ...] = ()
