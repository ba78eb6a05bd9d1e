import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.ui.runtime import errors


@pytest.fixture
def shown() -> Iterator[list[JobtrackerError]]:
    hooks = sys.excepthook, threading.excepthook
    found: list[JobtrackerError] = []
    errors.install(found.append)
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    yield found
    sys.excepthook, threading.excepthook = hooks


def test_a_slot_that_raises_is_logged_and_said_and_the_program_lives_on(
    shown: list[JobtrackerError], expected_logs: list[logging.LogRecord]
) -> None:
    error = ZeroDivisionError("division by zero")

    sys.excepthook(type(error), error, None)

    assert isinstance(shown[0], errors.OurBugError)
    assert expected_logs[0].levelname == "ERROR"


def test_an_error_a_person_can_mend_is_said_in_its_own_words(shown: list[JobtrackerError]) -> None:
    error = InvalidInputError("Role is missing. Type a role.")

    sys.excepthook(type(error), error, None)

    assert shown == [error]


def test_what_qt_says_goes_to_the_log(expected_logs: list[logging.LogRecord]) -> None:
    errors.log_qt_message(QtMsgType.QtWarningMsg, None, "QFont::setPointSize: negative")
    errors.log_qt_message(
        QtMsgType.QtWarningMsg, None, "This plugin does not support propagateSizeHints()"
    )

    assert [record.getMessage() for record in expected_logs] == [
        "Qt: QFont::setPointSize: negative"
    ]
