"""Undo and redo: a net restore of the rows that one step changed, never a replay.

For each touched row the state before the step and the one after it are known. Undo looks
whether the live rows are what the step left and makes them what was before; redo is the same
with the two exchanged. Foreign keys are off meanwhile (deleting a parent would take its children
along) and are checked afterwards.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy import Connection, Engine, Index, UniqueConstraint
from sqlalchemy.orm import Session

from jobtracker.domain.changes import NOTHING_CHANGED, Changes
from jobtracker.domain.errors import ChangedSinceError, NothingToUndoError
from jobtracker.storage import journal
from jobtracker.storage.schema import Base


class Indexer(Protocol):
    """What keeps the search index in step with the rows."""

    def watch(self, raw: Any) -> None: ...

    def __call__(self, session: Session) -> None: ...

    def rebuild(self, session: Session) -> None: ...


_CHUNK = 1000


class Step(NamedTuple):
    """One user action: `made_at` is ISO text in UTC, `state` "done", "undone" or "barrier".

    `changes` are the rows that were restored; in a history list they are left out.
    """

    id: int
    label: str
    made_at: str
    state: str
    changes: Changes = NOTHING_CHANGED


class _Unknown:
    """The state of an inserted row whose step was never undone: whatever stands there."""


_PRESENT: Final = _Unknown()

_Run = Callable[..., Any]
"""Runs a statement with its values, or with each of a list of values."""

_Key = tuple[str, int]
"""A table and the id of a row in it."""

_State = str | _Unknown | None
"""A row as JSON text, None where there is no such row."""


class _Net(NamedTuple):
    """What a step made of one row; `entry` is the journal's last change of it."""

    before: _State
    after: _State
    entry: int


def undo(engine: Engine, indexer: Indexer | None) -> Step:
    """Take back the newest step that is done. Raises NothingToUndoError, ChangedSinceError."""
    with _without_foreign_keys(engine) as connection:
        step = _first(connection, "state <> 'undone' ORDER BY id DESC")
        if step is None:
            raise NothingToUndoError("There is nothing to undo.")
        if step.state == "barrier":
            raise NothingToUndoError(f"What was done before “{step.label}” can't be undone.")
        return _turned(connection, indexer, step, back=True)


def redo(engine: Engine, indexer: Indexer | None) -> Step:
    """Do again the step undone last. Raises NothingToUndoError, ChangedSinceError."""
    with _without_foreign_keys(engine) as connection:
        step = _first(connection, "state = 'undone' ORDER BY id")
        if step is None:
            raise NothingToUndoError("There is nothing to redo.")
        return _turned(connection, indexer, step, back=False)


