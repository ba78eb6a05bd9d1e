"""Bringing deleted records back: their rows, those that hang on them, and those they need.

A company that exists again under the same name takes the place of the old one, so does a tag.
What only linked a record with one that is gone stays away until that one comes back too.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.deleted import KIND_WORDS
from jobtracker.domain.errors import ChangedSinceError, NotFoundError
from jobtracker.domain.text import quoted
from jobtracker.storage import row_states
from jobtracker.storage.bin import naming
from jobtracker.storage.bin.bin import HANGING, LINKING, Place, cascading, hanging, missing, run_in
from jobtracker.storage.journal import OWNED
from jobtracker.storage.row_states import Key, Link, Run

_KNOWN_BY_NAME = ("company", "custom_field", "tag")
"""Where one of the same name is the same to whatever needs it."""
_ONE_EACH = "application_profile"
"""An application has one benchmark: one that was chosen since stays."""
_HISTORY = "event"
"""What was logged of a record that went was taken back in the log; it is told anew."""


class Restored(NamedTuple):
    """The names of what was asked for, of records that had to come along, and all that came, by
    table.
    """

    names: tuple[str, ...]
    along: tuple[str, ...]
    rows: Mapping[str, tuple[int, ...]]


def restore(session: Session, entries: Sequence[int]) -> Restored:
    """Bring these entries of the bin back. Raises NotFoundError where one is not in it (any
    more), ChangedSinceError where its place is taken or what it needs is gone for good.
    """
    run = run_in(session)
    plan = _Plan(run)
    roots = plan.roots(entries)
    plan.bring(roots)
    plan.settle()
    run("PRAGMA defer_foreign_keys=ON")
    row_states.insert(run, {key: json.dumps(row) for key, row in plan.rows.items()})
    _link_again(run, plan)
    _repeat_names(run, plan)
    records = {key: plan.gone[key].entry for key in plan.rows if key[0] in OWNED}
    names = naming.names(run, {key: records[key] for key in roots + plan.needed})
    return Restored(
        tuple(names[key] for key in roots),
        tuple(names[key] for key in plan.needed),
        {table: tuple(ids) for table, ids in row_states.by_table(plan.rows).items()},
    )


def not_there(entry: int) -> NotFoundError:
    """The answer to an entry that the bin has not, or no longer."""
    return NotFoundError(
        f"There is nothing {entry} in the bin (any more); nothing was changed. "
        "“bin list” shows what there is."
    )


class _Plan:
    """The rows to insert, `needed` the records among them that others could not come without."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.gone = missing(run, HANGING)
        self.rows: dict[Key, dict[str, Any]] = {}
        self.needed: list[Key] = []
        self._roots: list[Key] = []
        self._instead: dict[Key, int] = {}

    def roots(self, entries: Sequence[int]) -> list[Key]:
        by_entry = {place.entry: key for key, place in self.gone.items() if key[0] in OWNED}
        for entry in entries:
            if entry not in by_entry:
                raise not_there(entry)
        self._roots = [by_entry[entry] for entry in dict.fromkeys(entries)]
        return self._roots

    def bring(self, keys: Sequence[Key]) -> None:
        """Take these and what hangs on them, and whatever those need."""
        found = hanging(self._run, self.gone, [key for key in keys if key not in self.rows])
        new = {key: json.loads(text) for key, text in found.items() if key not in self.rows}
        self.rows |= new
        self._make_room(new)
        for key in new:
            if key in self.rows:
                self._find_parents(key)

    def settle(self) -> None:
        """Add the links whose other end was missing until now, then name all by present keys."""
        for key, row in self._loose_links():
            self.rows[key] = row
            self._make_room([key])
        for key, row in self.rows.items():
            for link in _links_of(key[0]):
                row[link.column] = self._instead.get(
                    (link.parent, row[link.column]), row[link.column]
                )

    def _find_parents(self, key: Key) -> None:
        for link in _links_of(key[0]):
            row = self.rows.get(key)
            if row is None or row[link.column] is None or self._is_there(link, row[link.column]):
                continue
            parent = (link.parent, row[link.column])
            if link.rule == "SET NULL":
                row[link.column] = None
            elif key[0] in LINKING and link.parent in OWNED:
                del self.rows[key]
            elif parent in self.gone:
                self.bring([parent])
                if parent in self.rows and link.parent in OWNED:
                    self.needed.append(parent)
            else:
                raise self._lost(key, link)

    def _is_there(self, link: Link, value: Any) -> bool:
        parent = (link.parent, value)
        if parent in self.rows or parent in self._instead:
            return True
        found = self._run(f'SELECT 1 FROM "{link.parent}" WHERE "{link.key}" = ?', (value,))
        return found.fetchone() is not None

    def _make_room(self, keys: Iterable[Key]) -> None:
        """Where a row's unique values are taken: let the other do for it, leave out what is
        nobody's record, or refuse.
        """
        for key in list(keys):
            if key not in self.rows:
                continue
            taken = _holder(self._run, key[0], self.rows[key])
            if taken is None:
                continue
            if key[0] in _KNOWN_BY_NAME and key not in self._roots:
                self._instead[key] = taken
            elif key[0] in OWNED:
                raise self._taken(key)
            del self.rows[key]

    def _loose_links(self) -> list[tuple[Key, dict[str, Any]]]:
        found = []
        for key in [key for key in self.gone if key[0] in LINKING and key not in self.rows]:
            links = cascading(key[0])
            row = json.loads(_before(self._run, self.gone[key]))
            ends = [(link.parent, row[link.column]) for link in links]
            if (
                any(end in self.rows for end in ends)
                and any(self._went_in(end, self.gone[key].step) for end in ends)
                and all(self._is_there(link, row[link.column]) for link in links)
            ):
                found.append((key, row))
        return found

    def _went_in(self, key: Key, step: int) -> bool:
        """Whether this step deleted the row: a link that it deleted went along with it."""
        found = self._run(
            "SELECT 1 FROM journal_change WHERE step_id = ? AND table_name = ? AND row_id = ? "
            "AND op = 'delete'",
            (step, *key),
        )
        return found.fetchone() is not None

    def _taken(self, key: Key) -> ChangedSinceError:
        one = KIND_WORDS[key[0]][0]
        return ChangedSinceError(
            f"{quoted(self._name(key))} can't be brought back: another {one} has taken its "
            "place; nothing was changed; rename or delete that one first."
        )

    def _lost(self, key: Key, link: Link) -> ChangedSinceError:
        above = KIND_WORDS.get(link.parent, (link.parent.replace("_", " "), ""))[0]
        return ChangedSinceError(
            f"{quoted(self._name(key))} can't be brought back: its {above} is gone for good; "
            "nothing was changed; look for it in a backup."
        )

    def _name(self, key: Key) -> str:
        if key[0] not in OWNED:
            return key[0].replace("_", " ")
        return naming.names(self._run, {key: self.gone[key].entry})[key]


