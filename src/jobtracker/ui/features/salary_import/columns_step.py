"""The second step: what each column means, beside the first of its values."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jobtracker.domain.salary_tables import Column
from jobtracker.ui.features.salary_import.words import MEANINGS
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

TITLES = ("Column", "First values", "Means")


class ColumnsStep(ScrollPane):
    """`changed` tells all columns when one of them got another meaning."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0)
        self.changed: Channel[Sequence[Column]] = Channel()
        self._theme = theme
        self._columns: list[Column] = []
        self._table = QWidget()
        self.choices: list[Choice[str]] = []
        self.column.addWidget(self._table)
        self.column.addStretch(1)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the columns; those of the same file keep their places and the keyboard."""
        headings = [column.heading for column in columns]
        if headings != [column.heading for column in self._columns]:
            self._build(columns)
        self._columns = list(columns)
        for column, choice in zip(columns, self.choices, strict=True):
            choice.set_value(column.meaning)

    def _build(self, columns: Sequence[Column]) -> None:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, Space.SMALL, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.TIGHT)
        for place, (title, share) in enumerate(zip(TITLES, (3, 4, 3), strict=True)):
            grid.addWidget(PlainLabel(title, "caption"), 0, place)
            grid.setColumnStretch(place, share)
        self.choices = [self._row(grid, row, one) for row, one in enumerate(columns, 1)]
        self.column.replaceWidget(self._table, table)
        self._table.deleteLater()
        self._table = table

    def _row(self, grid: QGridLayout, row: int, column: Column) -> Choice[str]:
        heading = column.heading or f"Column {column.position + 1}"
        values = ", ".join(column.first) or "empty"
        choice: Choice[str] = Choice(self._theme, f"{heading} means")
        choice.set_options([(meaning, words) for meaning, words in MEANINGS.items()])
        choice.setAccessibleDescription(f"First values: {values}")
        choice.chosen.subscribe(
            lambda meaning: self._choose(column.position, meaning), owner=choice
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(ElidedLabel(heading, "strong"), row, 0, middle)
        grid.addWidget(ElidedLabel(values, "small"), row, 1, middle)
        grid.addWidget(choice, row, 2)
        return choice

    def _choose(self, position: int, meaning: str) -> None:
        self.changed.put(
            [
                column._replace(meaning=meaning) if column.position == position else column
                for column in self._columns
            ]
        )
