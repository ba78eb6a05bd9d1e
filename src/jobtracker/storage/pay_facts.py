"""The figures that were named while one applied, each on its day."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.pay_facts import FactKind, PayFact
from jobtracker.storage import rows
from jobtracker.storage.pay_columns import columns_of, pay_in
from jobtracker.storage.schema import PayFactRow
from jobtracker.storage.uids import new_uid

_TABLE = rows.table_of(PayFactRow)
_EVERY = select(_TABLE).order_by(_TABLE.c.on_date, _TABLE.c.id)
_SAME = ("application_id", "who", "how", "note")


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[PayFact, ...]]:
    """The facts of these applications, by day, those of one day as they were recorded."""
    found: dict[int, tuple[PayFact, ...]] = dict.fromkeys(ids, ())
    chosen = _EVERY.where(rows.named(_TABLE.c.application_id))
    for row in session.connection().execute(chosen, rows.bound(ids)).mappings():
        found[row["application_id"]] += (_fact(row),)
    return found


def load(session: Session, fact_id: int) -> PayFact:
    """Raises NotFoundError where it is gone."""
    found = session.connection().execute(_EVERY.where(_TABLE.c.id == fact_id)).mappings().first()
    if found is None:
        raise NotFoundError(
            f"There is no pay fact {fact_id}; nothing was changed. "
            "Show the application's pay to see their numbers."
        )
    return _fact(found)


def insert(session: Session, fact: PayFact, now: datetime) -> int:
    """A new fact; its id."""
    return rows.insert(
        session, PayFactRow, uid=new_uid(now), created_at=now.isoformat(), **_columns(fact)
    )


def change(session: Session, fact: PayFact) -> None:
    """Write the fact of this id as it is now."""
    rows.change(session, PayFactRow, [fact.id], _columns(fact))


def remove(session: Session, fact_id: int) -> None:
    rows.remove(session, PayFactRow, [fact_id])


def _columns(fact: PayFact) -> dict[str, Any]:
    return {
        **{name: getattr(fact, name) for name in _SAME},
        "kind": fact.kind.value,
        "on_date": fact.on.isoformat(),
        **columns_of("pay", fact.pay),
    }


def _fact(row: RowMapping) -> PayFact:
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    return PayFact(
        **same,
        id=row["id"],
        kind=FactKind(row["kind"]),
        on=date.fromisoformat(row["on_date"]),
        pay=pay_in("pay", row),
    )
