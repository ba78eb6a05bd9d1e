"""The filter row: whose ranges, of which level, in which place, how grouped, and the legend."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.salary_lines import BY_LEVEL, BY_PLACE, BY_ROLE, SalaryQuery
from jobtracker.ui.features.salary.contract import YOURS, Found, RoleChoice
from jobtracker.ui.features.salary.find_field import FindField
from jobtracker.ui.features.salary.legend import Legend
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.page import FilterRow, WidthClass

if TYPE_CHECKING:
    from jobtracker.domain.benchmarks import Area

ROLE, LEVEL, AREA, GROUP = "role", "level", "area", "group"
WIDTHS = {ROLE: 150, LEVEL: 104, AREA: 150, GROUP: 100}
WIDER = {**WIDTHS, ROLE: 200, AREA: 200}
BUTTON = 36
"""px at 100 % that the export button takes at the right end."""
ALL_LEVELS = ""
YOUR_ROLES = "Your roles"


class Filters(FilterRow):
    """`changed` carries the query as it stands; `query` answers it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.changed: Channel[SalaryQuery] = Channel()
        self._theme = theme
        self._query = SalaryQuery()
        self.legend = Legend(theme)
        self._beside = True
        self._strip = QHBoxLayout()
        self._strip.setContentsMargins(Space.PAGE, 0, Space.PANE, Space.TIGHT)
        self.role = FindField(theme, "Roles to show")
        self.area = FindField(theme, "Place of the official figures")
        self.level = Choice[str](theme, "Level")
        self.group = Choice[str](theme, "Group by")
        self.level.set_options([(ALL_LEVELS, "Level: all")])
        self.group.set_options(
            [
                (BY_ROLE, "By role"),
                (BY_LEVEL, "By level"),
                (BY_PLACE, "By place"),
            ]
        )
        self.role.show_words(YOUR_ROLES)
        self._fields: dict[str, QWidget] = {
            ROLE: self.role,
            LEVEL: self.level,
            AREA: self.area,
            GROUP: self.group,
        }
        for widget in self._fields.values():
            self.add_left(widget)
        self._row.insertWidget(self._left + 1, self.legend)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, self._strip)
        self.role.chosen.subscribe(self._choose_role, owner=self)
        self.area.chosen.subscribe(self._choose_area, owner=self)
        self.level.chosen.subscribe(lambda level: self._change(level=level), owner=self)
        self.group.chosen.subscribe(lambda by: self._change(grouped=by), owner=self)
        self.fit(WidthClass.MEDIUM)

    @property
    def query(self) -> SalaryQuery:
        return self._query

    def show_query(self, query: SalaryQuery, role: str = "") -> None:
        """Stand at this query without telling anybody; `role` are the words of whose ranges."""
        self._query = query
        self.role.show_words(role or YOUR_ROLES)
        self.group.set_value(query.grouped)

    def show_area(self, area: "Area") -> None:
        """The place whose official figures are shown."""
        self.area.show_words("All United States" if area.kind == "nation" else area.name)

    def show_levels(self, levels: Sequence[str]) -> None:
        """The levels that can be chosen; one that is chosen stays."""
        chosen = self._query.level
        known = [*levels, *([chosen] if chosen and chosen not in levels else [])]
        named = [(level, f"Level: {level}") for level in known]
        self.level.set_options([(ALL_LEVELS, "Level: all"), *named])
        self.level.set_value(chosen)

    def fit(self, width: WidthClass) -> None:
        """Fields grow where there is room."""
        widths = WIDER if width >= WidthClass.WIDE else WIDTHS
        for name, px in widths.items():
            self._fields[name].setFixedWidth(self._theme.px(px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_legend()

    def place_legend(self) -> None:
        """Beside the fields where all of it has room there, else on a line of its own."""
        taken = sum(one.width() + Space.SNUG for one in self._fields.values())
        around = Space.PAGE + Space.PANE + self._theme.px(BUTTON)
        beside = self.width() - taken - around >= self.legend.sizeHint().width()
        if beside == self._beside:
            return
        self._beside = beside
        (self._strip if beside else self._row).removeWidget(self.legend)
        if beside:
            self._row.insertWidget(self._left + 1, self.legend)
        else:
            self._strip.addWidget(self.legend)

    def _choose_role(self, found: Found) -> None:
        choice = cast("RoleChoice", found.value)
        codes = (choice.code,) if choice.code else ()
        query = self._query._replace(
            profile_id=choice.profile_id, occupations=codes, application_id=None, level=ALL_LEVELS
        )
        self.show_query(query, found.words if choice != YOURS else YOUR_ROLES)
        self.changed.put(query)

    def _choose_area(self, found: Found) -> None:
        self._change(area=str(found.value))

    def _change(self, **changes: Any) -> None:
        self._query = self._query._replace(**changes)
        self.changed.put(self._query)
