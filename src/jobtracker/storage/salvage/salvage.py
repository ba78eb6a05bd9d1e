"""Out of a damaged file into a new one: every table, row by row, skipping what cannot be read.

The new file has the tables of the release that wrote the damaged one; whoever opens it next
brings it up to date, as any older workspace.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.storage import health, journal, migrator
from jobtracker.storage.files import make_private
from jobtracker.storage.salvage import mending
from jobtracker.storage.salvage.damaged import Damaged, SchemaRow, nothing_left, readable_copy
from jobtracker.storage.salvage.lost_rows import Losses
from jobtracker.storage.salvage.row_reading import Columns, TableReader, Values
from jobtracker.storage.salvage.stored_values import Column, WrongValueError, checked, columns_of
from jobtracker.storage.schema import APPLICATION_ID, HEAD

_NOT_COPIED = ("alembic_version", "search_", "sqlite_")
_FIRST = ("blob", "journal_step")
"""Bytes whose hash is another now give documents their new one."""


class Rebuilt(NamedTuple):
    """What a new file holds, rows by table, and what was lost on the way, in sentences."""

    rows: dict[str, int]
    missing: tuple[str, ...]


def rebuild(
    path: Path, new: Path, folder: Path | None, now: datetime, tell: Callable[[int, int], None]
) -> Rebuilt:
    """Make `new` of what can be read of `path`, of which a copy lies in `folder` meanwhile.

    `tell` hears tables done and tables in all, and may raise. Raises WorkspaceDamagedError where
    not one record can be read, WorkspaceLockedError; `new` is then the caller's to remove.
    """
    with readable_copy(path, folder, _tables_of_a_new_file) as damaged:
        make_private(new)
        raw = health.connect(new, "rw", like=damaged.raw)
        try:
            raw.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
            revision = _revision(damaged)
            migrator.upgrade(raw, user_version=int(revision), barrier_at=None, to=revision)
            filling = _Filling(damaged, raw, now)
            filling.fill(tell)
            rows = _counts(raw)
            if not any(rows.get(name) for name in ("application", "company", "contact")):
                raise nothing_left(path.name)
            journal.put_barrier(raw, "what was read out of a damaged file", now)
        finally:
            raw.close()
    return Rebuilt(rows, filling.losses.sentences())


class _Filling:
    """Fills an empty workspace, table after table."""

    def __init__(self, damaged: Damaged, raw: Any, now: datetime) -> None:
        self._damaged = damaged
        self._raw = raw
        self._now = now
        self._new_hashes: dict[str, str] = {}
        self.losses = Losses()

    def fill(self, tell: Callable[[int, int], None]) -> None:
        names = _copied(self._raw)
        self._raw.execute("PRAGMA foreign_keys=OFF")
        self._raw.execute("BEGIN IMMEDIATE")
        for done, name in enumerate(names):
            tell(done, len(names))
            self._table(name)
        tell(len(names), len(names))
        mending.mend(self._raw, self.losses, self._now)
        _keep_numbers(self._damaged, self._raw)
        self._raw.execute("COMMIT")
        self._raw.execute("PRAGMA foreign_keys=ON")

    def _table(self, name: str) -> None:
        columns = columns_of(self._raw.execute(f'PRAGMA table_info("{name}")'))
        there = _names_there(self._damaged, name)
        known = [column for column in columns if not there or column.name in there]
        reading = Columns(name, tuple(c.name for c in known), _indexes(self._raw, name))
        marks = ", ".join("?" * len(columns))
        chosen = ", ".join(f'"{column.name}"' for column in columns)
        statement = f'INSERT INTO "{name}" (rowid, {chosen}) VALUES (?, {marks})'

        def take(key: int, values: Values) -> None:
            told = dict(zip(reading.names, values, strict=True))
            row = self._checked(name, key, columns, told)
            if row is not None:
                self._insert(name, key, statement, row)

        reader = TableReader(self._damaged, reading, take)
        lost = reader.read()
        self.losses.unread(name, lost, reader.unread)
        for key, told in lost.known.items():
            values = mending.completed(name, key, columns, told, self._now)
            if values is not None and self._insert(name, key, statement, values):
                self.losses.partly(name, key)

    def _checked(
        self, name: str, key: int, columns: tuple[Column, ...], told: dict[str, object]
    ) -> tuple[object, ...] | None:
        """The row's values in the order of the columns, None where the row can't be kept."""
        row = []
        for column in columns:
            try:
                value = checked(name, column, told.get(column.name))
            except WrongValueError as wrong:
                if not wrong.may_be_blank:
                    self.losses.refused(name, key)
                    return None
                self.losses.blank(name, key, column.name)
                value = wrong.blank
            if column.name.endswith("hash") and isinstance(value, str):
                value = self._new_hashes.get(value, value)
            row.append(value)
        if name == "blob":
            row[0] = self._true_hash(key, str(row[0]), row[1])
        return tuple(row)

    def _true_hash(self, key: int, stated: str, content: object) -> str:
        """Bytes are known by what they are; those that are not what they were are told."""
        digest = hashlib.sha256(content if isinstance(content, bytes) else b"").hexdigest()
        if digest != stated:
            self._new_hashes[stated] = digest
            self.losses.altered(key, digest)
        return digest

    def _insert(self, name: str, key: int, statement: str, row: tuple[object, ...]) -> bool:
        try:
            self._raw.execute(statement, (key, *row))
        except driver.IntegrityError:
            self.losses.refused(name, key)
            return False
        return True


def _tables_of_a_new_file() -> list[SchemaRow]:
    """Where the tables of a workspace lie that this release makes."""
    raw = driver.connect(":memory:", isolation_level=None)
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID:d}")
        migrator.upgrade(raw, user_version=int(HEAD), barrier_at=None)
        found = raw.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master")
        return [SchemaRow(*row) for row in found.fetchall()]
    finally:
        raw.close()


def _revision(damaged: Damaged) -> str:
    """The release that wrote the file, as far as that can be told; else this one."""
    known = migrator.known_revisions()
    stored = damaged.one("SELECT version_num FROM alembic_version")
    version = damaged.one("PRAGMA user_version")
    told = stored[0].decode(errors="replace") if stored and isinstance(stored[0], bytes) else ""
    guesses = (told, f"{version[0]:04}" if version else "")
    return next((guess for guess in guesses if guess in known), HEAD)


def _copied(raw: Any) -> list[str]:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    names = [name for (name,) in found if not name.startswith(_NOT_COPIED)]
    return sorted(names, key=lambda name: name not in _FIRST)


def _indexes(raw: Any, table: str) -> dict[str, tuple[str, ...]]:
    """The indexes that name every row of a table, with their columns."""
    listed = raw.execute(f'PRAGMA index_list("{table}")').fetchall()
    return {
        name: tuple(row[2] for row in raw.execute(f'PRAGMA index_info("{name}")'))
        for _, name, _, _, partial in listed
        if not partial
    }


def _names_there(damaged: Damaged, table: str) -> set[str]:
    try:
        rows = list(damaged.rows(f'PRAGMA table_info("{table}")'))
    except driver.Error:
        damaged.again()
        return set()
    return {row[1].decode(errors="replace") for row in rows}


def _keep_numbers(damaged: Damaged, raw: Any) -> None:
    """No number that was given once is given again."""
    for (table,) in raw.execute("SELECT name FROM sqlite_sequence").fetchall():
        told = damaged.one("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
        if told and isinstance(told[0], int) and 0 < told[0] < 1 << 40:
            raw.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (told[0], table)
            )


def _counts(raw: Any) -> dict[str, int]:
    return {
        name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in _copied(raw)
    }
