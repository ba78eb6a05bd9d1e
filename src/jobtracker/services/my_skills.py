"""The skills a person says they have."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.my_skills import OWN, RESUME, MySkill
from jobtracker.domain.text import checked_text, quoted, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import my_skills

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


class MySkills(Service):
    def all(self) -> list[MySkill]:
        """By name."""
        with self._db.read() as session:
            return my_skills.every(session)

    def add(self, name: str, evidence: str = "", origin: str = OWN) -> Done[int]:
        """Keep a skill; its id. One of that name, case and accents apart, gets this evidence."""
        skill = checked(MySkill(name, evidence, origin))
        with self._db.write(f"add skill {shortened(skill.name)}") as tx:
            key = keep(tx.session, skill, self._clock.now())
        return done(key, tx)

    def add_many(self, skills: Iterable[MySkill]) -> Done[list[int]]:
        """Keep several as one step; their ids. What the person typed about a skill is never
        replaced by what a resume says of it.
        """
        ready = [checked(skill) for skill in skills]
        with self._db.write(f"add {len(ready)} skills") as tx:
            keys = [keep(tx.session, skill, self._clock.now()) for skill in ready]
        return done(keys, tx)

    def remove(self, name: str) -> Done[int]:
        """Take a skill away by its name. Raises NotFoundError."""
        with self._db.write(f"delete skill {shortened(name)}") as tx:
            known = my_skills.called(tx.session, name)
            if known is None:
                raise NotFoundError(
                    f"There is no skill {quoted(name)}; nothing was changed. "
                    "List your skills to see their names."
                )
            my_skills.remove(tx.session, [known.id])
        return done(known.id, tx)


def checked(skill: MySkill) -> MySkill:
    """The skill as it is kept; InvalidInputError where it cannot be."""
    if skill.origin not in (OWN, RESUME):
        raise InvalidInputError(
            f"A skill is your own or from a resume, not {quoted(skill.origin)}; nothing was saved. "
            f"Use {OWN} or {RESUME}.",
            field="origin",
        )
    return skill._replace(
        name=required_text(skill.name, "skill"),
        evidence=checked_text(skill.evidence, "evidence").strip(),
    )


def keep(session: "Session", skill: MySkill, now: "datetime") -> int:
    """Write a checked skill, inside a transaction that somebody else opened; its id."""
    known = my_skills.called(session, skill.name)
    if known is None:
        return my_skills.insert(session, skill, now)
    if skill.origin == OWN or known.origin == RESUME:
        evidence = skill.evidence or known.evidence
        my_skills.change(session, known.id, skill._replace(evidence=evidence))
    return known.id