def _before(run: Run, place: Place) -> str:
    return str(run("SELECT before FROM journal_change WHERE id = ?", (place.entry,)).fetchone()[0])


def _links_of(table: str) -> list[Link]:
    return [link for link in row_states.links() if link.table == table]


def _holder(run: Run, table: str, row: Mapping[str, Any]) -> int | None:
    """The row that has the unique values of this one now."""
    groups = [("application_id",)] if table == _ONE_EACH else row_states.unique_groups(table)
    for group in groups:
        same = " AND ".join(f'"{name}" = ?' for name in group)
        found = run(
            f'SELECT rowid FROM "{table}" WHERE {same}', tuple(row.get(name) for name in group)
        ).fetchone()
        if found is not None:
            return int(found[0])
    return None


def _link_again(run: Run, plan: _Plan) -> None:
    """Let rows that only lost their reference to what is back name it again."""
    by_parent = [link for link in row_states.links() if link.rule == "SET NULL"]
    steps = {plan.gone[key].step for key in plan.rows}
    back = {key for key in plan.rows if any(link.parent == key[0] for link in by_parent)}
    for step in steps if back else ():
        changed = {
            key: net
            for key, net in row_states.nets(run, step).items()
            if isinstance(net.before, str) and net.after is not None and key[0] != _HISTORY
        }
        for (table, row), net in changed.items():
            before = json.loads(str(net.before))
            for link in by_parent:
                if link.table == table and (link.parent, before[link.column]) in back:
                    run(
                        f'UPDATE "{table}" SET "{link.column}" = ? '
                        f'WHERE rowid = ? AND "{link.column}" IS NULL',
                        (before[link.column], row),
                    )


def _repeat_names(run: Run, plan: _Plan) -> None:
    """What lists sort by: a company may have another name by now."""
    run(
        "UPDATE application SET company_key = "
        "(SELECT name_key FROM company c WHERE c.id = application.company_id) "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([row for table, row in plan.rows if table == "application"]),),
    )
