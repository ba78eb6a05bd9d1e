"""What follows from records that were brought in, made right before anybody reads it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from jobtracker.domain.events import project
from jobtracker.storage import applications, documents, events
from jobtracker.storage.archive.writing import torn
from jobtracker.storage.search_index import driver_of

_AT_A_TIME = 500


def keep_file(session: Session, content: bytes) -> None:
    """Keep the bytes of a file whose records are still to come."""
    documents.keep_bytes(session, content)


def settle(session: Session, brought: Sequence[int], tables: range, now: datetime) -> None:
    """Let these applications stand where their logs say, these salary tables count their own rows,
    and let go the bytes that no record names.

    Raises UnreadableFileError for a log that does not begin with its application being added.
    """
    for start in range(0, len(brought), _AT_A_TIME):
        logs = events.of(session, brought[start : start + _AT_A_TIME])
        try:
            standings = {key: project(log) for key, log in logs.items()}
        except ValueError as error:
            raise torn("event") from error
        applications.set_standings(session, standings, now)
    driver_of(session).execute(
        "UPDATE salary_table SET row_count = rows FROM (SELECT t.id AS key, "
        "(SELECT count(*) FROM salary_row WHERE table_id = t.id) AS rows FROM salary_table t) "
        "WHERE id = key AND row_count <> rows AND id >= ? AND id < ?",
        (tables.start, tables.stop),
    )
    documents.sweep(session)
