"""A workspace is encrypted, given another key and made plain again, and loses nothing."""

import gzip
import json
import os
import stat
from contextlib import closing, nullcontext
from datetime import datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text
from tests.migrations.freeze import frozen_path
from tests.support.clock import FakeClock
from tests.support.database import (
    add_application,
    add_company,
    add_event,
    companies,
    everything,
    open_workspace,
)
from tests.support.keys import encrypted, file_key, lock

from jobtracker.domain.errors import (
    StoppedError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceLockedError,
)
from jobtracker.storage import encrypting, health, keys
from jobtracker.storage.backups import second_place
from jobtracker.storage.backups.kept import folder_of, list_backups
from jobtracker.storage.backups.restoring import restore
from jobtracker.storage.backups.taking import back_up, back_up_to
from jobtracker.storage.database import Database
from jobtracker.storage.keys import FileKey
from jobtracker.storage.schema import JOURNALLED
from jobtracker.storage.search import find
from jobtracker.storage.undo import Step

CANARY = "Zanzibar Quokka Holdings"
PLAIN = b"SQLite format 3\0"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plain workspace with a company, an application and its note, and two backups."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database:
        with database.write("add") as step:
            company = add_company(step, CANARY, notes="first notes")
            add_event(step, add_application(step, company, "Engineer"), f"{CANARY} called")
        back_up(path, "by-hand")
        add(database, "Brightloop")
    back_up(path, "by-hand")
    return path


def add(database: Database, name: str) -> None:
    with database.write(f"add {name}") as step:
        add_company(step, name)


def state(path: Path) -> tuple[object, list[Step]]:
    with open_workspace(path, write=False) as database:
        return everything(database, JOURNALLED), database.history()


def held(passphrase: str = "four words make sense") -> FileKey:
    key = file_key(passphrase)
    keys.hold(key)
    return key


def files(path: Path) -> list[Path]:
    return [path, *(backup.path for backup in list_backups(path))]


def test_encrypted_changed_and_plain_again_it_holds_what_it_held(path: Path) -> None:
    before = state(path)
    times = [file.stat().st_mtime_ns for file in files(path)[1:]]

    for key in (held(), held("other words than before"), None):
        assert encrypting.convert(path, key) == (2, ())
        assert state(path) == before
        assert {file.read_bytes()[:16] for file in files(path)} == {key.salt if key else PLAIN}
        assert {stat.S_IMODE(file.stat().st_mode) for file in files(path)} == {0o600}

    assert [file.stat().st_mtime_ns for file in files(path)[1:]] == times
    with open_workspace(path) as database:
        database.undo()
        assert companies(database) == [CANARY]


def test_nothing_that_was_stored_can_be_read_in_any_file_beside_it(path: Path) -> None:
    forms = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    forms += [form.swapcase() for form in forms]
    folder = path.parent

    def readable() -> list[str]:
        found = (file for file in folder.rglob("*") if file.is_file())
        return [file.name for file in found if any(form in file.read_bytes() for form in forms)]

    assert len(readable()) == 3
    encrypting.convert(path, held())
    assert readable() == []

    with open_workspace(path) as database:
        with database.write("more") as step:
            add_company(step, f"{CANARY} {CANARY}", notes=CANARY * 200)
        assert Path(f"{path}-wal").stat().st_size
        assert readable() == []
        back_up(path, "by-hand")
        assert readable() == []
    restore(path, list_backups(path)[-1].path, now=_now())
    assert readable() == []


def test_another_program_that_has_it_open_is_in_the_way(path: Path) -> None:
    before = path.read_bytes()
    with open_workspace(path), pytest.raises(WorkspaceBusyError, match="nothing was changed"):
        encrypting.convert(path, held())
    assert path.read_bytes() == before

    with closing(driver.connect(str(path))) as stranger:
        stranger.execute("SELECT * FROM company").fetchone()
        with pytest.raises(WorkspaceBusyError, match="nothing was changed"):
            encrypting.convert(path, held())
    assert state(path)
    assert path.read_bytes()[:16] == PLAIN


