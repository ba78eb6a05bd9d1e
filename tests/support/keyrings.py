"""Keyrings of the kinds that a computer may have, without one of its own."""

from collections.abc import Callable

import keyring.backend
import keyring.errors


class MemoryKeyring(keyring.backend.KeyringBackend):
    """Keeps what it is given until the test ends; `first` is done at the start of each call."""

    priority = 1.0

    def __init__(self, first: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.first = first

    def get_password(self, service: str, username: str) -> str | None:
        self.first()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.first()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.first()
        if self.held.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("not found")


class ForgetfulKeyring(MemoryKeyring):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class PlaintextKeyring(MemoryKeyring):
    """Named as the one of keyrings.alt that writes to a plain file."""


def refusing(error: Exception) -> MemoryKeyring:
    """One that raises the same error whatever is asked."""

    def refuse() -> None:
        raise error

    return MemoryKeyring(refuse)
