"""A locked workspace: how it stands, and the ways to open it for this process.

Light enough for a start: nothing here loads the services of an open workspace. Whatever asks the
keyring or makes a key of a passphrase takes its time: on a lane, never on the interface's thread.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain import recovery_code
from jobtracker.domain.errors import (
    InvalidInputError,
    SecretsError,
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceLockedError,
    WrongKeyError,
)
from jobtracker.storage import health, keys
from jobtracker.storage.keys import FileKey, Key
from jobtracker.storage.plain_words import plain_errors
from jobtracker.system import secrets
from jobtracker.system.secrets import KeyringState


class EncryptionStatus(NamedTuple):
    """Whether the file is encrypted, whether this process can read it, and whether the keyring
    remembers its key.
    """

    encrypted: bool
    unlocked: bool
    remembered: bool


def status(path: Path) -> EncryptionStatus:
    """How a workspace stands. A keyring that does not answer remembers nothing.

    Raises WorkspaceError where the file is missing or can't be read.
    """
    path = _checked(path)
    with plain_errors(path):
        try:
            file_key = _key_of(path)
        except WorkspaceLockedError:
            return EncryptionStatus(True, False, _is_remembered(keys.salt_of(path)))
    if file_key is None:
        return EncryptionStatus(False, True, False)
    return EncryptionStatus(True, True, _is_remembered(file_key.salt))


def keyring_state() -> KeyringState:
    """Which keyring answers on this computer, and what to do where none does."""
    return secrets.state()


def is_locked(path: Path) -> bool:
    """Whether a file is encrypted and no key that is held opens it; asks nobody."""
    try:
        with plain_errors(path):
            _key_of(_checked(path))
    except WorkspaceLockedError:
        return True
    return False


def unlock(path: Path, words: str) -> None:
    """Open a locked workspace or backup with its passphrase or recovery code, for this process.

    Raises WrongKeyError, whose words never repeat what was typed; WorkspaceDamagedError where no
    words open the file any more. What was typed then opens its backups, if it does.
    """
    path = _checked(path)
    try:
        if not is_locked(path):
            return
        with plain_errors(path):
            file_key = _opening(path, words)
    except WorkspaceDamagedError:
        _unlock_backups(path, words)
        raise
    if file_key is None:
        raise _wrong(path, words)
    keys.hold(file_key)


def unlock_from_keyring(path: Path) -> bool:
    """Open a locked workspace with the key that the keyring remembers; False where it has none.
    Of a file whose beginning is damaged the key is at hand then, for its backups.

    Raises SecretsError where the keyring does not answer or is locked.
    """
    path = _checked(path)
    if not is_locked(path):
        return True
    with plain_errors(path):
        salts = _salts(path)
    for salt in salts:
        found = secrets.look_up(salt.hex())
        key = _key_kept_as(found) if found else None
        if key is None:
            continue
        with plain_errors(path):
            fits = _is_its_key(path, FileKey(key, salt))
        if fits:
            keys.hold(FileKey(key, salt))
            return True
    return False


def remember(path: Path) -> None:
    """Let the keyring remember the key of an unlocked workspace. Raises SecretsError."""
    remember_key(_held_key(path))


def remember_key(file_key: FileKey) -> None:
    """Let the keyring remember a key. Raises SecretsError."""
    secrets.keep(file_key.salt.hex(), file_key.key.raw.hex())


def forget(path: Path) -> None:
    """Take a workspace's key out of the keyring; its passphrase or code is needed from now on."""
    path = _checked(path)
    try:
        salt = _held_key(path).salt
    except WorkspaceLockedError:
        with plain_errors(path):
            salt = keys.salt_of(path)
    secrets.forget(salt.hex())


def opens(path: Path, words: str) -> bool:
    """Whether a passphrase or recovery code opens an encrypted workspace, unlocked or not."""
    path = _checked(path)
    try:
        held = _held_key(path)
    except WorkspaceLockedError:
        with plain_errors(path):
            return _opening(path, words) is not None
    return any(key == held.key for key in _meant(words, held.salt))


