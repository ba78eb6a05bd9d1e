"""Applications, their companies and the profiles they link."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, or_, select, text, update
from sqlalchemy.orm import Session

from jobtracker.domain.applications import Application, LinkedProfile
from jobtracker.domain.errors import WorkspaceDamagedError
from jobtracker.domain.events import Standing
from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.text import folded
from jobtracker.storage import listing, lookup
from jobtracker.storage.rows import insert as insert_row
from jobtracker.storage.schema import (
    ApplicationProfileRow,
    ApplicationRow,
    CompanyRow,
    ProfileRow,
)
from jobtracker.storage.uids import new_uid

_COLUMNS = (
    ApplicationRow.id,
    ApplicationRow.uid,
    CompanyRow.name,
    ApplicationRow.role,
    ApplicationRow.stage,
    ApplicationRow.stage_since,
    ApplicationRow.outcome,
    ApplicationRow.closed_on,
    ApplicationRow.applied_on,
    ApplicationRow.location,
    ApplicationRow.url,
    ApplicationRow.pay_low,
    ApplicationRow.pay_high,
    ApplicationRow.pay_currency,
    ApplicationRow.pay_period,
    ApplicationRow.pay_text,
    ApplicationRow.pay_assumed,
    ApplicationRow.posting,
    ApplicationRow.notes,
    ApplicationRow.next_action,
    ApplicationRow.next_action_on,
)


_COMPANY_CALLED = select(CompanyRow.id).where(CompanyRow.name_key == bindparam("key"))


def id_of(session: Session, reference: str) -> int:
    return lookup.id_of(session, ApplicationRow.id, ApplicationRow.uid, reference, "application")


def insert(session: Session, values: Mapping[str, Any], standing: Standing, now: datetime) -> int:
    """A new application from column values (see `schema.ApplicationRow`); its id."""
    return insert_row(
        session,
        ApplicationRow,
        uid=new_uid(now),
        created_at=now.isoformat(),
        updated_at=now.isoformat(),
        **_standing_values(standing),
        **values,
    )


def change(session: Session, application_id: int, values: Mapping[str, Any], now: datetime) -> None:
    """Set columns of one application; where none differs nothing is written, no step made."""
    differs = (ApplicationRow.__table__.c[name].is_distinct_from(values[name]) for name in values)
    session.execute(
        update(ApplicationRow)
        .where(ApplicationRow.id == application_id, or_(*differs))
        .values(**values, updated_at=now.isoformat())
    )


def set_standing(session: Session, application_id: int, standing: Standing, now: datetime) -> None:
    """Write the projection of the log beside it."""
    change(session, application_id, _standing_values(standing), now)


def remove(session: Session, application_id: int) -> None:
    session.execute(delete(ApplicationRow).where(ApplicationRow.id == application_id))


def _standing_values(standing: Standing) -> dict[str, Any]:
    return {
        "stage": standing.stage.value,
        "stage_since": standing.since.isoformat(),
        "applied_on": _iso(standing.applied_on),
        "outcome": standing.outcome.value if standing.outcome else None,
        "closed_on": _iso(standing.closed_on),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def company_id(session: Session, name: str, now: datetime) -> int:
    """The company of this name, case and accents apart; made where there is none."""
    key = folded(name)
    found: int | None = session.connection().scalar(_COMPANY_CALLED, {"key": key})
    if found is not None:
        return found
    return insert_row(
        session,
        CompanyRow,
        uid=new_uid(now),
        name=name,
        name_key=key,
        created_at=now.isoformat(),
    )


class Names(NamedTuple):
    """What an application is called: the words that must not stand in another's letter."""

    id: int
    company: str
    role: str


def names(session: Session) -> list[Names]:
    """The company and role of every application, closed ones too."""
    rows = session.execute(
        select(ApplicationRow.id, CompanyRow.name, ApplicationRow.role).join(
            CompanyRow, CompanyRow.id == ApplicationRow.company_id
        )
    )
    return [Names(key, company, role) for key, company, role in rows]


def link_profile(session: Session, application_id: int, profile_id: int | None, level: str) -> None:
    """Make this profile the application's benchmark; None takes the link away."""
    session.execute(
        delete(ApplicationProfileRow).where(ApplicationProfileRow.application_id == application_id)
    )
    if profile_id is not None:
        add_link(session, application_id, profile_id, level)


def add_link(session: Session, application_id: int, profile_id: int, level: str) -> None:
    """Link the benchmark of an application that has none."""
    insert_row(
        session,
        ApplicationProfileRow,
        application_id=application_id,
        profile_id=profile_id,
        level=level,
    )


def links(session: Session, ids: Sequence[int]) -> dict[int, LinkedProfile]:
    """The benchmark profile of each of these applications that has one."""
    found = (
        select(
            ApplicationProfileRow.application_id,
            ProfileRow.id,
            ProfileRow.title,
            ApplicationProfileRow.level,
        )
        .join(ProfileRow, ProfileRow.id == ApplicationProfileRow.profile_id)
        .where(ApplicationProfileRow.application_id.in_(ids), ApplicationProfileRow.ordinal == 0)
    )
    return {
        key: LinkedProfile(profile_id, title, level)
        for key, profile_id, title, level in session.execute(found)
    }


def records(session: Session, ids: Sequence[int]) -> list[Application]:
    """These applications, in the order asked for."""
    found = (
        select(*_COLUMNS)
        .join(CompanyRow, CompanyRow.id == ApplicationRow.company_id, isouter=True)
        .where(ApplicationRow.id.in_(ids))
    )
    by_id = {row[0]: _record(row) for row in session.execute(found)}
    return [by_id[key] for key in ids if key in by_id]


def _record(row: Sequence[Any]) -> Application:
    company: str | None = row[2]
    if company is None:
        raise WorkspaceDamagedError(
            f"Application {row[0]} has lost its company. Nothing was changed. "
            "Run “check”, then restore a backup."
        )
    return Application(
        id=row[0],
        uid=row[1],
        company=company,
        role=row[3],
        stage=Stage(row[4]),
        since=date.fromisoformat(row[5]),
        outcome=Outcome(row[6]) if row[6] else None,
        closed_on=_day(row[7]),
        applied_on=_day(row[8]),
        location=row[9],
        url=row[10],
        pay=listing.pay_of(*row[11:17]),
        posting=row[17],
        notes=row[18],
        next_action=row[19],
        next_action_on=_day(row[20]),
    )


def list_rows(
    session: Session, query: ListQuery, found: Sequence[int] | None = None
) -> list[ListRow]:
    """The rows of the list; `found` narrows it to what the search gave."""
    sql, values = listing.statement(query, found)
    return listing.rows_from(session.execute(text(sql), values))


def count(session: Session, *, open_only: bool) -> int:
    chosen = select(func.count()).select_from(ApplicationRow)
    if open_only:
        chosen = chosen.where(ApplicationRow.outcome.is_(None))
    return session.scalar(chosen) or 0


def relink(session: Session, profile_id: int, to: int | None) -> None:
    """Point the links to one profile at another, or take them away."""
    linked = ApplicationProfileRow.profile_id == profile_id
    if to is None:
        session.execute(delete(ApplicationProfileRow).where(linked))
    else:
        session.execute(update(ApplicationProfileRow).where(linked).values(profile_id=to))
