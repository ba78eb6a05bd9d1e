"""A backup is whole, private and numbered; older ones go only where no class keeps them."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from tests.support.database import add_company, ask, companies, open_workspace

from jobtracker.domain.errors import StoppedError, WorkspaceDamagedError, WorkspaceError
from jobtracker.storage.backups import kept
from jobtracker.storage.backups.kept import BackupInfo, list_backups
from jobtracker.storage.backups.taking import back_up, back_up_to


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace that holds one company, Acme."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Acme")
    return path


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


def named(backup: BackupInfo, at: datetime) -> BackupInfo:
    """The same backup as if it had been taken then."""
    name = f"{backup.number:06d}-{at:%Y%m%dT%H%M%SZ}-{backup.reason}.db"
    backup.path.rename(backup.path.with_name(name))
    return backup._replace(path=backup.path.with_name(name), made_at=at)


def test_backups_are_numbered_and_say_when_and_why(path: Path) -> None:
    back_up(path, "before-migration")
    second = back_up(path, "by-hand")

    assert [(one.number, one.reason) for one in list_backups(path)] == [
        (2, "by-hand"),
        (1, "before-migration"),
    ]
    assert second.path.name == f"000002-{second.made_at:%Y%m%dT%H%M%SZ}-by-hand.db"
    assert abs(second.made_at.timestamp() - second.path.stat().st_mtime) < 2


def test_a_backup_of_an_earlier_version_has_no_time_in_its_name(path: Path) -> None:
    backup = back_up(path, "manual")
    old = backup.path.rename(backup.path.with_name("000001-manual.db"))
    os.utime(old, (1_700_000_000, 1_700_000_000))

    assert list_backups(path) == [
        BackupInfo(old, 1, "manual", backup.size, datetime.fromtimestamp(1_700_000_000, UTC))
    ]
    assert back_up(path, "manual").number == 2


def test_the_copies_of_one_old_day_go_two_at_a_time_and_the_newest_of_it_stays(path: Path) -> None:
    long_ago = datetime(2026, 10, 1, 8, tzinfo=UTC)
    for hour in range(4):
        named(back_up(path, "manual"), long_ago + timedelta(hours=hour))
    for _ in range(5):
        back_up(path, "manual")
    assert [one.number for one in list_backups(path)] == [9, 8, 7, 6, 5, 4]

    back_up(path, "manual")

    assert [one.number for one in list_backups(path)] == [10, 9, 8, 7, 6, 5, 4]


def test_a_wrong_clock_does_not_make_the_newest_backup_the_oldest(path: Path) -> None:
    for _ in range(6):
        back_up(path, "manual")
    named(list_backups(path)[0], datetime(2046, 1, 1, tzinfo=UTC))
    named(back_up(path, "manual"), datetime(1970, 1, 1, tzinfo=UTC))

    back_up(path, "manual")

    assert [one.number for one in list_backups(path)] == [8, 7, 6, 5, 4, 3, 2, 1]


def test_a_backup_that_is_stopped_leaves_nothing_behind(path: Path) -> None:
    with pytest.raises(StoppedError):
        back_up(path, "manual", lambda _done, _total: False)

    assert list_backups(path) == []
    assert [entry.name for entry in kept.folder_of(path).iterdir()] == ["backups.lock"]


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


def test_the_bundled_sqlite_is_past_the_bug_that_corrupts_logs() -> None:
    assert driver.sqlite_version_info >= (3, 51, 3)
