"""The tables of a workspace, as SQLAlchemy rows. No row ever leaves `storage/`.

Money is integer minor units with an ISO 4217 currency and a period. Dates are ISO text
(`YYYY-MM-DD`), moments ISO text in UTC, so a file reads the same in every zone. Every
record a person owns has an integer key for joins and a UUIDv7 `uid` for the world.
"""

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

HEAD = "0001"
"""The newest alembic revision; alembic itself is imported only where a file's differs."""

SCHEMA_VERSION = 1
"""`PRAGMA user_version`: the number of `HEAD`."""

APPLICATION_ID = 0x4A4F4254
"""`PRAGMA application_id`: "JOBT"."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text}


class Keyed(MappedAsDataclass, kw_only=True):
    id: Mapped[int] = mapped_column(primary_key=True, init=False)


class CompanyRow(Keyed, Base, kw_only=True):
    __tablename__ = "company"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    notes: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class TargetRoleRow(Keyed, Base, kw_only=True):
    __tablename__ = "target_role"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    profile_id: Mapped[int | None] = mapped_column(
        ForeignKey("profile.id", ondelete="SET NULL"), default=None, index=True
    )
    pay_low: Mapped[int | None] = mapped_column(default=None)
    pay_high: Mapped[int | None] = mapped_column(default=None)
    pay_currency: Mapped[str | None] = mapped_column(default=None)
    pay_period: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]


class ApplicationRow(Keyed, Base, kw_only=True):
    """`stage`, `stage_since`, `applied_on`, `outcome` and `closed_on` are projections of the
    event log, written in the transaction of their event and verified by `check`.
    """

    __tablename__ = "application"
    __table_args__ = (
        Index("ix_application_open", "outcome", "stage", "next_action_on"),
        {"sqlite_autoincrement": True},
    )

    uid: Mapped[str] = mapped_column(unique=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    target_role_id: Mapped[int | None] = mapped_column(
        ForeignKey("target_role.id", ondelete="SET NULL"), default=None, index=True
    )
    role: Mapped[str]
    location: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    posting: Mapped[str] = mapped_column(default="")
    posting_captured_on: Mapped[str | None] = mapped_column(default=None)
    notes: Mapped[str] = mapped_column(default="")
    stage: Mapped[str]
    stage_since: Mapped[str]
    applied_on: Mapped[str | None] = mapped_column(default=None)
    outcome: Mapped[str | None] = mapped_column(default=None)
    closed_on: Mapped[str | None] = mapped_column(default=None)
    pay_text: Mapped[str] = mapped_column(default="")
    pay_low: Mapped[int | None] = mapped_column(default=None)
    pay_high: Mapped[int | None] = mapped_column(default=None)
    pay_currency: Mapped[str | None] = mapped_column(default=None)
    pay_period: Mapped[str | None] = mapped_column(default=None)
    pay_assumed: Mapped[str] = mapped_column(default="")
    next_action: Mapped[str] = mapped_column(default="")
    next_action_on: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]
    updated_at: Mapped[str]


class ApplicationProfileRow(Keyed, Base, kw_only=True):
    """An application's reference profiles; the first by `ordinal` is its benchmark."""

    __tablename__ = "application_profile"
    __table_args__ = (
        Index("uq_application_profile", "application_id", "profile_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id"), index=True)
    ordinal: Mapped[int] = mapped_column(default=0)
    level: Mapped[str] = mapped_column(default="")


class EventRow(Keyed, Base, kw_only=True):
    """The log that board, history and figures read. Services only ever append."""

    __tablename__ = "event"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    on_date: Mapped[str]
    from_value: Mapped[str] = mapped_column(default="")
    to_value: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[str]


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
    created_at: Mapped[str]


class BlobRow(Base, kw_only=True):
    """A document's bytes under their SHA-256; kept while a row or a journal step names them."""

    __tablename__ = "blob"

    hash: Mapped[str] = mapped_column(primary_key=True)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)


class SettingRow(Keyed, Base, kw_only=True):
    """A setting of the search itself (a person's name, hours a week) as JSON."""

    __tablename__ = "setting"
    __table_args__ = {"sqlite_autoincrement": True}

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class StateRow(Base, kw_only=True):
    """What the program keeps about the file itself, outside undo: the library's fingerprint."""

    __tablename__ = "state"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class JournalStepRow(Keyed, Base, kw_only=True):
    """One user action. `state` is "done", "undone" or "barrier"."""

    __tablename__ = "journal_step"
    __table_args__ = {"sqlite_autoincrement": True}

    label: Mapped[str]
    made_at: Mapped[str]
    state: Mapped[str] = mapped_column(default="done")


class JournalChangeRow(Keyed, Base, kw_only=True):
    __tablename__ = "journal_change"
    __table_args__ = {"sqlite_autoincrement": True}

    step_id: Mapped[int] = mapped_column(
        ForeignKey("journal_step.id", ondelete="CASCADE"), index=True
    )
    table_name: Mapped[str]
    row_id: Mapped[int]
    op: Mapped[str]
    before: Mapped[str | None] = mapped_column(default=None)
    after: Mapped[str | None] = mapped_column(default=None)


JOURNALLED: tuple[str, ...] = (
    "company",
    "target_role",
    "application",
    "application_profile",
    "event",
    "profile",
    "profile_item",
    "salary_range",
    "related_role",
    "letter_template",
    "letter",
    "letter_version",
    "document",
    "setting",
)
"""The tables whose rows undo and redo restore. Rows of the bundled library are written in
transactions that are not journalled."""
