"""Salary tables that were imported, each with its passport. Rows of several are never mixed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.pay import Period
from jobtracker.domain.salary_ranges import Percentiles
from jobtracker.domain.salary_tables import SalaryTable, TablePassport, TableRow
from jobtracker.domain.text import folded
from jobtracker.storage import rows as plain
from jobtracker.storage.schema import SalaryTableRow
from jobtracker.storage.uids import new_uid

_PASSPORT = ", ".join(TablePassport._fields)
_TABLES = f"SELECT id, uid, row_count, {_PASSPORT} FROM salary_table"
_COLUMNS: Final = (
    "ordinal", "role", "level", "place", "code", "currency", "period", "low", "high",
    *Percentiles._fields, "mean", "n", "employment", "rse", "year", "notes",
)  # fmt: skip
_INSERT = (
    f"INSERT INTO salary_row (table_id, role_key, place_key, {', '.join(_COLUMNS)}) "
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 3))})"
)
_ROWS = f"SELECT table_id, {', '.join(_COLUMNS)} FROM salary_row"


def insert(
    session: Session, passport: TablePassport, found: Iterable[TableRow], now: datetime
) -> int:
    """A new table with its rows, in one statement for all of them; its id."""
    key = plain.insert(
        session,
        SalaryTableRow,
        uid=new_uid(now),
        created_at=now.isoformat(),
        **passport._asdict(),
    )
    keys = _Folded()
    values = [_values(key, row, keys) for row in found]
    if values:
        session.connection().exec_driver_sql(_INSERT, values)
    plain.change(session, SalaryTableRow, [key], {"row_count": len(values)})
    return key


def tables(session: Session) -> list[SalaryTable]:
    """All of them, the newest first."""
    found = session.connection().exec_driver_sql(f"{_TABLES} ORDER BY id DESC")
    return [
        SalaryTable(key, uid, TablePassport(*passport), count)
        for key, uid, count, *passport in found
    ]


def rows(session: Session, table_id: int) -> list[TableRow]:
    """The rows of a table in the order of its file."""
    found = session.connection().exec_driver_sql(
        f"{_ROWS} WHERE table_id = ? ORDER BY ordinal, id", (table_id,)
    )
    return [_row(row[1:]) for row in found]


def matching(
    session: Session, titles: Sequence[str], codes: Sequence[str] = (), place: str = ""
) -> list[tuple[SalaryTable, TableRow]]:
    """The rows of these roles (by title, case and accents apart) or occupation codes, of each
    table in the order of its file; with `place` only those of it and those that name none.
    """
    roles = _marks(titles), [folded(title) for title in titles]
    known = _marks(codes), list(codes)
    condition = f"(role_key IN ({roles[0]}) OR code IN ({known[0]}) AND code <> '')"
    values = [*roles[1], *known[1]]
    if place:
        condition += " AND +place_key IN ('', ?)"
        values.append(folded(place))
    found = session.connection().exec_driver_sql(
        f"{_ROWS} WHERE {condition} ORDER BY table_id DESC, ordinal, id", tuple(values)
    )
    by_id = {table.id: table for table in tables(session)}
    return [(by_id[row[0]], _row(row[1:])) for row in found]


def roles(session: Session) -> list[str]:
    """The roles that any table names, each once, by name."""
    found = session.connection().exec_driver_sql(
        "SELECT min(role) FROM salary_row WHERE role_key <> '' GROUP BY role_key ORDER BY role_key"
    )
    return list(found.scalars())


def miscounted(session: Session) -> list[int]:
    """The tables that hold another number of rows than they say."""
    found = session.connection().exec_driver_sql(
        "SELECT id FROM salary_table t WHERE row_count <> "
        "(SELECT count(*) FROM salary_row WHERE table_id = t.id) ORDER BY id"
    )
    return list(found.scalars())


def remove(session: Session, table_id: int) -> None:
    """Take a table and its rows away. Raises NotFoundError."""
    known = session.connection().exec_driver_sql(
        "SELECT 1 FROM salary_table WHERE id = ?", (table_id,)
    )
    if known.first() is None:
        raise NotFoundError(
            f"There is no salary table {table_id}; nothing was changed. "
            "List the tables to see their numbers."
        )
    plain.remove(session, SalaryTableRow, [table_id])


class _Folded(dict[str, str]):
    """Folded texts, each folded once: a table has few places and roles for its rows."""

    def __missing__(self, text: str) -> str:
        self[text] = folded(text)
        return self[text]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _values(table: int, row: TableRow, keys: _Folded) -> tuple[Any, ...]:
    return (
        table,
        keys[row.role],
        keys[row.place],
        row.row,
        row.role,
        row.level,
        row.place,
        row.code,
        row.currency,
        row.period.value if row.period else None,
        row.low,
        row.high,
        *row.percentiles,
        row.mean,
        row.n,
        row.employment,
        row.rse,
        row.year,
        "\n".join(row.notes),
    )


def _row(columns: Sequence[Any]) -> TableRow:
    number, role, level, place, code, currency, period, low, high, *rest = columns
    *percentiles, mean, n, employment, rse, year, notes = rest
    return TableRow(
        number,
        role,
        level,
        place,
        code,
        currency,
        Period(period) if period else None,
        low,
        high,
        Percentiles(*percentiles),
        mean,
        n,
        employment,
        rse,
        year,
        tuple(notes.split("\n")) if notes else (),
    )
