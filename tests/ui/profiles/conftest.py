"""The page on a real workspace file, driven by keys as a person does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.profiles import RoleProfile
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.profiles.lines.view import LineList
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.features.profiles.presenter import ProfilesPresenter
from jobtracker.ui.features.profiles.skills.presenter import SkillsPresenter
from jobtracker.ui.features.profiles.targets.presenter import TargetsPresenter
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

T = TypeVar("T")
PAGES = Path(__file__).parents[2] / "data" / "profiles"


class Driver:
    """A person at the page: looks, types, waits for what appears."""

    space: Workspace

    def __init__(self, bot: QtBot, page: ProfilesPage, commander: Commander) -> None:
        self.bot = bot
        self.page = page
        self.commander = commander
        self.toasts: list[str] = []
        commander.toasts.subscribe(self.toasts.append)
        commander.told.subscribe(lambda told: self.toasts.append(told.words))
        commander.problems.subscribe(self._fail)

    def _fail(self, problem: Exception) -> None:
        raise AssertionError(problem) from problem

    def ask(self, work: Callable[[], T]) -> T:
        """What the database lane answers: the workspace lives on its thread."""
        answers: list[T] = []
        self.commander.read(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def wait(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=20000)

    @property
    def shown(self) -> RoleProfile | None:
        return self.page.view.shown.profile if self.page.view.shown else None

    def wait_for(self, title: str, origin: str = "") -> RoleProfile:
        """Until this profile is shown, with the list saying the same."""

        def is_there() -> bool:
            row, profile = self.page.side.list.selected(), self.shown
            if row is None or profile is None or row.id != profile.id:
                return False
            return profile.title == title and origin in {"", profile.origin}

        self.wait(is_there)
        assert self.shown is not None
        return self.shown

    def titles(self) -> list[str]:
        return [row.title for row in self.page.model.rows]

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def go_to(self, title: str) -> RoleProfile:
        row = self.page.model.titled(title)
        assert row is not None
        self.page.open_item(row.id)
        return self.wait_for(title)

    def enter(self, part: str, row: int = 0) -> LineList:
        """Put the keyboard on a line of a part of the profile."""
        lines = self.page.view.lists[part]
        lines.setFocus()
        lines.go_to(row)
        return lines

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def undo(self) -> None:
        self.commander.change(self.space.history.undo)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that holds the bundled library, to copy from."""
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
    page = ProfilesPage(theme)
    window.setCentralWidget(page)
    window.resize(1100, 760)
    qtbot.addWidget(window)
    presenters = (
        ProfilesPresenter(page, commander),
        TargetsPresenter(page, commander),
        SkillsPresenter(page, commander),
    )
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page.arrive()
    driver = Driver(qtbot, page, commander)
    driver.space = driver.ask(lambda: open_workspace(path, write=True))
    for presenter in presenters:
        presenter.attach(driver.space)
    driver.wait(lambda: driver.shown is not None)
    yield driver
    driver.ask(driver.space.close)


@pytest.fixture
def orchard() -> str:
    return (PAGES / "orchard_manager_a.txt").read_text("utf-8")
