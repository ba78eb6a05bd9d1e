"""Letters with every version, blocks to write them of, and documents with their bytes."""

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class LetterTemplateRow(Keyed, Base, kw_only=True):
    """`form_hash` names the bytes of a Word file of the person's own, which is filled on export."""

    __tablename__ = "letter_template"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str]
    library_key: Mapped[str | None] = mapped_column(default=None, index=True)
    version: Mapped[int] = mapped_column(default=1)
    profile_id: Mapped[int | None] = mapped_column(
        ForeignKey("profile.id", ondelete="CASCADE"), default=None, index=True
    )
    kind: Mapped[str] = mapped_column(default="cover-letter")
    language: Mapped[str] = mapped_column(default="en")
    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    form_hash: Mapped[str | None] = mapped_column(ForeignKey("blob.hash"), default=None, index=True)
    created_at: Mapped[str]


class LetterRow(Keyed, Base, kw_only=True):
    """`field_values` and `frame` are JSON objects: field name to what the person typed for this
    letter, and part to its text where the person changed it; `hidden` is a JSON list of parts.

    `sent_version` is the number of the version that was sent; from then on nothing changes.
    """

    __tablename__ = "letter"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    template_id: Mapped[int | None] = mapped_column(
        ForeignKey("letter_template.id", ondelete="SET NULL"), default=None, index=True
    )
    kind: Mapped[str] = mapped_column(default="cover-letter")
    language: Mapped[str] = mapped_column(default="en")
    style: Mapped[str] = mapped_column(default="classic")
    paper: Mapped[str] = mapped_column(default="a4")
    fit: Mapped[int] = mapped_column(default=0)
    family: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    text: Mapped[str]
    field_values: Mapped[str] = mapped_column(default="{}")
    frame: Mapped[str] = mapped_column(default="{}")
    hidden: Mapped[str] = mapped_column(default="[]")
    sent_version: Mapped[int | None] = mapped_column(default=None)
    sent_on: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]
    updated_at: Mapped[str]


class LetterVersionRow(Keyed, Base, kw_only=True):
    """Every save of a letter; one that left the app names its document and the bytes sent.

    `text` is the whole text where `kept_before` is null. Otherwise it stands between that many
    characters of the start and `kept_after` of the end of the version before. `field_values` and
    `shape` (JSON: frame, hidden parts, look) are null where they are those of the version before.
    `frozen` is set where the letter left: JSON of all "values" and of the "frame" as they were.
    """

    __tablename__ = "letter_version"
    __table_args__ = (
        Index("uq_letter_version", "letter_id", "number", unique=True),
        {"sqlite_autoincrement": True},
    )

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(default="saved")
    name: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    kept_before: Mapped[int | None] = mapped_column(default=None)
    kept_after: Mapped[int | None] = mapped_column(default=None)
    field_values: Mapped[str | None] = mapped_column(default=None)
    shape: Mapped[str | None] = mapped_column(default=None)
    frozen: Mapped[str | None] = mapped_column(default=None)
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="SET NULL"), default=None, index=True
    )
    blob_hash: Mapped[str | None] = mapped_column(ForeignKey("blob.hash"), default=None, index=True)
    override_reason: Mapped[str] = mapped_column(default="")
    saved_at: Mapped[str]


class LetterBlockRow(Keyed, Base, kw_only=True):
    """A paragraph of the person's own. `tags` is a JSON object of "skill", "role" and "tone" to
    lists of words; a variant names the block it says in other words.
    """

    __tablename__ = "letter_block"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    text: Mapped[str]
    tags: Mapped[str] = mapped_column(default="{}")
    role_in_letter: Mapped[str] = mapped_column(default="other")
    language: Mapped[str] = mapped_column(default="en")
    variant_of: Mapped[int | None] = mapped_column(
        ForeignKey("letter_block.id", ondelete="SET NULL"), default=None, index=True
    )
    created_at: Mapped[str]
    updated_at: Mapped[str]


class LetterBlockUseRow(Keyed, Base, kw_only=True):
    """Which blocks a letter was made of."""

    __tablename__ = "letter_block_use"
    __table_args__ = (
        Index("uq_letter_block_use", "letter_id", "block_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"))
    block_id: Mapped[int] = mapped_column(
        ForeignKey("letter_block.id", ondelete="CASCADE"), index=True
    )


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
    """A file's bytes under their SHA-256; kept while a row or a journal step names them."""

    __tablename__ = "blob"

    hash: Mapped[str] = mapped_column(primary_key=True)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)
