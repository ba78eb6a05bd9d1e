import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.settings.keyboard import KeyboardSection
from jobtracker.ui.theme.theme import Theme

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def book(theme: Theme, window: QMainWindow, ran: list[str]) -> ActionBook:
    made = ActionBook(theme, window)
    made.add(
        [
            Action("save", "Save this view", "View", lambda: ran.append("save"), "Ctrl+S"),
            Action("find", "Find", "Edit", lambda: ran.append("find"), "Ctrl+F", also=("/",)),
            Action("send", "Send", "Letter", lambda: ran.append("send")),
            Action("copy", "Copy", "Edit", lambda: ran.append("copy"), "Ctrl+C", fixed=True),
        ]
    )
    made.fill(window.menuBar())
    return made


@pytest.fixture
def section(theme: Theme, window: QMainWindow, book: ActionBook, qtbot: QtBot) -> KeyboardSection:
    made = KeyboardSection(theme, book)
    window.setCentralWidget(made)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.table.setFocus()
    return made


def shown(section: KeyboardSection) -> dict[str, str]:
    return {row.text: row.keys for row in section.model.rows}


def ask(section: KeyboardSection, command: str) -> None:
    """Press Enter on a command, so that it waits for its keys."""
    section.table.select(command)
    section.table.setFocus()
    QTest.keyClick(section.table, Key.Key_Return)


def press(section: KeyboardSection, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(section.bar.change, key, held)


def test_every_command_is_listed_and_can_be_found_by_name_or_key(section: KeyboardSection) -> None:
    assert shown(section) == {
        "Save this view": "Ctrl+S",
        "Find": "Ctrl+F or /",
        "Send": "",
        "Copy": "Ctrl+C",
    }

    QTest.keyClicks(section.field, "ctrl+s")
    assert list(shown(section)) == ["Save this view"]
    section.field.setText("edit fi")
    assert list(shown(section)) == ["Find"]


def test_the_keys_that_are_pressed_become_those_of_the_command(
    section: KeyboardSection, book: ActionBook, ran: list[str]
) -> None:
    ask(section, "send")
    assert section.bar.change.text() == "Press the keys…"
    press(section, Key.Key_Return, Held.ControlModifier)

    assert shown(section)["Send"] == "Ctrl+Return"
    assert section.table.hasFocus()
    QTest.keyClick(section.table, Key.Key_Return, Held.ControlModifier)
    assert ran == ["send"]


def test_no_command_runs_while_its_new_key_is_asked_for(
    section: KeyboardSection, book: ActionBook, ran: list[str]
) -> None:
    ask(section, "send")
    press(section, Key.Key_S, Held.ControlModifier)

    assert ran == []
    assert section.bar.note.text() == "Ctrl+S is the key of “Save this view”."
    assert book.keys("send") == ()
    assert section.bar.take.hasFocus()
    section.bar.take.click()

    assert (shown(section)["Send"], shown(section)["Save this view"]) == ("Ctrl+S", "")
    QTest.keyClick(section.table, Key.Key_S, Held.ControlModifier)
    assert ran == ["send"]


def test_a_key_in_another_hand_is_left_there_by_going_elsewhere(
    section: KeyboardSection, book: ActionBook
) -> None:
    ask(section, "send")
    press(section, Key.Key_S, Held.ControlModifier)

    section.table.select("find")

    assert section.bar.take.isHidden()
    assert book.changed_keys == {}


def test_escape_ends_the_listening_and_changes_nothing(
    section: KeyboardSection, book: ActionBook
) -> None:
    ask(section, "send")

    press(section, Key.Key_Escape, Held.NoModifier)

    assert section.bar.change.text() == "Change…"
    assert book.changed_keys == {}


@pytest.mark.parametrize(
    ("key", "held", "reason"),
    [
        (Key.Key_Down, Held.NoModifier, "for moving about"),
        (Key.Key_E, Held.ControlModifier | Held.AltModifier, "type signs"),
        (Key.Key_C, Held.ControlModifier, "belongs to text fields"),
    ],
)
def test_keys_that_are_needed_elsewhere_are_refused_with_a_reason(
    section: KeyboardSection,
    book: ActionBook,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    reason: str,
) -> None:
    ask(section, "send")

    press(section, key, held)

    assert reason in section.bar.note.text()
    assert section.bar.take.isHidden()
    assert book.changed_keys == {}


def test_a_key_can_be_added_removed_and_given_back(
    section: KeyboardSection, book: ActionBook
) -> None:
    section.table.select("find")
    section.bar.add.click()
    QTest.keyClick(section.bar.add, Key.Key_F3)
    assert shown(section)["Find"] == "Ctrl+F or / or F3"

    section.bar.remove.click()
    assert shown(section)["Find"] == ""
    section.bar.reset.click()

    assert shown(section)["Find"] == "Ctrl+F or /"
    assert not section.bar.reset.isEnabled()
    assert not section.reset_all.isEnabled()


def test_all_keys_can_be_given_back_at_once(section: KeyboardSection, book: ActionBook) -> None:
    book.set_keys("send", ["Ctrl+S"])
    book.set_keys("find", [])

    section.reset_all.click()

    assert shown(section)["Find"] == "Ctrl+F or /"
    assert shown(section)["Send"] == ""


def test_giving_back_all_keys_can_be_taken_back_until_one_is_changed(
    section: KeyboardSection, book: ActionBook
) -> None:
    book.set_keys("send", ["Ctrl+S"])
    book.set_keys("find", [])
    section.reset_all.click()
    assert section.reset_all.text() == "Take the reset back"

    section.reset_all.click()
    assert shown(section)["Send"] == "Ctrl+S"
    assert shown(section)["Find"] == ""
    assert section.reset_all.text() == "Reset all keys"

    section.reset_all.click()
    book.set_keys("send", ["Ctrl+D"])
    assert section.reset_all.text() == "Reset all keys"


def test_single_letters_are_switched_off_and_shown_so(
    section: KeyboardSection, book: ActionBook
) -> None:
    section.letters.click()

    assert book.keys("find") == ("Ctrl+F",)
    assert shown(section)["Find"] == "Ctrl+F or / (off)"


def test_the_key_of_text_fields_stays(section: KeyboardSection) -> None:
    section.table.select("copy")

    assert not section.bar.change.isEnabled()
    assert "Text fields hear this key" in section.bar.note.text()
