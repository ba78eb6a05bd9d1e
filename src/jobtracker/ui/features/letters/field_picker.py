"""A small list beside the cursor: which field to put into the letter."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jobtracker.domain.letters import KNOWN_FIELDS, FieldName, label_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space

NAME = int(Qt.ItemDataRole.UserRole)
WIDTH, HEIGHT = 240, 260
GAP = 4
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
NOT_IN_NAMES = re.compile(r"\W+")


class FieldPicker(QFrame):
    """`picked` tells the field's name, `cancelled` the words typed where none was picked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.picked: Channel[FieldName] = Channel()
        self.cancelled: Channel[str] = Channel()
        self._own: Sequence[FieldName] = ()
        self._row_height = theme.px(Size.CHIP)
        self.setProperty("s", "card")
        self.setAccessibleName("Insert field")
        self.search = _Search(self)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName("Fields")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda item: self._pick(item.data(NAME)))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[Space.SMALL] * 4)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.hide()

    def open_at(self, corner: QPoint, within: QRect, own: Sequence[FieldName]) -> None:
        """Show below `corner`, inside `within`; `own` are further fields of this letter."""
        self._own = [name for name in own if name not in KNOWN_FIELDS]
        self.search.clear()
        self._filter("")
        left = min(corner.x(), within.right() - self.width())
        top = corner.y() + GAP
        if top + self.height() > within.bottom():
            top = max(within.top(), within.bottom() - self.height())
        self.move(max(within.left(), left), top)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def names(self) -> list[FieldName]:
        """The fields that are offered now."""
        return [self.list.item(row).data(NAME) for row in range(self.list.count())]

    def accept(self) -> None:
        """Take the current row."""
        item = self.list.currentItem()
        if item is not None:
            self._pick(item.data(NAME))

    def cancel(self) -> None:
        if self.isVisible():
            self.hide()
            self.cancelled.put(self.search.text())

    def step(self, event: QKeyEvent) -> None:
        """A key of the search field that moves in the list."""
        rows = self.list.count()
        if rows and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % rows)

    def _pick(self, name: FieldName) -> None:
        self.hide()
        self.picked.put(name)

    def _filter(self, typed: str) -> None:
        """Offer what fits; a name that is no field yet is offered as a new one."""
        if typed.rstrip().endswith("}}"):
            self._finish(typed)
            return
        words = typed.strip().strip("{}").strip().casefold()
        self.list.clear()
        for name in (*KNOWN_FIELDS, *self._own):
            if words in label_of(name).casefold() or words in name:
                self._add(name, label_of(name))
        own = name_from(words)
        if own and own not in self.names():
            self._add(own, f"New field “{label_of(own)}”")
        self.list.setCurrentRow(0)

    def _finish(self, typed: str) -> None:
        """Somebody typed a whole tag by hand."""
        name = name_from(typed.strip().strip("{}"))
        if name:
            self._pick(name)

    def _add(self, name: FieldName, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(NAME, name)
        item.setSizeHint(QSize(0, self._row_height))
        self.list.addItem(item)


class _Search(QLineEdit):
    """Keeps the focus while the keys move in the list below it."""

    def __init__(self, picker: FieldPicker) -> None:
        super().__init__()
        self._picker = picker
        self.setAccessibleName("Field to insert")
        self.setPlaceholderText("Field")
        self.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tab takes the row, too: it must not leave a list that is about to vanish."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._act(event)
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._picker.cancel()

    def _act(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._picker.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._picker.cancel()
        elif event.key() in LIST_KEYS:
            self._picker.step(event)
        else:
            return False
        return True


def name_from(words: str) -> FieldName:
    """A field's name from what a person calls it: "Salary wish" is `salary_wish`."""
    name = NOT_IN_NAMES.sub("_", words.strip().casefold()).strip("_")[:64]
    return name if name[:1].isalpha() else ""
