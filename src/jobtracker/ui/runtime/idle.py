"""Notices that nobody has touched the window for a while, without ever looking by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

Kind = QEvent.Type
TOUCHES = frozenset(
    {
        Kind.KeyPress,
        Kind.MouseButtonPress,
        Kind.MouseMove,
        Kind.Wheel,
        Kind.TouchBegin,
        Kind.TabletPress,
        Kind.InputMethod,
    }
)
"""What a person does. What the system tells a window (paint, focus, size) is none of it."""
LOOKS = TOUCHES | {Kind.Expose, Kind.FocusIn}
"""What may be the first thing after the computer has slept."""


class IdleWatch(QObject):
    """Calls `idle` once nobody has touched any window of the program for `minutes`; 0 for never.

    It listens to the program's native windows alone, which get input and little else, so that a
    paint costs nothing more. `passed` are seconds of a clock that also counts while the computer
    sleeps: the timer does not, so the first event after a sleep is looked at too, and swallowed
    where it comes too late.
    """

    def __init__(
        self,
        passed: Callable[[], float],
        idle: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._passed = passed
        self._idle = idle
        self._limit = 0.0
        self._touched = passed()
        self._windows: list[QWindow] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    def watch(self, minutes: int) -> None:
        """Begin to wait, or no longer."""
        self._limit = 60.0 * minutes
        self._touched = self._passed()
        self._wait()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in LOOKS or not self._limit:
            return False
        late = self._left() <= 0
        if late:
            self._look()
        if kind in TOUCHES:
            self._touched = self._passed()
        return late and kind in TOUCHES

    def _left(self) -> float:
        return self._touched + self._limit - self._passed()

    def _look(self) -> None:
        """Only now is it asked when the window was touched last: a touch costs no timer."""
        if self._left() <= 0:
            self._timer.stop()
            self._touched = self._passed()
            self._idle()
        self._wait()

    def _wait(self) -> None:
        if self._limit:
            self._timer.start(max(1, round(1000 * self._left())))
        else:
            self._timer.stop()

    def _follow(self, window: QWindow | None) -> None:
        if window is not None and window not in self._windows:
            self._windows.append(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._forget(window))

    def _forget(self, window: QWindow) -> None:
        self._windows = [one for one in self._windows if one is not window]
