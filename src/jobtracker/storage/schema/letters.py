"""Letters with every version, and documents with their bytes."""

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class LetterTemplateRow(Keyed, Base, kw_only=True):
    __tablename__ = "letter_template"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str]
    library_key: Mapped[str | None] = mapped_column(default=None, index=True)
    version: Mapped[int] = mapped_column(default=1)
    profile_id: Mapped[int | None] = mapped_column(
        ForeignKey("profile.id", ondelete="CASCADE"), default=None, index=True
    )
    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    created_at: Mapped[str]


class LetterRow(Keyed, Base, kw_only=True):
    """`field_values` is a JSON object: field name to what the person typed for this letter."""

    __tablename__ = "letter"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    template_id: Mapped[int | None] = mapped_column(
        ForeignKey("letter_template.id", ondelete="SET NULL"), default=None, index=True
    )
    name: Mapped[str]
    text: Mapped[str]
    field_values: Mapped[str] = mapped_column(default="{}")
    created_at: Mapped[str]
    updated_at: Mapped[str]


class LetterVersionRow(Keyed, Base, kw_only=True):
    """Every save of a letter; one that left the app names its document."""

    __tablename__ = "letter_version"
    __table_args__ = (
        Index("uq_letter_version", "letter_id", "number", unique=True),
        {"sqlite_autoincrement": True},
    )

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    field_values: Mapped[str] = mapped_column(default="{}")
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="SET NULL"), default=None, index=True
    )
    override_reason: Mapped[str] = mapped_column(default="")
    saved_at: Mapped[str]


class DocumentRow(Keyed, Base, kw_only=True):
    __tablename__ = "document"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    blob_hash: Mapped[str] = mapped_column(ForeignKey("blob.hash"), index=True)
    sent_on: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]


class BlobRow(Base, kw_only=True):
    """A document's bytes under their SHA-256; kept while a row or a journal step names them."""

    __tablename__ = "blob"

    hash: Mapped[str] = mapped_column(primary_key=True)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)
