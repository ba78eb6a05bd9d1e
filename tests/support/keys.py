"""Encrypted workspaces and an empty ring of keys, for every room's tests."""

from pathlib import Path

from jobtracker.storage import encrypting, keys
from jobtracker.storage.keys import FileKey

PASSPHRASE = "four words make sense"


def file_key(passphrase: str = PASSPHRASE) -> FileKey:
    """The key of a passphrase, with a new salt."""
    salt = keys.random_salt()
    return FileKey(keys.derive(passphrase, salt), salt)


def encrypted(path: Path, passphrase: str = PASSPHRASE) -> Path:
    """Encrypt a closed workspace with its backups; its key is held then."""
    key = file_key(passphrase)
    keys.hold(key)
    encrypting.convert(path, key)
    return path


def lock() -> None:
    """Forget every key, as the end of the program does."""
    keys.drop_all()
