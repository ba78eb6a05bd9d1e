"""Rows as JSON text: as they stand now, as a step of the journal found and left them, and back
into their tables. Shared by undo and the bin.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Index, UniqueConstraint

from jobtracker.storage import journal
from jobtracker.storage.schema import Base

CHUNK = 1000
"""Rows that one statement takes."""


class Unknown:
    """The state of an inserted row whose step was never undone: whatever stands there."""


PRESENT: Final = Unknown()

Run = Callable[..., Any]
"""Runs a statement with its values, or with each of a list of values."""

Key = tuple[str, int]
"""A table and the id of a row in it."""

State = str | Unknown | None
"""A row as JSON text, None where there is no such row."""


class Net(NamedTuple):
    """What a step made of one row; `entry` is the journal's last change of it."""

    before: State
    after: State
    entry: int


class Link(NamedTuple):
    """A column that names a row of another table by that one's key; `rule` is what becomes of
    it when that row goes: "CASCADE", "SET NULL" or "".
    """

    table: str
    column: str
    parent: str
    key: str
    rule: str


def driver(connection: Connection) -> Run:
    """Statements of the driver's own, inside the connection's transaction: a third of the time."""
    raw = connection.connection.driver_connection
    assert raw is not None

    def run(statement: str, *values: Any) -> Any:
        many = values and isinstance(values[0], list)
        return (raw.executemany if many else raw.execute)(statement, *values)

    return run


def nets(run: Run, step: int) -> dict[Key, Net]:
    """First before and last after of each row that the step touched."""
    found: dict[Key, Net] = {}
    changes = run(
        "SELECT id, table_name, row_id, op, before, after FROM journal_change "
        "WHERE step_id = ? ORDER BY id",
        (step,),
    )
    for entry, table, row, operation, before, after in changes:
        end = None if operation == "delete" else after if after is not None else PRESENT
        earlier = found.get((table, row))
        found[table, row] = Net(earlier.before if earlier else before, end, entry)
    return found


def live_rows(run: Run, keys: Iterable[Key]) -> dict[Key, str]:
    """The rows as they stand now; those that are not there are left out."""
    live: dict[Key, str] = {}
    for table, ids in by_table(keys).items():
        text = journal.row_as_json(columns(run, table), "t")
        for some in chunks(ids):
            rows = run(
                f'SELECT rowid, {text} FROM "{table}" t '
                "WHERE rowid IN (SELECT value FROM json_each(?))",
                (json.dumps(some),),
            )
            live.update({(table, row): found for row, found in rows})
    return live


def delete(run: Run, keys: Iterable[Key]) -> None:
    """Delete these rows."""
    for table, ids in by_table(keys).items():
        for some in chunks(ids):
            run(
                f'DELETE FROM "{table}" WHERE rowid IN (SELECT value FROM json_each(?))',
                (json.dumps(some),),
            )


def insert(run: Run, rows: Mapping[Key, str]) -> None:
    """Insert these rows as they were. A column that came later gets its default."""
    for table, ids in by_table(rows).items():
        names = columns(run, table)
        listed = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        values = ({**_defaults(table), **json.loads(rows[table, row])} for row in ids)
        run(
            f'INSERT INTO "{table}" ({listed}) VALUES ({marks})',
            [tuple(row[name] for name in names) for row in values],
        )


@cache
def _defaults(table: str) -> dict[str, Any]:
    return {
        column.name: getattr(column.default, "arg", None)
        for column in Base.metadata.tables[table].columns
    }


@cache
def links() -> tuple[Link, ...]:
    """Every reference from one table to another."""
    return tuple(
        Link(
            table.name,
            key.parent.name,
            key.column.table.name,
            key.column.name,
            key.ondelete or "",
        )
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
    )


@cache
def unique_groups(table: str) -> tuple[tuple[str, ...], ...]:
    """The columns whose values no two rows of a table share, on their own or together."""
    found = Base.metadata.tables[table]
    return tuple(
        tuple(column.name for column in one.columns)
        for one in (*found.indexes, *found.constraints)
        if isinstance(one, UniqueConstraint) or (isinstance(one, Index) and one.unique)
    )


def columns(run: Run, table: str) -> list[str]:
    """The names of a table's columns, in order."""
    return [name for (name,) in run(f"SELECT name FROM pragma_table_info('{table}')")]


def by_table(keys: Iterable[Key]) -> dict[str, list[int]]:
    """The ids by their table."""
    tables: defaultdict[str, list[int]] = defaultdict(list)
    for table, row in keys:
        tables[table].append(row)
    return tables


def chunks(ids: list[int]) -> Iterator[list[int]]:
    """So many at a time as one statement takes."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
