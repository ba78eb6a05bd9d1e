"""Somebody who types without a pause, in a process of its own that is to be killed.

    python -m tests.support.typist FILE LOG [PLACE]

Opens the real window on a workspace, goes to a place of `typing_places` and goes on with what
`TEXT` says from where it ends; without a place in the newest letter, for which that is saved.
LOG gets a line after each key, on the disk before the next one: how many characters are typed by
then, and when (the machine's monotonic clock, in seconds).

    python -m tests.support.typist FILE LOG PLACE look

Goes to the place again and writes what stands there, as JSON, into LOG, and what was said first.
"""

import json
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
from tests.support.typing_places import PLACES, field_at, text_at
from tests.support.window import Person

from jobtracker.desktop.kept_texts import SUBJECT

PARAGRAPH = (
    "For six years I have moved data that people trust: pipelines with owners, tests that read "
    "like the business, and alerts that mean something at three in the morning.\n\n"
)
BETWEEN_KEYS = (0.005, 0.05)
"""Seconds; nobody rests, so that only the latest moment of saving is tried."""
IN_A_FIELD = (0.02, 0.18)
"""The same in a field, where nobody types a whole letter: more than five keys a second."""


def typed(count: int, start: int = 0) -> str:
    """So many characters of the letter that is typed for ever."""
    return "".join(islice(cycle(PARAGRAPH), start, start + count))


def spoken(count: int) -> str:
    """The same without lines, for a field that has but one."""
    return "".join(islice(cycle(PARAGRAPH.replace("\n", "")), count))


def main(file: Path, log: Path, place: str = "", deed: str = "") -> None:
    """Type until the end of the process, or look and leave."""
    person = _person(file)
    if deed:
        log.write_text(json.dumps(_look(person, place)))
        os._exit(0)
    if place:
        _type_in_a_field(person, place, log)
    person.presses("Ctrl+3")
    person.waits_until(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with log.open("a") as lines:
        _type(editor.document().characterCount() - 1, lines.fileno(), random.Random())


def _person(file: Path) -> Person:
    from jobtracker.system.resources import resource
    from jobtracker.ui.app import STYLE
    from jobtracker.ui.theme.theme import Theme

    app = QApplication(["jobtracker", *STYLE])
    theme = Theme(resource())
    theme.apply(app)
    person = Person(file, theme)
    person.starts()
    return person


def _look(person: Person, place: str) -> dict[str, str]:
    said = person.window.notices.about(SUBJECT).text
    PLACES[place](person)
    return {"text": text_at(), "said": said}


def _type_in_a_field(person: Person, place: str, log: Path) -> None:
    """Type in place of what stands there; nothing is awaited but the next key."""
    PLACES[place](person)
    field_at().selectAll()
    chance = random.Random()
    count = 0
    with log.open("a") as lines:
        _note(lines.fileno(), count)
        while True:
            QTest.keyClicks(field_at(), spoken(count + 1)[-1])
            count += 1
            _note(lines.fileno(), count)
            _wait(chance.uniform(*IN_A_FIELD))


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
        _wait(chance.uniform(*BETWEEN_KEYS))


def _wait(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)


def _note(log: int, count: int) -> None:
    os.write(log, f"{count} {time.monotonic():.6f}\n".encode())
    os.fsync(log)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
    except Exception:  # noqa: BLE001 (whatever it was, its threads would wait for their end)
        traceback.print_exc()
        os._exit(1)
