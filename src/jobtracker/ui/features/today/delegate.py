"""Paints the rows of the page: tasks, interviews, and those who have not answered."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from jobtracker.domain.today import Meeting, Task, Waiting
from jobtracker.ui.features.today import words
from jobtracker.ui.features.today.ground import OUTSET, OutsetDelegate
from jobtracker.ui.features.today.task_list import (
    CIRCLE,
    ROW,
    Shape,
    TaskList,
    TaskModel,
    shape_of,
)
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import (
    FIGURES,
    LABEL,
    SECTION,
    SMALL,
    SMALL_LABEL,
    TINY,
    Size,
    Space,
)
from jobtracker.ui.widgets.row_delegate import (
    CENTRE,
    RIGHT,
    Cell,
    draw_icon,
    draw_text,
    two_line_rects,
    two_lines,
)
from jobtracker.ui.widgets.row_table import RowView

TICK = ((5.0, 9.4), (8.0, 12.2), (13.2, 6.2))
"""The tick's corners in a circle of 18 px."""
RING = 1.6
MEETING_ROW = 56
WAITING_ROW = 44
DATE = 46
GLYPH = 16
DAYS = 64


class TaskDelegate(OutsetDelegate):
    line_from = 30

    def __init__(self, theme: Theme, view: TaskList, model: TaskModel) -> None:
        super().__init__(theme, view, ROW)
        self._tasks = view
        self._model = model

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        task: Task = cell.row
        shape = shape_of(self.theme, cell.rect, task)
        hot = self._tasks.hot if cell.hovered else ""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_circle(painter, shape.circle, ticked=hot == "circle")
        upper, lower = two_line_rects(self.theme, shape.words.adjusted(0, 0, -Space.MEDIUM, 0))
        draw_text(painter, self.theme, upper, task.words, LABEL)
        colour = self.theme.colours.text2
        draw_text(painter, self.theme, lower, words.whom(task), SMALL, colour)
        self._paint_when(painter, shape, task)
        self._paint_step(painter, shape.step, task.step.value, hot=hot == "step")

    def _paint_circle(self, painter: QPainter, target: QRect, *, ticked: bool) -> None:
        side = float(self.theme.px(CIRCLE))
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(target).center())
        pen = QPen(self.theme.colours.border_strong, RING)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if ticked:
            scale = side / CIRCLE
            corners = [QPointF(box.left() + x * scale, box.top() + y * scale) for x, y in TICK]
            painter.drawPolyline(QPolygonF(corners))

    def _paint_when(self, painter: QPainter, shape: Shape, task: Task) -> None:
        theme, today = self.theme, self._model.today
        tone = words.when_tone(task, today)
        said = words.when_words(task, today)
        colour = theme.colours.named(tone or "text2")
        draw_text(painter, theme, shape.when, said, SMALL_LABEL if tone else SMALL, colour, RIGHT)
        if tone:
            width = theme.metrics(SMALL_LABEL).horizontalAdvance(said) + theme.px(Size.ICON) + 6
            place = shape.when.adjusted(max(0, shape.when.width() - width), 0, 0, 0)
            draw_icon(painter, theme, place, words.ICONS[tone], tone)

    def _paint_step(self, painter: QPainter, rect: QRect, word: str, *, hot: bool) -> None:
        colours = self.theme.colours
        painter.setPen(QPen(colours.border_button, 1))
        painter.setBrush(colours.hover if hot else colours.raised)
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)
        draw_text(painter, self.theme, rect, word, LABEL, colours.text, CENTRE)


class MeetingDelegate(OutsetDelegate):
    """The day at the left, then the stage's glyph, for whom and when, what and how long."""

    line_from = DATE

    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, MEETING_ROW)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, meeting = self.theme, cell.row
        assert isinstance(meeting, Meeting)
        inside = cell.rect.adjusted(OUTSET, 0, -OUTSET, 0)
        upper, lower = two_line_rects(theme, inside)
        weekday = f"{meeting.day:%a}"
        draw_text(painter, theme, upper, weekday, TINY, theme.colours.text2)
        draw_text(painter, theme, lower, str(meeting.day.day), SECTION)
        left = theme.px(DATE)
        side = theme.px(GLYPH)
        glyph = QRectF(inside.left() + left, upper.top() + (upper.height() - side) / 2, side, side)
        theme.glyph(painter, glyph, meeting.stage)
        said = inside.adjusted(left + side + theme.px(6), 0, 0, 0)
        first, second = words.meeting_title(meeting), words.meeting_note(meeting)
        two_lines(painter, theme, said, first, second, LABEL)


class WaitingDelegate(OutsetDelegate):
    """Who has not answered, and for how many days."""

    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, WAITING_ROW)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        theme, waiting = self.theme, cell.row
        assert isinstance(waiting, Waiting)
        inside = cell.rect.adjusted(OUTSET, 0, -OUTSET, 0)
        days = inside.adjusted(inside.width() - theme.px(DAYS), 0, 0, 0)
        said = inside.adjusted(0, 0, -theme.px(DAYS), 0)
        two_lines(painter, theme, said, waiting.company, waiting.role, LABEL)
        colour = theme.colours.text2
        draw_text(painter, theme, days, f"{waiting.days} d", FIGURES, colour, RIGHT)
