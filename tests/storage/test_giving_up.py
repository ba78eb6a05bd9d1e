"""A workspace that gives its file up for a while, and has it again."""

from pathlib import Path

import pytest
from tests.support.database import add_company, companies, open_workspace

from jobtracker.domain.errors import (
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceLockedError,
)
from jobtracker.storage.backups.restoring import restore
from jobtracker.storage.backups.taking import back_up
from jobtracker.storage.database import Database
from jobtracker.storage.locks import WorkspaceLock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace that holds one company, Acme."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database:
        add(database, "Acme")
    return path


def add(database: Database, name: str) -> None:
    with database.write(f"add {name}") as step:
        add_company(step, name)


def test_a_file_put_in_its_place_meanwhile_is_read_and_written_by_the_same_database(
    path: Path,
) -> None:
    backup = back_up(path, "by-hand").path
    with open_workspace(path) as database:
        add(database, "Brightloop")

        with database.away() as place:
            restore(place, backup, now=database._clock.now())

        assert companies(database) == ["Acme"]
        add(database, "Cobalt")
        assert companies(database) == ["Acme", "Cobalt"]


def test_nobody_reads_or_writes_while_the_file_is_given_up(path: Path) -> None:
    with open_workspace(path) as database:
        with database.away(), pytest.raises(WorkspaceBusyError, match="being changed"):
            companies(database)
        with database.away(), pytest.raises(WorkspaceBusyError, match="being changed"):
            add(database, "Lost")
        assert companies(database) == ["Acme"]


def test_it_is_open_again_after_what_was_done_meanwhile_has_failed(path: Path) -> None:
    with open_workspace(path) as database:
        with pytest.raises(ZeroDivisionError), database.away():
            _ = 1 / 0
        add(database, "Brightloop")
        assert companies(database) == ["Acme", "Brightloop"]


def test_a_file_that_cannot_be_opened_again_is_refused_until_it_can(path: Path) -> None:
    whole = path.read_bytes()
    with open_workspace(path) as database:
        with pytest.raises(WorkspaceDamagedError), database.away() as place:
            place.write_bytes(b"\0" * 8192)
        with pytest.raises(WorkspaceDamagedError):
            companies(database)

        path.write_bytes(whole)
        database.resume()

        assert companies(database) == ["Acme"]


def test_a_suspended_workspace_answers_nothing_and_holds_nothing(path: Path) -> None:
    with open_workspace(path) as database:
        database.suspend()

        assert database.is_suspended
        for use in (lambda: companies(database), lambda: add(database, "Lost"), database.undo):
            with pytest.raises(WorkspaceLockedError, match="unlock"):
                use()
        WorkspaceLock.exclusive(path, 0).release()
        assert not Path(f"{path}-wal").exists()

        database.resume()
        assert companies(database) == ["Acme"]
        database.undo()
        assert companies(database) == []


def test_where_there_is_no_file_there_is_nothing_to_give_up(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "none.jobtracker", write=False) as database:
        with pytest.raises(WorkspaceError, match="no workspace"), database.away():
            pass
        database.suspend()
        assert companies(database) == []
