"""Wiring: the only place that knows how the rooms are put together."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.text import quoted
from jobtracker.system.clock import SystemClock

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.changes import Changes
    from jobtracker.domain.listing import ListQuery, ListRow
    from jobtracker.services.workspace import Workspace


def open_workspace(
    path: Path,
    *,
    write: bool,
    library: bool = False,
    check_later: bool = False,
    afresh: bool = True,
) -> "Workspace":
    """The workspace at `path`, its bundled library up to date where it may be written.

    A missing file is made where `write` is true; otherwise an empty workspace is shown and
    nothing is made, with the bundled library in memory where `library` asks for it.
    With `check_later` a large file's pages wait for the first write or `Database.check_pages`,
    and the library for `finish_opening`. Unless it may begin `afresh`, a missing one is not made
    where there was one before. Raises WorkspaceError.
    """
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.database import Database
    from jobtracker.storage.indexing import indexer
    from jobtracker.system.resources import resource

    clock, index = SystemClock(), indexer()

    def fill(session: "Session") -> None:
        from jobtracker.services.library import has_room, load_library

        if not write or has_room(path):
            load_library(session, resource(), clock.now())
        index.rebuild(session)

    if not (path.exists() or path.is_symlink()):
        _refuse_missing(path, write=write, afresh=afresh)
    _look_at_folder(path, write=write)
    database = Database.open(
        path,
        clock=clock,
        write=write,
        indexer=index,
        fill=fill if write or library else None,
        check_later=check_later,
    )
    workspace = Workspace(database, clock)
    if write and not database.read_only and not check_later:
        workspace.library.bring_up_to_date(resource())
    return workspace


def _refuse_missing(path: Path, *, write: bool, afresh: bool) -> None:
    """Nobody is shown an empty workspace for one that was moved, nor given a new one unasked."""
    from jobtracker.storage.tombstones import moved_from

    if write and not afresh:
        from jobtracker.services.recovering import refuse_new

        refuse_new(path)
    elif not write and moved_from(path) is not None:
        from jobtracker.services.recovering import refuse_moved

        refuse_moved(path)


def finish_opening(workspace: "Workspace") -> "Changes":
    """Bring the library up to date; what that changed. Raises WorkspaceDamagedError."""
    from jobtracker.domain.changes import NOTHING_CHANGED
    from jobtracker.system.resources import resource

    if workspace.database.read_only:
        return NOTHING_CHANGED
    return workspace.library.bring_up_to_date(resource())


def listed_rows(path: Path, query: "ListQuery") -> "list[ListRow] | None":
    """The list without opening the workspace whole, in a third of the time; None where that
    needs to be done.
    """
    from jobtracker.storage import first_screen

    return first_screen.listed_rows(path, query)


def _look_at_folder(path: Path, *, write: bool) -> None:
    """The default folder is ours to make; a missing one that somebody named is a mistake."""
    if path.parent.is_dir():
        return
    from jobtracker.system.paths import default_workspace, private_folder

    if path != default_workspace():
        raise WorkspaceError(
            f"There is no folder {quoted(path.parent.name)}; nothing was made; "
            "make the folder or choose another place."
        )
    if write:
        private_folder(path.parent)


def restore_workspace(path: Path, source: Path) -> Path | None:
    """Put a backup in the workspace's place; where the former file is kept, if there was one."""
    from jobtracker.services import backups

    _look_at_folder(path, write=True)
    return backups.restore(path, source, now=SystemClock().now())
