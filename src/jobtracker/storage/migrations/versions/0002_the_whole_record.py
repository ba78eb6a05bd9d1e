"""The whole record: contacts, interviews, offers, tags, own fields, views, corrections.

Four tables get columns and are made anew; the texts of postings get a table of their own, so
that lists never read them. Released migrations import nothing of ours: what they compute is
said here once more.
"""

import os
import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SORTED_BY = (
    "role_key",
    "company_key",
    "location_key",
    "source",
    "pay_rank",
    "next_action_on",
    "deadline",
    "excitement",
    "applied_on",
    "stage_since",
    "last_on",
    "board_place",
)
PAY = ("text", "low", "high", "currency", "period", "assumed")
TIMES_A_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
CONTACTS = ("applied", "stage", "letter")
STAGES = ("saved", "applied", "screening", "interview", "offer")
ORDERED = ("added", "stage", "outcome", "reopened")

Row = Sequence[Any]


def _key(table: str) -> tuple[sa.Column[int], sa.PrimaryKeyConstraint]:
    """The integer key that every table of records has."""
    column = sa.Column("id", sa.Integer(), nullable=False)
    return column, sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def _texts(*names: str, nullable: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=nullable) for name in names)


def _numbers(*names: str, nullable: bool = False) -> tuple[sa.Column[int], ...]:
    return tuple(sa.Column(name, sa.Integer(), nullable=nullable) for name in names)


def _pay(of: str) -> Iterator[sa.Column[str] | sa.Column[int]]:
    """The six columns of a pay, as typed and as understood."""
    yield from _texts(f"{of}_text")
    yield from _numbers(f"{of}_low", f"{of}_high", nullable=True)
    yield from _texts(f"{of}_currency", f"{of}_period", nullable=True)
    yield from _texts(f"{of}_assumed")


def _names(
    table: str, column: str, parent: str, *, ondelete: str | None = None, key: str = "id"
) -> sa.ForeignKeyConstraint:
    """The column of a table that names a row of another."""
    name = f"fk_{table}_{column}_{parent}"
    return sa.ForeignKeyConstraint([column], [f"{parent}.{key}"], name=name, ondelete=ondelete)


def _unique(table: str, *columns: str) -> Iterator[sa.UniqueConstraint]:
    return (sa.UniqueConstraint(name, name=f"uq_{table}_{name}") for name in columns)


def _index(table: str, *columns: str) -> None:
    for name in columns:
        op.create_index(f"ix_{table}_{name}", table, [name])


