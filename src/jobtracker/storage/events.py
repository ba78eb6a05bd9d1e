"""The append-only event log."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobtracker.domain.events import Event, EventKind
from jobtracker.storage.rows import insert as insert_row
from jobtracker.storage.schema import EventRow
from jobtracker.storage.uids import new_uid

_COLUMNS = (
    EventRow.application_id,
    EventRow.kind,
    EventRow.on_date,
    EventRow.from_value,
    EventRow.to_value,
    EventRow.text,
    EventRow.id,
)


def append(session: Session, application_id: int, event: Event, now: datetime) -> None:
    insert_row(
        session,
        EventRow,
        uid=new_uid(now),
        application_id=application_id,
        kind=event.kind.value,
        on_date=event.on.isoformat(),
        from_value=event.from_value,
        to_value=event.to_value,
        text=event.text,
        recorded_at=now.isoformat(),
    )


def of(session: Session, ids: Sequence[int]) -> dict[int, list[Event]]:
    """The logs of these applications, each in the order it was recorded."""
    logs: dict[int, list[Event]] = {key: [] for key in ids}
    found = select(*_COLUMNS).where(EventRow.application_id.in_(ids)).order_by(EventRow.id)
    for application_id, kind, on, from_value, to_value, text, key in session.execute(found):
        event = Event(EventKind(kind), date.fromisoformat(on), from_value, to_value, text, key)
        logs[application_id].append(event)
    return logs
