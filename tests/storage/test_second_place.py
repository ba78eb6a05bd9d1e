"""A second place gets each backup; what is wrong with its drive is told and never in the way."""

import shutil
from pathlib import Path

import pytest
from tests.support.database import add_company, ask, open_workspace, write_by_force

from jobtracker.storage import settings
from jobtracker.storage.backups import second_place
from jobtracker.storage.backups.kept import list_backups, listed
from jobtracker.storage.backups.second_place import BEHIND, FULL, GONE, Chosen
from jobtracker.storage.backups.taking import back_up


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    drive = tmp_path / "drive"
    drive.mkdir()
    return drive


def workspace(path: Path, drive: Path) -> Chosen:
    """A workspace whose second place is on the drive."""
    chosen = second_place.new_choice(path, drive)
    second_place.prepare(chosen)
    with open_workspace(path) as database, database.write("choose") as step:
        add_company(step, f"Acme {path.parent.name}")
        settings.set_setting(step.session, second_place.SETTING, chosen.as_setting())
    return chosen


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


def test_each_new_backup_lies_in_both_places(path: Path, drive: Path) -> None:
    chosen = workspace(path, drive)

    backup = back_up(path, "by-hand")

    (copy,) = listed(chosen.own)
    assert copy.path.read_bytes() == backup.path.read_bytes()
    assert ask(copy.path, "PRAGMA integrity_check") == [("ok",)]
    assert second_place.standing(path, chosen) == second_place.Standing(chosen, copy, "")
    assert [entry.name for entry in chosen.own.iterdir()] == [backup.path.name]


def test_two_workspaces_of_one_name_do_not_share_a_folder(tmp_path: Path, drive: Path) -> None:
    for name in ("mine", "yours"):
        (tmp_path / name).mkdir()
        file = tmp_path / name / "search.jobtracker"
        chosen = workspace(file, drive)
        back_up(file, "by-hand")
        assert [one.number for one in listed(chosen.own)] == [1]

    assert len(list(drive.iterdir())) == 2


def test_a_drive_that_is_away_is_told_and_catches_up_when_it_is_back(
    path: Path, drive: Path
) -> None:
    chosen = workspace(path, drive)
    away = drive.rename(drive.with_name("unplugged"))

    back_up(path, "by-hand")
    assert second_place.standing(path, chosen).trouble == GONE

    away.rename(drive)
    assert second_place.standing(path, chosen).trouble == BEHIND
    assert second_place.catch_up(path)
    assert [one.number for one in listed(chosen.own)] == [1]


def test_a_setting_that_a_restore_brought_back_is_no_trouble_until_the_next_backup(
    path: Path, drive: Path
) -> None:
    chosen = workspace(path, drive)
    back_up(path, "by-hand")
    rename = "UPDATE setting SET name = '{}' WHERE name = '{}'"
    write_by_force(path, rename.format("no setting", second_place.SETTING))
    back_up(path, "before-restore")
    write_by_force(path, rename.format(second_place.SETTING, "no setting"))

    assert second_place.standing(path, chosen).trouble == ""

    back_up(path, "by-hand")
    assert [one.number for one in listed(chosen.own)] == [3, 1]


def test_an_empty_mount_point_is_not_written_to(path: Path, drive: Path) -> None:
    chosen = workspace(path, drive)
    shutil.rmtree(chosen.own)

    back_up(path, "by-hand")

    assert list(drive.iterdir()) == []
    assert second_place.standing(path, chosen).trouble == GONE


def test_a_full_drive_is_told_and_costs_no_backup(
    path: Path, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = workspace(path, drive)

    def no_room(*_what: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(second_place, "copy_plainly", no_room)
    usage = shutil.disk_usage(drive)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=10))

    assert back_up(path, "by-hand").path.exists()
    assert second_place.standing(path, chosen).trouble == FULL
    assert list(chosen.own.iterdir()) == []


def test_a_copy_that_differs_is_not_kept(
    path: Path, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = workspace(path, drive)
    monkeypatch.setattr(second_place, "digest_of", lambda _path: "something else")

    back_up(path, "by-hand")

    assert list(chosen.own.iterdir()) == []
    assert len(list_backups(path)) == 1


def test_a_setting_that_no_version_wrote_is_no_second_place() -> None:
    for value in (None, "text", {}, {"folder": "", "name": "x"}, {"folder": 3, "name": "x"}):
        assert second_place.read_setting(value) is None
    escaping = second_place.read_setting({"folder": "/drive", "name": "../../etc"})
    assert escaping is not None
    assert escaping.own == Path("/drive/etc")
