"""A workspace is opened soundly or left alone."""

import hashlib
import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.support.clock import FakeClock
from tests.support.database import add_company, ask, companies, open_workspace, write_by_force

from jobtracker.domain.errors import (
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceNewerError,
)
from jobtracker.storage import health
from jobtracker.storage.database import Database
from jobtracker.storage.locks import WorkspaceLock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


def fill(path: Path, number: int = 30) -> None:
    with open_workspace(path) as database, database.write("fill") as step:
        for count in range(number):
            add_company(step, f"Company {count}", "notes " * 300)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_writer_makes_a_missing_workspace_whole_and_private(path: Path) -> None:
    open_workspace(path).close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ask(path, "PRAGMA application_id") == [(0x4A4F4254,)]
    assert ask(path, "PRAGMA user_version") == [(4,)]
    assert path.read_bytes()[18:20] == b"\2\2", "the header's two bytes that say WAL"
    assert sorted(entry.name for entry in path.parent.iterdir()) == [
        "search.jobtracker",
        "search.jobtracker.lock",
    ]


def test_a_reader_sees_an_empty_workspace_and_makes_none(path: Path) -> None:
    with open_workspace(path, write=False) as database:
        assert companies(database) == []
        assert database.read_only
        with pytest.raises(WorkspaceError, match="no workspace yet"), database.write("add"):
            pass

    assert list(path.parent.iterdir()) == []


def test_what_was_written_is_there_after_closing(path: Path) -> None:
    fill(path, 2)

    with open_workspace(path, write=False) as database:
        assert companies(database) == ["Company 0", "Company 1"]
    assert not Path(f"{path}-wal").exists()


def add_twice(database: Database, name: str) -> None:
    with database.write("add twice") as step:
        add_company(step, name)
        add_company(step, name)


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    with open_workspace(path) as database:
        with pytest.raises(WorkspaceError, match="contradicts"):
            add_twice(database, "Acme")

        assert companies(database) == []
        assert database.history() == []
        with database.write("add") as step:
            add_company(step, "Acme")
        assert [step.label for step in database.history()] == ["add"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no folder “nowhere”"):
        open_workspace(tmp_path / "nowhere" / "a.jobtracker")


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"hello\n" * 2000, b"\0" * 40960])
def test_a_file_that_is_no_workspace_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    for write in (True, False):
        with pytest.raises(WorkspaceError, match="left"):
            open_workspace(path, write=write)

    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    write_by_force(path, "CREATE TABLE theirs (x)")
    before = digest(path)

    with pytest.raises(WorkspaceError, match="not a Jobtracker workspace"):
        open_workspace(path)

    assert digest(path) == before


@pytest.mark.parametrize("percent", [1, 25, 50, 99])
def test_a_truncated_workspace_is_damaged_and_keeps_every_byte(path: Path, percent: int) -> None:
    fill(path)
    os.truncate(path, path.stat().st_size * percent // 100)
    before, names = digest(path), sorted(path.parent.iterdir())

    for write in (True, False):
        with pytest.raises(WorkspaceDamagedError, match="restore"):
            open_workspace(path, write=write)

    assert digest(path) == before
    assert sorted(path.parent.iterdir()) == names


def test_a_page_of_zeros_is_noticed_before_the_first_read(path: Path) -> None:
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\0" * 4096 + whole[12288:])

    with pytest.raises(WorkspaceDamagedError):
        open_workspace(path)


def test_a_large_file_opens_at_once_and_refuses_to_write_when_damage_is_found(path: Path) -> None:
    fill(path, 6_000)
    assert path.stat().st_size > health.SMALL
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + b"\0" * 4096 + whole[middle + 4096 :])

    with Database.open(path, clock=FakeClock(), write=True, check_later=True) as database:
        with database.read() as session:
            assert session.scalar(text("SELECT count(*) FROM state")) is not None
        with pytest.raises(WorkspaceDamagedError), database.write("before anybody looked"):
            pass
        assert database.read_only
        with pytest.raises(WorkspaceDamagedError):
            database.check_pages()
        with pytest.raises(WorkspaceDamagedError), database.write("too late"):
            pass


def test_a_foreign_trigger_is_refused(path: Path) -> None:
    fill(path, 1)
    write_by_force(path, "CREATE TRIGGER spy AFTER INSERT ON company BEGIN DELETE FROM event; END")

    with pytest.raises(WorkspaceError, match="stored programs"):
        open_workspace(path)


