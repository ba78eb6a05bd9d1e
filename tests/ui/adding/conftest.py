"""The add sheet over the applications page in a real window, and what one does with it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.applications.conftest import Desk, add, desk, some, stocked_file, workspace

from jobtracker.ui.features.adding.add_sheet import AddSheet
from jobtracker.ui.features.adding.draft import Draft

__all__ = ["add", "desk", "some", "stocked_file", "workspace"]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
POSTING = """\
Senior Python Developer
Rose Park, Boston, MA. Hybrid.

Rose Park grows roses. You will write typed Python for the greenhouses.

Pay: $138,000 to $162,000 a year plus bonus.
Apply by 30 December 2026.
Questions: Jane Roe, jane.roe@rosepark.example
"""


class Capture:
    """Somebody at the list with a posting on the clipboard."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def sheet(self) -> AddSheet:
        assert self.desk.add_sheet is not None
        return self.desk.add_sheet

    @property
    def is_open(self) -> bool:
        return self.desk.add_sheet is not None

    @property
    def draft(self) -> Draft:
        return self.sheet.draft()

    def copy(self, text: str, html: str = "") -> None:
        """Have a posting on the clipboard, as after copying it in a browser."""
        if not html:
            QApplication.clipboard().setText(text)
            return
        copied = QMimeData()
        copied.setText(text)
        copied.setHtml(html)
        QApplication.clipboard().setMimeData(copied)

    def paste(self, text: str, html: str = "") -> AddSheet:
        """Copy a posting and press Ctrl+V on the list; the sheet once it is filled."""
        self.copy(text, html)
        self.desk.table.setFocus()
        self.desk.key(Qt.Key.Key_V, CONTROL)
        self.read()
        return self.sheet

    def read(self) -> None:
        """Wait until what was pasted is read."""
        adding = self.desk.capturing.adding
        assert adding is not None
        self.desk.qtbot.waitUntil(lambda: not adding.intake.under_way)
        self.desk.settle()

    def field(self, name: str) -> QLineEdit:
        return self.sheet.form.texts[name]

    def said_of(self, name: str) -> str:
        """What a screen reader says of a field beside its name."""
        return str(self.sheet.form.field(name).editor.accessibleDescription())

    def marked(self) -> dict[str, str]:
        """The words marked in the text, by the field they fill."""
        return dict(self.sheet.side.edit.mark_words())

    def select(self, words: str) -> None:
        """Select words in the text with the keyboard in it."""
        edit = self.sheet.side.edit
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        start = edit.toPlainText().index(words)
        cursor = edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)

    def click_on(self, words: str) -> None:
        """Click in the middle of a word of the text."""
        edit = self.sheet.side.edit
        cursor = edit.textCursor()
        cursor.setPosition(edit.toPlainText().index(words) + len(words) // 2)
        self.click_at(edit.cursorRect(cursor).center())

    def click_at(self, place: QPoint) -> None:
        QTest.mouseClick(self.sheet.side.edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.desk.settle()


@pytest.fixture
def capture(desk: Callable[[], Desk]) -> Iterator[Capture]:
    """Opens the window; the sheet is closed at the end."""
    made = Capture(desk())
    yield made
    QApplication.clipboard().clear()  # or it dies with Qt, and takes it along
    if made.is_open:
        made.sheet.close()
        made.desk.settle()
