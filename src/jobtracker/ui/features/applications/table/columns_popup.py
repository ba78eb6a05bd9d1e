"""Which columns the list shows and in what order: a list to tick and move in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from jobtracker.ui.features.applications.table import columns
from jobtracker.ui.features.applications.table.list_popup import VALUE, ListPopup
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size
from jobtracker.ui.widgets.buttons import Button, IconButton

WIDTH = 240
AROUND = 64
"""px at 100 % for the buttons below the list and the edges."""

MOVES = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class ColumnsPopup(ListPopup):
    """`chosen` tells the columns that are ticked, in order, at each change; None after Reset.

    Space ticks, Alt+Up and Alt+Down move. The role always comes first.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.chosen: Channel[tuple[str, ...] | None] = Channel()
        self._shown: list[str] = []
        self.setAccessibleName("Columns")
        self.list.setAccessibleName("Columns")
        self.up = IconButton(theme.icon("chevron-up"), "Move up", "Alt+Up")
        self.down = IconButton(theme.icon("chevron-down"), "Move down", "Alt+Down")
        self.reset = Button("Reset", kind="ghost")
        self._lay_out()
        self.list.itemClicked.connect(self._toggle)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.reset.clicked.connect(self._reset)

    def open_below(self, chip: QWidget, shown: Sequence[str]) -> None:
        """Offer every column, those that are shown first and ticked."""
        self._fill(shown, "")
        height = (len(columns.KEYS) - 1) * self._theme.px(Size.CHIP)
        room = self.screen().availableGeometry().height() // 2
        self.resize(self._theme.px(WIDTH), min(height + self._theme.px(AROUND), room))
        self.move(chip.mapToGlobal(QPoint(chip.width() - self.width(), chip.height() + 2)))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def act(self, event: QKeyEvent) -> bool:
        move = MOVES.get(event.key(), 0)
        if event.key() == Qt.Key.Key_Space:
            return self.with_current(self._toggle)
        if move and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(move)
            return True
        return super().act(event)

    def _fill(self, shown: Sequence[str], current: str) -> None:
        self._shown = [key for key in shown if key != "role"]
        rest = [key for key in columns.KEYS if key not in shown and key != "role"]
        self.list.clear()
        for key in (*self._shown, *rest):
            on, title = key in self._shown, columns.COLUMNS[columns.place(key)].title
            item = self.add_row(key, title, f"{title}, {'shown' if on else 'hidden'}", on=on)
            if key == current or self.list.currentItem() is None:
                self.list.setCurrentItem(item)

    def _toggle(self, item: QListWidgetItem) -> None:
        key = item.data(VALUE)
        if key in self._shown:
            self._shown.remove(key)
        else:
            self._shown.append(key)
        self._tell(key)

    def _move(self, by: int) -> None:
        item = self.list.currentItem()
        key = item.data(VALUE) if item is not None else ""
        if key not in self._shown:
            return
        at = self._shown.index(key)
        to = min(max(at + by, 0), len(self._shown) - 1)
        self._shown.insert(to, self._shown.pop(at))
        self._tell(key)

    def _tell(self, current: str) -> None:
        shown = ("role", *self._shown)
        self._fill(shown, current)
        self.chosen.put(shown)

    def _reset(self) -> None:
        self.chosen.put(None)
        self.close()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        buttons.addWidget(self.reset)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(buttons)
