"""Single rows written without a unit of work, which costs five times as much.

Adding an application is the action that must never be felt: its rows go this way.
"""

from functools import cache
from typing import Any

from sqlalchemy import Insert, Table
from sqlalchemy.orm import Session

from jobtracker.storage.schema import Base


def insert(session: Session, kind: type[Base], /, **values: Any) -> int:
    """Insert one row of this kind, the columns not named at their defaults; its id."""
    result = session.connection().execute(_statement(kind), values)
    assert result.inserted_primary_key is not None
    key: int = result.inserted_primary_key[0]
    return key


@cache
def _statement(kind: type[Base]) -> Insert:
    table = kind.__table__
    assert isinstance(table, Table)
    return table.insert()
