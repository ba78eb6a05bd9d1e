"""Somebody at the page of the weekly review."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
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
from jobtracker.ui.features.review.commands import Commands
from jobtracker.ui.features.review.page import ReviewPage
from jobtracker.ui.features.review.presenter import ReviewPresenter
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.typed import readers

T = TypeVar("T")
TODAY = date(2026, 11, 22)


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

    def presses(self, *keys: Qt.Key) -> None:
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
