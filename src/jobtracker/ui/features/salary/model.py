"""The ranges as a table: the same rows as the chart, sortable and copyable."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.pay import Pay, Period, convert
from jobtracker.domain.salary_ranges import trust_words
from jobtracker.ui.features.salary.rows import applications_on, range_for, spoken
from jobtracker.ui.features.salary.words import bound, currency_words, line_kind
from jobtracker.ui.widgets.row_model import Column, RowModel

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import SalaryLine

HEADERS = (
    "Role",
    "Level",
    "Low",
    "High",
    "Median",
    "P10",
    "P90",
    "Currency",
    "Applications",
    "Place",
    "Kind",
    "Source",
    "As of",
    "To know",
)
WIDTHS = (0, 74, 88, 88, 88, 88, 88, 96, 92, 120, 120, 140, 88, 150)
LOW, HIGH, MEDIAN, P10, P90, CURRENCY, APPLICATIONS = range(2, 9)
FIGURES = {LOW, HIGH, MEDIAN, P10, P90}
LESS_WIDE = (5, 6, 9, 10)
"""The columns that go where there is less room, and those that go where there is little."""
NARROW = (*LESS_WIDE, 4, 11, 12, 13)


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
        self._today = date.min
        self._sorted: tuple[int, bool] | None = None

    def show_lines(self, lines: "Sequence[SalaryLine]", period: Period, today: date) -> None:
        self._lines, self._period, self._today = lines, period, today
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
        numbered = enumerate(self._lines)
        rows = [_row(place, line, self._period, self._today) for place, line in numbered]
        if self._sorted is not None:
            column, backwards = self._sorted
            rows.sort(key=_key(column), reverse=backwards)
        self.show_rows(rows)


def _column(place: int) -> Column:
    right = place in FIGURES or place == APPLICATIONS
    speak = (lambda row: row.spoken) if place == 0 else None
    return Column(
        HEADERS[place], lambda row: row.cells[place], WIDTHS[place], spoken=speak, right=right
    )


def _row(place: int, line: "SalaryLine", period: Period, today: date) -> TableRow:
    told = range_for(line, period)
    pay, points = told.pay, told.percentiles
    count = applications_on(line)
    cells = (
        line.title,
        told.level or told.experience,
        *(bound(end, pay, period) for end in (pay.low, pay.high, points.p50)),
        *(bound(end, pay, period) for end in (points.p10, points.p90)),
        currency_words(pay.currency),
        str(count) if count else "",
        told.place,
        told.kind or line_kind(line),
        told.source,
        told.source_date,
        "; ".join(dict.fromkeys((*trust_words(told, today), *told.notes))),
    )
    return TableRow(place, line, cells, spoken(line, period, today))


def _key(column: int) -> Callable[[TableRow], tuple[str | int, ...]]:
    """Figures sort by size within their currency, words by their letters."""
    if column == APPLICATIONS:
        return lambda row: (applications_on(row.line),)
    if column in FIGURES:
        return lambda row: (row.line.range.pay.currency or "", _size(row, column))
    return lambda row: (row.cells[column].casefold(),)


def _size(row: TableRow, column: int) -> int:
    told = row.line.range
    points = told.percentiles
    ends = {
        LOW: told.pay.low,
        HIGH: told.pay.high,
        MEDIAN: points.p50,
        P10: points.p10,
        P90: points.p90,
    }
    end = ends[column]
    stated = convert(Pay(end, end, told.pay.currency, told.pay.period), Period.YEAR)
    return stated.low or 0
