"""What the lock does with what somebody is in the middle of: it keeps all of it, and changes
nothing.
"""

import os
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from sqlalchemy import text
from tests.support.locking import (
    WORDS,
    encrypts,
    forget_keys,
    opens_privacy,
    types_at_the_lock,
)
from tests.support.window import Person

from jobtracker.domain.listing import ListQuery
from jobtracker.services import backups
from jobtracker.storage.backups.kept import folder_of
from jobtracker.ui.features.applications.detail.inline import InlineEdit
from jobtracker.ui.features.recovery.page import RecoveryPage
from jobtracker.ui.widgets.sheet import Sheet

pytestmark = pytest.mark.usefixtures("no_keyring")

COMPANY = "Acme Robotics"
TYPED = "They asked ab"


@pytest.fixture
def encrypted(person: Person) -> Person:
    """Somebody whose search is encrypted with a passphrase, open on one application."""
    encrypts(person)
    person.presses("Ctrl+2")
    person.walks_to(COMPANY)
    return person


def is_locked(person: Person) -> bool:
    return person.desktop.locking.is_locked


def unlocks(person: Person) -> None:
    types_at_the_lock(person, WORDS)
    person.waits_until(lambda: not is_locked(person))


def events(person: Person) -> int:
    workspace = person.desktop._workspace
    assert workspace is not None

    def count() -> int:
        with workspace.database.read() as session:
            return int(session.execute(text("SELECT count(*) FROM event")).scalar_one())

    counts: list[int] = []
    person.desktop.commander.read(count, counts.append)
    person.settle()
    return counts[0]


def begins_a_note(person: Person) -> InlineEdit:
    """Type half a note into the field above the activity."""
    pane = person.desktop.pages.applications.pane
    assert pane is not None
    note = pane.parts.overview.activity.note
    note.setFocus(Qt.FocusReason.MouseFocusReason)
    person.types(TYPED)
    QTest.keyClick(note, Qt.Key.Key_Left)
    return note


def test_a_half_typed_name_of_a_view_waits_behind_the_lock_unseen(encrypted: Person) -> None:
    person = encrypted
    workspace = person.desktop._workspace
    assert workspace is not None
    person.desktop.commander.change(lambda: workspace.saved_views.save("Remote", ListQuery()))
    person.waits_until(lambda: bool(person.window.views.rows()))
    person.window.views.rows()[0].setFocus(Qt.FocusReason.TabFocusReason)
    person.presses("F2")
    person.types("Far aw")

    person.desktop.locking.lock()
    person.settle()
    assert not person.sees("Far aw")
    unlocks(person)
    person.settle()

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Far aw"
    person.types("ay")
    person.presses("Return")
    person.waits_until(lambda: person.sees("Far away"))


def test_a_half_typed_note_waits_in_its_field_behind_the_lock(encrypted: Person) -> None:
    before = events(encrypted)
    note = begins_a_note(encrypted)

    encrypted.presses("Ctrl+L")
    unlocks(encrypted)
    encrypted.settle()

    assert events(encrypted) == before
    assert note.text() == TYPED
    assert note.hasFocus()
    assert note.cursorPosition() == len(TYPED) - 1
    encrypted.presses("End", "Return")
    assert events(encrypted) == before + 1


def test_a_half_typed_note_waits_behind_a_sheet_and_is_stored_when_it_is_left(
    person: Person,
) -> None:
    person.presses("Ctrl+2")
    person.walks_to(COMPANY)
    before = events(person)
    note = begins_a_note(person)

    person.presses("Ctrl+N")
    assert not note.hasFocus()
    assert events(person) == before
    person.presses("Escape")
    assert note.hasFocus()
    assert note.text() == TYPED

    person.presses("Tab")
    assert events(person) == before + 1


def test_what_was_changed_is_backed_up_before_the_key_is_given_up(encrypted: Person) -> None:
    newest = backups.known(encrypted.file)[0].number
    begins_a_note(encrypted)
    encrypted.presses("Return")

    encrypted.presses("Ctrl+L")
    encrypted.settle()
    unlocks(encrypted)

    taken = backups.known(encrypted.file)[0]
    assert taken.number == newest + 1
    encrypted.presses("Ctrl+L")
    encrypted.settle()
    encrypted.leaves()
    assert backups.known(encrypted.file)[0].number == newest + 1, "nothing was changed since"


def test_nothing_is_done_behind_the_lock(encrypted: Person) -> None:
    encrypted.presses("Ctrl+K", "Escape", "Ctrl+L")
    book = encrypted.window.actions_book

    for action in ("search or run", "add application", "undo"):
        book[action].trigger()
    encrypted.settle()

    assert not encrypted.sees("Search or run")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert encrypted.desktop.locking.cover.isAncestorOf(focused)
    unlocks(encrypted)
    finding = encrypted.desktop._finding
    assert finding is not None
    assert not finding.palette.isVisible()
    encrypted.presses("Ctrl+K")
    assert finding.palette.isVisible()
    encrypted.presses("Escape")


