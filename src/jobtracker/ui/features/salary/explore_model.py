"""Official figures as rows: of every place or every occupation, filtered and sorted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.money import amount
from jobtracker.domain.pay import Period, convert, to_major
from jobtracker.domain.position import nth, standing_words
from jobtracker.domain.text import folded
from jobtracker.ui.charts.bars import Quantiles
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.widgets.row_model import Column, RowModel

if TYPE_CHECKING:
    from jobtracker.domain.position import Position
    from jobtracker.domain.salary_lines import Explored, ExploredRow

NAME, MEDIAN, LOW, HIGH, CHART, JOBS, PLACE = range(7)
TITLES = ("Place", "Median", "P10", "P90", "Range", "Jobs", "Your pay")
WIDTHS = (0, 96, 96, 110, 220, 96, 150)
FIGURES = {MEDIAN: 2, LOW: 0, HIGH: 4}
UNKNOWN = "not released"


class ShownFigure(NamedTuple):
    """A figure as it is listed: its words, one a column, and its place on the common scale."""

    key: str
    row: "ExploredRow"
    cells: tuple[str, ...]
    spoken: str
    quantiles: Quantiles
    sizes: tuple[float, ...]


class FigureModel(RowModel[ShownFigure]):
    """By the median until another column is sorted by; `scale` holds every figure listed."""

    def __init__(self) -> None:
        super().__init__([_column(place) for place in range(len(TITLES))], key=lambda r: r.key)
        self.scale: Scale = scale_for(())
        self.own: float | None = None
        self._every: list[ShownFigure] = []
        self._filter = ""
        self._sorted = (MEDIAN, True)

    def show_figures(self, found: "Explored", period: Period) -> None:
        """The figures that were asked for, for a period."""
        by_occupation = found.query.by_occupation
        self.columns[NAME] = self.columns[NAME]._replace(
            title="Occupation" if by_occupation else "Place"
        )
        self._every = [_shown(row, period, by_occupation=by_occupation) for row in found.rows]
        amounts = [end for shown in self._every for end in shown.quantiles.known]
        self.own = _own(found, period)
        self.scale = scale_for([*amounts, *([self.own] if self.own is not None else [])])
        self._show()

    def filter_by(self, text: str) -> None:
        """Only figures whose name has all these words."""
        self._filter = text
        self._show()

    def sort_by(self, column: int) -> None:
        """By this column; once more turns the order round."""
        column = MEDIAN if column == CHART else column
        before = self._sorted
        self._sorted = (column, not before[1] if before[0] == column else column != NAME)
        self._show()

    def cells(self) -> list[tuple[str, ...]]:
        """What is listed, without the drawn column."""
        return [row.cells[:CHART] + row.cells[CHART + 1 :] for row in self.rows]

    def headers(self) -> tuple[str, ...]:
        titles = tuple(column.title for column in self.columns)
        return titles[:CHART] + titles[CHART + 1 :]

    def _show(self) -> None:
        words = folded(self._filter).split()
        rows = [one for one in self._every if all(word in folded(one.cells[0]) for word in words)]
        column, backwards = self._sorted
        rows.sort(key=_key(column), reverse=backwards)
        self.show_rows(rows)


def _key(column: int) -> Callable[[ShownFigure], tuple[float | str, ...]]:
    if column == NAME:
        return lambda shown: (shown.cells[0].casefold(),)
    return lambda shown: (shown.sizes[column],)


def _column(place: int) -> Column:
    speak = (lambda shown: shown.spoken) if place == NAME else None
    right = place in {*FIGURES, JOBS}
    return Column(
        TITLES[place], lambda shown: shown.cells[place], WIDTHS[place], spoken=speak, right=right
    )


def _own(found: "Explored", period: Period) -> float | None:
    """The person's own pay on the scale of dollars."""
    pay = found.pay
    if pay is None or pay.low is None or pay.currency != "USD" or pay.period is None:
        return None
    stated = convert(pay, period)
    return None if stated.low is None else float(to_major(stated.low, "USD"))


def _shown(row: "ExploredRow", period: Period, *, by_occupation: bool) -> ShownFigure:
    told = row.by_hour if period is Period.HOUR else row.range
    figure = row.figure
    name = figure.occupation.title if by_occupation else figure.area.name
    key = figure.occupation.code if by_occupation else figure.area.code
    ends = [_end(end, told.pay.period, period) for end in told.percentiles]
    words = [
        _words(end, period) + (" or more" if place in told.at_least else "")
        for place, end in zip(told.percentiles._fields, ends, strict=True)
    ]
    quantiles = Quantiles(*(None if end is None else end / 100 for end in ends))
    stands = _place_words(row.position)
    jobs = f"{figure.employment:,}" if figure.employment is not None else UNKNOWN
    cells = (name, words[2], words[0], words[4], "", jobs, stands)
    spoken = f"{name}: median {words[2]}, 10th percentile {words[0]}, 90th percentile {words[4]}"
    spoken += f", jobs {jobs}" + (f", your pay {standing_words(row.position)}" if stands else "")
    place = row.position.value
    sizes = (0.0, *(_size(ends[at]) for at in (2, 0, 4)), 0.0, float(figure.employment or -1))
    return ShownFigure(
        key, row, cells, spoken, quantiles, (*sizes, -1.0 if place is None else place)
    )


def _place_words(position: "Position") -> str:
    """As in "68th percentile", "Above the 90th"."""
    if position.percentile is None:
        return ""
    named = nth(round(position.percentile))
    clamped = position.clamped.capitalize()
    return f"{clamped} the {named}" if clamped else f"{named} percentile"


def _size(end: float | None) -> float:
    return -1.0 if end is None else end


def _end(end: int | None, of: Period | None, period: Period) -> int | None:
    from jobtracker.domain.pay import Pay

    return convert(Pay(end, end, "USD", of), period).low


def _words(end: int | None, period: Period) -> str:
    return UNKNOWN if end is None else amount(end, "USD", cents=period is Period.HOUR)
