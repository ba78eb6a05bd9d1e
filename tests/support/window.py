"""Somebody at the window: the keys they press, and the words they see.

Nothing here knows a page from inside. What stands on the screen is read off whatever is visible:
labels, buttons, fields, texts, rows of lists, and the spoken names of what is painted.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from jobtracker.desktop import Desktop
from jobtracker.desktop.moving import Arrival
from jobtracker.system.instance import begin
from jobtracker.ui.app import hold_input
from jobtracker.ui.main_window.window import USUAL, MainWindow
from jobtracker.ui.runtime.after_paint import AfterPaint
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

PROJECT = Path(__file__).resolve().parents[2]
WAIT, PATIENCE = 30_000, 20
NAP = 0.001
ROUNDS = 4
"""A change tells of itself, its listeners ask again, and their answers may ask once more."""
MOST_TABS = 80
SPOKEN = Qt.ItemDataRole.AccessibleTextRole

W = TypeVar("W", bound=QWidget)


class Person:
    """Works on one workspace file; `starts` opens the program on it, `leaves` closes it.

    `begins_on` is the page that the window was left on before it was ever opened here.
    """

    def __init__(self, file: Path, theme: Theme) -> None:
        self.file = file
        self.begins_on = "applications"
        self._theme = theme
        self._desktop: Desktop | None = None
        self._hooks = (sys.excepthook, threading.excepthook)

    def starts(self, *hurried: str, arrival: Arrival | None = None) -> None:
        """Start the program and wait until the workspace is behind the window.

        `hurried` are keys pressed as soon as the window can be seen; `arrival` where the search
        was just moved here.
        """
        assert self._desktop is None, "it is open already"
        memory = WindowMemory(self.file.with_name("settings.json"))
        if not memory.state.page:
            memory.state = memory.state._replace(page=self.begins_on)
        begun = begin(str(self.file))
        assert not begun.claim.told, "another window has it open"
        desktop = self._desktop = Desktop(self.file, self._theme, memory, begun, arrival)
        woken: list[bool] = []

        def wake() -> None:
            hold_input(desktop.wake)
            woken.append(True)

        AfterPaint(desktop.window, wake)
        if not memory.state.geometry:
            desktop.window.resize(*USUAL)  # as on a screen with room: the offscreen one is small
        desktop.window.show()
        _make_active(desktop.window)
        _wait_until(lambda: bool(woken))
        for chord in hurried:
            _press(chord)
        _wait_until(lambda: desktop.settled)
        self.settle()

    def leaves(self) -> None:
        """Close the window, and with it the program."""
        if self._desktop is None:
            return
        desktop, self._desktop = self._desktop, None
        desktop.window.close()
        desktop.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
        sys.excepthook, threading.excepthook = self._hooks

    @property
    def desktop(self) -> Desktop:
        assert self._desktop is not None, "the program is not open"
        return self._desktop

    @property
    def window(self) -> MainWindow:
        return self.desktop.window

    def settle(self) -> None:
        """Let everything asked of the database come back, and what follows from it."""
        for _ in range(ROUNDS):
            answered: list[None] = []
            self.desktop.commander.read(lambda: None, answered.append)
            _wait_until(lambda: bool(answered))  # noqa: B023 (called before the next round)

    def waits_until(self, done: Callable[[], bool]) -> None:
        def is_done() -> bool:
            self.settle()
            return done()

        _wait_until(is_done)

    def presses(self, *chords: str) -> None:
        """Press key chords one after another, as in "Ctrl+N"."""
        for chord in chords:
            _press(chord)
            self.settle()

    def hurries(self, *chords: str) -> None:
        """Press key chords without waiting for what they ask for."""
        for chord in chords:
            _press(chord)

    def types(self, text: str) -> None:
        """Type where the keyboard is.

        Without a window manager a list of proposals stays the active window when it closes.
        """
        QTest.keyClicks(_hearing(), text)
        self.settle()
        active = QApplication.activeWindow()
        if active is not None and not active.isVisible():
            _make_active(self.window)

    def tabs_to(self, name: str) -> None:
        """Press Tab until the keyboard is on the control of this name."""
        visited: list[str] = []
        while self.at != name:
            assert len(visited) < MOST_TABS, f"Tab never reaches {name!r}: {visited}"
            self.presses("Tab")
            visited.append(self.at)

    def tabs_once(self, chord: str = "Tab") -> None:
        """Press Tab, or Shift+Tab, without waiting for anything."""
        _press(chord)
        QCoreApplication.processEvents()

    def room(self) -> QWidget:
        """Where Tab goes round: the sheet that is open, else the whole window."""
        window = self.window
        over = [one for one in visible(window, QWidget) if one.parent() is window]
        covers = [one for one in over if one.size() == window.size()]
        layers = [one for one in covers if one is not window.centralWidget()]
        return layers[-1] if layers else window

    def resizes(self, size: QSize) -> None:
        self.window.resize(size)
        self.settle()

    def walks_to(self, words: str) -> None:
        """Go to the row with these words in the list that has the keyboard, by arrow keys."""
        view = QApplication.focusWidget()
        assert isinstance(view, QAbstractItemView), f"{self.at!r} is no list"
        self.presses("Home", *(["Ctrl+Home"] if view.currentIndex().row() else []))
        for _ in range(view.model().rowCount()):
            if words in spoken_row(view, view.currentIndex().row()):
                return
            self.presses("Down")
        raise AssertionError(f"no row {words!r}")

    def copies(self, text: str) -> None:
        """Have text on the clipboard, as after copying it elsewhere."""
        QApplication.clipboard().setText(text)

    def file_dialog(self) -> QFileDialog | None:
        """The dialog that asks for a file, if one is open."""
        dialogs = (one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
        return next((one for one in dialogs if one.isVisible()), None)

    def names_the_file(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and accept it."""
        dialog = self.file_dialog()
        assert dialog is not None, "no dialog asks for a file"
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.selectAll()
        QTest.keyClicks(name, str(path))
        dialog.accept()
        self.window.activateWindow()
        self.settle()

    def comes_back(self) -> None:
        """Turn to another program for a moment and come back to the window."""
        elsewhere = QWidget()
        elsewhere.show()
        _make_active(elsewhere)
        _make_active(self.window)
        elsewhere.close()
        elsewhere.deleteLater()
        self.settle()

    @property
    def at(self) -> str:
        """The spoken name of what has the keyboard."""
        focused = QApplication.focusWidget()
        return name_of(focused) if focused is not None else ""

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.window.page.accessibleName() if self.window.page is not None else ""

    @property
    def toast(self) -> str:
        return self.window.toast.text

    @property
    def banner(self) -> str:
        """What stands above the page, or nothing."""
        return self.window.banner.text

    def command(self, text: str) -> QAction | None:
        """The command in the menus whose words begin so."""
        found = (one for one in self.window.findChildren(QAction) if one.text().startswith(text))
        return next(found, None)

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        return any(words in one for one in self.screen())

    def screen(self) -> Iterator[str]:
        """All that can be read or heard on the screen now."""
        for widget in visible(self.window, QWidget):
            yield from words_on(widget)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            yield from (action.text() for action in menu.actions())

    def value_of(self, name: str) -> str:
        """What stands in the field or the choice of this name."""
        for widget in visible(self.window, QWidget):
            if isinstance(widget, QComboBox | QLineEdit) and name_of(widget) == name:
                text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
                return str(text)
        raise AssertionError(f"no field {name!r}")

    def rows(self, name: str) -> list[str]:
        """The rows of the list or table of this name, as they are spoken."""
        (view,) = (v for v in visible(self.window, QAbstractItemView) if v.accessibleName() == name)
        return [spoken_row(view, at) for at in range(view.model().rowCount())]


