"""The editor of letters, templates and blocks: what the keys write, and its menu."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from jobtracker.ui.features.letters.writing.keys import is_for_letter
from jobtracker.ui.features.letters.writing.lines import break_line, to_border, toggle_list
from jobtracker.ui.features.letters.writing.markdown_signs import toggle_sign
from jobtracker.ui.features.letters.writing.token_edit import ONE, TokenEdit, spacing
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.fields import is_for_window

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHIFT = Qt.KeyboardModifier.ShiftModifier
NEWLINE = "\n"


class MenuPlace(NamedTuple):
    """Where a menu opens: the position in the document it is about, and a point of the screen."""

    position: int
    point: QPoint


class LetterEditor(TokenEdit):
    """`picking` tells that a field or block is to be put in at the cursor, `left` that the focus
    went, `menu_wanted` that its menu is to open.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.picking: Channel[None] = Channel()
        self.left: Channel[None] = Channel()
        self.menu_wanted: Channel[MenuPlace] = Channel()

    def put_paragraph(self, source: str, *, instead_of: int = 0) -> None:
        """Put text in as paragraphs of its own, at the border nearest to the cursor, and take
        away so many characters before the cursor.
        """
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if instead_of:
            cursor.movePosition(QTextCursor.MoveOperation.Left, ONE, instead_of)
            cursor.removeSelectedText()
        border = to_border(cursor)
        words = source.strip()
        self._letter.insert(cursor, f"{NEWLINE * border.before}{words}{NEWLINE * border.after}")
        cursor.movePosition(QTextCursor.MoveOperation.Left, n=border.after)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def wrap(self, sign: str) -> None:
        """Set Markdown's sign before and after what is selected, or take it away again."""
        self.setTextCursor(toggle_sign(self._letter, self.textCursor(), sign))

    def list_items(self, *, numbered: bool) -> None:
        """Make the lines of the selection items of a list, or lines again."""
        cursor = self.textCursor()
        toggle_list(cursor, numbered=numbered)
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back what was done to the letter once no typing is left to take back."""
        undo, redo = self.document().isUndoAvailable(), self.document().isRedoAvailable()
        if is_for_letter(event) or is_for_window(event, undo=undo, redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not self._open_token(event.modifiers()) and not self.isReadOnly():
                self._break_line(plain=bool(event.modifiers() & SHIFT))
            return
        if event.key() == Qt.Key.Key_F10 and event.modifiers() & SHIFT:
            self.open_menu()
            return
        super().keyPressEvent(event)
        if event.text() == "{" and not self.isReadOnly() and _words_before(self, 2) == "{{":
            self.picking.put(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            place = self.cursorForPosition(event.pos()).position()
            self.menu_wanted.put(MenuPlace(place, event.globalPos()))
        else:
            self.open_menu()

    def open_menu(self) -> None:
        """Open the menu for the words at the cursor, below them."""
        corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_wanted.put(MenuPlace(self.textCursor().position(), corner))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line of the cursor stays in sight when something takes room above or below."""
        line, before = self.cursorRect(), event.oldSize().height()
        super().resizeEvent(event)
        if line.top() >= 0 and line.bottom() <= before:
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.put(None)

    def _break_line(self, *, plain: bool) -> None:
        """Begin a new line. On an empty one Qt itself would only take its format away."""
        cursor = self.textCursor()
        break_line(cursor, spacing(self._theme), plain=plain)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _words_before(editor: QTextEdit, count: int) -> str:
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, ONE, count)
    return cursor.selectedText()
