"""A list under a chip to tick values in, with a field that narrows it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from jobtracker.ui.features.applications.contract import Option
from jobtracker.ui.features.applications.table.list_popup import VALUE, ListPopup
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space

WIDTH, HEIGHT = 280, 320
MOST = 200
"""So many values are offered at a time; typing finds the others."""

SEARCHED_FROM = 8
"""Fewer values need no field to narrow them."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class FilterPicker(ListPopup):
    """`toggled` tells each value that is ticked or cleared; it stays open until Esc or a click
    elsewhere. Enter ticks the current one and closes.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.toggled: Channel[str] = Channel()
        self._options: Sequence[Option] = ()
        self._on: set[str] = set()
        self.search = QLineEdit()
        keep_not(self.search)
        self.search.setPlaceholderText("Find")
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.itemClicked.connect(self._toggle)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)

    def open_below(
        self, chip: QWidget, title: str, options: Sequence[Option], on: Collection[str]
    ) -> None:
        """Offer `options` under a chip, those in `on` ticked."""
        self._options, self._on = options, set(on)
        self.setAccessibleName(title)
        self.search.setAccessibleName(f"Find: {title}")
        self.list.setAccessibleName(title)
        self.search.clear()
        searched = len(options) > SEARCHED_FROM
        self.search.setVisible(searched)
        self._fill()
        rows = max(len(options), 1) * self._theme.px(Size.CHIP) + 3 * Space.SMALL
        height = self._theme.px(HEIGHT) if searched else rows
        self.resize(self._theme.px(WIDTH), height)
        self.move(chip.mapToGlobal(QPoint(0, chip.height() + Space.HAIR)))
        self.show()
        first = self.search if searched else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def offered(self) -> list[str]:
        """The values that stand in the list now."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return [str(item.data(VALUE)) for item in items if item.data(VALUE)]

    def act(self, event: QKeyEvent) -> bool:
        step = STEPS.get(event.key(), 0)
        if event.key() in ENTER:
            self.with_current(self._toggle)
            self.close()
        elif event.key() == Qt.Key.Key_Space and not self.search.hasFocus():
            self.with_current(self._toggle)
        elif step and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        else:
            return super().act(event)
        return True

    def _fill(self) -> None:
        words = self.search.text().strip().casefold()
        fitting = [one for one in self._options if words in one.words.casefold()]
        fitting.sort(key=lambda one: one.value not in self._on)
        self.list.clear()
        for one in fitting[:MOST]:
            self.add_row(one.value, *_said(one, on=one.value in self._on), on=one.value in self._on)
        if fitting:
            self.list.setCurrentRow(0)
        else:
            self.list.addItem("Nothing found" if words else "No application has any yet")
            self.list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)

    def _toggle(self, item: QListWidgetItem) -> None:
        option = next((one for one in self._options if one.value == item.data(VALUE)), None)
        if option is not None:
            self._on ^= {option.value}
            on = option.value in self._on
            self.show_row(item, *_said(option, on=on), on=on)
            self.toggled.put(option.value)


def _said(option: Option, *, on: bool) -> tuple[str, str]:
    """The words of a row, to be read and to be heard."""
    uses = f"   {option.uses:,}" if option.uses is not None else ""
    return f"{option.words}{uses}", f"{option.words}, {'on' if on else 'off'}"
