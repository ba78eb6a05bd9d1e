"""The page of the weekly review: its keys and buttons, what it says, and what it does not need."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock
from tests.support.window import name_of, visible, words_on
from tests.support.workspaces import opened

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.review.commands import KEEP, NO_REPLY, PLAN, Commands
from jobtracker.ui.features.review.page import ReviewPage
from jobtracker.ui.features.review.presenter import ReviewPresenter
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.typed import readers

T = TypeVar("T")
TODAY = date(2026, 11, 22)
Key = Qt.Key


class Driver:
    """Somebody at the page alone, on a real workspace."""

    space: Workspace

    def __init__(self, bot: QtBot, page: ReviewPage, commander: Commander) -> None:
        self.bot = bot
        self.page = page
        self.commander = commander
        self.book: ActionBook
        self.left: list[None] = []
        page.intents.left.subscribe(self.left.append)

    def ask(self, work: Callable[[], T]) -> T:
        answers: list[T] = []
        self.commander.read(work, answers.append)
        self.bot.waitUntil(lambda: bool(answers), timeout=5000)
        return answers[0]

    def settle(self) -> None:
        for _ in range(4):
            self.ask(lambda: None)

    def add(self, company: str, days: int, **more: object) -> int:
        """An application that was sent so many days ago."""
        on = TODAY - timedelta(days=days)
        fields = {"company": company, "role": "Pilot", "stage": Stage.APPLIED, "applied_on": on}
        return self.ask(
            lambda: self.space.applications.add({**fields, **more}).value  # type: ignore[typeddict-item]
        )

    def begin(self) -> None:
        self.page.arrive()
        self.settle()

    def presses(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(hearing(), key)
        self.settle()

    def types(self, text: str) -> None:
        """Sign by sign: the first may move the keyboard."""
        for sign in text:
            QTest.keyClicks(hearing(), sign)
        self.settle()

    def clicks(self, name: str) -> None:
        found = (one for one in visible(self.page, QAbstractButton) if name_of(one) == name)
        QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)
        self.settle()

    def sees(self, words: str) -> bool:
        return any(
            words in one for widget in visible(self.page, QWidget) for one in words_on(widget)
        )

    @property
    def at(self) -> str:
        focused = QApplication.focusWidget()
        return name_of(focused) if focused is not None else ""

    def stored(self, key: int) -> tuple[Outcome | None, str, date | None]:
        record = self.ask(lambda: self.space.applications.view(key)).record
        return record.outcome, record.next_action, record.next_action_on


def hearing() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "stock.jobtracker"
    open_workspace(path, write=True).close()
    return path


@pytest.fixture
def driver(
    qtbot: QtBot, theme: Theme, commander: Commander, stocked: Path, tmp_path: Path
) -> Iterator[Driver]:
    path = tmp_path / "search.jobtracker"
    shutil.copyfile(stocked, path)
    clock, window = FakeClock(), QMainWindow()
    page = ReviewPage(theme, readers(clock))
    window.setCentralWidget(page)
    driver = Driver(qtbot, page, commander)
    book = driver.book = ActionBook(theme, window)
    Commands(book, lambda: None).follow(page)
    window.resize(1000, 700)
    qtbot.addWidget(window)
    presenter = ReviewPresenter(page, commander)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    opening = opened(path, clock)
    driver.space = driver.ask(opening.__enter__)
    presenter.attach(driver.space)
    driver.settle()
    yield driver
    driver.ask(lambda: opening.__exit__(None, None, None))


def test_an_item_says_who_it_is_why_it_is_asked_and_what_was_last(driver: Driver) -> None:
    key = driver.add("Litware AI", 17, notes="Ana decides.\nIn December.", deadline=TODAY)
    driver.ask(lambda: driver.space.log.note(key, "Met Ana", TODAY - timedelta(days=3)))

    driver.begin()

    assert driver.at == "Litware AI, Pilot, quiet 17 days. 1 of 1"
    for words in (
        "Quiet 17 days, since Thu 5 Nov",
        "Thu 5 Nov, applied",
        "Thu 19 Nov, note: Met Ana",
        "Ana decides.",
        "Today",
    ):
        assert driver.sees(words), words
    assert not driver.sees("In December")


def test_a_follow_up_is_two_keys_for_the_next_working_day(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()

    driver.presses(Key.Key_F)
    assert driver.at == "When"
    assert driver.sees("Monday, 23 Nov 2026")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Follow up", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("typed", "day"), [("fri", date(2026, 11, 27)), ("+3", date(2026, 11, 25))]
)
def test_another_day_is_typed_over_the_proposed_one(driver: Driver, typed: str, day: date) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()

    driver.presses(Key.Key_F)
    driver.types(typed)
    assert driver.sees(f"{day:%A}, {day.day} {day:%b} {day.year}")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Follow up", day)


@pytest.mark.parametrize("quiet", [True, False])
def test_a_day_can_be_typed_without_any_key_before(driver: Driver, quiet: bool) -> None:
    key = driver.add("Litware AI", 17 if quiet else 1)
    driver.begin()

    driver.types("30 nov")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Follow up", date(2026, 11, 30))


def test_without_a_next_step_the_words_are_asked_for_first(driver: Driver) -> None:
    key = driver.add("Litware AI", 1)
    driver.begin()
    assert driver.sees("No next step yet")

    driver.presses(Key.Key_F)
    assert driver.at == "Next action"
    driver.types("Ask Ana")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "Ask Ana", date(2026, 11, 23))


def test_a_day_that_is_none_is_said_under_its_field_and_nothing_is_stored(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()
    driver.presses(Key.Key_F)

    driver.types("soon")
    assert not driver.sees("is not a date")
    driver.presses(Key.Key_Return)

    assert driver.sees("“soon” is not a date")
    assert driver.at == "When"
    driver.presses(Key.Key_Escape)
    assert driver.at.startswith("Litware AI")
    assert driver.stored(key) == (None, "", None)
    assert driver.left == [], "the first Esc closes the form"
    driver.presses(Key.Key_Escape)
    assert driver.left == [None]


def test_while_a_plan_is_typed_letters_are_letters(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.begin()
    driver.presses(Key.Key_F, Key.Key_Backtab)

    driver.types("nkfuw")
    driver.presses(Key.Key_Return)

    assert driver.stored(key) == (None, "nkfuw", date(2026, 11, 23))


def test_buttons_do_what_the_keys_do(driver: Driver) -> None:
    keys = [driver.add(f"Company {days}", days) for days in (40, 30, 20)]
    driver.begin()

    driver.clicks("Follow up")
    driver.clicks("Plan it")
    driver.clicks("No reply")
    driver.clicks("Keep")

    assert [driver.stored(key)[:2] for key in keys] == [
        (None, "Follow up"),
        (Outcome.NO_REPLY, ""),
        (None, ""),
    ]
    assert driver.at == "Done"


def test_single_letters_can_be_switched_off_and_buttons_stay(driver: Driver) -> None:
    key = driver.add("Litware AI", 17)
    driver.book.allow_single_letters(False)
    driver.begin()

    driver.types("n")
    driver.presses(Key.Key_Escape)
    assert driver.stored(key)[0] is None
    driver.clicks("No reply")

    assert driver.stored(key)[0] is Outcome.NO_REPLY


def test_keys_that_were_changed_are_shown_on_the_buttons(driver: Driver) -> None:
    driver.book.set_keys(KEEP, ["B"])
    driver.book.set_keys(NO_REPLY, [])

    bar = driver.page.answers
    assert (bar.keep.key, bar.no_reply.key, bar.plan.key) == ("B", "", "F")


def test_keys_pressed_faster_than_the_workspace_answers_each_meet_their_item(
    driver: Driver,
) -> None:
    keys = [driver.add(f"Company {days}", days) for days in (40, 30, 20)]
    driver.begin()

    for key in (Key.Key_N, Key.Key_K, Key.Key_N):
        QTest.keyClick(hearing(), key)
    driver.settle()

    assert [driver.stored(key)[0] for key in keys] == [Outcome.NO_REPLY, None, Outcome.NO_REPLY]
    assert driver.sees("2 closed as No reply")
    assert driver.sees("1 kept open")


def test_one_can_look_back_at_an_item_and_see_what_was_decided(driver: Driver) -> None:
    driver.add("First", 40)
    driver.add("Second", 30)
    driver.begin()
    driver.presses(Key.Key_N)

    driver.presses(Key.Key_Left)
    assert driver.at == "First, Pilot, quiet 40 days. 1 of 2. Closed as No reply"
    assert not driver.book[PLAN].isEnabled()
    driver.presses(Key.Key_Right)
    assert driver.at.startswith("Second")
    driver.presses(Key.Key_U)

    assert driver.at.startswith("First")


def test_an_answer_that_cannot_be_stored_comes_back_as_a_question(driver: Driver) -> None:
    gone = driver.add("Gone", 40)
    driver.add("There", 30)
    driver.begin()
    problems: list[object] = []
    driver.commander.problems.subscribe(problems.append)
    driver.ask(lambda: driver.space.applications.remove(gone))

    driver.presses(Key.Key_K)

    assert len(problems) == 1
    assert driver.at.startswith("Gone")
    driver.begin()
    assert driver.at == "There, Pilot, quiet 30 days. 1 of 1"


def test_where_nothing_is_quiet_the_week_is_what_is_left(driver: Driver) -> None:
    driver.add("Fresh", 1, next_action="Wait", next_action_on=TODAY)

    driver.begin()

    assert driver.sees("Nothing is quiet.")
    assert driver.sees("This week 1 of 5 applications")
    assert driver.at == "Done"
    assert not driver.book[KEEP].isEnabled()


def test_next_week_s_interviews_stand_on_the_last_page(driver: Driver) -> None:
    key = driver.add("Wingtip", 1, next_action="Prepare", next_action_on=TODAY)
    driver.ask(lambda: driver.space.interviews.add(key, {"starts": "2026-11-24 14:00"}))

    driver.begin()

    assert driver.sees("Tue 24 Nov, 14:00: Wingtip, Pilot")


def test_a_change_from_elsewhere_is_taken_in(driver: Driver) -> None:
    first = driver.add("First", 40)
    driver.add("Second", 30)
    driver.begin()

    driver.commander.change(lambda: driver.space.log.close(first, Outcome.REJECTED))
    driver.settle()

    assert driver.at == "Second, Pilot, quiet 30 days. 1 of 1"


def test_many_items_need_no_more_widgets_than_one(driver: Driver) -> None:
    driver.add("First", 900)
    driver.begin()
    alone = len(driver.page.findChildren(QWidget))
    for number in range(60):
        driver.add(f"Company {number}", 20 + number)

    driver.begin()
    QCoreApplication.processEvents()

    assert driver.at == "First, Pilot, quiet 900 days. 1 of 61"
    assert len(driver.page.findChildren(QWidget)) == alone


def test_words_without_a_blank_do_not_push_the_card_out_of_the_window(driver: Driver) -> None:
    driver.add("W" * 120, 20, notes="w" * 400)

    driver.begin()

    assert driver.page.card.width() <= driver.page.width()
    assert driver.page.card.minimumSizeHint().width() < driver.page.width()
