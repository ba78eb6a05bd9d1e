"""What an offer comes to, part by part, while it is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jobtracker.domain.money import UNKNOWN, amount, known_amount
from jobtracker.domain.offer_totals import hour_lines
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jobtracker.domain.offers import PartLine, Totals

HEADS = ("First year", "Steady year", "Guaranteed")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TotalsView(QWidget):
    """A column for each total, a row for each part, and under it how it was counted."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inside)
        self._column.addStretch(1)

    def show_totals(
        self, totals: "Totals", currency: str | None, left_out: tuple[str, ...]
    ) -> None:
        """`left_out` are the parts that could not be read and are in no total."""
        self._column.removeWidget(self._inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(0, 1)
        self._column.insertWidget(0, self._inside)
        self._heads(grid, totals, currency)
        for name, lines in _parts(totals).items():
            self._part(grid, name, lines, currency)
        self._below(grid, totals, currency, left_out)
        self.setAccessibleName(self.words(totals, currency))

    @staticmethod
    def words(totals: "Totals", currency: str | None) -> str:
        """The three totals in a sentence."""
        if totals.missing:
            return totals.missing
        three = (totals.first_year, totals.steady_year, totals.guaranteed)
        said = zip(HEADS, three, strict=True)
        return ", ".join(f"{head} {known_amount(one.amount, currency)}" for head, one in said)

    def _heads(self, grid: QGridLayout, totals: "Totals", currency: str | None) -> None:
        for place, head in enumerate(HEADS, 1):
            grid.addWidget(PlainLabel(head, "cap"), 0, place, RIGHT)
        grid.addWidget(PlainLabel("Total, before tax", "strong"), 1, 0, LEFT)
        three = (totals.first_year, totals.steady_year, totals.guaranteed)
        for place, total in enumerate(three, 1):
            said = UNKNOWN if totals.missing else known_amount(total.amount, currency)
            grid.addWidget(PlainLabel(said, "strong", selectable=True), 1, place, RIGHT)
        grid.addWidget(line(), 2, 0, 1, 4)

    def _part(
        self,
        grid: QGridLayout,
        name: str,
        lines: "tuple[PartLine | None, ...]",
        currency: str | None,
    ) -> None:
        row = grid.rowCount()
        grid.addWidget(PlainLabel(name, "body"), row, 0, LEFT)
        for place, part in enumerate(lines, 1):
            said = UNKNOWN if part is None else known_amount(part.amount, currency)
            grid.addWidget(PlainLabel(said, "body"), row, place, RIGHT)
        counted = dict.fromkeys(part.words for part in lines if part is not None)
        words = PlainLabel("\n".join(counted), "cap", wrap=True)
        grid.addWidget(words, row + 1, 0, 1, 4)

    def _below(
        self,
        grid: QGridLayout,
        totals: "Totals",
        currency: str | None,
        left_out: tuple[str, ...],
    ) -> None:
        for words in _hours(totals, currency):
            grid.addWidget(PlainLabel(words, "body", wrap=True), grid.rowCount(), 0, 1, 4)
        if len(totals.vesting) > 1:
            years = ", ".join(
                f"year {year} {amount(one, currency)}" for year, one in enumerate(totals.vesting, 1)
            )
            said = PlainLabel(f"Equity by year: {years}", "body", wrap=True)
            grid.addWidget(said, grid.rowCount(), 0, 1, 4)
        if totals.missing:
            said = PlainLabel(totals.missing, "warn", wrap=True)
            grid.addWidget(said, grid.rowCount(), 0, 1, 4)
        if left_out:
            words = f"Not counted, because it cannot be read: {', '.join(left_out)}."
            said = PlainLabel(words, "warn", wrap=True)
            grid.addWidget(said, grid.rowCount(), 0, 1, 4)


def _parts(totals: "Totals") -> "dict[str, tuple[PartLine | None, ...]]":
    """The parts by name, each as it stands in the three totals."""
    three = (totals.first_year, totals.steady_year, totals.guaranteed)
    found = [{part.name: part for part in one.parts} for one in three]
    names = dict.fromkeys(name for one in found for name in one)
    return {name: tuple(one.get(name) for one in found) for name in names}


def _hours(totals: "Totals", currency: str | None) -> "Iterator[str]":
    for each in hour_lines(totals):
        yield f"{each.name}: {amount(each.amount, currency, cents=True)}"
