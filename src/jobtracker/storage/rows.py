"""Rows written without a unit of work, which costs five times as much.

Adding an application is the action that must never be felt: its rows go this way.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, delete, func, or_, select, update
from sqlalchemy.orm import Session

from jobtracker.storage.schema import Base


@cache
def table_of(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def named(column: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a column's value is one of `bound(ids)`: any number of them, one statement."""
    ids = func.json_each(bindparam("ids")).table_valued("value")
    return column.in_(select(ids.c.value))


def bound(ids: Sequence[int]) -> dict[str, str]:
    """Ids as the parameter `ids`, a JSON list, for `named` and for SQL's `json_each`."""
    return {"ids": json.dumps(list(ids))}


def insert(session: Session, kind: type[Base], /, **values: Any) -> int:
    """Insert one row of this kind, the columns not named at their defaults; its id."""
    statement, defaults = _insertion(kind)
    row = tuple({**defaults, **values}.values())
    return session.connection().exec_driver_sql(statement, row).lastrowid


@cache
def _insertion(kind: type[Base]) -> tuple[str, dict[str, Any]]:
    """The statement, and every column it names with its default, in its order."""
    columns = [column for column in table_of(kind).c if column.name != "id"]
    names = ", ".join(f'"{column.name}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    defaults = {column.name: getattr(column.default, "arg", None) for column in columns}
    return f"INSERT INTO {table_of(kind).name} ({names}) VALUES ({marks})", defaults


def change(
    session: Session,
    kind: type[Base],
    ids: Sequence[int],
    values: Mapping[str, Any],
    along: Mapping[str, Any] | None = None,
) -> bool:
    """Set the same columns of these rows; whether any was written. A row where none differs is
    not, so that it makes no step; where one does, the columns of `along` are set too.
    """
    if not values:
        return False
    table = table_of(kind)
    differs = (table.c[name].is_distinct_from(value) for name, value in values.items())
    result = session.connection().execute(
        update(table).where(named(table.c.id), or_(*differs)).values(**values, **(along or {})),
        bound(ids),
    )
    return result.rowcount > 0


def remove(session: Session, kind: type[Base], ids: Sequence[int]) -> None:
    """Delete these rows, with all that hangs on them."""
    table = table_of(kind)
    session.connection().execute(delete(table).where(named(table.c.id)), bound(ids))
