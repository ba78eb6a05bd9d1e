"""Companies and the people one meets."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class CompanyRow(Keyed, Base, kw_only=True):
    __tablename__ = "company"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    address: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    avoid: Mapped[int] = mapped_column(default=0)
    avoid_reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class CompanyAliasRow(Keyed, Base, kw_only=True):
    """Another name of a company, found like its own."""

    __tablename__ = "company_alias"
    __table_args__ = {"sqlite_autoincrement": True}

    company_id: Mapped[int] = mapped_column(
        ForeignKey("company.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)


class ContactRow(Keyed, Base, kw_only=True):
    __tablename__ = "contact"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    company_id: Mapped[int | None] = mapped_column(
        ForeignKey("company.id", ondelete="SET NULL"), default=None, index=True
    )
    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class ApplicationContactRow(Keyed, Base, kw_only=True):
    """Who has what part in an application: recruiter, hiring manager, referrer."""

    __tablename__ = "application_contact"
    __table_args__ = (
        Index("uq_application_contact", "application_id", "contact_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    contact_id: Mapped[int] = mapped_column(
        ForeignKey("contact.id", ondelete="CASCADE"), index=True
    )
    part: Mapped[str] = mapped_column(default="")
