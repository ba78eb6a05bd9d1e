"""Paints a card of the board: whose it is, what, for how much, and what is next when."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jobtracker.domain.listing import ListRow
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.board.model import CardModel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import (
    FIGURES,
    SMALL,
    SMALL_FIGURES,
    SMALL_LABEL,
    STRONG,
    Size,
    Space,
)
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_icon, draw_text

LINE = 18
AROUND = 4
"""Between a card and the edge of its place, above and below; the ring of focus needs it."""
PADDING = 9
PARTING = 7
"""On each side of the line over the date."""
INSET = 12
SLOT = 36
"""How far the cards make way where one is dragged over them."""
NO_BRUSH = Qt.BrushStyle.NoBrush
HOVERED = QStyle.StateFlag.State_MouseOver
ICONS = {"danger": "clock-alert", "warn": "clock", "": "calendar"}
FADED = 0.4
KEPT = 4000


class CardView(Protocol):
    """The list as its cards see it. `gap` is the row at which a dragged card would go in, -1
    for none; `lifted` the row of the card that is dragged; `margin` the room right of the cards.
    """

    gap: int
    lifted: int
    margin: int

    def is_chosen(self, row: int) -> bool: ...

    def has_ring(self, row: int) -> bool: ...


class CardDelegate(QStyledItemDelegate):
    """All cards of a density have one height, so that a column of any length scrolls alike.

    There is room for a role of two lines; a `compact` card has one and leaves out the pay.
    """

    def __init__(self, theme: Theme, cards: CardModel, view: CardView, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = cards
        self._view = view
        self._broken: dict[tuple[str, int, float], list[str]] = {}
        self.compact = False

    @property
    def height(self) -> int:
        """The height of a card in px, without the room around it."""
        lines, parting = (3, Space.TIGHT) if self.compact else (5, 2 * PARTING + 1)
        return self._theme.px(2 * PADDING + lines * LINE + parting)

    @property
    def step(self) -> int:
        """From the top of one card to that of the next."""
        return self.height + 2 * AROUND

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, self.step)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        at = index.row()
        row = self._cards.rows[at]
        rect = QRect(option.rect).adjusted(Space.SNUG, AROUND, -self._view.margin, -AROUND)
        if 0 <= self._view.gap <= at:
            rect.translate(0, self._theme.px(SLOT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FADED if at == self._view.lifted else 1.0)
        hovered = bool(option.state & HOVERED)
        self._paint_ground(painter, QRectF(rect), at, hovered=hovered)
        self._paint_words(painter, rect.adjusted(INSET, 0, -INSET, 0), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, at: int, *, hovered: bool) -> None:
        """A chosen card is tinted and has an edge; the ring of the keyboard goes around it."""
        colours, chosen = self._theme.colours, self._view.is_chosen(at)
        edge = colours.border_button if hovered else colours.border
        ringed = self._view.has_ring(at)
        painter.setPen(QPen(colours.focus if chosen and not ringed else edge, 1))
        painter.setBrush(colours.selected if chosen else colours.raised)
        half = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(half, Size.RADIUS_CARD, Size.RADIUS_CARD)
        if chosen:
            bar = QRectF(rect.left(), rect.top() + 8, Size.EDGE, rect.height() - 16)
            painter.fillRect(bar, colours.focus)
        if ringed:
            painter.setPen(QPen(colours.focus, self._theme.ring))
            painter.setBrush(NO_BRUSH)
            outside = rect.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(outside, Size.RADIUS_CARD + 2, Size.RADIUS_CARD + 2)

    def _paint_words(self, painter: QPainter, inside: QRect, row: ListRow) -> None:
        theme, colours = self._theme, self._theme.colours
        line = QRect(
            inside.left(), inside.top() + theme.px(PADDING), inside.width(), theme.px(LINE)
        )
        age = draw_text(
            painter, theme, line, _age(row, self._cards), SMALL_FIGURES, colours.text2, RIGHT
        )
        company = line.adjusted(0, 0, -age - Space.SMALL, 0)
        draw_text(painter, theme, company, row.company, SMALL, colours.text2)
        for words_of_line in self._role_lines(row.role, line.width()):
            line.translate(0, line.height())
            draw_text(painter, theme, line, words_of_line, STRONG)
        if not self.compact:
            line.translate(0, line.height())
            known, pay = _pay(row)
            draw_text(painter, theme, line, pay, FIGURES, colours.text if known else colours.text3)
        bottom = inside.bottom() + 1 - theme.px(PADDING)
        line.moveBottom(bottom - 1)
        if not self.compact:
            over = line.top() - theme.px(PARTING)
            painter.fillRect(inside.left(), over, inside.width(), 1, colours.border)
        self._paint_due(painter, line, row)

    def _paint_due(self, painter: QPainter, line: QRect, row: ListRow) -> None:
        """The date of the next action; late and today carry an icon and a colour of their own."""
        theme, today = self._theme, self._cards.today
        day = days.iso_day(row.next_action_on)
        tone = days.due_tone(day, today)
        draw_icon(painter, theme, line, ICONS[tone], tone or "text3")
        rest = line.adjusted(theme.px(Size.ICON) + Space.TIGHT, 0, 0, 0)
        due = days.due_words(day, today) if day else "No date"
        token = SMALL_LABEL if tone else SMALL
        draw_text(painter, theme, rest, due, token, theme.colours.named(tone or "text2"))

    def _role_lines(self, role: str, width: int) -> list[str]:
        """The role broken into its lines, kept because breaking costs more than drawing."""
        if self.compact:
            return [role]
        key = (role, width, self._theme.scale)
        if key not in self._broken:
            if len(self._broken) > KEPT:
                self._broken.clear()
            self._broken[key] = two_lines_of(role, self._theme.metrics(STRONG), width)
        return self._broken[key]


def two_lines_of(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`text` broken between words into at most two lines; the second may be too long."""
    parts = text.split()
    taken = len(parts)
    while taken > 1 and metrics.horizontalAdvance(" ".join(parts[:taken])) > width:
        taken -= 1
    lines = [" ".join(parts[:taken]), " ".join(parts[taken:])]
    return [line for line in lines if line]


def _age(row: ListRow, cards: CardModel) -> str:
    """Days in the stage: "now" on the first, "6 d" later."""
    days = words.days_since(row, cards.today)
    return f"{days} d" if days else "now"


def _pay(row: ListRow) -> tuple[bool, str]:
    """The pay in words, and whether it has figures; an offer says so in its column."""
    if row.stage == Stage.OFFER and row.offer is not None:
        return True, f"{words.pay_words(row.offer)} offered"
    known = row.pay.low is not None or row.pay.high is not None
    return known, words.pay_words(row.pay)
