"""Letters with a kind, a language, a look and a frame; versions kept small; blocks; addresses.

A letter of before is an English cover letter in the classic style on A4, and nothing of its
frame is hidden. What left the app is now told from what was saved, and its bytes are named by
the version too. A run of small changes can be one step of undo. No company of before has an
address.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _texts(*names: str, nullable: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=nullable) for name in names)


def _numbers(*names: str, nullable: bool = False) -> tuple[sa.Column[int], ...]:
    return tuple(sa.Column(name, sa.Integer(), nullable=nullable) for name in names)


def _names(
    table: str, column: str, parent: str, *, ondelete: str | None = None, key: str = "id"
) -> sa.ForeignKeyConstraint:
    """The column of a table that names a row of another."""
    name = f"fk_{table}_{column}_{parent}"
    return sa.ForeignKeyConstraint([column], [f"{parent}.{key}"], name=name, ondelete=ondelete)


def _unique(table: str, column: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(column, name=f"uq_{table}_{column}")


def _index(table: str, *columns: str) -> None:
    for name in columns:
        op.create_index(f"ix_{table}_{name}", table, [name])


def _create(table: str, *parts: sa.schema.SchemaItem) -> None:
    key = sa.Column("id", sa.Integer(), nullable=False)
    named = sa.PrimaryKeyConstraint("id", name=f"pk_{table}")
    op.create_table(table, *parts, key, named, sqlite_autoincrement=True)


def _refill(table: str, kept: str, new: str, values: str) -> None:
    """Copy the rows of the old table, drop it, and go on counting where it stopped."""
    op.execute(
        f"INSERT INTO {table} ({kept}, {new}) "
        f"SELECT {kept}, {values} FROM old_{table} o ORDER BY id"
    )
    op.execute(
        "INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq) "
        f"SELECT (SELECT rowid FROM sqlite_sequence WHERE name = '{table}'), '{table}', seq "
        f"FROM sqlite_sequence WHERE name = 'old_{table}'"
    )
    op.drop_table(f"old_{table}")


def _company() -> None:
    op.rename_table("company", "old_company")
    _create(
        "company",
        *_texts("uid", "name", "name_key", "address", "notes"),
        *_numbers("avoid"),
        *_texts("avoid_reason", "created_at"),
        _unique("company", "name_key"),
        _unique("company", "uid"),
    )
    kept = "id, uid, name, name_key, notes, avoid, avoid_reason, created_at"
    _refill("company", kept, "address", "''")


def _letter_template() -> None:
    op.rename_table("letter_template", "old_letter_template")
    _create(
        "letter_template",
        *_texts("uid", "origin"),
        *_texts("library_key", nullable=True),
        *_numbers("version"),
        *_numbers("profile_id", nullable=True),
        *_texts("kind", "language", "name", "purpose", "text"),
        *_texts("form_hash", nullable=True),
        *_texts("created_at"),
        _names("letter_template", "profile_id", "profile", ondelete="CASCADE"),
        _names("letter_template", "form_hash", "blob", key="hash"),
        _unique("letter_template", "uid"),
    )
    kept = "id, uid, origin, library_key, version, profile_id, name, purpose, text, created_at"
    _refill("letter_template", kept, "kind, language", "'cover-letter', 'en'")
    _index("letter_template", "library_key", "profile_id", "form_hash")


def _letter() -> None:
    op.rename_table("letter", "old_letter")
    _create(
        "letter",
        *_texts("uid"),
        *_numbers("application_id"),
        *_numbers("template_id", nullable=True),
        *_texts("kind", "language", "style", "paper"),
        *_numbers("fit"),
        *_texts("family", "name", "text", "field_values", "frame", "hidden"),
        *_numbers("sent_version", nullable=True),
        *_texts("sent_on", nullable=True),
        *_texts("created_at", "updated_at"),
        _names("letter", "application_id", "application", ondelete="CASCADE"),
        _names("letter", "template_id", "letter_template", ondelete="SET NULL"),
        _unique("letter", "uid"),
    )
    kept = "id, uid, application_id, template_id, name, text, field_values, created_at, updated_at"
    new = "kind, language, style, paper, fit, family, frame, hidden"
    _refill("letter", kept, new, "'cover-letter', 'en', 'classic', 'a4', 0, '', '{}', '[]'")
    _index("letter", "application_id", "template_id")


def _letter_version() -> None:
    op.rename_table("letter_version", "old_letter_version")
    _create(
        "letter_version",
        *_numbers("letter_id", "number"),
        *_texts("kind", "name", "text"),
        *_numbers("kept_before", "kept_after", nullable=True),
        *_texts("field_values", "shape", "frozen", nullable=True),
        *_numbers("document_id", nullable=True),
        *_texts("blob_hash", nullable=True),
        *_texts("override_reason", "saved_at"),
        _names("letter_version", "letter_id", "letter", ondelete="CASCADE"),
        _names("letter_version", "document_id", "document", ondelete="SET NULL"),
        _names("letter_version", "blob_hash", "blob", key="hash"),
    )
    kept = "id, letter_id, number, name, text, field_values, document_id, override_reason, saved_at"
    values = (
        "CASE WHEN document_id IS NULL THEN 'saved' ELSE 'exported' END, '{}', "
        "(SELECT blob_hash FROM document d WHERE d.id = o.document_id)"
    )
    _refill("letter_version", kept, "kind, shape, blob_hash", values)
    _index("letter_version", "document_id", "blob_hash")
    columns = ["letter_id", "number"]
    op.create_index("uq_letter_version", "letter_version", columns, unique=True)


def _letter_block() -> None:
    _create(
        "letter_block",
        *_texts("uid", "name", "text", "tags", "role_in_letter", "language"),
        *_numbers("variant_of", nullable=True),
        *_texts("created_at", "updated_at"),
        _names("letter_block", "variant_of", "letter_block", ondelete="SET NULL"),
        _unique("letter_block", "uid"),
    )
    _index("letter_block", "variant_of")
    _create(
        "letter_block_use",
        *_numbers("letter_id", "block_id"),
        _names("letter_block_use", "letter_id", "letter", ondelete="CASCADE"),
        _names("letter_block_use", "block_id", "letter_block", ondelete="CASCADE"),
    )
    _index("letter_block_use", "block_id")
    columns = ["letter_id", "block_id"]
    op.create_index("uq_letter_block_use", "letter_block_use", columns, unique=True)


def _journal_step() -> None:
    op.rename_table("journal_step", "old_journal_step")
    _create("journal_step", *_texts("label", "made_at", "state", "run"))
    _refill("journal_step", "id, label, made_at, state", "run", "''")


def upgrade() -> None:
    _company()
    _letter_template()
    _letter()
    _letter_version()
    _letter_block()
    _journal_step()
