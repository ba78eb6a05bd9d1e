"""What a killed program left goes with the next backup where it is surely ours, else is found."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from tests.cli.terminal import PROJECT
from tests.support import damage
from tests.support.database import open_workspace

from jobtracker.storage import leftovers
from jobtracker.storage.backups.taking import back_up
from jobtracker.storage.locks import WorkspaceLock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "search.jobtracker"
    open_workspace(path).close()
    return path


def salvage_of(path: Path, name: str = ".abcd_123.salvage") -> Path:
    folder = path.parent / name
    folder.mkdir()
    shutil.copyfile(path, folder / "copy.db")
    return folder


def ended_process() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_the_next_backup_removes_what_a_killed_salvage_left(path: Path) -> None:
    folder = salvage_of(path)

    back_up(path, "by-hand")

    assert not folder.exists()


def test_it_removes_what_a_killed_export_of_a_damaged_workspace_left(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    damaged = damage.search(tmp_path / "damaged.jobtracker")
    damaged.write_bytes(damage.cut(damaged.read_bytes(), 90))
    for seen in ("copy.db", "copy.db.unfinished"):
        killed_once_there_is(seen, damaged, place)
        assert list(place.iterdir())

        back_up(path, "by-hand")

        assert {file.suffix for file in place.rglob("copy.db*")} <= {".lock"}


def killed_once_there_is(name: str, damaged: Path, place: Path) -> None:
    """Kill an export, which needs some seconds, at that point."""
    arguments = ("--workspace", str(damaged), "export", str(damaged.with_name("rest.zip")))
    program = subprocess.Popen(
        [sys.executable, "-m", "jobtracker", *arguments],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src"), "TMPDIR": str(place)},
        stderr=subprocess.DEVNULL,
    )
    while not list(place.rglob(name)):
        assert program.poll() is None
        time.sleep(0.005)
    program.kill()
    program.wait()


def test_a_salvage_under_way_keeps_its_copy(path: Path) -> None:
    folder = salvage_of(path)

    with WorkspaceLock.exclusive(folder / "copy.db"):
        back_up(path, "by-hand")

    assert (folder / "copy.db").exists()


def test_folders_that_may_be_somebody_elses_stay(path: Path) -> None:
    other_name = salvage_of(path, ".notes.salvage")
    more_in_it = salvage_of(path, ".abcd_456.salvage")
    (more_in_it / "mine.txt").write_text("dear")
    empty = path.parent / ".abcd_789.salvage"
    empty.mkdir()

    back_up(path, "by-hand")

    assert all(folder.exists() for folder in (other_name, more_in_it, empty))


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can be asked whether a program runs")
def test_copies_to_a_second_place_go_once_their_program_has_gone(tmp_path: Path) -> None:
    gone = tmp_path / f".000012.{ended_process()}.unfinished"
    running, other = tmp_path / f".000012.{os.getpid()}.unfinished", tmp_path / ".notes.unfinished"
    for file in (gone, running, other):
        file.write_bytes(b"x")

    leftovers.sweep_copying(tmp_path)

    assert [gone.exists(), running.exists(), other.exists()] == [False, True, True]


def test_plain_copies_beside_a_workspace_are_found_and_nothing_else(path: Path) -> None:
    moved, part = path.with_name(f"{path.name}.moved"), path.with_name("copy.jobtracker.part")
    for file in (moved, part, path.with_name("another.jobtracker")):
        shutil.copyfile(path, file)
    path.with_name("film.part").write_bytes(b"a download")

    assert leftovers.plain_near(path) == tuple(sorted((moved, part)))
