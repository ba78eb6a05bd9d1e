"""Cloud folders and network drives are noticed, and the file is then kept whole and alone."""

from pathlib import Path

import pytest
from tests.support.database import add_company, companies, open_workspace

from jobtracker.domain.errors import WorkspaceBusyError
from jobtracker.storage import shared_folders
from jobtracker.storage.files import beside
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.shared_folders import SharedFolder, conflict_copies, shared_folder


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)/jobs", "Dropbox"),
        ("OneDrive - Acme Ltd/Documents", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-ada@example.org/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud/jobs", "ownCloud"),
        ("pCloudDrive", "pCloud"),
        ("MEGAsync", "MEGA"),
        ("Box Sync", "Box"),
        ("Documents", ""),
        ("Boxes", ""),
    ],
)
def test_a_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    found = shared_folder(tmp_path / folder / "search.jobtracker")

    assert found == (SharedFolder("cloud", service) if service else None)


def test_a_folder_is_known_by_what_its_client_left_there(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()

    found = shared_folder(tmp_path / "jobs" / "2026" / "search.jobtracker")

    assert found == SharedFolder("cloud", "Syncthing")


@pytest.mark.parametrize(
    ("file", "text", "service"),
    [
        (".dropbox/info.json", '{"personal": {"path": "HOME/sync", "host": 1}}', "Dropbox"),
        (".config/Nextcloud/nextcloud.cfg", "[Accounts]\n0\\localPath=HOME/sync/\n", "Nextcloud"),
        (".config/syncthing/config.xml", '<folder id="a" path="~/sync" type="x">', "Syncthing"),
        (".config/onedrive/config", 'sync_dir = "~/sync"\n', "OneDrive"),
    ],
)
def test_a_folder_is_known_by_its_clients_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str, service: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text.replace("HOME", str(tmp_path)))

    assert shared_folder(tmp_path / "sync" / "a.jobtracker") == SharedFolder("cloud", service)
    assert shared_folder(tmp_path / "synced" / "a.jobtracker") is None


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that lies on a network drive, as the system tells."""
    table = tmp_path / "mounts"
    drive = tmp_path / "on the net"
    drive.mkdir()
    place = str(drive).replace(" ", "\\040")
    table.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/home {place} nfs4 rw 0 0\n")
    monkeypatch.setattr(shared_folders, "MOUNTS", table)
    return drive


def test_a_network_drive_is_known_by_what_is_mounted(tmp_path: Path, mounted: Path) -> None:
    assert shared_folder(mounted / "a.jobtracker") == SharedFolder("network", "nfs4")
    assert shared_folder(tmp_path / "a.jobtracker") is None


def test_the_disk_of_a_virtual_machine_is_no_network_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text("root / 9p rw 0 0\n")
    monkeypatch.setattr(shared_folders, "MOUNTS", table)

    assert shared_folder(tmp_path / "a.jobtracker") is None


def test_there_the_file_is_whole_at_every_moment_and_has_one_program(mounted: Path) -> None:
    path = mounted / "search.jobtracker"

    with open_workspace(path) as database:
        with database.write("add") as step:
            add_company(step, "Acme")

        assert companies(database) == ["Acme"]
        assert not beside(path, "-wal").exists()
        assert path.read_bytes()[18:20] == b"\1\1", "the header's two bytes that say no log"
        database.back_up("by-hand")
        WorkspaceLock.shared(path, timeout=0).release()
        with pytest.raises(WorkspaceBusyError, match="in use"):
            WorkspaceLock.exclusive(path, timeout=0)


def test_a_file_that_is_moved_there_and_back_is_converted(mounted: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "search.jobtracker", mounted / "search.jobtracker"
    with open_workspace(here) as database, database.write("add") as step:
        add_company(step, "Acme")
    here.rename(there)

    with open_workspace(there) as database:
        assert companies(database) == ["Acme"]
    assert there.read_bytes()[18:20] == b"\1\1"

    there.rename(here)
    with open_workspace(here) as database, database.write("add") as step:
        add_company(step, "Bolt")
    assert here.read_bytes()[18:20] == b"\2\2"


def test_a_lock_that_is_given_back_is_held_by_nobody(tmp_path: Path) -> None:
    path = tmp_path / "search.jobtracker"
    WorkspaceLock.alone(path).release()

    with WorkspaceLock.exclusive(path, timeout=0), pytest.raises(WorkspaceBusyError):
        WorkspaceLock.shared(path, timeout=0)


def test_conflict_copies_are_found_by_the_names_that_clients_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_folders, "_hostname", lambda: "desk")
    path = tmp_path / "search.jobtracker"
    copies = [
        "search (Ada's conflicted copy 2026-11-20).jobtracker",
        "search (Konfliktkopie von Ada 2026-11-20).jobtracker",
        "search.sync-conflict-20261120-091500-ABCDEFG.jobtracker",
        "search_conf(2).jobtracker",
        "search (1).jobtracker",
        "search-desk.jobtracker",
        "search-DESK-2.jobtracker",
    ]
    others = ["search-notes.jobtracker", "search.before-restore-1.jobtracker", "search.txt"]
    for name in [path.name, *copies, *others]:
        (tmp_path / name).touch()

    assert sorted(found.name for found in conflict_copies(path)) == sorted(copies)
