"""The first painted list: one statement through the plain driver, before SQLAlchemy is loaded.

Anything but a sound file of this version is left to `Database.open`, which has the words for it.
"""

from pathlib import Path

from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.storage import health
from jobtracker.storage.listing import TABLES, rows_from, statement
from jobtracker.storage.plain_words import plain_errors

HEAD = "0001"
"""`schema.HEAD`, said again because schema.py loads SQLAlchemy; a test compares the two."""


def first_rows(path: Path, limit: int = 200) -> list[ListRow] | None:
    """The open applications as the list shows them first; see `listed_rows`."""
    return listed_rows(path, ListQuery(limit=limit))


def listed_rows(path: Path, query: ListQuery) -> list[ListRow] | None:
    """The rows of the list, or None where Database.open must see: no file, another version, or
    words to search for.

    Raises WorkspaceError and WorkspaceDamagedError for a file that is no sound workspace.
    """
    if query.text or not path.exists():
        return None
    with plain_errors(path):
        connection, finding = health.open_sound(path, tables=TABLES)
        try:
            if finding.revision != HEAD:
                return None
            sql, values = statement(query)
            return rows_from(connection.execute(sql, values))
        finally:
            connection.close()
