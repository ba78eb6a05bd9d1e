"""A profile's sample letter: read-only, selectable, never markup, wrapped to be readable."""

from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from jobtracker.domain.letters import FieldUse, SectionEnd, SectionStart, label_of, parse
from jobtracker.ui.features.profiles.lines.delegate import MEASURE
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, Size
from jobtracker.ui.widgets.text_browser import SafeTextBrowser

EDGE = 4
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SampleLetter(SafeTextBrowser):
    """As high as its text, at most 75 characters wide. `caret` tells where the text cursor went,
    for scrolling after it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__("Sample letter")
        self.caret: Channel[QRect] = Channel()
        self._theme = theme
        self._text = ""
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
        self.cursorPositionChanged.connect(lambda: self.caret.put(self.cursorRect()))
        theme.changed.subscribe(lambda _tokens: self._fill(), owner=self)

    def show_letter(self, text: str) -> None:
        """A template's text, its fields as tinted words, its conditions quiet."""
        self._text = text
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

    def _write(self, cursor: QTextCursor) -> None:
        token = _coloured(self._theme.colours.accent_text)
        token.setBackground(self._theme.colours.info_tint)
        quiet, plain = _coloured(self._theme.colours.text3), QTextCharFormat()
        for piece in parse(self._text):
            if isinstance(piece, FieldUse):
                cursor.insertText(label_of(piece.name), token)
            else:
                condition = isinstance(piece, SectionStart | SectionEnd)
                shown = self._text[piece.start : piece.end]
                cursor.insertText(shown, quiet if condition else plain)

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
        measure = self._theme.metrics(BODY).horizontalAdvance(MEASURE) + 2 * EDGE
        width = min(self.viewport().width(), measure)
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
        self.setFixedHeight(ceil(self.document().size().height()))


def _coloured(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made
