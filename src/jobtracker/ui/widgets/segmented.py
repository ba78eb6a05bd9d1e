"""A switch between two or three views of the same thing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets.buttons import PressButton
from jobtracker.ui.widgets.labels import ICON_BESIDE_TEXT, plain_tip


class Segmented(QFrame):
    """Exactly one of `options` (key, words) is on; arrow keys move, `chosen` tells the key."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        icons: Sequence[QIcon] | None = None,
    ) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self.setProperty("s", "segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for index, (key, words) in enumerate(options):
            button = self._segment(key, words)
            if icons:
                button.setIcon(icons[index])
                button.setIconSize(ICON_BESIDE_TEXT)
            row.addWidget(button)
        self.set_value(options[0][0])

    def value(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Switch without telling anybody."""
        self._buttons[key].setChecked(True)
        self._one_tab_stop()

    def set_words(self, key: str, words: str, name: str = "") -> None:
        """Other words; without any the icon stands alone, and `name` says what it is."""
        self._buttons[key].setText(words)
        self._buttons[key].setAccessibleName(name or words)
        self._buttons[key].setToolTip("" if words else plain_tip(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        key = keys[(keys.index(self.value()) + step) % len(keys)]
        self._choose(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _segment(self, key: str, words: str) -> QPushButton:
        button = PressButton(words)
        button.setProperty("k", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._choose(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _choose(self, key: str) -> None:
        self.set_value(key)
        self.chosen.put(key)

    def _one_tab_stop(self) -> None:
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
