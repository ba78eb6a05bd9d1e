import logging
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.ui.runtime.commander import Commander, Told
from jobtracker.ui.runtime.errors import OurBugError

MOVED = Done(7, Changes({"applications": frozenset({7})}), "move to Interview")


def fail(error: Exception) -> Callable[[], Done[int]]:
    def work() -> Done[int]:
        raise error

    return work


def test_work_runs_on_the_lane_and_its_answer_comes_back_to_the_interface(
    commander: Commander, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []
    answers: list[tuple[str, threading.Thread]] = []

    def work() -> str:
        threads.append(threading.current_thread())
        return "31 rows"

    commander.read(work, lambda answer: answers.append((answer, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answers))

    assert answers == [("31 rows", threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_a_change_is_told_to_everyone_concerned(commander: Commander, qtbot: QtBot) -> None:
    news: list[object] = []
    commander.changed.subscribe(news.append)
    commander.done.subscribe(news.append)
    commander.told.subscribe(news.append)

    commander.change(lambda: MOVED, news.append, toast=lambda value: f"Number {value} moved")
    qtbot.waitUntil(lambda: len(news) == 4)

    assert news == [7, MOVED.changes, MOVED, Told("Number 7 moved", MOVED)]


def test_an_answer_to_an_older_question_is_dropped(commander: Commander, qtbot: QtBot) -> None:
    answers: list[str] = []
    gate = threading.Event()

    commander.read(lambda: gate.wait() and "pyt", answers.append, question="search")
    commander.read(lambda: "python", answers.append, question="search")
    commander.read(lambda: "other", answers.append)
    gate.set()
    qtbot.waitUntil(lambda: "other" in answers)

    assert answers == ["python", "other"]


def test_a_question_overtaken_while_it_waited_is_never_asked(
    commander: Commander, qtbot: QtBot
) -> None:
    asked: list[int] = []
    gate = threading.Event()
    answers: list[object] = []
    commander.read(gate.wait, answers.append)

    for number in range(20):
        commander.read(lambda n=number: asked.append(n), answers.append, question="search")
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)

    assert asked == [19]


def test_a_receiver_that_is_gone_is_not_called(commander: Commander, qtbot: QtBot) -> None:
    owner = QObject()
    calls: list[object] = []

    commander.read(lambda: 1, calls.append, owner=owner)
    commander.change(lambda: MOVED, calls.append, owner=owner)
    commander.done.subscribe(lambda done: calls.append(done.label))
    delete(owner)
    qtbot.waitUntil(lambda: bool(calls))

    assert calls == ["move to Interview"]


def test_an_error_a_person_can_mend_goes_to_whoever_asked_for_it(
    commander: Commander, qtbot: QtBot
) -> None:
    mine: list[JobtrackerError] = []
    everyones: list[JobtrackerError] = []
    commander.problems.subscribe(everyones.append)
    error = InvalidInputError("Pay is not a number.", field="pay")

    commander.change(fail(error), failed=mine.append)
    commander.change(fail(error))
    qtbot.waitUntil(lambda: bool(everyones))

    assert mine == [error]
    assert everyones == [error]


def test_an_unexpected_error_is_our_bug_and_says_the_data_is_safe(
    commander: Commander, qtbot: QtBot, expected_logs: list[logging.LogRecord]
) -> None:
    problems: list[JobtrackerError] = []
    commander.problems.subscribe(problems.append)
    answers: list[int] = []

    commander.change(fail(ZeroDivisionError("division by zero")))
    commander.read(lambda: 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers))

    assert isinstance(problems[0], OurBugError)
    assert "Your saved data is safe" in str(problems[0])
    assert "division" not in str(problems[0])
    assert expected_logs[0].exc_info is not None


def test_the_lane_is_busy_only_once_work_takes_long(commander: Commander, qtbot: QtBot) -> None:
    states: list[bool] = []
    answers: list[object] = []
    commander.busy.subscribe(states.append)

    commander.read(lambda: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert states == []

    gate = threading.Event()
    commander.read(gate.wait, answers.append)
    qtbot.waitUntil(lambda: states == [True])
    gate.set()
    qtbot.waitUntil(lambda: states == [True, False])


def test_closing_finishes_what_was_asked_for_and_calls_nobody(qtbot: QtBot) -> None:
    commander = Commander()
    written: list[int] = []
    called: list[int] = []

    def work() -> Done[int]:
        time.sleep(0.02)
        written.append(1)
        return MOVED

    commander.change(work, called.append)
    commander.change(work, called.append)
    commander.close()
    qtbot.wait(20)

    assert written == [1, 1]
    assert called == []


def test_who_waits_for_an_answer_is_never_freed_on_the_lane(
    commander: Commander, qtbot: QtBot
) -> None:
    freed: list[threading.Thread] = []

    class Waiting:
        def hear(self, _answer: None) -> None:
            """Stands for a widget, whose last reference this is."""

        def __del__(self) -> None:
            freed.append(threading.current_thread())

    for _ in range(20):
        commander.read(lambda: None, Waiting().hear)
    qtbot.waitUntil(lambda: len(freed) == 20)

    assert set(freed) == {threading.main_thread()}
