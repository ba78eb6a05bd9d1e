"""What the detail has on the full page: its tabs as a column, the activity beside the overview."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import PressButton

WIDTH = 168
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PartColumn(QWidget):
    """The parts of an application from top to bottom: one Tab stop, the arrow keys choose.

    `chosen` tells the key a person moved to.
    """

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        theme.fit(self.setFixedWidth, WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.MEDIUM, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.HAIR)
        for key, words in options:
            column.addWidget(self._button(key, words))
        column.addStretch(1)
        self.set_value(options[0][0])

    def value(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Show which part is open without telling anybody."""
        self._buttons[key].setChecked(True)
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def set_words(self, key: str, words: str) -> None:
        self._buttons[key].setText(words)
        self._buttons[key].setAccessibleName(words)

    def follow(self, widget: QWidget) -> None:
        """Be reached by Tab right after another widget."""
        for button in self._buttons.values():
            QWidget.setTabOrder(widget, button)
            widget = button

    def take_focus(self) -> None:
        self._buttons[self.value()].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        key = keys[(keys.index(self.value()) + step) % len(keys)]
        self._choose(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, key: str, words: str) -> QPushButton:
        button = self._buttons[key] = PressButton(words)
        button.setProperty("k", "segment")
        button.setProperty("menu", True)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._choose(key))
        self._group.addButton(button)
        return button

    def _choose(self, key: str) -> None:
        self.set_value(key)
        self.chosen.put(key)
