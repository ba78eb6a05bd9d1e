"""Rows of frozen values for tables and lists.

Roles are plain ints at module level: an enum looked up in `data()` costs several times
the call.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from jobtracker.ui.runtime.channel import Channel

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ROW = int(Qt.ItemDataRole.UserRole) + 1
HORIZONTAL = Qt.Orientation.Horizontal


class Column(NamedTuple):
    """A column as data: header, its words for a row, px at 100 % (0 takes the rest).

    `spoken` are the full words for a screen reader where `text` is abbreviated.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    spoken: Callable[[Any], str] | None = None
    right: bool = False


class RowModel(QAbstractTableModel, Generic[T]):
    """Rows as they were read; the delegate gets a row whole through the role ROW.

    `fetch_more` asks for the next rows; `extend` appends them. `key` tells which row is
    which, so that the selection survives a refresh.
    """

    def __init__(self, columns: Sequence[Column], key: Callable[[T], object]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: list[T] = []
        self.key = key
        self.more_wanted: Channel[int] = Channel()
        self._has_more = False

    def show_rows(self, rows: Sequence[T], *, has_more: bool = False) -> None:
        """Replace everything that is shown."""
        self.beginResetModel()
        self.rows = list(rows)
        self._has_more = has_more
        self.endResetModel()

    def extend(self, rows: Sequence[T], *, has_more: bool = False) -> None:
        """Append the next rows of the same query."""
        self._has_more = has_more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def position(self, key: object) -> int:
        """The place of the row with this key, or -1."""
        return next((i for i, row in enumerate(self.rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (the same)
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        column = self.columns[index.column()]
        if role == DISPLAY:
            return column.text(row)
        if role == ACCESSIBLE_TEXT:
            return (column.spoken or column.text)(row)
        if role == ALIGNMENT and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != HORIZONTAL:
            return None
        if role == DISPLAY:
            return self.columns[section].title
        if role == ALIGNMENT:
            side = Qt.AlignmentFlag.AlignLeft
            if self.columns[section].right:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, _parent: Index) -> bool:
        return self._has_more

    def fetchMore(self, _parent: Index) -> None:
        self._has_more = False
        self.more_wanted.put(len(self.rows))
