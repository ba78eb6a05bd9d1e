"""Makes everything that Qt calls fail once, in a process of its own that is to outlive it.

    python -m tests.support.raising FILE REPORT [SECONDS]

Opens the real window on a workspace, types into a sheet, and then lets each entry into the
program's own code raise the first time it is called: slots and receivers of channels, timers,
overridden methods of widgets, models and delegates, services on their lane. Afterwards nothing
fails any more and everything must work. REPORT gets what was seen, as JSON. With SECONDS no more
gestures are made after so long; their order is another each time.
"""

import json
import logging
import os
import random
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from shiboken6 import isValid
from tests.support.typing_places import PLACES
from tests.support.window import PROJECT, Person, name_of, visible

from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui.runtime import errors
from jobtracker.ui.runtime.channel import guarded
from jobtracker.ui.runtime.commander import Commander

MACHINERY = ("commander.py", "errors.py", "overrides.py", "garbage.py")
"""What carries answers and tells of failures: it is what is tried here."""
OURS = str(PROJECT / "src" / "jobtracker" / "ui")
SHEET = "target role: notes"
WORDS = "Remote, four days a week"
VIRTUAL = frozenset(
    {
        *("data", "editorEvent", "event", "eventFilter", "flags", "focusNextPrevChild"),
        *("headerData", "helpEvent", "minimumSizeHint", "paint", "rowCount", "sizeHint"),
        *("changeEvent", "closeEvent", "contextMenuEvent", "dragEnterEvent", "dropEvent"),
        *("enterEvent", "focusInEvent", "focusOutEvent", "hideEvent", "keyPressEvent"),
        *("keyReleaseEvent", "leaveEvent", "mouseMoveEvent", "mousePressEvent"),
        *("mouseReleaseEvent", "paintEvent", "resizeEvent", "showEvent", "wheelEvent"),
    }
)
LEFT_ALONE = frozenset(
    {
        *("remove sample", "application delete"),
        *("quit", "back up", "report problem", "lock"),
        *("theme system", "theme light", "theme dark", "high contrast", "less motion"),
        *("large targets", "text larger", "text smaller", "text usual"),
    }
)
"""Commands that end the program, empty it or take it elsewhere, and looks, which take long."""
ROUNDS = 2


PATIENCE = 60
"""Turns that an answer of the lane is awaited."""

LANE, GUARDED = Commander._run.__code__, guarded.__code__

Gesture = Callable[[], object]


class MadeToRaiseError(Exception):
    """What every entry raises once."""


class Raising:
    """While it is `on`, the first call of each entry fails; `raised` names them by kind."""

    def __init__(self) -> None:
        self.on = False
        self.raised: dict[str, str] = {}
        self._known: set[CodeType] = set()

    def trace(self, frame: FrameType, what: str, _value: Any) -> None:
        code = frame.f_code
        if not self.on or what != "call" or code in self._known:
            return
        kind = _entry(frame)
        if not kind:
            return
        self._known.add(code)
        self.raised[f"{code.co_filename}:{code.co_firstlineno} {code.co_qualname}"] = kind
        raise MadeToRaiseError(kind)

    def arm(self) -> None:
        """Python stops tracing whenever a trace function has raised."""
        sys.settrace(self.trace)
        threading.settrace(self.trace)


def _entry(frame: FrameType) -> str:
    """How Qt, a channel or the lane comes into this function; "" where our own code calls it."""
    code, caller = frame.f_code, frame.f_back
    before = caller.f_code if caller is not None else None
    if before is LANE:
        return "" if code.co_filename.endswith(MACHINERY) else "work on the lane"
    if not _is_ours(code):
        return ""
    if before is GUARDED:
        return "receiver of a channel"
    if code.co_name in VIRTUAL and isinstance(frame.f_locals.get("self"), QObject):
        return "overridden method"
    return "slot" if before is main.__code__ else ""


@cache
def _is_ours(code: CodeType) -> bool:
    return code.co_filename.startswith(OURS) and not code.co_filename.endswith(MACHINERY)


class Watch(logging.Handler):
    """Counts what is logged and what is said, and looks for anything modal."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.logged = 0
        self.others: list[str] = []
        self.told = 0
        self.modal: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, MadeToRaiseError):
            self.logged += 1
        else:
            self.others.append(record.getMessage() + "".join(traceback.format_exception(error)))

    def tell(self, error: JobtrackerError) -> None:
        self.told += isinstance(error, errors.OurBugError)

    def look(self) -> None:
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QMessageBox):
            self.modal.append(repr(modal))


def main(file: Path, report: Path, seconds: float) -> None:
    """Live through it in the program's own event loop, and write the report."""
    from jobtracker.system.resources import resource
    from jobtracker.ui.app import STYLE
    from jobtracker.ui.theme.theme import Theme

    app = QApplication(["jobtracker", *STYLE])
    errors.AGAIN = 0.0  # all of them are raised in one line, here
    raising, watch = Raising(), Watch()
    threading.settrace(raising.trace)  # the lane begins with it
    logging.getLogger().addHandler(watch)
    person = Person(file, Theme(resource()))
    person.starts()
    person.desktop.commander.problems.subscribe(watch.tell)
    PLACES[SHEET](person)
    person.types(WORDS)
    sheet = person.room()
    seen: dict[str, object] = {}

    def beside_done() -> None:
        seen["typed text"] = person.room() is sheet and person.sees(WORDS)
        _close_covers(person)

    driver = Driver(person, raising, watch, time.monotonic() + seconds)
    driver.add(_beside_the_sheet(person), beside_done)
    driver.add(_through_the_window(person), app.exit)  # `quit` would close the window
    driver.start()
    app.exec()
    sys.settrace(None)
    _end_of(person)
    seen |= {"logged": watch.logged, "followed": len(watch.others), "told": watch.told}
    seen |= {
        "raised": raising.raised,
        "modal": watch.modal,
        "afterwards": _afterwards(person, watch),
    }
    report.write_text(json.dumps(seen))
    person.leaves()


