"""What a workspace or a backup holds, in numbers and names: to choose between backups, and to
see before a restore what it would change.

Plain driver, and no more of the tables than every released version of them has.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jobtracker.domain.errors import WorkspaceError
from jobtracker.storage import health, keys
from jobtracker.storage.backups.copying import is_at_rest
from jobtracker.storage.backups.kept import BackupInfo, newest
from jobtracker.storage.plain_words import plain_errors
from jobtracker.storage.schema import SCHEMA_VERSION

SHOWN = 10
"""So many applications of each kind are named."""
_OWN = frozenset({"id", "company_id", "target_role_id", "board_place"})
"""Columns of an application that mean something in their own file only, or to nobody."""


class Counts(NamedTuple):
    """Applications that are open and not archived, all others, letters and documents."""

    active: int
    closed: int
    letters: int
    documents: int


class Some(NamedTuple):
    """So many applications, the first ten by name: "Acme, Data Engineer"."""

    total: int
    names: tuple[str, ...]


_NONE = Some(0, ())


class Differences(NamedTuple):
    """What putting another file in the workspace's place would do to its applications: those
    that are only in the other would come `back`, those that are only here would go `away`, and
    `changed` ones would be as they are there.
    """

    back: Some
    away: Some
    changed: Some

    def __bool__(self) -> bool:
        return any(kind.total for kind in self)


class Mark(NamedTuple):
    """Where a workspace's history stands; the same mark means that no step lies between."""

    step: int
    undone: int
    said: str


def counts_of(backup: BackupInfo) -> Counts:
    """What a backup holds; looked at once, as backups never change.

    Raises WorkspaceError where it can't be read.
    """
    return _counts(backup.path, backup.number, backup.size)


def counts_in(path: Path) -> Counts:
    """The same of any workspace, as it is now."""
    with _reading(path) as connection:
        archived = " AND NOT archived" if "archived" in _columns(connection) else ""
        (row,) = connection.execute(
            "SELECT (SELECT count(*) FROM application), "
            f"(SELECT count(*) FROM application WHERE outcome IS NULL{archived}), "
            "(SELECT count(*) FROM letter), (SELECT count(*) FROM document)"
        )
    total, active, letters, documents = row
    return Counts(active, total - active, letters, documents)


def mark_of(path: Path) -> Mark:
    """Raises WorkspaceError where the file can't be read."""
    with _reading(path) as connection:
        step, undone = connection.execute(
            "SELECT coalesce(max(id), 0), coalesce(sum(state = 'undone'), 0) FROM journal_step"
        ).fetchone()
        found = connection.execute(
            "SELECT made_at || ' ' || label FROM journal_step WHERE id = ?", (step,)
        )
        said = next((text for (text,) in found), "")
    return Mark(step, undone, said)


def is_newer(path: Path) -> bool:
    """Whether a newer version of Jobtracker wrote a workspace. Raises WorkspaceError where it can't
    be read, WorkspaceDamagedError where it is damaged.
    """
    return health.glance(path).user_version > SCHEMA_VERSION


def last_change(path: Path) -> datetime | None:
    """When something was last done in a workspace, in UTC; None where nobody has done anything.

    Raises WorkspaceError where the file can't be read.
    """
    with _reading(path) as connection:
        (made_at,) = connection.execute("SELECT max(made_at) FROM journal_step").fetchone()
    return datetime.fromisoformat(made_at) if made_at else None


def key_of(path: Path) -> keys.FileKey | None:
    """What a file is encrypted with, None for a plain one; no byte of it is touched.

    Raises WorkspaceError where it can't be read, or no key that this process holds opens it.
    """
    mode: health.Mode = "immutable" if is_at_rest(path) else "ro"
    with plain_errors(path), closing(health.connect(path, mode)) as connection:
        return keys.of_connection(connection)


def is_encrypted(path: Path) -> bool:
    """Whether a file that this process can read is encrypted."""
    return key_of(path) is not None


def unchanged_since(path: Path) -> BackupInfo | None:
    """The newest backup, if nothing was changed since it was taken."""
    last, mark = newest(path), mark_of(path)
    with suppress(WorkspaceError):  # one that can't be read is as good as none
        if last is not None and mark_of(last.path) == mark:
            return last
    return None


def differences(path: Path, other: Path) -> Differences:
    """What differs between the workspace and a file that would be put in its place.

    Raises WorkspaceError where either can't be read.
    """
    with _reading(path) as mine, _reading(other) as its:
        columns = sorted(name for name in _columns(mine) & _columns(its) if _is_compared(name))
        here, there = _applications(mine, columns), _applications(its, columns)
    both = here.keys() & there.keys()
    return Differences(
        back=_some(there[uid] for uid in there.keys() - here.keys()),
        away=_some(here[uid] for uid in here.keys() - there.keys()),
        changed=_some(here[uid] for uid in both if here[uid] != there[uid]),
    )


def nothing_here(other: Path) -> Differences:
    """The same where there is no workspace now: all would come back."""
    with _reading(other) as its:
        there = _applications(its, ())
    return Differences(_some(there.values()), _NONE, _NONE)


class _Application(NamedTuple):
    company: str
    role: str
    values: str


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    """A connection that sees one moment of a file and can't change it."""
    with plain_errors(path):
        connection = health.connect(path, health.sharing_mode(path))
        try:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


@lru_cache(maxsize=200)
def _counts(path: Path, _number: int, _size: int) -> Counts:
    return counts_in(path)


def _columns(connection: Any) -> set[str]:
    found = connection.execute("SELECT name FROM pragma_table_info('application')")
    return {name for (name,) in found}


def _is_compared(column: str) -> bool:
    """Keys are folded from other columns, by each version in its own way."""
    return column not in _OWN and not column.endswith("_key")


def _applications(connection: Any, columns: Sequence[str]) -> dict[str, _Application]:
    values = ", ".join(f'application."{name}"' for name in columns)
    found = connection.execute(
        f"SELECT application.uid, company.name, application.role, json_array({values}) "
        "FROM application JOIN company ON company.id = application.company_id"
    )
    return {uid: _Application(*rest) for uid, *rest in found}


def _some(applications: Iterable[_Application]) -> Some:
    names = sorted(f"{one.company}, {one.role}" for one in applications)
    return Some(len(names), tuple(names[:SHOWN]))
