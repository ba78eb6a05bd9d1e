"""The journal: every row a transaction changes, as it was before and after.

TEMP triggers on the writing connection see each kind of write (ORM, bulk, cascade, REPLACE)
and write to `journal_change` under the step that `_now` names; with no step named they write
nothing. TEMP ones because persistent triggers would miss columns that a migration adds and be
dropped without a word by its table rebuilds. An insert keeps only its key: its row is filled
in when it is undone. Rows are keyed by rowid, which is `id` in every table of ours and never
given twice.

A step that deleted what a person owns outlives the history: it stays for the bin, in state
"kept", as does what undo took away and redo can't bring back any more.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from jobtracker.domain.changes import Changes

KEPT_STEPS = 1000
KEPT_DAYS = 90
LONGEST_REST = 30
"""Seconds after which a run ends: what is typed then is another step."""
MOST_TAKEN_BACK = 20_000
"""Rows of what was undone that are kept for the bin; beyond, it was an import, and its file is
still there."""
OWNED = (
    "application",
    "company",
    "contact",
    "custom_field",
    "document",
    "exchange_rate",
    "interview",
    "letter",
    "letter_block",
    "letter_template",
    "my_skill",
    "offer",
    "pay_fact",
    "profile",
    "salary_table",
    "saved_view",
    "target_role",
)
"""The tables whose rows are records that a person owns; all others hang on one of them."""

_ANY_OWNED = f"table_name IN ({', '.join(repr(table) for table in OWNED)})"

_TAKEN_BACK = (
    "WITH ends AS (SELECT table_name, row_id, min(id) AS first, max(id) AS last "
    "FROM journal_change WHERE step_id IN (SELECT id FROM journal_step WHERE state = 'undone') "
    "GROUP BY table_name, row_id), "
    "made AS (SELECT ends.table_name, ends.row_id, ends.last FROM ends "
    "JOIN journal_change c ON c.id = ends.first WHERE c.op = 'insert')"
)
"""The rows that undone steps had inserted, each with the journal's last change of it."""

_Execute = Callable[..., Any]
"""Runs a statement with its values: a driver's `execute`, or SQLAlchemy's `exec_driver_sql`."""


class OpenStep(NamedTuple):
    """A step being written; `written_before` is the connection's count of rows written so far."""

    id: int
    written_before: int


def install(raw: Any, tables: Iterable[str]) -> None:
    """Give a plain driver connection its triggers; tables that hold blobs can't be journalled."""
    raw.execute("CREATE TEMP TABLE journal_now (step_id INTEGER NOT NULL)")
    for table in tables:
        for trigger in _triggers(table, columns_of(raw, table)):
            raw.execute(trigger)


def columns_of(raw: Any, table: str) -> list[str]:
    """The names of a table's columns, in order; from a driver connection."""
    return [name for (name,) in raw.execute(f"SELECT name FROM pragma_table_info('{table}')")]


def row_as_json(columns: Iterable[str], alias: str) -> str:
    """SQL for a whole row as JSON text; the same row always gives the same text."""
    pairs = ", ".join(f"'{name}', {alias}.\"{name}\"" for name in columns)
    return f"json_object({pairs})"


def _triggers(table: str, columns: Sequence[str]) -> Iterator[str]:
    before, after = row_as_json(columns, "OLD"), row_as_json(columns, "NEW")
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}" COLLATE BINARY' for name in columns)
    for operation, row, values, condition in (
        ("insert", "NEW", "NULL, NULL", ""),
        ("update", "OLD", f"{before}, {after}", f"WHEN {differs}"),
        ("delete", "OLD", f"{before}, NULL", ""),
    ):
        yield (
            f"CREATE TEMP TRIGGER journal_{operation}_{table} AFTER {operation} "
            f'ON main."{table}" {condition} BEGIN '
            "INSERT INTO journal_change (step_id, table_name, row_id, op, before, after) "
            f"SELECT step_id, '{table}', {row}.rowid, '{operation}', {values} FROM journal_now; END"
        )


