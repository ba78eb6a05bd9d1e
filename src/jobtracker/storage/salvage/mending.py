"""Making rows that were read out of a damaged file consistent again.

A row that lost its parent hangs on a stand-in where it says something by itself, loses the link
where it can do without, and is left out, and told, where it says nothing alone.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jobtracker.domain.events import Event
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.text import folded
from jobtracker.storage.salvage.lost_rows import KINDS, Losses
from jobtracker.storage.salvage.stored_values import (
    Column,
    WrongValueError,
    checked,
    columns_of,
    unknown,
)
from jobtracker.storage.uids import new_uid

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

UNKNOWN = "(could not be read)"

_REQUIRED = {
    "application": ("company_id", "role"),
    "company": ("name",),
    "contact": ("name",),
    "event": ("application_id", "kind", "on_date"),
    "interview": ("application_id", "starts"),
    "letter": ("application_id", "text"),
    "letter_template": ("name", "text", "origin"),
    "offer": ("received_on", "what_if"),
    "posting": ("application_id", "text"),
    "target_role": ("title",),
    "document": ("application_id", "name", "blob_hash"),
}
"""What has to be known of a row before it is put together; of other tables, everything."""

_STAND_INS = ("application", "company", "custom_field", "letter", "salary_table")
"""Tables whose rows others cannot do without, though they say something by themselves."""

_MOST_ROUNDS = 20


def completed(
    table: str, key: int, columns: Sequence[Column], told: Mapping[str, object], now: datetime
) -> tuple[object, ...] | None:
    """A row of what indexes and its first pages told of it; None where that is too little."""
    known = _understood(table, columns, told)
    if any(name not in known for name in _REQUIRED.get(table, [c.name for c in columns])):
        return None
    return _row(table, key, columns, known, now)


def _understood(
    table: str, columns: Sequence[Column], told: Mapping[str, object]
) -> dict[str, object]:
    known: dict[str, object] = {}
    for column in columns:
        if column.name in told:
            try:
                known[column.name] = checked(table, column, told[column.name])
            except WrongValueError:
                continue
    for name, key in (("role", "role_key"), ("name", "name_key")):
        if name not in known and known.get(key):
            known[name] = known[key]
    if table == "application":
        known |= _as_it_stood(known)
    return known


def _as_it_stood(known: Mapping[str, object]) -> dict[str, object]:
    """Stage and outcome as `standing`, by which lists are sorted, has them."""
    standing = known.get("standing")
    stood: dict[str, object] = {}
    if standing in frozenset(Stage):
        stood = {"stage": standing}
    elif standing in frozenset(Outcome):
        stood = {"outcome": standing, "closed_on": known.get("last_on")}
    elif standing == "archived":
        stood = {"archived": 1}
    return {name: value for name, value in stood.items() if name not in known}


def _row(
    table: str, key: int, columns: Sequence[Column], known: Mapping[str, object], now: datetime
) -> tuple[object, ...]:
    name = f"{KINDS[table][0].capitalize()} {key} {UNKNOWN}"
    return tuple(
        known[column.name] if column.name in known else _blank(table, column, key, name, now)
        for column in columns
    )


def _blank(table: str, column: Column, key: int, name: str, now: datetime) -> object:
    """What stands in a column of which nothing is known."""
    named = {"id": key, "uid": new_uid(now), "name": name, "name_key": folded(name)}
    if table == "application":
        named |= {"role": name, "role_key": folded(name), "standing": str(Stage.SAVED)}
    return named[column.name] if column.name in named else unknown(table, column, now)


def mend(raw: Any, losses: Losses, now: datetime) -> None:
    """Make every reference lead somewhere, until none is left that doesn't."""
    _drop_broken_chains(raw, losses)
    for _ in range(_MOST_ROUNDS):
        found = raw.execute("PRAGMA foreign_key_check").fetchall()
        if not found:
            break
        for table, key, parent, which in found:
            _mend_one(raw, losses, now, (table, key, parent, _link(raw, table, which)))
    _tell_documents(raw, losses)
    for table in KINDS:
        if raw.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
            count = raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            losses.rows[table] = count


def put_first(session: "Session", application: int, event: Event, now: datetime) -> None:
    """Put an event before all others of a log, whose order is that of their numbers."""
    connection = session.connection()
    first = connection.exec_driver_sql(
        "SELECT min(id) FROM event WHERE application_id = ?", (application,)
    ).scalar()
    free = connection.exec_driver_sql(_FREE_BEFORE, (first,)).scalar() if first else None
    connection.exec_driver_sql(
        "INSERT INTO event (id, uid, application_id, kind, on_date, from_value, to_value, text, "
        "recorded_at) VALUES (?, ?, ?, ?, ?, '', ?, '', ?)",
        (
            free,
            new_uid(now),
            application,
            str(event.kind),
            event.on.isoformat(),
            event.to_value,
            now.isoformat(),
        ),
    )


