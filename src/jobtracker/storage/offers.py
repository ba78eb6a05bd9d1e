"""Offers: what was offered, and on what day."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobtracker.domain.applications import Offer
from jobtracker.domain.pay import Pay
from jobtracker.storage import rows
from jobtracker.storage.pay_columns import columns_of, pay_in
from jobtracker.storage.schema import OfferRow
from jobtracker.storage.uids import new_uid

_TABLE = rows.table_of(OfferRow)
_OF = (
    select(_TABLE)
    .where(rows.named(_TABLE.c.application_id))
    .order_by(_TABLE.c.received_on.desc(), _TABLE.c.id.desc())
)


def insert(
    session: Session, application_id: int, received_on: date, pay: Pay, notes: str, now: datetime
) -> int:
    """A new offer; `pay.text` is the amount as typed. Its id."""
    return rows.insert(
        session,
        OfferRow,
        uid=new_uid(now),
        application_id=application_id,
        received_on=received_on.isoformat(),
        notes=notes,
        created_at=now.isoformat(),
        **columns_of("pay", pay),
    )


def set_received(session: Session, offer_id: int, received_on: date) -> None:
    """Correct the day of an offer."""
    rows.change(session, OfferRow, [offer_id], {"received_on": received_on.isoformat()})


def remove(session: Session, offer_id: int) -> None:
    rows.remove(session, OfferRow, [offer_id])


def of(session: Session, ids: Sequence[int]) -> dict[int, tuple[Offer, ...]]:
    """The offers of these applications, newest first."""
    found: dict[int, tuple[Offer, ...]] = dict.fromkeys(ids, ())
    for row in session.connection().execute(_OF, rows.bound(ids)).mappings():
        received_on = date.fromisoformat(row["received_on"])
        offer = Offer(row["id"], received_on, pay_in("pay", row), row["notes"])
        found[row["application_id"]] += (offer,)
    return found
