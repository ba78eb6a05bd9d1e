"""A list of the narrow column that may be empty, and then says what it is for."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, SMALL_FIGURES, SMALL_LABEL, STRONG, Space
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.row_delegate import RIGHT, CardDelegate, Cell, draw_text
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList, RowView

T = TypeVar("T")

LINE = 17


class PanelDelegate(CardDelegate):
    """`card` answers the lines of a row, the first one strong, and what stands at its right."""

    def __init__(
        self,
        theme: Theme,
        view: RowView,
        lines: int,
        card: Callable[[Any], tuple[Sequence[str], str]],
    ) -> None:
        super().__init__(theme, view, LINE * lines + Space.LARGE)
        self._card = card

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme = self.theme
        lines, count = self._card(cell.row)
        room = cell.rect.adjusted(Space.PANE, theme.px(6), -Space.PANE, 0)
        room.setHeight(theme.px(LINE))
        taken = draw_text(painter, theme, room, count, SMALL_LABEL, theme.colours.text2, RIGHT)
        draw_text(painter, theme, room.adjusted(0, 0, -taken, 0), lines[0], STRONG)
        for number, words in enumerate(lines[1:]):
            room.translate(0, theme.px(LINE))
            token = SMALL_FIGURES if number else SMALL
            draw_text(painter, theme, room, words, token, theme.colours.text2)


class Panel(QWidget, Generic[T]):
    """`list` over `model`, or `empty` while there is nothing."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        key: Callable[[T], object],
        spoken: Callable[[T], str],
        empty: EmptyState,
    ) -> None:
        super().__init__()
        self.model = RowModel[T]([Column(name, spoken)], key=key)
        self.list = RowList(theme, name, self.model)
        self.empty = empty
        self._stack = QStackedWidget()
        nothing = QWidget()
        about = QVBoxLayout(nothing)
        about.setContentsMargins(Space.MEDIUM, 0, Space.MEDIUM, 0)
        about.addWidget(empty)
        about.addStretch(1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these; what was selected stays, else its neighbour is."""
        at = self.list.currentIndex().row()
        had_focus = self.list.hasFocus() or self.empty.button.hasFocus()
        self.model.show_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        if rows and self.list.selected() is None:
            place = max(0, min(at, len(rows) - 1))
            self.list.select(self.model.key(rows[place]))
        if had_focus:
            self.arrive()

    def arrive(self) -> None:
        """Put the keyboard on the list, or on what fills it."""
        goal = self.list if self.model.rows else self.empty.button
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
