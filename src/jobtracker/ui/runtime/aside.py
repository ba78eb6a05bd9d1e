"""Work that may block for as long as it likes, such as a keyring that asks a person first."""

import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.runtime.channel import is_alive

T = TypeVar("T")


class _Answer(NamedTuple):
    number: int
    value: Any
    error: Exception | None


class _Receiver(NamedTuple):
    finish: Callable[[Any], object]
    failed: Callable[[JobtrackerError], object]
    owner: QObject | None


class Aside(QObject):
    """Runs each piece of work on a thread of its own, so that none waits for another, and nobody
    waits for any of them: not even the end of the program. Answers come back on the interface's
    thread.
    """

    _answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._receivers: dict[int, _Receiver] = {}
        self._count = 0
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[JobtrackerError], object],
        *,
        owner: QObject | None = None,
        name: str = "aside",
    ) -> None:
        """Begin now; `then(answer)` or `failed(error)`, unless `owner` is gone by then."""
        self._count += 1
        number = self._count
        self._receivers[number] = _Receiver(then, failed, owner)

        def go() -> None:
            try:
                answer = _Answer(number, work(), None)
            except Exception as error:  # noqa: BLE001 (any failure is told to whoever asked)
                answer = _Answer(number, None, error)
            self._answered.emit(answer)

        threading.Thread(target=go, name=name, daemon=True).start()

    def close(self) -> None:
        """Forget what is still under way: no callback runs after this."""
        self._receivers.clear()

    def _answer(self, answer: _Answer) -> None:
        from jobtracker.ui.runtime.errors import as_told

        receiver = self._receivers.pop(answer.number, None)
        if receiver is None or not is_alive(receiver.owner):
            return
        if answer.error is None:
            receiver.finish(answer.value)
        else:
            receiver.failed(as_told(answer.error))
