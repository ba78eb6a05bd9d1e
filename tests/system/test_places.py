"""Workspaces of the same person are looked for where other ways of installing keep them."""

import time
from pathlib import Path

import pytest

from jobtracker.system import places


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA", "OneDrive", "OneDriveConsumer"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "file",
    [
        "Documents/jobs.jobtracker",
        ".var/app/org.jobtracker.Jobtracker/data/jobtracker/search.jobtracker",
        "snap/jobtracker/42/.local/share/jobtracker/search.jobtracker",
        ".local/share/jobtracker/search.before-restore-2.jobtracker",
        "mine.jobtracker",
    ],
)
def test_a_workspace_is_found(home: Path, file: str) -> None:
    (home / file).parent.mkdir(parents=True, exist_ok=True)
    (home / file).touch()

    assert places.workspaces_in(places.folders_of_before()) == [home / file]


def test_what_is_not_ours_is_not(home: Path) -> None:
    for name in ("a.txt", "b.jobtracker-wal", "c.db", ".jobtracker"):
        (home / name).touch()
    (home / "folder.jobtracker").mkdir()

    assert places.workspaces_in(places.folders_of_before()) == []


def test_only_copies_kept_aside_of_the_same_name_are_its_own(tmp_path: Path) -> None:
    for name in ("a.before-restore-10", "a.before-restore-2", "b.before-restore-1"):
        (tmp_path / f"{name}.jobtracker").touch()

    found = places.kept_aside_of(tmp_path / "a.jobtracker")

    assert [file.name for file in found] == [
        "a.before-restore-2.jobtracker",
        "a.before-restore-10.jobtracker",
    ]


def test_it_is_quick_beside_thousands_of_files(home: Path) -> None:
    (home / "Documents").mkdir()
    for number in range(3000):
        (home / "Documents" / f"{number}.txt").touch()

    began = time.perf_counter()
    places.workspaces_in(places.folders_of_before())

    assert time.perf_counter() - began < 0.1
