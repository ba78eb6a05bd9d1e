"""Whole workspaces for tests of the services: every service on a real file, the clock a fake."""

from collections.abc import Callable
from pathlib import Path

from tests.support.clock import FakeClock
from tests.support.database import everything

from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer
from jobtracker.storage.schema import JOURNALLED

Rows = dict[str, list[tuple[object, ...]]]


def opened(path: Path, clock: FakeClock | None = None) -> Workspace:
    """The workspace at `path` without the bundled library; a missing one is made."""
    at = clock or FakeClock()
    return Workspace(Database.open(path, clock=at, write=True, indexer=indexer()), at)


def state(workspace: Workspace) -> Rows:
    """Every row that undo answers for, and what search knows of them."""
    return everything(workspace.database, (*JOURNALLED, "search_document"))


def reopened(workspace: Workspace) -> Workspace:
    """Close the program and start it again on the same file."""
    path, clock = workspace.database.path, workspace.clock
    workspace.close()
    assert path is not None
    assert isinstance(clock, FakeClock)
    return opened(path, clock)


def undone_and_redone(workspace: Workspace, act: Callable[[Workspace], object]) -> None:
    """Do one thing, and see that undo and redo restore every row, also after a restart."""
    before = state(workspace)
    act(workspace)
    after = state(workspace)
    assert after != before

    workspace.history.undo()
    assert state(workspace) == before
    workspace.history.redo()
    assert state(workspace) == after

    with reopened(workspace) as later:
        later.history.undo()
        assert state(later) == before
    with opened(later.database.path) as last:  # type: ignore[arg-type]
        last.history.redo()
        assert state(last) == after
