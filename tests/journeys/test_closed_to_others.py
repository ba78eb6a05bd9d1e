"""A search closed to others and opened again, by keyboard alone."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.support.locking import WORDS, forget_keys
from tests.support.window import Person, visible

from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    former = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
    yield
    keyring.set_keyring(former)
    forget_keys()


def code_on(person: Person) -> str:
    """The recovery code, read off the screen."""
    (spoken,) = (one for one in person.screen() if one.startswith("Recovery code: "))
    return spoken.removeprefix("Recovery code: ")


def test_encrypted_locked_and_opened_again_without_a_mouse(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+N")
    person.tabs_to("Role")
    person.types("Beekeeper")
    person.tabs_to("Company")
    person.types("Northwind")
    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.sees("Northwind"))

    person.presses("Ctrl+,")
    for _ in range(12):
        if person.at == "Privacy":
            break
        person.presses("Down")
    person.tabs_to("Turn on…")
    person.presses("Return")
    person.types(WORDS)
    person.tabs_to("Passphrase again")
    person.types(WORDS)
    person.presses("Return")
    person.waits_until(lambda: person.sees("Recovery code: "))
    code = code_on(person)
    person.presses("Ctrl+Return")
    person.types(code)
    person.presses("Return")
    person.waits_until(lambda: person.sees("were checked"))
    person.presses("Return")
    assert not visible(person.window, EncryptSheet)

    person.leaves()
    forget_keys()
    person.starts()
    assert not person.sees("Northwind")
    person.types(WORDS)
    person.presses("Return")
    person.waits_until(lambda: not person.desktop.locking.is_locked)
    person.presses("Ctrl+2")
    assert person.sees("Northwind")

    person.waits_until(lambda: person.window.actions_book.holds("encrypted"))
    person.presses("Ctrl+L")
    assert not person.sees("Northwind")
    person.types(WORDS)
    person.presses("Return")
    person.waits_until(lambda: not person.desktop.locking.is_locked)
    assert person.sees("Northwind")
