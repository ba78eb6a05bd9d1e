"""A text edit whose tags are tokens: one character each, told apart by ear and by eye."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.writing.highlighter import Highlighter
from jobtracker.ui.features.letters.writing.token_paint import TokenPaint
from jobtracker.ui.features.letters.writing.token_text import (
    OBJECT,
    OBJECT_TYPE,
    Kind,
    Token,
    TokenText,
)
from jobtracker.ui.features.letters.writing.token_under import token_under
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import plain_tip

LEADING = 24
"""From line to line, in px at 100 % text; fixed, or tokens would push their lines apart."""
ALONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ONE = QTextCursor.MoveMode.KeepAnchor


class TokenEdit(QTextEdit):
    """`edited` tells that the text changed, `asked` the name of a field to be opened."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.edited: Channel[None] = Channel()
        self.asked: Channel[FieldName] = Channel()
        self._theme = theme
        self._paint = TokenPaint(theme, self)
        self._loading = False
        self.setProperty("k", "bare")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        document = self.document()
        document.setDocumentMargin(Space.PANE)
        frame = document.rootFrame().frameFormat()
        frame.setTopMargin(Space.MEDIUM)
        document.rootFrame().setFrameFormat(frame)
        document.documentLayout().registerHandler(OBJECT_TYPE, self._paint)
        self._letter = TokenText(document)
        self.highlighter = Highlighter(theme, document)
        document.contentsChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._describe)
        theme.changed.subscribe(lambda _tokens: _follow(self, theme), owner=self)

    def show_text(self, text: str) -> None:
        """Show a letter's text; the cursor stays at its place in the text if there is one."""
        place = self.source_position()
        self._loading = True
        self._letter.load(text, spacing(self._theme))
        self._loading = False
        self.select_source(min(place, len(text)), min(place, len(text)))

    def source(self) -> str:
        """The letter's text, exactly."""
        return self._letter.text()

    def source_position(self) -> int:
        return self._letter.offset_of(self.textCursor().position())

    def source_selection(self) -> tuple[int, int]:
        """Where what is selected begins and ends in the letter's text."""
        cursor = self.textCursor()
        starts = cursor.selectionStart(), cursor.selectionEnd()
        first, last = map(self._letter.offset_of, starts)
        return first, last

    def set_missing(
        self, missing: frozenset[FieldName], unused: frozenset[FieldName] = frozenset()
    ) -> None:
        """Say which fields leave a gap, and which have no value but leave none."""
        if (missing, unused) != (self._paint.missing, self._paint.unused):
            self._paint.missing, self._paint.unused = missing, unused
            self.viewport().update()
            self._describe()

    def select_source(self, start: int, end: int) -> None:
        """Select a stretch of the letter's text and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._letter.position_of(start))
        last = self._letter.position_of(end)
        cursor.setPosition(max(last, cursor.position()), ONE)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_field(self, name: FieldName) -> bool:
        """Bring the first use of a field into view, without taking the focus."""
        found = (place for place, token in self._letter.tokens() if token.name == name)
        place = next(found, -1)
        if place >= 0:
            cursor = self.textCursor()
            cursor.setPosition(place + 1)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        return place >= 0

    def put_in(self, source: str, *, instead_of: int = 0) -> None:
        """Put text in at the cursor, instead of so many characters before it."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if instead_of:
            cursor.movePosition(QTextCursor.MoveOperation.Left, ONE, instead_of)
        self._letter.insert(cursor, source)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def chosen_token(self) -> Token | None:
        """The token that is selected, and nothing else."""
        cursor = self.textCursor()
        if cursor.selectionEnd() - cursor.selectionStart() != 1:
            return None
        return self._letter.token_at(cursor.selectionStart())

    def spoken(self) -> str:
        """The paragraph of the cursor for somebody who hears it."""
        return self._letter.spoken(self.textCursor().block(), self._paint.missing)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = token_under(self, self._letter, event.position().toPoint())
        if place >= 0 and not self.textCursor().hasSelection():
            self._select_token(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = token_under(self, self._letter, event.position().toPoint())
        if place < 0:
            super().mouseDoubleClickEvent(event)
            return
        self._select_token(place)
        self._open_token(ALONE)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = token_under(self, self._letter, event.pos())
            token = self._letter.token_at(place) if place >= 0 else None
            words = token.spoken(self._paint.missing) if token else ""
            QToolTip.showText(event.globalPos(), plain_tip(words.removeprefix("field ")), self)
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the letter's text, its tags as they are written."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._letter.between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words alone, never another program's formats."""
        self.put_in(source.text().replace("\r\n", "\n").replace("\r", "\n"))

    def _open_token(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Enter opens a selected token, Ctrl+Enter the one beside the cursor as well."""
        token = self.chosen_token()
        if token is None and modifiers & CONTROL:
            at = self.textCursor().position()
            before = self._letter.token_at(at - 1) if at else None
            token = self._letter.token_at(at) or before
        if token is None or token.kind is Kind.SIGN:
            return False
        self.asked.put(token.name)
        return True

    def _select_token(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place)
        cursor.setPosition(place + 1, ONE)
        self.setTextCursor(cursor)

    def _changed(self) -> None:
        """Qt also tells of lines that only look otherwise, which are no change."""
        if not self._loading and not self.highlighter.styling:
            self.edited.put(None)

    def _describe(self) -> None:
        """Let a screen reader hear the tokens of the paragraph it is in."""
        if self._loading or not QAccessible.isActive():
            return
        if OBJECT in self.textCursor().block().text():
            self.setAccessibleDescription(self.spoken())
            token = self.chosen_token()
            if token is not None:
                words = token.spoken(self._paint.missing)
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _follow(editor: TokenEdit, theme: Theme) -> None:
    """Paint anew; where the text size has changed, space the lines anew."""
    if editor.document().firstBlock().blockFormat().lineHeight() != theme.px(LEADING):
        editor.show_text(editor.source())
    editor.viewport().update()


def spacing(theme: Theme) -> QTextBlockFormat:
    """Lines of one height."""
    made = QTextBlockFormat()
    height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    made.setLineHeight(theme.px(LEADING), height)
    return made
