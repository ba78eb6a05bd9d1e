"""Paints the rows of the palette: what was typed is underlined, the active row is tinted."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from jobtracker.ui.features.palette.contract import Entry, Heading
from jobtracker.ui.features.palette.model import PaletteModel
from jobtracker.ui.features.palette.ranking import hits
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_LABEL, STRONG, TINY, Size, Space, TypeToken
from jobtracker.ui.widgets.buttons import as_cap
from jobtracker.ui.widgets.row_delegate import CENTRE, Cell, RowDelegate, draw_text
from jobtracker.ui.widgets.row_model import ROW
from jobtracker.ui.widgets.row_table import RowView

ENTRY_HEIGHT, HEADING_HEIGHT = 38, 30
EDGE = 20
GAP = 14
LEAST = 50  # px; a context with less room is left out
LINE = 1.5


class PaletteDelegate(RowDelegate):
    """Headings are small and quiet; an entry has its picture, name, context and key."""

    def __init__(self, theme: Theme, view: RowView, model: PaletteModel) -> None:
        super().__init__(theme, view, ENTRY_HEIGHT)
        self._model = model

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, self.height_of(index.data(ROW)))

    def height_of(self, row: Any) -> int:
        """The px a row takes at the present text size."""
        return self.theme.px(HEADING_HEIGHT if isinstance(row, Heading) else ENTRY_HEIGHT)

    def paint_ground(self, painter: QPainter, cell: Cell) -> None:
        if not cell.selected and (not cell.hovered or isinstance(cell.row, Heading)):
            return
        colours = self.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.theme.tokens.high_contrast and cell.selected
        painter.setPen(QPen(colours.focus, 2) if high else Qt.PenStyle.NoPen)
        painter.setBrush(colours.selected if cell.selected else colours.hover)
        box = QRectF(cell.rect.adjusted(Space.SMALL, 1, -Space.SMALL, -1))
        painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, colours = self.theme, self.theme.colours
        if isinstance(cell.row, Heading):
            place = cell.rect.adjusted(EDGE, Space.SNUG, -EDGE, 0)
            draw_text(painter, theme, place, cell.row.text, SMALL_LABEL, colours.text2)
            return
        entry: Entry = cell.row
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = cell.rect.adjusted(EDGE, 0, 0, 0)
        if entry.standing:
            side = theme.px(Size.ICON)
            top = picture.top() + (picture.height() - side) / 2
            theme.glyph(painter, QRectF(picture.left(), top, side, side), entry.standing)
        elif entry.icon:
            self._paint_icon(painter, picture, entry)
        right = self._paint_key(painter, cell, entry)
        left = EDGE + theme.px(Size.ICON + GAP)
        self._paint_words(painter, entry, cell.rect.adjusted(left, 0, 0, 0), right)

    def _paint_icon(self, painter: QPainter, place: QRect, entry: Entry) -> None:
        side = self.theme.px(Size.ICON)
        device = painter.device()
        scale = device.devicePixelRatio() if device is not None else 1.0
        colour = "text2" if entry.on else "text3"
        icon = self.theme.pixmap(entry.icon, colour, side, scale)
        painter.drawPixmap(place.left(), place.top() + (place.height() - side) // 2, icon)

    def _paint_words(self, painter: QPainter, entry: Entry, rect: QRect, right: int) -> None:
        theme, colours = self.theme, self.theme.colours
        room = QRect(rect)
        room.setRight(right)
        colour = colours.text if entry.on else colours.text3
        taken = draw_text(painter, theme, room, entry.text, STRONG, colour)
        self._underline(painter, entry.text, room, STRONG)
        rest = room.adjusted(taken + Space.SMALL + 2, 0, 0, 0)
        if entry.context and rest.width() > LEAST:
            draw_text(painter, theme, rest, entry.context, SMALL, colours.text2)
            self._underline(painter, entry.context, rest, SMALL)

    def _underline(self, painter: QPainter, text: str, room: QRect, token: TypeToken) -> None:
        """A line in the colour of links under each part that was typed."""
        metrics = self.theme.metrics(token)
        base = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2 + 3
        painter.setPen(QPen(self.theme.colours.accent_text, LINE))
        for hit in hits(self._model.typed, text):
            start = room.left() + metrics.horizontalAdvance(text[: hit.start])
            end = room.left() + metrics.horizontalAdvance(text[: hit.start + hit.length])
            if end <= room.right():
                painter.drawLine(QPointF(start, base), QPointF(end, base))

    def _paint_key(self, painter: QPainter, cell: Cell, entry: Entry) -> int:
        """The key at the right, Enter on the active row; answers where the words must end."""
        theme, colours = self.theme, self.theme.colours
        words = as_cap(entry.shortcut) or ("Enter" if cell.selected and entry.on else "")
        right = cell.rect.right() - EDGE
        if not words:
            return right
        width = max(theme.metrics(TINY).horizontalAdvance(words) + 12, theme.px(18))
        height = theme.px(18)
        top = cell.rect.top() + (cell.rect.height() - height) // 2
        cap = QRect(right - width, top, width, height)
        painter.setPen(QPen(colours.border_button, 1))
        painter.setBrush(colours.raised if cell.selected else colours.hover)
        painter.drawRoundedRect(cap, Size.RADIUS_MARK, Size.RADIUS_MARK)
        draw_text(painter, theme, cap, words, TINY, colours.text2, CENTRE)
        return cap.left() - Space.SMALL
