"""What a person does to close a workspace and open it again, while it stays open."""

import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from tests.support.keyrings import MemoryKeyring, refusing
from tests.support.keys import PASSPHRASE, lock
from tests.support.workspaces import opened

from jobtracker.domain.errors import (
    InvalidInputError,
    SecretsError,
    StoppedError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceLockedError,
    WrongKeyError,
)
from jobtracker.services import unlocking
from jobtracker.services.encryption import Prepared, matches, prepare
from jobtracker.services.unlocking import EncryptionStatus
from jobtracker.services.workspace import Workspace
from jobtracker.storage.backups.kept import list_backups

PLAIN = b"SQLite format 3\0"


@pytest.fixture(autouse=True)
def memory() -> Iterator[MemoryKeyring]:
    """The keyring of this computer, empty; no key is held."""
    former, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    lock()
    yield memory
    lock()
    keyring.set_keyring(former)


@pytest.fixture
def path(workspace: Workspace) -> Path:
    assert workspace.database.path is not None
    return workspace.database.path


def turned_on(workspace: Workspace, passphrase: str | None = PASSPHRASE) -> Prepared:
    prepared = prepare(passphrase)
    workspace.encryption.turn_on(prepared, prepared.recovery_code)
    return prepared


def locked(workspace: Workspace) -> None:
    """As after the end of the program: closed, and no key in this process."""
    workspace.encryption.lock()
    lock()


def test_an_open_workspace_is_encrypted_and_goes_on_as_before(
    workspace: Workspace, acme: int, path: Path
) -> None:
    prepared = prepare(PASSPHRASE)
    assert unlocking.status(path) == EncryptionStatus(False, True, False)

    converted = workspace.encryption.turn_on(prepared, prepared.recovery_code.lower())

    assert (converted.backups, converted.left) == (1, ())
    assert unlocking.status(path) == EncryptionStatus(True, True, False)
    assert [row.id for row in workspace.lists.rows()] == [acme]
    workspace.history.undo()
    assert workspace.lists.rows() == []
    assert not workspace.checking.check().problems
    assert PLAIN not in {file.read_bytes()[:16] for file in [*_backups(path), path]}


@pytest.mark.parametrize("by_code", [False, True])
def test_locked_it_answers_nothing_until_its_passphrase_or_code_is_typed(
    workspace: Workspace, acme: int, path: Path, by_code: bool
) -> None:
    code = turned_on(workspace).recovery_code
    locked(workspace)

    assert unlocking.status(path) == EncryptionStatus(True, False, False)
    with pytest.raises(WorkspaceLockedError):
        workspace.lists.rows()
    with pytest.raises(WorkspaceLockedError):
        workspace.encryption.reopen()
    with pytest.raises(WrongKeyError) as wrong:
        unlocking.unlock(path, "some other words")
    assert "some other words" not in str(wrong.value)

    unlocking.unlock(path, code.replace("-", " ").lower() if by_code else PASSPHRASE)
    workspace.encryption.reopen()

    assert [row.id for row in workspace.lists.rows()] == [acme]


def test_a_slip_in_the_code_is_told(workspace: Workspace, path: Path) -> None:
    code = turned_on(workspace).recovery_code
    locked(workspace)
    slip = ("1" if code[0] == "0" else "0") + code[1:]
    with pytest.raises(WrongKeyError, match="character by character"):
        unlocking.unlock(path, slip)


def test_the_keyring_opens_it_unasked(
    workspace: Workspace, acme: int, path: Path, memory: MemoryKeyring
) -> None:
    prepared = turned_on(workspace, None)
    locked(workspace)

    assert unlocking.status(path) == EncryptionStatus(True, False, True)
    assert unlocking.unlock_from_keyring(path)
    workspace.encryption.reopen()
    assert [row.id for row in workspace.lists.rows()] == [acme]
    assert len(memory.held) == 1

    unlocking.forget(path)
    locked(workspace)
    assert memory.held == {}
    assert not unlocking.unlock_from_keyring(path)
    unlocking.unlock(path, prepared.recovery_code)
    unlocking.remember(path)
    assert unlocking.status(path).remembered


@pytest.mark.parametrize("garbage", ["", "not hex", "00" * 31, "00" * 32])
def test_what_the_keyring_holds_by_mistake_opens_nothing(
    workspace: Workspace, path: Path, memory: MemoryKeyring, garbage: str
) -> None:
    turned_on(workspace, None)
    ((service, account),) = memory.held
    memory.held[service, account] = garbage
    locked(workspace)
    assert not unlocking.unlock_from_keyring(path)


def test_another_key_closes_the_door_to_the_former(
    workspace: Workspace, acme: int, path: Path, memory: MemoryKeyring
) -> None:
    former = turned_on(workspace, None)
    new = prepare("other words than before")
    converted = workspace.encryption.change(new, new.recovery_code)

    assert converted == (2, ())
    assert memory.held == {}
    assert [row.id for row in workspace.lists.rows()] == [acme]
    locked(workspace)
    for file in (path, *_backups(path)):
        with pytest.raises(WrongKeyError):
            unlocking.unlock(file, former.recovery_code)
    unlocking.unlock(path, "other words than before")
    assert unlocking.opens(path, new.recovery_code)
    assert not unlocking.opens(path, former.recovery_code)


