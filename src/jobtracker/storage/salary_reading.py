"""What the salary page reads: roles with their ranges, and the pay of applications; a statement
for each kind of thing, however many roles there are.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import RelatedRole
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.domain.stages import Stage
from jobtracker.storage import listing, rows, salary_ranges
from jobtracker.storage.pay_columns import PARTS, pay_in
from jobtracker.storage.schema import (
    ApplicationProfileRow,
    ApplicationRow,
    CompanyRow,
    ProfileRow,
    RelatedRoleRow,
)


class RoleFigures(NamedTuple):
    """What a profile says about pay."""

    id: int
    title: str
    source: str
    updated_on: date | None
    code: str
    salaries: tuple[SalaryRange, ...]
    related: tuple[RelatedRole, ...]


class Applied(NamedTuple):
    """An application as far as its pay matters; `profile_id` is None where no role is linked."""

    id: int
    company: str
    role: str
    location: str
    pay: Pay
    ask: Pay
    level: str
    profile_id: int | None
    on: date | None


_A = rows.table_of(ApplicationRow)
_APPLIED = (
    select(
        _A.c.id,
        CompanyRow.name.label("company"),
        _A.c.role,
        _A.c.location,
        _A.c.level,
        _A.c.applied_on,
        *(_A.c[f"{of}_{part}"] for of in ("pay", "ask") for part in PARTS),
        ApplicationProfileRow.profile_id,
    )
    .join(CompanyRow, CompanyRow.id == _A.c.company_id)
    .join(
        ApplicationProfileRow,
        (ApplicationProfileRow.application_id == _A.c.id) & (ApplicationProfileRow.ordinal == 0),
        isouter=True,
    )
    .order_by(_A.c.id.desc())
)
_OPEN = _APPLIED.where(_A.c.standing.in_([stage.value for stage in Stage]))
_ONE = _APPLIED.where(rows.named(_A.c.id))


def open_applications(session: Session) -> list[Applied]:
    """Every application that is neither closed nor archived, the newest first."""
    return [_applied(row) for row in session.connection().execute(_OPEN).mappings()]


def applications(session: Session, ids: Sequence[int]) -> list[Applied]:
    """These, whatever became of them."""
    found = session.connection().execute(_ONE, rows.bound(ids)).mappings()
    return [_applied(row) for row in found]


def roles(session: Session, ids: Sequence[int]) -> list[RoleFigures]:
    """What these profiles say about pay, in the order asked for; those that are gone left out."""
    chosen = select(
        ProfileRow.id, ProfileRow.title, ProfileRow.source, ProfileRow.updated_on, ProfileRow.code
    ).where(rows.named(rows.table_of(ProfileRow).c.id))
    found = {row[0]: row for row in session.connection().execute(chosen, rows.bound(ids))}
    ranges, related = salary_ranges.of(session, ids), _related(session, ids)
    return [
        RoleFigures(
            key,
            title,
            source,
            date.fromisoformat(updated_on) if updated_on else None,
            code,
            ranges.get(key, ()),
            tuple(related[key]),
        )
        for key, title, source, updated_on, code in (found[one] for one in ids if one in found)
    ]


def _related(session: Session, ids: Sequence[int]) -> dict[int, list[RelatedRole]]:
    table = rows.table_of(RelatedRoleRow)
    chosen = (
        select(table).where(rows.named(table.c.profile_id)).order_by(table.c.id, table.c.ordinal)
    )
    related: dict[int, list[RelatedRole]] = defaultdict(list)
    for row in session.connection().execute(chosen, rows.bound(ids)).mappings():
        pay = listing.pay_of(row["low"], row["high"], row["currency"], row["period"], row["text"])
        related[row["profile_id"]].append(RelatedRole(row["title"], pay, row["description"]))
    return related


def _applied(row: RowMapping) -> Applied:
    return Applied(
        row["id"],
        row["company"],
        row["role"],
        row["location"],
        pay_in("pay", row),
        pay_in("ask", row),
        row["level"],
        row["profile_id"],
        date.fromisoformat(row["applied_on"]) if row["applied_on"] else None,
    )
