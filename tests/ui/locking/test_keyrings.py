"""A key that the system's keyring keeps: it opens by itself, and may be waited for."""

import threading

import pytest
from tests.support.keyrings import MemoryKeyring
from tests.support.locking import (
    WORDS,
    encrypts,
    encrypts_with_keyring,
    forget_keys,
    opens_privacy,
    types_at_the_lock,
)
from tests.support.window import Person

from jobtracker.ui.features.locking.cover import ABOUT_KEYRING, WAITING

COMPANY = "Acme Robotics"


def is_locked(person: Person) -> bool:
    return person.desktop.locking.is_locked


def starts_anew(person: Person) -> None:
    person.leaves()
    forget_keys()
    person.starts()


@pytest.mark.usefixtures("a_keyring")
def test_a_key_in_the_keyring_opens_the_search_by_itself(person: Person) -> None:
    encrypts_with_keyring(person)

    starts_anew(person)
    person.waits_until(lambda: not is_locked(person))

    person.presses("Ctrl+2")
    assert person.sees(COMPANY)


@pytest.mark.usefixtures("a_keyring")
def test_after_lock_now_the_keyring_is_asked_only_when_it_is_wanted(person: Person) -> None:
    encrypts_with_keyring(person)
    person.presses("Ctrl+L")
    cover = person.desktop.locking.cover
    assert is_locked(person)
    assert cover.about.text() == ABOUT_KEYRING

    cover.keyring.click()
    person.waits_until(lambda: not is_locked(person))


def test_a_keyring_that_makes_one_wait_holds_nobody_up(
    person: Person, a_keyring: MemoryKeyring
) -> None:
    encrypts(person)
    pane = opens_privacy(person)
    person.waits_until(pane.remember.isEnabled)
    pane.remember.click()
    person.waits_until(lambda: bool(a_keyring.held))
    answers = threading.Event()
    a_keyring.first = answers.wait
    starts_anew(person)
    assert person.sees(WAITING)

    types_at_the_lock(person, WORDS)
    person.waits_until(lambda: not is_locked(person))
    answers.set()

    person.presses("Ctrl+2")
    assert person.sees(COMPANY)
    assert not is_locked(person)


def test_a_search_closes_while_its_keyring_keeps_one_waiting(
    person: Person, a_keyring: MemoryKeyring
) -> None:
    encrypts_with_keyring(person)
    answers = threading.Event()
    a_keyring.first = answers.wait

    starts_anew(person)
    person.leaves()

    answers.set()


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_it_is_said_what_to_do(person: Person) -> None:
    encrypts(person)
    pane = opens_privacy(person)
    person.waits_until(lambda: bool(pane.keyring_banner.text))

    assert "keyring" in pane.keyring_banner.text
    assert not pane.remember.isEnabled()
