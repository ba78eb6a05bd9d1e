"""Paints the rows of the list beside the cursor: headings, and offers with a quiet word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from jobtracker.ui.features.letters.writing.offers import Offer
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, SMALL, TINY, Size, Space
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_text

OFFER = int(Qt.ItemDataRole.UserRole)
"""The role of an `Offer`, or of a heading's words."""
NOTE_SHARE = 0.55
"""The most that the quiet word takes of a row."""


class OfferDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, colours = self._theme, self._theme.colours
        shown, rect = index.data(OFFER), option.rect
        inside = rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        painter.save()
        if not isinstance(shown, Offer):
            draw_text(painter, theme, inside, str(shown), TINY, colours.text3)
        else:
            current = self._view.currentRow() == index.row()
            if current:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.selected)
                painter.drawRoundedRect(QRectF(rect), Size.RADIUS_MARK, Size.RADIUS_MARK)
            room = round(inside.width() * NOTE_SHARE)
            note = inside.adjusted(inside.width() - room, 0, 0, 0)
            ink = colours.text2 if current else colours.text3
            taken = draw_text(painter, theme, note, shown.note, SMALL, ink, RIGHT)
            words = inside.adjusted(0, 0, -taken - (Space.SMALL if taken else 0), 0)
            draw_text(painter, theme, words, shown.words, BODY)
        painter.restore()
