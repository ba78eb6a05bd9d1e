"""The address of a link: asked for in a small field beside the cursor."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from jobtracker.domain.errors import InvalidInputError
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.links import (
    Link,
    checked_address,
    link_at,
    link_words,
    word_at,
    words_for,
)
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

WIDTH = 380
GAP = 4
HINT = "Enter sets the link, Esc leaves it. Empty takes it away"


class Linking(QFrame):
    """Makes what is selected or the word at the cursor a link, or changes the link there."""

    def __init__(self, theme: Theme, desk: QWidget, editor: LetterEditor) -> None:
        super().__init__(desk)
        self._theme = theme
        self._desk = desk
        self._editor = editor
        self._link: Link | None = None
        self.setProperty("s", "card")
        self.setAccessibleName("Link")
        self.address = _Address(self)
        self.address.textEdited.connect(lambda _text: self._say(""))
        self.hint = PlainLabel(HINT, "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[Space.SMALL] * 4)
        column.setSpacing(Space.SNUG)
        column.addWidget(self.address)
        column.addWidget(self.hint)
        self.hide()

    def open(self) -> None:
        """Ask for the address, below the cursor."""
        if self._editor.isReadOnly():
            return
        start, end = self._editor.source_selection()
        text = self._editor.source()
        there = link_at(text, start)
        whole = there is not None and end <= there.end
        if start == end:
            start, end = word_at(text, start)
        self._link = there if whole and there else Link(start, end, text[start:end], "")
        self.address.setText(self._link.address)
        self.address.selectAll()
        self._say("")
        self._place()
        self.show()
        self.raise_()
        self.address.setFocus(Qt.FocusReason.PopupFocusReason)

    def accept(self) -> None:
        """Write the link, or say what is wrong with its address."""
        link, typed = self._link, self.address.text().strip()
        if link is None:
            return
        try:
            address = checked_address(typed) if typed else ""
        except InvalidInputError as error:
            self._say(str(error))
            return
        words = link_words(link.words) or words_for(address)
        made = link._replace(words=words, address=address)
        self.leave()
        self._editor.select_source(link.start, link.end)
        if typed or link.address:
            self._editor.put_in(made.markdown if address else link.words)

    def leave(self) -> None:
        """Go away; what was typed here is given up."""
        if self.isVisible():
            self.hide()
            self._editor.setFocus()

    def _say(self, wrong: str) -> None:
        self.hint.setText(wrong or HINT)
        self.hint.set_role("danger" if wrong else "small")
        self.address.setAccessibleDescription(wrong or HINT)
        mark_wrong(self.address, wrong=bool(wrong))

    def _place(self) -> None:
        self.setFixedWidth(min(self._theme.px(WIDTH), self._desk.width()))
        self.adjustSize()
        corner = self._editor.cursorRect().bottomLeft()
        place = self._editor.viewport().mapTo(self._desk, corner)
        left = max(0, min(place.x(), self._desk.width() - self.width()))
        self.move(left, min(place.y() + GAP, self._desk.height() - self.height()))


class _Address(QLineEdit):
    def __init__(self, linking: Linking) -> None:
        super().__init__()
        keep_together(self)
        self._linking = linking
        self.setAccessibleName("Address of the link")
        self.setPlaceholderText("https://… or name@example.com")
        self.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tab sets the link, too: the field is about to vanish."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._linking.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._linking.leave()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._linking.hide()
