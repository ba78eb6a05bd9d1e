"""Role profiles and their salary ranges."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class ProfileRow(Keyed, Base, kw_only=True):
    """A role profile: `origin` is "library" (bundled, read-only) or "own"."""

    __tablename__ = "profile"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str]
    library_key: Mapped[str | None] = mapped_column(default=None, index=True)
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str]
    category: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    updated_on: Mapped[str | None] = mapped_column(default=None)
    source: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class ProfileItemRow(Keyed, Base, kw_only=True):
    """One line of a profile: `section` and `ordinal` keep the page's order.

    `heading` is the label of an at-a-glance fact, the group of a qualification, the
    question of an answer; `body` is the line itself.
    """

    __tablename__ = "profile_item"
    __table_args__ = (
        Index("ix_profile_item_order", "profile_id", "section", "ordinal"),
        {"sqlite_autoincrement": True},
    )

    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    section: Mapped[str]
    ordinal: Mapped[int]
    heading: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")


class SalaryRangeRow(Keyed, Base, kw_only=True):
    __tablename__ = "salary_range"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    profile_id: Mapped[int] = mapped_column(
        ForeignKey("profile.id", ondelete="CASCADE"), index=True
    )
    ordinal: Mapped[int]
    level: Mapped[str] = mapped_column(default="")
    experience: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    low: Mapped[int | None] = mapped_column(default=None)
    high: Mapped[int | None] = mapped_column(default=None)
    p10: Mapped[int | None] = mapped_column(default=None)
    p25: Mapped[int | None] = mapped_column(default=None)
    p50: Mapped[int | None] = mapped_column(default=None)
    p75: Mapped[int | None] = mapped_column(default=None)
    p90: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str | None] = mapped_column(default=None)
    period: Mapped[str | None] = mapped_column(default=None)
    kind: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_date: Mapped[str] = mapped_column(default="")
    licence: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    assumed: Mapped[str] = mapped_column(default="")


class RelatedRoleRow(Keyed, Base, kw_only=True):
    __tablename__ = "related_role"
    __table_args__ = {"sqlite_autoincrement": True}

    profile_id: Mapped[int] = mapped_column(
        ForeignKey("profile.id", ondelete="CASCADE"), index=True
    )
    ordinal: Mapped[int]
    title: Mapped[str]
    low: Mapped[int | None] = mapped_column(default=None)
    high: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str | None] = mapped_column(default=None)
    period: Mapped[str | None] = mapped_column(default=None)
    text: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