_FREE_BEFORE = """
SELECT coalesce(
    (SELECT max(e.id) + 1 FROM event e
     WHERE e.id + 1 < ?1 AND NOT EXISTS (SELECT 1 FROM event f WHERE f.id = e.id + 1)),
    (SELECT min(0, min(id)) - 1 FROM event)
)
"""
"""The number of a lost row, else one below all: negative ones are as good, and never given."""


def _link(raw: Any, table: str, which: int) -> tuple[str, bool]:
    """The column of a foreign key, and whether it has to name something."""
    (column,) = {
        row[3] for row in raw.execute(f'PRAGMA foreign_key_list("{table}")') if row[0] == which
    }
    required = {row[1]: bool(row[3]) for row in raw.execute(f'PRAGMA table_info("{table}")')}
    return column, required[column]


def _mend_one(
    raw: Any, losses: Losses, now: datetime, broken: tuple[str, int, str, tuple[str, bool]]
) -> None:
    table, key, parent, (column, required) = broken
    row = raw.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (key,)).fetchone()
    if row is None:
        return
    if not required:
        raw.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (key,))
        losses.blank(table, key, column.removesuffix("_id"))
    elif parent in _STAND_INS:
        _stand_in(raw, losses, now, parent, row[0])
    else:
        if table == "document":
            losses.document(_of_document(raw, key, "its content could not be read."))
        else:
            losses.cut_off(table)
        raw.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (key,))


def _stand_in(raw: Any, losses: Losses, now: datetime, table: str, key: int) -> None:
    """A row with the lost one's number, if another child has not brought one about already."""
    if raw.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (key,)).fetchone():
        return
    columns = columns_of(raw.execute(f'PRAGMA table_info("{table}")'))
    known: dict[str, object] = {}
    if table == "application":
        known = {"company_id": _unknown_company(raw, now)}
    elif table == "company":
        known = _name_in_applications(raw, key)
    elif table == "letter":
        known = _last_whole_version(raw, key)
    marks = ", ".join("?" * len(columns))
    row = _row(table, key, columns, known, now)
    raw.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)
    losses.stand_in(table, key)


def _unknown_company(raw: Any, now: datetime) -> int:
    """The one company of all applications that stand for lost ones."""
    name = f"Company {UNKNOWN}"
    found = raw.execute("SELECT id FROM company WHERE name_key = ?", (folded(name),)).fetchone()
    if found is None:
        raw.execute(
            "INSERT INTO company (uid, name, name_key, address, notes, avoid, avoid_reason, "
            "created_at) VALUES (?, ?, ?, '', '', 0, '', ?)",
            (new_uid(now), name, folded(name), now.isoformat(timespec="seconds")),
        )
        found = raw.execute("SELECT last_insert_rowid()").fetchone()
    return int(found[0])


def _name_in_applications(raw: Any, company: int) -> dict[str, object]:
    """A lost company's name, as lists of its applications are sorted by it."""
    found = raw.execute(
        "SELECT company_key FROM application WHERE company_id = ? AND company_key <> '' "
        "AND company_key NOT IN (SELECT name_key FROM company)",
        (company,),
    ).fetchone()
    return {"name": found[0], "name_key": found[0]} if found else {}


def _last_whole_version(raw: Any, letter: int) -> dict[str, object]:
    """The text of a lost letter as it was last kept whole, on an application that stands for its
    own.
    """
    text = raw.execute(
        "SELECT text FROM letter_version WHERE letter_id = ? AND kept_before IS NULL "
        "ORDER BY number DESC LIMIT 1",
        (letter,),
    ).fetchone()
    lowest = raw.execute("SELECT coalesce(max(id), 0) + 1 FROM application").fetchone()[0]
    return {"text": text[0] if text else "", "application_id": lowest}


def _drop_broken_chains(raw: Any, losses: Losses) -> None:
    """A version is told by the one before it: without that its text would be another's."""
    if not losses.lost["letter_version"]:
        return
    last: tuple[int, int] | None = None
    question = "SELECT id, letter_id, number, kept_before FROM letter_version ORDER BY 2, 3"
    for key, letter, number, kept_before in raw.execute(question).fetchall():
        if kept_before is None or last == (letter, number - 1):
            last = (letter, number)
        else:
            raw.execute("DELETE FROM letter_version WHERE id = ?", (key,))
            losses.refused("letter_version", key)


def _tell_documents(raw: Any, losses: Losses) -> None:
    for digest in sorted(losses.altered_hashes):
        question = "SELECT id FROM document WHERE blob_hash = ?"
        for (key,) in raw.execute(question, (digest,)).fetchall():
            losses.document(_of_document(raw, key, "some of its content is damaged."))


def _of_document(raw: Any, key: int, what: str) -> str:
    name, application = raw.execute(
        "SELECT name, application_id FROM document WHERE id = ?", (key,)
    ).fetchone()
    return f"Document “{name}” of application {application}: {what}"
