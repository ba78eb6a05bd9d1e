"""What a resume brings: skills with the words that show them, and what letters say of a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.my_profile import MyProfile
from jobtracker.domain.my_skills import RESUME, MySkill
from jobtracker.services.my_skills import checked, keep

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from jobtracker.exchange.resume import Refusal, Resume

FIELDS = ("name", "email", "phone", "city", "links")
"""The parts of my profile that a resume may fill."""
_LONGEST_EVIDENCE = 1_000


class BroughtIn(NamedTuple):
    """What an import of a resume did: the parts of my profile that were empty and are filled,
    the skills it names and how many of them were not known before, and what was not read.
    """

    profile: MyProfile
    filled: tuple[str, ...]
    skills: tuple[MySkill, ...]
    new_skills: int
    refused: "tuple[Refusal, ...]"


def filled_up(known: MyProfile, resume: "Resume") -> tuple[MyProfile, tuple[str, ...]]:
    """My profile with its empty parts from the resume, and the names of those parts."""
    offered = {name: getattr(resume, name) for name in FIELDS}
    filled = {name: value for name, value in offered.items() if value and not getattr(known, name)}
    return known._replace(**filled), tuple(filled)


def skills_of(resume: "Resume") -> Iterator[MySkill]:
    for skill in resume.skills:
        yield checked(MySkill(skill.name, skill.evidence[:_LONGEST_EVIDENCE], RESUME))


def keep_skills(session: "Session", skills: tuple[MySkill, ...], now: "datetime") -> None:
    for skill in skills:
        keep(session, skill, now)