def history(connection: Connection, limit: int) -> list[Step]:
    """The newest steps first, the undone ones among them."""
    rows = connection.exec_driver_sql(
        "SELECT id, label, made_at, state FROM journal_step ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [Step(*row) for row in rows]


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    """A transaction with foreign keys off: inside SQLite's transaction the pragma does nothing."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _first(connection: Connection, condition: str) -> Step | None:
    row = connection.exec_driver_sql(
        f"SELECT id, label, made_at, state FROM journal_step WHERE {condition} LIMIT 1"
    ).first()
    return Step(*row) if row else None


def _turned(connection: Connection, indexer: Indexer | None, step: Step, *, back: bool) -> Step:
    run = _driver(connection)
    nets = _nets(run, step.id)
    live = _live_rows(run, nets)
    if any(_differs(net.after if back else net.before, live.get(k)) for k, net in nets.items()):
        raise _changed_since(step)
    if back:
        _fill_in(run, nets, live)
    goal = {key: net.before if back else net.after for key, net in nets.items()}
    _restore(run, live, {key: str(text) for key, text in goal.items() if text is not None})
    if _broken_references(run, live, goal):
        raise _changed_since(step)
    state = "undone" if back else "done"
    run("UPDATE journal_step SET state = ? WHERE id = ?", (state, step.id))
    changes = Changes({table: frozenset(ids) for table, ids in _by_table(nets).items()})
    if indexer is not None:
        with Session(connection) as session:
            indexer(session)
    return step._replace(state=state, changes=changes)


def _driver(connection: Connection) -> _Run:
    """Statements of the driver's own, inside the connection's transaction: a third of the time."""
    raw = connection.connection.driver_connection
    assert raw is not None

    def run(statement: str, *values: Any) -> Any:
        many = values and isinstance(values[0], list)
        return (raw.executemany if many else raw.execute)(statement, *values)

    return run


def _changed_since(step: Step) -> ChangedSinceError:
    return ChangedSinceError(
        f"“{step.label}” can't be taken back or done again: the same records were changed since; "
        "nothing was changed now; edit them by hand."
    )


def _nets(run: _Run, step: int) -> dict[_Key, _Net]:
    """First before and last after of each row that the step touched."""
    nets: dict[_Key, _Net] = {}
    changes = run(
        "SELECT id, table_name, row_id, op, before, after FROM journal_change "
        "WHERE step_id = ? ORDER BY id",
        (step,),
    )
    for entry, table, row, operation, before, after in changes:
        end = None if operation == "delete" else after if after is not None else _PRESENT
        earlier = nets.get((table, row))
        nets[table, row] = _Net(earlier.before if earlier else before, end, entry)
    return nets


def _differs(expected: _State, live: str | None) -> bool:
    return live is None if isinstance(expected, _Unknown) else live != expected


def _live_rows(run: _Run, keys: Iterable[_Key]) -> dict[_Key, str]:
    """The rows as they stand now; those that are not there are left out."""
    live: dict[_Key, str] = {}
    for table, ids in _by_table(keys).items():
        text = journal.row_as_json(_columns(run, table), "t")
        for some in _chunks(ids):
            rows = run(
                f'SELECT rowid, {text} FROM "{table}" t '
                "WHERE rowid IN (SELECT value FROM json_each(?))",
                (json.dumps(some),),
            )
            live.update({(table, row): found for row, found in rows})
    return live


def _fill_in(run: _Run, nets: Mapping[_Key, _Net], live: Mapping[_Key, str]) -> None:
    """Note the inserted rows before they go, so that redo can bring them back."""
    known = [(live[key], net.entry) for key, net in nets.items() if net.after is _PRESENT]
    if known:
        run("UPDATE journal_change SET after = ? WHERE id = ?", known)


def _restore(run: _Run, live: Mapping[_Key, str], goal: Mapping[_Key, str]) -> None:
    """Make these rows what they shall be.

    A row that stays is changed where it differs, which spares the indexes of all its other
    columns; one whose unique values differ goes and comes again like those that come or go,
    or two rows could not exchange theirs.
    """
    changed = {
        key: _differing(live[key], text)
        for key, text in goal.items()
        if key in live and live[key] != text
    }
    kept = {key: new for key, new in changed.items() if not new.keys() & _unique_columns()[key[0]]}
    same = {key for key in goal.keys() & live.keys() if key not in changed}
    _delete(run, [key for key in live if key not in kept and key not in same])
    _update(run, kept)
    _insert(run, {k: text for k, text in goal.items() if k not in kept and k not in same})


def _differing(live: str, goal: str) -> dict[str, Any]:
    before, after = json.loads(live), json.loads(goal)
    return {name: value for name, value in after.items() if before[name] != value}


def _update(run: _Run, rows: Mapping[_Key, Mapping[str, Any]]) -> None:
    alike: defaultdict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
    for (table, row), new in rows.items():
        alike[table, tuple(new)].append((*new.values(), row))
    for (table, names), values in alike.items():
        assignments = ", ".join(f'"{name}" = ?' for name in names)
        run(f'UPDATE "{table}" SET {assignments} WHERE rowid = ?', values)


def _delete(run: _Run, keys: Iterable[_Key]) -> None:
    for table, ids in _by_table(keys).items():
        for some in _chunks(ids):
            run(
                f'DELETE FROM "{table}" WHERE rowid IN (SELECT value FROM json_each(?))',
                (json.dumps(some),),
            )


def _insert(run: _Run, goal: Mapping[_Key, str]) -> None:
    for table, ids in _by_table(goal).items():
        columns = _columns(run, table)
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        rows = (json.loads(goal[table, row]) for row in ids)
        run(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})',
            [tuple(row[name] for name in columns) for row in rows],
        )


def _broken_references(run: _Run, live: Mapping[_Key, str], goal: Mapping[_Key, _State]) -> bool:
    """Whether a restored row names a row that is not there, or a row is left that names one of
    those taken away. Only what was touched is looked at: the rest was sound and still is.
    """
    back = [key for key, text in goal.items() if text is not None]
    gone = {key: live[key] for key in live.keys() - set(back)}
    links = _links()
    return any(
        _names_nobody(run, link, ids)
        for table, ids in _by_table(back).items()
        for link in links
        if link.table == table
    ) or any(
        _is_named(run, link, [gone[table, row] for row in ids])
        for table, ids in _by_table(gone).items()
        for link in links
        if link.parent == table
    )


class _Link(NamedTuple):
    """A column that names a row of another table by that one's key."""

    table: str
    column: str
    parent: str
    key: str


@cache
def _links() -> tuple[_Link, ...]:
    return tuple(
        _Link(table.name, key.parent.name, key.column.table.name, key.column.name)
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
    )


@cache
def _unique_columns() -> dict[str, frozenset[str]]:
    """The columns of each table whose values no two rows share, on their own or together."""
    return {
        table.name: frozenset(
            column.name
            for one in (*table.indexes, *table.constraints)
            if isinstance(one, UniqueConstraint) or (isinstance(one, Index) and one.unique)
            for column in one.columns
        )
        for table in Base.metadata.tables.values()
    }


def _names_nobody(run: _Run, link: _Link, ids: list[int]) -> bool:
    table, column, parent, key = link
    return any(
        run(
            f'SELECT 1 FROM "{table}" t WHERE t.rowid IN (SELECT value FROM json_each(?)) '
            f'AND t."{column}" IS NOT NULL '
            f'AND NOT EXISTS (SELECT 1 FROM "{parent}" p WHERE p."{key}" = t."{column}")',
            (json.dumps(some),),
        ).fetchone()
        for some in _chunks(ids)
    )


def _is_named(run: _Run, link: _Link, rows: list[str]) -> bool:
    table, column, _, key = link
    return any(
        run(
            f'SELECT 1 FROM "{table}" WHERE "{column}" IN (SELECT value ->> ? FROM json_each(?))',
            (f"$.{key}", f"[{','.join(rows[start : start + _CHUNK])}]"),
        ).fetchone()
        for start in range(0, len(rows), _CHUNK)
    )


def _columns(run: _Run, table: str) -> list[str]:
    return [name for (name,) in run(f"SELECT name FROM pragma_table_info('{table}')")]


def _by_table(keys: Iterable[_Key]) -> dict[str, list[int]]:
    tables: defaultdict[str, list[int]] = defaultdict(list)
    for table, row in keys:
        tables[table].append(row)
    return tables


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
