"""Which records came with the sample: a setting of the search, so that undo knows of it."""

import json
from typing import NamedTuple

from sqlalchemy.orm import Session

from jobtracker.storage import applications, settings, tags

_SETTING = "sample"
_TABLES = ("application", "company", "contact", "letter_block")


class Mark(NamedTuple):
    """The uids of the records that came with the sample, by table; and what it said about the
    person, by setting.
    """

    records: dict[str, list[str]]
    said: dict[str, str]


def held(session: Session) -> dict[str, list[str]]:
    """The uids of all records of the tables a sample writes to, by table."""
    return {
        table: list(session.connection().exec_driver_sql(f"SELECT uid FROM {table}").scalars())
        for table in _TABLES
    }


def mark(session: Session) -> Mark | None:
    """What came with the sample; None where there is none."""
    kept = settings.settings(session).get(_SETTING)
    return Mark(kept["records"], kept["said"]) if kept else None


def set_mark(session: Session, marked: Mark) -> None:
    settings.set_setting(session, _SETTING, marked._asdict())


def still_there(session: Session, marked: Mark) -> list[int]:
    """The ids of the sample's applications that were not deleted by hand."""
    found = session.connection().exec_driver_sql(
        "SELECT id FROM application WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(marked.records["application"]),),
    )
    return list(found.scalars())


def take_away(session: Session, marked: Mark) -> None:
    """Remove what came with the sample and nothing else needs.

    A contact linked to an application of the person's own stays, and a company with an
    application or a contact of theirs; so does a setting whose value they changed, and the words
    of a block in their letters.
    """
    applications.remove(session, still_there(session, marked))
    tags.sweep(session)
    _drop(session, marked, "letter_block")
    _drop(session, marked, "contact", ("application_contact", "contact_id"))
    _drop(session, marked, "company", ("application", "company_id"), ("contact", "company_id"))
    present = settings.settings(session)
    for name, value in marked.said.items():
        if present.get(name) == value:
            settings.drop_setting(session, name)
    settings.drop_setting(session, _SETTING)


def _drop(session: Session, marked: Mark, table: str, *users: tuple[str, str]) -> None:
    """Delete the marked rows of a table that no row of `users` (table, column) names."""
    free = "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {user} WHERE {user}.{column} = {table}.id)"
        for user, column in users
    )
    session.connection().exec_driver_sql(
        f"DELETE FROM {table} WHERE uid IN (SELECT value FROM json_each(?)){free}",
        (json.dumps(marked.records.get(table, [])),),
    )
