"""Salary tables that a person imported, and rates of exchange."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class SalaryTableRow(Keyed, Base, kw_only=True):
    """The passport of an imported table: whose figures these are, of when, and out of which file.

    `checksum` is the file's SHA-256 in hex, `row_count` the number of its rows that are kept.
    """

    __tablename__ = "salary_table"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    publisher: Mapped[str] = mapped_column(default="")
    release: Mapped[str] = mapped_column(default="")
    source_date: Mapped[str] = mapped_column(default="")
    licence: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    file: Mapped[str] = mapped_column(default="")
    checksum: Mapped[str] = mapped_column(default="")
    row_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[str]


class SalaryLineRow(Keyed, Base, kw_only=True):
    """One row of an imported table, its amounts in minor units of `currency` for one `period`.

    `*_key` are folded for looking up; `notes` are lines.
    """

    __tablename__ = "salary_row"
    __table_args__ = (
        Index("ix_salary_row_order", "table_id", "ordinal"),
        Index("ix_salary_row_role", "role_key", "place_key"),
        Index("ix_salary_row_code", "code", "place_key"),
        Index("ix_salary_row_place", "place_key"),
        {"sqlite_autoincrement": True},
    )

    table_id: Mapped[int] = mapped_column(ForeignKey("salary_table.id", ondelete="CASCADE"))
    ordinal: Mapped[int]
    role: Mapped[str] = mapped_column(default="")
    role_key: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    place_key: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    currency: Mapped[str | None] = mapped_column(default=None)
    period: Mapped[str | None] = mapped_column(default=None)
    low: Mapped[int | None] = mapped_column(default=None)
    high: Mapped[int | None] = mapped_column(default=None)
    p10: Mapped[int | None] = mapped_column(default=None)
    p25: Mapped[int | None] = mapped_column(default=None)
    p50: Mapped[int | None] = mapped_column(default=None)
    p75: Mapped[int | None] = mapped_column(default=None)
    p90: Mapped[int | None] = mapped_column(default=None)
    mean: Mapped[int | None] = mapped_column(default=None)
    n: Mapped[int | None] = mapped_column(default=None)
    employment: Mapped[int | None] = mapped_column(default=None)
    rse: Mapped[str] = mapped_column(default="")
    year: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")


class ExchangeRateRow(Keyed, Base, kw_only=True):
    """What one unit of `base` is in `quote` on a day, as a decimal number in text."""

    __tablename__ = "exchange_rate"
    __table_args__ = (
        Index("uq_exchange_rate", "base", "quote", "on_date", unique=True),
        {"sqlite_autoincrement": True},
    )

    uid: Mapped[str] = mapped_column(unique=True)
    base: Mapped[str]
    quote: Mapped[str]
    rate: Mapped[str]
    on_date: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]
