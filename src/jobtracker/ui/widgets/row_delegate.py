"""Paints rows in the house style: tint and edge for selected, ring for focus, line below.

A feature derives from `RowDelegate` and paints what is in a cell with the helpers here.
"""

from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, SMALL, STRONG, Size, Space, TypeToken
from jobtracker.ui.widgets.row_model import ROW
from jobtracker.ui.widgets.row_table import RowView

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NARROWEST = 40  # px; no column is narrower, so what ends this near to the edge is the last one
MOST_REMEMBERED = 4096
CENTRE = Qt.AlignmentFlag.AlignCenter
_LAID: "dict[tuple[object, ...], _Laid]" = {}


class Cell(NamedTuple):
    """What a delegate is asked to paint: the row whole, its column and its state."""

    row: Any
    column: int
    rect: QRect
    selected: bool
    hovered: bool
    focused: bool


class RowDelegate(QStyledItemDelegate):
    """Paints background, edge, ring and line; `paint_cell` adds the content."""

    def __init__(self, theme: Theme, parent: RowView, height: int = Size.ROW) -> None:
        super().__init__(parent)
        self.theme = theme
        self._height = height
        self._view = parent

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        raise NotImplementedError

    def is_group(self, _row: Any) -> bool:
        """Whether this row is the heading of a group; it stands on sunken ground."""
        return False

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, self.theme.px(self._height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ask the view what is selected: the option's own state costs an import at start."""
        view = self._view
        cell = Cell(
            index.data(ROW),
            index.column(),
            QRect(option.rect),
            view.selectionModel().isSelected(index),
            view.hovered_row == index.row(),
            view.has_ring(index.row()),
        )
        painter.save()
        self.paint_ground(painter, cell)
        self.paint_cell(painter, cell)
        painter.restore()

    def paint_ground(self, painter: QPainter, cell: Cell) -> None:
        """Background, the edge of a selected row, the line below, the ring of keyboard focus."""
        colours = self.theme.colours
        rect = cell.rect
        if cell.selected:
            fill(painter, rect, colours.selected)
        elif cell.hovered:
            fill(painter, rect, colours.hover)
        elif self.is_group(cell.row):
            fill(painter, rect, colours.sunken)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border)
        if cell.selected and cell.column == 0:
            fill(painter, QRect(rect.left(), rect.top(), Size.EDGE, rect.height()), colours.focus)
        if cell.focused:
            self._paint_row_ring(painter, cell, colours.focus, self.theme.ring)
        elif cell.selected and self.theme.tokens.high_contrast:
            self._paint_row_ring(painter, cell, colours.border, Size.RING)

    def _paint_row_ring(self, painter: QPainter, cell: Cell, colour: QColor, width: int) -> None:
        """A ring round the row, cell by cell: above and below everywhere, the sides at its ends."""
        rect = cell.rect
        fill(painter, QRect(rect.left(), rect.top(), rect.width(), width), colour)
        fill(painter, QRect(rect.left(), rect.bottom() - width + 1, rect.width(), width), colour)
        if cell.column == 0:
            fill(painter, QRect(rect.left(), rect.top(), width, rect.height()), colour)
        if rect.right() + NARROWEST > self._view.width():
            fill(painter, QRect(rect.right() - width + 1, rect.top(), width, rect.height()), colour)


class CardDelegate(RowDelegate):
    """Rows of a narrow list: a rounded tint instead of edge and line."""

    def paint_ground(self, painter: QPainter, cell: Cell) -> None:
        colours = self.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(cell.rect.adjusted(Space.SMALL, 0, -Space.SMALL, -Space.TIGHT))
        if cell.selected or cell.hovered:
            edged = cell.selected and self.theme.tokens.high_contrast
            painter.setPen(QPen(colours.border, Size.RING) if edged else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(colours.selected if cell.selected else colours.hover)
            painter.drawRoundedRect(rect, Size.RADIUS, Size.RADIUS)
        if cell.focused:
            painter.setPen(QPen(colours.focus, self.theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle. `fillRect` would first make an enum of every gradient Qt has a name for."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def draw_text(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    text: str,
    token: TypeToken = BODY,
    colour: QColor | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line, elided to `rect`; answers the px it took."""
    if not text:
        return 0
    laid = _laid_out(theme, token, text, rect.width())
    left, spare = rect.left(), rect.width() - laid.width
    if align is RIGHT:
        left += spare
    elif align is CENTRE:
        left += spare // 2
    painter.setFont(theme.font(token))
    painter.setPen(colour or theme.colours.text)
    painter.drawStaticText(left, rect.top() + (rect.height() - laid.height) // 2, laid.shown)
    return laid.width


class _Laid(NamedTuple):
    """A line of text with its glyphs in place, and its size in px."""

    shown: QStaticText
    width: int
    height: int


def _laid_out(theme: Theme, token: TypeToken, text: str, room: int) -> _Laid:
    """A text that is no wider than `room`.

    Remembered, since a row is painted again and again: to place the glyphs takes several times as
    long as to draw them.
    """
    key = (theme.scale, token, text)
    laid = _LAID.get(key) or _remember(key, _lay_out(theme, token, text))
    if laid.width <= room:
        return laid
    narrow = (*key, room)
    if narrow not in _LAID:
        elided = theme.metrics(token).elidedText(text, Qt.TextElideMode.ElideRight, room)
        _remember(narrow, _lay_out(theme, token, elided))
    return _LAID[narrow]


def _lay_out(theme: Theme, token: TypeToken, text: str) -> _Laid:
    shown = QStaticText(text)
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.prepare(font=theme.font(token))
    return _Laid(shown, ceil(shown.size().width()), ceil(shown.size().height()))


def _remember(key: tuple[object, ...], laid: _Laid) -> _Laid:
    if len(_LAID) >= MOST_REMEMBERED:
        _LAID.clear()
    _LAID[key] = laid
    return laid


def two_lines(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    first: str,
    second: str,
    token: TypeToken = STRONG,
    second_colour: QColor | None = None,
) -> tuple[QRect, QRect]:
    """A title over a quiet second line, centred in the row; answers both rectangles."""
    upper, lower = two_line_rects(theme, rect)
    draw_text(painter, theme, upper, first, token)
    draw_text(painter, theme, lower, second, SMALL, second_colour or theme.colours.text2)
    return upper, lower


def two_line_rects(theme: Theme, rect: QRect) -> tuple[QRect, QRect]:
    """Where the two lines of a comfortable row stand."""
    line, gap = theme.px(16), theme.px(1)
    top = rect.top() + (rect.height() - 2 * line - gap) // 2
    upper = QRect(rect.left(), top, rect.width(), line)
    return upper, upper.translated(0, line + gap)


def draw_icon(painter: QPainter, theme: Theme, rect: QRect, name: str, colour: str) -> None:
    """An icon, 16 px at 100 %, at the left of `rect` and centred in its height."""
    side = theme.px(Size.ICON) - 2
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    top = rect.top() + (rect.height() - side) // 2
    painter.drawPixmap(rect.left(), top, theme.pixmap(name, colour, side, scale))
