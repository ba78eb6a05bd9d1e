"""SQLAlchemy over the one driver: an engine that reads, an engine that writes.

`isolation_level=None` leaves transactions to the begin event here, or the driver would commit
a migration half-way. A reader that began with BEGIN IMMEDIATE would take the write lock.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

from jobtracker.storage import health, journal, search_index
from jobtracker.storage.files import free_bytes
from jobtracker.storage.schema import JOURNALLED
from jobtracker.storage.shared_folders import shared_folder


def reading(path: Path) -> sa.Engine:
    """Engine for reads: plain BEGIN, and no statement can write."""
    return _engine(_reader(path), "BEGIN", pool_size=1, max_overflow=4)


def looking(path: Path) -> sa.Engine:
    """Engine for a look at the whole file: a new connection each time, which remembers no page."""
    return _engine(_reader(path), "BEGIN", poolclass=NullPool)


def _reader(path: Path) -> Callable[[], Any]:
    mode = health.sharing_mode(path)

    def connect() -> Any:
        raw = health.connect(path, mode)
        search_index.install(raw)
        raw.execute("PRAGMA query_only=ON")
        return raw

    return connect


def writing(path: Path, watch: Callable[[Any], None] | None = None) -> sa.Engine:
    """Engine for writes: BEGIN IMMEDIATE, every commit on the disk, every change journalled.

    `watch` gives a driver connection what the search index needs to keep in step.
    """

    def connect() -> Any:
        raw = health.connect(path, "rw")
        for setting in (*_journal(path), *_DURABLE):
            raw.execute(f"PRAGMA {setting}").fetchall()
        raw.execute(f"PRAGMA wal_autocheckpoint={_pages_of_log(path)}").fetchall()
        journal.install(raw, JOURNALLED)
        if watch is not None:
            watch(raw)
        return raw

    return _engine(connect, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0, pool_timeout=5)


def in_memory(
    build: Callable[[Any], None], fill: Callable[[Session], None] | None = None
) -> sa.Engine:
    """Engine over one private database in memory: made by `build`, filled, then only read."""
    raw = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
    build(raw)
    if fill is not None:
        fill_new(raw, fill)
    search_index.install(raw)
    raw.execute("PRAGMA query_only=ON")
    return _engine(lambda: raw, "BEGIN", poolclass=StaticPool)


def fill_new(raw: Any, fill: Callable[[Session], None]) -> None:
    """Let `fill` write into a database that nobody else has seen yet, unjournalled."""
    engine = _engine(lambda: raw, "BEGIN IMMEDIATE", poolclass=StaticPool)
    with Session(engine) as session, session.begin():
        fill(session)


def _pages_of_log(path: Path) -> int:
    """After how many pages the log is folded into the file: 0.4 MB of it, on a nearly full disk
    each step at once, so that the last room is left to what a person types.
    """
    return 100 if free_bytes(path.parent) > NEARLY_FULL else 1


NEARLY_FULL = 16 << 20  # bytes


def _journal(path: Path) -> tuple[str, str]:
    """A log beside the file; where others copy or replace the file, none stays beside it."""
    if shared_folder(path) is None:
        return "journal_mode=WAL", "synchronous=FULL"
    return "journal_mode=DELETE", "synchronous=EXTRA"


_DURABLE = (
    "recursive_triggers=ON",
    *(("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
)


def _engine(
    connect: Callable[[], Any],
    begin: str,
    poolclass: type[sa.Pool] = QueuePool,
    **pool_settings: int,
) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=poolclass, **pool_settings
    )

    def begin_transaction(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_transaction)
    return engine
