"""The open applications by stage: parts of one bar, and below them glyph, name and count."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from jobtracker.domain.stages import STAGES, Stage, stage_name
from jobtracker.ui.features.today import words
from jobtracker.ui.features.today.ground import OUTSET, OutsetDelegate
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, LABEL, Size, Space
from jobtracker.ui.widgets.row_delegate import Cell, draw_text
from jobtracker.ui.widgets.row_model import ROW, Column, RowModel
from jobtracker.ui.widgets.row_table import RowList

BAR = 10
GAP = 3
LEGEND = 30
LEAST = 8
"""px of the smallest part, so that one application can be seen beside hundreds."""
GLYPH = 16


class Part(NamedTuple):
    """One stage of the strip and how many of `total` are in it."""

    stage: str
    number: int
    total: int


class StageStrip(QWidget):
    """`chosen` tells the stage that was clicked or entered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self._bar = _Bar(theme)
        self.legend = _Legend(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        around = QHBoxLayout()
        around.setContentsMargins(OUTSET, 0, OUTSET, 0)
        around.addWidget(self._bar)
        column.addLayout(around)
        column.addWidget(self.legend)
        self._bar.chosen.subscribe(self.chosen.put, owner=self)
        self.legend.opened.subscribe(lambda part: self.chosen.put(part.stage), owner=self)
        self.legend.clicked.connect(self._click)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """The number of open applications of each stage."""
        total = sum(counts.values())
        parts = [Part(stage.value, counts.get(stage.value, 0), total) for stage in STAGES]
        self._bar.show_parts(parts)
        self.legend.rows.show_rows(parts)
        self.legend.fit()

    def _click(self, index: QModelIndex) -> None:
        self.chosen.put(self.legend.rows.rows[index.row()].stage)


class _Bar(QWidget):
    """The parts in proportion; the list below says the same for the keyboard and aloud."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self._theme = theme
        self._parts: list[Part] = []
        theme.fit(self.setFixedHeight, BAR)
        self.setMouseTracking(True)
        theme.changed.subscribe(lambda _tokens: self.update(), owner=self)

    def show_parts(self, parts: list[Part]) -> None:
        self._parts = [part for part in parts if part.number]
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stage = self._stage_at(event)
        if stage and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.put(stage)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stage = self._stage_at(event)
        part = next((one for one in self._parts if one.stage == stage), None)
        self.setToolTip(words.spoken_stage(*part) if part else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._parts:
            painter.setBrush(self._theme.colours.band)
            painter.drawRoundedRect(self.rect(), Size.EDGE, Size.EDGE)
        for stage, rect in self._rects():
            painter.setBrush(self._theme.stage_colour(stage))
            painter.drawRoundedRect(rect, Size.EDGE, Size.EDGE)
        painter.end()

    def _rects(self) -> list[tuple[str, QRectF]]:
        """Each stage and its part of the bar: the least width for all, the rest in proportion."""
        total = sum(part.number for part in self._parts)
        room = self.width() - (LEAST + GAP) * len(self._parts) + GAP
        left, found = 0.0, []
        for part in self._parts:
            width = LEAST + room * part.number / total
            found.append((part.stage, QRectF(left, 0, width, self.height())))
            left += width + GAP
        return found

    def _stage_at(self, event: QMouseEvent) -> str:
        place = event.position()
        return next((stage for stage, rect in self._rects() if rect.contains(place)), "")


class _Legend(RowList):
    """Five items side by side; the arrows move among them, Enter lists the stage."""

    def __init__(self, theme: Theme) -> None:
        column = Column(
            "Stage",
            _name,
            spoken=lambda part: words.spoken_stage(*part),
        )
        super().__init__(theme, "Open applications by stage", RowModel([column], _stage_of))
        self.setProperty("s", "canvas")
        self.setUniformItemSizes(False)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells = _LegendDelegate(theme, self)
        self.setItemDelegate(self._cells)
        theme.fit(self.setFixedHeight, LEGEND)

    def fit(self) -> None:
        """Share the width that is left over among the five."""
        self._cells.fit(self.rows.rows, self.width())
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.selectionModel().clear()


def _stage_of(part: Part) -> str:
    return part.stage


def _name(part: Part) -> str:
    return stage_name(Stage(part.stage))


class _LegendDelegate(OutsetDelegate):
    lined = False

    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(theme, view, LEGEND)
        self._spare = 0

    def fit(self, parts: Sequence[Part], width: int) -> None:
        """Give each what it needs, and its share of what is left of `width` px."""
        needed = sum(self._needed(part) for part in parts)
        self._spare = max(0, width - needed) // max(1, len(parts))

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._needed(index.data(ROW)) + self._spare, self.theme.px(LEGEND))

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, part, rect = self.theme, cell.row, cell.rect
        side = theme.px(GLYPH)
        left = rect.left() + OUTSET
        theme.glyph(painter, QRectF(left, rect.center().y() - side / 2 + 1, side, side), part.stage)
        said = rect.adjusted(left - rect.left() + side + Space.SNUG, 0, 0, 0)
        used = draw_text(painter, theme, said, _name(part), BODY, theme.colours.text2)
        count = said.adjusted(used + Space.SNUG, 0, 0, 0)
        draw_text(painter, theme, count, f"{part.number:,}", LABEL)

    def _needed(self, part: Part) -> int:
        theme = self.theme
        said = theme.metrics(BODY).horizontalAdvance(_name(part))
        count = theme.metrics(LABEL).horizontalAdvance(f"{part.number:,}")
        return 2 * OUTSET + theme.px(GLYPH) + said + count + 2 * Space.SNUG + 2
