"""The sheets of offers on a real workspace file, used as a person does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.offers.compare_presenter import CompareSheets
from jobtracker.ui.features.offers.compare_sheet import CompareSheet
from jobtracker.ui.features.offers.contract import Wish
from jobtracker.ui.features.offers.negotiation_presenter import NegotiationSheets
from jobtracker.ui.features.offers.offer_sheet import OfferSheet
from jobtracker.ui.features.offers.presenter import OfferSheets
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

T = TypeVar("T")


class Driver:
    """A person at the window; `offers`, `comparing` and `negotiating` open the sheets."""

    space: Workspace
    offers: OfferSheets
    comparing: CompareSheets
    negotiating: NegotiationSheets
    around: tuple[Theme, QWidget, Commander, Workspace]

    def __init__(self, bot: QtBot, window: QMainWindow, commander: Commander) -> None:
        self.bot = bot
        self.window = window
        self.commander = commander
        self.toasts: list[str] = []
        commander.toasts.subscribe(self.toasts.append)
        commander.told.subscribe(lambda told: self.toasts.append(told.words))

    def wait(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=5000)

    def ask(self, work: Callable[[], T]) -> T:
        """What the database lane answers: the workspace lives on its thread."""
        answers: list[T] = []
        self.commander.read(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def add(self, company: str, pay: str = "") -> int:
        fields = ApplicationFields(company=company, role="Python Developer", pay=pay)
        return self.ask(lambda: self.space.applications.add(fields).value)

    def opens(self, wish: Wish) -> OfferSheet:
        self.offers.open(wish)
        self.wait(lambda: self.offers.sheet is not None)
        assert self.offers.sheet is not None
        return self.offers.sheet

    def compares(self, *ids: int) -> CompareSheet:
        self.comparing.open(ids)
        self.wait(lambda: self.comparing.sheet is not None)
        assert self.comparing.sheet is not None
        return self.comparing.sheet

    def saves(self, sheet: QWidget) -> None:
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("offers") / "empty.jobtracker"
    open_workspace(path, write=True).close()
    return path


@pytest.fixture
def person(
    qtbot: QtBot, theme: Theme, commander: Commander, empty_file: Path, tmp_path: Path
) -> Iterator[Driver]:
    path = tmp_path / "search.jobtracker"
    shutil.copyfile(empty_file, path)
    window = QMainWindow()
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setCentralWidget(page)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    driver = Driver(qtbot, window, commander)
    spaces: list[Workspace] = []
    commander.read(lambda: open_workspace(path, write=True), spaces.append)
    driver.wait(lambda: bool(spaces))
    driver.space = spaces[0]
    around = driver.around = (theme, page, commander, driver.space)
    driver.offers = OfferSheets(*around)
    driver.comparing = CompareSheets(*around)
    driver.negotiating = NegotiationSheets(*around)
    yield driver
    driver.ask(driver.space.close)
