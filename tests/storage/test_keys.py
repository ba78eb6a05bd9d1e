"""A key opens what it encrypted, nothing else, and is never shown."""

import os
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given
from hypothesis import strategies as st
from tests.support.database import add_company, companies, open_workspace
from tests.support.keys import PASSPHRASE, encrypted, file_key, lock

from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceLockedError
from jobtracker.storage import health, keys
from jobtracker.storage.backups.taking import back_up
from jobtracker.storage.first_screen import first_rows, is_new


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An encrypted workspace that holds one company, Acme; its key is held."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Acme")
    return encrypted(path)


def names(path: Path) -> list[str]:
    with open_workspace(path, write=False) as database:
        return companies(database)


def test_with_its_key_held_it_opens_like_any_other(path: Path) -> None:
    with open_workspace(path) as database:
        with database.write("add") as step:
            add_company(step, "Brightloop")
        database.undo()
        database.redo()
    assert names(path) == ["Acme", "Brightloop"]
    assert not path.read_bytes().startswith(b"SQLite")


def test_without_its_key_nothing_of_it_is_read_or_changed(path: Path) -> None:
    before = path.read_bytes()
    lock()

    for read in (first_rows, is_new, names, health.examine, health.glance):
        with pytest.raises(WorkspaceLockedError, match=r"search\.jobtracker is encrypted"):
            read(path)
    with pytest.raises(WorkspaceLockedError):
        open_workspace(path)

    assert path.read_bytes() == before
    assert {entry.name for entry in path.parent.iterdir()} <= {path.name, f"{path.name}.lock"}


def test_another_files_key_does_not_open_it(path: Path) -> None:
    lock()
    keys.hold(file_key("some other words"))
    with pytest.raises(WorkspaceLockedError):
        names(path)


def test_sqlcipher_itself_opens_it_with_the_passphrase(path: Path) -> None:
    with closing(driver.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert connection.execute("SELECT name FROM company").fetchall() == [("Acme",)]


def test_a_passphrase_typed_with_combining_accents_is_the_same() -> None:
    salt = bytes(16)
    assert keys.derive("cafe\u0301 du coin", salt) == keys.derive("café du coin", salt)
    assert keys.derive("café du coin", salt) != keys.derive("cafe du coin", salt)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
def test_a_key_is_shown_by_nothing(raw: bytes, salt: bytes) -> None:
    file_key = keys.FileKey(keys.Key(raw), salt)
    for shown in (repr(file_key), str(file_key), f"{file_key.key}", repr({salt: file_key.key})):
        assert raw.hex() not in shown
        assert repr(raw)[2:-1] not in shown.replace(repr(salt), "")


def test_a_backup_has_the_same_salt_and_opens_with_the_same_key(path: Path) -> None:
    backup = back_up(path, "by-hand").path

    assert keys.salt_of(backup) == keys.salt_of(path)
    assert health.examine(backup, full=True).writable
    lock()
    with pytest.raises(WorkspaceLockedError):
        health.examine(backup)


@pytest.mark.parametrize("place", [16, 100, 2000])
def test_a_damaged_first_page_is_damage_for_whoever_holds_the_key(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    with pytest.raises(WorkspaceDamagedError):
        names(path)
    assert path.read_bytes() == data


def test_a_damaged_page_is_damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[3 * 4096 + 50] ^= 1
    path.write_bytes(data)
    with pytest.raises(WorkspaceDamagedError):
        health.examine(path, full=True)


def test_a_plain_file_with_a_flipped_bit_in_its_header_is_damaged_not_locked(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plain.jobtracker"
    open_workspace(path).close()
    whole = path.read_bytes()
    for bit in range(16 * 8):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        with pytest.raises(WorkspaceDamagedError):
            health.examine(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 8192,
        b"\xff" * 8192,
        b"Dear diary, today I applied for a job. " * 300,
        b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 300,
        pytest.param(b"SQLite format 3\0" + os.urandom(9000), id="noise after a header"),
        pytest.param(os.urandom(40), id="a little noise"),
    ],
)
def test_what_is_no_encrypted_file_is_not_called_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.jobtracker"
    path.write_bytes(data)
    with pytest.raises(Exception, match=r"other\.jobtracker") as refused:
        health.examine(path)
    assert not isinstance(refused.value, WorkspaceLockedError)
    assert path.read_bytes() == data


def test_temporary_tables_never_touch_the_disk() -> None:
    with closing(driver.connect(":memory:")) as connection:
        options = {name for (name,) in connection.execute("PRAGMA compile_options")}
    assert "TEMP_STORE=2" in options
