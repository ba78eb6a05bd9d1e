"""Backing up and going back, in the whole window, by mouse and by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.support.typing_places import chooses
from tests.support.window import Person, visible

from jobtracker.services import backups
from jobtracker.storage.backups import second_place
from jobtracker.ui.runtime.drafts import Drafts


class Mouse:
    """Clicks on what says so, and counts."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.clicks = 0

    def clicks_on(self, name: str) -> None:
        person = self._person
        person.waits_until(lambda: self._found(name) is not None)
        button = self._found(name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1
        person.settle()

    def _found(self, name: str) -> QAbstractButton | None:
        buttons = visible(self._person.room(), QAbstractButton)
        wanted = (one for one in buttons if one.accessibleName().startswith(name))
        return next((one for one in wanted if one.isEnabled()), None)


def adds(person: Person, company: str) -> None:
    person.presses("Ctrl+N")
    person.tabs_to("Company")
    person.types(company)
    person.tabs_to("Role")
    person.types("Tester")
    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.sees(company))


def opens_backups(person: Person) -> None:
    person.presses("Ctrl+,")
    person.waits_until(lambda: person.page == "Settings")
    while not person.sees("Recent copies"):
        person.presses("Down")


@pytest.fixture
def searching(person: Person) -> Person:
    """Somebody with Acme backed up, and Globex since."""
    person.starts()
    adds(person, "Acme")
    person.presses("Esc")
    opens_backups(person)
    Mouse(person).clicks_on("Back up now")
    person.waits_until(lambda: person.sees("checked and readable"))
    person.presses("Ctrl+2")
    adds(person, "Globex")
    opens_backups(person)
    return person


def test_a_backup_is_restored_with_two_clicks_from_its_page_and_undone_with_one(
    searching: Person,
) -> None:
    mouse = Mouse(searching)

    mouse.clicks_on("Restore the backup")
    searching.waits_until(lambda: searching.sees("1 application would go away"))
    assert searching.sees("Globex, Tester")
    mouse.clicks_on("Restore")
    searching.waits_until(lambda: searching.sees("Restored and checked"))
    assert mouse.clicks <= 3

    searching.presses("Ctrl+2")
    searching.waits_until(lambda: not searching.sees("Globex"))
    assert searching.sees("Acme")
    mouse.clicks_on("Undo: Restored and checked")
    searching.waits_until(lambda: searching.sees("Globex"))


def test_what_was_typed_and_not_stored_outlives_a_restore(searching: Person) -> None:
    (typing,) = searching.desktop.commander.findChildren(Drafts)
    typing.write("application/1/notes", "call them on Monday")
    typing.write("application/2/notes", "they rang twice")
    mouse = Mouse(searching)
    mouse.clicks_on("Restore the backup")
    mouse.clicks_on("Restore")
    searching.waits_until(lambda: searching.sees("Restored and checked"))

    for _ in ("in the same window", "at the next start"):
        chooses(searching, "Texts not saved")
        searching.waits_until(lambda: searching.sees("call them on Monday"))
        assert searching.sees("they rang twice")
        assert searching.sees("was deleted since")
        searching.presses("Esc")
        searching.leaves()
        searching.starts()


def test_closing_takes_a_backup_only_when_something_was_changed(searching: Person) -> None:
    searching.leaves()
    assert [one.reason for one in backups.known(searching.file)] == ["on-closing", "by-hand"]

    searching.starts()
    searching.leaves()

    assert len(backups.known(searching.file)) == 2


def test_the_second_folder_and_its_trouble_stand_in_the_sidebar(
    searching: Person, tmp_path: Path
) -> None:
    drive = tmp_path / "stick"
    drive.mkdir()

    Mouse(searching).clicks_on("Choose folder")
    searching.waits_until(lambda: searching.file_dialog() is not None)
    searching.names_the_file(drive)
    searching.waits_until(lambda: searching.sees("stick: today"))

    drive.rename(tmp_path / "unplugged")
    Mouse(searching).clicks_on("Back up now")
    searching.waits_until(lambda: searching.sees("stick: not there"))
    chosen = second_place.chosen_in(searching.file)
    assert chosen is not None
    assert not drive.exists()


def test_deleting_a_good_part_of_all_is_asked_about_and_backed_up(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+K")
    person.types("Fill with sample")
    person.presses("Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.presses("Ctrl+A", "Del")

    person.waits_until(lambda: person.sees("A backup is taken first"))
    person.presses("Return")

    person.waits_until(lambda: not person.sees("Acme Robotics"))
    assert backups.known(person.file)[0].reason == "before-deleting"
