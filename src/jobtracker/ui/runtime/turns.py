"""Work in small pieces between the events of the window, so that it always answers."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

DONE = object()
PAUSE_MS = 1
"""Long enough that what a step changed is painted in a turn of its own."""


class Turns:
    """Takes one step of what was added in each turn of the event loop, one work after another,
    as long as `owner` lives.
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._works: deque[Iterator[object]] = deque()

    def add(self, steps: Iterator[object]) -> None:
        self._works.append(steps)
        if len(self._works) == 1:
            self._wait()

    def _wait(self) -> None:
        def go_on() -> None:
            """Holds on to this object, which Qt does not do for a bound method."""
            self._go_on()

        QTimer.singleShot(PAUSE_MS, self._owner, go_on)

    def _go_on(self) -> None:
        """One step; a work that fails is given up, and the next one gets its turn."""
        done = True
        try:
            done = next(self._works[0], DONE) is DONE
        finally:
            if done:
                self._works.popleft()
            if self._works:
                self._wait()


def in_turns(owner: QObject, steps: Iterator[object]) -> None:
    """Go on with `steps` one turn of the event loop each, as long as `owner` lives."""
    Turns(owner).add(steps)
