"""A restore loses nothing: neither what stood there, nor the backup, nor what was being typed."""

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.migrations.freeze import frozen_path
from tests.support.clock import FakeClock
from tests.support.database import (
    add_application,
    add_company,
    companies,
    open_workspace,
    write_by_force,
)

from jobtracker.domain.errors import (
    NothingToUndoError,
    StoppedError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceNewerError,
)
from jobtracker.services.drafts import Drafts
from jobtracker.storage import settings
from jobtracker.storage.backups import restoring
from jobtracker.storage.backups.kept import list_backups
from jobtracker.storage.backups.restoring import restore
from jobtracker.storage.backups.taking import back_up
from jobtracker.storage.database import Database

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

    with (
        open_workspace(path) as database,
        pytest.raises(NothingToUndoError, match="“Before a restore” is the way back"),
    ):
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


def test_an_open_workspace_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "_PATIENCE", 0)
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


def test_the_present_state_is_backed_up_before_it_is_replaced(path: Path) -> None:
    backup = back_up(path, "manual")
    add(path, "Later")

    restore(path, backup.path, now=NOW)

    newest = list_backups(path)[0]
    assert newest.reason == "before-restore"
    assert names(newest.path) == ["Acme", "Later"]


def test_what_was_backed_up_already_is_not_backed_up_again(path: Path) -> None:
    backup = back_up(path, "manual")

    restore(path, backup.path, now=NOW)

    assert [one.number for one in list_backups(path)] == [1]


def test_the_kept_file_is_the_old_file_itself_and_no_second_name_is_left(path: Path) -> None:
    backup = back_up(path, "manual")
    add(path, "Later")
    inode = path.stat().st_ino

    kept = restore(path, backup.path, now=NOW).kept_aside

    assert kept is not None
    assert kept.stat().st_ino == inode
    assert kept.stat().st_nlink == 1
    assert not Path(f"{path}.aside").exists()


def test_without_hard_links_the_present_file_is_copied_aside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    backup = back_up(path, "manual")
    add(path, "Later")

    kept = restore(path, backup.path, now=NOW).kept_aside

    assert kept is not None
    assert names(kept) == ["Acme", "Later"]
    assert names(path) == ["Acme"]


def test_a_restore_that_is_stopped_changes_nothing(path: Path) -> None:
    backup = back_up(path, "manual")
    add(path, "Later")
    before = path.read_bytes()

    with pytest.raises(StoppedError):
        restore(path, backup.path, now=NOW, progress=lambda done, total: done < total)

    assert path.read_bytes() == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == [
        "search.jobtracker",
        "search.jobtracker.backups",
        "search.jobtracker.lock",
    ]


def test_progress_only_ever_rises_and_ends_with_all(path: Path) -> None:
    backup = back_up(path, "manual")
    add(path, "Later")
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    restore(path, backup.path, now=NOW, progress=hear)

    done = [one for one, _total in heard]
    assert done == sorted(done)
    assert heard[-1][0] == heard[-1][1]


def test_a_damaged_backup_is_not_restored_and_the_present_file_stays(path: Path) -> None:
    backup = back_up(path, "manual")
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[:8192] + bytes(4096) + whole[12288:])
    before = path.read_bytes()

    with pytest.raises(WorkspaceDamagedError):
        restore(path, backup.path, now=NOW)

    assert path.read_bytes() == before


def test_what_a_kill_left_of_an_earlier_restore_is_put_in_order(path: Path) -> None:
    backup = back_up(path, "manual")
    os.link(path, f"{path}.aside")
    Path(f"{path}.restoring").write_bytes(b"half")

    kept = restore(path, backup.path, now=NOW).kept_aside

    assert kept is not None
    assert kept.stat().st_nlink == 1
    assert sorted(entry.name for entry in path.parent.glob("*.jobtracker*")) == [
        "search.before-restore-1.jobtracker",
        "search.jobtracker",
        "search.jobtracker.backups",
        "search.jobtracker.lock",
    ]


def keep(database: Database, **texts: str) -> None:
    with database.write("keep drafts", journalled=False) as tx:
        for place, text in texts.items():
            settings.set_state(tx.session, f"draft:{place}", text)


def kept_texts(path: Path) -> dict[str, str]:
    with open_workspace(path, write=False) as database, database.read() as session:
        return settings.states(session, "draft:")


def test_what_is_being_typed_comes_along_and_so_does_when(path: Path) -> None:
    with open_workspace(path) as database, database.write("add") as step:
        add_application(step, 1, "Developer")
    backup = back_up(path, "manual")
    typed = {"application/1/notes": "call", "add": "half"}
    with open_workspace(path) as database:
        Drafts(database, FakeClock()).keep(typed)
        times = Drafts(database, FakeClock()).times()

    restore(path, backup.path, now=NOW)

    assert kept_texts(path) == typed
    with open_workspace(path, write=False) as database:
        assert Drafts(database, FakeClock()).times() == times


def test_a_text_about_a_record_that_the_backup_lacks_is_kept_and_offered_to_no_other(
    path: Path,
) -> None:
    with open_workspace(path) as database, database.write("add") as step:
        add_application(step, 1, "Developer")
    backup = back_up(path, "manual")
    with open_workspace(path) as database:
        with database.write("add") as step:
            gone = add_application(step, 1, "Tester")
        keep(database, **{f"application/{gone}/notes": "call"})

    restore(path, backup.path, now=NOW)

    assert kept_texts(path) == {f"application/{gone}/notes": "call"}
    with open_workspace(path) as database, database.write("add") as step:
        assert add_application(step, 1, "Cook") > gone


def test_another_persons_file_gets_none_of_the_texts_about_ones_own_records(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.jobtracker"
    for file in (path, other):
        with open_workspace(file) as database, database.write("add") as step:
            add_company(step, f"Globex {file.stem}")
            add_application(step, 1, "Developer")
    with open_workspace(path) as database:
        keep(database, **{"application/1/notes": "call", "phone/1": "rang"})

    restore(path, other, now=NOW)

    assert kept_texts(path) == {}
