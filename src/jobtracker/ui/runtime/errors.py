"""The last line of defence: whatever nobody caught is logged and said, and the app lives on.

Qt calls back into Python in slots and in overridden methods. What is raised there ends in
`sys.excepthook` while the event loop runs: the rest of that call is lost and nothing else.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from jobtracker.domain.errors import JobtrackerError

LOG = logging.getLogger("jobtracker.ui")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
HARMLESS = ("This plugin does not support",)
AGAIN = 10.0
"""Seconds in which a mistake that is made again is no news: a painter makes it at each repaint."""
MOST_PLACES = 100


class OurBugError(JobtrackerError):
    """Something in Jobtracker went wrong that no person can mend."""

    def __init__(self) -> None:
        super().__init__(
            "Jobtracker made a mistake and stopped this action. Your saved data is safe. "
            "Help, Report a problem shows what happened; try again or choose another way."
        )


class _Folding:
    """Tells a mistake from the same one made again and again, by its kind and its line."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, int], float] = {}

    def is_news(self, error: BaseException) -> bool:
        """Whether this one was not made a moment ago; it counts from now on."""
        steps = list(traceback.walk_tb(error.__traceback__))
        where = (steps[-1][0].f_code.co_filename, steps[-1][1]) if steps else ("", id(error))
        key, now = (type(error).__name__, *where), time.monotonic()
        is_news = now - self._seen.get(key, -AGAIN) >= AGAIN
        if len(self._seen) >= MOST_PLACES:
            self._seen.clear()
        self._seen[key] = now
        return is_news


def install(show: Callable[[JobtrackerError], None]) -> None:
    """Send every uncaught exception and Qt message to the log; `show` tells the person.

    One message at a time: a mistake that is made again at once, or while another is being told,
    is not told.
    """
    folding = _Folding()
    telling: list[BaseException] = []

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        news = folding.is_news(error)
        told = as_told(error) if news else None
        _let_go(trace)
        if told is None or telling:
            return
        telling.append(error)
        try:
            show(told)
        finally:
            telling.clear()

    sys.excepthook = uncaught
    threading.excepthook = log_thread_failure
    qInstallMessageHandler(log_qt_message)


def _let_go(trace: TracebackType | None) -> None:
    """Free what the failed calls held. A painter among it would go on painting on a device that is
    about to vanish, which ends the program.
    """
    if trace is not None:
        traceback.clear_frames(trace)


def as_told(error: BaseException) -> JobtrackerError:
    """The error as a person is told it; anything unexpected is logged with its traceback."""
    if isinstance(error, JobtrackerError):
        return error
    LOG.error("unexpected error", exc_info=error)
    return OurBugError()


def log_thread_failure(failure: threading.ExceptHookArgs) -> None:
    LOG.error("unexpected error in a thread", exc_info=failure.exc_value)


def log_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not any(phrase in text for phrase in HARMLESS):
        LOG.log(LEVELS[kind], "Qt: %s", text)
