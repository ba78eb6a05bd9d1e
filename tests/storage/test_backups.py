"""A backup is whole and private; a restore loses nothing."""

import gzip
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from tests.migrations.freeze import frozen_path
from tests.support.database import add_company, ask, companies, open_workspace, write_by_force

from jobtracker.domain.errors import (
    NothingToUndoError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceNewerError,
)
from jobtracker.storage import backups
from jobtracker.storage.backups import back_up, back_up_to, list_backups
from jobtracker.storage.restoring import restore

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace that holds one company, Acme."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Acme")
    return path


def add(path: Path, name: str) -> None:
    with open_workspace(path) as database, database.write(f"add {name}") as step:
        add_company(step, name)


def names(path: Path) -> list[str]:
    with open_workspace(path, write=False) as database:
        return companies(database)


def test_a_backup_taken_beside_a_writer_has_what_is_only_in_its_log(path: Path) -> None:
    with open_workspace(path) as database:
        with database.write("add") as step:
            add_company(step, "In the log")
        assert Path(f"{path}-wal").stat().st_size

        backup = database.back_up("manual")

    assert ask(backup.path, "SELECT name FROM company") == [("Acme",), ("In the log",)]
    assert ask(backup.path, "PRAGMA integrity_check") == [("ok",)]
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700
    assert {entry.suffix for entry in backup.path.parent.iterdir()} == {".db", ".lock"}


def test_backups_are_numbered_and_the_oldest_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "KEPT", 3)
    back_up(path, "before-migration")
    for _ in range(5):
        back_up(path, "manual")

    kept = [backup.path.name for backup in list_backups(path)]
    assert kept == [
        "000006-manual.db",
        "000005-manual.db",
        "000004-manual.db",
        "000001-before-migration.db",
    ]


def test_a_wrong_clock_does_not_make_the_newest_backup_the_oldest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "KEPT", 2)
    future = back_up(path, "manual").path
    os.utime(future, (4e9, 4e9))
    for _ in range(2):
        newest = back_up(path, "manual").path
        os.utime(newest, (10, 10))

    assert newest.exists()
    assert not future.exists()


def test_a_damaged_workspace_gives_no_backup_and_costs_none(path: Path) -> None:
    good = back_up(path, "manual")
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\0" * 4096 + whole[12288:])

    with pytest.raises(WorkspaceDamagedError):
        back_up(path, "manual")

    assert list_backups(path) == [good]
    assert not (good.path.parent / ".unfinished").exists()


def test_a_copy_goes_to_a_place_of_ones_own_but_over_nothing(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.jobtracker"
    back_up_to(path, target)

    assert names(target) == ["Acme"]
    with pytest.raises(WorkspaceError, match="already there"):
        back_up_to(path, target)
    with pytest.raises(WorkspaceError, match="no folder"):
        back_up_to(path, tmp_path / "nowhere" / "a.jobtracker")


def test_a_restore_brings_back_the_backup_and_keeps_the_present_file(path: Path) -> None:
    backup = back_up(path, "manual")
    add(path, "Later")

    kept = restore(path, backup.path, now=NOW).kept_aside

    assert names(path) == ["Acme"]
    assert kept is not None
    assert kept.name == "search.before-restore-1.jobtracker"
    assert names(kept) == ["Acme", "Later"]
    assert restore(path, kept, now=NOW).kept_aside != kept
    assert names(path) == ["Acme", "Later"]


def test_undo_does_not_reach_back_over_a_restore(path: Path) -> None:
    restore(path, back_up(path, "manual").path, now=NOW)

    with open_workspace(path) as database, pytest.raises(NothingToUndoError, match="restored"):
        database.undo()


def test_a_damaged_file_is_kept_byte_for_byte_with_its_log(path: Path) -> None:
    backup = back_up(path, "manual")
    with open_workspace(path) as database:
        with database.write("add") as step:
            add_company(step, "Later")
        log = Path(f"{path}-wal").read_bytes()
    path.write_bytes(b"\0" * 5000)
    Path(f"{path}-wal").write_bytes(log[:-100])

    kept = restore(path, backup.path, now=NOW).kept_aside

    assert kept is not None
    assert kept.read_bytes() == b"\0" * 5000
    assert Path(f"{kept}-wal").read_bytes() == log[:-100]
    assert not Path(f"{path}-wal").exists()
    assert names(path) == ["Acme"]


def test_a_log_left_by_a_kill_is_not_replayed_onto_the_backup(path: Path) -> None:
    backup = back_up(path, "manual")
    with open_workspace(path) as database:
        with database.write("add") as step:
            add_company(step, "Later")
        main, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    path.write_bytes(main)
    Path(f"{path}-wal").write_bytes(log)

    kept = restore(path, backup.path, now=NOW).kept_aside

    assert names(path) == ["Acme"]
    assert kept is not None
    assert names(kept) == ["Acme", "Later"]


def test_a_lost_workspace_is_restored_where_it_was(path: Path) -> None:
    backup = back_up(path, "manual")
    path.unlink()

    assert restore(path, backup.path, now=NOW).kept_aside is None
    assert names(path) == ["Acme"]


def test_an_open_workspace_is_not_replaced(path: Path) -> None:
    backup = back_up(path, "manual")

    with open_workspace(path) as database:
        with pytest.raises(WorkspaceBusyError, match="close the window"):
            restore(path, backup.path, now=NOW)
        assert companies(database) == ["Acme"]


def test_only_a_sound_workspace_of_this_or_an_older_version_is_restored(
    path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    text, newer = tmp_path / "notes.txt", tmp_path / "newer.db"
    text.write_text("hello\n" * 2000)
    newer.write_bytes(before)
    write_by_force(newer, "PRAGMA user_version=99")

    with pytest.raises(WorkspaceDamagedError, match="not a Jobtracker workspace"):
        restore(path, text, now=NOW)
    with pytest.raises(WorkspaceNewerError):
        restore(path, newer, now=NOW)
    with pytest.raises(WorkspaceError, match="no file"):
        restore(path, tmp_path / "missing.db", now=NOW)
    with pytest.raises(WorkspaceError, match="itself"):
        restore(path, path, now=NOW)

    assert path.read_bytes() == before


def test_a_frozen_older_workspace_can_be_restored(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.jobtracker"
    old.write_bytes(gzip.decompress(frozen_path("0001").read_bytes()))

    restore(path, old, now=NOW)

    assert len(names(path)) == 3


def test_the_bundled_sqlite_is_past_the_bug_that_corrupts_logs() -> None:
    assert driver.sqlite_version_info >= (3, 51, 3)
