"""The append-only event log."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.events import Event, EventKind
from jobtracker.storage import rows
from jobtracker.storage.uids import new_uid

_COLUMNS = (
    "kind, on_date, from_value, to_value, text, id, target_id, interview_id, offer_id, recorded_at"
)
_OF_MANY = (
    f"SELECT application_id, {_COLUMNS} FROM event "
    "WHERE application_id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
)
_INSERT = (
    "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, text, "
    "target_id, interview_id, offer_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def append(session: Session, application_id: int, event: Event, now: datetime) -> None:
    append_many(session, {application_id: [event]}, now)


def append_many(session: Session, new: Mapping[int, Iterable[Event]], now: datetime) -> None:
    """Append events to the logs of many applications, by their ids."""
    recorded_at = now.isoformat()
    values = [
        (
            new_uid(now),
            application_id,
            event.kind.value,
            event.on.isoformat(),
            event.from_value,
            event.to_value,
            event.text,
            event.target,
            event.interview_id,
            event.offer_id,
            recorded_at,
        )
        for application_id, events in new.items()
        for event in events
    ]
    if values:
        session.connection().exec_driver_sql(_INSERT, values)


def of(session: Session, ids: Sequence[int]) -> dict[int, list[Event]]:
    """The logs of these applications, each in the order it was recorded."""
    logs: dict[int, list[Event]] = {key: [] for key in ids}
    found = session.connection().exec_driver_sql(_OF_MANY, rows.bound(ids))
    for row in found:
        logs[row[0]].append(_event(tuple(row)))
    return logs


def application_of(session: Session, event_id: int) -> int:
    """The application that an event is about; NotFoundError where there is no such event."""
    found = session.connection().exec_driver_sql(
        "SELECT application_id FROM event WHERE id = ?", (event_id,)
    )
    key = found.scalar()
    if key is None:
        raise NotFoundError(
            f"There is no event {event_id}. Show an application to see the events of its history."
        )
    return int(key)


def _event(row: Sequence[Any]) -> Event:
    _, kind, on, from_value, to_value, text, key, target, interview, offer, recorded_at = row
    return Event(
        EventKind(kind),
        date.fromisoformat(on),
        from_value,
        to_value,
        text,
        key,
        target,
        interview,
        offer,
        recorded_at,
    )
