from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobtracker.ui.main_window.sidebar import Sidebar
from jobtracker.ui.navigation import PAGES, Navigator, Place
from jobtracker.ui.theme.theme import Theme


def test_back_and_forward_walk_through_the_places_visited() -> None:
    navigator = Navigator()
    places: list[Place] = []
    navigator.moved.subscribe(places.append)
    navigator.go("applications")
    navigator.note(7)
    navigator.go("letters", 3)

    navigator.back()
    navigator.back()
    navigator.forward()
    navigator.forward()

    assert places[2:] == [Place("applications", 7), Place("letters", 3)]


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    navigator = Navigator()
    for page in ("applications", "letters"):
        navigator.go(page)
    navigator.back()
    navigator.go("salary")

    navigator.forward()

    assert navigator.here == Place("salary")


def test_the_sidebar_is_one_stop_and_arrows_move_inside_it(theme: Theme, qtbot: QtBot) -> None:
    sidebar = Sidebar(theme, PAGES)
    qtbot.addWidget(sidebar)
    chosen: list[str] = []
    sidebar.chosen.subscribe(chosen.append)
    sidebar.mark("applications")
    with qtbot.waitActive(sidebar):
        sidebar.show()
        sidebar.activateWindow()
    sidebar.focus_current()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget(), key)

    assert chosen == ["salary"]


def test_the_narrow_sidebar_keeps_its_words_for_pointer_and_ear(theme: Theme, qtbot: QtBot) -> None:
    sidebar = Sidebar(theme, PAGES)
    qtbot.addWidget(sidebar)
    sidebar.set_count("applications", 31)
    sidebar.set_backup("Backed up today 09:12", good=True)

    sidebar.set_narrow(True)

    assert sidebar.width() == 55
    rows = sidebar._rows
    assert rows["applications"].accessibleName() == "Applications, 31"
    assert rows["letters"].toolTip() == "Letters (Ctrl+3)"
    assert not sidebar.grab().isNull()
