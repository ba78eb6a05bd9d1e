"""The first schema: the search, its reference texts, letters, documents and the journal.

Released migrations import nothing of ours: they must run the same in ten years.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _key(table: str) -> tuple[sa.Column[int], sa.PrimaryKeyConstraint]:
    """The integer key that every table of records has."""
    column = sa.Column("id", sa.Integer(), nullable=False)
    return column, sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=False) for name in names)


def _names(
    table: str, column: str, parent: str, *, ondelete: str | None = None, key: str = "id"
) -> sa.ForeignKeyConstraint:
    """The column of a table that names a row of another."""
    name = f"fk_{table}_{column}_{parent}"
    return sa.ForeignKeyConstraint([column], [f"{parent}.{key}"], name=name, ondelete=ondelete)


def _blob() -> None:
    op.create_table(
        "blob",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_blob"),
    )


def _company() -> None:
    op.create_table(
        "company",
        *_texts("uid", "name", "name_key", "notes", "created_at"),
        *_key("company"),
        sa.UniqueConstraint("name_key", name="uq_company_name_key"),
        sa.UniqueConstraint("uid", name="uq_company_uid"),
        sqlite_autoincrement=True,
    )


def _journal_step() -> None:
    op.create_table(
        "journal_step",
        *_texts("label", "made_at", "state"),
        *_key("journal_step"),
        sqlite_autoincrement=True,
    )


def _profile() -> None:
    op.create_table(
        "profile",
        *_texts("uid", "origin"),
        sa.Column("library_key", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("title", "category", "summary"),
        sa.Column("updated_on", sa.Text(), nullable=True),
        *_texts("source", "created_at"),
        *_key("profile"),
        sa.UniqueConstraint("uid", name="uq_profile_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_profile_library_key", "profile", ["library_key"])


def _setting() -> None:
    op.create_table(
        "setting",
        *_texts("name", "value"),
        *_key("setting"),
        sa.UniqueConstraint("name", name="uq_setting_name"),
        sqlite_autoincrement=True,
    )


def _state() -> None:
    op.create_table(
        "state", *_texts("name", "value"), sa.PrimaryKeyConstraint("name", name="pk_state")
    )


def _journal_change() -> None:
    op.create_table(
        "journal_change",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        *_key("journal_change"),
        _names("journal_change", "step_id", "journal_step", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_change_step_id", "journal_change", ["step_id"])


def _letter_template() -> None:
    op.create_table(
        "letter_template",
        *_texts("uid", "origin"),
        sa.Column("library_key", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=True),
        *_texts("name", "purpose", "text", "created_at"),
        *_key("letter_template"),
        _names("letter_template", "profile_id", "profile", ondelete="CASCADE"),
        sa.UniqueConstraint("uid", name="uq_letter_template_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letter_template_library_key", "letter_template", ["library_key"])
    op.create_index("ix_letter_template_profile_id", "letter_template", ["profile_id"])


def _profile_item() -> None:
    op.create_table(
        "profile_item",
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *_texts("heading", "body"),
        *_key("profile_item"),
        _names("profile_item", "profile_id", "profile", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_profile_item_order", "profile_item", ["profile_id", "section", "ordinal"])


def _related_role() -> None:
    op.create_table(
        "related_role",
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        *_texts("text", "description"),
        *_key("related_role"),
        _names("related_role", "profile_id", "profile", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_related_role_profile_id", "related_role", ["profile_id"])


def _salary_range() -> None:
    op.create_table(
        "salary_range",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *_texts("level", "experience", "place"),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("p10", sa.Integer(), nullable=True),
        sa.Column("p25", sa.Integer(), nullable=True),
        sa.Column("p50", sa.Integer(), nullable=True),
        sa.Column("p75", sa.Integer(), nullable=True),
        sa.Column("p90", sa.Integer(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        *_texts("kind", "source", "source_date", "licence", "text", "assumed"),
        *_key("salary_range"),
        _names("salary_range", "profile_id", "profile", ondelete="CASCADE"),
        sa.UniqueConstraint("uid", name="uq_salary_range_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_salary_range_profile_id", "salary_range", ["profile_id"])


def _target_role() -> None:
    op.create_table(
        "target_role",
        *_texts("uid", "title"),
        sa.Column("profile_id", sa.Integer(), nullable=True),
        sa.Column("pay_low", sa.Integer(), nullable=True),
        sa.Column("pay_high", sa.Integer(), nullable=True),
        sa.Column("pay_currency", sa.Text(), nullable=True),
        sa.Column("pay_period", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        *_key("target_role"),
        _names("target_role", "profile_id", "profile", ondelete="SET NULL"),
        sa.UniqueConstraint("uid", name="uq_target_role_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_target_role_profile_id", "target_role", ["profile_id"])


def _application() -> None:
    op.create_table(
        "application",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("target_role_id", sa.Integer(), nullable=True),
        *_texts("role", "location", "url", "posting"),
        sa.Column("posting_captured_on", sa.Text(), nullable=True),
        *_texts("notes", "stage", "stage_since"),
        sa.Column("applied_on", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("pay_text", sa.Text(), nullable=False),
        sa.Column("pay_low", sa.Integer(), nullable=True),
        sa.Column("pay_high", sa.Integer(), nullable=True),
        sa.Column("pay_currency", sa.Text(), nullable=True),
        sa.Column("pay_period", sa.Text(), nullable=True),
        *_texts("pay_assumed", "next_action"),
        sa.Column("next_action_on", sa.Text(), nullable=True),
        *_texts("created_at", "updated_at"),
        *_key("application"),
        _names("application", "company_id", "company"),
        _names("application", "target_role_id", "target_role", ondelete="SET NULL"),
        sa.UniqueConstraint("uid", name="uq_application_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_application_company_id", "application", ["company_id"])
    op.create_index("ix_application_open", "application", ["outcome", "stage", "next_action_on"])
    op.create_index("ix_application_target_role_id", "application", ["target_role_id"])


def _application_profile() -> None:
    op.create_table(
        "application_profile",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        *_key("application_profile"),
        _names("application_profile", "application_id", "application", ondelete="CASCADE"),
        _names("application_profile", "profile_id", "profile"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_application_profile_profile_id", "application_profile", ["profile_id"])
    op.create_index(
        "uq_application_profile",
        "application_profile",
        ["application_id", "profile_id"],
        unique=True,
    )


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        *_texts("kind", "name", "media_type"),
        sa.Column("size", sa.Integer(), nullable=False),
        *_texts("blob_hash", "created_at"),
        *_key("document"),
        _names("document", "application_id", "application", ondelete="CASCADE"),
        _names("document", "blob_hash", "blob", key="hash"),
        sa.UniqueConstraint("uid", name="uq_document_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_document_application_id", "document", ["application_id"])
    op.create_index("ix_document_blob_hash", "document", ["blob_hash"])


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        *_texts("kind", "on_date", "from_value", "to_value", "text", "recorded_at"),
        *_key("event"),
        _names("event", "application_id", "application", ondelete="CASCADE"),
        sa.UniqueConstraint("uid", name="uq_event_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_application_id", "event", ["application_id"])


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Integer(), nullable=True),
        *_texts("name", "text", "field_values", "created_at", "updated_at"),
        *_key("letter"),
        _names("letter", "application_id", "application", ondelete="CASCADE"),
        _names("letter", "template_id", "letter_template", ondelete="SET NULL"),
        sa.UniqueConstraint("uid", name="uq_letter_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letter_application_id", "letter", ["application_id"])
    op.create_index("ix_letter_template_id", "letter", ["template_id"])


def _letter_version() -> None:
    op.create_table(
        "letter_version",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("name", "text", "field_values"),
        sa.Column("document_id", sa.Integer(), nullable=True),
        *_texts("override_reason", "saved_at"),
        *_key("letter_version"),
        _names("letter_version", "document_id", "document", ondelete="SET NULL"),
        _names("letter_version", "letter_id", "letter", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letter_version_document_id", "letter_version", ["document_id"])
    op.create_index("uq_letter_version", "letter_version", ["letter_id", "number"], unique=True)


def _search_index() -> None:
    op.execute(
        "CREATE TABLE search_document (id INTEGER PRIMARY KEY, topic TEXT NOT NULL, "
        "ref INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL)"
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5("
        "title, body, content='search_document', content_rowid='id', "
        """tokenize="unicode61 remove_diacritics 2 tokenchars '+#'", prefix='2 3 4')"""
    )


def upgrade() -> None:
    _blob()
    _company()
    _journal_step()
    _profile()
    _setting()
    _state()
    _journal_change()
    _letter_template()
    _profile_item()
    _related_role()
    _salary_range()
    _target_role()
    _application()
    _application_profile()
    _document()
    _event()
    _letter()
    _letter_version()
    _search_index()
