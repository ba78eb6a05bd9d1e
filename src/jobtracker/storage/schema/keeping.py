"""Settings, the program's own state, and the journal behind undo."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jobtracker.storage.schema.base import Base, Keyed


class SettingRow(Keyed, Base, kw_only=True):
    """A setting of the search itself (a person's name, hours a week) as JSON."""

    __tablename__ = "setting"
    __table_args__ = {"sqlite_autoincrement": True}

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class SavedViewRow(Keyed, Base, kw_only=True):
    """A named list: filter, group, sort and columns as JSON."""

    __tablename__ = "saved_view"
    __table_args__ = {"sqlite_autoincrement": True}

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    ordinal: Mapped[int] = mapped_column(default=0)
    query: Mapped[str]


class StateRow(Base, kw_only=True):
    """What the program keeps about the file itself, outside undo: the library's fingerprint."""

    __tablename__ = "state"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class JournalStepRow(Keyed, Base, kw_only=True):
    """One user action. `state` is "done", "undone", "barrier", or "kept" (for the bin alone).
    `run` names what its changes belong to where many small ones that follow each other are one
    step, as in typing.
    """

    __tablename__ = "journal_step"
    __table_args__ = {"sqlite_autoincrement": True}

    label: Mapped[str]
    made_at: Mapped[str]
    state: Mapped[str] = mapped_column(default="done")
    run: Mapped[str] = mapped_column(default="")


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
