"""Offers with all their parts, what-ifs, pay facts, rates, imported salary tables; target roles
with a place, a level and three figures; what one can show, one's own skills, occupation codes.

An offer of before is a real one of its application, and its pay is its base. What a target role
said as its lowest pay is its floor now, the highest its stretch. No profile of before has a code.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_PAY = ("pay_currency", "pay_period")


def _texts(*names: str, nullable: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=nullable) for name in names)


def _numbers(*names: str, nullable: bool = False) -> tuple[sa.Column[int], ...]:
    return tuple(sa.Column(name, sa.Integer(), nullable=nullable) for name in names)


def _names(table: str, column: str, parent: str, ondelete: str) -> sa.ForeignKeyConstraint:
    """The column of a table that names a row of another."""
    name = f"fk_{table}_{column}_{parent}"
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=name, ondelete=ondelete)


def _unique(table: str, column: str = "uid") -> sa.UniqueConstraint:
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


def _offer() -> None:
    op.rename_table("offer", "old_offer")
    _create(
        "offer",
        *_texts("uid", "label", "received_on", "pay_text", "pay_assumed"),
        *_texts("package", "notes", "created_at"),
        *_texts("deadline", *_PAY, nullable=True),
        *_numbers("application_id", "round", "pay_low", "pay_high", nullable=True),
        *_numbers("what_if"),
        _names("offer", "application_id", "application", "CASCADE"),
        _unique("offer"),
    )
    kept = (
        "id, uid, application_id, received_on, pay_text, pay_low, pay_high, pay_currency, "
        "pay_period, pay_assumed, notes, created_at"
    )
    _refill("offer", kept, "label, what_if, package", "'', 0, ''")
    _index("offer", "application_id")


def _pay_fact() -> None:
    _create(
        "pay_fact",
        *_texts("uid", "kind", "on_date", "pay_text", "pay_assumed", "who", "how", "note"),
        *_texts("created_at"),
        *_texts(*_PAY, nullable=True),
        *_numbers("application_id"),
        *_numbers("pay_low", "pay_high", nullable=True),
        _names("pay_fact", "application_id", "application", "CASCADE"),
        _unique("pay_fact"),
    )
    _index("pay_fact", "application_id")


def _target_role() -> None:
    op.rename_table("target_role", "old_target_role")
    _create(
        "target_role",
        *_texts("uid", "title", "level", "places", "work_mode", "search_words", "notes"),
        *_texts("created_at"),
        *_texts(*_PAY, nullable=True),
        *_numbers("pay_floor", "pay_target", "pay_stretch", "profile_id", nullable=True),
        *_numbers("priority", "archived"),
        _names("target_role", "profile_id", "profile", "SET NULL"),
        _unique("target_role"),
    )
    kept = "id, uid, title, profile_id, pay_currency, pay_period, created_at"
    new = (
        "pay_floor, pay_stretch, level, places, work_mode, search_words, notes, priority, archived"
    )
    _refill("target_role", kept, new, "pay_low, pay_high, '', '[]', '', '', '', 0, 0")
    _index("target_role", "profile_id")


def _profile() -> None:
    op.rename_table("profile", "old_profile")
    _create(
        "profile",
        *_texts("uid", "origin", "title", "category", "summary", "source", "code", "credit"),
        *_texts("created_at"),
        *_texts("library_key", "updated_on", nullable=True),
        *_numbers("version"),
        _unique("profile"),
    )
    kept = (
        "id, uid, origin, library_key, version, title, category, summary, updated_on, source, "
        "created_at"
    )
    _refill("profile", kept, "code, credit", "'', ''")
    _index("profile", "library_key")


def _said_of_profiles() -> None:
    _create(
        "profile_mark",
        *_numbers("profile_id", "archived"),
        *_texts("notes"),
        _names("profile_mark", "profile_id", "profile", "CASCADE"),
        _unique("profile_mark", "profile_id"),
    )
    _create(
        "can_show",
        *_numbers("profile_id"),
        *_texts("section", "text", "text_key", "note"),
        _names("can_show", "profile_id", "profile", "CASCADE"),
    )
    columns = ["profile_id", "section", "text_key"]
    op.create_index("uq_can_show", "can_show", columns, unique=True)
    _create(
        "my_skill",
        *_texts("uid", "name", "name_key", "origin", "evidence", "created_at"),
        _unique("my_skill"),
        _unique("my_skill", "name_key"),
    )


def _alternate_titles() -> None:
    """An application's title is looked up among many thousands of them."""
    op.create_index(
        "ix_profile_item_alternate",
        "profile_item",
        ["heading"],
        sqlite_where=sa.text("section = 'alternate'"),
    )


def _salary_range() -> None:
    op.rename_table("salary_range", "old_salary_range")
    _create(
        "salary_range",
        *_texts("uid", "level", "experience", "place", "kind", "source", "source_date", "licence"),
        *_texts("text", "assumed", "rse", "notes", "code", "area", "at_least"),
        *_texts("currency", "period", nullable=True),
        *_numbers("profile_id", "ordinal"),
        *_numbers("low", "high", "p10", "p25", "p50", "p75", "p90", nullable=True),
        *_numbers("n", "employment", nullable=True),
        _names("salary_range", "profile_id", "profile", "CASCADE"),
        _unique("salary_range"),
    )
    kept = (
        "id, uid, profile_id, ordinal, level, experience, place, low, high, p10, p25, p50, p75, "
        "p90, currency, period, kind, source, source_date, licence, text, assumed"
    )
    _refill("salary_range", kept, "rse, notes, code, area, at_least", "'', '', '', '', ''")
    _index("salary_range", "profile_id")


def _salary_table() -> None:
    _create(
        "salary_table",
        *_texts("uid", "name", "publisher", "release", "source_date", "licence", "kind", "note"),
        *_texts("file", "checksum", "created_at"),
        *_numbers("row_count"),
        _unique("salary_table"),
    )
    _create(
        "salary_row",
        *_texts("role", "role_key", "level", "place", "place_key", "code", "rse", "year", "notes"),
        *_texts("currency", "period", nullable=True),
        *_numbers("table_id", "ordinal"),
        *_numbers("low", "high", "p10", "p25", "p50", "p75", "p90", "mean", nullable=True),
        *_numbers("n", "employment", nullable=True),
        _names("salary_row", "table_id", "salary_table", "CASCADE"),
    )
    for name, *columns in (
        ("order", "table_id", "ordinal"),
        ("role", "role_key", "place_key"),
        ("code", "code", "place_key"),
        ("place", "place_key"),
    ):
        op.create_index(f"ix_salary_row_{name}", "salary_row", columns)


def _exchange_rate() -> None:
    _create(
        "exchange_rate",
        *_texts("uid", "base", "quote", "rate", "on_date", "source", "created_at"),
        _unique("exchange_rate"),
    )
    columns = ["base", "quote", "on_date"]
    op.create_index("uq_exchange_rate", "exchange_rate", columns, unique=True)


def upgrade() -> None:
    _offer()
    _pay_fact()
    _target_role()
    _profile()
    _said_of_profiles()
    _alternate_titles()
    _salary_range()
    _salary_table()
    _exchange_rate()
