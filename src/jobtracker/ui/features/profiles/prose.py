"""Running text as one document: read-only, selectable, never markup, wrapped to be readable.

One widget holds a whole section, however many lines a page had.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from jobtracker.domain.letters import FieldUse, SectionEnd, SectionStart, label_of, parse
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, Size, Space
from jobtracker.ui.widgets.text_browser import SafeTextBrowser

MEASURE = "Builds services and looks after them; most days hold a bit of each of"
"""As wide as running text may be: a usual line of 69 characters, none has above 75."""
EDGE = 4
LABELS = 168
INDENT = 18
GAP = 6
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Prose(SafeTextBrowser):
    """As high as its text. `caret` tells where the text cursor went, for scrolling after it.

    Running text is wrapped to 75 characters; facts use the whole width.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self.caret: Channel[QRect] = Channel()
        self._theme = theme
        self._write: Callable[[QTextCursor], None] = _nothing
        self._measured = True
        self._by_key = False
        self.setProperty("k", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(EDGE)
        self.document().setIndentWidth(INDENT)
        self.cursorPositionChanged.connect(lambda: self.caret.put(self.cursorRect()))
        theme.changed.subscribe(lambda _tokens: self._fill(), owner=self)

    def show_paragraphs(self, paragraphs: Sequence[str]) -> None:
        self._show(partial(_paragraphs, paragraphs))

    def show_bullets(self, items: Sequence[str]) -> None:
        self._show(partial(_bullets, items))

    def show_groups(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Bullets under headings; a heading may be empty."""
        self._show(partial(_groups, groups))

    def show_answers(self, answers: Sequence[tuple[str, str]]) -> None:
        """Each question with its answer below."""
        self._show(partial(_answers, answers))

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Labels and values in two columns, over the whole width."""
        self._show(partial(self._facts, facts), measured=False)

    def show_letter(self, text: str) -> None:
        """A template's text, its fields as tinted words, its conditions quiet."""
        self._show(partial(self._letter, text))

    def _show(self, write: Callable[[QTextCursor], None], *, measured: bool = True) -> None:
        self._write, self._measured = write, measured
        self._fill()

    def _fill(self) -> None:
        """Write the document anew: its colours are those of the moment."""
        self.blockSignals(True)
        document = self.document()
        document.clear()
        document.setDefaultFont(self._theme.font(BODY))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._write(cursor)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.blockSignals(False)
        self._fit()

    def _facts(self, facts: Sequence[tuple[str, str]], cursor: QTextCursor) -> None:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(0)
        shape.setCellSpacing(0)
        fixed, rest = QTextLength.Type.FixedLength, QTextLength.Type.PercentageLength
        labels = QTextLength(fixed, self._theme.px(LABELS))
        shape.setColumnWidthConstraints([labels, QTextLength(rest, 100)])
        table = cursor.insertTable(len(facts), 2, shape)
        quiet = _coloured(self._theme.colours.text3)
        room = QTextTableCellFormat()
        room.setBottomPadding(Space.SMALL)
        room.setRightPadding(Space.SMALL)
        for number, (label, value) in enumerate(facts):
            for column, (text, how) in enumerate(((label, quiet), (value, QTextCharFormat()))):
                cell = table.cellAt(number, column)
                cell.setFormat(room)
                cell.firstCursorPosition().insertText(text, how)

    def _letter(self, text: str, cursor: QTextCursor) -> None:
        token = _coloured(self._theme.colours.accent_text)
        token.setBackground(self._theme.colours.info_tint)
        quiet, plain = _coloured(self._theme.colours.text3), QTextCharFormat()
        for piece in parse(text):
            if isinstance(piece, FieldUse):
                cursor.insertText(label_of(piece.name), token)
            else:
                condition = isinstance(piece, SectionStart | SectionEnd)
                cursor.insertText(text[piece.start : piece.end], quiet if condition else plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGING:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() in BY_KEY
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() and self._by_key):
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.focus, self._theme.ring))
        ring = self.viewport().rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ring, Size.RADIUS, Size.RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        if self._measured:
            measure = self._theme.metrics(BODY).horizontalAdvance(MEASURE) + 2 * EDGE
            width = min(width, measure)
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
        self.setFixedHeight(ceil(self.document().size().height()))


def _nothing(_cursor: QTextCursor) -> None:
    """The writer of an empty document."""


def _paragraphs(paragraphs: Iterable[str], cursor: QTextCursor) -> None:
    for number, text in enumerate(paragraphs):
        _block(cursor, number, _spaced(Space.SMALL))
        cursor.insertText(text)


def _bullets(items: Iterable[str], cursor: QTextCursor) -> None:
    shape = QTextListFormat()
    shape.setStyle(QTextListFormat.Style.ListDisc)
    made = None
    for number, text in enumerate(items):
        _block(cursor, number, _spaced(GAP))
        if made is None:
            made = cursor.createList(shape)
        else:
            made.add(cursor.block())
        cursor.insertText(text.replace("\n", "\u2028"))


def _groups(groups: Iterable[tuple[str, Sequence[str]]], cursor: QTextCursor) -> None:
    for number, (heading, items) in enumerate(groups):
        if heading:
            _block(cursor, number, _heading(number))
            cursor.insertText(heading, _strong())
        if items:
            if heading or number:
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            _bullets(items, cursor)


def _answers(answers: Iterable[tuple[str, str]], cursor: QTextCursor) -> None:
    for number, (question, answer) in enumerate(answers):
        _block(cursor, number, _heading(number))
        cursor.insertText(question, _strong())
        for paragraph in answer.split("\n"):
            cursor.insertBlock(_spaced(GAP), QTextCharFormat())
            cursor.insertText(paragraph)


def _block(cursor: QTextCursor, number: int, shape: QTextBlockFormat) -> None:
    """Begin a block; the first one is there already."""
    if number:
        cursor.insertBlock(shape, QTextCharFormat())
    else:
        cursor.mergeBlockFormat(shape)


def _spaced(below: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setBottomMargin(below)
    return made


def _heading(number: int) -> QTextBlockFormat:
    made = _spaced(Space.TIGHT)
    made.setTopMargin(Space.SMALL if number else 0)
    made.setHeadingLevel(3)
    return made


def _strong() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _coloured(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made
