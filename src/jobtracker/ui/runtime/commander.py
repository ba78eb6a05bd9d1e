"""One lane for everything that touches the database, so that nothing on it ever races.

Work runs on the lane's thread, one piece after another; answers, errors and news come
back on the interface's thread. The commander is the only place that handles busy state,
errors and staleness.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.runtime.channel import Channel, guarded, is_alive, owner_of

T = TypeVar("T")

QUIET_MS = 150


class Offer(NamedTuple):
    """Words for a change, and another step than Undo that may follow it: "Mark as sent"."""

    words: str
    action: str
    run: Callable[[], object]


class Told(NamedTuple):
    """Words for a change, with what it did: Undo follows where that recorded a step."""

    words: str
    done: Done[Any]


class _Work(NamedTuple):
    """What the lane is given. `serial` tells an answer from a later one to the same question; 0
    without a question.
    """

    number: int
    run: Callable[[], Any]
    question: str
    serial: int


class _Receiver(NamedTuple):
    """Who waits for an answer. It stays on the interface's thread: were the lane to free a widget
    that is just being deleted, both would wait for each other.
    """

    finish: Callable[[Any], None]
    failed: Callable[[JobtrackerError], object] | None
    owner: QObject | None


class _Answer(NamedTuple):
    work: _Work
    value: Any
    error: Exception | None


class Commander(QObject):
    """Runs work on the lane; make and close it on the interface's thread.

    Channels: `changed` which records a finished change touched; `done` the whole answer,
    for the history; `told` words for a change whose effect leaves the view; `toasts` anybody's
    words, which never carry Undo; `offers` such words with a step that may follow; `problems`
    errors nobody else took; `busy` True once work takes longer than 150 ms, then False; `rested`
    that nothing more is asked for. `failures` counts the work that failed; it is the lane that
    counts, so that later work knows.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, name: str = "database lane") -> None:
        super().__init__(parent)
        self._name = name
        self.changed: Channel[Changes] = Channel()
        self.done: Channel[Done[Any]] = Channel()
        self.told: Channel[Told] = Channel()
        self.toasts: Channel[str] = Channel()
        self.offers: Channel[Offer] = Channel()
        self.problems: Channel[JobtrackerError] = Channel()
        self.busy: Channel[bool] = Channel()
        self.rested: Channel[None] = Channel()
        self.failures = 0
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._receivers: dict[int, _Receiver] = {}
        self._count = 0
        self._newest: dict[str, int] = {}
        self._is_busy = False
        self._patience = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._patience.timeout.connect(self._say_busy)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None

    def change(
        self,
        work: Callable[[], Done[T]],
        then: Callable[[T], object] | None = None,
        failed: Callable[[JobtrackerError], object] | None = None,
        *,
        owner: QObject | None = None,
        toast: str | Callable[[T], str | Offer] = "",
    ) -> None:
        """Run a service that writes; then `then(value)`, and tell what changed.

        `toast` is past tense ("Acme moved to Interview") and only for a change whose
        effect leaves the view. With `failed` the error is the caller's to show, otherwise
        it goes to `problems`. Callbacks are skipped once `owner` (by default the QObject
        whose method `then` is) is gone; the news is told all the same.
        """
        receiver = owner or owner_of(then)

        def finish(done: Done[T]) -> None:
            """It is stored: that is told also where somebody fails to take in the answer."""
            if then is not None and is_alive(receiver):
                guarded(then, done.value)
            self.changed.put(done.changes)
            self.done.put(done)
            words = toast(done.value) if callable(toast) else toast
            if isinstance(words, Offer):
                self.offers.put(words)
            elif words:
                self.told.put(Told(words, done))

        self._send(work, _Receiver(finish, failed, owner or owner_of(failed)))

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        question: str = "",
        failed: Callable[[JobtrackerError], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run a query; `then(answer)` unless a newer question of the same name was asked."""
        receiver = owner or owner_of(then)
        serial = 0
        if question:
            serial = self._newest[question] = self._newest.get(question, 0) + 1

        def finish(answer: T) -> None:
            if is_alive(receiver):
                then(answer)

        self._send(work, _Receiver(finish, failed, receiver), question, serial)

    def close(self) -> None:
        """Finish the work already asked for, then end the lane; no callback runs after."""
        for timer in self.findChildren(QTimer):  # its own, and of who keeps things on this lane
            timer.stop()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
        self._answered.disconnect(self._answer)  # of a thread that is still telling, it could hang
        self._receivers.clear()

    def _send(
        self, run: Callable[[], Any], receiver: _Receiver, question: str = "", serial: int = 0
    ) -> None:
        if self._thread is None:  # not before the first paint, which asks for nothing
            self._thread = threading.Thread(target=self._run, name=self._name)
            self._thread.start()
        self._count += 1
        self._receivers[self._count] = receiver
        if not self._is_busy and not self._patience.isActive():
            self._patience.start()
        self._queue.put(_Work(self._count, run, question, serial))

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            if self._is_stale(work):
                self._answered.emit(_Answer(work, None, None))
                continue
            try:
                answer = _Answer(work, work.run(), None)
            except Exception as error:  # noqa: BLE001 (the lane outlives any failure of its work)
                answer = _Answer(work, None, error)
                self.failures += 1
            self._answered.emit(answer)

    def _is_stale(self, work: _Work) -> bool:
        return bool(work.question) and self._newest[work.question] != work.serial

    def _answer(self, answer: _Answer) -> None:
        receiver = self._receivers.pop(answer.work.number, None)
        if receiver is None:  # what was on its way when it was closed
            return
        self._rest()
        if self._is_stale(answer.work):
            pass
        elif answer.error is None:
            guarded(receiver.finish, answer.value)
        else:
            self._fail(receiver, answer.error)
        if not self._receivers:
            self.rested.put(None)

    def _fail(self, receiver: _Receiver, error: Exception) -> None:
        from jobtracker.ui.runtime.errors import as_told

        told = as_told(error)
        expected = told is error
        if receiver.failed is not None and is_alive(receiver.owner):
            receiver.failed(told)
            if expected:
                return
        self.problems.put(told)

    def _rest(self) -> None:
        if self._receivers:
            return
        self._patience.stop()
        if self._is_busy:
            self._is_busy = False
            self.busy.put(False)

    def _say_busy(self) -> None:
        self._is_busy = True
        self.busy.put(True)
