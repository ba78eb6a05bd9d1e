"""The ranges as a table: the same rows as the chart, sortable and copyable."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.pay import Period, convert
from jobtracker.ui.features.salary.words import bound, currency_words, spoken
from jobtracker.ui.widgets.row_model import Column, RowModel

if TYPE_CHECKING:
    from jobtracker.services.salaries import SalaryLine

HEADERS = ("Role", "Level", "Low", "High", "Currency", "Applications", "Source", "As of")
WIDTHS = (0, 90, 96, 96, 110, 100, 190, 100)
LOW, HIGH, APPLICATIONS = 2, 3, 5
CURRENCY = 4
NARROW = (6, 7)
"""The columns that go where there is little room."""


class TableRow(NamedTuple):
    """A line with its place in the chart and its words, one a column."""

    place: int
    line: "SalaryLine"
    cells: tuple[str, ...]
    spoken: str


class RangeModel(RowModel[TableRow]):
    """Rows in the chart's order until a column is sorted by."""

    def __init__(self) -> None:
        super().__init__([_column(place) for place in range(len(HEADERS))], key=lambda r: r.place)
        self._lines: Sequence[SalaryLine] = ()
        self._period = Period.YEAR
        self._sorted: tuple[int, bool] | None = None

    def show_lines(self, lines: "Sequence[SalaryLine]", period: Period) -> None:
        self._lines, self._period = lines, period
        self._show()

    def sort_by(self, column: int) -> None:
        """By this column; once more turns the order round."""
        before = self._sorted
        self._sorted = (column, before is not None and before == (column, False))
        self._show()

    def as_text(self) -> str:
        """The table with its headers, cells parted by tabs, for a spreadsheet."""
        return "\n".join("\t".join(cells) for cells in (HEADERS, *(r.cells for r in self.rows)))

    def _show(self) -> None:
        rows = [_row(place, line, self._period) for place, line in enumerate(self._lines)]
        if self._sorted is not None:
            column, backwards = self._sorted
            rows.sort(key=_key(column), reverse=backwards)
        self.show_rows(rows)


def _column(place: int) -> Column:
    right = place in {LOW, HIGH, APPLICATIONS}
    speak = (lambda row: row.spoken) if place == 0 else None
    return Column(
        HEADERS[place], lambda row: row.cells[place], WIDTHS[place], spoken=speak, right=right
    )


def _row(place: int, line: "SalaryLine", period: Period) -> TableRow:
    pay = line.range.pay
    cells = (
        line.title,
        line.range.level or line.range.experience,
        bound(pay.low, pay, period),
        bound(pay.high, pay, period),
        currency_words(pay.currency),
        str(len(line.postings)) if line.postings else "",
        line.range.source,
        line.range.source_date,
    )
    return TableRow(place, line, cells, spoken(line, period))


def _key(column: int) -> Callable[[TableRow], tuple[str | int, ...]]:
    """Figures sort by size within their currency, words by their letters."""
    if column == APPLICATIONS:
        return lambda row: (len(row.line.postings),)
    if column in {LOW, HIGH}:
        return lambda row: (row.line.range.pay.currency or "", _size(row, column))
    return lambda row: (row.cells[column].casefold(),)


def _size(row: TableRow, column: int) -> int:
    pay = convert(row.line.range.pay, Period.YEAR)
    return (pay.low if column == LOW else pay.high) or 0
