"""Paints a line of a profile, wrapped: a check box or a label before it, its note below."""

import re
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from jobtracker.ui.features.profiles.lines.parts import FACT, HEADING, TICK, Line
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, SMALL, STRONG, Size, Space, TypeToken
from jobtracker.ui.widgets.fields import TICK as TICK_CORNERS
from jobtracker.ui.widgets.row_model import ROW

MEASURE = "Builds services and looks after them; most days hold a bit of each of"
"""As wide as running text may be: a usual line of 69 characters, none has above 75."""
EDGE = 4
BOX = 16
LABELS = 152
LABEL_SHARE = 0.34
"""Of the width at most, for the labels of facts."""
ABOVE = 5
TARGET = 28
LONG_WORD = re.compile(r"\S{60}")
UNBOUND = 1 << 20
ITEMS = 1.4
"""An item of a list may be so many times as wide as running text: most then stay one line."""


def wrapping(text: str) -> int:
    """Between words; anywhere where one word alone may be wider than the page."""
    flags = Qt.TextFlag.TextWrapAnywhere if LONG_WORD.search(text) else Qt.TextFlag.TextWordWrap
    return int(flags)


class Rects(NamedTuple):
    """Where the parts of a line stand; what it has not is empty."""

    box: QRect
    lead: QRect
    text: QRect
    note: QRect


class Opened(NamedTuple):
    """The row that is being typed in, the height it needs, in px, and whether the field stands in
    the place of its words.
    """

    row: int = -1
    height: int = 0
    covers: bool = False


class LineDelegate(QStyledItemDelegate):
    """Knows how high each line is at the list's width, and paints it so."""

    def __init__(self, theme: Theme, view: QListView, *, bullets: bool) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._bullets = bullets
        self.opened = Opened()

    def height(self, row: int, line: Line) -> int:
        """In px; the one that is being typed in is as high as what is seen of it."""
        if row == self.opened.row:
            return max(self.opened.height, self.theme.px(TARGET))
        rects = self.rects(line, QRect(0, 0, self._view.width(), UNBOUND))
        low = max(part.bottom() + 1 for part in rects) + self.theme.px(ABOVE)
        return max(low, self.theme.px(TARGET))

    def rects(self, line: Line, room: QRect) -> Rects:
        """Where the parts of a line stand in a row."""
        theme = self.theme
        top = room.top() + theme.px(ABOVE) + (Space.SNUG if line.look == HEADING else 0)
        left, right = room.left() + EDGE, room.right() - EDGE
        line_height = theme.metrics(BODY).height()
        box = lead = QRect()
        if line.look == TICK:
            side = theme.px(BOX)
            box = QRect(left, top + (line_height - side) // 2, side, side)
            left += side + theme.px(Space.MEDIUM)
        elif line.look == FACT:
            width = min(theme.px(LABELS), round(room.width() * LABEL_SHARE))
            lead = self._wrapped(QRect(left, top, width - Space.SMALL, UNBOUND), line.lead, BODY)
            left += width
        elif self._bullets and line.look != HEADING:
            left += theme.px(Space.LARGE)
        width = min(right - left, self._measure(line))
        token = STRONG if line.look == HEADING else BODY
        text = self._wrapped(QRect(left, top, width, UNBOUND), line.text, token)
        note = QRect()
        if line.note:
            place = QRect(left, text.bottom() + 1 + Space.HAIR, width, UNBOUND)
            note = self._wrapped(place, line.note, SMALL)
        return Rects(box, lead, text, note)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, self.height(index.row(), index.data(ROW)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(ROW)
        room = QRect(option.rect)
        rects = self.rects(line, room)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            self._paint_ring(painter, room)
        if line.look == TICK:
            self._paint_box(painter, rects.box, checked=line.shown)
        elif self._bullets and line.look not in (HEADING, FACT):
            self._paint_bullet(painter, rects.text)
        if index.row() != self.opened.row or not self.opened.covers:
            self._paint_words(painter, rects, line)
        painter.restore()

    def _paint_words(self, painter: QPainter, rects: Rects, line: Line) -> None:
        colours = self.theme.colours
        self._paint_text(painter, rects.lead, line.lead, BODY, colours.text3)
        token = STRONG if line.look == HEADING else BODY
        self._paint_text(painter, rects.text, line.text, token, colours.text)
        self._paint_text(painter, rects.note, line.note, SMALL, colours.text2)

    def _measure(self, line: Line) -> int:
        """How wide a line may be: running text to be read easily, single items wider."""
        usual = self.theme.metrics(BODY).horizontalAdvance(MEASURE)
        if line.look == FACT:
            return UNBOUND
        return round(usual * ITEMS) if line.look == TICK or self._bullets else usual

    def _wrapped(self, room: QRect, text: str, token: TypeToken) -> QRect:
        found = self.theme.metrics(token).boundingRect(room, wrapping(text), text or " ")
        return QRect(room.left(), room.top(), room.width(), found.height())

    def _paint_text(
        self, painter: QPainter, rect: QRect, text: str, token: TypeToken, colour: object
    ) -> None:
        if text:
            painter.setFont(self.theme.font(token))
            painter.setPen(QPen(colour))
            painter.drawText(rect, wrapping(text), text)

    def _paint_ring(self, painter: QPainter, room: QRect) -> None:
        painter.setPen(QPen(self.theme.colours.focus, self.theme.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)

    def _paint_bullet(self, painter: QPainter, text: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colours.text3)
        middle = text.top() + self.theme.metrics(BODY).height() / 2
        painter.drawEllipse(QPointF(text.left() - self.theme.px(Space.MEDIUM) + 2, middle), 2, 2)

    def _paint_box(self, painter: QPainter, rect: QRect, *, checked: bool) -> None:
        colours = self.theme.colours
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colours.accent if checked else colours.border_strong, 1))
        painter.setBrush(colours.accent if checked else colours.surface)
        painter.drawRoundedRect(box, Size.RADIUS_MARK, Size.RADIUS_MARK)
        if checked:
            painter.setPen(QPen(colours.on_accent, 1.8))
            grown = rect.width() / BOX
            painter.drawPolyline(
                [QPointF(x * grown, y * grown) + box.topLeft() for x, y in TICK_CORNERS]
            )