def test_a_folder_and_a_dangling_link_are_refused(tmp_path: Path) -> None:
    folder, link = tmp_path / "folder.jobtracker", tmp_path / "link.jobtracker"
    folder.mkdir()
    link.symlink_to(tmp_path / "unplugged" / "a.jobtracker")

    with pytest.raises(WorkspaceError, match="is a folder"):
        open_workspace(folder)
    with pytest.raises(WorkspaceError, match="points to a file that is not there"):
        open_workspace(link)
    assert link.is_symlink()


def test_a_link_opens_the_file_it_points_to(tmp_path: Path, path: Path) -> None:
    fill(path, 1)
    link = tmp_path / "link.jobtracker"
    link.symlink_to(path)

    with open_workspace(link) as database:
        assert database.path == path
        assert companies(database) == ["Company 0"]


@pytest.mark.parametrize(
    "change",
    ["PRAGMA user_version=9999", "UPDATE alembic_version SET version_num='ffffffffffff'"],
)
def test_a_newer_workspace_is_read_but_not_written(path: Path, change: str) -> None:
    fill(path, 1)
    write_by_force(path, change)
    before = digest(path)

    with open_workspace(path) as database:
        assert companies(database) == ["Company 0"]
        assert "newer" in database.notice
        with pytest.raises(WorkspaceNewerError), database.write("add") as step:
            add_company(step, "Acme")

    assert digest(path) == before


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 0)() == 0, reason="the administrator may write everywhere"
)
@pytest.mark.parametrize("folder_mode", [0o500, 0o700])
def test_a_read_only_place_is_read_and_says_so(path: Path, folder_mode: int) -> None:
    fill(path, 1)
    Path(f"{path}.lock").unlink()
    path.chmod(0o400)
    path.parent.chmod(folder_mode)

    try:
        with open_workspace(path) as database:
            assert companies(database) == ["Company 0"]
            assert "may only be read" in database.notice
            with pytest.raises(WorkspaceError, match="copy it"), database.write("add"):
                pass
    finally:
        path.parent.chmod(0o700)


def test_a_value_that_cannot_be_is_damage_and_shows_no_text(path: Path) -> None:
    fill(path, 1)
    write_by_force(path, "UPDATE company SET name = CAST(x'ff736563726574' AS TEXT)")

    with open_workspace(path) as database:
        with pytest.raises(WorkspaceDamagedError) as caught:
            companies(database)
        with pytest.raises(WorkspaceDamagedError), database.read():
            int("apqlied")

    assert "secret" not in str(caught.value)


def test_a_bug_is_not_called_damage(path: Path) -> None:
    with open_workspace(path) as database, pytest.raises(KeyError), database.read():
        _ = {}["stage"]


def test_a_restore_in_progress_keeps_others_out(path: Path) -> None:
    fill(path, 1)

    with (
        WorkspaceLock.exclusive(path),
        pytest.raises(WorkspaceBusyError, match="try again"),
    ):
        WorkspaceLock.shared(path, timeout=0.1)
    with (
        WorkspaceLock.shared(path),
        WorkspaceLock.shared(path),
        pytest.raises(WorkspaceBusyError, match="close the window"),
    ):
        WorkspaceLock.exclusive(path, timeout=0.1)


def test_another_programs_write_is_noticed(path: Path) -> None:
    with open_workspace(path) as window, open_workspace(path) as terminal:
        before = window.data_version()
        with window.write("own") as step:
            add_company(step, "Own")
        assert window.data_version() == before
        with terminal.write("theirs") as step:
            add_company(step, "Theirs")

        assert window.data_version() != before
        assert companies(window) == ["Own", "Theirs"]


def test_two_writers_wait_for_each_other(path: Path) -> None:
    with open_workspace(path) as one, open_workspace(path) as other:
        for count in range(20):
            for database, name in ((one, "a"), (other, "b")):
                with database.write("add") as step:
                    add_company(step, f"{name}{count}")

        assert len(companies(one)) == 40


def test_an_empty_workspace_touches_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with Database.empty(FakeClock()) as database:
        assert companies(database) == []
        assert database.history() == []
        assert database.path is None

    assert list(tmp_path.iterdir()) == []
