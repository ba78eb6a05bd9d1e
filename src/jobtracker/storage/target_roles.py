"""The roles that one looks for, the most wanted first."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.pay import Period
from jobtracker.domain.target_roles import TargetRole
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import TargetRoleRow
from jobtracker.storage.uids import new_uid

_TABLE = rows.table_of(TargetRoleRow)
_EVERY = select(_TABLE).order_by(_TABLE.c.archived, _TABLE.c.priority, _TABLE.c.id)
_SAME = ("title", "level", "work_mode", "priority", "search_words", "notes", "profile_id")


def id_of(session: Session, reference: str) -> int:
    """The target role of this number or uid."""
    return lookup.id_of(session, TargetRoleRow.id, TargetRoleRow.uid, reference, "target role")


def every(session: Session) -> list[TargetRole]:
    """All of them by priority, archived ones last."""
    return [_role(row) for row in session.connection().execute(_EVERY).mappings()]


def load(session: Session, key: int) -> TargetRole:
    """Raises NotFoundError where it is gone."""
    found = session.connection().execute(_EVERY.where(_TABLE.c.id == key)).mappings().first()
    if found is None:
        raise NotFoundError("This target role is gone; nothing was changed; choose another.")
    return _role(found)


def of_profile(session: Session, profile_id: int) -> list[TargetRole]:
    """Those that were made of this profile."""
    chosen = _EVERY.where(_TABLE.c.profile_id == profile_id)
    return [_role(row) for row in session.connection().execute(chosen).mappings()]


def insert(session: Session, role: TargetRole, now: datetime) -> int:
    """A new target role; its id."""
    return rows.insert(
        session, TargetRoleRow, uid=new_uid(now), created_at=now.isoformat(), **_columns(role)
    )


def change(session: Session, role: TargetRole) -> None:
    """Write the role of this id as it is now."""
    rows.change(session, TargetRoleRow, [role.id], _columns(role))


def remove(session: Session, ids: Sequence[int]) -> None:
    rows.remove(session, TargetRoleRow, ids)


def relink(session: Session, profile_id: int, to: int) -> None:
    """Let the roles made of one profile be of another."""
    session.connection().exec_driver_sql(
        "UPDATE target_role SET profile_id = ? WHERE profile_id = ?", (to, profile_id)
    )


def _columns(role: TargetRole) -> dict[str, Any]:
    return {
        **{name: getattr(role, name) for name in _SAME},
        "places": json.dumps(role.places, ensure_ascii=False),
        "pay_floor": role.floor,
        "pay_target": role.target,
        "pay_stretch": role.stretch,
        "pay_currency": role.currency,
        "pay_period": role.period.value if role.period else None,
        "archived": int(role.archived),
    }


def _role(row: RowMapping) -> TargetRole:
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    return TargetRole(
        **same,
        id=row["id"],
        uid=row["uid"],
        places=tuple(json.loads(row["places"])),
        floor=row["pay_floor"],
        target=row["pay_target"],
        stretch=row["pay_stretch"],
        currency=row["pay_currency"],
        period=Period(row["pay_period"]) if row["pay_period"] else None,
        archived=bool(row["archived"]),
    )
