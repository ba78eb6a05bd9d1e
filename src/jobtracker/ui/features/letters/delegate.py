"""Paints the rows of the list at the left: letters in three lines, templates in two."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from jobtracker.ui.features.letters.words import kind_of, state_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_LABEL, STRONG, Space
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, draw_icon, draw_text
from jobtracker.ui.widgets.row_table import RowView

if TYPE_CHECKING:
    from jobtracker.storage.letters import Template

LETTER_HEIGHT = 62
TEMPLATE_HEIGHT = 48
LINE = 15
INSET = 20
ICON_GAP = 18


class LetterDelegate(CardDelegate):
    """`today` decides whether a date needs its year."""

    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, LETTER_HEIGHT)
        self.today = date.min

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, letter = self.theme, cell.row
        state = state_of(letter, self.today)
        first, second, third = _lines(theme, cell.rect, 3)
        draw_text(painter, theme, first, letter.company, STRONG)
        draw_text(painter, theme, second, letter.template, SMALL, theme.colours.text2)
        colour = theme.colours.named(state.colour)
        if state.icon:
            draw_icon(painter, theme, third, state.icon, state.colour)
            third = third.adjusted(theme.px(ICON_GAP), 0, 0, 0)
        token = SMALL_LABEL if state.icon else SMALL
        draw_text(painter, theme, third, state.text, token, colour)


class TemplateDelegate(CardDelegate):
    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, TEMPLATE_HEIGHT)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme = self.theme
        template: Template = cell.row
        first, second = _lines(theme, cell.rect, 2)
        draw_text(painter, theme, first, template.name, STRONG)
        draw_text(painter, theme, second, kind_of(template), SMALL, theme.colours.text2)


def _lines(theme: Theme, rect: QRect, count: int) -> list[QRect]:
    """So many lines, centred in the card of a row."""
    height = theme.px(LINE)
    inside = rect.adjusted(theme.px(INSET), 0, -theme.px(Space.LARGE), -Space.TIGHT)
    top = inside.top() + (inside.height() - count * height) // 2
    return [
        QRect(inside.left(), top + place * height, inside.width(), height) for place in range(count)
    ]
