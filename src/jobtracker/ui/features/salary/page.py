"""Salary: the ranges of a person's roles on one scale a currency, and a converter."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.pay import Period
from jobtracker.ui.features.salary.chart import Legend, SalaryChart
from jobtracker.ui.features.salary.converter import Converter
from jobtracker.ui.features.salary.details import RangeDetails
from jobtracker.ui.features.salary.model import RangeModel
from jobtracker.ui.features.salary.table import RangeTable
from jobtracker.ui.features.salary.words import (
    bar_of,
    caption,
    currency_words,
    groups_of,
    symbol_of,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.page import FilterRow, Page, WidthClass
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.services.salaries import SalaryLine

YOURS = 0
CHART, TABLE = "chart", "table"
CONVERTER = 400
BELOW = 232
CHOICE = 190


class SalaryPage(Page):
    """`role_chosen` carries the id of the profile whose ranges are wanted, or `YOURS` for the
    linked ones; `profile_wanted` that of a profile to go to.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__("Salary")
        self.role_chosen: Channel[int] = Channel()
        self.profile_wanted: Channel[int] = Channel()
        self._theme = theme
        self._lines: Sequence[SalaryLine] = ()
        self._at = 0
        self._waiting = False
        self.period = Segmented("Period", [("year", "Annual"), ("hour", "Hourly")])
        self.kind = Segmented("Show as", [(CHART, "Chart"), (TABLE, "Table")])
        self.role = Choice[int](theme, "Roles to show")
        theme.fit(self.role.setMinimumWidth, CHOICE)
        self.role.set_options([(YOURS, "Your roles")])
        self.role.set_value(YOURS)
        self.copy = Button("Copy table")
        self.model = RangeModel()
        self.table = RangeTable(theme, self.model)
        self.charts: list[SalaryChart] = []
        self.empty = EmptyState("", "", "")
        self.details = RangeDetails()
        self.converter = Converter(theme)
        self._legend = Legend(theme)
        self._chart_column = QVBoxLayout()
        self._drawn = QWidget()
        self._pane = ScrollPane(0)
        self._lay_out()
        self._listen()
        self._show()

    def show_roles(self, roles: Sequence[tuple[int, str]]) -> None:
        """The profiles (id, title) that can be chosen besides the person's roles."""
        self.role.set_options([(YOURS, "Your roles"), *roles])
        if self.role.value() is None:
            self.role.set_value(YOURS)

    def show_lines(self, lines: "Sequence[SalaryLine]") -> None:
        """The ranges as they are now."""
        self._lines = lines
        self._at = min(self._at, max(0, len(lines) - 1))
        self._show()
        if self._waiting and lines:
            self.arrive()

    def arrive(self) -> None:
        self._waiting = not self._lines
        first = self.charts[0] if self.charts and not self.table.isVisible() else self.role
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        figures = [self.table] if self.kind.value() == TABLE else self.charts
        return [
            self.role,
            *(figures if self._lines else ()),
            self.details.open,
            self.converter.amount,
        ]

    def open_item(self, item: int) -> None:
        """Show the ranges of this profile."""
        self.role.set_value(item)
        self.role_chosen.put(item)

    def fit(self, width: WidthClass) -> None:
        self.table.fit(width)
        self._legend.setVisible(width >= WidthClass.NARROW)

    @property
    def is_hourly(self) -> bool:
        return self.period.value() == "hour"

    def show_hourly(self, *, hourly: bool) -> None:
        """Show pay by the hour, or by the year."""
        self.period.set_value("hour" if hourly else "year")
        self._show()

    def _show(self) -> None:
        """Everything anew, for the period that is chosen."""
        period = Period(self.period.value())
        groups = groups_of(self._lines)
        self.header.note.setText(caption(groups, period))
        self._show_charts(period)
        self.model.show_lines(self._lines, period)
        self.table.show_currency(shown=len(groups) > 1)
        some, as_table = bool(self._lines), self.kind.value() == TABLE
        self._drawn.setVisible(some)
        self._pane.setVisible(not (some and as_table))
        self.table.setVisible(some and as_table)
        self.copy.setVisible(some and as_table)
        self.details.setVisible(some)
        self.empty.setVisible(not some)
        if some:
            self.details.show_line(self._lines[self._at], period)
        else:
            self._say_empty()

    def _show_charts(self, period: Period) -> None:
        """One chart a currency; a chart is made anew only where the currencies changed."""
        groups = groups_of(self._lines)
        names = [f"Salary ranges, {currency_words(group.currency)}" for group in groups]
        if [chart.accessibleName() for chart in self.charts] != names:
            self._make_charts(
                [(n, symbol_of(g.currency)) for n, g in zip(names, groups, strict=True)]
            )
        places = {id(one): place for place, one in enumerate(self._lines)}
        for chart, group in zip(self.charts, groups, strict=True):
            chart.show_rows([bar_of(one, period, places[id(one)]) for one in group.lines])

    def _make_charts(self, wanted: Sequence[tuple[str, str]]) -> None:
        while (item := self._chart_column.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        self.charts = []
        for name, symbol in wanted:
            if len(wanted) > 1:
                heading = PlainLabel(name.partition(", ")[2].capitalize(), "section")
                heading.setContentsMargins(Space.PAGE, Space.MEDIUM, 0, 0)
                self._chart_column.addWidget(heading)
            chart = SalaryChart(self._theme, name, symbol)
            chart.chosen.subscribe(self._move, owner=chart)
            chart.opened.subscribe(self._enter, owner=chart)
            chart.current.subscribe(self._follow(chart), owner=chart)
            bar = self._pane.verticalScrollBar()
            for moved in (bar.valueChanged, bar.rangeChanged):
                moved.connect(chart.show_axis)
            self.charts.append(chart)
            self._chart_column.addWidget(chart, 1)

    def _follow(self, chart: SalaryChart) -> Callable[[int], None]:
        return lambda place: self._pane.reveal(chart, chart.row_rect(place))

    def _say_empty(self) -> None:
        if self.role.value() in {YOURS, None}:
            self.empty.say(
                "No role to compare with yet",
                "Add an application to see its role's range here, or choose a role to look at.",
                "Choose a role",
            )
        else:
            self.empty.say(
                "No range in this profile",
                "It states no pay. Edit it under Roles and profiles, or choose another.",
                "Choose a role",
            )

    def _move(self, place: int) -> None:
        self._at = place
        self.details.show_line(self._lines[place], Period(self.period.value()))

    def _enter(self, place: int) -> None:
        self._move(place)
        self.details.open.setFocus(Qt.FocusReason.TabFocusReason)

    def _listen(self) -> None:
        self.period.chosen.subscribe(lambda _: self._show(), owner=self)
        self.kind.chosen.subscribe(lambda _: self._show(), owner=self)
        self.role.chosen.subscribe(self.role_chosen.put, owner=self)
        self.table.current.subscribe(lambda row: self._move(row.place), owner=self)
        self.table.opened.subscribe(lambda row: self._enter(row.place), owner=self)
        self.details.opened.subscribe(self.profile_wanted.put, owner=self)
        self.copy.clicked.connect(self.table.copy)
        self.empty.button.clicked.connect(self.role.showPopup)

    def _lay_out(self) -> None:
        self.header.add(self.period)
        filters = FilterRow()
        filters.add_left(self.role)
        filters.add_right(self._legend)
        filters.add_right(self.copy)
        filters.add_right(self.kind)
        self.column.addWidget(filters)
        self._chart_column.setContentsMargins(0, Space.SMALL, 0, 0)
        self._drawn.setLayout(self._chart_column)
        around = QVBoxLayout()
        around.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        around.addWidget(self.empty)
        pane = self._pane
        pane.column.setSpacing(0)
        pane.column.addWidget(self._drawn, 1)
        pane.column.addLayout(around)
        pane.column.addStretch(0)
        self._theme.fit(self.converter.setFixedWidth, CONVERTER)
        below = QWidget()
        self._theme.fit(below.setMinimumHeight, BELOW)
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.details, 1)
        row.addStretch(0)
        row.addWidget(line(vertical=True))
        row.addWidget(self.converter)
        self.column.addWidget(self._pane, 1)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(line())
        self.column.addWidget(below)
