"""Paints the tokens of a letter: known fields tinted, missing ones dashed, sections quiet."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from jobtracker.ui.features.letters.writing.token_text import Kind, Token, token_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, STRONG, Size

PADDING = 3
AIR = 1
"""Between the tint and the characters beside it."""


class TokenPaint(QPyTextObject):
    """Qt calls it for each token. `missing` are the fields that leave a gap, `unused` those
    without a value whose section is not shown.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.missing: frozenset[str] = frozenset()
        self.unused: frozenset[str] = frozenset()
        self._sizes: dict[tuple[str, bool], QSizeF] = {}
        theme.changed.subscribe(lambda _tokens: self._sizes.clear(), owner=self)

    def intrinsicSize(self, _document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        token = token_of(style)
        if token is None:
            return QSizeF()
        key = token.label, token.kind is Kind.FIELD
        if key not in self._sizes:
            metrics = self._theme.metrics(STRONG if key[1] else SMALL)
            width = metrics.horizontalAdvance(token.label) + 2 * (PADDING + AIR)
            self._sizes[key] = QSizeF(width, metrics.height() + 2 * AIR)
        return self._sizes[key]

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        style: QTextFormat,
    ) -> None:
        token = token_of(style)
        if token is None:
            return
        font = self._font(token)
        line = _baseline(document, position, rect)
        metrics = self._theme.metrics(STRONG)
        top = line - metrics.ascent() - AIR
        box = QRectF(rect.left() + AIR, top, rect.width() - 2 * AIR, metrics.height() + 2 * AIR)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter, box, token)
        painter.setFont(font)
        painter.drawText(QPointF(box.left() + PADDING, line), token.label)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRectF, token: Token) -> None:
        """The ground of a token; leaves the painter with the pen for its words."""
        colours = self._theme.colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if token.kind is not Kind.FIELD or token.name in self.unused:
            painter.setPen(QPen(colours.border_button, 1))
            ink = colours.text3
        elif token.name in self.missing:
            painter.setBrush(colours.warn_tint)
            painter.setPen(QPen(colours.warn, 1, Qt.PenStyle.DashLine))
            ink = colours.warn
        else:
            painter.setBrush(colours.info_tint)
            high = self._theme.tokens.high_contrast
            painter.setPen(QPen(colours.border, 1) if high else QPen(Qt.PenStyle.NoPen))
            ink = colours.accent_text
        box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Size.RADIUS_MARK, Size.RADIUS_MARK)
        painter.setPen(ink)

    def _font(self, token: Token) -> QFont:
        return self._theme.font(STRONG if token.kind is Kind.FIELD else SMALL)


def _baseline(document: QTextDocument, position: int, rect: QRectF | QRect) -> float:
    """Where the line of a position stands; without a layout, the foot of its rectangle."""
    block = document.findBlock(position)
    layout = block.layout()
    line = layout.lineForTextPosition(position - block.position())
    if not line.isValid():
        return QRectF(rect).bottom()
    return layout.position().y() + line.y() + line.ascent()