def test_the_keyboard_comes_back_into_the_sheet_that_stands_on_top(encrypted: Person) -> None:
    encrypted.presses("Ctrl+L")
    sheet = Sheet(encrypted.desktop._theme, encrypted.window, COMPANY)
    sheet.open(sheet)
    encrypted.settle()

    unlocks(encrypted)

    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert sheet.isAncestorOf(focused)
    encrypted.presses("Escape")
    assert not sheet.isVisible()


def test_a_toast_that_was_covered_goes_in_its_time_afterwards(encrypted: Person) -> None:
    encrypted.window.toast.say("Undone: move to Interview")

    encrypted.presses("Ctrl+L")
    unlocks(encrypted)

    assert encrypted.toast
    assert encrypted.window.toast._clock.isActive()


def test_a_damaged_search_leads_from_the_lock_to_its_backups(encrypted: Person) -> None:
    backups.back_up(encrypted.file)
    encrypted.leaves()
    forget_keys()
    os.truncate(encrypted.file, encrypted.file.stat().st_size // 2)
    encrypted.starts()
    assert is_locked(encrypted)

    types_at_the_lock(encrypted, WORDS)
    encrypted.waits_until(lambda: page_of(encrypted).is_down)
    assert not is_locked(encrypted)
    page_of(encrypted).restores[0].click()
    encrypted.waits_until(lambda: not page_of(encrypted).is_down)
    assert not is_locked(encrypted)

    encrypted.presses("Ctrl+2")
    assert encrypted.sees(COMPANY)


def test_a_search_that_lost_its_first_bytes_leads_from_the_lock_to_its_backups(
    encrypted: Person,
) -> None:
    backups.back_up(encrypted.file)
    encrypted.leaves()
    forget_keys()
    with encrypted.file.open("r+b") as file:
        file.write(os.urandom(16))
    encrypted.starts()
    assert is_locked(encrypted)

    types_at_the_lock(encrypted, WORDS)
    encrypted.waits_until(lambda: page_of(encrypted).is_down)
    page_of(encrypted).restores[0].click()
    encrypted.waits_until(lambda: not page_of(encrypted).is_down)

    encrypted.presses("Ctrl+2")
    assert encrypted.sees(COMPANY)


def test_a_search_that_is_damaged_while_it_is_locked_is_restored_in_its_place(
    encrypted: Person,
) -> None:
    encrypted.presses("Ctrl+L")
    encrypted.settle()
    with encrypted.file.open("r+b") as file:
        file.seek(2000)
        file.write(b"\0" * 60_000)

    types_at_the_lock(encrypted, WORDS)
    encrypted.waits_until(lambda: page_of(encrypted).is_down)
    page_of(encrypted).restores[0].click()
    encrypted.waits_until(lambda: not page_of(encrypted).is_down)
    assert not is_locked(encrypted)

    encrypted.presses("Ctrl+1", "Ctrl+2")
    assert encrypted.sees(COMPANY)


def page_of(person: Person) -> RecoveryPage:
    return person.desktop.recovering.page


def test_who_types_a_passphrase_hears_nothing_of_a_keyring_at_the_lock(encrypted: Person) -> None:
    encrypted.leaves()
    forget_keys()
    encrypted.starts()
    encrypted.waits_until(lambda: not encrypted.sees("Waiting for"))

    assert is_locked(encrypted)
    assert not encrypted.sees("keyring answers")
    assert not encrypted.desktop.locking.cover.keyring.isVisible()


def test_privacy_says_without_a_keyring_what_opens_the_search(encrypted: Person) -> None:
    pane = opens_privacy(encrypted)
    encrypted.waits_until(lambda: bool(pane.keyring_banner.text))

    assert "nothing was kept" not in pane.keyring_banner.text
    assert "passphrase or the recovery code opens" in pane.keyring_banner.text


def test_a_lock_that_nothing_opens_has_a_way_to_another_file(encrypted: Person) -> None:
    person = encrypted
    person.leaves()
    shutil.rmtree(folder_of(person.file), ignore_errors=True)
    person.file.write_bytes(bytes(range(100, 116)) + person.file.read_bytes()[16:])
    forget_keys()
    person.starts()
    person.waits_until(lambda: is_locked(person))
    types_at_the_lock(person, WORDS)
    person.waits_until(lambda: person.sees("the beginning of the file is damaged"))

    person.tabs_to("Restore from a backup or another file…")
    person.presses("Space")

    person.waits_until(lambda: person.sees("Restore from another file…"))
    assert not is_locked(person)
