"""Paints a row of the applications list: groups, two-line cells, the range on its scale."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from jobtracker.ui.charts.mini_range import paint_mini_range
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.table.columns import COLUMNS, KEYS
from jobtracker.ui.features.applications.table.model import ApplicationModel, GroupRow, ItemRow
from jobtracker.ui.features.applications.table.table import ApplicationTable
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
from jobtracker.ui.widgets import days
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
ROLE, DEADLINE = KEYS.index("role"), "deadline"


class ApplicationDelegate(RowDelegate):
    """`compact` rows say company and role on one line; `with_place` names the place below,
    `with_company` the company.
    """

    def __init__(self, theme: Theme, table: ApplicationTable, model: ApplicationModel) -> None:
        super().__init__(theme, table)
        self._table = table
        self._model = model
        self.compact = False
        self.with_place = True
        self.with_company = True
        self._glyphs: dict[tuple[str, int, float], QPixmap] = {}
        theme.changed.subscribe(lambda _tokens: self._glyphs.clear(), owner=self)
        self._painters = {
            "role": self._paint_title,
            "pay": self._paint_salary,
            "next": self._paint_action,
            "age": self._paint_age,
            "deadline": self._paint_deadline,
        }

    def is_group(self, row: object) -> bool:
        return isinstance(row, GroupRow)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        if isinstance(cell.row, GroupRow):
            if cell.column == ROLE:
                self._paint_group(painter, cell.rect, cell.row)
        elif isinstance(cell.row, ItemRow):
            column = COLUMNS[cell.column]
            paint = self._painters.get(column.key)
            if paint is not None:
                paint(painter, cell.rect, cell.row)
            else:
                text = column.text(cell.row.row, self._model.today)
                self._paint_quiet(painter, cell.rect, text)
        if cell.focused:
            self._paint_cell_mark(painter, cell)

    def _paint_group(self, painter: QPainter, rect: QRect, group: GroupRow) -> None:
        theme = self.theme
        chevron = "chevron-down" if group.open else "chevron-right"
        draw_icon(painter, theme, rect.adjusted(theme.px(CHEVRON_AT), 0, 0, 0), chevron, "text2")
        left = GLYPH_AT
        if group.key in theme.tokens.stages:
            self._paint_glyph(painter, rect, rect.center().y(), group.key)
            left = TITLE_AT
        name = rect.adjusted(theme.px(left), 0, -Space.SMALL, 0)
        taken = draw_text(painter, theme, name, group.name, STRONG)
        if group.size is not None:
            count = name.adjusted(taken + Space.SMALL, 0, 0, 0)
            draw_text(painter, theme, count, f"{group.size:,}", BODY, theme.colours.text2)

    def _paint_title(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        theme, row = self.theme, item.row
        inside = rect.adjusted(theme.px(TITLE_AT), 0, -Space.SMALL, 0)
        place = row.location if self.with_place else ""
        below = words.place_words(row.company if self.with_company else "", place)
        if self.compact or not below:
            self._paint_glyph(painter, rect, rect.center().y(), words.standing_of(row))
            taken = draw_text(painter, theme, inside, row.role, STRONG) + Space.SMALL
            rest = inside.adjusted(taken, 0, 0, 0)
            draw_text(painter, theme, rest, below, SMALL, theme.colours.text2)
            return
        upper, lower = two_line_rects(theme, inside)
        self._paint_glyph(painter, rect, upper.center().y(), words.standing_of(row))
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
        marks = self._model.marks(item.row)
        if any(marks):
            paint_mini_range(
                painter,
                QRectF(lower),
                theme,
                self._model.scale,
                band=marks.band,
                line=marks.line,
                diamond=marks.offer,
            )

    def _paint_action(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        row, theme = item.row, self.theme
        inside = rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        if self.compact:
            self._paint_due(painter, inside, item, row.next_action_on, row.next_action)
        elif not row.next_action_on:
            draw_text(painter, theme, inside, row.next_action)
        elif not row.next_action:
            self._paint_due(painter, inside, item, row.next_action_on)
        else:
            upper, lower = two_line_rects(theme, inside)
            draw_text(painter, theme, upper, row.next_action)
            self._paint_due(painter, lower, item, row.next_action_on)

    def _paint_age(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        theme, today = self.theme, self._model.today
        muted = theme.colours.text2
        inside = rect.adjusted(0, 0, -Space.LARGE, 0)
        age = words.age_words(item.row, today)
        since = words.days_since(item.row, today)
        quiet = words.quiet_words(self._model.is_quiet(item.row), since)
        if quiet and self.compact:
            draw_text(painter, theme, inside, quiet, SMALL, muted, RIGHT)
        elif quiet:
            upper, lower = two_line_rects(theme, inside)
            draw_text(painter, theme, upper, age, FIGURES, muted, RIGHT)
            draw_text(painter, theme, lower, quiet, SMALL, muted, RIGHT)
        else:
            draw_text(painter, theme, inside, age, FIGURES, muted, RIGHT)

    def _paint_deadline(self, painter: QPainter, rect: QRect, item: ItemRow) -> None:
        inside = rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        self._paint_due(painter, inside, item, item.row.deadline)

    def _paint_quiet(self, painter: QPainter, rect: QRect, text: str) -> None:
        inside = rect.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        draw_text(painter, self.theme, inside, text, BODY, self.theme.colours.text2)

    def _paint_due(
        self, painter: QPainter, rect: QRect, item: ItemRow, on: str | None, action: str = ""
    ) -> None:
        """A date with the icon of its lateness; in a compact row what is due comes after."""
        theme = self.theme
        today, day = self._model.today, days.iso_day(on)
        due = days.due_words(day, today) if day else ""
        late = "" if item.row.outcome else days.due_tone(day, today)
        text = " ".join(part for part in (due, action) if part)
        if not late:
            draw_text(painter, theme, rect, text, SMALL, theme.colours.text2)
            return
        draw_icon(painter, theme, rect, LATE_ICONS[late], late)
        rest = rect.adjusted(theme.px(Size.ICON) + 3, 0, 0, 0)
        draw_text(painter, theme, rest, text, SMALL_LABEL, theme.colours.named(late))

    def _paint_cell_mark(self, painter: QPainter, cell: Cell) -> None:
        """The current cell, once a person has walked to one: a frame around what it says."""
        if cell.column == ROLE or cell.column != self._table.column():
            return
        painter.setPen(QPen(self.theme.colours.focus, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.rect.adjusted(3, 4, -4, -6), Size.RADIUS, Size.RADIUS)

    def _paint_glyph(self, painter: QPainter, rect: QRect, middle: int, key: str) -> None:
        """The glyph of a standing; its picture is kept, as there is one in every row."""
        device = painter.device()
        scale = device.devicePixelRatio() if device is not None else 1.0
        side = self.theme.px(Size.ICON)
        if (key, side, scale) not in self._glyphs:
            picture = QPixmap(QSize(side, side) * scale)
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            on_picture = QPainter(picture)
            self.theme.glyph(on_picture, QRectF(0, 0, side, side), key)
            on_picture.end()
            self._glyphs[key, side, scale] = picture
        left = rect.left() + self.theme.px(GLYPH_AT)
        painter.drawPixmap(left, middle - side // 2 + 1, self._glyphs[key, side, scale])
