"""The skills a person says they have; each name is there once, case and accents apart."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from jobtracker.domain.my_skills import MySkill
from jobtracker.domain.text import folded
from jobtracker.storage import rows
from jobtracker.storage.schema import MySkillRow
from jobtracker.storage.uids import new_uid

_COLUMNS = "SELECT name, evidence, origin, id, uid FROM my_skill"


def every(session: Session) -> list[MySkill]:
    """All of them by name."""
    found = session.connection().exec_driver_sql(f"{_COLUMNS} ORDER BY name_key")
    return [MySkill(*row) for row in found]


def called(session: Session, name: str) -> MySkill | None:
    """The skill of this name, case and accents apart."""
    found = session.connection().exec_driver_sql(f"{_COLUMNS} WHERE name_key = ?", (folded(name),))
    row = found.first()
    return MySkill(*row) if row else None


def insert(session: Session, skill: MySkill, now: datetime) -> int:
    """A new skill; its id. Nobody has one of the same name."""
    return rows.insert(
        session,
        MySkillRow,
        uid=new_uid(now),
        name=skill.name,
        name_key=folded(skill.name),
        origin=skill.origin,
        evidence=skill.evidence,
        created_at=now.isoformat(),
    )


def change(session: Session, key: int, skill: MySkill) -> None:
    """Write the name, origin and evidence of a skill as they are now."""
    values = {
        "name": skill.name,
        "name_key": folded(skill.name),
        "origin": skill.origin,
        "evidence": skill.evidence,
    }
    rows.change(session, MySkillRow, [key], values)


def remove(session: Session, ids: Sequence[int]) -> None:
    rows.remove(session, MySkillRow, ids)


def is_sound(session: Session) -> bool:
    """Whether every skill is known by its own name."""
    found = session.connection().exec_driver_sql("SELECT name, name_key FROM my_skill")
    return all(folded(name) == key for name, key in found)
