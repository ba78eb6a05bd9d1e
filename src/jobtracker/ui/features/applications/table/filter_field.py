"""The field that narrows a list while one types."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme

ICON = 14
WIDTH = 220
LEAST = 110


class FilterField(QLineEdit):
    """`left` tells that the keyboard goes to the list: Down, Enter, or Esc, which clears."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        keep_not(self)
        self.left: Channel[None] = Channel()
        self._theme = theme
        self.setAccessibleName("Filter applications")
        self.setPlaceholderText("Filter")
        self.setToolTip("Filter by anything typed (/ or Ctrl+F)")
        self.setClearButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setTextMargins(ICON + 4, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.left.put(None)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.put(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icon = self._theme.pixmap("search", "text3", ICON, self.devicePixelRatio())
        painter.drawPixmap(9, (self.height() - ICON) // 2, icon)
        painter.end()
