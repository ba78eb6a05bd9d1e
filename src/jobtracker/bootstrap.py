"""Wiring: the only place that knows how the rooms are put together."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.text import quoted
from jobtracker.system.clock import SystemClock

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace


def open_workspace(path: Path, *, write: bool, library: bool = False) -> "Workspace":
    """The workspace at `path`, its bundled library up to date where it may be written.

    A missing file is made where `write` is true; otherwise an empty workspace is shown and
    nothing is made, with the bundled library in memory where `library` asks for it.
    Raises WorkspaceError.
    """
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.database import Database
    from jobtracker.storage.indexing import indexer
    from jobtracker.system.resources import resource

    clock = SystemClock()
    _look_at_folder(path, write=write)
    database = Database.open(path, clock=clock, write=write, indexer=indexer())
    if library and database.path is None:
        from jobtracker.services.library import load_library

        database.close()
        database = Database.empty(
            clock, lambda session: load_library(session, resource(), clock.now())
        )
    workspace = Workspace(database, clock)
    if write and not database.read_only:
        workspace.library.bring_up_to_date(resource())
    return workspace


def _look_at_folder(path: Path, *, write: bool) -> None:
    """The default folder is ours to make; a missing one that somebody named is a mistake."""
    if path.parent.is_dir():
        return
    from jobtracker.system.paths import default_workspace, private_folder

    if path != default_workspace():
        raise WorkspaceError(
            f"There is no folder {quoted(str(path.parent))}; nothing was made; "
            "make the folder or choose another place."
        )
    if write:
        private_folder(path.parent)


def restore_workspace(path: Path, source: Path) -> Path | None:
    """Put a backup in the workspace's place; where the former file is kept, if there was one."""
    from jobtracker.services import backups

    _look_at_folder(path, write=True)
    return backups.restore(path, source, now=SystemClock().now())
