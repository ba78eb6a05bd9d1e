"""Interviews, each with its own event in the log."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping, Select, select
from sqlalchemy.orm import Session

from jobtracker.domain.interviews import Interview
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import ApplicationRow, InterviewRow
from jobtracker.storage.uids import new_uid

_TABLE = rows.table_of(InterviewRow)
_IN_ORDER = select(_TABLE).order_by(_TABLE.c.starts, _TABLE.c.id)
_OF = _IN_ORDER.where(rows.named(_TABLE.c.application_id))


def id_of(session: Session, reference: str) -> int:
    return lookup.id_of(session, InterviewRow.id, InterviewRow.uid, reference, "interview")


def load(session: Session, interview_id: int) -> Interview:
    """Raises NotFoundError where it is gone."""
    key = id_of(session, str(interview_id))
    return _interview(
        session.connection().execute(select(_TABLE).where(_TABLE.c.id == key)).mappings().one()
    )


def insert(session: Session, application_id: int, values: Mapping[str, Any], now: datetime) -> int:
    """A new interview from column values (see `schema.InterviewRow`); its id."""
    return rows.insert(
        session,
        InterviewRow,
        uid=new_uid(now),
        application_id=application_id,
        created_at=now.isoformat(),
        **values,
    )


def change(session: Session, interview_id: int, values: Mapping[str, Any]) -> None:
    rows.change(session, InterviewRow, [interview_id], values)


def remove(session: Session, interview_id: int) -> None:
    rows.remove(session, InterviewRow, [interview_id])


def event_of(session: Session, interview_id: int) -> int | None:
    """The id of the event that tells of an interview."""
    found: int | None = (
        session.connection()
        .exec_driver_sql(
            "SELECT id FROM event WHERE interview_id = ? ORDER BY id LIMIT 1", (interview_id,)
        )
        .scalar()
    )
    return found


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[Interview, ...]]:
    """The interviews of these applications, in the order of their start."""
    found: dict[int, tuple[Interview, ...]] = dict.fromkeys(ids, ())
    for interview in _read(session, _OF, rows.bound(ids)):
        found[interview.application_id] += (interview,)
    return found


def coming(session: Session, today: date, limit: int) -> list[Interview]:
    """The next interviews from today on, those of archived applications left out."""
    application = rows.table_of(ApplicationRow)
    chosen = (
        _IN_ORDER.join(application, application.c.id == _TABLE.c.application_id)
        .where(
            _TABLE.c.starts >= today.isoformat(),
            _TABLE.c.result == "",
            application.c.archived == 0,
        )
        .limit(limit)
    )
    return list(_read(session, chosen, {}))


def _read(
    session: Session, chosen: "Select[Any]", values: Mapping[str, Any]
) -> Iterable[Interview]:
    return map(_interview, session.connection().execute(chosen, values).mappings())


def _interview(row: RowMapping) -> Interview:
    values = {name: row[name] for name in Interview._fields}
    thanked_on = row["thanked_on"]
    values["thanked_on"] = date.fromisoformat(thanked_on) if thanked_on else None
    return Interview(**values)