def test_turned_off_it_is_a_plain_file_again(
    workspace: Workspace, acme: int, path: Path, memory: MemoryKeyring
) -> None:
    turned_on(workspace, None)
    assert workspace.encryption.turn_off() == (2, ())
    assert memory.held == {}
    assert unlocking.status(path) == EncryptionStatus(False, True, False)
    assert {file.read_bytes()[:16] for file in [*_backups(path), path]} == {PLAIN}
    assert [row.id for row in workspace.lists.rows()] == [acme]


def test_a_code_that_was_not_typed_back_changes_nothing(
    workspace: Workspace, path: Path, memory: MemoryKeyring
) -> None:
    prepared = prepare(None)
    other = prepare(PASSPHRASE).recovery_code
    for typed in ("", "yes", prepared.recovery_code[:-1], other):
        assert not matches(prepared, typed)
        with pytest.raises(InvalidInputError, match="nothing was changed"):
            workspace.encryption.turn_on(prepared, typed)
    assert not unlocking.status(path).encrypted
    assert memory.held == {}
    assert _backups(path) == []


def test_stopped_or_in_use_elsewhere_nothing_is_changed_and_the_key_is_forgotten(
    workspace: Workspace, acme: int, path: Path, memory: MemoryKeyring
) -> None:
    prepared = prepare(None)
    with pytest.raises(StoppedError):
        workspace.encryption.turn_on(
            prepared, prepared.recovery_code, progress=lambda _done, _total: False
        )
    with opened(path), pytest.raises(WorkspaceBusyError):
        workspace.encryption.turn_on(prepared, prepared.recovery_code)

    assert unlocking.status(path) == EncryptionStatus(False, True, False)
    assert memory.held == {}
    assert [row.id for row in workspace.lists.rows()] == [acme]


def test_without_a_keyring_a_random_key_is_not_even_prepared(memory: MemoryKeyring) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())
    assert not unlocking.keyring_state().usable
    with pytest.raises(SecretsError, match="passphrase"):
        prepare(None)


def test_a_keyring_that_refuses_leaves_the_workspace_as_it_is(
    workspace: Workspace, path: Path
) -> None:
    prepared = prepare(None)
    keyring.set_keyring(refusing(keyring.errors.KeyringLocked("locked")))
    with pytest.raises(SecretsError, match="locked"):
        workspace.encryption.turn_on(prepared, prepared.recovery_code)
    assert not unlocking.status(path).encrypted


def test_each_is_refused_where_it_has_no_sense(workspace: Workspace, path: Path) -> None:
    with pytest.raises(WorkspaceError, match="not encrypted"):
        workspace.encryption.turn_off()
    with pytest.raises(WorkspaceError, match="not encrypted"):
        workspace.encryption.lock()
    with pytest.raises(WorkspaceError, match="not encrypted"):
        unlocking.remember(path)
    prepared = turned_on(workspace)
    with pytest.raises(WorkspaceError, match="already"):
        workspace.encryption.turn_on(prepared, prepared.recovery_code)


def test_what_is_prepared_shows_nothing() -> None:
    prepared = prepare(PASSPHRASE)
    assert repr(prepared) == "Prepared(...)"
    assert prepared.recovery_code not in f"{prepared} {prepared.file_key}"


def test_plain_files_need_no_unlocking(path: Path) -> None:
    assert not unlocking.is_locked(path)
    unlocking.unlock(path, "whatever it is")
    assert unlocking.unlock_from_keyring(path)


def test_the_right_words_for_a_file_with_a_damaged_first_page_say_that_it_is_damaged(
    workspace: Workspace, path: Path
) -> None:
    turned_on(workspace)
    workspace.database.back_up("by-hand")
    locked(workspace)
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)

    unlocking.unlock(path, PASSPHRASE)

    with pytest.raises(WorkspaceDamagedError):
        workspace.encryption.reopen()
    assert path.read_bytes() == data


@pytest.mark.parametrize("lost", [16, 4096], ids=["the salt", "the first page"])
@pytest.mark.parametrize("by_keyring", [False, True], ids=["typed", "keyring"])
def test_a_file_that_lost_its_salt_is_damaged_for_the_words_that_open_its_backups(
    workspace: Workspace, path: Path, lost: int, *, by_keyring: bool
) -> None:
    turned_on(workspace)
    unlocking.remember(path)
    backup = workspace.database.back_up("by-hand").path
    locked(workspace)
    data = os.urandom(lost) + path.read_bytes()[lost:]
    path.write_bytes(data)
    assert unlocking.is_locked(path)
    with pytest.raises(WrongKeyError):
        unlocking.unlock(path, "no such words at all")

    if by_keyring:
        assert unlocking.unlock_from_keyring(path)
    else:
        unlocking.unlock(path, PASSPHRASE)

    with pytest.raises(WorkspaceDamagedError):
        unlocking.is_locked(path)
    assert not unlocking.is_locked(backup)
    assert path.read_bytes() == data


def _backups(path: Path) -> list[Path]:
    return [backup.path for backup in list_backups(path)]
