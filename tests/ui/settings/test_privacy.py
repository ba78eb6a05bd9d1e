"""The page of privacy: what it says, and what it leads to."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.support.locking import opens_privacy
from tests.support.window import Person

from jobtracker.ui.features.settings.privacy import NEEDS, PLAIN, PrivacySection, Shown
from jobtracker.ui.theme.theme import Theme


@pytest.fixture
def pane(qapp: QApplication, theme: Theme) -> PrivacySection:
    return PrivacySection(theme)


def test_it_says_where_the_search_lies_and_that_it_is_plain(person: Person) -> None:
    shown = opens_privacy(person)

    assert person.sees(str(person.file))
    assert person.sees(PLAIN)
    assert person.sees(NEEDS)
    assert not shown.lock.isEnabled()
    shown.copy.click()
    assert QApplication.clipboard().text() == str(person.file)


def test_the_rest_after_which_it_locks_is_remembered(person: Person) -> None:
    shown = opens_privacy(person)

    shown.minutes.chosen.put(30)

    assert person.window.memory.state.lock_after == 30
    person.leaves()
    person.starts()
    assert opens_privacy(person).minutes.value() == 30


def test_delete_all_data_leads_to_its_page(person: Person) -> None:
    opens_privacy(person).delete.click()
    person.settle()

    assert not opens_privacy_visible(person)


def opens_privacy_visible(person: Person) -> bool:
    return any(one.isVisible() for one in person.window.findChildren(PrivacySection))


def test_an_encrypted_search_can_be_changed_locked_and_made_plain(pane: PrivacySection) -> None:
    pane.show_standing(Shown(encrypted=True, remembered=True, keyring="KDE Wallet"))

    assert pane.encrypt.isHidden()
    assert not pane.change.isHidden()
    assert not pane.decrypt.isHidden()
    assert pane.lock.isEnabled()
    assert pane.remember.isChecked()
    assert not pane.keyring_banner.text
    pane.deleteLater()


def test_a_keyring_that_cannot_be_used_says_what_to_do(pane: PrivacySection) -> None:
    pane.show_standing(Shown(encrypted=True, advice="Unlock it and try again."))

    assert "Unlock it and try again." in pane.keyring_banner.text
    assert not pane.remember.isEnabled()
    pane.deleteLater()
