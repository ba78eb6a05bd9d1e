"""Paints a row of the applications list: groups, two-line cells, the range on its scale."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from jobtracker.ui.charts.mini_range import paint_mini_range
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.model import (
    AGE,
    LOCATION,
    NEXT,
    ROLE,
    SALARY,
    ApplicationModel,
    GroupRow,
    ItemRow,
)
from jobtracker.ui.features.applications.table import ApplicationTable
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import (
    BODY,
    FIGURES,
    SMALL,
    SMALL_LABEL,
    STRONG,
    Size,
    Space,
)
from jobtracker.ui.widgets.row_delegate import (
    RIGHT,
    Cell,
    RowDelegate,
    draw_icon,
    draw_text,
    two_line_rects,
)

CHEVRON_AT = 20
GLYPH_AT = 42
TITLE_AT = 66
LATE_ICONS = {"danger": "clock-alert", "warn": "clock"}


class ApplicationDelegate(RowDelegate):
    """`compact` rows say company and role on one line; `with_place` names the place below."""

    def __init__(self, theme: Theme, table: ApplicationTable, model: ApplicationModel) -> None:
        super().__init__(theme, table)
        self._table = table
        self._model = model
        self.compact = False
        self.with_place = True

    def is_group(self, row: object) -> bool:
        return isinstance(row, GroupRow)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        if isinstance(cell.row, GroupRow):
            self._paint_group(painter, cell, cell.row)
        elif isinstance(cell.row, ItemRow):
            self._paint_item(painter, cell, cell.row)
        if cell.selected and self._table.shows_ring():
            self._paint_ring(painter, cell.rect)

    def _paint_group(self, painter: QPainter, cell: Cell, group: GroupRow) -> None:
        if cell.column != ROLE:
            return
        theme, rect = self.theme, cell.rect
        chevron = "chevron-down" if group.open else "chevron-right"
        draw_icon(painter, theme, rect.adjusted(theme.px(CHEVRON_AT), 0, 0, 0), chevron, "text2")
        theme.glyph(painter, self._glyph_rect(rect, rect.center().y()), group.key)
        name = rect.adjusted(theme.px(TITLE_AT), 0, -Space.SMALL, 0)
        taken = draw_text(painter, theme, name, group.name, STRONG)
        count = name.adjusted(taken + Space.SMALL, 0, 0, 0)
        draw_text(painter, theme, count, f"{group.size:,}", BODY, theme.colours.text2)

    def _paint_item(self, painter: QPainter, cell: Cell, item: ItemRow) -> None:
        match cell.column:
            case column if column == ROLE:
                self._paint_title(painter, cell.rect, item)
            case column if column == LOCATION:
                inside = cell.rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
                quiet = self.theme.colours.text2
                draw_text(painter, self.theme, inside, item.row.location, BODY, quiet)
            case column if column == SALARY:
                self._paint_salary(painter, cell.rect, item)
            case column if column == NEXT:
                self._paint_action(painter, cell.rect, item)
            case column if column == AGE:
                inside = cell.rect.adjusted(0, 0, -Space.PANE, 0)
                quiet = self.theme.colours.text2
                age = words.age_words(item.row, self._model.today)
                draw_text(painter, self.theme, inside, age, FIGURES, quiet, RIGHT)

    def _paint_title(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        theme, row = self.theme, item.row
        inside = rect.adjusted(theme.px(TITLE_AT), 0, -Space.SMALL, 0)
        place = row.location if self.with_place else ""
        below = words.place_words(row.company, place)
        if self.compact:
            theme.glyph(painter, self._glyph_rect(rect, rect.center().y()), words.standing_of(row))
            taken = draw_text(painter, theme, inside, row.role, STRONG) + Space.SMALL
            rest = inside.adjusted(taken, 0, 0, 0)
            draw_text(painter, theme, rest, below, SMALL, theme.colours.text2)
            return
        upper, lower = two_line_rects(theme, inside)
        theme.glyph(painter, self._glyph_rect(rect, upper.center().y()), words.standing_of(row))
        draw_text(painter, theme, upper, row.role, STRONG)
        draw_text(painter, theme, lower, below, SMALL, theme.colours.text2)

    def _paint_salary(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        theme = self.theme
        inside = rect.adjusted(Space.SMALL, 0, -Space.LARGE, 0)
        known = item.row.pay.low is not None or item.row.pay.high is not None
        colour = theme.colours.text if known else theme.colours.text3
        pay = words.pay_words(item.row.pay)
        if self.compact:
            draw_text(painter, theme, inside, pay, FIGURES, colour)
            return
        upper, lower = two_line_rects(theme, inside)
        draw_text(painter, theme, upper, pay, FIGURES, colour)
        if item.band or item.line:
            paint_mini_range(
                painter,
                QRectF(lower),
                theme,
                self._model.scale,
                band=item.band,
                line=item.line,
            )

    def _paint_action(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        theme = self.theme
        inside = rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        if self.compact:
            self._paint_due(painter, inside, item, item.row.next_action)
            return
        if not item.row.next_action_on:
            draw_text(painter, theme, inside, item.row.next_action)
            return
        if not item.row.next_action:
            self._paint_due(painter, inside, item, "")
            return
        upper, lower = two_line_rects(theme, inside)
        draw_text(painter, theme, upper, item.row.next_action)
        self._paint_due(painter, lower, item, "")

    def _paint_due(self, painter: QPainter, rect: QRect, item: ItemRow, action: str) -> None:
        """The date with the icon of its lateness; in a compact row what is due comes after."""
        theme = self.theme
        today, day = self._model.today, words.iso_day(item.row.next_action_on)
        due = words.due_words(day, today) if day else ""
        late = "" if item.row.outcome else words.due_tone(day, today)
        text = " ".join(part for part in (due, action) if part)
        if not late:
            draw_text(painter, theme, rect, text, SMALL, theme.colours.text2)
            return
        draw_icon(painter, theme, rect, LATE_ICONS[late], late)
        rest = rect.adjusted(theme.px(Size.ICON) + 3, 0, 0, 0)
        draw_text(painter, theme, rest, text, SMALL_LABEL, theme.colours.named(late))

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        """The ring of keyboard focus runs round the row, so each cell draws its part of it."""
        painter.setPen(QPen(self.theme.colours.focus, Size.RING))
        painter.setClipRect(rect)
        width = self._table.horizontalHeader().length()
        painter.drawRect(QRect(1, rect.top() + 1, width - 2, rect.height() - 3))

    def _glyph_rect(self, rect: QRect, middle: int) -> QRectF:
        side = self.theme.px(Size.ICON)
        return QRectF(rect.left() + self.theme.px(GLYPH_AT), middle - side / 2 + 1, side, side)
