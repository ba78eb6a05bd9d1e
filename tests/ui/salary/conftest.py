"""Somebody at the Salary page, without the rest of the window."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields
from jobtracker.services.workspace import Workspace
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.salary.commands import Commands
from jobtracker.ui.features.salary.page import SalaryPage
from jobtracker.ui.features.salary.presenter import SalaryPresenter
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

T = TypeVar("T")


class Driver:
    space: Workspace
    presenter: SalaryPresenter

    def __init__(self, bot: QtBot, page: SalaryPage, commander: Commander) -> None:
        self.bot = bot
        self.page = page
        self.commander = commander

    def wait(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=5000)

    def ask(self, work: Callable[[], T]) -> T:
        answers: list[T] = []
        self.commander.read(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def add(self, company: str, role: str, pay: str = "", profile: str = "") -> None:
        fields = ApplicationFields(company=company, role=role, pay=pay, profile=profile)
        self.commander.change(lambda: self.space.applications.add(fields))

    def rows(self) -> list[str]:
        """What the charts say, row by row."""
        page = self.page
        return [part.words for chart in page.stack.charts for part in chart.parts()]

    def wait_for_rows(self, some: str) -> None:
        self.wait(lambda: any(some in words for words in self.rows()))


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "stock.jobtracker"
    open_workspace(path, write=True).close()
    return path


@pytest.fixture
def person(
    qtbot: QtBot, theme: Theme, commander: Commander, stocked: Path, tmp_path: Path
) -> Iterator[Driver]:
    path = tmp_path / "search.jobtracker"
    shutil.copyfile(stocked, path)
    window = QMainWindow()
    page = SalaryPage(theme)
    window.setCentralWidget(page)
    book = ActionBook(theme, window)
    Commands(book, lambda: None).follow(page)
    window.resize(1100, 760)
    qtbot.addWidget(window)
    presenter = SalaryPresenter(page, commander)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page.arrive()
    driver = Driver(qtbot, page, commander)
    driver.presenter = presenter
    driver.space = driver.ask(lambda: open_workspace(path, write=True))
    presenter.attach(driver.space)
    driver.wait(lambda: page.view is not None)
    yield driver
    driver.ask(driver.space.close)
