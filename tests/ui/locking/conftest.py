"""Computers with a keyring and without, and no key held from one test to the next."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.support.keyrings import MemoryKeyring
from tests.support.locking import forget_keys


@pytest.fixture
def no_keyring() -> Iterator[None]:
    """A computer where no keyring answers."""
    yield from _with(NoKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped


@pytest.fixture
def a_keyring() -> Iterator[MemoryKeyring]:
    """A computer whose keyring answers at once."""
    memory = MemoryKeyring()
    for _ in _with(memory):
        yield memory


def _with(backend: keyring.backend.KeyringBackend) -> Iterator[None]:
    former = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield
    keyring.set_keyring(former)
    forget_keys()
