"""Work in small pieces between the events of the window, so that it always answers."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

DONE = object()


def in_turns(owner: QObject, steps: Iterator[object]) -> None:
    """Go on with `steps` one turn of the event loop each, as long as `owner` lives."""

    def go_on() -> None:
        if next(steps, DONE) is not DONE:
            QTimer.singleShot(0, owner, go_on)

    QTimer.singleShot(0, owner, go_on)
