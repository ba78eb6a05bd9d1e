"""The keys that this process holds, and how they open a file.

An encrypted workspace is a standard SQLCipher 4 file, keyed with 32 raw bytes. A passphrase makes
these exactly as SQLCipher itself would, so that its own shell opens the file with the passphrase;
without one they are random, and the system's keyring remembers them. The first 16 bytes of a file
are its salt: a workspace and its backups have the same, so that one key opens them all.
"""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from jobtracker.domain.errors import WorkspaceLockedError

KEY_BYTES = 32
SALT_BYTES = 16
ROUNDS = 256_000
"""PBKDF2-HMAC-SHA512, as SQLCipher 4 has it by default (zetetic.net/sqlcipher/design)."""

NOT_A_DATABASE = 26
"""SQLite's code for a first page that makes no sense: with a wrong key, or without one."""

_PAGE = 4096
_HMAC_BYTES = 64
_PAGES_TRIED = 16
PLAIN_HEADER = b"SQLite format 3\0"
_TELLING_BYTES = 1024
_RANDOM_LOOKING = 0.8
"""Of 256 values, random bytes of a page show all and 1,024 of them 98 %; text and plain pages show
half at most."""


class Key:
    """32 raw bytes that are never shown: neither by repr nor in an error."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self.raw = raw

    def __repr__(self) -> str:
        return "Key(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and other.raw == self.raw

    def __hash__(self) -> int:
        return hash(self.raw)


class FileKey(NamedTuple):
    """What a file is encrypted with."""

    key: Key
    salt: bytes


_ring: dict[bytes, Key] = {}
"""The keys this process holds, by the salt of their files; dict's own calls are atomic."""


def hold(file_key: FileKey) -> None:
    """Keep a key in this process: from now on `health.connect` opens its files."""
    _ring[file_key.salt] = file_key.key


def drop(salt: bytes) -> None:
    """Forget a key; connections that are open stay so."""
    _ring.pop(salt, None)


def drop_all() -> None:
    """Forget every key."""
    _ring.clear()


def held(salt: bytes) -> Key | None:
    return _ring.get(salt)


def random_key() -> Key:
    from secrets import token_bytes

    return Key(token_bytes(KEY_BYTES))


def random_salt() -> bytes:
    from secrets import token_bytes

    return token_bytes(SALT_BYTES)


def derive(passphrase: str, salt: bytes) -> Key:
    """The key that SQLCipher makes of a passphrase; takes a seventh of a second, by design.

    The passphrase is read as NFC, so that keyboards which compose "é" differently agree.
    """
    from hashlib import pbkdf2_hmac

    words = unicodedata.normalize("NFC", passphrase).encode()
    return Key(pbkdf2_hmac("sha512", words, salt, ROUNDS, KEY_BYTES))


def spelled(file_key: FileKey) -> str:
    """Key and salt as SQLCipher reads them: both are then set, not derived."""
    return f"x'{file_key.key.raw.hex()}{file_key.salt.hex()}'"


def of_connection(connection: Any) -> FileKey | None:
    """What the file behind a connection is encrypted with, None for a plain one.

    Raises WorkspaceLockedError where its key has been dropped since.
    """
    row = connection.execute("PRAGMA cipher_salt").fetchone()
    if row is None:
        return None
    salt = bytes.fromhex(row[0] if isinstance(row[0], str) else row[0].decode())
    key = _ring.get(salt)
    if key is None:
        raise WorkspaceLockedError(
            "The workspace has been locked meanwhile; nothing was changed; unlock it first."
        )
    return FileKey(key, salt)


def put_on(connection: Any, file_key: FileKey) -> None:
    """Key a fresh connection to an empty file, which is encrypted from its first page on."""
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f'PRAGMA key="{spelled(file_key)}"')


def open_with_held(opening: Callable[[], Any], path: Path, refusal: Exception) -> Any:
    """A connection with the held key that opens what could not be read without one.

    `opening` gives a fresh connection. Raises WorkspaceLockedError where no key opens it and the
    file looks encrypted, else `refusal`: a file whose own key is held is damaged, not locked.
    """
    for key in tuple(_ring.values()):
        connection = opening()
        if _fits(connection, key):
            return connection
        connection.close()
    if looks_encrypted(path) and salt_of(path) not in _ring and held_for(path) is None:
        raise locked(path)
    raise refusal


def held_for(path: Path) -> FileKey | None:
    """The held key that a file was written with, by its pages: also where its salt is lost."""
    held_keys = (FileKey(key, salt) for salt, key in tuple(_ring.items()))
    return next((one for one in held_keys if wrote(path, one)), None)


def wrote(path: Path, file_key: FileKey) -> bool:
    """Whether any of a file's first pages was written with this key, but for the first one, which
    may be damaged and with it the salt. Only for a file that this process has not open.

    Each page ends with the HMAC-SHA512 of its content and its number, by a key that PBKDF2 makes
    in two rounds of the file's key and the salt xor 0x3a (zetetic.net/sqlcipher/design).
    """
    from hashlib import pbkdf2_hmac
    from hmac import compare_digest, digest

    salt = bytes(byte ^ 0x3A for byte in file_key.salt)
    key = pbkdf2_hmac("sha512", file_key.key.raw, salt, 2, KEY_BYTES)
    with path.open("rb") as file:
        file.seek(_PAGE)
        for number, page in enumerate(iter(lambda: file.read(_PAGE), b""), 2):
            content, told = page[:-_HMAC_BYTES], page[-_HMAC_BYTES:]
            if compare_digest(digest(key, content + number.to_bytes(4, "little"), "sha512"), told):
                return True
            if number > _PAGES_TRIED:
                break
    return False


def opens(path: Path, key: Key) -> bool:
    """Whether a key opens a file that this process has not open; nothing is written."""
    connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return _fits(connection, key)
    finally:
        connection.close()


def _fits(connection: Any, key: Key) -> bool:
    """Try a key on a fresh connection. After a wrong one it must not be used again: SQLite then
    has read what the file says of itself out of noise, and may take it for read-only.
    """
    connection.execute("PRAGMA cipher_log_level=NONE")
    try:
        connection.execute(f"PRAGMA key=\"x'{key.raw.hex()}'\"")
        connection.execute("PRAGMA schema_version").fetchone()
    except driver.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == NOT_A_DATABASE:
            return False
        raise
    return True


def salt_of(path: Path) -> bytes:
    """The salt of an encrypted file that this process has not open."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def looks_encrypted(path: Path) -> bool:
    """Whether a file that SQLite can't read looks random from its first byte on.

    Not so a damaged plain file, a text or a picture: those are told as what they are. Only for
    a file that this process has not open.
    """
    with path.open("rb") as file:
        page = file.read(_PAGE)
    if len(page) < _TELLING_BYTES or _is_nearly_plain(page[:SALT_BYTES]):
        return False
    return len(set(page)) >= _RANDOM_LOOKING * 256


def _is_nearly_plain(header: bytes) -> bool:
    same = sum(a == b for a, b in zip(header, PLAIN_HEADER, strict=True))
    return same * 2 > SALT_BYTES


def locked(path: Path) -> WorkspaceLockedError:
    return WorkspaceLockedError(
        f"{path.name} is encrypted and locked; nothing in it was looked at; unlock it with its "
        "passphrase or recovery code."
    )
