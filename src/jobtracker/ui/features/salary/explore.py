"""Official figures to look around in: one occupation in every place, or one place's every
occupation, with the person's own pay on each.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.pay import Period
from jobtracker.domain.salary_lines import ExploreQuery
from jobtracker.ui.charts.bars import OFFICIAL, Bar
from jobtracker.ui.charts.quantile_bar import paint_quantiles
from jobtracker.ui.features.salary.contract import Found, Intents, RoleChoice
from jobtracker.ui.features.salary.explore_model import CHART, FigureModel
from jobtracker.ui.features.salary.find_field import FindField
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, STRONG, Size, Space
from jobtracker.ui.theme.tokens import FIGURES as TABULAR
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.labels import ElidedLabel
from jobtracker.ui.widgets.page import WidthClass
from jobtracker.ui.widgets.row_delegate import LEFT, RIGHT, Cell, RowDelegate, draw_text
from jobtracker.ui.widgets.row_table import RowTable
from jobtracker.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import Explored

PLACES, OCCUPATIONS = "places", "occupations"
USUAL = "15-1252"
"""Software developers: looked at where no occupation was chosen yet."""
FINDER, FILTER = 240, 190


class _Cells(RowDelegate):
    def __init__(self, theme: Theme, view: RowTable, model: FigureModel) -> None:
        super().__init__(theme, view, Size.ROW_COMPACT)
        self._model = model

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        if cell.column == CHART:
            self._paint_range(painter, cell)
            return
        right = self._model.columns[cell.column].right
        token = TABULAR if right else (STRONG if cell.column == 0 else BODY)
        left = Space.PAGE if cell.column == 0 else Space.SMALL
        room = cell.rect.adjusted(left, 0, -Space.SMALL, 0)
        words = cell.row.cells[cell.column]
        draw_text(painter, self.theme, room, words, token, align=RIGHT if right else LEFT)

    def _paint_range(self, painter: QPainter, cell: Cell) -> None:
        """Its percentiles on the scale of all that are listed, with the person's pay across."""
        scale, quantiles = self._model.scale, cell.row.quantiles
        room = QRectF(cell.rect).adjusted(Space.LARGE, 0, -Space.LARGE, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

        def x(amount: float) -> float:
            return room.left() + scale.x(amount, room.width())

        if len(quantiles.known) > 1:
            bar = Bar("", "", None, "", kind=OFFICIAL, quantiles=quantiles)
            paint_quantiles(painter, self.theme, bar, room.center().y(), x)
        if self._model.own is not None:
            painter.setPen(QPen(self.theme.colours.offer, 2))
            place = x(self._model.own)
            top, bottom = QPointF(place, room.top() + 4), QPointF(place, room.bottom() - 4)
            painter.drawLine(top, bottom)


class FigureTable(RowTable):
    """Ctrl+C copies the whole list, as it is sorted and filtered."""

    def __init__(self, theme: Theme, model: FigureModel) -> None:
        super().__init__(theme, "Official figures", model)
        self._figures = model
        self.setItemDelegate(_Cells(theme, self, model))
        self.set_row_height(Size.ROW_COMPACT)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(model.sort_by)

    def copy(self) -> None:
        model = self._figures
        lines = (model.headers(), *model.cells())
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)


class ExploreView(QWidget):
    """Enter on a place lists its occupations, Enter on an occupation its places."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self._intents = intents
        self._theme = theme
        self._found: Explored | None = None
        self._period = Period.YEAR
        self.query = ExploreQuery(USUAL, "")
        self.way = Segmented("List", [(PLACES, "All places"), (OCCUPATIONS, "All occupations")])
        self.occupation = FindField(theme, "Occupation")
        self.area = FindField(theme, "Place")
        self.filter = CommitLineEdit("Filter the list", placeholder="Filter")
        keep_not(self.filter)
        self.model = FigureModel()
        self.table = FigureTable(theme, self.model)
        self.note = ElidedLabel("", "small")
        self._listen()
        self._lay_out()

    def start(self, query: ExploreQuery) -> None:
        """Ask for a list."""
        self.query = query
        self._show_way()
        self._intents.explored.put(query)

    def show_found(self, found: "Explored") -> None:
        """The list that was asked for."""
        self._found = found
        self.query = found.query._replace(area=found.area.code)
        if found.occupation is not None:
            self.occupation.show_words(found.occupation.title)
        self.area.show_words(found.area.name)
        self._show_way()
        self.show_period(self._period)

    def show_period(self, period: Period) -> None:
        self._period = period
        if self._found is not None:
            self.model.show_figures(self._found, period)
            self._say()

    def fit(self, width: WidthClass) -> None:
        narrow = width < WidthClass.MEDIUM
        for field, px in ((self.occupation, FINDER), (self.area, FINDER), (self.filter, FILTER)):
            field.setFixedWidth(self._theme.px(px * 0.72 if narrow else px))
        for column in (2, 3):
            self.table.setColumnHidden(column, narrow)
        self.table.setColumnHidden(CHART, width < WidthClass.NARROW)

    def _listen(self) -> None:
        self.occupation.asked.subscribe(self._intents.roles_wanted.put, owner=self)
        self.area.asked.subscribe(self._intents.areas_wanted.put, owner=self)
        self.occupation.chosen.subscribe(self._choose_occupation, owner=self)
        self.area.chosen.subscribe(
            lambda found: self.start(self.query._replace(area=str(found.value))), owner=self
        )
        self.way.chosen.subscribe(
            lambda way: self.start(self.query._replace(by_occupation=way == OCCUPATIONS)),
            owner=self,
        )
        self.filter.textChanged.connect(self._filter)
        self.table.opened.subscribe(self._enter, owner=self)

    def _choose_occupation(self, found: Found) -> None:
        choice = found.value
        if isinstance(choice, RoleChoice) and choice.code:
            self.start(self.query._replace(code=choice.code))

    def _enter(self, shown: object) -> None:
        key = getattr(shown, "key", "")
        if self.query.by_occupation:
            self.start(ExploreQuery(key, self.query.area))
        else:
            self.start(ExploreQuery(self.query.code, key, by_occupation=True))

    def _filter(self, text: str) -> None:
        self.model.filter_by(text)
        self._say()

    def _show_way(self) -> None:
        by_occupation = self.query.by_occupation
        self.way.set_value(OCCUPATIONS if by_occupation else PLACES)
        self.occupation.setVisible(not by_occupation)
        self.area.setVisible(by_occupation)

    def _say(self) -> None:
        """How many are listed, and whose figures these are."""
        found = self._found
        if found is None:
            return
        listed, every = len(self.model.rows), len(found.rows)
        what = "occupations" if found.query.by_occupation else "places"
        count = f"{every:,} {what}" if listed == every else f"{listed:,} of {every:,} {what}"
        passport = found.rows[0].figure.passport if found.rows else None
        source = f", {passport.credit}, {passport.source_date}" if passport is not None else ""
        self.note.setText(f"{count} by median{source}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.PAGE, Space.SMALL, Space.PANE, Space.SMALL)
        row.setSpacing(Space.SNUG)
        for widget in (self.way, self.occupation, self.area, self.filter):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
