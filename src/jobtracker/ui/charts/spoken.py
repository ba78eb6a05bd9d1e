"""A painted chart for those who hear it: a list with one item for each bar.

Qt makes an accessible interface for widgets only; what is painted inside one has to be told.
"""

from typing import NamedTuple, Never, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

NOTHING: Never = cast("Never", None)
"""Qt's null pointer, which its stubs do not know."""


class Part(NamedTuple):
    """A bar in full words, and where it stands in its chart."""

    words: str
    rect: QRect


class SpokenChart(QWidget):
    """A chart that can be heard: `parts` answers its bars from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        _speak()

    def parts(self) -> list[Part]:
        raise NotImplementedError

    def current_part(self) -> int:
        """The place of the bar that arrow keys stand on; -1 where they step through none."""
        return -1


class _ChartInterface(QAccessibleWidget):
    """The list. Its items are made when they are asked for, and stay: a reader may hold them."""

    def __init__(self, chart: SpokenChart) -> None:
        super().__init__(chart, QAccessible.Role.List)
        self._chart = chart
        self._items: list[_PartInterface] = []

    def parts(self) -> list[Part]:
        return self._chart.parts() if isValid(self._chart) else []

    def place_of(self, part: Part) -> QRect:
        return QRect(self._chart.mapToGlobal(part.rect.topLeft()), part.rect.size())

    def has_focus(self, place: int) -> bool:
        return self._chart.hasFocus() and self._chart.current_part() == place

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return NOTHING
        while len(self._items) <= index:
            made = _PartInterface(self, len(self._items))
            _kept.append(made)
            self._items.append(made)
        return self._items[index]

    def childCount(self) -> int:
        return len(self.parts())

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The last that holds a place: what lies on a bar comes after the bar."""
        places = [self.place_of(part).contains(QPoint(x, y)) for part in self.parts()]
        last = len(places) - 1 - places[::-1].index(True) if True in places else -1
        return self.child(last)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((i for i, item in enumerate(self._items) if item is child), -1)

    def focusChild(self) -> QAccessibleInterface:
        return self.child(self._chart.current_part()) if self._chart.hasFocus() else NOTHING


class _PartInterface(QAccessibleInterface):
    """One bar, by its place: what it says changes with the chart."""

    def __init__(self, chart: _ChartInterface, at: int) -> None:
        super().__init__()
        self._list = chart
        self._at = at

    def _part(self) -> Part | None:
        parts = self._list.parts() if isValid(self._list) else []
        return parts[self._at] if self._at < len(parts) else None

    def isValid(self) -> bool:
        return self._part() is not None

    def object(self) -> QObject:
        return NOTHING

    def parent(self) -> QAccessibleInterface:
        return self._list if isValid(self._list) else NOTHING

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002 (Qt's signature)
        return NOTHING

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: ARG002 (the same)
        return NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 (the same)
        return -1

    def window(self) -> QWindow:
        return self._list.window() if self.isValid() else NOTHING

    def rect(self) -> QRect:
        part = self._part()
        return QRect() if part is None else self._list.place_of(part)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        said = QAccessible.State()
        said.invalid = not self.isValid()
        said.focused = said.selected = self.isValid() and self._list.has_focus(self._at)
        return said

    def text(self, kind: QAccessible.Text) -> str:
        part = self._part()
        return part.words if part is not None and kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody outside renames a bar."""


_kept: list[QAccessibleInterface] = []
"""Qt owns an interface it was given, and Python must not delete it first."""


def _answer(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, SpokenChart):
        return None
    made = _ChartInterface(thing)
    _kept[:] = [one for one in _kept if isValid(one)]
    _kept.append(made)
    return made


_told: list[bool] = []


def _speak() -> None:
    """Tell Qt once whom to ask for the interface of a chart."""
    if not _told:
        QAccessible.installFactory(_answer)
        _told.append(True)