def _create(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(table, *parts, *_key(table), sqlite_autoincrement=True)


def _company() -> None:
    op.rename_table("company", "old_company")
    _create(
        "company",
        *_texts("uid", "name", "name_key", "notes"),
        *_numbers("avoid"),
        *_texts("avoid_reason", "created_at"),
        *_unique("company", "name_key", "uid"),
    )
    _refill("company", "id, uid, name, name_key, notes, created_at", "avoid, avoid_reason", "0, ''")
    _create(
        "company_alias",
        *_numbers("company_id"),
        *_texts("name", "name_key"),
        _names("company_alias", "company_id", "company", ondelete="CASCADE"),
        *_unique("company_alias", "name_key"),
    )
    _index("company_alias", "company_id")


def _application() -> None:
    op.rename_table("application", "old_application")
    _create(
        "application",
        *_texts("uid"),
        *_numbers("company_id"),
        *_numbers("target_role_id", nullable=True),
        *_texts("role", "role_key", "company_key", "location", "location_key", "country"),
        *_texts("work_mode"),
        *_numbers("days_on_site", nullable=True),
        *_texts("employment_type", "level", "url", "apply_url", "reference", "source", "channel"),
        *_texts("posted_on", "deadline", nullable=True),
        *_numbers("excitement", nullable=True),
        *_texts("notes", "stage", "stage_since"),
        *_texts("applied_on", "outcome", "closed_on", nullable=True),
        *_texts("last_on", "contact_on", "standing"),
        *_numbers("archived", "on_hold"),
        sa.Column("board_place", sa.Double(), nullable=False),
        *_pay("pay"),
        *_numbers("pay_rank", nullable=True),
        *_pay("ask"),
        *_texts("next_action"),
        *_texts("next_action_on", nullable=True),
        *_texts("waiting_on"),
        *_texts("promised_on", nullable=True),
        *_texts("created_at", "updated_at"),
        _names("application", "company_id", "company"),
        _names("application", "target_role_id", "target_role", ondelete="SET NULL"),
        *_unique("application", "uid"),
    )
    kept = (
        "id, uid, company_id, target_role_id, role, location, url, notes, stage, stage_since, "
        "applied_on, outcome, closed_on, pay_text, pay_low, pay_high, pay_currency, pay_period, "
        "pay_assumed, next_action, next_action_on, created_at, updated_at"
    )
    empty = (
        "country, work_mode, employment_type, apply_url, reference, source, channel, ask_text, "
        "ask_assumed, waiting_on, company_key, role_key, location_key"
    )
    computed = "level, last_on, contact_on, standing, archived, on_hold, board_place"
    values = (
        ", ".join("''" for _ in empty.split(", ")) + ", coalesce((SELECT level FROM "
        "application_profile l WHERE l.application_id = o.id AND l.ordinal = 0), ''), "
        "stage_since, stage_since, coalesce(outcome, stage), 0, 0, -id"
    )
    _posting()
    _refill("application", kept, f"{empty}, {computed}", values)
    _compute()
    _index("application", "company_id", "standing", "target_role_id")
    for name in SORTED_BY:
        op.create_index(f"ix_application_by_{name}", "application", ["standing", name])


def _posting() -> None:
    _create(
        "posting",
        *_numbers("application_id"),
        *_texts("text"),
        *_texts("captured_on", nullable=True),
        _names("posting", "application_id", "application", ondelete="CASCADE"),
        *_unique("posting", "application_id"),
    )
    op.execute(
        "INSERT INTO posting (application_id, text, captured_on) SELECT id, posting, "
        "posting_captured_on FROM old_application WHERE posting <> '' ORDER BY id"
    )


def _compute() -> None:
    """What only Python can say: folded names, and pay by the year."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT a.id, a.role, c.name, a.location, a.pay_low, a.pay_high, a.pay_period "
        "FROM application a LEFT JOIN company c ON c.id = a.company_id"
    ).all()
    computed = [
        (_folded(role), _folded(name or ""), _folded(place), _rank(low, high, period), key)
        for key, role, name, place, low, high, period in rows
    ]
    if computed:
        connection.exec_driver_sql(
            "UPDATE application SET role_key = ?, company_key = ?, location_key = ?, "
            "pay_rank = ? WHERE id = ?",
            computed,
        )


def _folded(text: str) -> str:
    """Case and accents apart, as every key of a name is made."""
    spelled = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in spelled if not unicodedata.combining(sign))
    return " ".join(plain.split())


def _rank(low: int | None, high: int | None, period: str | None) -> int | None:
    figures = [figure for figure in (low, high) if figure is not None]
    if not figures or period not in TIMES_A_YEAR:
        return None
    return sum(figures) * TIMES_A_YEAR[period] // len(figures)


def _standing() -> None:
    """From here on a log is read by its days, not by the order it was recorded in. Where that
    would tell of another stage or end than the one known, the days out of order are corrected
    by events; then every standing is what its log tells.
    """
    connection = op.get_bind()
    logs = connection.exec_driver_sql(
        "SELECT e.application_id, a.stage, a.outcome, e.id, e.kind, e.on_date, e.to_value, "
        "e.recorded_at FROM event e JOIN application a ON a.id = e.application_id "
        "ORDER BY e.application_id, e.id"
    ).all()
    for key, some in groupby(logs, key=lambda row: row[0]):
        rows = list(some)
        log: list[Row] = [tuple(row[3:]) for row in rows]
        if log[0][1] != "added" or log[0][3] not in STAGES:
            continue
        told = _told(log)
        if (told[0], told[3]) != (rows[0][1], rows[0][2]):
            told = _told(_in_order(key, log))
        connection.exec_driver_sql(
            "UPDATE application SET stage = ?, stage_since = ?, applied_on = ?, outcome = ?, "
            "closed_on = ?, last_on = ?, contact_on = ?, standing = ? WHERE id = ?",
            (*told, told[3] or told[0], key),
        )


def _in_order(key: int, log: list[Row]) -> list[Row]:
    """The log with no day after that of an event recorded later; the corrections are stored."""
    connection, right, latest = op.get_bind(), list(log), "9999"
    recorded_at = log[-1][4]
    for place in range(len(log) - 1, -1, -1):
        event, kind, on, to, at = log[place]
        if kind in ORDERED and on > latest:
            right[place] = (event, kind, latest, to, at)
            connection.exec_driver_sql(
                "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, "
                "text, target_id, recorded_at) VALUES (?, ?, 'dated', ?, ?, ?, '', ?, ?)",
                (_uid(recorded_at), key, recorded_at[:10], on, latest, event, recorded_at),
            )
        elif kind in ORDERED:
            latest = on
    return right


def _uid(moment: str) -> str:
    """A UUIDv7 of that moment."""
    milliseconds = int(datetime.fromisoformat(moment).timestamp() * 1000)
    bits = milliseconds << 80 | int.from_bytes(os.urandom(10))
    return str(uuid.UUID(int=bits & ~(0xF << 76 | 0x3 << 62) | 0x7 << 76 | 0x2 << 62))


def _told(log: list[Row]) -> tuple[str | None, ...]:
    """The stage, its day, the day of applying, the outcome, its day, the newest day and that of
    the newest contact.
    """
    added, *rest = log
    days = [added, *sorted(rest, key=lambda event: event[2])]
    applied = _applied(log)
    stage, since = _stage(days, log)
    outcome, closed = _ending(days)
    return (
        stage,
        since,
        None if stage == "saved" else applied,
        outcome,
        closed,
        max(on for _, _, on, *_ in log),
        max((on for _, kind, on, *_ in log if kind in CONTACTS), default=added[2]),
    )


def _stage(days: list[Row], log: list[Row]) -> tuple[str, str]:
    _, _, since, stage, _ = days[0]
    known_on = since
    stated = [to for _, kind, _, to, _ in log if kind == "applied"]
    if stage == "applied" and stated and stated[-1]:
        since = min(since, stated[-1])
    for _, kind, on, to, _ in days[1:]:
        further = to in STAGES and STAGES.index(to) > STAGES.index(stage)
        if kind == "stage" and to != stage and (on >= known_on or further):
            stage, since, known_on = to, on, on
    return stage, since


def _applied(log: Iterable[Row]) -> str | None:
    day: str | None = None
    for _, kind, on, to, _ in log:
        if kind == "applied":
            day = to or None
        elif kind in ("added", "stage") and to == "applied":
            day = day or on
        elif kind in ("added", "stage") and to == "saved" and day and on >= day:
            day = None
    return day


def _ending(days: Iterable[Row]) -> tuple[str | None, str | None]:
    end: Row | None = None
    for event in days:
        if event[1] == "outcome":
            end = event
        elif end and event[0] > end[0] and event[1] in ("reopened", "stage"):
            end = None
    return (end[3], end[2]) if end else (None, None)


def _application_profile() -> None:
    op.rename_table("application_profile", "old_application_profile")
    _create(
        "application_profile",
        *_numbers("application_id", "profile_id", "ordinal"),
        _names("application_profile", "application_id", "application", ondelete="CASCADE"),
        _names("application_profile", "profile_id", "profile"),
    )
    _refill("application_profile", "id, application_id, profile_id, ordinal")
    _index("application_profile", "profile_id")
    columns = ["application_id", "profile_id"]
    op.create_index("uq_application_profile", "application_profile", columns, unique=True)


def _event() -> None:
    op.rename_table("event", "old_event")
    _create(
        "event",
        *_texts("uid"),
        *_numbers("application_id"),
        *_texts("kind", "on_date", "from_value", "to_value", "text"),
        *_numbers("target_id", "interview_id", "offer_id", nullable=True),
        *_texts("recorded_at"),
        _names("event", "application_id", "application", ondelete="CASCADE"),
        _names("event", "target_id", "event", ondelete="CASCADE"),
        _names("event", "interview_id", "interview", ondelete="SET NULL"),
        _names("event", "offer_id", "offer", ondelete="SET NULL"),
        *_unique("event", "uid"),
    )
    _refill(
        "event",
        "id, uid, application_id, kind, on_date, from_value, to_value, text, recorded_at",
    )
    _index("event", "application_id", "target_id", "interview_id", "offer_id")


def _document() -> None:
    op.rename_table("document", "old_document")
    _create(
        "document",
        *_texts("uid"),
        *_numbers("application_id"),
        *_texts("kind", "name", "media_type"),
        *_numbers("size"),
        *_texts("blob_hash"),
        *_texts("sent_on", nullable=True),
        *_texts("created_at"),
        _names("document", "application_id", "application", ondelete="CASCADE"),
        _names("document", "blob_hash", "blob", key="hash"),
        *_unique("document", "uid"),
    )
    _refill(
        "document",
        "id, uid, application_id, kind, name, media_type, size, blob_hash, created_at",
    )
    _index("document", "application_id", "blob_hash")


def _refill(table: str, kept: str, new: str = "", values: str = "") -> None:
    """Copy the rows of the old table, drop it, and go on counting where it stopped."""
    columns, chosen = (f"{kept}, {new}", f"{kept}, {values}") if new else (kept, kept)
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {chosen} FROM old_{table} o ORDER BY id")
    op.execute(
        "INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq) "
        f"SELECT (SELECT rowid FROM sqlite_sequence WHERE name = '{table}'), '{table}', seq "
        f"FROM sqlite_sequence WHERE name = 'old_{table}'"
    )
    op.drop_table(f"old_{table}")


def _contact() -> None:
    _create(
        "contact",
        *_texts("uid"),
        *_numbers("company_id", nullable=True),
        *_texts("name", "title", "email", "phone", "url", "notes", "created_at"),
        _names("contact", "company_id", "company", ondelete="SET NULL"),
        *_unique("contact", "uid"),
    )
    _index("contact", "company_id")
    _create(
        "application_contact",
        *_numbers("application_id", "contact_id"),
        *_texts("part"),
        _names("application_contact", "application_id", "application", ondelete="CASCADE"),
        _names("application_contact", "contact_id", "contact", ondelete="CASCADE"),
    )
    _index("application_contact", "contact_id")
    columns = ["application_id", "contact_id"]
    op.create_index("uq_application_contact", "application_contact", columns, unique=True)


def _interview() -> None:
    _create(
        "interview",
        *_texts("uid"),
        *_numbers("application_id"),
        *_numbers("round", nullable=True),
        *_texts("kind", "starts", "ends", "time_zone", "place", "people", "preparation"),
        *_texts("notes", "result"),
        *_texts("thanked_on", nullable=True),
        *_texts("created_at"),
        _names("interview", "application_id", "application", ondelete="CASCADE"),
        *_unique("interview", "uid"),
    )
    _index("interview", "application_id", "starts")


def _offer() -> None:
    _create(
        "offer",
        *_texts("uid"),
        *_numbers("application_id"),
        *_texts("received_on"),
        *_pay("pay"),
        *_texts("notes", "created_at"),
        _names("offer", "application_id", "application", ondelete="CASCADE"),
        *_unique("offer", "uid"),
    )
    _index("offer", "application_id")


def _tag() -> None:
    _create("tag", *_texts("name", "name_key"), *_unique("tag", "name_key"))
    _create(
        "application_tag",
        *_numbers("application_id", "tag_id"),
        _names("application_tag", "application_id", "application", ondelete="CASCADE"),
        _names("application_tag", "tag_id", "tag", ondelete="CASCADE"),
    )
    _index("application_tag", "tag_id")
    columns = ["application_id", "tag_id"]
    op.create_index("uq_application_tag", "application_tag", columns, unique=True)


def _custom_field() -> None:
    _create(
        "custom_field",
        *_texts("uid", "name", "name_key", "kind"),
        *_numbers("ordinal"),
        *_unique("custom_field", "name_key", "uid"),
    )
    _create(
        "custom_value",
        *_numbers("application_id", "field_id"),
        *_texts("value"),
        _names("custom_value", "application_id", "application", ondelete="CASCADE"),
        _names("custom_value", "field_id", "custom_field", ondelete="CASCADE"),
    )
    _index("custom_value", "field_id")
    columns = ["application_id", "field_id"]
    op.create_index("uq_custom_value", "custom_value", columns, unique=True)


def _saved_view() -> None:
    _create(
        "saved_view",
        *_texts("uid", "name"),
        *_numbers("ordinal"),
        *_texts("query"),
        *_unique("saved_view", "uid"),
    )


def upgrade() -> None:
    _company()
    _application()
    _application_profile()
    _interview()
    _offer()
    _event()
    _standing()
    _document()
    _contact()
    _tag()
    _custom_field()
    _saved_view()
