"""A locked workspace, met by a command: opened with whatever is at hand, never by its arguments."""

import os
import sys
from collections.abc import Iterator
from getpass import getpass
from pathlib import Path

from jobtracker.domain.errors import (
    InvalidInputError,
    SecretsError,
    WorkspaceError,
    WorkspaceLockedError,
    WrongKeyError,
)
from jobtracker.services import unlocking

VARIABLE = "JOBTRACKER_PASSPHRASE_FILE"
"""Names a file whose lines are passphrases or recovery codes."""

_TRIES = 3
_LARGEST = 1 << 16  # bytes
_MOST_LINES = 20


def unlock_file(path: Path) -> None:
    """Unlock it with a line of the named file, or the keyring, or what is typed at a terminal.

    Raises WorkspaceLockedError where there is nothing of the kind, WrongKeyError.
    """
    refusals = [
        refusal
        for way in (_by_named_file, _by_keyring, _by_typing)
        if (refusal := way(path)) is not None and unlocking.is_locked(path)
    ]
    if unlocking.is_locked(path):
        raise next(iter(refusals), _nothing_at_hand(path))


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stderr.isatty()


def ask_hidden(question: str) -> str:
    """What is typed at the terminal, unseen; standard input stays unread."""
    return getpass(f"{question}: ")


def first_line_of_stdin() -> str:
    """A secret handed over by a program: the first line, without its end."""
    line = sys.stdin.buffer.readline(_LARGEST)
    return _text(line).rstrip("\r\n")


def _by_named_file(path: Path) -> WorkspaceError | None:
    named = os.environ.get(VARIABLE)
    if not named or not unlocking.is_locked(path):
        return None
    refusal: WorkspaceError | None = None
    for words in _lines_of(Path(named)):
        try:
            unlocking.unlock(path, words)
        except WrongKeyError as error:
            refusal = error
        else:
            return None
    return refusal


def _by_keyring(path: Path) -> WorkspaceError | None:
    if not unlocking.is_locked(path):
        return None
    try:
        unlocking.unlock_from_keyring(path)
    except SecretsError as error:
        return WorkspaceLockedError(
            f"{path.name} is encrypted and locked. {error} Or let ${VARIABLE} name a file with its "
            "passphrase."
        )
    return None


def _by_typing(path: Path) -> WorkspaceError | None:
    if not can_ask():
        return None
    refusal: WorkspaceError | None = None
    for _ in range(_TRIES):
        if not unlocking.is_locked(path):
            return None
        try:
            unlocking.unlock(path, ask_hidden(f"Passphrase or recovery code of {path.name}"))
        except WrongKeyError as error:
            refusal = error
    return refusal


def _lines_of(file: Path) -> Iterator[str]:
    try:
        with file.open("rb") as source:
            data = source.read(_LARGEST)
    except OSError as error:
        raise InvalidInputError(
            f"The file that {VARIABLE} names can't be read ({error.strerror}); nothing was "
            "changed; name a file that only you can read."
        ) from error
    yield from [line for line in _text(data).splitlines() if line][:_MOST_LINES]


def _text(data: bytes) -> str:
    """As UTF-8; the error quotes nothing of a secret."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInputError("The passphrase is not UTF-8 text; nothing was changed.") from None


def _nothing_at_hand(path: Path) -> WorkspaceLockedError:
    return WorkspaceLockedError(
        f"{path.name} is encrypted and locked, and no keyring remembers its key; nothing was "
        f"changed; run this in a terminal, or let ${VARIABLE} name a file with its "
        "passphrase."
    )
