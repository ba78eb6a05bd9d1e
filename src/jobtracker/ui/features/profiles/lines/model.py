"""Lines for a list view, with their ticks as check boxes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from jobtracker.ui.features.profiles.lines.parts import TICK, Line
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT, DISPLAY, ROW

CHECK = int(Qt.ItemDataRole.CheckStateRole)
CHECKED, UNCHECKED = int(Qt.CheckState.Checked.value), int(Qt.CheckState.Unchecked.value)
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
CHECKABLE = FLAGS | Qt.ItemFlag.ItemIsUserCheckable

Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """`lines` are those shown, of `total`; `ticked` carries the one to tick or clear."""

    def __init__(self) -> None:
        super().__init__()
        self.ticked: Channel[Line] = Channel()
        self.lines: list[Line] = []
        self.folded = 0
        self._all: list[Line] = []

    def show_lines(self, lines: Sequence[Line], folded: int = 0) -> bool:
        """Show these, only the first `folded` where it is not 0; False where all stays the same."""
        if self._all == list(lines) and self.folded == folded:
            return False
        self._all, self.folded = list(lines), folded
        self.beginResetModel()
        self.lines = self._all[:folded] if folded else list(self._all)
        self.endResetModel()
        return True

    @property
    def total(self) -> int:
        return len(self._all)

    def texts(self) -> list[str]:
        """Every line in words, folded away or not."""
        return [line.typed for line in self._all]

    def place_of(self, line: Line) -> int:
        """The row of a line that was shown before: of its words, else of its place; -1 if none."""
        rows = range(len(self.lines))
        same = (at for at in rows if self.lines[at].typed == line.typed)
        there = (at for at in rows if self.lines[at].place == line.place)
        return next(same, next(there, -1))

    def open_row(self, row: int, line: Line) -> None:
        """An empty line more, to type in."""
        self.beginInsertRows(QModelIndex(), row, row)
        self.lines.insert(row, line)
        self.endInsertRows()

    def drop_row(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.lines[row]
        self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return CHECKABLE if self.lines[index.row()].look == TICK else FLAGS

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role == DISPLAY:
            return line.typed
        if role == ACCESSIBLE_TEXT:
            return ", where: ".join(filter(None, (line.typed, line.note)))
        if role == CHECK and line.look == TICK:
            return CHECKED if line.shown else UNCHECKED
        return None

    def setData(self, index: Index, value: Any, role: int = DISPLAY) -> bool:  # noqa: N802 (Qt's name)
        """A screen reader that ticks a box asks for it here."""
        if role != CHECK:
            return False
        line = self.lines[index.row()]
        if (value in (CHECKED, Qt.CheckState.Checked)) != line.shown:
            self.ticked.put(line)
        return True