def test_stopped_before_the_workspace_was_replaced_nothing_is_changed(path: Path) -> None:
    before = state(path)
    with pytest.raises(StoppedError):
        encrypting.convert(path, held(), lambda _done, _total: False)
    assert state(path) == before
    assert {file.read_bytes()[:16] for file in files(path)} == {PLAIN}
    assert not list(path.parent.rglob("*.converting*"))


def test_stopped_after_it_the_remaining_backups_are_named_and_follow_with_the_next(
    path: Path,
) -> None:
    size = path.stat().st_size
    converted = encrypting.convert(path, held(), lambda done, _total: done < size)

    assert converted == (0, tuple(files(path)[1:]))
    assert path.read_bytes()[:16] != PLAIN
    back_up(path, "by-hand")
    assert PLAIN not in {file.read_bytes()[:16] for file in files(path)}
    assert len(files(path)) == 4


def test_progress_rises_to_the_whole(path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    encrypting.convert(path, held(), hear)
    assert heard == sorted(heard)
    assert len({total for _, total in heard}) == 1
    assert all(0 <= done <= total for done, total in heard)


def test_a_damaged_workspace_is_not_converted(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5 * 4096 : 5 * 4096 + 64] = os.urandom(64)
    path.write_bytes(data)
    with pytest.raises(WorkspaceDamagedError):
        encrypting.convert(path, held())
    assert path.read_bytes() == data


def test_a_damaged_backup_is_left_and_named(path: Path) -> None:
    (newest, oldest) = files(path)[1:]
    newest.write_bytes(b"\0" * 8192)

    assert encrypting.convert(path, held()) == (1, (newest,))
    assert newest.read_bytes() == b"\0" * 8192
    assert oldest.read_bytes()[:16] != PLAIN


def test_a_backup_with_another_key_needs_that_key_to_be_restored(path: Path) -> None:
    before = state(path)
    first = held()
    encrypting.convert(path, first)
    old = list_backups(path)[0].path
    kept = old.read_bytes()
    present = held("other words than before")
    encrypting.convert(path, present)
    old.write_bytes(kept)
    keys.drop(first.salt)

    with pytest.raises(WorkspaceLockedError, match=old.name):
        restore(path, old, now=_now())
    keys.hold(first)
    restore(path, old, now=_now())

    lock()
    keys.hold(present)
    with open_workspace(path, write=False) as database:
        assert companies(database) == [CANARY, "Brightloop"]
        assert everything(database, JOURNALLED) == before[0]


def test_what_a_restore_kept_aside_is_encrypted_too(path: Path) -> None:
    restore(path, list_backups(path)[-1].path, now=_now())
    (aside,) = path.parent.glob("*.before-restore-*")
    encrypting.convert(path, held())
    assert aside.read_bytes()[:16] == path.read_bytes()[:16]
    assert health.examine(aside)


def test_two_programs_read_and_write_one_encrypted_file(path: Path) -> None:
    encrypted(path)
    with open_workspace(path) as first, open_workspace(path) as second:
        add(first, "Cobalt")
        add(second, "Delta")
        assert companies(first) == companies(second) == [CANARY, "Brightloop", "Cobalt", "Delta"]


def test_the_search_index_goes_along(path: Path) -> None:
    encrypting.convert(path, held())
    with open_workspace(path) as database, database.read() as session:
        assert [found.title for found in find(session, "quokka")] == [CANARY]


def test_one_of_an_earlier_version_is_brought_up_to_date_with_an_encrypted_backup_first(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.jobtracker"
    path.write_bytes(gzip.decompress(frozen_path("0001").read_bytes()))
    encrypted(path)
    with open_workspace(path) as database:
        assert len(companies(database)) == 3
    (backup,) = list_backups(path)
    assert backup.reason == "before-migration"
    assert backup.path.read_bytes()[:16] == path.read_bytes()[:16] != PLAIN


def test_folder_of_backups_is_made_for_nobody(tmp_path: Path) -> None:
    path = tmp_path / "new.jobtracker"
    open_workspace(path).close()
    encrypted(path)
    assert not folder_of(path).exists()


def _now() -> datetime:
    return FakeClock().now()


def test_backups_in_the_second_place_are_encrypted_too(path: Path, tmp_path: Path) -> None:
    chosen = second_place.Chosen(tmp_path / "drive", "search")
    chosen.folder.mkdir()
    second_place.prepare(chosen)
    with open_workspace(path) as database, database.write("choose") as step:
        step.session.execute(
            text("INSERT INTO setting (name, value) VALUES ('backup.folder', :value)"),
            {"value": json.dumps(chosen.as_setting())},
        )
    back_up(path, "by-hand")
    (there,) = chosen.own.glob("*.db")
    assert there.read_bytes()[:16] == PLAIN

    converted = encrypting.convert(path, held())

    assert converted == (4, ())
    assert there.read_bytes()[:16] == path.read_bytes()[:16]


def test_a_damaged_file_that_was_kept_aside_keeps_its_bytes(path: Path) -> None:
    aside = path.with_name("search.before-restore-1.jobtracker")
    data = bytearray(path.read_bytes())
    data[5 * 4096 : 5 * 4096 + 64] = os.urandom(64)
    aside.write_bytes(data)

    assert encrypting.convert(path, held()) == (2, (aside,))
    assert aside.read_bytes() == data


def test_a_plain_backup_leaves_an_encrypted_workspace_encrypted(path: Path, tmp_path: Path) -> None:
    before = state(path)
    plain = back_up_to(path, tmp_path / "elsewhere.db")
    key = held()
    encrypting.convert(path, key)
    with open_workspace(path) as database:
        add(database, "Later")

    restore(path, plain, now=_now())

    assert {file.read_bytes()[:16] for file in files(path)} == {key.salt}
    assert plain.read_bytes()[:16] == PLAIN
    assert CANARY.encode() not in b"".join(
        file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file != plain
    )
    with open_workspace(path, write=False) as database:
        assert everything(database, JOURNALLED) == before[0]


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_any_plain_workspace_is_encrypted_before_it_has_the_name(
    path: Path, tmp_path: Path, open_elsewhere: bool
) -> None:
    other = tmp_path / "other.jobtracker"
    with open_workspace(other) as database:
        add(database, "Elsewhere")
    encrypting.convert(path, held())

    with open_workspace(other) if open_elsewhere else nullcontext():
        restore(path, other, now=_now())

    assert path.read_bytes()[:16] != PLAIN
    with open_workspace(path, write=False) as database:
        assert companies(database) == ["Elsewhere"]


@pytest.mark.parametrize("present", [None, b"\0" * 5000])
def test_a_lost_or_damaged_workspace_is_again_as_encrypted_as_its_backups(
    path: Path, tmp_path: Path, present: bytes | None
) -> None:
    plain = back_up_to(path, tmp_path / "elsewhere.db")
    key = held()
    encrypting.convert(path, key)
    path.unlink()
    if present is not None:
        path.write_bytes(present)

    restore(path, plain, now=_now())

    assert path.read_bytes()[:16] == key.salt


def test_what_a_killed_restore_left_plain_goes_when_the_workspace_is_encrypted(path: Path) -> None:
    (backup, *_) = (backup.path for backup in list_backups(path))
    prepared, aside = Path(f"{path}.restoring"), Path(f"{path}.aside")
    prepared.write_bytes(backup.read_bytes())
    os.link(path, aside)

    encrypting.convert(path, held())

    assert not prepared.exists()
    assert aside.read_bytes()[:16] == path.read_bytes()[:16] != PLAIN


def test_nothing_plain_is_written_on_the_way_to_an_encrypted_workspace(
    path: Path, tmp_path: Path
) -> None:
    plain = back_up_to(path, tmp_path / "elsewhere.db")
    encrypting.convert(path, held())
    left = []

    def looked(*_values: object) -> bool:
        left.append(Path(f"{path}.restoring").read_bytes())
        return True

    restore(path, plain, now=_now(), progress=looked)

    assert all(CANARY.encode() not in data and PLAIN not in data for data in left)
    assert any(left)
