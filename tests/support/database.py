"""Real workspaces on a real disk, for every room's tests."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import text
from sqlalchemy.orm import Session
from tests.support.clock import FakeClock

from jobtracker.storage.database import Database, Transaction
from jobtracker.storage.search_index import Document, Held, Indexer


def index_companies(session: Session, ids: Sequence[int]) -> Iterator[Document]:
    rows = session.execute(
        text(
            "SELECT c.id, c.name, c.notes || ' ' || coalesce(group_concat(a.role), '') "
            "FROM company c LEFT JOIN application a ON a.company_id = c.id "
            "WHERE c.id IN (SELECT value FROM json_each(:ids)) GROUP BY c.id"
        ),
        {"ids": str(list(ids))},
    )
    for key, name, body in rows:
        yield Document("company", key, name, body)


HELD = (
    Held("company", "company"),
    Held("company", "application", ("company_id", "role"), "SELECT {row}.company_id"),
)


def open_workspace(path: Path, *, write: bool = True, clock: FakeClock | None = None) -> Database:
    """A workspace whose companies can be searched; a missing one is made."""
    indexer = Indexer({"company": index_companies}, HELD)
    return Database.open(path, clock=clock or FakeClock(), write=write, indexer=indexer)


def add_company(step: Transaction, name: str, notes: str = "") -> int:
    statement = text(
        "INSERT INTO company (uid, name, name_key, address, notes, avoid, avoid_reason, "
        "created_at) VALUES (:name, :name, :name, '', :notes, 0, '', '2026-11-22') RETURNING id"
    )
    return int(step.session.execute(statement, {"name": name, "notes": notes}).scalar_one())


def add_application(step: Transaction, company: int, role: str) -> int:
    statement = text(
        "INSERT INTO application (uid, company_id, role, role_key, company_key, location, "
        "location_key, country, work_mode, employment_type, level, url, apply_url, reference, "
        "source, channel, notes, stage, stage_since, last_on, contact_on, standing, archived, "
        "on_hold, board_place, pay_text, pay_assumed, ask_text, ask_assumed, next_action, "
        "waiting_on, created_at, updated_at) VALUES (hex(randomblob(8)), :company, :role, "
        "lower(:role), '', '', '', '', '', '', '', '', '', '', '', '', '', 'saved', '2026-11-22', "
        "'2026-11-22', '2026-11-22', 'saved', 0, 0, 0, '', '', '', '', '', '', '2026-11-22', "
        "'2026-11-22') RETURNING id"
    )
    return int(step.session.execute(statement, {"company": company, "role": role}).scalar_one())


def add_event(step: Transaction, application: int, note: str) -> int:
    statement = text(
        "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, text, "
        "recorded_at) VALUES (hex(randomblob(8)), :application, 'note', '2026-11-22', '', '', "
        ":note, '2026-11-22') RETURNING id"
    )
    return int(
        step.session.execute(statement, {"application": application, "note": note}).scalar_one()
    )


def companies(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(text("SELECT name FROM company ORDER BY id")))


def everything(database: Database, tables: Sequence[str]) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables, to compare whole states."""
    with database.read() as session:
        return {
            table: [
                tuple(row) for row in session.execute(text(f"SELECT * FROM {table} ORDER BY 1"))
            ]
            for table in tables
        }


def ask(path: Path, statement: str) -> list[tuple[object, ...]]:
    """What the driver itself says about a file at rest."""
    with closing(driver.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return list(connection.execute(statement))


def write_by_force(path: Path, statement: str) -> None:
    """Change a file as no version of ours would."""
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute(statement)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
