"""Pay as the six columns that hold it: as it was typed, and as it was understood."""

from typing import Any

from sqlalchemy import RowMapping

from jobtracker.domain.pay import Pay, Period

PARTS = ("low", "high", "currency", "period", "text", "assumed")


def columns_of(of: str, pay: Pay) -> dict[str, Any]:
    """The values of the columns `{of}_low` and so on."""
    period = pay.period.value if pay.period else None
    values = (pay.low, pay.high, pay.currency, period, pay.text, ",".join(pay.assumed))
    return {f"{of}_{part}": value for part, value in zip(PARTS, values, strict=True)}


def pay_in(of: str, row: RowMapping) -> Pay:
    """The pay that a row's columns `{of}_low` and so on hold."""
    low, high, currency, period, text, assumed = (row[f"{of}_{part}"] for part in PARTS)
    return Pay(
        low,
        high,
        currency,
        Period(period) if period else None,
        text,
        tuple(assumed.split(",")) if assumed else (),
    )
