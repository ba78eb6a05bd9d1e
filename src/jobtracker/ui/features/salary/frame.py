"""The Salary page as it is laid out: what stands where, at every width."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.salary.chart_stack import ChartStack
from jobtracker.ui.features.salary.contract import Intents
from jobtracker.ui.features.salary.converter import Converter
from jobtracker.ui.features.salary.details import RangeDetails
from jobtracker.ui.features.salary.explore import ExploreView
from jobtracker.ui.features.salary.filters import Filters
from jobtracker.ui.features.salary.model import RangeModel
from jobtracker.ui.features.salary.offers_panel import OffersPanel
from jobtracker.ui.features.salary.table import RangeTable
from jobtracker.ui.features.salary.target_field import TargetField
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.page import Page, WidthClass
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.segmented import Segmented

CHART, TABLE, EXPLORE = "chart", "table", "explore"
CONVERTER, CONVERTER_LEAST = 446, 372
"""px at 100 % that the converter takes for a range, and for one amount."""
UNBOUNDED = (1 << 24) - 1
"""QWIDGETSIZE_MAX, which Qt has no name for in Python."""
LEAST_FIGURES = 250
"""px at 100 % that the chart keeps, however much stands below it."""


class SalaryFrame(Page):
    """Filters, figures, offers and converter in their places; nothing is heard here."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__("Salary")
        self.intents = intents
        self._theme = theme
        self.period = Segmented("Period", [("year", "Annual"), ("hour", "Hourly")])
        self.bring = Button("Import table")
        self.add_offer = Button("Add offer", kind="primary", icon=theme.icon("plus", "on_accent"))
        self.filters = Filters(theme)
        self.kind = Segmented("Show as", [(CHART, "Chart"), (TABLE, "Table"), (EXPLORE, "Explore")])
        self.legend = self.filters.legend
        self.notes = PlainLabel("", "cap", wrap=True, selectable=True)
        self.target = TargetField(theme, intents)
        self.stack = ChartStack(theme)
        self.model = RangeModel()
        self.table = RangeTable(theme, self.model)
        self.explore = ExploreView(theme, intents)
        self.empty = EmptyState("", "", "")
        self._around = QWidget()
        self.details = RangeDetails()
        self.offers = OffersPanel(theme, intents)
        self.converter = Converter(theme)
        self._whole = ScrollPane(0)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._divider = line(vertical=True)
        self._lay_out()

    def fit(self, width: WidthClass) -> None:
        self.filters.fit(width)
        self.table.fit(width)
        self.explore.fit(width)
        self.header.note.setVisible(width >= WidthClass.NARROW)
        ways = QBoxLayout.Direction
        one_column = width < WidthClass.NARROW
        self._below.setDirection(ways.TopToBottom if one_column else ways.LeftToRight)
        self._divider.setVisible(not one_column)
        self.fit_below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_below()

    def fit_below(self) -> None:
        """The converter is as wide as the page lets it be, never as what is typed makes it."""
        px = self._theme.px
        if self._below.direction() is QBoxLayout.Direction.TopToBottom:
            self.converter.setMinimumWidth(0)
            self.converter.setMaximumWidth(UNBOUNDED)
            left = self.width()
        else:
            room = self.width() - self._divider.width()
            roomy = room >= px(CONVERTER) + self.offers.least(narrow=True)
            width = px(CONVERTER if roomy else CONVERTER_LEAST)
            self.converter.setFixedWidth(width)
            left = room - width
        self.offers.fit(narrow=left < self.offers.least(narrow=False))

    def _lay_out(self) -> None:
        for widget in (self.kind, self.period, self.bring, self.add_offer):
            self.header.add(widget)
        self.column.addWidget(self.filters)
        self.notes.setContentsMargins(Space.PAGE, Space.SNUG, Space.PANE, 0)
        self.column.addWidget(self.notes)
        self.column.addWidget(self.target)
        around = QVBoxLayout(self._around)
        around.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        around.addWidget(self.empty)
        around.addStretch(1)
        figures = QWidget()
        self._theme.fit(figures.setMinimumHeight, LEAST_FIGURES)
        inside = QVBoxLayout(figures)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for figure in (self.stack, self.table, self.explore, self._around):
            inside.addWidget(figure, 1)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        self._below.addWidget(self.offers, 1)
        self._below.addWidget(self._divider)
        self._below.addWidget(self.converter)
        column = self._whole.column
        column.setSpacing(0)
        column.addWidget(figures, 1)
        column.addWidget(line())
        column.addWidget(self.details)
        column.addWidget(line())
        column.addLayout(self._below)
        self.column.addWidget(self._whole, 1)
