"""A private copy of a damaged file, made readable as far as it can be: its own bytes stay.

What a broken header said is known (sqlite.org/fileformat2.html#database_header). Where the list
of tables is lost it is that of a new workspace, whose tables lie where they lay in every
workspace that was made by the same release.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceLockedError
from jobtracker.storage import health, keys
from jobtracker.storage.files import OWNER_ONLY, beside, size_of
from jobtracker.storage.leftovers import COPY, SALVAGE
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors

PAGE = 4096
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_B_TREE_PAGES = (2, 5, 10, 13)
_EMPTY_LEAF = bytes([13, 0, 0, 0, 0, PAGE >> 8, PAGE & 255, 0])
_LOGS = ("-wal", "-journal")
_LOOKED_AT = 64
_MOST_DOUBLINGS = 7
_CORRUPT = 11


class SchemaRow(NamedTuple):
    """A row of `sqlite_master`."""

    type: str
    name: str
    table: str
    root: int
    sql: str | None


class Damaged:
    """The copy, while its folder is there. A connection that met a bad page of an encrypted file
    reads nothing any more, so `again` opens another.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.raw = self._connect()
        self._encrypted = self.raw.execute("PRAGMA cipher_salt").fetchone() is not None

    @property
    def encrypted(self) -> bool:
        return self._encrypted

    def again(self) -> None:
        """Go on after an error, with a fresh connection where that is needed."""
        if self._encrypted:
            self.reopen()

    def reopen(self) -> None:
        """Read the list of tables anew."""
        self.raw.close()
        self.raw = self._connect()

    def rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows as far as they can be read; then driver.Error is raised."""
        yield from self.raw.execute(statement, values)

    def one(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        """The first row, None where there is none or it can't be read."""
        try:
            row: tuple[Any, ...] | None = self.raw.execute(statement, values).fetchone()
        except driver.Error:
            self.again()
            return None
        return row

    def schema(self) -> list[SchemaRow]:
        """The list of tables and indexes as far as it can be read."""
        found: list[SchemaRow] = []
        with contextlib.suppress(driver.Error):
            question = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master"
            for row in self.rows(question):
                with contextlib.suppress(UnicodeDecodeError, AttributeError, TypeError):
                    found.append(_schema_row(row))
        return found

    def _connect(self) -> Any:
        raw = health.connect(self.path, "rw")
        raw.text_factory = bytes
        with contextlib.suppress(driver.Error):
            raw.execute("PRAGMA writable_schema=ON")
            raw.execute("PRAGMA cell_size_check=OFF")
        return raw


@contextlib.contextmanager
def readable_copy(
    path: Path, folder: Path | None, template: Callable[[], list[SchemaRow]]
) -> Iterator[Damaged]:
    """A copy of `path` and its logs in a private folder below `folder`, gone afterwards.

    `template` gives the list of tables of a new workspace. Raises WorkspaceLockedError and other
    WorkspaceErrors.
    """
    health.check_place(path)
    with plain_errors(path), tempfile.TemporaryDirectory(SALVAGE, ".", folder) as private:
        copy = Path(private) / COPY
        with WorkspaceLock.exclusive(copy):  # who sweeps leftovers asks whether it is held
            with WorkspaceLock.shared(path):
                _copy(path, copy)
            damaged = _opened(copy, path.name, template)
            try:
                yield damaged
            finally:
                damaged.raw.close()


def _copy(path: Path, copy: Path) -> None:
    for suffix in ("", *_LOGS):
        source, target = beside(path, suffix), beside(copy, suffix)
        if source.exists():
            shutil.copyfile(source, target)
            target.chmod(OWNER_ONLY)


def _opened(copy: Path, name: str, template: Callable[[], list[SchemaRow]]) -> Damaged:
    """The copy as it is, else with a header, then with a list of all its tables."""
    if not copy.stat().st_size:
        raise WorkspaceDamagedError(f"{name} is empty: there is nothing to read in it.")
    _pad(copy)
    _put_salt_back(copy)
    damaged = _with_header(copy, name)
    known = damaged.schema()
    if not _names_all(known):
        damaged = _with_schema(damaged, known, template())
    if not any(row.name == "application" for row in damaged.schema()):
        damaged.raw.close()
        raise nothing_left(name)
    return damaged


def _put_salt_back(copy: Path) -> None:
    """Where the first bytes of an encrypted file are damaged, its held key still tells them."""
    file_key = keys.held_for(copy)
    if file_key is not None:
        with copy.open("r+b") as file:
            file.write(file_key.salt)


