"""The first painted list: through the plain driver, before SQLAlchemy is loaded.

Anything but a sound file of this version is left to `Database.open`, which has the words for it.
A locked file raises WorkspaceLockedError: the window then paints its lock instead of rows.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.listing import ListPage, ListQuery, ListRow
from jobtracker.storage import health, listing
from jobtracker.storage.plain_words import plain_errors

if TYPE_CHECKING:
    from jobtracker.domain.today import TodayView

HEAD = "0004"
"""`schema.HEAD`, said again because schema loads SQLAlchemy; a test compares the two."""

IN_SIGHT = 20
"""So many tasks of a list fill a large screen."""
DAY_TABLES = ("application", "company", "interview")
"""What the statements of `today` read."""


def first_rows(path: Path, limit: int = 200) -> list[ListRow] | None:
    """The open applications as the list shows them first; see `first_page`."""
    return listed_rows(path, ListQuery(limit=limit))


def listed_rows(path: Path, query: ListQuery) -> list[ListRow] | None:
    """The rows of `first_page`."""
    found = first_page(path, query)
    return None if found is None else found.rows


def first_page(path: Path, query: ListQuery) -> ListPage | None:
    """The first page of the list, or None where Database.open must see: no file, another
    version, or words and conditions to look for.

    Raises WorkspaceError and WorkspaceDamagedError for a file that is no sound workspace,
    WorkspaceLockedError for one that is encrypted and whose key is not held.
    """
    if query.text or query.conditions or not path.exists():
        return None
    with plain_errors(path):
        connection, finding = health.open_sound(path, tables=listing.TABLES)
        try:
            if finding.revision != HEAD:
                return None
            connection.execute("BEGIN")
            return listing.page(connection.execute, query)
        finally:
            connection.close()


def first_day(path: Path, day: date) -> "TodayView | None":
    """What the day asks for, without who is quiet and how the week goes; None and errors as for
    `first_page`.
    """
    from jobtracker.storage import today

    if not path.exists():
        return None
    with plain_errors(path):
        connection, finding = health.open_sound(path, tables=DAY_TABLES)
        try:
            if finding.revision != HEAD:
                return None
            connection.execute("BEGIN")
            return today.day_of(connection.execute, day, {}, most=IN_SIGHT)
        finally:
            connection.close()


def is_new(path: Path) -> bool:
    """Whether a search begins here: no file, or a sound one without any application.

    Raises WorkspaceError and WorkspaceDamagedError as `first_page` does.
    """
    if not path.exists():
        return True
    with plain_errors(path):
        connection, finding = health.open_sound(path, tables=("application",))
        try:
            if finding.revision != HEAD:
                return False
            return connection.execute("SELECT 1 FROM application LIMIT 1").fetchone() is None
        finally:
            connection.close()
