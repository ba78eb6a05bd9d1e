"""The rows of one table of a damaged file: every one that can be read, and which could not.

A row is reached through pages of its table's tree; where one of these is bad, reading goes on
from the other end and then from the middle of what is left, until only the bad pages' own rows
are. What indexes know of the lost rows tells how many they were, and part of what they said.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.storage.salvage.damaged import Damaged

Values = tuple[object, ...]
Take = Callable[[int, Values], None]
"""Hears the rowid and the values of a row; text comes as UTF-8 bytes."""

_LOWEST, _HIGHEST = 1, (1 << 63) - 1
_MOST_BY_COLUMN = 2_000
_MOST_PROBES = 200_000
"""Statements for one table: what is left then is given up, the largest gaps having been halved."""


class Columns(NamedTuple):
    """A table of the workspace that is rebuilt; `indexes` are its indexes' columns by name."""

    table: str
    names: tuple[str, ...]
    indexes: dict[str, tuple[str, ...]]


class Lost(NamedTuple):
    """Rows that could not be read: what indexes say of each, and whether these are all."""

    known: dict[int, dict[str, object]]
    exact: bool


class TableReader:
    """Reads one table. `found` are the ids of the rows that were read whole."""

    def __init__(self, damaged: Damaged, columns: Columns, take: Take) -> None:
        self._damaged = damaged
        self._columns = columns
        self._take = take
        self._probes = 0
        self._chosen = ", ".join(f'"{name}"' for name in columns.names)
        self.found: set[int] = set()
        self.broken: list[int] = []
        self.unread: list[tuple[int, int]] = []

    def read(self) -> Lost:
        """Read what can be read; what could not."""
        low = self._run(_LOWEST, _HIGHEST, "ASC")
        if low is None:
            return Lost({}, exact=True)
        high = self._run(low, _HIGHEST, "DESC")
        if high is None:
            return Lost({}, exact=True)
        if self._never_had_any():
            return Lost({}, exact=True)
        self.unread = [(low, self._end() if high == _HIGHEST else high)]
        while self.unread and self._probes < _MOST_PROBES:
            self.unread = [half for gap in self.unread for half in self._halves(*gap)]
        return self._lost()

    def _never_had_any(self) -> bool:
        """Whether the file still tells that no row of this table was ever given a number."""
        if "id" not in self._columns.names or self.found:
            return False
        try:
            named = {row[0] for row in self._damaged.rows("SELECT name FROM sqlite_sequence")}
        except driver.Error:
            self._damaged.again()
            return False
        return bool(named) and self._columns.table.encode() not in named

    def _end(self) -> int:
        """The highest id that was ever given, from whichever place still tells it."""
        named = self._damaged.one(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", self._columns.table
        )
        known = [named[0]] if named and isinstance(named[0], int) else []
        for name in self._columns.indexes:
            known += self._index(name, ())[0]
        return max(known, default=0)

    def _halves(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Read a gap from below and from above; what is left of it, in halves."""
        if low > high:
            return
        first = self._run(low, high, "ASC")
        if first is None:
            return
        last = self._run(first, high, "DESC")
        if last is None:
            return
        if first == last:
            self.broken.append(first)
            return
        middle = (first + last) // 2
        yield first, middle
        yield middle + 1, last

    def _run(self, low: int, high: int, order: str) -> int | None:
        """Read rows between two ids until one can't be; the next id then, None at the end."""
        self._probes += 1
        at, step = (low, 1) if order == "ASC" else (high, -1)
        try:
            for key, *values in self._damaged.rows(
                f'SELECT rowid, {self._chosen} FROM "{self._columns.table}" '
                f"WHERE rowid BETWEEN ? AND ? ORDER BY rowid {order}",
                low,
                high,
            ):
                if not low <= key <= high or key in self.found:
                    return at  # a page of another place: its rows are in no order
                self.found.add(key)
                self._take(key, tuple(values))
                at = key + step
        except driver.Error:
            self._damaged.again()
            return at
        return None

    def _lost(self) -> Lost:
        """What the indexes know of rows that were not read."""
        known: dict[int, dict[str, object]] = {}
        exact = False
        for name, columns in self._columns.indexes.items():
            ids, whole = self._index(name, columns)
            exact = exact or whole
            for key, values in ids.items():
                if key not in self.found:
                    known.setdefault(key, {}).update(zip(columns, values, strict=True))
        for key in self.broken[:_MOST_BY_COLUMN]:
            self._by_column(key, known)
        return Lost(known, exact)

    def _by_column(self, key: int, known: dict[int, dict[str, object]]) -> None:
        """The values of a row that lie before the bad page: a long text goes over several."""
        for name in self._columns.names:
            value = self._damaged.one(
                f'SELECT "{name}" FROM "{self._columns.table}" WHERE rowid = ?', key
            )
            if value is None:
                return
            known.setdefault(key, {})[name] = value[0]

    def _index(self, name: str, columns: tuple[str, ...]) -> tuple[dict[int, Values], bool]:
        """The ids in an index with the values of its columns, from both ends; whether all."""
        chosen = "".join(f', "{column}"' for column in columns)
        found: dict[int, Values] = {}
        order = ", ".join(f'"{c}" {{0}}' for c in self._columns.indexes[name])
        for direction in ("ASC", "DESC"):
            try:
                for key, *values in self._damaged.rows(
                    f'SELECT rowid{chosen} FROM "{self._columns.table}" INDEXED BY "{name}" '
                    f"ORDER BY {order.format(direction)}"
                ):
                    if isinstance(key, int) and key > 0:
                        found[key] = tuple(values)
            except driver.Error:
                self._damaged.again()
            else:
                return found, True
        return found, False
