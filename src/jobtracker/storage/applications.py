"""Applications: their rows, where each stands, and the profiles they link."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import RowMapping, delete, func, select, update
from sqlalchemy.orm import Session

from jobtracker.domain.applications import Application, LinkedProfile
from jobtracker.domain.errors import WorkspaceDamagedError
from jobtracker.domain.events import Standing
from jobtracker.domain.listing import standing_of
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.storage import board, lookup, rows
from jobtracker.storage.pay_columns import pay_in
from jobtracker.storage.schema import (
    ApplicationProfileRow,
    ApplicationRow,
    CompanyRow,
    PostingRow,
    ProfileRow,
)
from jobtracker.storage.uids import new_uid

_SAME = (
    "id",
    "uid",
    "company",
    "role",
    "location",
    "country",
    "work_mode",
    "days_on_site",
    "employment_type",
    "level",
    "url",
    "apply_url",
    "reference",
    "source",
    "channel",
    "excitement",
    "notes",
    "next_action",
    "waiting_on",
)
"""What a record holds as its row does."""

_DAYS = (
    "closed_on",
    "applied_on",
    "posted_on",
    "deadline",
    "next_action_on",
    "promised_on",
    "posting_captured_on",
)
_STANDING = ("stage", "stage_since", "applied_on", "outcome", "closed_on", "last_on", "contact_on")
"""The projections of the event log."""

_TABLE = rows.table_of(ApplicationRow)
_WHOLE = (
    select(
        *(column for column in _TABLE.c if not column.name.endswith(("_key", "_rank"))),
        CompanyRow.name.label("company"),
        func.coalesce(PostingRow.text, "").label("posting"),
        PostingRow.captured_on.label("posting_captured_on"),
    )
    .join(CompanyRow, CompanyRow.id == _TABLE.c.company_id, isouter=True)
    .join(PostingRow, PostingRow.application_id == _TABLE.c.id, isouter=True)
    .where(rows.named(_TABLE.c.id))
)


def id_of(session: Session, reference: str) -> int:
    return lookup.id_of(session, ApplicationRow.id, ApplicationRow.uid, reference, "application")


def known(session: Session, ids: Sequence[int]) -> list[int]:
    """Those of these ids that are applications, in their order, each once."""
    found = session.connection().exec_driver_sql(
        "SELECT id FROM application WHERE id IN (SELECT value FROM json_each(:ids))",
        rows.bound(ids),
    )
    there = set(found.scalars())
    return [key for key in dict.fromkeys(ids) if key in there]


def insert(session: Session, values: Mapping[str, Any], standing: Standing, now: datetime) -> int:
    """A new application from column values (see `schema.ApplicationRow`), on top of its column
    of the board; its id.
    """
    archived = bool(values.get("archived"))
    word = standing_of(standing.stage, standing.outcome, archived=archived)
    return rows.insert(
        session,
        ApplicationRow,
        uid=new_uid(now),
        standing=word,
        board_place=board.top(session, word),
        created_at=now.isoformat(),
        updated_at=now.isoformat(),
        **dict(zip(_STANDING, _columns(standing), strict=True)),
        **values,
    )


def change(session: Session, ids: Sequence[int], values: Mapping[str, Any], now: datetime) -> None:
    """Set the same columns of these applications; a row where none differs is not written."""
    stamp = {"updated_at": now.isoformat()}
    rows.change(session, ApplicationRow, ids, values, stamp)
    if "archived" in values:
        board.settle(session, ids)


def set_standing(session: Session, application_id: int, standing: Standing, now: datetime) -> None:
    """Write the projection of the log beside it."""
    set_standings(session, {application_id: standing}, now)


def set_standings(session: Session, standings: Mapping[int, Standing], now: datetime) -> None:
    """Write the projections of many logs. A row that comes to stand elsewhere goes on top of its
    new column of the board, the first one named uppermost; one that is right is not written.
    """
    places = board.Places(session, list(standings))
    written = []
    for key in reversed(tuple(standings)):
        columns = _columns(standings[key])
        place = places.after(key, standings[key].stage, standings[key].outcome)
        written.append((*columns, *place, now.isoformat(), key, *columns))
    marks = ", ".join("?" * len(_STANDING))
    session.connection().exec_driver_sql(
        f"UPDATE application SET ({', '.join(_STANDING)}, standing, board_place, updated_at) = "
        f"({marks}, ?, ?, ?) WHERE id = ? AND ({', '.join(_STANDING)}) IS NOT ({marks})",
        written,
    )


def remove(session: Session, ids: Sequence[int]) -> None:
    """Take applications away with all that hangs on them."""
    rows.remove(session, ApplicationRow, ids)


def _columns(standing: Standing) -> tuple[str | None, ...]:
    """The values of the columns `_STANDING`."""
    return (
        standing.stage.value,
        standing.since.isoformat(),
        _iso(standing.applied_on),
        standing.outcome.value if standing.outcome else None,
        _iso(standing.closed_on),
        standing.last_on.isoformat(),
        standing.contact_on.isoformat(),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def set_posting(session: Session, application_id: int, text: str, captured_on: date) -> None:
    """Keep the text of a posting with the day it was captured; "" takes it away. The same text
    keeps its first day.
    """
    connection = session.connection()
    if text:
        connection.exec_driver_sql(
            "INSERT INTO posting (application_id, text, captured_on) VALUES (?, ?, ?) "
            "ON CONFLICT (application_id) DO UPDATE SET text = excluded.text, "
            "captured_on = excluded.captured_on WHERE text <> excluded.text",
            (application_id, text, captured_on.isoformat()),
        )
    else:
        connection.exec_driver_sql(
            "DELETE FROM posting WHERE application_id = ?", (application_id,)
        )


class Names(NamedTuple):
    """What an application is called: the words that must not stand in another's letter."""

    id: int
    company: str
    role: str


