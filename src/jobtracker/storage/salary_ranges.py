"""The salary ranges of role profiles."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.storage import listing
from jobtracker.storage.schema import SalaryRangeRow
from jobtracker.storage.uids import new_uid

_SAME = (
    "level", "experience", "place", "kind", "source", "source_date", "licence", "n", "employment",
    "rse", "code", "area",
)  # fmt: skip


def of(
    session: Session, profile_ids: Sequence[int] | None = None
) -> dict[int, tuple[SalaryRange, ...]]:
    """The salary ranges of these profiles, or of all, each profile's in order."""
    chosen = select(SalaryRangeRow).order_by(SalaryRangeRow.profile_id, SalaryRangeRow.ordinal)
    if profile_ids is not None:
        chosen = chosen.where(SalaryRangeRow.profile_id.in_(profile_ids))
    by_profile = groupby(session.scalars(chosen), key=lambda row: row.profile_id)
    return {key: tuple(_range(row) for row in rows) for key, rows in by_profile}


def replace(
    session: Session, profile_id: int, salaries: Iterable[SalaryRange], now: datetime
) -> None:
    """Make these all the ranges of a profile."""
    delete_all = "DELETE FROM salary_range WHERE profile_id = ?"
    session.connection().exec_driver_sql(delete_all, (profile_id,))
    session.add_all(
        SalaryRangeRow(profile_id=profile_id, ordinal=number, **_columns(salary, now))
        for number, salary in enumerate(salaries)
    )


def _columns(salary: SalaryRange, now: datetime) -> dict[str, Any]:
    return {
        **{name: getattr(salary, name) for name in _SAME},
        **salary.percentiles._asdict(),
        "uid": new_uid(now),
        "low": salary.pay.low,
        "high": salary.pay.high,
        "currency": salary.pay.currency,
        "period": salary.pay.period,
        "text": salary.pay.text,
        "assumed": ",".join(salary.pay.assumed),
        "notes": "\n".join(salary.notes),
        "at_least": " ".join(salary.at_least),
    }


def _range(row: SalaryRangeRow) -> SalaryRange:
    same: dict[str, Any] = {name: getattr(row, name) for name in _SAME}
    return SalaryRange(
        **same,
        pay=listing.pay_of(row.low, row.high, row.currency, row.period, row.text, row.assumed),
        percentiles=Percentiles(row.p10, row.p25, row.p50, row.p75, row.p90),
        notes=tuple(row.notes.splitlines()),
        at_least=tuple(row.at_least.split()),
    )
