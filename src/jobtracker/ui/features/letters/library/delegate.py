"""Paints the rows of the list at the left: letters in three lines, templates and blocks in two,
or in three where a reply rate is known.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from jobtracker.ui.features.letters.library.words import about_block, about_template, rate
from jobtracker.ui.features.letters.words import state_of
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_LABEL, STRONG, Space
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, draw_icon, draw_text
from jobtracker.ui.widgets.row_model import ROW
from jobtracker.ui.widgets.row_table import RowView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobtracker.domain.blocks import Block
    from jobtracker.domain.letter_results import Result
    from jobtracker.storage.letter_templates import Template

LETTER_HEIGHT = 62
TEMPLATE_HEIGHT = 48
LINE = 15
INSET = 20
ICON_GAP = 18
VARIANT = 12
"""How far a variant stands to the right of the block it says in other words, in px."""


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


class _RatedDelegate(CardDelegate):
    """Two lines, and a third where a reply rate is known."""

    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, TEMPLATE_HEIGHT)
        self._results: Mapping[int, Result] = {}

    def show_results(self, results: "Mapping[int, Result]") -> None:
        if results != self._results:
            self._results = results
            self._view.doItemsLayout()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = LETTER_HEIGHT if rate(self._results.get(index.data(ROW).id)) else TEMPLATE_HEIGHT
        return QSize(super().sizeHint(option, index).width(), self.theme.px(height))

    def _paint_lines(self, painter: QPainter, rect: QRect, key: int, name: str, about: str) -> None:
        theme = self.theme
        said = rate(self._results.get(key))
        lines = _lines(theme, rect, 3 if said else 2)
        draw_text(painter, theme, lines[0], name, STRONG)
        draw_text(painter, theme, lines[1], about, SMALL, theme.colours.text2)
        if said:
            words = said[:1].upper() + said[1:]
            draw_text(painter, theme, lines[2], words, SMALL, theme.colours.text2)


class TemplateDelegate(_RatedDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        template: Template = cell.row
        about = about_template(template)
        self._paint_lines(painter, cell.rect, template.id, template.name, about)


class BlockDelegate(_RatedDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        block: Block = cell.row
        inset = 0 if block.variant_of is None else self.theme.px(VARIANT)
        rect = cell.rect.adjusted(inset, 0, 0, 0)
        self._paint_lines(painter, rect, block.id, block.name, about_block(block))


def _lines(theme: Theme, rect: QRect, count: int) -> list[QRect]:
    """So many lines, centred in the card of a row."""
    height = theme.px(LINE)
    inside = rect.adjusted(theme.px(INSET), 0, -theme.px(Space.LARGE), -Space.TIGHT)
    top = inside.top() + (inside.height() - count * height) // 2
    return [
        QRect(inside.left(), top + place * height, inside.width(), height) for place in range(count)
    ]
