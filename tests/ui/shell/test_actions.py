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
