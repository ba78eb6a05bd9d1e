"""What holds for the window as a whole, whatever page is open."""

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot
from tests.support.tour import ticking, tour
from tests.support.window import Person

IDLE_MS = 1500


def test_nothing_wakes_up_while_nobody_does_anything(person: Person, qtbot: QtBot) -> None:
    person.presses("Ctrl+2")
    # five seconds after the start it is looked at once whether the file is due for its check
    qtbot.waitUntil(lambda: ticking(person.window) == [], timeout=8_000)
    qtbot.wait(IDLE_MS // 2)
    dispatcher = QAbstractEventDispatcher.instance()
    woken: list[None] = []

    assert ticking(person.window) == []
    count = dispatcher.awake.connect(lambda: woken.append(None))
    qtbot.wait(IDLE_MS)
    dispatcher.awake.disconnect(count)

    assert len(woken) <= 3, "the test itself needs two: to begin to wait and to go on"


def test_nothing_is_left_ticking_by_any_page(person: Person, qtbot: QtBot) -> None:
    for _scene in tour(person):
        pass
    person.presses("Ctrl+2")

    # a message that the walk brought up stays for eight seconds
    qtbot.waitUntil(lambda: ticking(person.window) == [], timeout=12_000)


def test_a_sheet_that_was_walked_through_takes_nothing_of_the_letter_with_it(
    person: Person,
) -> None:
    person.presses("Ctrl+3", "Return")
    letter = QApplication.focusWidget()
    assert isinstance(letter, QPlainTextEdit | QTextEdit)
    person.presses("Ctrl+N", *["Tab"] * 20, "Esc")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    person.types("Walked through. ")
    person.presses("Ctrl+2", "Ctrl+3")
    person.leaves()
    person.starts()
    person.presses("Ctrl+3", "Return")

    assert person.sees("Walked through.")
