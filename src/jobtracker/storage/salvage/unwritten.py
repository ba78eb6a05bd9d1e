"""Values in a sound file that no version of Jobtracker writes, told in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jobtracker.storage.salvage.lost_rows import KINDS
from jobtracker.storage.salvage.stored_values import (
    Column,
    WrongValueError,
    checked,
    columns_of,
    is_bound,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


_TOLD_ELSEWHERE = {("offer", "package")}
"""The check names each of these by its record."""


def unwritten(session: "Session") -> Iterator[str]:
    """A sentence for each column that holds a word, day or moment which it cannot hold.

    Salvage blanks the same values. A different value is looked at once, whatever its rows.
    """
    connection = session.connection()
    for table in KINDS:
        found = connection.exec_driver_sql(f'PRAGMA table_info("{table}")')
        for column in columns_of(tuple(row) for row in found):
            if (table, column.name) in _TOLD_ELSEWHERE or column.name.endswith(("_key", "uid")):
                continue
            if is_bound(table, column):
                count = _wrong_rows(connection, table, column)
                if count:
                    yield _told(table, column.name, count)


def _wrong_rows(connection: "Connection", table: str, column: Column) -> int:
    """Rows whose value in a column Jobtracker did not write."""
    values = connection.exec_driver_sql(
        f'SELECT CAST("{column.name}" AS BLOB), count(*) FROM "{table}" GROUP BY "{column.name}"'
    )
    return sum(count for value, count in values if not _is_ours(table, column, value))


def _is_ours(table: str, column: Column, value: object) -> bool:
    try:
        checked(table, column, value)
    except WrongValueError:
        return False
    return True


def _told(table: str, column: str, count: int) -> str:
    one, many = KINDS[table]
    what = column.removesuffix("_id").replace("_", " ")
    who = f"1 {one} has" if count == 1 else f"{count:,} {many} have"
    return (
        f"{who} a “{what}” that Jobtracker never writes; "
        "'jobtracker salvage' makes a file without it."
    )
