"""The posting's text: always plain and exact, with the words marked that fill the fields."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from jobtracker.ui.features.adding.contract import LONGEST, Pasted
from jobtracker.ui.features.adding.fields import TEXTS, label
from jobtracker.ui.features.adding.filling import Mark
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.long_text import ENTER, ExactText
from jobtracker.ui.widgets.menus import Menu

WORD = re.compile(r"\S+")
AROUND = ".,;:!?()[]{}<>\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}|*"
REACH = 12
"""So many px beside a word still are a click on it."""


class Picked(NamedTuple):
    """Words of the text that a person wants in a field."""

    field: str
    words: str


class _Marked(NamedTuple):
    """`cursor` follows the edits of the text; `words` are what it held at first."""

    name: str
    value: str
    cursor: QTextCursor
    words: str


class PostingEdit(ExactText):
    """`pasted` tells a posting that came from the clipboard, `dropped` a file, `picked` words for
    a field. While `aim` names a field, a click on a word is for it; a click beside words is not.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pasted: Channel[Pasted] = Channel()
        self.dropped: Channel[Path] = Channel()
        self.picked: Channel[Picked] = Channel()
        self._theme = theme
        self._marks: list[_Marked] = []
        self._shown = ""
        self._aim = ""
        self._clicking = ""
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Paste the posting or its link here")
        self.document().contentsChanged.connect(self._follow_edit)
        theme.changed.subscribe(lambda _tokens: self._paint_marks(), owner=self)

    def show_text(self, text: str) -> None:
        """Replace the text, as one step of typing that can be taken back here."""
        if text == self.toPlainText():
            return
        if self.document().isEmpty():
            self.setPlainText(text)
            return
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark where the fields were read; a mark that does not fit the text is left out."""
        text = self.toPlainText()
        self._marks = []
        for mark in marks:
            words = text[mark.span.start : mark.span.end]
            if words:
                start, length = _units(text[: mark.span.start]), _units(words)
                self._marks.append(self._marked(mark.name, mark.value, start, start + length))
        self._paint_marks()

    def keep_marks(self, holds: Callable[[str, str], bool]) -> None:
        """Drop the marks whose field no longer holds what was read there."""
        kept = [one for one in self._marks if holds(one.name, one.value)]
        if len(kept) != len(self._marks):
            self._marks = kept
            self._paint_marks()

    def mark_words(self) -> list[tuple[str, str]]:
        """The fields with a mark and the words that are marked."""
        return [(one.name, one.words) for one in self._marks]

    def show_field(self, name: str) -> None:
        """Make the mark of this field stand out, "" for none; it is scrolled into sight."""
        if name == self._shown:
            return
        self._shown = name
        self._paint_marks()
        found = next((one for one in self._marks if one.name == name), None)
        if found is not None and not self.hasFocus():
            there = QTextCursor(found.cursor)
            there.clearSelection()
            self.setTextCursor(there)

    def aim_at(self, field: str) -> None:
        """The next click on a word is for this field; "" for none."""
        self._aim = field

    @property
    def aim(self) -> str:
        return self._aim

    def pick(self, field: str) -> bool:
        """Use the selected words for a field; False where none are selected."""
        cursor = self.textCursor()
        words = " ".join(_words_of(cursor).split())
        if not words:
            return False
        self._marks = [one for one in self._marks if one.name != field]
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._marks.append(self._marked(field, words, start, end))
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self._paint_marks()
        self.picked.put(Picked(field, words))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc belong to the sheet."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._aim = ""
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._clicking, self._aim = (self._aim if left else ""), ""
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        field, self._clicking = self._clicking, ""
        place = event.position().toPoint()
        if field and (self.textCursor().hasSelection() or self._select_word(place)):
            self.pick(field)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, and what the selected words can be used for."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.textCursor().hasSelection():
            uses = Menu(menu, "Use for")
            for name in TEXTS:
                uses.addAction(label(name)).triggered.connect(
                    lambda _checked, name=name: self.pick(name)
                )
            menu.insertMenu(menu.actions()[0], uses)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A paste over everything is another posting; one in between is more of this one."""
        files = _files(source)
        if files:
            self.dropped.put(files[0])
            return
        whole = len(_words_of(self.textCursor())) == len(self.toPlainText())
        if whole and source.text().strip():
            self.pasted.put(Pasted(source.text(), source.html()))
            return
        if len(self.toPlainText()) + len(source.text()) > LONGEST:
            self.pasted.put(Pasted(self.toPlainText() + source.text()))
            return
        super().insertFromMimeData(source)
        self.pasted.put(Pasted(self.toPlainText()))

    def _select_word(self, place: QPoint) -> bool:
        """Select the word under a click; False where there is none."""
        cursor = self.cursorForPosition(place)
        if abs(self.cursorRect(cursor).center().x() - place.x()) > self._theme.px(REACH):
            return False
        block = cursor.block()
        text = block.text()
        before = text.encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        at = len(before.decode("utf-16-le", "ignore"))
        found = next((one for one in WORD.finditer(text) if one.start() <= at <= one.end()), None)
        if found is None:
            return False
        word = found[0].lstrip(AROUND)
        start = found.end() - len(word)
        word = word.rstrip(AROUND)
        cursor.setPosition(block.position() + _units(text[:start]))
        cursor.setPosition(cursor.position() + _units(word), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return bool(word)

    def _marked(self, name: str, value: str, start: int, end: int) -> _Marked:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return _Marked(name, value, cursor, _words_of(cursor))

    def _follow_edit(self) -> None:
        """A mark moves with its words, and goes when they are changed."""
        if not self._marks:
            return
        kept = [one for one in self._marks if _words_of(one.cursor) == one.words]
        if len(kept) != len(self._marks):
            self._marks = kept
            self._paint_marks()

    def _paint_marks(self) -> None:
        """In the tint of information; underlined too for the focused field and high contrast."""
        colours = self._theme.colours
        selections = []
        for mark in self._marks:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(colours.info_tint)
            if mark.name == self._shown or self._theme.tokens.high_contrast:
                line = QTextCharFormat.UnderlineStyle
                solid = mark.name == self._shown
                look.setUnderlineStyle(line.SingleUnderline if solid else line.DotLine)
                look.setUnderlineColor(colours.accent_text)
            selection.format = look
            selection.cursor = mark.cursor
            selections.append(selection)
        self.setExtraSelections(selections)


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def _words_of(cursor: QTextCursor) -> str:
    return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")


def _units(text: str) -> int:
    """The length Qt counts: one for each 16-bit unit, two for a character beyond them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
