"""What columns of an application repeat from elsewhere, so that lists are fast; for checking."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobtracker.storage import rows

_STORED = (
    "SELECT id, standing, role_key, company_key, location_key, pay_rank FROM application "
    "WHERE id IN (SELECT value FROM json_each(:ids))"
)
_DATED = (
    "SELECT application_id, event_column, record, day FROM ("
    "SELECT application_id, 'interview' AS event_column, id AS record, substr(starts, 1, 10) AS day"
    " FROM interview UNION ALL SELECT application_id, 'offer', id, received_on FROM offer "
    "WHERE NOT what_if) "
    "WHERE application_id IN (SELECT value FROM json_each(:ids))"
)


class Stored(NamedTuple):
    """The repeating columns, as they stand in the row."""

    standing: str
    role_key: str
    company_key: str
    location_key: str
    pay_rank: int | None


def every_id(session: Session) -> list[int]:
    """The ids of all applications, archived ones too."""
    return list(session.connection().exec_driver_sql("SELECT id FROM application").scalars())


def stored(session: Session, ids: Sequence[int]) -> dict[int, Stored]:
    """The columns of these applications."""
    found = session.connection().exec_driver_sql(_STORED, rows.bound(ids))
    return {key: Stored(*columns) for key, *columns in found}


def dated_records(session: Session, ids: Sequence[int]) -> dict[int, dict[tuple[str, int], str]]:
    """The day of each interview and offer of these applications, by what and which."""
    days: dict[int, dict[tuple[str, int], str]] = {key: {} for key in ids}
    for key, kind, record, day in session.connection().exec_driver_sql(_DATED, rows.bound(ids)):
        days[key][kind, record] = day
    return days
