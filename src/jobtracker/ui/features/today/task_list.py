"""The tasks of a day as a list: a circle to tick, what, for whom, when, and the next step."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from jobtracker.domain.today import Task
from jobtracker.ui.features.today import words
from jobtracker.ui.features.today.ground import OUTSET
from jobtracker.ui.features.today.grown_list import GrownList
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, Size
from jobtracker.ui.widgets.row_model import DISPLAY, TOOL_TIP, Column, Index, RowModel

ROW = 56
CIRCLE = 18
WORDS_AT = 30
WHEN = 176
STEP_COLUMN = 122
STEP_HEIGHT = 28
STEP_PADDING = 12


class TaskModel(RowModel[Task]):
    """`today` is the day the rows are seen from."""

    def __init__(self) -> None:
        self.today = date.min
        column = Column(
            "Task", lambda row: row.words, spoken=lambda row: words.spoken_task(row, self.today)
        )
        super().__init__([column], key=task_key)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == TOOL_TIP:
            return words.when_in_full(self.rows[index.row()])
        return super().data(index, role)


def task_key(task: Task) -> tuple[str, int, int]:
    return task.kind.value, task.application_id, task.interview_id or 0


class Shape(NamedTuple):
    """Where the parts of a row are, in px."""

    circle: QRect
    words: QRect
    when: QRect
    step: QRect


def shape_of(theme: Theme, rect: QRect, task: Task) -> Shape:
    """The parts of a row that fills `rect`; the circle's can be hit more easily than it looks."""
    right = rect.right() - OUTSET
    target = max(theme.px(CIRCLE), Size.TARGET)
    middle = rect.top() + rect.height() // 2
    circle = QRect(0, 0, target, target)
    circle.moveCenter(QPoint(rect.left() + OUTSET + theme.px(CIRCLE) // 2, middle))
    width = theme.metrics(LABEL).horizontalAdvance(task.step.value) + 2 * theme.px(STEP_PADDING)
    height = theme.px(STEP_HEIGHT)
    step = QRect(right - width + 1, middle - height // 2, width, height)
    when_right = right - theme.px(STEP_COLUMN)
    when = QRect(when_right - theme.px(WHEN), rect.top(), theme.px(WHEN), rect.height())
    left = rect.left() + OUTSET + theme.px(WORDS_AT)
    said = QRect(left, rect.top(), when.left() - left, rect.height())
    return Shape(circle, said, when, step)


class TaskList(GrownList):
    """`stepped` tells that the button of a task was pressed (also by Enter), `ticked` its circle,
    `application_wanted` that it was double-clicked; `menu_wanted` carries a place on the screen.
    """

    def __init__(self, theme: Theme, name: str, model: TaskModel) -> None:
        super().__init__(theme, name, model, ROW)
        self._model = model
        self.stepped: Channel[Task] = Channel()
        self.ticked: Channel[Task] = Channel()
        self.application_wanted: Channel[Task] = Channel()
        self.menu_wanted: Channel[QPoint] = Channel()
        self.pasted: Channel[None] = Channel()
        self.hot = ""
        self._pressed = ""
        self.opened.subscribe(self.stepped.put, owner=self)

    def show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        self._model.today = today
        self.show_rows(tasks)

    def paste(self) -> None:
        """What Paste in the Edit menu means here."""
        self.pasted.put(None)

    def anchor(self) -> QPoint:
        """Below the circle of the current row, on the screen."""
        rect = self.visualRect(self.currentIndex())
        return self.mapToGlobal(rect.bottomLeft() + QPoint(OUTSET, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._part_at(event) if event.button() == Qt.MouseButton.LeftButton else ""
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, ""
        task = self.selected()
        if pressed and task is not None and pressed == self._part_at(event):
            (self.ticked if pressed == "circle" else self.stepped).put(task)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._part_at(event) and self.selected() is not None:
            self.application_wanted.put(self.selected())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._warm(self._part_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._warm("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected() is not None:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.menu_wanted.put(self.anchor() if by_key else event.globalPos())

    def _part_at(self, event: QMouseEvent) -> str:
        """The part of a row that can be pressed under the pointer: "circle", "step" or ""."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return ""
        shape = shape_of(self._theme, self.visualRect(index), self.rows.rows[index.row()])
        if shape.circle.contains(place):
            return "circle"
        return "step" if shape.step.contains(place) else ""

    def _warm(self, part: str) -> None:
        if part != self.hot:
            self.hot = part
            self.repaint_row(self.hovered_row)