def names(session: Session) -> list[Names]:
    """The company and role of every application, closed ones too."""
    found = session.execute(
        select(ApplicationRow.id, CompanyRow.name, ApplicationRow.role).join(
            CompanyRow, CompanyRow.id == ApplicationRow.company_id
        )
    )
    return [Names(key, company, role) for key, company, role in found]


def link_profile(session: Session, ids: Sequence[int], profile_id: int | None) -> None:
    """Make this profile the benchmark of these applications; None takes the link away. Those
    that have it already are not written.
    """
    connection, chosen = session.connection(), {**rows.bound(ids), "profile": profile_id}
    connection.exec_driver_sql(
        "DELETE FROM application_profile WHERE profile_id IS NOT :profile "
        "AND application_id IN (SELECT value FROM json_each(:ids))",
        chosen,
    )
    if profile_id is not None:
        connection.exec_driver_sql(
            "INSERT INTO application_profile (application_id, profile_id, ordinal) "
            "SELECT value, :profile, 0 FROM json_each(:ids) "
            "WHERE value NOT IN (SELECT application_id FROM application_profile "
            "WHERE profile_id = :profile)",
            chosen,
        )


def add_link(session: Session, application_id: int, profile_id: int) -> None:
    """Link the benchmark of an application that has none."""
    rows.insert(
        session, ApplicationProfileRow, application_id=application_id, profile_id=profile_id
    )


def links(session: Session, ids: Sequence[int]) -> dict[int, LinkedProfile]:
    """The benchmark profile of each of these applications that has one."""
    found = (
        select(
            ApplicationProfileRow.application_id,
            ProfileRow.id,
            ProfileRow.title,
            ApplicationRow.level,
        )
        .join(ProfileRow, ProfileRow.id == ApplicationProfileRow.profile_id)
        .join(ApplicationRow, ApplicationRow.id == ApplicationProfileRow.application_id)
        .where(ApplicationProfileRow.application_id.in_(ids), ApplicationProfileRow.ordinal == 0)
    )
    return {
        key: LinkedProfile(profile_id, title, level)
        for key, profile_id, title, level in session.execute(found)
    }


def relink(session: Session, profile_id: int, to: int | None) -> None:
    """Point the links to one profile at another, or take them away."""
    linked = ApplicationProfileRow.profile_id == profile_id
    if to is None:
        session.execute(delete(ApplicationProfileRow).where(linked))
    else:
        session.execute(update(ApplicationProfileRow).where(linked).values(profile_id=to))


def records(session: Session, ids: Sequence[int]) -> list[Application]:
    """These applications, in the order asked for."""
    found = session.connection().execute(_WHOLE, rows.bound(ids))
    by_id = {row["id"]: _record(row) for row in found.mappings()}
    return [by_id[key] for key in ids if key in by_id]


def _record(row: RowMapping) -> Application:
    if row["company"] is None:
        raise WorkspaceDamagedError(
            f"Application {row['id']} has lost its company. Nothing was changed. "
            "Run “check”, then restore a backup."
        )
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    days: dict[str, Any] = {name: _day(row[name]) for name in _DAYS}
    return Application(
        **same,
        **days,
        stage=Stage(row["stage"]),
        since=date.fromisoformat(row["stage_since"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        last_on=date.fromisoformat(row["last_on"]),
        contact_on=date.fromisoformat(row["contact_on"]),
        pay=pay_in("pay", row),
        ask=pay_in("ask", row),
        posting=row["posting"],
        on_hold=bool(row["on_hold"]),
        archived=bool(row["archived"]),
    )


def count(session: Session) -> int:
    """How many there are, closed and archived ones too."""
    return session.scalar(select(func.count()).select_from(ApplicationRow)) or 0


def any_there(session: Session) -> bool:
    return session.scalar(select(ApplicationRow.id).limit(1)) is not None
