"""The two lists of figures on a profile: its own ranges by level, and its related roles."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from jobtracker.domain.money import long_range
from jobtracker.domain.salary_ranges import trust_words
from jobtracker.ui.charts.mini_range import Span, paint_mini_range
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.features.profiles.contract import Official, Related
from jobtracker.ui.features.profiles.section import EDGE
from jobtracker.ui.features.profiles.words import (
    assumption_words,
    level_words,
    main_currency,
    percentile_words,
    range_words,
    span_of,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line, plain_tip
from jobtracker.ui.widgets.range_words import source_words

if TYPE_CHECKING:
    from jobtracker.domain.salary_ranges import SalaryRange

BAR_LEAST = 120
BAR_HEIGHT = 16
LABEL_LEAST = 190
LABEL_SHARE = 0.4
"""Of the width, for the longest level in words; beyond that it wraps."""
LINK_EDGE = EDGE + 1
"""Where the text of a link button begins, so that all stands in one line."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class RangeBar(QWidget):
    """One range on the scale of its neighbours; the words beside it say the same."""

    def __init__(self, theme: Theme, scale: Scale, span: Span, *, own: bool) -> None:
        super().__init__()
        self._own = own
        self._theme = theme
        self._scale = scale
        self._span = span
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(BAR_LEAST, self._theme.px(BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        paint_mini_range(painter, room, self._theme, self._scale, band=self._span, own=self._own)
        painter.end()


class Figures(QWidget):
    """A grid that is made anew for each profile."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._held: QWidget | None = None

    def new_grid(self, left: int = EDGE) -> QGridLayout:
        """An empty grid in the place of the former one."""
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
        self._held = QWidget()
        grid = QGridLayout(self._held)
        grid.setContentsMargins(left, 0, EDGE, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.SMALL)
        self._column.addWidget(self._held)
        return grid


class SalaryRows(Figures):
    """Level, bar, range; below, who says so: once where all rows have the same source."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._grid: QGridLayout | None = None
        self._widest = 0.0
        theme.changed.subscribe(lambda _tokens: self._fit(), owner=self)

    def show_ranges(
        self, salaries: "Sequence[SalaryRange]", official: Official | None, today: date
    ) -> None:
        """The profile's own ranges, then what the public figures say of its occupation."""
        grid = self._grid = self.new_grid()
        grid.setColumnStretch(1, 1)
        metrics = self.theme.metrics(BODY)
        levels = (metrics.horizontalAdvance(level_words(salary)) + 4 for salary in salaries)
        self._widest = max(levels, default=0) / self.theme.scale
        self._fit()
        public = [official.range] if official else []
        currency = main_currency(salary.pay for salary in [*salaries, *public])
        spans = [span_of(salary.pay, currency) for salary in salaries]
        whole = [span_of(one.pay, currency) for one in public]
        scale = scale_for(end for span in [*spans, *whole] if span for end in span)
        tails = [_tail(salary, today) for salary in salaries]
        shared = len(set(tails)) == 1
        for salary, span, tail in zip(salaries, spans, tails, strict=True):
            self._add(grid, salary, span, scale)
            notes = [percentile_words(salary), "" if shared else tail]
            _note(grid, ". ".join(filter(None, notes)), 1)
        if shared:
            _note(grid, tails[0], 0)
        if official:
            self._add_official(grid, official, whole[0], scale, today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the levels the room they want, as long as the bars have theirs."""
        if self._grid is not None:
            wanted = min(self.theme.px(self._widest), round(self.width() * LABEL_SHARE))
            self._grid.setColumnMinimumWidth(0, max(self.theme.px(LABEL_LEAST), wanted))

    def _add(
        self,
        grid: QGridLayout,
        salary: "SalaryRange",
        span: Span | None,
        scale: Scale,
        *,
        own: bool = True,
    ) -> None:
        row = grid.rowCount()
        label = PlainLabel(level_words(salary), wrap=True, selectable=True)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        if salary.pay.low is None and salary.pay.high is None:
            words = PlainLabel(range_words(salary.pay), "label", wrap=True, selectable=True)
            grid.addWidget(words, row, 1, 1, 2)
            return
        if span is not None:
            grid.addWidget(
                RangeBar(self.theme, scale, span, own=own), row, 1, Qt.AlignmentFlag.AlignTop
            )
        words = PlainLabel(range_words(salary.pay), "strong", selectable=True)
        words.setToolTip(plain_tip(long_range(salary.pay)))
        grid.addWidget(words, row, 2, RIGHT)

    def _add_official(
        self,
        grid: QGridLayout,
        official: Official,
        span: Span | None,
        scale: Scale,
        today: date,
    ) -> None:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), Space.SNUG)
        level = f"official: {official.title}"
        self._add(grid, official.range._replace(level=level), span, scale, own=False)
        told = [
            percentile_words(official.range),
            _tail(official.range, today),
            official.found,
        ]
        _note(grid, ". ".join(filter(None, told)), 0)


class RelatedRows(Figures):
    """Title, range and description; a title whose profile is here leads to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.chosen: Channel[int] = Channel()

    def show_roles(self, related: Sequence[Related]) -> None:
        grid = self.new_grid(0)
        grid.setColumnStretch(0, 1)
        for one in related:
            row = grid.rowCount()
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(self._title(one), row, 0, left)
            words = PlainLabel(range_words(one.role.pay), selectable=True)
            words.setToolTip(long_range(one.role.pay))
            grid.addWidget(
                words, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            _note(grid, one.role.description, 0, LINK_EDGE)
            if one.own_pay is not None:
                _note(grid, f"Its own profile says {range_words(one.own_pay)}", 0, LINK_EDGE)
            grid.addWidget(line(), grid.rowCount(), 0, 1, 2)

    def _title(self, one: Related) -> QWidget:
        if not one.id:
            label = PlainLabel(one.role.title, "label", wrap=True, selectable=True)
            label.setIndent(LINK_EDGE)
            return label
        button = Button(one.role.title, kind="link")
        button.clicked.connect(lambda: self.chosen.put(one.id))
        return button


def _tail(salary: "SalaryRange", today: date) -> str:
    """Who says so, what was taken as the usual, and what to know before leaning on it."""
    told = (source_words(salary), assumption_words(salary.pay), *trust_words(salary, today))
    words = "; ".join(filter(None, told))
    return words[:1].upper() + words[1:]


def _note(grid: QGridLayout, words: str, column: int, indent: int = 0) -> None:
    """A quiet line below a row, from this column on."""
    if words:
        label = PlainLabel(words, "cap", wrap=True, selectable=True)
        label.setIndent(indent)
        grid.addWidget(label, grid.rowCount(), column, 1, grid.columnCount() - column)
