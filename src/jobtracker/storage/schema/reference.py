"""Role profiles, their salary ranges, and what a person says about them."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class ProfileRow(Keyed, Base, kw_only=True):
    """A role profile: `origin` is "library" (bundled, read-only) or "own". `code` is that of its
    occupation (SOC 2018), `credit` the line its source asks for.
    """

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
    code: Mapped[str] = mapped_column(default="")
    credit: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class ProfileMarkRow(Keyed, Base, kw_only=True):
    """What a person keeps about a profile. It stands apart, as rows of the library are written
    outside undo.
    """

    __tablename__ = "profile_mark"
    __table_args__ = {"sqlite_autoincrement": True}

    profile_id: Mapped[int] = mapped_column(
        ForeignKey("profile.id", ondelete="CASCADE"), unique=True
    )
    notes: Mapped[str] = mapped_column(default="")
    archived: Mapped[int] = mapped_column(default=0)


class CanShowRow(Keyed, Base, kw_only=True):
    """A line of a profile that a person can show, and where. It is known by its folded text, so
    that it outlives the lines, which are written anew with each version of a profile.
    """

    __tablename__ = "can_show"
    __table_args__ = (
        Index("uq_can_show", "profile_id", "section", "text_key", unique=True),
        {"sqlite_autoincrement": True},
    )

    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    section: Mapped[str]
    text: Mapped[str]
    text_key: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class MySkillRow(Keyed, Base, kw_only=True):
    """A skill of the person's; `origin` is "own" (typed) or "resume"."""

    __tablename__ = "my_skill"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str] = mapped_column(default="own")
    evidence: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class ProfileItemRow(Keyed, Base, kw_only=True):
    """One line of a profile: `section` and `ordinal` keep the page's order.

    `heading` is the label of an at-a-glance fact, the group of a qualification, the
    question of an answer, the key of an alternate title (`domain.matching.name_key`); `body`
    is the line itself.
    """

    __tablename__ = "profile_item"
    __table_args__ = (
        Index("ix_profile_item_order", "profile_id", "section", "ordinal"),
        Index("ix_profile_item_alternate", "heading", sqlite_where=text("section = 'alternate'")),
        {"sqlite_autoincrement": True},
    )

    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    section: Mapped[str]
    ordinal: Mapped[int]
    heading: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")


class SalaryRangeRow(Keyed, Base, kw_only=True):
    """`notes` are lines, `at_least` names with blanks between them."""

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
    n: Mapped[int | None] = mapped_column(default=None)
    employment: Mapped[int | None] = mapped_column(default=None)
    rse: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    at_least: Mapped[str] = mapped_column(default="")


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