def visible(window: QWidget, kind: type[W]) -> list[W]:
    """The widgets of a kind that are on the screen."""
    return [one for one in window.findChildren(kind) if one.isVisible()]


def name_of(widget: QWidget) -> str:
    """The name a screen reader says: the given one, else that of its label or its own text."""
    interface = QAccessible.queryAccessibleInterface(widget)
    derived = interface.text(QAccessible.Text.Name) if interface else ""
    return (widget.accessibleName() or derived).replace("&", "")


def words_on(widget: QWidget) -> Iterator[str]:
    """What one widget says."""
    yield widget.accessibleName()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&", "")
        case QLineEdit():
            yield widget.text()
        case QComboBox():
            yield widget.currentText()
        case QTextEdit() | QPlainTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView():
            yield from (spoken_row(widget, at) for at in range(widget.model().rowCount()))


def spoken_row(view: QAbstractItemView, at: int) -> str:
    """A row of a list or table, its cells as they are spoken, else as they are written."""
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    cells = [model.index(at, column) for column in range(columns)]
    return ", ".join(filter(None, (str(cell.data(SPOKEN) or cell.data() or "") for cell in cells)))


def program_environment(folder: Path) -> dict[str, str]:
    """For the program started as one of its own, which then keeps its settings in `folder`."""
    return {**os.environ, "PYTHONPATH": str(PROJECT / "src"), "XDG_CONFIG_HOME": str(folder)}


def _make_active(window: QWidget) -> None:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, WAIT), f"{window} does not become active"


def _wait_until(done: Callable[[], bool]) -> None:
    limit = QDeadlineTimer(WAIT)
    while not done():
        assert not limit.hasExpired(), "it never came about"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, PATIENCE)
        time.sleep(NAP)
    QCoreApplication.processEvents()


def _press(chord: str) -> None:
    combination = QKeySequence(chord)[0]  # type: ignore[index]  # PySide6 has it, its stubs do not
    QTest.keyClick(_hearing(), combination.key(), combination.keyboardModifiers())


def _hearing() -> QWidget:
    """What a key goes to: the menu that is open, else what has the focus."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    return target