class Driver(QObject):
    """Makes gestures one after another while the event loop runs, each as often as anything new
    fails, and waits until the lane has answered.
    """

    def __init__(self, person: Person, raising: Raising, watch: Watch, until: float) -> None:
        super().__init__()
        self._until = until
        self._person = person
        self._raising = raising
        self._watch = watch
        self._parts: list[tuple[Iterator[Gesture], Callable[[], object]]] = []
        self._gesture: Gesture | None = None
        self._left = 0
        self._before = 0
        self._patience = 0
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._tick)

    def add(self, gestures: "Iterator[Gesture]", then: Callable[[], object]) -> None:
        self._parts.append((gestures, then))

    def start(self) -> None:
        self._timer.start()

    def _tick(self) -> None:
        """Nothing of this itself fails: the program's own code does."""
        if self._person.desktop.commander._receivers and self._patience < PATIENCE:
            self._patience += 1
            return
        self._patience = 0
        self._raising.on = False
        sys.settrace(None)
        self._watch.look()
        if self._gesture is None or not self._left or not self._is_new():
            self._next()
        if self._gesture is not None:
            self._left -= 1
            self._before = len(self._raising.raised)
            self._raising.on = True
            self._raising.arm()
            self._gesture()

    def _is_new(self) -> bool:
        return len(self._raising.raised) > self._before

    def _next(self) -> None:
        gestures, then = self._parts[0]
        in_time = time.monotonic() < self._until or len(self._parts) > 1
        self._gesture, self._left = next(gestures, None) if in_time else None, ROUNDS
        if self._gesture is None:
            self._parts.pop(0)
            then()
            if not self._parts:
                self._timer.stop()


def _queued(thing: QObject, method: str) -> Gesture:
    """Have Qt call a method in the next turn of the event loop."""
    queued = Qt.ConnectionType.QueuedConnection
    return lambda: QMetaObject.invokeMethod(thing, method, queued)


def _keys(*chords: str) -> Gesture:
    """Post the keys to what has the keyboard."""

    def press() -> None:
        for chord in chords:
            keys = QKeySequence(chord)[0]  # type: ignore[index]  # PySide6 has it, its stubs do not
            text = chord if len(chord) == 1 else ""
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, keys.key(), keys.keyboardModifiers(), text)
                target = QApplication.focusWidget()
                if target is not None:
                    QCoreApplication.postEvent(target, event)

    return press


def _beside_the_sheet(person: Person) -> Iterator[Gesture]:
    """What happens to a window while a sheet is open: it never closes the sheet."""
    window = person.window
    yield lambda: QCoreApplication.postEvent(window, QEvent(QEvent.Type.WindowActivate))
    yield window.update
    yield _keys("Tab")
    yield _keys("Shift+Tab")
    yield _keys("Right", "Left")
    for name, action in dict(window.actions_book._made).items():
        if name.startswith(("group", "sort", "go ", "theme dark")) and action.isEnabled():
            yield _queued(action, "trigger")
            yield window.update


def _through_the_window(person: Person) -> Iterator[Gesture]:
    """Every page, every command that is to be had there, and every button."""
    book, done, pressed = person.window.actions_book, set(LEFT_ALONE), set[str]()
    for page in random.sample(person.window._entries, len(person.window._entries)):
        yield _queued(book._made[f"go {page.id}"], "trigger")
        for key in ("Down", "Home", "Tab", "Shift+Tab"):
            yield _keys(key)
        for name, action in random.sample(list(book._made.items()), len(book._made)):
            if action.isEnabled() and name not in done:
                done.add(name)
                yield _queued(action, "trigger")
                yield lambda: _close_covers(person)
        for button in visible(person.window, QAbstractButton):
            if isValid(button) and button.isEnabled() and name_of(button) not in pressed:
                pressed.add(name_of(button))
                yield _queued(button, "click")
                yield lambda: _close_covers(person)


def _close_covers(person: Person) -> None:
    """Close what a gesture opened: menus, dialogs, sheets."""
    for one in QApplication.topLevelWidgets():
        if one.isVisible() and one is not person.window:
            one.close()
    room = person.room()
    if room is not person.window:
        room.close()


def _end_of(person: Person) -> None:
    for _ in range(ROUNDS):
        _close_covers(person)
        person.settle()


def _afterwards(person: Person, watch: Watch) -> list[str]:
    """What does not work once nothing fails any more."""
    wrong: list[str] = []
    watch.others.clear()
    for page in person.window._entries:
        person.desktop.navigator.go(page.id)
        person.settle()
        if person.page != page.title:
            wrong.append(f"{page.title} does not open")
    person.comes_back()  # no window manager gives the keyboard back to the window
    person.window.setFocus()
    for place in (SHEET, "target role: title", "settings: email"):
        PLACES[place](person)
        person.types("works")
        if not person.sees("works"):
            wrong.append(f"{place} does not work")
        while person.room() is not person.window:
            person.presses("Esc")
    return wrong + watch.others


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]), float([*sys.argv, "inf"][3]))
    except BaseException:  # noqa: BLE001 (whatever it was, its threads would wait for their end)
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
