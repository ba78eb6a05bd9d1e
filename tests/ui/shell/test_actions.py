import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.theme.theme import Theme


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def texts(menu: QMenu) -> list[str]:
    return [entry.text() for entry in menu.actions()]


def test_a_menu_is_made_from_definitions_and_empty_ones_are_left_out(
    theme: Theme, window: QMainWindow
) -> None:
    book = ActionBook(theme, window)
    book.add(
        [
            Action("quit", "Quit", "File", lambda: None, section=9),
            Action("add", "Add application", "File", lambda: None, "Ctrl+N", "plus"),
            Action("dark", "Dark", "View/Theme", lambda: None),
        ]
    )

    menus = book.fill(window.menuBar())

    assert [menu.title() for menu in menus] == ["&File", "&View"]
    assert texts(menus[0]) == ["Add application", "", "Quit"]
    assert texts(menus[1]) == ["Theme"]


def test_an_action_is_enabled_while_its_condition_holds(theme: Theme, window: QMainWindow) -> None:
    book = ActionBook(theme, window)
    done: list[str] = []
    book.add(
        [Action("move", "Move", "Application", lambda: done.append("moved"), when="one selected")]
    )
    book["move"].trigger()

    book.set_condition("one selected", True)
    book["move"].trigger()

    assert done == ["moved"]
    book.set_condition("one selected", False)
    assert not book["move"].isEnabled()


def test_a_single_letter_works_in_the_list_and_is_typed_in_a_field(
    theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    central, table, field = QWidget(), QTableView(), QLineEdit()
    column = QVBoxLayout(central)
    column.addWidget(table)
    column.addWidget(field)
    window.setCentralWidget(central)
    book = ActionBook(theme, window)
    done: list[str] = []
    book.add([Action("letter", "Write", "Letter", lambda: done.append("L"), "L", local=True)])
    book.attach(table, "letter")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_L)
    assert (field.text(), done) == ("l", [])
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_L)

    assert done == ["L"]


def test_an_id_stands_for_one_action_only(theme: Theme, window: QMainWindow) -> None:
    book = ActionBook(theme, window)
    one = Action("add", "Add", "File", lambda: None)
    book.add([one])

    with pytest.raises(ValueError, match="twice"):
        book.add([one])


def pressed_in(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


@pytest.fixture
def two_lists(window: QMainWindow, qtbot: QtBot) -> tuple[QTableView, QTableView]:
    """Two pages with a list each, as far as keys are concerned."""
    central, first, second = QWidget(), QTableView(), QTableView()
    column = QVBoxLayout(central)
    column.addWidget(first)
    column.addWidget(second)
    window.setCentralWidget(central)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return first, second


def local(name: str, key: str, done: list[str]) -> Action:
    return Action(
        name, name.capitalize(), "Application", lambda: done.append(name), key, local=True
    )


def test_a_key_that_was_changed_is_heard_and_the_old_one_is_not(
    theme: Theme, window: QMainWindow, two_lists: tuple[QTableView, QTableView]
) -> None:
    first, _ = two_lists
    done: list[str] = []
    book = ActionBook(theme, window)
    book.add([local("stage", "S", done)])
    book.attach(first, "stage")

    book.set_keys("stage", ["T", "F4"])
    for key in (Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_F4):
        pressed_in(first, key)

    assert done == ["stage", "stage"]
    assert book.changed_keys == {"stage": ("T", "F4")}
    book.reset_keys("stage")
    assert (book.keys("stage"), book.changed_keys) == (("S",), {})


def test_keys_of_one_list_are_no_rivals_of_those_of_another(
    theme: Theme, window: QMainWindow, two_lists: tuple[QTableView, QTableView]
) -> None:
    first, second = two_lists
    book = ActionBook(theme, window)
    book.add([local("stage", "S", []), local("sort", "O", []), local("send", "S", [])])
    book.add([Action("save", "Save", "File", lambda: None, "Ctrl+S")])
    book.attach(first, "stage", "sort")
    book.attach(second, "send")

    assert book.rivals("stage", "S") == []
    assert [one.id for one in book.rivals("sort", "S")] == ["stage"]
    assert [one.id for one in book.rivals("sort", "Ctrl+S")] == ["save"]
    assert [one.id for one in book.rivals("save", "S")] == ["stage", "send"]


def test_taking_a_key_over_leaves_it_to_one_command_alone(
    theme: Theme, window: QMainWindow
) -> None:
    book = ActionBook(theme, window)
    book.add(
        [
            Action("find", "Find", "Edit", lambda: None, "Ctrl+F", also=("F3",)),
            Action("forward", "Forward", "Letter", lambda: None),
        ]
    )

    book.take_key("forward", "Ctrl+F")

    assert (book.keys("find"), book.keys("forward")) == (("F3",), ("Ctrl+F",))
    assert book["find"].shortcut().toString() == "F3"
    book.reset_keys()
    assert (book.keys("find"), book.keys("forward")) == (("Ctrl+F", "F3"), ())


def test_single_letters_can_be_silenced_and_come_back(
    theme: Theme, window: QMainWindow, two_lists: tuple[QTableView, QTableView]
) -> None:
    first, _ = two_lists
    done: list[str] = []
    book = ActionBook(theme, window, {"open": ["O", "F4"]}, single_letters=False)
    book.add([local("stage", "S", done), local("open", "", done), local("show", "Space", done)])
    book.attach(first, "stage", "open", "show")

    for key in (Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_F4, Qt.Key.Key_Space):
        pressed_in(first, key)
    assert done == ["open", "show"]

    book.allow_single_letters(True)
    pressed_in(first, Qt.Key.Key_S)
    assert done == ["open", "show", "stage"]


def test_a_key_can_work_on_a_whole_page_and_is_typed_in_its_fields(
    theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    page, table, field = QWidget(), QTableView(), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(table)
    column.addWidget(field)
    window.setCentralWidget(page)
    done: list[str] = []
    book = ActionBook(theme, window)
    book.add([local("filter", "/", done)])
    book.attach_page(page, "filter")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    pressed_in(table, Qt.Key.Key_Slash)
    pressed_in(field, Qt.Key.Key_Slash)

    assert (done, field.text()) == (["filter"], "/")
