"""What deleted records are called in a person's words, read from the journal."""

import json
from collections.abc import Mapping
from typing import Any

from jobtracker.domain.interviews import InterviewKind
from jobtracker.domain.text import shortened
from jobtracker.storage import row_states
from jobtracker.storage.row_states import Key, Run

_COLUMNS = {
    "application": ("role", "company_id"),
    "document": ("name", "application_id"),
    "exchange_rate": ("base", "quote", "on_date"),
    "interview": ("kind", "starts", "application_id"),
    "letter": ("name", "kind", "application_id"),
    "offer": ("label", "received_on", "application_id"),
    "pay_fact": ("pay_text", "on_date", "application_id"),
    "profile": ("title",),
    "target_role": ("title",),
}
"""What a name is made of; elsewhere the column `name`."""
_LONGEST = 80


def names(run: Run, entries: Mapping[Key, int]) -> dict[Key, str]:
    """The name of each of these records, by the journal's change that deleted it."""
    rows = {key: row for table in _tables(entries) for key, row in _read(run, table, entries)}
    wanted = {row[-1] for (table, _), row in rows.items() if _is_of_application(table)}
    called = _applications(run, rows, {key for key in wanted if key is not None})
    found = {}
    for key, row in rows.items():
        words = _words(key, row, called)
        found[key] = shortened(words, _LONGEST) or "Without a name"
    return found


def _tables(keys: Mapping[Key, int]) -> list[str]:
    return list(row_states.by_table(keys))


def _is_of_application(table: str) -> bool:
    return _COLUMNS.get(table, ("",))[-1] == "application_id"


def _read(run: Run, table: str, entries: Mapping[Key, int]) -> list[tuple[Key, list[Any]]]:
    columns = ", ".join(f"before ->> '$.{name}'" for name in _COLUMNS.get(table, ("name",)))
    ids = [entry for (of, _), entry in entries.items() if of == table]
    rows = run(
        f"SELECT row_id, {columns} FROM journal_change "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return [((table, row), list(values)) for row, *values in rows]


def _applications(run: Run, rows: Mapping[Key, list[Any]], others: set[int]) -> dict[int, str]:
    """Company and role of the deleted applications, and of those that these records were of."""
    found = {key: row for (table, key), row in rows.items() if table == "application"}
    missing = others - found.keys()
    for role, company, key in run(
        "SELECT role, company_id, id FROM application WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(missing)),),
    ):
        found[key] = [role, company]
    for key in missing - found.keys():
        last = _last(run, "application", key)
        found[key] = [last.get("role", ""), last.get("company_id")]
    companies = _companies(run, {company for _, company in found.values()})
    return {
        key: ", ".join(part for part in (companies.get(company, ""), role) if part)
        for key, (role, company) in found.items()
    }


def _companies(run: Run, ids: set[int]) -> dict[int, str]:
    rows = run(
        "SELECT id, name FROM company WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(key for key in ids if key is not None)),),
    )
    known: dict[int, str] = dict(rows)
    for key in ids - known.keys():
        if key is not None:
            known[key] = _last(run, "company", key).get("name", "")
    return known


def _last(run: Run, table: str, row: int) -> dict[str, Any]:
    """A deleted row as it was known last; empty where the journal knows no more of it."""
    found = run(
        "SELECT before FROM journal_change WHERE table_name = ? AND row_id = ? "
        "AND op = 'delete' ORDER BY id DESC LIMIT 1",
        (table, row),
    ).fetchone()
    return dict(json.loads(found[0])) if found else {}


def _words(key: Key, row: list[Any], applications: Mapping[int, str]) -> str:
    table, number = key
    if table == "application":
        return applications[number]
    if table == "exchange_rate":
        return f"{row[0]} to {row[1]}, {row[2]}"
    if not _is_of_application(table):
        return str(row[0])
    *own, application = row
    parts = [_own_words(table, *own), applications.get(application, "")]
    return ", ".join(part for part in parts if part)


def _own_words(table: str, *row: str) -> str:
    match table:
        case "document":
            return row[0]
        case "interview":
            kind = "" if row[0] in ("", InterviewKind.OTHER) else row[0].replace("_", " ")
            return f"{kind} interview on {row[1][:10]}".strip().capitalize()
        case "letter":
            return row[0] or row[1].replace("_", " ").capitalize() or "Letter"
        case "offer":
            return row[0] or f"Offer of {row[1]}"
        case _:
            return f"{row[0]} ({row[1]})"
