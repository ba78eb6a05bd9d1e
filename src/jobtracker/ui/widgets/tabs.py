"""Tabs over a pane: words with a line under the chosen one."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from jobtracker.ui.runtime.channel import Channel


class Tabs(QTabBar):
    """One of `options` (key, words) is open; `chosen` tells the key a person moved to."""

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self._keys = [key for key, _ in options]
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for _, words in options:
            self.addTab(words)
        self.currentChanged.connect(lambda place: self.chosen.put(self._keys[place]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below runs over the whole width, under the tabs."""
        painter = QPainter(self)
        bottom = self.height() - 1
        painter.fillRect(0, bottom, self.width(), 1, self.palette().mid())
        painter.end()
        super().paintEvent(event)

    def value(self) -> str:
        return self._keys[self.currentIndex()]

    def set_value(self, key: str) -> None:
        """Open a tab without telling anybody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(blocked)

    def set_words(self, key: str, words: str) -> None:
        """Change what a tab says, for instance its count: "Letters 2"."""
        self.setTabText(self._keys.index(key), words)
