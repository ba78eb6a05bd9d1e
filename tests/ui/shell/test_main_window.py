from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import JobtrackerError, UndoStopsError, WorkspaceError
from jobtracker.ui.main_window.undoing import History, Steps, Undoing
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.page import Page, WidthClass
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ANY_CHANGE = Changes({"applications": frozenset({1})})


class StubPage(Page):
    """A page with one field that writes down what the window tells it."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.field = CommitLineEdit(f"Field of {title}")
        self.column.addWidget(self.field)
        self.column.addStretch(1)
        self.opened: list[int] = []
        self.widths: list[WidthClass] = []

    def arrive(self) -> None:
        self.field.setFocus()

    def regions(self) -> list[QWidget]:
        return [self.field]

    def open_item(self, item: int) -> None:
        self.opened.append(item)

    def fit(self, width: WidthClass) -> None:
        self.widths.append(width)


class Taken(NamedTuple):
    """A step as the services name it."""

    label: str


class Journal:
    """Steps that were taken and can be undone, as the services would tell them."""

    def __init__(self, *steps: str) -> None:
        self.past = list(steps)
        self.future: list[str] = []

    def undo(self) -> Done[Taken]:
        self.future.append(self.past.pop())
        return Done(Taken(self.future[-1]), ANY_CHANGE, f"undo {self.future[-1]}")

    def redo(self) -> Done[Taken]:
        self.past.append(self.future.pop())
        return Done(Taken(self.past[-1]), ANY_CHANGE, f"redo {self.past[-1]}")

    def steps(self) -> Steps:
        return Steps(self.past[-1] if self.past else "", self.future[-1] if self.future else "")


@pytest.fixture
def memory(tmp_path: Path) -> WindowMemory:
    return WindowMemory(tmp_path / "window.json")


@pytest.fixture
def window(theme: Theme, commander: Commander, memory: WindowMemory, qtbot: QtBot) -> MainWindow:
    titles = {
        "applications": "Applications",
        "letters": "Letters",
        "salary": "Salary",
        "profiles": "Roles and profiles",
        "settings": "Settings",
    }
    factories: dict[str, Callable[[], QWidget]] = {
        page: lambda title=title: StubPage(title) for page, title in titles.items()
    }
    made = MainWindow(theme, commander, Navigator(), memory, factories)
    qtbot.addWidget(made)
    journal = Journal("add Acme", "move to Interview")
    made.arm(History(journal.undo, journal.redo, journal.steps), "1.0")
    made.start("applications")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.actions_book["undo"].text() == "Undo move to Interview")
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def shown_rows(table: QTableView) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def page_of(window: MainWindow) -> StubPage:
    assert isinstance(window.page, StubPage)
    return window.page


def test_pages_are_built_when_first_visited_and_reached_by_their_keys(window: MainWindow) -> None:
    assert list(window._pages) == ["applications"]

    press(Qt.Key.Key_3, CONTROL)

    assert page_of(window).accessibleName() == "Letters"
    assert page_of(window).field.hasFocus()
    press(Qt.Key.Key_Left, ALT)
    assert page_of(window).accessibleName() == "Applications"
    press(Qt.Key.Key_Right, ALT)
    assert page_of(window).accessibleName() == "Letters"
    assert list(window._pages) == ["applications", "letters"]


def test_undo_names_its_step_and_redo_follows(window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = window.actions_book["undo"], window.actions_book["redo"]
    assert not redo.isEnabled()

    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: undo.text() == "Undo add Acme")
    assert redo.text() == "Redo move to Interview"

    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: undo.text() == "Undo")
    assert not undo.isEnabled()


def test_undo_says_what_it_undid_and_offers_to_do_it_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.toast.text == "Undone: move to Interview")
    assert window.toast.action.text() == "Redo"

    window.toast.action.click()

    qtbot.waitUntil(lambda: window.toast.text == "Done again: move to Interview")
    assert window.toast.action.text() == "Undo"
    assert window.actions_book["undo"].text() == "Undo move to Interview"


def test_undo_in_a_field_takes_back_typing_first(window: MainWindow, qtbot: QtBot) -> None:
    field = page_of(window).field
    QTest.keyClicks(field, "Acme")

    press(Qt.Key.Key_Z, CONTROL)

    assert field.text() == ""
    assert window.actions_book["undo"].text() == "Undo move to Interview"


def test_a_change_that_leaves_the_view_is_confirmed_by_a_toast_with_undo(
    window: MainWindow, commander: Commander, qtbot: QtBot
) -> None:
    done = Done(None, Changes({"applications": frozenset({1})}), "move to Offer")

    commander.change(lambda: done, toast="Acme moved to Offer")
    qtbot.waitUntil(lambda: window.toast.text == "Acme moved to Offer")
    window.toast.action.click()

    qtbot.waitUntil(lambda: window.actions_book["undo"].text() == "Undo add Acme")


@pytest.mark.parametrize("is_change", [True, False])
def test_only_words_of_a_step_carry_undo(
    window: MainWindow, commander: Commander, qtbot: QtBot, is_change: bool
) -> None:
    """A backup that was written would else take back the last real change."""
    if is_change:
        commander.change(lambda: Done(None, ANY_CHANGE, ""), toast="All data deleted")
    else:
        commander.toasts.put("Backup written and checked")

    qtbot.waitUntil(lambda: bool(window.toast.text))
    assert not window.toast.action.isVisible()
    assert window.toast.action.text() == ""


def test_what_went_wrong_is_said_in_the_sheet_that_dims_the_page(
    window: MainWindow, theme: Theme, commander: Commander, qtbot: QtBot
) -> None:
    sheet = Sheet(theme, window, "Add application")
    sheet.footer.addWidget(QPushButton("Add"))
    sheet.open()

    commander.problems.put(JobtrackerError("Nothing was saved. The file can only be read."))
    assert sheet.problem_said == "Nothing was saved. The file can only be read."

    commander.change(lambda: Done(None, ANY_CHANGE, "add Acme"))
    qtbot.waitUntil(lambda: sheet.problem_said == "")


def test_where_undo_stops_its_key_says_why(
    window: MainWindow, commander: Commander, qtbot: QtBot
) -> None:
    why = "Undo does not reach back over the restored backup; there is a way back."

    def stops() -> Done[Taken]:
        raise UndoStopsError(why)

    history = History(stops, stops, lambda: Steps("", "", "the restored backup"))
    undoing = Undoing(commander, window.actions_book, history)
    undoing.show(history.steps())

    assert window.actions_book["undo"].isEnabled()
    assert window.actions_book["undo"].text() == "Undo"
    undoing.undo()
    qtbot.waitUntil(lambda: window.toast.text == why)
    assert not window.toast.action.isVisible()


def test_a_problem_nobody_took_stands_above_the_page_until_it_is_dismissed(
    window: MainWindow, commander: Commander, qtbot: QtBot
) -> None:
    def work() -> Done[None]:
        raise WorkspaceError("The disk is full. Nothing was changed. Free some space.")

    commander.change(work)
    qtbot.waitUntil(lambda: "disk is full" in window.banner.accessibleName())

    assert window.banner.isVisible()
    press(Qt.Key.Key_3, CONTROL)
    assert window.banner.isHidden()


def test_the_sidebar_gives_way_in_a_narrow_window_and_can_be_pinned(
    window: MainWindow, memory: WindowMemory
) -> None:
    window.resize(1300, 700)
    assert not window.sidebar.narrow
    window.resize(1024, 640)
    assert window.sidebar.narrow
    assert page_of(window).widths[-1] is WidthClass.NARROW

    press(Qt.Key.Key_F9)

    assert not window.sidebar.narrow
    assert memory.state.sidebar == "wide"
    press(Qt.Key.Key_F9)
    assert memory.state.sidebar == "auto"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_alt_shows_the_menu_bar_and_a_setting_keeps_it(
    window: MainWindow, memory: WindowMemory, qtbot: QtBot
) -> None:
    assert window.menuBar().isHidden()

    press(Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert window.menuBar().isVisible()
    assert window.menuBar().activeAction().text() == "&File"
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Alt)
    qtbot.waitUntil(window.menuBar().isHidden)
    assert page_of(window).field.hasFocus()
    window.actions_book["menu bar"].trigger()

    assert window.menuBar().isVisible()
    assert memory.state.menu_bar


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    ("key", "modifiers", "title"),
    [
        (Qt.Key.Key_F, ALT, "&File"),
        (Qt.Key.Key_G, ALT, "&Go"),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "&File"),
    ],
)
def test_a_menu_opens_by_its_key_though_the_menu_bar_is_hidden(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, title: str
) -> None:
    press(key, modifiers)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == title
    assert window.menuBar().isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.menuBar().isHidden)
    assert page_of(window).field.hasFocus()
    assert page_of(window).field.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_bar_goes_when_something_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_G, ALT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None

    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    qtbot.waitUntil(window.menuBar().isHidden)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_bar_stays_while_one_goes_from_menu_to_menu(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Right)
    QApplication.processEvents()

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&Edit"
    assert window.menuBar().isVisible()
    menu.close()


def test_alt_with_another_key_does_not_ask_for_the_menu_bar(window: MainWindow) -> None:
    field = page_of(window).field

    QTest.keyPress(field, Qt.Key.Key_Alt)
    QTest.keyClick(field, Qt.Key.Key_Left, ALT)
    QTest.keyRelease(field, Qt.Key.Key_Alt)
    QApplication.processEvents()

    assert window.menuBar().isHidden()


def test_the_menus_cannot_be_opened_behind_a_sheet(window: MainWindow) -> None:
    window.actions_book["about"].trigger()

    press(Qt.Key.Key_F, ALT)
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_Alt)
    QApplication.processEvents()

    assert QApplication.activePopupWidget() is None
    assert window.menuBar().isHidden()


def test_the_first_window_fits_the_screen(
    theme: Theme, commander: Commander, memory: WindowMemory, qtbot: QtBot
) -> None:
    fresh = MainWindow(
        theme, commander, Navigator(), memory, {"applications": lambda: StubPage("Applications")}
    )
    qtbot.addWidget(fresh)
    fresh.start("applications")

    room = fresh.screen().availableSize()
    assert fresh.height() < room.height()
    assert fresh.width() <= max(room.width(), fresh.minimumWidth())


def test_the_theme_is_chosen_in_the_view_menu_and_remembered(
    window: MainWindow, memory: WindowMemory, theme: Theme
) -> None:
    window.actions_book["theme dark"].trigger()

    assert theme.choice is ThemeChoice.DARK
    assert theme.tokens.dark
    assert memory.state.theme == "dark"


def test_f6_walks_through_the_regions_and_round(window: MainWindow) -> None:
    press(Qt.Key.Key_F6)
    assert window.sidebar.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_F6)
    assert page_of(window).field.hasFocus()


def test_the_sheet_shows_every_command_with_the_keys_it_has_now(window: MainWindow) -> None:
    window.actions_book.set_keys("sidebar", ["F7"])
    press(Qt.Key.Key_Slash, CONTROL)

    sheet = window.findChildren(Sheet)[-1]
    table = sheet.findChild(QTableView)
    assert table is not None
    rows = shown_rows(table)
    assert len(rows) == len(window.actions_book.defined())
    assert ["Go", "Roles and profiles", "Ctrl+6"] in rows
    assert ["View", "Narrow sidebar", "F7"] in rows
    assert ["Help", "About Jobtracker", ""] in rows

    QTest.keyClicks(QApplication.focusWidget(), "ctrl+6")

    assert shown_rows(table) == [["Go", "Roles and profiles", "Ctrl+6"]]
    press(Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_the_window_s_keys_do_nothing_behind_a_sheet(window: MainWindow) -> None:
    window.actions_book["about"].trigger()
    sheet = window.findChildren(Sheet)[-1]

    for key in (Qt.Key.Key_3, Qt.Key.Key_Z, Qt.Key.Key_Slash):
        press(key, CONTROL)
    press(Qt.Key.Key_F6)

    assert page_of(window).accessibleName() == "Applications"
    assert window.actions_book["undo"].text() == "Undo move to Interview"
    assert window.findChildren(Sheet) == [sheet]
    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_about_names_version_and_licences(window: MainWindow) -> None:
    window.actions_book["about"].trigger()

    sheet = window.findChildren(Sheet)[-1]
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "Jobtracker 1.0" in words
    assert "LGPL-3.0" in words


def test_the_window_fits_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 900
    assert window.minimumSizeHint().height() <= 600


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    for page in ("letters", "salary", "profiles", "settings"):
        window.built(page)
    window.toast.say("Moved", "Undo", lambda: None)

    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not widget.accessibleName()
    ]
    window.toast.hide()

    assert nameless == []


def test_closing_commits_the_field_being_edited_and_remembers_the_place(
    window: MainWindow, memory: WindowMemory
) -> None:
    saved: list[str] = []
    field = page_of(window).field
    field.committed.subscribe(saved.append)
    QTest.keyClicks(field, "half typed")

    window.close()

    assert saved == ["half typed"]
    assert memory.state.geometry
    assert memory.state.page == "applications"


def test_going_to_one_thing_opens_it_on_its_page(window: MainWindow) -> None:
    window._navigator.go("letters", 3)

    assert page_of(window).opened == [3]
    assert isinstance(page_of(window).field, QLineEdit)


def test_changed_keys_are_heard_at_once_and_at_the_next_start(
    window: MainWindow, memory: WindowMemory, theme: Theme, commander: Commander, qtbot: QtBot
) -> None:
    window.actions_book.set_keys("go letters", ["Ctrl+Shift+M"])

    press(Qt.Key.Key_3, CONTROL)
    assert page_of(window).accessibleName() == "Applications"
    press(Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page_of(window).accessibleName() == "Letters"

    again = MainWindow(
        theme, commander, Navigator(), memory, {"letters": lambda: StubPage("Letters")}
    )
    qtbot.addWidget(again)
    again.arm()
    assert again.actions_book.keys("go letters") == ("Ctrl+Shift+M",)


def test_the_search_field_of_the_sidebar_asks_for_the_palette(window: MainWindow) -> None:
    asked: list[None] = []
    window.search_wanted.subscribe(asked.append)

    window.sidebar.search.click()
    press(Qt.Key.Key_K, CONTROL)

    assert len(asked) == 2
