"""Somebody at the window: the keys they press, and the words they see.

Nothing here knows a page from inside. What stands on the screen is read off whatever is visible:
labels, buttons, fields, texts, rows of lists, and the spoken names of what is painted.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jobtracker.desktop import Desktop
from jobtracker.ui.runtime.after_paint import AfterPaint
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

WAIT = 10_000
ROUNDS = 4
"""A change tells of itself, its listeners ask again, and their answers may ask once more."""

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
KEYBOARD = Qt.FocusReason.TabFocusReason


class Person:
    """Opens the window on a workspace file; `close` leaves it as a person does."""

    def __init__(self, file: Path, theme: Theme, qtbot: QtBot) -> None:
        self.file = file
        self._theme = theme
        self._qtbot = qtbot
        self.desktop = self._start()

    def _start(self) -> Desktop:
        memory = WindowMemory(self.file.with_name("settings.json"))
        desktop = Desktop(self.file, self._theme, memory)
        woken: list[bool] = []

        def wake() -> None:
            desktop.wake()
            woken.append(True)

        AfterPaint(desktop.window, wake)
        with self._qtbot.waitActive(desktop.window, timeout=WAIT):
            desktop.window.show()
            desktop.window.activateWindow()
        self._qtbot.waitUntil(lambda: bool(woken), timeout=WAIT)
        self.desktop = desktop
        self.settle()
        return desktop

    @property
    def window(self) -> QWidget:
        return self.desktop.window

    _left = False

    def close(self) -> None:
        """Close the window and end what stands behind it."""
        if self._left:
            return
        self.window.close()
        self.desktop.close()
        self.window.deleteLater()
        self.desktop.deleteLater()

    def opens_anew(self) -> None:
        """Leave, and start the program again."""
        self.close()
        self._start()

    def settle(self) -> None:
        """Let everything asked of the database come back, and what follows from it."""
        for _ in range(ROUNDS):
            with self._qtbot.waitCallback(timeout=WAIT) as answered:
                self.desktop.commander.read(lambda: None, answered)
            QApplication.processEvents()

    def presses(self, *chords: str) -> None:
        """Press key chords one after another, as in "Ctrl+N"."""
        for chord in chords:
            combination = QKeySequence(chord)[0]
            QTest.keyClick(self._hears(), combination.key(), combination.keyboardModifiers())
            self.settle()

    def types(self, text: str) -> None:
        """Type text where the keyboard is."""
        QTest.keyClicks(self._hears(), text)
        self.settle()

    def tabs_to(self, name: str) -> None:
        """Press Tab until the keyboard is on the control of this name."""
        visited = []
        while self.at != name:
            assert len(visited) < 60, f"Tab never reaches {name!r}: {visited}"
            self.presses("Tab")
            visited.append(self.at)

    def clicks(self, name: str) -> None:
        """Click the button of this name with the mouse."""
        (button,) = [
            one
            for one in self._visible(QAbstractButton)
            if name in (one.text().replace("&", ""), one.accessibleName())
        ]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def chooses(self, row: str) -> None:
        """Click a row of a list by words in it."""
        for view in self._visible(QAbstractItemView):
            model = view.model()
            for at in range(model.rowCount()):
                if row in _spoken_row(view, at):
                    place = view.visualRect(model.index(at, 0)).topLeft() + QPoint(8, 8)
                    view.scrollTo(model.index(at, 0))
                    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
                    self.settle()
                    return
        raise AssertionError(f"no row {row!r}")

    def copies(self, text: str) -> None:
        """Have text on the clipboard, as after copying it elsewhere."""
        QApplication.clipboard().setText(text)

    def answers_with(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and accept it."""
        dialog = self.file_dialog()
        assert dialog is not None, "no dialog asks for a file"
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.selectAll()
        QTest.keyClicks(name, str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)
        self.window.activateWindow()
        self.settle()

    def file_dialog(self) -> QFileDialog | None:
        """The dialog that asks for a file, if one is open."""
        open_ones = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QFileDialog) and one.isVisible()
        ]
        return open_ones[0] if open_ones else None

    @property
    def at(self) -> str:
        """The spoken name of what has the keyboard."""
        focused = QApplication.focusWidget()
        return name_of(focused) if focused is not None else ""

    @property
    def screen(self) -> list[str]:
        """All that can be read or heard on the screen now."""
        return list(self._words())

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        return any(words in one for one in self._words())

    def rows(self, of: str) -> list[str]:
        """The rows of the list or table of this name, as they are spoken."""
        (view,) = [v for v in self._visible(QAbstractItemView) if v.accessibleName() == of]
        return [_spoken_row(view, at) for at in range(view.model().rowCount())]

    def _hears(self) -> QWidget:
        """What a key goes to: the menu that is open, else what has the focus."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        assert isinstance(target, QWidget)
        return target

    def _words(self) -> Iterator[str]:
        for widget in self._visible(QWidget):
            yield from words_on(widget)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            yield from (action.text() for action in menu.actions())

    def _visible(self, kind: type) -> list:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]


def words_on(widget: QWidget) -> Iterator[str]:
    """What one widget says."""
    yield widget.accessibleName()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&", "")
        case QLineEdit():
            yield widget.text()
        case QTextEdit() | QPlainTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView():
            for at in range(widget.model().rowCount()):
                yield _spoken_row(widget, at)


def name_of(widget: QWidget) -> str:
    """The name a screen reader says: the given one, else that of its label or its own text."""
    from PySide6.QtGui import QAccessible

    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).replace("&", "") if interface else ""


def _spoken_row(view: QAbstractItemView, at: int) -> str:
    model = view.model()
    cells = [model.index(at, column) for column in range(model.columnCount())]
    return ", ".join(filter(None, (str(cell.data(SPOKEN) or cell.data() or "") for cell in cells)))
