"""When what is typed is saved: after each rest of the hands, and at the latest after a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

REST_MS = 500
LATEST_MS = 1000
"""From the first key that is not saved; with the time that saving takes, a program that is
killed loses less than two seconds.
"""


class Autosave:
    """Calls `save` once for what was typed since it was called last."""

    def __init__(self, parent: QObject, save: Callable[[], object]) -> None:
        self._save = save
        self._rest = QTimer(parent, singleShot=True, interval=REST_MS)
        self._latest = QTimer(parent, singleShot=True, interval=LATEST_MS)
        self._latest.setTimerType(Qt.TimerType.PreciseTimer)
        for timer in (self._rest, self._latest):
            timer.timeout.connect(self._act)

    @property
    def waiting(self) -> bool:
        return self._latest.isActive()

    def typed(self) -> None:
        """Something was typed: another key puts off the rest, but not the latest moment."""
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    def stop(self) -> None:
        self._rest.stop()
        self._latest.stop()

    def _act(self) -> None:
        self.stop()
        self._save()
