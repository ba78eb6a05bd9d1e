"""An archive's records brought into a workspace, a table after the other, in one transaction.

Nothing that is there is changed: what is known stays as it is, with all that hangs on it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy.orm import Session

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.storage.archive.known import LEFT_OUT, Known
from jobtracker.storage.archive.reading import kept
from jobtracker.storage.archive.shapes import (
    LIBRARY,
    MACHINE_SETTINGS,
    Reference,
    Shape,
    shape_of,
)
from jobtracker.storage.search_index import driver_of

Derive = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""From a record to the columns of its row that are not in an archive."""

_PARENTS: Final = {
    "company_alias": "company",
    "profile_item": "profile",
    "salary_range": "profile",
    "related_role": "profile",
    "letter_template": "profile",
    "profile_mark": "profile",
    "can_show": "profile",
    "salary_row": "table",
    "letter_version": "letter",
    "letter_block_use": "letter",
    "posting": "application",
    "application_profile": "application",
    "application_contact": "application",
    "application_tag": "application",
    "custom_value": "application",
    "interview": "application",
    "offer": "application",
    "event": "application",
    "pay_fact": "application",
    "document": "application",
    "letter": "application",
}
"""The record that one hangs on: where that is known, this one is left as it is there, too."""

_ITSELF: Final = {"event": "target", "letter_block": "variant_of"}
"""The field that names another record of the same table."""

_EMPTY: Final = {("offer", "package"): ""}
"""What stands in a column of JSON that holds nothing and may not be null."""


