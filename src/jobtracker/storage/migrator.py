"""Bringing a file's tables to what this version needs: alembic, in process, all or nothing.

Only imported where the stored revision differs from `schema.HEAD`: alembic is a tenth of a
second nobody should wait for at each start.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.orm import Session

from jobtracker.domain.errors import WorkspaceError
from jobtracker.storage import journal

MIGRATIONS = Path(__file__).parent / "migrations"
"""Beside this module from source, in a wheel and in the bundle (there as data files)."""


def known_revisions() -> frozenset[str]:
    """Every revision that this version can bring up to date or knows as the newest."""
    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def head() -> str:
    """The newest revision."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def upgrade(
    raw: Any,
    *,
    user_version: int,
    barrier_at: datetime | None,
    rebuild: Callable[[Session], None] | None = None,
    to: str = "head",
) -> None:
    """Bring a driver connection's file to the newest revision, in one transaction.

    Foreign keys are off before BEGIN (a table rebuilt with them on empties its children) and
    checked before COMMIT. Whatever fails, the file is as it was. `barrier_at` is the moment of
    the step that undo then stops at (the journal holds rows of the old tables), None in a new
    file. `rebuild` writes the search index, which may hold other things than before. A file that
    is made to be like an older one is brought only `to` its revision.
    """
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=lambda: raw, poolclass=sa.pool.StaticPool
    )
    event.listen(engine, "begin", _begin_immediate)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("PRAGMA legacy_alter_table=ON")
    try:
        with engine.connect() as connection, connection.begin():
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise WorkspaceError(
                    "The workspace could not be brought up to date; it was left as it is; "
                    "keep using the earlier version and report this."
                )
            connection.exec_driver_sql(f"PRAGMA user_version={user_version:d}")
            if rebuild is not None:
                with Session(connection) as session:
                    rebuild(session)
                    session.flush()
            if barrier_at is not None:
                journal.put_barrier(raw, "the update of the workspace", barrier_at)
    finally:
        raw.execute("PRAGMA legacy_alter_table=OFF")
        raw.execute("PRAGMA foreign_keys=ON")


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
