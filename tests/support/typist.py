"""Somebody who types a letter without a pause, in a process of its own that is to be killed.

    python -m tests.support.typist FILE LOG

Opens the real window on a workspace, on its newest letter, and goes on with what `TEXT` says from
where the letter ends. LOG gets a line after each key, on the disk before the next one: how many
characters are typed by then, and when (the machine's monotonic clock, in seconds).
"""

import os
import random
import sys
import time
import traceback
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

PARAGRAPH = (
    "For six years I have moved data that people trust: pipelines with owners, tests that read "
    "like the business, and alerts that mean something at three in the morning.\n\n"
)
BETWEEN_KEYS = (0.005, 0.05)
"""Seconds; nobody rests, so that only the latest moment of saving is tried."""


def typed(count: int, start: int = 0) -> str:
    """So many characters of the letter that is typed for ever."""
    return "".join(islice(cycle(PARAGRAPH), start, start + count))


def main(file: Path, log: Path) -> None:
    """Type until the end of the process."""
    from tests.support.window import Person

    from jobtracker.system.resources import resource
    from jobtracker.ui.app import STYLE
    from jobtracker.ui.theme.theme import Theme

    app = QApplication(["jobtracker", *STYLE])
    theme = Theme(resource())
    theme.apply(app)
    person = Person(file, theme)
    person.starts()
    person.presses("Ctrl+3")
    person.waits_until(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with log.open("a") as lines:
        _type(editor.document().characterCount() - 1, lines.fileno(), random.Random())


def _type(count: int, log: int, chance: random.Random) -> None:
    """Go on after `count` characters; nothing is awaited but the next key."""
    _note(log, count)
    while True:
        sign = typed(1, count)
        target = QApplication.focusWidget()
        assert isinstance(target, QTextEdit), "the letter lost the keyboard"
        if sign == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(target, sign)
        count += 1
        _note(log, count)
        until = time.monotonic() + chance.uniform(*BETWEEN_KEYS)
        while time.monotonic() < until:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            time.sleep(0.001)


def _note(log: int, count: int) -> None:
    os.write(log, f"{count} {time.monotonic():.6f}\n".encode())
    os.fsync(log)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except Exception:  # noqa: BLE001 (whatever it was, its threads would wait for their end)
        traceback.print_exc()
        os._exit(1)
