"""Fields that save themselves: Enter, Tab or leaving commits, Esc restores. What covers them for
a while, such as a sheet or the lock, leaves the typing as it is.

Each has a `committed` (or `chosen`) channel that carries the value once it differs from
what was set; `restore` puts back the last value without telling anybody.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size
from jobtracker.ui.widgets.labels import restyle

T = TypeVar("T")

KEPT_TOGETHER = "kept together"
"""A property of fields whose texts are kept as those of one form."""

CHEVRON = 14
BOX = 16
TICK = ((4.0, 8.0), (6.5, 10.5), (11.0, 5.0))
"""The tick's corners in a box of 16 px."""


class CommitLineEdit(QLineEdit):
    """One line. `name` is its accessible name until a `Field` labels it."""

    def __init__(self, name: str, *, placeholder: str = "", quiet: bool = False) -> None:
        super().__init__()
        self.committed: Channel[str] = Channel()
        self._value = ""
        self._waits = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if quiet:
            self.setProperty("k", "quiet")
        self.editingFinished.connect(self._end_typing)

    def set_value(self, text: str) -> None:
        """Show a stored value; what is being typed, or was put back, is not overwritten."""
        typing = self.is_unsaved or (self.hasFocus() and self.isModified())
        self._value = text
        if not typing:
            self.restore()

    @property
    def is_unsaved(self) -> bool:
        """Whether something is typed here that nobody has been told of."""
        return self.isModified() and self.text() != self._value

    def value(self) -> str:
        return self.text()

    def commit(self) -> None:
        """Tell a new value; from then on Undo means the change, no longer the typing."""
        if self.text() != self._value:
            self._value = self.text()
            self.restore()
            self.committed.put(self._value)

    def restore(self) -> None:
        self.setText(self._value)
        self.setModified(False)

    def put_back(self, text: str) -> None:
        """Show what was typed but could not be stored, as something still being typed."""
        self.setText(text)
        self.setModified(True)

    def event(self, event: QEvent) -> bool:
        undo = self.isUndoAvailable() or self.text() != self._value
        if is_for_window(event, undo=undo, redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.takes_back(event):
            self.restore()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        waited = self._waits
        super().focusOutEvent(event)
        if waited:  # Qt tells no second time that the same typing is finished
            self._end_typing()

    def _end_typing(self) -> None:
        """Enter, or the keyboard went elsewhere; under a cover the typing only waits."""
        from jobtracker.ui.widgets.cover import is_covered

        self._waits = is_covered(self)
        if not self._waits:
            self.commit()

    def takes_back(self, event: QKeyEvent) -> bool:
        """Whether a key puts back the stored value: Esc, or Undo of what was refused."""
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        return (undo or is_taking_back(event, self)) and self.text() != self._value


class Choice(QComboBox, Generic[T]):
    """One of a few values, each with its words; `chosen` tells what a person picked."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.chosen: Channel[T] = Channel()
        self._theme = theme
        self._values: list[T] = []
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda index: self.chosen.put(self._values[index]))

    def set_options(
        self, options: Sequence[tuple[T, str]], icons: Sequence[QIcon] | None = None
    ) -> None:
        """The values and their words, in order; the value shown stays if it is still there."""
        before = self._values[self.currentIndex()] if self.currentIndex() >= 0 else None
        self.clear()
        self._values = [value for value, _ in options]
        for index, (_, words) in enumerate(options):
            self.addItem(icons[index] if icons else QIcon(), words)
        if before in self._values:
            self.setCurrentIndex(self._values.index(before))

    def set_value(self, value: T) -> None:
        """Show a value without telling anybody; an unknown one shows nothing."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def value(self) -> T | None:
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a field must not change it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(
            self.width() - CHEVRON - 9,
            (self.height() - CHEVRON) // 2,
            self._theme.pixmap("chevron-down", "text2", CHEVRON, self.devicePixelRatio()),
        )
        painter.end()


class CheckBox(QCheckBox):
    """A check box in the theme's colours; `chosen` tells when a person ticks or clears it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self.chosen: Channel[bool] = Channel()
        self._theme = theme
        self.clicked.connect(lambda: self.chosen.put(self.isChecked()))

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        least = self._theme.px(
            Size.CONTROL_LARGE if self._theme.look.large_targets else Size.TARGET
        )
        return QSize(self._box() + 12 + words, max(least, self.fontMetrics().height() + 6))

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._box()
        box = QRectF(1.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        checked = self.isChecked()
        painter.setPen(QPen(colours.accent if checked else colours.border_strong, 1))
        painter.setBrush(colours.accent if checked else colours.surface)
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            painter.setPen(QPen(colours.on_accent, 1.8))
            grown = side / BOX
            tick = [QPointF(x * grown, y * grown) + box.topLeft() for x, y in TICK]
            painter.drawPolyline(tick)
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, self._theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(colours.text if self.isEnabled() else colours.text3)
        words = self.rect().adjusted(side + 8, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _box(self) -> int:
        return self._theme.px(BOX)


def is_taking_back(event: QKeyEvent, field: QWidget) -> bool:
    """Whether Esc is pressed in a field by itself; in a sheet it leaves the sheet, which keeps
    what is typed.
    """
    return event.key() == Qt.Key.Key_Escape and not field.property(KEPT_TOGETHER)


def is_for_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether Undo or Redo is pressed in a field that has no typing to take back or repeat."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo


def mark_wrong(editor: QWidget, *, wrong: bool) -> None:
    """Give a field the border of an error, or take it away."""
    if bool(editor.property("wrong")) != wrong:
        editor.setProperty("wrong", wrong)
        restyle(editor)