def nothing_left(name: str) -> WorkspaceDamagedError:
    """For a file of which nothing at all can be read."""
    return WorkspaceDamagedError(
        f"Nothing in {name} can be read any more; it was left exactly as it is; run 'jobtracker "
        "backups' to see what copies there are of it."
    )


def _with_header(copy: Path, name: str) -> Damaged:
    """As it is where that can be opened and lists a table, else with a header of ours."""
    try:
        damaged = Damaged(copy, name)
        if damaged.schema():
            return damaged
        damaged.raw.close()
    except (WorkspaceLockedError, driver.DatabaseError) as error:
        if not _has_tables(copy):
            return _lengthened(copy, name, error)
    _write_header(copy)
    return Damaged(copy, name)


def _lengthened(copy: Path, name: str, error: Exception) -> Damaged:
    """An encrypted file that was cut can't be told that it is shorter, so it is made as long as
    it says it is, with pages of nothing (which take no room on the disk).
    """
    for _ in range(_MOST_DOUBLINGS):
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != _CORRUPT:
            break
        _pad(copy, pages=2 * copy.stat().st_size // PAGE)
        try:
            return Damaged(copy, name)
        except driver.DatabaseError as again:
            error = again
    raise error


def _with_schema(damaged: Damaged, known: list[SchemaRow], new: list[SchemaRow]) -> Damaged:
    """List the tables that are not listed any more where a new workspace has them, unless the
    others lie elsewhere than there: this file was then made by another release.
    """
    roots = {row.name: row.root for row in known}
    common = [row.root == roots[row.name] for row in new if row.name in roots]
    if sum(common) * 2 < len(common):
        return damaged
    missing = [row for row in new if row.name not in roots and "search_" not in row.name]
    damaged.raw.close()
    if not damaged.encrypted:
        _pad(damaged.path, pages=max(row.root for row in new))
        _write_header(damaged.path, first_page_empty=True)
        missing += known
    again = Damaged(damaged.path, damaged.name)
    with contextlib.suppress(driver.Error):
        again.raw.execute("BEGIN")
        again.raw.executemany("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", missing)
        again.raw.execute("COMMIT")
    again.reopen()
    return again


def _names_all(known: list[SchemaRow]) -> bool:
    """Whether every table that another one of those listed has an index of, or any at all."""
    tables = {row.name for row in known if row.type == "table"}
    return {"application", "company", "event", "alembic_version"} <= tables and all(
        row.table in tables for row in known
    )


def _pad(copy: Path, pages: int = 0) -> None:
    """A file that was cut ends with a whole page, of which the rest is nothing; where it has to
    have so many `pages`, what is written next does not take a lost one's place.
    """
    whole = -(-copy.stat().st_size // PAGE)
    with copy.open("r+b") as file:
        file.truncate(max(whole, pages) * PAGE)


def _has_tables(copy: Path) -> bool:
    """Whether half of the pages after the first begin as those of a table do, as random ones and
    those of other files don't.
    """
    with copy.open("rb") as file:
        firsts = [page[0] for page in iter(lambda: file.read(PAGE), b"")][1:_LOOKED_AT]
    return bool(firsts) and sum(first in _B_TREE_PAGES for first in firsts) * 2 >= len(firsts)


def _write_header(copy: Path, *, first_page_empty: bool = False) -> None:
    """Say again what the first 100 bytes of a workspace say; the number of pages is counted."""
    mode = 2 if size_of(beside(copy, "-wal")) else 1
    with copy.open("r+b") as file:
        page = bytearray(file.read(PAGE))
        page[:_HEADER] = _header(copy.stat().st_size // PAGE, mode)
        if first_page_empty or page[_HEADER] not in _B_TREE_PAGES:
            page[_HEADER:] = _EMPTY_LEAF.ljust(PAGE - _HEADER, b"\0")
        file.seek(0)
        file.write(page)


def _header(pages: int, mode: int) -> bytes:
    numbers = (1, pages, 0, 0, 1, 4, 0, 0, 1, 0, 0, health.APPLICATION_ID)
    fields = b"".join(number.to_bytes(4, "big") for number in numbers)
    head = _MAGIC + PAGE.to_bytes(2, "big") + bytes([mode, mode, 0, 64, 32, 32]) + fields
    return head.ljust(92, b"\0") + (1).to_bytes(4, "big") + (3053000).to_bytes(4, "big")


def _schema_row(row: tuple[Any, ...]) -> SchemaRow:
    kind, name, table, root, sql = row
    return SchemaRow(
        kind.decode(), name.decode(), table.decode(), int(root or 0), sql.decode() if sql else None
    )
