"""Applications, and what hangs on them."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class TargetRoleRow(Keyed, Base, kw_only=True):
    """A role that one looks for. `places` is a JSON list; `pay_floor`, `pay_target` and
    `pay_stretch` are minor units of one currency and period. The lowest `priority` comes first.
    """

    __tablename__ = "target_role"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    level: Mapped[str] = mapped_column(default="")
    places: Mapped[str] = mapped_column(default="[]")
    work_mode: Mapped[str] = mapped_column(default="")
    pay_floor: Mapped[int | None] = mapped_column(default=None)
    pay_target: Mapped[int | None] = mapped_column(default=None)
    pay_stretch: Mapped[int | None] = mapped_column(default=None)
    pay_currency: Mapped[str | None] = mapped_column(default=None)
    pay_period: Mapped[str | None] = mapped_column(default=None)
    priority: Mapped[int] = mapped_column(default=0)
    search_words: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    profile_id: Mapped[int | None] = mapped_column(
        ForeignKey("profile.id", ondelete="SET NULL"), default=None, index=True
    )
    archived: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[str]


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
"""What lists are sorted by. Each has an index after `standing`, so that the first page of a
hundred thousand comes as fast as that of ten."""


class ApplicationRow(Keyed, Base, kw_only=True):
    """`stage`, `stage_since`, `applied_on`, `outcome`, `closed_on`, `last_on` and `contact_on`
    are projections of the event log, written in the transaction of their event and verified by
    `check`. So is `standing`: "archived" where that is set, else the outcome, else the stage.

    `*_key` are folded for sorting. `pay_rank` is the middle of the posted pay by the year, in
    minor units. `board_place` orders the cards of a column, the lowest on top.
    """

    __tablename__ = "application"
    __table_args__ = (
        *(Index(f"ix_application_by_{name}", "standing", name) for name in SORTED_BY),
        {"sqlite_autoincrement": True},
    )

    uid: Mapped[str] = mapped_column(unique=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.id"), index=True)
    target_role_id: Mapped[int | None] = mapped_column(
        ForeignKey("target_role.id", ondelete="SET NULL"), default=None, index=True
    )
    role: Mapped[str]
    role_key: Mapped[str]
    company_key: Mapped[str]
    location: Mapped[str] = mapped_column(default="")
    location_key: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    work_mode: Mapped[str] = mapped_column(default="")
    days_on_site: Mapped[int | None] = mapped_column(default=None)
    employment_type: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    apply_url: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    posted_on: Mapped[str | None] = mapped_column(default=None)
    deadline: Mapped[str | None] = mapped_column(default=None)
    excitement: Mapped[int | None] = mapped_column(default=None)
    notes: Mapped[str] = mapped_column(default="")
    stage: Mapped[str]
    stage_since: Mapped[str]
    applied_on: Mapped[str | None] = mapped_column(default=None)
    outcome: Mapped[str | None] = mapped_column(default=None)
    closed_on: Mapped[str | None] = mapped_column(default=None)
    last_on: Mapped[str]
    contact_on: Mapped[str]
    standing: Mapped[str] = mapped_column(index=True)
    archived: Mapped[int] = mapped_column(default=0)
    on_hold: Mapped[int] = mapped_column(default=0)
    board_place: Mapped[float] = mapped_column(default=0.0)
    pay_text: Mapped[str] = mapped_column(default="")
    pay_low: Mapped[int | None] = mapped_column(default=None)
    pay_high: Mapped[int | None] = mapped_column(default=None)
    pay_currency: Mapped[str | None] = mapped_column(default=None)
    pay_period: Mapped[str | None] = mapped_column(default=None)
    pay_assumed: Mapped[str] = mapped_column(default="")
    pay_rank: Mapped[int | None] = mapped_column(default=None)
    ask_text: Mapped[str] = mapped_column(default="")
    ask_low: Mapped[int | None] = mapped_column(default=None)
    ask_high: Mapped[int | None] = mapped_column(default=None)
    ask_currency: Mapped[str | None] = mapped_column(default=None)
    ask_period: Mapped[str | None] = mapped_column(default=None)
    ask_assumed: Mapped[str] = mapped_column(default="")
    next_action: Mapped[str] = mapped_column(default="")
    next_action_on: Mapped[str | None] = mapped_column(default=None)
    waiting_on: Mapped[str] = mapped_column(default="")
    promised_on: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]
    updated_at: Mapped[str]


class PostingRow(Keyed, Base, kw_only=True):
    """The text of a posting, apart from its application: lists never read it."""

    __tablename__ = "posting"
    __table_args__ = {"sqlite_autoincrement": True}

    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), unique=True
    )
    text: Mapped[str]
    captured_on: Mapped[str | None] = mapped_column(default=None)


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


class EventRow(Keyed, Base, kw_only=True):
    """The log that board, history and figures read. Services only ever append.

    A correction names the event it corrects in `target_id`; the event of an interview or an
    offer names that record.
    """

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
    target_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), default=None, index=True
    )
    interview_id: Mapped[int | None] = mapped_column(
        ForeignKey("interview.id", ondelete="SET NULL"), default=None, index=True
    )
    offer_id: Mapped[int | None] = mapped_column(
        ForeignKey("offer.id", ondelete="SET NULL"), default=None, index=True
    )
    recorded_at: Mapped[str]


class InterviewRow(Keyed, Base, kw_only=True):
    """`starts` and `ends` are a day or a day with its time ("2026-11-24T14:00") on the clocks
    of `time_zone`, an IANA name; never shifted.
    """

    __tablename__ = "interview"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    round: Mapped[int | None] = mapped_column(default=None)
    kind: Mapped[str] = mapped_column(default="")
    starts: Mapped[str] = mapped_column(index=True)
    ends: Mapped[str] = mapped_column(default="")
    time_zone: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    people: Mapped[str] = mapped_column(default="")
    preparation: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    thanked_on: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[str]


class OfferRow(Keyed, Base, kw_only=True):
    """An offer, or with `what_if` one that nobody made: that has no event, and `application_id`
    may be null. The base is in the columns of pay; `package` is the rest as JSON, "" without any.
    """

    __tablename__ = "offer"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), default=None, index=True
    )
    label: Mapped[str] = mapped_column(default="")
    round: Mapped[int | None] = mapped_column(default=None)
    received_on: Mapped[str]
    deadline: Mapped[str | None] = mapped_column(default=None)
    what_if: Mapped[int] = mapped_column(default=0)
    pay_text: Mapped[str] = mapped_column(default="")
    pay_low: Mapped[int | None] = mapped_column(default=None)
    pay_high: Mapped[int | None] = mapped_column(default=None)
    pay_currency: Mapped[str | None] = mapped_column(default=None)
    pay_period: Mapped[str | None] = mapped_column(default=None)
    pay_assumed: Mapped[str] = mapped_column(default="")
    package: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class PayFactRow(Keyed, Base, kw_only=True):
    """A figure that somebody named on a day: `kind` is one of `domain.pay_facts`."""

    __tablename__ = "pay_fact"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    on_date: Mapped[str]
    pay_text: Mapped[str] = mapped_column(default="")
    pay_low: Mapped[int | None] = mapped_column(default=None)
    pay_high: Mapped[int | None] = mapped_column(default=None)
    pay_currency: Mapped[str | None] = mapped_column(default=None)
    pay_period: Mapped[str | None] = mapped_column(default=None)
    pay_assumed: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class TagRow(Keyed, Base, kw_only=True):
    __tablename__ = "tag"
    __table_args__ = {"sqlite_autoincrement": True}

    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)


class ApplicationTagRow(Keyed, Base, kw_only=True):
    __tablename__ = "application_tag"
    __table_args__ = (
        Index("uq_application_tag", "application_id", "tag_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id", ondelete="CASCADE"), index=True)


class CustomFieldRow(Keyed, Base, kw_only=True):
    """A field of a person's own; `kind` is "text", "number", "date" or "yes_no"."""

    __tablename__ = "custom_field"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    ordinal: Mapped[int] = mapped_column(default=0)


class CustomValueRow(Keyed, Base, kw_only=True):
    __tablename__ = "custom_value"
    __table_args__ = (
        Index("uq_custom_value", "application_id", "field_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    field_id: Mapped[int] = mapped_column(
        ForeignKey("custom_field.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[str]
