"""The last line of defence: whatever nobody caught is logged and said, and the app lives on."""

import logging
import sys
import threading
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


class OurBugError(JobtrackerError):
    """Something in Jobtracker went wrong that no person can mend."""

    def __init__(self) -> None:
        super().__init__(
            "Jobtracker made a mistake and stopped this action. Your saved data is safe. "
            "The details are in the log; try again or choose another way."
        )


def install(show: Callable[[JobtrackerError], None]) -> None:
    """Send every uncaught exception and Qt message to the log; `show` tells the person."""

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        show(as_told(error))

    sys.excepthook = uncaught
    threading.excepthook = log_thread_failure
    qInstallMessageHandler(log_qt_message)


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
