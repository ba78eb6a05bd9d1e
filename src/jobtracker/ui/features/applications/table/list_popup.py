"""A list that opens under a chip, with rows that are ticked."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space

VALUE = int(Qt.ItemDataRole.UserRole)
ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
ICON = 14


class ListPopup(QFrame):
    """`list` and `column` are for the popup that derives from it; `act` hears the keys of the
    list first and answers whether it took one. Esc closes.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        nothing = QPixmap(ICON, ICON)  # keeps the words of all rows in one line
        nothing.fill(Qt.GlobalColor.transparent)
        self._no_tick = QIcon(nothing)
        self.setProperty("s", "card")
        self.list = QListWidget()
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.installEventFilter(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[Space.SMALL] * 4)
        self.column.setSpacing(Space.SMALL)

    def act(self, event: QKeyEvent) -> bool:
        """Take a key, or answer False to leave it to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.act(event)
        return False

    def event(self, event: QEvent) -> bool:
        """Every key is the popup's while it is open, also those of the list underneath."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.act(event):
            super().keyPressEvent(event)

    def add_row(self, value: str, words: str, said: str, *, on: bool) -> QListWidgetItem:
        """A row at the end, ticked where it is `on`; `said` is what a screen reader says."""
        item = QListWidgetItem()
        item.setData(VALUE, value)
        item.setSizeHint(QSize(0, self._theme.px(Size.CHIP)))
        self.show_row(item, words, said, on=on)
        self.list.addItem(item)
        return item

    def show_row(self, item: QListWidgetItem, words: str, said: str, *, on: bool) -> None:
        item.setText(words)
        item.setData(ACCESSIBLE_TEXT, said)
        item.setIcon(self._theme.icon("check", "accent_text") if on else self._no_tick)

    def with_current(self, run: Callable[[QListWidgetItem], object]) -> bool:
        """Do something with the current row; True, since the key was meant for it."""
        item = self.list.currentItem()
        if item is not None:
            run(item)
        return True
