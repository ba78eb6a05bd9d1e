import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from jobtracker.ui.actions import ActionBook
from jobtracker.ui.main_window.saved_views import Moved, Renamed, SavedViews, ViewEntry
from jobtracker.ui.main_window.sidebar import Sidebar
from jobtracker.ui.navigation import PAGES
from jobtracker.ui.theme.theme import Theme

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
VIEWS = (ViewEntry(4, "Needs follow-up", 3), ViewEntry(2, "Remote", 9), ViewEntry(9, "Offers"))


class Told:
    """What the section told, in order."""

    def __init__(self, section: SavedViews) -> None:
        self.all: list[object] = []
        for channel in (section.chosen, section.renamed, section.removed, section.moved):
            channel.subscribe(self.all.append)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.sidebar = Sidebar(theme, PAGES)
    made.setCentralWidget(made.sidebar)
    made.resize(260, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def sidebar(window: QMainWindow) -> Sidebar:
    found = window.centralWidget()
    assert isinstance(found, Sidebar)
    found.mark("applications")
    return found


@pytest.fixture
def views(theme: Theme, window: QMainWindow, sidebar: Sidebar) -> SavedViews:
    book = ActionBook(theme, window)
    made = SavedViews(theme, book)
    sidebar.add_section(made)
    made.show_views(VIEWS)
    QApplication.processEvents()
    return made


def focused_name() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def go_to(sidebar: Sidebar, name: str) -> None:
    """Walk down by arrow keys until a row has the keyboard."""
    sidebar.focus_current()
    for _ in range(10):
        if focused_name().startswith(name):
            return
        press(Key.Key_Down)
    raise AssertionError(name)


def test_a_view_is_reached_by_arrows_and_opened(sidebar: Sidebar, views: SavedViews) -> None:
    told = Told(views)

    go_to(sidebar, "Remote")
    assert focused_name() == "Remote, 9"
    press(Key.Key_Space)

    assert told.all == [2]
    assert [row.isChecked() for row in views.rows()] == [False, True, False]
    assert sidebar._rows["applications"].isChecked()


def test_settings_stand_below_the_views(sidebar: Sidebar, views: SavedViews) -> None:
    go_to(sidebar, "Offers")
    press(Key.Key_Down)

    assert focused_name() == "Settings"


def test_alt_and_arrows_move_a_view(sidebar: Sidebar, views: SavedViews) -> None:
    told = Told(views)
    go_to(sidebar, "Remote")

    press(Key.Key_Up, ALT)
    press(Key.Key_Down, ALT)
    views.show_views([VIEWS[1], VIEWS[0], VIEWS[2]])
    press(Key.Key_Up, ALT)

    assert told.all == [Moved(2, 0), Moved(2, 2)]
    assert focused_name() == "Remote, 9"


def test_a_view_is_renamed_where_it_stands(sidebar: Sidebar, views: SavedViews) -> None:
    told = Told(views)
    go_to(sidebar, "Offers")

    press(Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Best offers")
    press(Key.Key_Return)

    assert told.all == [Renamed(9, "Best offers")]
    assert focused_name() == "Offers"


def test_escape_leaves_the_old_name(sidebar: Sidebar, views: SavedViews) -> None:
    told = Told(views)
    go_to(sidebar, "Offers")

    press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Nothing")
    press(Key.Key_Escape)

    assert told.all == []
    assert focused_name() == "Offers"


def test_delete_asks_for_the_view_with_the_keyboard(sidebar: Sidebar, views: SavedViews) -> None:
    told = Told(views)
    go_to(sidebar, "Needs")

    press(Key.Key_Delete)

    assert told.all == [4]


def test_a_view_that_is_dragged_lands_where_it_is_let_go(views: SavedViews) -> None:
    told = Told(views)
    first = views.rows()[0]
    middle = first.rect().center()

    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(first, middle + QPoint(0, first.height()))
    QTest.mouseMove(first, middle + QPoint(0, 2 * first.height()))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=middle)

    assert told.all == [Moved(4, 2)]


def test_commands_for_a_view_are_off_until_one_is_open(
    theme: Theme, window: QMainWindow, sidebar: Sidebar
) -> None:
    book = ActionBook(theme, window)
    views = SavedViews(theme, book)
    views.show_views(VIEWS)
    assert not book["view rename"].isEnabled()

    views.mark(2)
    assert book["view rename"].isEnabled()
    views.mark(None)

    assert not book["view rename"].isEnabled()
    views.deleteLater()


def test_many_views_scroll_and_leave_the_window_small(
    theme: Theme, window: QMainWindow, sidebar: Sidebar, views: SavedViews
) -> None:
    views.show_views([ViewEntry(number, f"View {number}") for number in range(40)])
    QApplication.processEvents()

    assert sidebar.minimumSizeHint().height() <= 560
    last = views.rows()[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert sidebar.rect().contains(last.mapTo(sidebar, last.rect().center()))


def test_after_a_view_is_deleted_the_keyboard_is_on_the_one_in_its_place(
    sidebar: Sidebar, views: SavedViews
) -> None:
    go_to(sidebar, "Remote")

    views.show_views([VIEWS[0], VIEWS[2]])

    assert focused_name() == "Offers"


def test_a_name_that_is_being_typed_stays_when_the_views_are_counted_anew(
    sidebar: Sidebar, views: SavedViews
) -> None:
    told = Told(views)
    go_to(sidebar, "Remote, 9")
    press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Far aw")

    views.show_views([VIEWS[2], VIEWS[1]._replace(size=12), VIEWS[0]])
    QApplication.processEvents()

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Far aw"
    QTest.keyClicks(field, "ay")
    press(Key.Key_Return)
    assert told.all == [Renamed(2, "Far away")]
    assert [row.accessibleName() for row in views.rows()] == [
        "Offers",
        "Remote, 12",
        "Needs follow-up, 3",
    ]
