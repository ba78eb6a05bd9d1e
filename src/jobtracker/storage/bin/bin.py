"""The bin: what steps of the journal deleted and is not there now.

A record is listed with what hung on it when it went (an application with its events, letters,
files), found by the references that cascade. Nothing is stored for it but the journal.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.deleted import Deleted
from jobtracker.storage import arguments, row_states
from jobtracker.storage.bin import naming
from jobtracker.storage.journal import OWNED
from jobtracker.storage.row_states import Key, Link, Run
from jobtracker.storage.schema import JOURNALLED, Base

HANGING = tuple(table for table in JOURNALLED if table != "setting")
"""The tables whose deleted rows come back; a setting is changed, not deleted."""
LINKING = (
    "application_contact",
    "application_profile",
    "application_tag",
    "custom_value",
    "letter_block_use",
)
"""Rows that only say how two records belong together: they go with either."""
FOR_GOOD = "delete for good"


class Place(NamedTuple):
    """Where a deleted row is remembered: the journal's change, and its step."""

    entry: int
    step: int


def run_in(session: Session) -> Run:
    """Statements of the driver's own, inside the session's transaction."""
    return row_states.driver(session.connection())


def listed(session: Session) -> list[Deleted]:
    """Every record that can be brought back, the newest first."""
    run = run_in(session)
    gone = missing(run, OWNED)
    parents = _parents(run, gone)
    roots = {key: key for key in gone}
    for key in gone:
        while (above := parents.get(roots[key])) is not None:
            roots[key] = above
    holds: defaultdict[Key, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for key, root in roots.items():
        if key != root:
            holds[root][key[0]] += 1
    shown = {key: gone[key] for key, root in roots.items() if key == root}
    names = naming.names(run, {key: place.entry for key, place in shown.items()})
    steps = _steps(run)
    found = [
        Deleted(
            place.entry,
            key[0],
            names[key],
            *steps[place.step],
            tuple(sorted(holds[key].items())),
        )
        for key, place in shown.items()
    ]
    return sorted(found, key=lambda one: one.id, reverse=True)


def missing(run: Run, tables: Iterable[str]) -> dict[Key, Place]:
    """The rows of these tables that were deleted and are not there now, by where they were
    deleted last. A record that came in anew with the same uid is there.
    """
    found = run(
        "SELECT c.table_name, c.row_id, max(c.id), c.step_id FROM journal_change c "
        "JOIN journal_step s ON s.id = c.step_id WHERE c.op = 'delete' AND s.state <> 'undone' "
        "AND c.table_name IN (SELECT value FROM json_each(?)) GROUP BY c.table_name, c.row_id",
        (json.dumps(list(tables)),),
    ).fetchall()
    places = {(table, row): Place(entry, step) for table, row, entry, step in found}
    for table, ids in row_states.by_table(places).items():
        for row in _there(run, table, [places[table, row] for row in ids]):
            del places[table, row]
    return places


def _there(run: Run, table: str, places: Sequence[Place]) -> list[int]:
    """The rows that are there again, by their id or their uid."""
    same = "t.rowid = c.row_id"
    if "uid" in Base.metadata.tables[table].columns:
        same = f"({same} OR t.uid = c.before ->> '$.uid')"
    rows = run(
        f"SELECT c.row_id FROM journal_change c WHERE c.id IN (SELECT value FROM json_each(?)) "
        f'AND EXISTS (SELECT 1 FROM "{table}" t WHERE {same})',
        (json.dumps([place.entry for place in places]),),
    )
    return [row for (row,) in rows]


def hanging(run: Run, gone: Mapping[Key, Place], roots: Iterable[Key]) -> dict[Key, str]:
    """These deleted rows and all that was deleted with each by cascade, as they were before."""
    chosen: dict[Key, str] = {}
    for step, keys in _by_step(gone, roots).items():
        rows = {
            key: str(net.before if isinstance(net.before, str) else _last(run, gone[key]))
            for key, net in row_states.nets(run, step).items()
            if net.after is None and key in gone and gone[key].step == step
        }
        below = _children(rows)
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in chosen and key in rows:
                chosen[key] = rows[key]
                waiting += below.get(key, ())
    return chosen


def _by_step(gone: Mapping[Key, Place], keys: Iterable[Key]) -> dict[int, list[Key]]:
    steps: defaultdict[int, list[Key]] = defaultdict(list)
    for key in keys:
        steps[gone[key].step].append(key)
    return steps


def _last(run: Run, place: Place) -> str:
    """A row that came and went in one step, as it went."""
    return str(run("SELECT before FROM journal_change WHERE id = ?", (place.entry,)).fetchone()[0])


def _children(rows: Mapping[Key, str]) -> dict[Key, list[Key]]:
    below: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, text in rows.items():
        if links := cascading(key[0]):
            row = json.loads(text)
            for link in links:
                if row[link.column] is not None:
                    below[link.parent, row[link.column]].append(key)
    return below


@cache
def cascading(table: str) -> tuple[Link, ...]:
    """The references by which a row goes along with another."""
    return tuple(
        link
        for link in row_states.links()
        if link.table == table and (link.rule == "CASCADE" or table in LINKING)
    )


def _parents(run: Run, gone: Mapping[Key, Place]) -> dict[Key, Key]:
    """What each deleted record went along with."""
    parents: dict[Key, Key] = {}
    for table, ids in row_states.by_table(gone).items():
        for link in cascading(table):
            if link.parent not in OWNED:
                continue
            rows = run(
                f"SELECT row_id, before ->> '$.{link.column}' FROM journal_change "
                "WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps([gone[table, row].entry for row in ids]),),
            )
            for row, above in rows:
                parent = gone.get((link.parent, above))
                if parent is not None and parent.step == gone[table, row].step:
                    parents[table, row] = (link.parent, above)
    return parents


def _steps(run: Run) -> dict[int, tuple[str, str]]:
    """When each step was made, and its label."""
    return {
        key: (at, label) for key, at, label in run("SELECT id, made_at, label FROM journal_step")
    }


def forget(session: Session, entries: Sequence[int] | None) -> int:
    """Let these entries leave the file for good, or all of them; how many.

    Their rows leave every step, so that undo ends at the newest step that had any of them. What
    they took in the file is overwritten. The bytes of files are the caller's to sweep.
    """
    run = run_in(session)
    gone = missing(run, HANGING)
    wanted = {one.id for one in listed(session)}
    if entries is not None:
        wanted &= set(entries)
    roots = [key for key, place in gone.items() if place.entry in wanted]
    rows = hanging(run, gone, roots)
    if rows:
        run("PRAGMA secure_delete=ON")
        try:
            uids = (json.loads(rows[key])["uid"] for key in rows if key[0] == "application")
            _erase(run, [*rows, *arguments.remove_all(run, uids)])
        finally:
            run("PRAGMA secure_delete=OFF")
    return len(roots)


def _erase(run: Run, keys: Iterable[Key]) -> None:
    """Take all changes of these rows out of the journal, and the steps that are left empty."""
    run("CREATE TEMP TABLE IF NOT EXISTS bin_erased (change_id INTEGER, step_id INTEGER)")
    for table, ids in row_states.by_table(keys).items():
        run(
            "INSERT INTO bin_erased SELECT id, step_id FROM journal_change WHERE table_name = ? "
            "AND row_id IN (SELECT value FROM json_each(?))",
            (table, json.dumps(ids)),
        )
    run("DELETE FROM journal_change WHERE id IN (SELECT change_id FROM bin_erased)")
    run(
        "UPDATE journal_step SET state = 'barrier', label = ? WHERE state = 'done' "
        "AND id = (SELECT max(step_id) FROM bin_erased)",
        (FOR_GOOD,),
    )
    run(
        "DELETE FROM journal_step WHERE id IN (SELECT step_id FROM bin_erased) "
        "AND state <> 'barrier' AND NOT EXISTS "
        "(SELECT 1 FROM journal_change c WHERE c.step_id = journal_step.id)"
    )
    run("DELETE FROM bin_erased")
