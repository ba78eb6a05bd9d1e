"""From the settings page to a locked start: what a person does to close the search to others."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from tests.support.locking import WORDS, encrypts, forget_keys, opens_privacy, types_at_the_lock
from tests.support.window import Person, visible

from jobtracker.desktop import Desktop
from jobtracker.domain.errors import WorkspaceLockedError
from jobtracker.services import unlocking
from jobtracker.storage import first_screen
from jobtracker.storage.encrypting import Converted
from jobtracker.ui.features.settings.encrypt_presenter import report_of
from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.secret_field import CAPS_LOCK
from jobtracker.ui.widgets.sheet import Sheet

pytestmark = pytest.mark.usefixtures("no_keyring")

COMPANY = "Acme Robotics"
TYPED = "They asked about"


@pytest.fixture
def encrypted(person: Person) -> Person:
    """Somebody whose search is encrypted with a passphrase and open."""
    encrypts(person)
    return person


@pytest.fixture
def locked(encrypted: Person) -> Person:
    """The same, in the middle of the list, after Lock now."""
    encrypted.presses("Ctrl+2")
    encrypted.walks_to(COMPANY)
    encrypted.presses("Ctrl+L")
    return encrypted


def is_locked(person: Person) -> bool:
    return person.desktop.locking.is_locked


def unlocks(person: Person) -> None:
    types_at_the_lock(person, WORDS)
    person.waits_until(lambda: not is_locked(person))


def test_a_search_that_was_encrypted_starts_locked_and_opens_with_its_passphrase(
    encrypted: Person,
) -> None:
    encrypted.leaves()
    forget_keys()
    encrypted.starts()
    assert is_locked(encrypted)
    assert not encrypted.sees(COMPANY)

    unlocks(encrypted)

    encrypted.presses("Ctrl+2")
    assert encrypted.sees(COMPANY)


def test_the_recovery_code_opens_it_however_it_is_typed(person: Person) -> None:
    code = encrypts(person)
    person.leaves()
    forget_keys()
    person.starts()

    types_at_the_lock(person, code.lower().replace("-", " "))
    person.waits_until(lambda: not is_locked(person))

    person.presses("Ctrl+2")
    assert person.sees(COMPANY)


def test_a_locked_search_is_covered_before_anything_is_painted(
    encrypted: Person, theme: Theme
) -> None:
    encrypted.leaves()
    forget_keys()

    desktop = Desktop(encrypted.file, theme, WindowMemory(encrypted.file.with_suffix(".json")))

    assert desktop.locking.is_locked
    central = desktop.window.centralWidget()
    assert central is not None
    assert central.isHidden()
    desktop.window.close()
    desktop.close()
    desktop.window.deleteLater()
    desktop.deleteLater()


def test_wrong_words_are_told_in_place_and_stay_to_be_put_right(locked: Person) -> None:
    cover = locked.desktop.locking.cover

    types_at_the_lock(locked, "seven badgers under a silver moon")
    locked.waits_until(lambda: bool(cover.secret.field.error))

    assert "nothing was changed" in cover.secret.field.error.lower()
    assert cover.secret.editor.hasFocus()
    unlocks(locked)


def test_lock_now_leaves_nothing_to_be_seen_heard_or_reached(locked: Person) -> None:
    assert is_locked(locked)
    assert not any(COMPANY in words for words in locked.screen())
    assert locked.window.windowTitle() == "Jobtracker"
    with pytest.raises(WorkspaceLockedError):
        first_screen.first_rows(locked.file)
    assert unlocking.is_locked(locked.file)

    locked.presses("Ctrl+K", "Ctrl+1", "Alt", "F10", "Ctrl+Shift+P", "Escape")

    assert is_locked(locked)
    assert not locked.sees("Search or run")
    for _ in range(8):
        locked.presses("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert locked.desktop.locking.cover.isAncestorOf(focused)


def test_unlocking_brings_back_the_very_same_view(locked: Person) -> None:
    unlocks(locked)

    assert locked.page == "Applications"
    assert "Acme Robotics" in locked.at or locked.at == "Applications"
    locked.presses("F2", "Escape")
    assert not locked.window.banner.text


def test_half_typed_text_is_in_its_place_after_a_rest(encrypted: Person) -> None:
    encrypted.presses("Ctrl+N")
    encrypted.types(TYPED)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    idle = encrypted.desktop.locking._idle
    assert idle is not None

    idle._touched -= 16 * 60
    idle._look()
    assert is_locked(encrypted)
    assert not field.isVisible()
    encrypted.settle()
    unlocks(encrypted)

    assert field.isVisible()
    assert field.text() == TYPED
    assert field.hasFocus()


def test_the_first_key_after_a_long_sleep_types_nothing_and_locks(encrypted: Person) -> None:
    encrypted.presses("Ctrl+2")
    idle = encrypted.desktop.locking._idle
    assert idle is not None
    native = encrypted.window.windowHandle()
    idle._follow(native)
    idle._touched -= 9 * 3600

    QTest.keyClick(native, Qt.Key.Key_Down)

    assert is_locked(encrypted)
    encrypted.settle()
    unlocks(encrypted)


def test_a_plain_search_is_never_locked(person: Person) -> None:
    person.presses("Ctrl+L")

    assert not is_locked(person)
    assert person.desktop.locking._idle is None


def test_turning_it_off_makes_plain_files_again(encrypted: Person) -> None:
    pane = opens_privacy(encrypted)
    encrypted.waits_until(pane.decrypt.isVisible)

    pane.decrypt.click()
    assert encrypted.at == "Keep it encrypted"
    encrypted.presses("Return")
    assert unlocking.status(encrypted.file).encrypted
    pane.decrypt.click()
    encrypted.tabs_to("Turn off")
    encrypted.presses("Space")
    encrypted.waits_until(lambda: "Encryption is off" in pane.banner.text)
    encrypted.waits_until(pane.encrypt.isVisible)

    assert encrypted.file.read_bytes()[:15] == b"SQLite format 3"
    assert not unlocking.status(encrypted.file).encrypted


def test_leaving_before_the_code_is_typed_back_changes_nothing(person: Person) -> None:
    before = unlocking.status(person.file)
    pane = opens_privacy(person)
    pane.encrypt.click()
    (sheet,) = visible(person.window, EncryptSheet)
    sheet.choose.secret.editor.setText(WORDS)
    sheet.choose.again.editor.setText(WORDS)
    sheet.go.click()
    person.waits_until(sheet.code.isVisible)
    sheet.go.click()

    sheet.typed_back.editor.setText("0000")
    sheet.go.click()
    person.settle()
    assert not sheet.done.isVisible()
    assert sheet.typed_back.editor.accessibleDescription()
    sheet.leave()

    assert unlocking.status(person.file) == before


def test_a_weak_passphrase_and_a_slip_are_said_in_place(person: Person) -> None:
    pane = opens_privacy(person)
    pane.encrypt.click()
    (sheet,) = visible(person.window, EncryptSheet)
    secret, again = sheet.choose.secret, sheet.choose.again

    secret.editor.setText("short")
    sheet.go.click()
    assert secret.field.error

    secret.editor.setText(WORDS)
    again.editor.setText(WORDS[:-1])
    sheet.go.click()
    assert again.field.error
    sheet.leave()


def test_enter_stays_at_a_passphrase_that_is_refused(person: Person) -> None:
    pane = opens_privacy(person)
    pane.encrypt.click()
    (sheet,) = visible(person.window, EncryptSheet)

    person.types("short")
    person.presses("Return")
    assert sheet.choose.secret.editor.hasFocus()
    assert sheet.choose.secret.field.error

    person.types(f" {WORDS}")
    person.presses("Return")
    assert sheet.choose.again.editor.hasFocus()
    sheet.leave()


def test_copies_that_the_list_does_not_show_are_said_apart() -> None:
    listed = [Path(f"{number}.db") for number in range(6)]

    (said, *_) = report_of(Converted(10, ()), listed)
    assert said.startswith("Your search and 6 backups (and 4 more, in the second folder or kept ")

    (said, *_) = report_of(Converted(1, ()), listed[:1])
    assert said == "Your search and 1 backup are encrypted and were checked."


def test_caps_lock_is_noticed_from_what_is_typed(locked: Person) -> None:
    secret = locked.desktop.locking.cover.secret

    QTest.keyClick(secret.editor, Qt.Key.Key_A)
    assert CAPS_LOCK not in words_of(secret)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, secret.editor, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )

    assert CAPS_LOCK in words_of(secret)
    secret.clear()
    unlocks(locked)


def words_of(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QWidget) if hasattr(one, "text"))


def test_the_window_closes_while_it_is_locked(locked: Person) -> None:
    locked.leaves()

    assert unlocking.is_locked(locked.file)


def test_what_opens_late_stays_below_the_lock(locked: Person) -> None:
    sheet = Sheet(locked.desktop._theme, locked.window, COMPANY)
    sheet.open(sheet)
    locked.settle()

    assert not sheet.isVisible()
    assert locked.desktop.locking.cover.secret.editor.hasFocus()
    unlocks(locked)
    assert sheet.isVisible()
    sheet.close()
