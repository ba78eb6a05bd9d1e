"""One chart a currency, one under the other: amounts of two never share a scale."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from jobtracker.domain.pay import Period
from jobtracker.ui.features.salary.chart import SalaryChart
from jobtracker.ui.features.salary.rows import bar_of, goals_of
from jobtracker.ui.features.salary.words import currency_words, groups_of, symbol_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import SalaryView
    from jobtracker.ui.charts.bars import Spot


class ChartStack(ScrollPane):
    """`moved` tells the spot a person stands on, `opened` the one entered; the row of a spot is
    its place among the lines of the view.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(0)
        self.moved: Channel[Spot] = Channel()
        self.opened: Channel[Spot] = Channel()
        self.charts: list[SalaryChart] = []
        self._theme = theme
        self._stack = QVBoxLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self.column.setSpacing(0)
        self.column.addLayout(self._stack, 1)
        self.column.addStretch(0)

    def show_view(self, view: "SalaryView", period: Period) -> None:
        """Draw the lines; a chart is made anew only where the currencies changed."""
        groups = groups_of(view.lines)
        names = [f"Salary ranges, {currency_words(group.currency)}" for group in groups]
        if [chart.accessibleName() for chart in self.charts] != names:
            signs = [symbol_of(group.currency) for group in groups]
            self._make(list(zip(names, signs, strict=True)))
        places = {id(one): place for place, one in enumerate(view.lines)}
        for chart, group in zip(self.charts, groups, strict=True):
            goals = goals_of(view.aim, group.currency, period)
            rows = [bar_of(one, period, places[id(one)], view) for one in group.lines]
            chart.show_rows(rows, goals)

    def stand_at(self, key: int, mark: int = -1) -> None:
        """Put the keyboard on a row or a mark of it."""
        for chart in self.charts:
            if chart.stand_at(key, mark):
                chart.setFocus()
                self.reveal(chart, chart.row_rect(chart.spot.row))

    def named(self) -> Sequence[tuple[str, SalaryChart]]:
        """The charts with the words of their currencies."""
        return [(_heading(chart.accessibleName()), chart) for chart in self.charts]

    def _make(self, wanted: Sequence[tuple[str, str]]) -> None:
        while (item := self._stack.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        self.charts = []
        for name, symbol in wanted:
            if len(wanted) > 1:
                heading = PlainLabel(_heading(name), "section")
                heading.setContentsMargins(Space.PAGE, Space.MEDIUM, 0, 0)
                self._stack.addWidget(heading)
            chart = SalaryChart(self._theme, name, symbol)
            chart.chosen.subscribe(self.moved.put, owner=chart)
            chart.opened.subscribe(self.opened.put, owner=chart)
            chart.current.subscribe(self._follow(chart), owner=chart)
            bar = self.verticalScrollBar()
            for moved in (bar.valueChanged, bar.rangeChanged):
                moved.connect(chart.show_axis)
            self.charts.append(chart)
            self._stack.addWidget(chart, 1)

    def _follow(self, chart: SalaryChart) -> Callable[[int], None]:
        return lambda place: self.reveal(chart, chart.row_rect(place))


def _heading(name: str) -> str:
    """The currency of a chart's name, as a heading."""
    words = name.partition(", ")[2]
    return words[:1].upper() + words[1:]
