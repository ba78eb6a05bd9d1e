import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.garbage import GarbageCollector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    holder = QObject()
    yield GarbageCollector(holder)
    holder.deleteLater()


class Sheet(QWidget):
    """It holds itself, as anything does that keeps a callback of its own."""

    def __init__(self, ended_on: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: ended_on.append(threading.current_thread().name))


def much_work() -> int:
    return len([[number] for number in range(20_000)])


def test_a_forgotten_sheet_ends_on_the_thread_of_the_interface(
    collector: GarbageCollector, commander: Commander, qtbot: QtBot
) -> None:
    ended_on: list[str] = []
    for _ in range(20):
        Sheet(ended_on)

    answers: list[int] = []
    for _ in range(5):
        commander.read(much_work, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5)
    gc.collect()

    assert ended_on == [threading.main_thread().name] * 20


def test_garbage_is_collected_in_the_pauses_of_the_interface(
    collector: GarbageCollector, commander: Commander, qtbot: QtBot
) -> None:
    before = gc.get_count()[0]
    for _ in range(5_000):
        knot: list[object] = []
        knot.append(knot)

    answers: list[int] = []
    commander.read(lambda: 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(20)

    assert gc.get_count()[0] < before + 700
    assert not gc.isenabled()
