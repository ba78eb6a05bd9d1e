"""A line for work that takes a while: what is being done, how far it is, and Stop."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.meter import Meter
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel

BEAT_MS = 100
THOUSAND = 1000
STOPPING = "Stopping…"


class ProgressLine(QWidget):
    """Hidden until `follow`; hidden again by `end`. `stopped` tells that Stop was chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.stopped: Channel[None] = Channel()
        self._meter = Meter()
        self._words = PlainLabel("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button("Stop")
        self.stop.clicked.connect(self._stop)
        theme.fit(self.stop.setMinimumWidth, 72)
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        words.addWidget(self._words)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.MEDIUM)
        row.addLayout(words, 1)
        row.addWidget(self.stop)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._look)
        self.hide()

    def follow(self, words: str, *, can_stop: bool = True) -> Meter:
        """Show `words` over an empty bar; the meter is for the work to count on."""
        self._meter = Meter()
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.stop.setText("Stop")
        self.stop.setEnabled(True)
        self.stop.setVisible(can_stop)
        self._beat.start()
        self.show()
        return self._meter

    def end(self) -> None:
        self._beat.stop()
        self.hide()

    def _look(self) -> None:
        if self._meter.total > 0:
            self.bar.setRange(0, THOUSAND)
            self.bar.setValue(THOUSAND * self._meter.done // self._meter.total)

    def _stop(self) -> None:
        self._meter.stop()
        self.stop.setText(STOPPING)
        self.stop.setEnabled(False)
        self.stopped.put(None)
