"""Companies with their other names."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from jobtracker.domain.companies import Company
from jobtracker.domain.text import folded
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import CompanyAliasRow, CompanyRow
from jobtracker.storage.uids import new_uid

_CALLED = """
SELECT id, name_key FROM company WHERE name_key = :key
UNION ALL
SELECT c.id, c.name_key FROM company_alias a JOIN company c ON c.id = a.company_id
WHERE a.name_key = :key LIMIT 1
"""


class Called(NamedTuple):
    """A company as its applications know it: `key` is its folded name."""

    id: int
    key: str


def called(session: Session, name: str) -> Called | None:
    """The company of this name or alias, case and accents apart."""
    row = session.connection().exec_driver_sql(_CALLED, {"key": folded(name)}).first()
    return Called(*row) if row else None


def found_or_made(session: Session, name: str, now: datetime) -> Called:
    """The company of this name or alias; made where there is none."""
    known = called(session, name)
    if known is not None:
        return known
    key = folded(name)
    made = rows.insert(
        session,
        CompanyRow,
        uid=new_uid(now),
        name=name,
        name_key=key,
        created_at=now.isoformat(),
    )
    return Called(made, key)


def id_of(session: Session, reference: str) -> int:
    """The company of this number, uid, name or alias; NotFoundError where there is none."""
    known = called(session, reference)
    if known is not None:
        return known.id
    return lookup.id_of(session, CompanyRow.id, CompanyRow.uid, reference, "company")


def load(session: Session, ids: Sequence[int] | None = None) -> list[Company]:
    """These companies, or all of them, by name."""
    chosen = "" if ids is None else "WHERE c.id IN (SELECT value FROM json_each(:ids))"
    values = {} if ids is None else {"ids": json.dumps(list(ids))}
    connection = session.connection()
    aliases = defaultdict(list)
    for key, alias in connection.exec_driver_sql(
        "SELECT c.id, a.name FROM company c JOIN company_alias a ON a.company_id = c.id "
        f"{chosen} ORDER BY a.id",
        values,
    ):
        aliases[key].append(alias)
    found = connection.exec_driver_sql(
        f"SELECT id, uid, name, notes, avoid, avoid_reason, address FROM company c {chosen} "
        "ORDER BY name_key, id",
        values,
    )
    return [
        Company(key, uid, name, tuple(aliases[key]), notes, bool(avoid), *said)
        for key, uid, name, notes, avoid, *said in found
    ]


def aliases(session: Session) -> dict[str, tuple[str, ...]]:
    """The other names of every company that has some, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    pairs = session.connection().exec_driver_sql(
        "SELECT c.name, a.name FROM company c JOIN company_alias a ON a.company_id = c.id "
        "ORDER BY a.id"
    )
    for name, alias in pairs:
        found[name] = (*found.get(name, ()), alias)
    return found


def change(session: Session, company_id: int, values: Mapping[str, Any], now: datetime) -> None:
    """Set columns of a company that differ; a new name goes to its applications, which are
    sorted and found by it.
    """
    written = rows.change(session, CompanyRow, [company_id], values)
    if written and "name" in values:
        session.connection().exec_driver_sql(
            "UPDATE application SET company_key = ?, updated_at = ? WHERE company_id = ?",
            (values["name_key"], now.isoformat(), company_id),
        )


def set_aliases(session: Session, company_id: int, names: Sequence[str]) -> None:
    """Make these all the other names a company has; those it keeps are not written."""
    connection = session.connection()
    known: dict[str, tuple[int, str]] = {
        key: (alias, name)
        for alias, name, key in connection.exec_driver_sql(
            "SELECT id, name, name_key FROM company_alias WHERE company_id = ?", (company_id,)
        )
    }
    wanted = {folded(name): name for name in names}
    for key, (alias, name) in known.items():
        if wanted.get(key) != name:
            connection.exec_driver_sql("DELETE FROM company_alias WHERE id = ?", (alias,))
    for key, name in wanted.items():
        if key not in known or known[key][1] != name:
            rows.insert(session, CompanyAliasRow, company_id=company_id, name=name, name_key=key)


def applications_of(session: Session, ids: Sequence[int]) -> dict[int, list[int]]:
    """The applications of these companies, newest first."""
    found: dict[int, list[int]] = {key: [] for key in ids}
    pairs = session.connection().exec_driver_sql(
        "SELECT company_id, id FROM application "
        "WHERE company_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC",
        (json.dumps(list(ids)),),
    )
    for company, key in pairs:
        found[company].append(key)
    return found


def of_applications(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """The company of each of these applications."""
    pairs = session.connection().exec_driver_sql(
        "SELECT id, company_id FROM application WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return dict(tuple(pair) for pair in pairs)