class Arrivals:
    """What comes out of an archive; with `write=False` it is only counted.

    `derive` gives each table's columns that are not in archives, `hashes` are those of the files
    that are in this one. Counts are by table: `new`, `known`, and `unlinked` for what names a
    record of the bundled library that this workspace does not hold.
    """

    def __init__(
        self,
        session: Session,
        derive: Mapping[str, Derive],
        hashes: Iterable[str],
        *,
        write: bool,
    ) -> None:
        self._raw = driver_of(session)
        self._derive = derive
        self._write = write
        self._known: dict[str, Known] = {}
        self._later: list[tuple[int, str]] = []
        companies = self._raw.execute("SELECT id, name_key FROM company")
        self._company_keys: dict[int, str] = dict(companies.fetchall())
        held = self._raw.execute("SELECT hash FROM blob")
        self._hashes = {*hashes, *(digest for (digest,) in held)}
        self.new: Counter[str] = Counter()
        self.known: Counter[str] = Counter()
        self.unlinked: Counter[str] = Counter()

    def bring(self, table: str, records: Sequence[Mapping[str, Any]]) -> None:
        """Bring in some records of a table. Raises UnreadableFileError."""
        shape, rows = shape_of(table), []
        for record in records:
            row = self._row(shape, record)
            if row is None:
                self.known[table] += 1
            else:
                rows.append(row)
        self.new[table] += len(rows)
        if rows and self._write:
            self._insert(table, rows)

    def finish(self, table: str) -> None:
        """Let the records of a table that name each other do so, once all are there."""
        if table not in _ITSELF:
            return
        links: dict[int, int] = {}
        for key, named in self._later:
            found = self._of(table).ids.get(named)
            if found is None:
                raise torn(table)
            if found != LEFT_OUT:
                links[key] = found
        _refuse_circles(table, links)
        if links and self._write:
            self._raw.executemany(
                f"UPDATE {table} SET {_column_to_itself(table)} = ? WHERE id = ?",
                [(found, key) for key, found in links.items()],
            )
        self._later = []

    def brought(self, table: str) -> range:
        """The ids of the records of a table that were brought in."""
        known = self._of(table)
        return range(known.first, known.next)

    def _insert(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        try:
            self._raw.executemany(_insertion(table), rows)
        except (OverflowError, driver.IntegrityError) as error:
            raise torn(table) from error

    def _row(self, shape: Shape, record: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The row to insert for a record; None for one that is known or left out."""
        known = self._of(shape.table)
        ids = {r.column: self._id(shape, r, record[r.field]) for r in shape.references}
        values = {**record, **ids}
        values |= self._derived(shape, values)
        if known.was_brought(values):
            raise torn(shape.table)
        if self._hangs_on_known(shape, record, ids) or _is_of_the_machine(shape, record):
            known.leave_out(values)
            return None
        if any(ids[r.column] == LEFT_OUT and not r.nullable for r in shape.references):
            self.unlinked[shape.table] += 1
            known.leave_out(values)
            return None
        if known.find(values) is not None:
            return None
        self._check_bytes(shape, record)
        values |= known.with_free_name(values)
        key = known.add(values)
        self._note(shape, record, values, key)
        return (key, *_stored(shape, values))

    def _of(self, table: str) -> Known:
        if table not in self._known:
            self._known[table] = Known(self._raw, table)
        return self._known[table]

    def _id(self, shape: Shape, reference: Reference, named: str | None) -> int | None:
        """The id behind a name; LEFT_OUT for a record that did not come along."""
        if named is None or reference.table == shape.table:
            return None
        found = self._of(reference.table).ids.get(named)
        if found is None and not named.startswith(LIBRARY):
            raise torn(shape.table)
        return found or LEFT_OUT

    def _derived(self, shape: Shape, values: Mapping[str, Any]) -> Mapping[str, Any]:
        if shape.table not in self._derive:
            return {}
        derived = self._derive[shape.table](values)
        if shape.table == "application":
            # a company that was joined may be written in another way here
            return {**derived, "company_key": self._company_keys[values["company_id"]]}
        return derived

    def _hangs_on_known(
        self, shape: Shape, record: Mapping[str, Any], ids: Mapping[str, int | None]
    ) -> bool:
        field = _PARENTS.get(shape.table)
        if field is None or record[field] is None or record[field].startswith(LIBRARY):
            return False
        parent = next(r for r in shape.references if r.field == field)
        return not self._of(parent.table).is_new(ids[parent.column] or LEFT_OUT)

    def _check_bytes(self, shape: Shape, record: Mapping[str, Any]) -> None:
        for column in ("blob_hash", "form_hash"):
            digest = record.get(column)
            if digest is not None and digest not in self._hashes:
                raise torn(shape.table)

    def _note(
        self, shape: Shape, record: Mapping[str, Any], values: Mapping[str, Any], key: int
    ) -> None:
        """Remember what others need of a row, and what it needs of rows that are still to come."""
        if shape.table == "company":
            self._company_keys[key] = values["name_key"]
        field = _ITSELF.get(shape.table)
        if field is not None and record[field] is not None:
            self._later.append((key, record[field]))


def torn(table: str) -> UnreadableFileError:
    """The error for records that do not fit together."""
    return UnreadableFileError(
        f"In the archive a record of {table.replace('_', ' ')} does not fit the others: it is "
        "there twice, or names what is not there; nothing was imported. Export it again."
    )


def _is_of_the_machine(shape: Shape, record: Mapping[str, Any]) -> bool:
    return shape.table == "setting" and record["name"] in MACHINE_SETTINGS


def _stored(shape: Shape, values: Mapping[str, Any]) -> Iterator[Any]:
    """The values of a row's columns, as `_insertion` names them."""
    for column in shape.columns:
        if column in shape.json:
            text = kept(values[column])
            yield _EMPTY.get((shape.table, column)) if text is None else text
        else:
            yield values[column]
    for reference in shape.references:
        yield values[reference.column] or None
    for column in shape.derived:
        yield values[column]


@cache
def _insertion(table: str) -> str:
    shape = shape_of(table)
    columns = ("id", *shape.columns, *(r.column for r in shape.references), *shape.derived)
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'


def _column_to_itself(table: str) -> str:
    shape = shape_of(table)
    return next(r.column for r in shape.references if r.field == _ITSELF[table])


def _refuse_circles(table: str, links: Mapping[int, int]) -> None:
    """No record may lead back to itself."""
    sound: set[int] = set()
    for start in links:
        path: set[int] = set()
        key: int | None = start
        while key is not None and key not in sound:
            if key in path:
                raise torn(table)
            path.add(key)
            key = links.get(key)
        sound |= path
