"""Offers: what was offered, and on what day; and what-ifs, which nobody offered."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import RowMapping, Select, select
from sqlalchemy.orm import Session

from jobtracker.domain.applications import Offer
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.offers import OfferRecord
from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import STAGES
from jobtracker.storage import packages, rows
from jobtracker.storage.pay_columns import PARTS, columns_of, pay_in
from jobtracker.storage.schema import ApplicationRow, CompanyRow, OfferRow
from jobtracker.storage.uids import new_uid

_TABLE = rows.table_of(OfferRow)
_APPLICATION = rows.table_of(ApplicationRow)
_NEWEST = (_TABLE.c.received_on.desc(), _TABLE.c.id.desc())
_OF = (
    select(
        *(_TABLE.c[name] for name in ("id", "application_id", "received_on", "notes")),
        *(_TABLE.c[f"pay_{part}"] for part in PARTS),
    )
    .where(rows.named(_TABLE.c.application_id), _TABLE.c.what_if == 0)
    .order_by(*_NEWEST)
)
_PLACED = (
    select(_TABLE, CompanyRow.name.label("company"), _APPLICATION.c.role)
    .join(_APPLICATION, _APPLICATION.c.id == _TABLE.c.application_id, isouter=True)
    .join(CompanyRow, CompanyRow.id == _APPLICATION.c.company_id, isouter=True)
    .order_by(*_NEWEST)
)
_SAME = ("label", "round", "application_id", "notes")


class Placed(NamedTuple):
    """An offer with the company and the role it is for, both "" for one of no application."""

    record: OfferRecord
    company: str
    role: str


def insert(session: Session, offer: OfferRecord, now: datetime) -> int:
    """A new offer; its base's text is the amount as typed. Its id."""
    return rows.insert(
        session, OfferRow, uid=new_uid(now), created_at=now.isoformat(), **_columns(offer)
    )


def insert_received(
    session: Session, application_id: int, received_on: date, pay: Pay, notes: str, now: datetime
) -> int:
    """A new offer of which only the base is known; `pay.text` is the amount as typed. Its id."""
    offer = OfferRecord.of_base(application_id, received_on, pay, notes)
    return insert(session, offer, now)


def change(session: Session, offer: OfferRecord) -> None:
    """Write the offer of this id as it is now."""
    rows.change(session, OfferRow, [offer.id], _columns(offer))


def set_received(session: Session, offer_id: int, received_on: date) -> None:
    """Correct the day of an offer."""
    rows.change(session, OfferRow, [offer_id], {"received_on": received_on.isoformat()})


def remove(session: Session, offer_id: int) -> None:
    rows.remove(session, OfferRow, [offer_id])


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[Offer, ...]]:
    """The offers that were made for these applications, newest first; no what-ifs."""
    found: dict[int, tuple[Offer, ...]] = dict.fromkeys(ids, ())
    for row in session.connection().execute(_OF, rows.bound(ids)).mappings():
        received_on = date.fromisoformat(row["received_on"])
        offer = Offer(row["id"], received_on, pay_in("pay", row), row["notes"])
        found[row["application_id"]] += (offer,)
    return found


def load(session: Session, offer_id: int) -> Placed:
    """Raises NotFoundError where it is gone."""
    found = _placed(session, _PLACED.where(_TABLE.c.id == offer_id))
    if not found:
        raise NotFoundError(
            f"There is no offer {offer_id}; nothing was changed. "
            "List the offers to see their numbers."
        )
    return found[0]


def load_all(session: Session, ids: Iterable[int]) -> list[Placed]:
    """These offers in the order asked for. Raises NotFoundError where one is gone."""
    wanted = list(ids)
    chosen = _PLACED.where(rows.named(_TABLE.c.id))
    by_id = {one.record.id: one for one in _placed(session, chosen, rows.bound(wanted))}
    return [by_id[key] if key in by_id else load(session, key) for key in wanted]


def records(session: Session, application_id: int | None) -> list[OfferRecord]:
    """All of an application, what-ifs too, newest first; with None those of no application."""
    chosen = _PLACED.where(_TABLE.c.application_id.is_not_distinct_from(application_id))
    return [one.record for one in _placed(session, chosen)]


def every(session: Session) -> list[Placed]:
    """All of them, what-ifs too, newest first."""
    return _placed(session, _PLACED)


def all_open(session: Session) -> list[Placed]:
    """Those of open applications and of none, what-ifs too, newest first."""
    live = _APPLICATION.c.standing.in_([stage.value for stage in STAGES])
    return _placed(session, _PLACED.where(live | _TABLE.c.application_id.is_(None)))


def unreadable(session: Session) -> list[int]:
    """The offers whose parts are no JSON object."""
    found = session.connection().exec_driver_sql(
        "SELECT id FROM offer WHERE package <> '' "
        "AND iif(json_valid(package), json_type(package), '') <> 'object' ORDER BY id"
    )
    return list(found.scalars())


def _placed(
    session: Session, statement: Select[Any], values: dict[str, str] | None = None
) -> list[Placed]:
    found = session.connection().execute(statement, values or {}).mappings()
    return [Placed(_record(row), row["company"] or "", row["role"] or "") for row in found]


def _columns(offer: OfferRecord) -> dict[str, Any]:
    return {
        **{name: getattr(offer, name) for name in _SAME},
        "received_on": offer.received_on.isoformat(),
        "deadline": offer.deadline.isoformat() if offer.deadline else None,
        "what_if": int(offer.what_if),
        **columns_of("pay", offer.package.base),
        "package": packages.written(offer.package),
    }


def _record(row: RowMapping) -> OfferRecord:
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    return OfferRecord(
        **same,
        id=row["id"],
        uid=row["uid"],
        received_on=date.fromisoformat(row["received_on"]),
        deadline=date.fromisoformat(row["deadline"]) if row["deadline"] else None,
        what_if=bool(row["what_if"]),
        package=packages.read(row["package"], pay_in("pay", row)),
    )
