"""Undo and redo: a net restore of the rows that one step changed, never a replay.

For each touched row the state before the step and the one after it are known. Undo looks
whether the live rows are what the step left and makes them what was before; redo is the same
with the two exchanged. Foreign keys are off meanwhile (deleting a parent would take its children
along) and are checked afterwards.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from jobtracker.domain.changes import NOTHING_CHANGED, Changes
from jobtracker.domain.errors import ChangedSinceError, NothingToUndoError, UndoStopsError
from jobtracker.storage import row_states
from jobtracker.storage.row_states import (
    CHUNK,
    PRESENT,
    Key,
    Link,
    Net,
    Run,
    State,
    Unknown,
    by_table,
    chunks,
)

_STOP = "What was done before “{label}” can't be undone."
_STOPS = {
    "the restored backup": "Undo does not reach back over the restored backup; the backup “Before "
    "a restore” is the way back.",
    "the update of the workspace": "Undo does not reach back over the update; the backup “Before "
    "an update” is the way back.",
}
"""Why undo goes no further, by the label of a barrier; the others say the first sentence."""


class Indexer(Protocol):
    """What keeps the search index in step with the rows."""

    def watch(self, raw: Any) -> None: ...

    def __call__(self, session: Session) -> None: ...

    def rebuild(self, session: Session) -> None: ...


class Step(NamedTuple):
    """One user action: `made_at` is ISO text in UTC, `state` "done", "undone" or "barrier".

    `changes` are the rows that were restored; in a history list they are left out.
    """

    id: int
    label: str
    made_at: str
    state: str
    changes: Changes = NOTHING_CHANGED


def undo(engine: Engine, indexer: Indexer | None) -> Step:
    """Take back the newest step that is done. Raises NothingToUndoError, ChangedSinceError."""
    with _without_foreign_keys(engine) as connection:
        step = _first(connection, "state IN ('done', 'barrier') ORDER BY id DESC")
        if step is None:
            raise NothingToUndoError("There is nothing to undo.")
        if step.state == "barrier":
            raise UndoStopsError(_STOPS.get(step.label) or _STOP.format(label=step.label))
        return _turned(connection, indexer, step, back=True)


def redo(engine: Engine, indexer: Indexer | None) -> Step:
    """Do again the step undone last. Raises NothingToUndoError, ChangedSinceError."""
    with _without_foreign_keys(engine) as connection:
        step = _first(connection, "state = 'undone' ORDER BY id")
        if step is None:
            raise NothingToUndoError("There is nothing to redo.")
        return _turned(connection, indexer, step, back=False)


def history(connection: Connection, limit: int) -> list[Step]:
    """The newest steps first, the undone ones among them; not what is only kept for the bin."""
    rows = connection.exec_driver_sql(
        "SELECT id, label, made_at, state FROM journal_step WHERE state <> 'kept' "
        "ORDER BY id DESC LIMIT ?",
        (limit,),
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
    run = row_states.driver(connection)
    nets = row_states.nets(run, step.id)
    live = row_states.live_rows(run, nets)
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
    changes = Changes({table: frozenset(ids) for table, ids in by_table(nets).items()})
    if indexer is not None:
        with Session(connection) as session:
            indexer(session)
    return step._replace(state=state, changes=changes)


def _changed_since(step: Step) -> ChangedSinceError:
    return ChangedSinceError(
        f"“{step.label}” can't be taken back or done again: the same records were changed since; "
        "nothing was changed now; edit them by hand."
    )


def _differs(expected: State, live: str | None) -> bool:
    return live is None if isinstance(expected, Unknown) else live != expected


def _fill_in(run: Run, nets: Mapping[Key, Net], live: Mapping[Key, str]) -> None:
    """Note the inserted rows before they go, so that redo can bring them back."""
    known = [(live[key], net.entry) for key, net in nets.items() if net.after is PRESENT]
    if known:
        run("UPDATE journal_change SET after = ? WHERE id = ?", known)


def _restore(run: Run, live: Mapping[Key, str], goal: Mapping[Key, str]) -> None:
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
    kept = {key: new for key, new in changed.items() if not new.keys() & _unique_columns(key[0])}
    same = {key for key in goal.keys() & live.keys() if key not in changed}
    row_states.delete(run, [key for key in live if key not in kept and key not in same])
    _update(run, kept)
    row_states.insert(run, {k: text for k, text in goal.items() if k not in kept and k not in same})


def _differing(live: str, goal: str) -> dict[str, Any]:
    before, after = json.loads(live), json.loads(goal)
    return {name: value for name, value in after.items() if before[name] != value}


def _update(run: Run, rows: Mapping[Key, Mapping[str, Any]]) -> None:
    alike: defaultdict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
    for (table, row), new in rows.items():
        alike[table, tuple(new)].append((*new.values(), row))
    for (table, names), values in alike.items():
        assignments = ", ".join(f'"{name}" = ?' for name in names)
        run(f'UPDATE "{table}" SET {assignments} WHERE rowid = ?', values)


def _broken_references(run: Run, live: Mapping[Key, str], goal: Mapping[Key, State]) -> bool:
    """Whether a restored row names a row that is not there, or a row is left that names one of
    those taken away. Only what was touched is looked at: the rest was sound and still is.
    """
    back = [key for key, text in goal.items() if text is not None]
    gone = {key: live[key] for key in live.keys() - set(back)}
    links = row_states.links()
    return any(
        _names_nobody(run, link, ids)
        for table, ids in by_table(back).items()
        for link in links
        if link.table == table
    ) or any(
        _is_named(run, link, [gone[table, row] for row in ids])
        for table, ids in by_table(gone).items()
        for link in links
        if link.parent == table
    )


@cache
def _unique_columns(table: str) -> frozenset[str]:
    """The columns of a table whose values no two rows share, on their own or together."""
    return frozenset(name for group in row_states.unique_groups(table) for name in group)


def _names_nobody(run: Run, link: Link, ids: list[int]) -> bool:
    table, column, parent, key, _ = link
    return any(
        run(
            f'SELECT 1 FROM "{table}" t WHERE t.rowid IN (SELECT value FROM json_each(?)) '
            f'AND t."{column}" IS NOT NULL '
            f'AND NOT EXISTS (SELECT 1 FROM "{parent}" p WHERE p."{key}" = t."{column}")',
            (json.dumps(some),),
        ).fetchone()
        for some in chunks(ids)
    )


def _is_named(run: Run, link: Link, rows: list[str]) -> bool:
    table, column, _, key, _ = link
    return any(
        run(
            f'SELECT 1 FROM "{table}" WHERE "{column}" IN (SELECT value ->> ? FROM json_each(?))',
            (f"$.{key}", f"[{','.join(rows[start : start + CHUNK])}]"),
        ).fetchone()
        for start in range(0, len(rows), CHUNK)
    )
