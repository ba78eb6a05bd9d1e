"""Rates of exchange that a person typed: one a pair of currencies and day."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.exchange_rates import Rate
from jobtracker.storage.uids import new_uid

_RATES = "SELECT base, quote, rate, on_date, source FROM exchange_rate"


def every(session: Session) -> list[Rate]:
    """All of them, the newest day first."""
    found = session.connection().exec_driver_sql(f"{_RATES} ORDER BY on_date DESC, id DESC")
    return [_rate(row) for row in found]


def newest(session: Session, one: str, other: str) -> Rate | None:
    """The newest rate between two currencies, whichever way it was typed."""
    found = session.connection().exec_driver_sql(
        f"{_RATES} WHERE (base, quote) IN ((:one, :other), (:other, :one)) "
        "ORDER BY on_date DESC, id DESC LIMIT 1",
        {"one": one, "other": other},
    )
    row = found.first()
    return _rate(row) if row else None


def put(session: Session, rate: Rate, now: datetime) -> int:
    """Keep a rate; its id. One of the same pair and day is replaced."""
    return int(
        session.connection()
        .exec_driver_sql(
            "INSERT INTO exchange_rate (uid, base, quote, rate, on_date, source, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (base, quote, on_date) "
            "DO UPDATE SET rate = excluded.rate, source = excluded.source RETURNING id",
            (
                new_uid(now),
                rate.base,
                rate.quote,
                str(rate.rate),
                rate.on.isoformat(),
                rate.source,
                now.isoformat(),
            ),
        )
        .scalar_one()
    )


def remove(session: Session, base: str, quote: str, on: date) -> None:
    """Take a rate away. Raises NotFoundError."""
    gone = session.connection().exec_driver_sql(
        "DELETE FROM exchange_rate WHERE base = ? AND quote = ? AND on_date = ?",
        (base, quote, on.isoformat()),
    )
    if not gone.rowcount:
        raise NotFoundError(
            f"There is no rate from {base} to {quote} of {on}; nothing was changed. "
            "List the rates to see their days."
        )


def _rate(row: Sequence[Any]) -> Rate:
    base, quote, rate, on, source = row
    return Rate(base, quote, Decimal(rate), date.fromisoformat(on), source)
