"""The menu of an editor: what a misspelt word may have been meant to be, and the usual lines."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.spelling import Spelling
from jobtracker.ui.widgets.menus import Menu

KEYS = {
    "edit-undo": QKeySequence.StandardKey.Undo,
    "edit-redo": QKeySequence.StandardKey.Redo,
}
LOOKING, NOTHING = "Looking for suggestions…", "No suggestion"


class EditorMenu(Menu):
    """Opens at a place of the text, by mouse, by the Menu key or by walking with F7."""

    def __init__(self, editor: LetterEditor, spelling: Spelling | None) -> None:
        super().__init__(editor)
        self._editor = editor
        self._spelling = spelling
        self._corner = QPoint()
        self._walk: Callable[[], object] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_at(
        self, position: int, point: QPoint, walk: Callable[[], object] | None = None
    ) -> None:
        """Show the lines for a position of the document; with `walk`, F7 goes on to it."""
        self._walk = walk
        word = self._spelling.word_at(position) if self._spelling else None
        if word is not None and self._spelling is not None and not self._editor.isReadOnly():
            self._add_spelling(self._spelling, word)
        usual = self._editor.createStandardContextMenu(point)
        self.destroyed.connect(usual.deleteLater)
        _name_keys(usual.actions())
        self.addActions(usual.actions())
        self._corner = point
        self.popup(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F7 and self._walk is not None:
            walk = self._walk
            self.close()
            walk()
            return
        super().keyPressEvent(event)

    def _add_spelling(self, spelling: Spelling, word: QTextCursor) -> None:
        text = word.selectedText()
        looking = self.addAction(LOOKING)
        looking.setEnabled(False)
        self.addSeparator()
        self.addAction(f"Add “{text}” to dictionary").triggered.connect(lambda: spelling.add(text))
        self.addAction("Ignore in this letter").triggered.connect(lambda: spelling.ignore(text))
        self.addSeparator()
        spelling.suggest(text, lambda found: self._offer(found, looking, word), self)

    def _offer(self, found: list[str], looking: QAction, word: QTextCursor) -> None:
        """Put the suggestions in the place of the line that waits for them."""
        if not found:
            looking.setText(NOTHING)
            return
        offers = [QAction(one, self) for one in found]
        for offer, text in zip(offers, found, strict=True):
            offer.triggered.connect(_replacing(self._editor, word, text))
        self.insertActions(looking, offers)
        self.removeAction(looking)
        self.setActiveAction(offers[0])
        self._keep_inside()

    def _keep_inside(self) -> None:
        """Its lines have become more: near the foot of the screen it goes above the words."""
        size, room = self.sizeHint(), self.screen().availableGeometry()
        self.resize(size)
        top = self._corner.y()
        if top + size.height() > room.bottom():
            top -= self._editor.cursorRect().height() + size.height()
        highest = room.bottom() + 1 - size.height()
        self.move(self.x(), max(room.top(), min(top, highest)))


def _name_keys(actions: Iterable[QAction]) -> None:
    """Qt leaves a key out of its line where an action of the window has it as well."""
    for action in actions:
        key = KEYS.get(action.objectName())
        if key is not None and "\t" not in action.text():
            words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{action.text()}\t{words}")


def _replacing(editor: LetterEditor, word: QTextCursor, text: str) -> Callable[[], None]:
    def replace() -> None:
        word.insertText(text, QTextCharFormat())
        editor.setTextCursor(word)

    return replace