def begin_step(connection: Connection, label: str, now: datetime) -> OpenStep:
    """Open a step: from here on every change of a journalled table is written under it."""
    made_at = now.astimezone(UTC).isoformat(timespec="seconds")
    step = connection.exec_driver_sql(
        "INSERT INTO journal_step (label, made_at, state, run) VALUES (?, ?, 'done', '') "
        "RETURNING id",
        (label, made_at),
    ).scalar_one()
    connection.exec_driver_sql("INSERT INTO journal_now (step_id) VALUES (?)", (step,))
    return OpenStep(step, _rows_written(connection))


def rename(connection: Connection, step: int, label: str) -> None:
    connection.exec_driver_sql("UPDATE journal_step SET label = ? WHERE id = ?", (label, step))


def wrote_nothing(connection: Connection, step: OpenStep) -> bool:
    """Whether not a single row was written since the step was opened, journalled or not."""
    return _rows_written(connection) == step.written_before


def end_step(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM journal_now")


def _rows_written(connection: Connection) -> int:
    raw = connection.connection.driver_connection
    assert raw is not None
    return int(raw.total_changes)


def keep(connection: Connection, step: int, now: datetime) -> None:
    """Make the step the newest of the history: nothing can be redone, the oldest are forgotten
    but for what they deleted.
    """
    raw = connection.connection.driver_connection
    assert raw is not None
    run = raw.execute  # each step pays for this, and SQLAlchemy would take twice the time
    oldest = (now.astimezone(UTC) - timedelta(days=KEPT_DAYS)).isoformat(timespec="seconds")
    found = run(
        "SELECT id, state, made_at < ? FROM journal_step WHERE id <> ? AND (state = 'undone' "
        "OR made_at < ? OR (state <> 'kept' AND id <= (SELECT id FROM journal_step "
        "WHERE state <> 'kept' ORDER BY id DESC LIMIT 1 OFFSET ?)))",
        (oldest, step, oldest, KEPT_STEPS),
    ).fetchall()
    if any(state == "undone" for _, state, _ in found):
        forget_undone(run, now)
    for key, state, has_expired in found:
        if state == "undone":
            continue
        if not has_expired and _deleted_owned(run, key):
            run("UPDATE journal_step SET state = 'kept' WHERE id = ?", (key,))
        else:
            run("DELETE FROM journal_step WHERE id = ?", (key,))


def _deleted_owned(run: _Execute, step: int) -> bool:
    found = run(
        "SELECT 1 FROM journal_change WHERE step_id = ? AND op = 'delete' "
        f"AND {_ANY_OWNED} LIMIT 1",
        (step,),
    )
    return found.fetchone() is not None


def forget_undone(run: _Execute, now: datetime) -> None:
    """Nothing can be redone any more. The records that undo took away stay for the bin, as if
    they had been deleted now: each as it was known last.
    """
    (kept,) = run("SELECT min(id) FROM journal_step WHERE state = 'undone'").fetchone()
    if kept is not None and _hold_taken_back(run, kept):
        made_at = now.astimezone(UTC).isoformat(timespec="seconds")
        run(
            "UPDATE journal_step SET state = 'kept', run = '', label = 'undo ' || label, "
            "made_at = ? WHERE id = ?",
            (made_at, kept),
        )
    run("DELETE FROM journal_step WHERE state = 'undone'")


def _hold_taken_back(run: _Execute, step: int) -> bool:
    """Put what the undone steps had made under this one of them, as deletions; whether there is
    any record of a person among it, and not too much.
    """
    owned, count, newest = run(
        f"{_TAKEN_BACK} SELECT coalesce(sum({_ANY_OWNED}), 0), count(*), "
        "(SELECT max(id) FROM journal_change) FROM made"
    ).fetchone()
    if not owned or count > MOST_TAKEN_BACK:
        return False
    run(
        "INSERT INTO journal_change (step_id, table_name, row_id, op, before) "
        f"{_TAKEN_BACK} SELECT ?, made.table_name, made.row_id, 'delete', "
        "coalesce(c.after, c.before) FROM made JOIN journal_change c ON c.id = made.last",
        (step,),
    )
    run("DELETE FROM journal_change WHERE step_id = ? AND id <= ?", (step, newest))
    return True


def join_run(connection: Connection, step: int, run: str, now: datetime) -> int:
    """Let the step be part of the newest one where both belong to one run; the id of the step
    that it is now.

    A row that both changed keeps its state before the first and after the last change, so a long
    run holds no more of it than a short one.
    """
    rested = (now.astimezone(UTC) - timedelta(seconds=LONGEST_REST)).isoformat(timespec="seconds")
    earlier: int | None = connection.exec_driver_sql(
        "SELECT id FROM journal_step WHERE id = (SELECT max(id) FROM journal_step WHERE id < ?) "
        "AND state = 'done' AND run = ? AND made_at >= ?",
        (step, run, rested),
    ).scalar()
    if earlier is None:
        connection.exec_driver_sql("UPDATE journal_step SET run = ? WHERE id = ?", (run, step))
        return step
    _fold_updates(connection, step, earlier)
    connection.exec_driver_sql(
        "UPDATE journal_change SET step_id = ? WHERE step_id = ?", (earlier, step)
    )
    connection.exec_driver_sql(
        "UPDATE journal_step SET (label, made_at) = (SELECT label, made_at FROM journal_step "
        "WHERE id = ?) WHERE id = ?",
        (step, earlier),
    )
    forget(connection, step)
    return earlier


def _fold_updates(connection: Connection, step: int, earlier: int) -> None:
    """Where the earlier step's last change of a row is an update too, let it end as this does."""
    updated = connection.exec_driver_sql(
        "SELECT table_name, row_id, max(id) FROM journal_change WHERE step_id = ? "
        "GROUP BY table_name, row_id HAVING min(op) = 'update' AND max(op) = 'update'",
        (step,),
    ).all()
    for table, row, newest in updated:
        key = (table, row)
        last = connection.exec_driver_sql(
            "SELECT id, op FROM journal_change WHERE step_id = ? AND table_name = ? "
            "AND row_id = ? ORDER BY id DESC LIMIT 1",
            (earlier, *key),
        ).first()
        if last is not None and last.op == "update":
            connection.exec_driver_sql(
                "UPDATE journal_change SET after = (SELECT after FROM journal_change WHERE id = ?) "
                "WHERE id = ?",
                (newest, last.id),
            )
            connection.exec_driver_sql(
                "DELETE FROM journal_change WHERE step_id = ? AND table_name = ? AND row_id = ?",
                (step, *key),
            )


def forget(connection: Connection, step: int) -> None:
    """Drop a step with its changes: it was empty, or it is not to be undone."""
    connection.exec_driver_sql("DELETE FROM journal_step WHERE id = ?", (step,))


def make_barrier(connection: Connection, step: int) -> None:
    """Let undo stop at this step; its own changes need not be kept."""
    connection.exec_driver_sql("DELETE FROM journal_change WHERE step_id = ?", (step,))
    connection.exec_driver_sql("UPDATE journal_step SET state = 'barrier' WHERE id = ?", (step,))


def put_barrier(raw: Any, label: str, now: datetime) -> None:
    """A barrier written through a driver connection: what a migration or a restore leaves."""
    made_at = now.astimezone(UTC).isoformat(timespec="seconds")
    forget_undone(raw.execute, now)
    raw.execute(
        "INSERT INTO journal_step (label, made_at, state, run) VALUES (?, ?, 'barrier', '')",
        (label, made_at),
    )


def changes_of(connection: Connection, step: int) -> Changes:
    """The rows a step touched, by table."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    found = connection.exec_driver_sql(
        "SELECT DISTINCT table_name, row_id FROM journal_change WHERE step_id = ?", (step,)
    )
    for table, row in found:
        rows[table].add(row)
    return Changes({table: frozenset(ids) for table, ids in rows.items()})