def _checked(path: Path) -> Path:
    health.check_place(path)
    return path.resolve()


def _key_of(path: Path) -> FileKey | None:
    """The key by which a file was just opened; WorkspaceLockedError where none is held."""
    with closing(health.connect(path, health.sharing_mode(path))) as connection:
        return keys.of_connection(connection)


def _held_key(path: Path) -> FileKey:
    path = _checked(path)
    with plain_errors(path):
        file_key = _key_of(path)
    if file_key is None:
        raise WorkspaceError(f"{path.name} is not encrypted; nothing was changed.")
    return file_key


def _opening(path: Path, words: str) -> FileKey | None:
    for salt in _salts(path):
        for key in _meant(words, salt):
            if _is_its_key(path, FileKey(key, salt)):
                return FileKey(key, salt)
    return None


def _unlock_backups(path: Path, words: str) -> None:
    with suppress(WorkspaceError), plain_errors(path):
        meant = (FileKey(key, salt) for salt in _salts(path) for key in _meant(words, salt))
        fits = next((one for one in meant if _opens_a_backup(path, one)), None)
        if fits is not None:
            keys.hold(fits)


def _salts(path: Path) -> list[bytes]:
    """The salts that a file may have: its own, and, as that is lost with its first bytes, those
    of its backups.
    """
    from jobtracker.storage.backups.kept import list_backups

    found = [keys.salt_of(path), *(keys.salt_of(one.path) for one in list_backups(path))]
    return [salt for salt in dict.fromkeys(found) if salt != keys.PLAIN_HEADER]


def is_salt_known(path: Path) -> bool:
    """Whether a backup begins as the file does, so that its salt is sound."""
    from jobtracker.storage.backups.kept import list_backups

    with plain_errors(path):
        salt = keys.salt_of(path)
        return any(keys.salt_of(one.path) == salt for one in list_backups(path))


def _is_its_key(path: Path, file_key: FileKey) -> bool:
    """Whether this is the key of a file, whose first page, or all else, may be damaged."""
    if keys.salt_of(path) != file_key.salt:
        return keys.wrote(path, file_key)
    return (
        keys.opens(path, file_key.key)
        or keys.wrote(path, file_key)
        or _opens_a_backup(path, file_key)
    )


def _opens_a_backup(path: Path, file_key: FileKey) -> bool:
    from jobtracker.storage.backups.kept import list_backups

    return any(
        keys.salt_of(backup.path) == file_key.salt and keys.opens(backup.path, file_key.key)
        for backup in list_backups(path)
    )


def _meant(words: str, salt: bytes) -> Iterator[Key]:
    """The keys that words may stand for: a recovery code where they look like one, else, or if
    that opens nothing, a passphrase.
    """
    if recovery_code.looks_like_code(words):
        with suppress(InvalidInputError):
            yield Key(recovery_code.decode(words))
    passphrase = words.rstrip("\r\n")
    if passphrase:
        yield keys.derive(passphrase, salt)


def _wrong(path: Path, words: str) -> WrongKeyError:
    if recovery_code.looks_like_code(words):
        return WrongKeyError(
            f"This recovery code does not open {path.name}; nothing was changed; compare it with "
            "what you wrote down, character by character."
        )
    return WrongKeyError(
        f"This opens {path.name} neither as its passphrase nor as its recovery code; nothing was "
        "changed; check the keyboard's layout and Caps Lock, then try again."
    )


def _is_remembered(salt: bytes) -> bool:
    try:
        return secrets.state().usable and secrets.look_up(salt.hex()) is not None
    except SecretsError:
        return False


def _key_kept_as(text: str) -> Key | None:
    """What the keyring holds as a key; None for what no version of ours put there."""
    try:
        return Key(bytes.fromhex(text))
    except ValueError:
        return None
