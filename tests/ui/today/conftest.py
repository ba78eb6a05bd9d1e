"""The page of today in a real window on a real workspace file, as a person meets it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock
from tests.support.workspaces import opened

from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.today.commands import Commands
from jobtracker.ui.features.today.page import TodayPage
from jobtracker.ui.features.today.presenter import TodayPresenter
from jobtracker.ui.main_window.undoing import History
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator, PageEntry
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

PAGES = (PageEntry("today", "Today", "sun", "Ctrl+1"),)
WAIT = 5000
ROUNDS = 3
TODAY = FakeClock().today()


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "search.jobtracker") as found:
        yield found


class Desk:
    """A window with the page; `told` are the intents that leave it, by name."""

    def __init__(
        self, theme: Theme, workspace: Workspace, commander: Commander, memory: Path, bot: QtBot
    ) -> None:
        self.bot = bot
        self.theme = theme
        self.workspace = workspace
        self.commander = commander
        self.page = TodayPage(theme, TODAY)
        self.window = MainWindow(
            theme,
            commander,
            Navigator(),
            WindowMemory(memory),
            {"today": lambda: self.page},
            PAGES,
        )
        self.book = self.window.actions_book
        Commands(self.book).follow(self.page)
        self.told: list[tuple[str, Any]] = []
        for name, channel in vars(self.page.intents).items():
            channel.subscribe(lambda value, name=name: self.told.append((name, value)))
        self.presenter = TodayPresenter(self.page, commander)

    def open(self, width: int = 1366, height: int = 768) -> None:
        history = self.workspace.history
        self.window.arm(History(history.undo, history.redo, history.next))
        self.window.start("today")
        self.window.resize(width, height)
        self.window.show()
        self.bot.waitExposed(self.window)
        self.window.activateWindow()
        self.presenter.attach(self.workspace)
        self.settle()

    def settle(self) -> None:
        for _ in range(ROUNDS):
            with self.bot.waitCallback(timeout=WAIT) as answered:
                self.commander.read(lambda: None, answered)
            QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is, one after another."""
        for key in keys:
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None
            QTest.keyClick(target, key)
            self.settle()

    def types(self, text: str) -> None:
        """Type where the keyboard is at each sign."""
        for sign in text:
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, sign)

    @property
    def at(self) -> str:
        """The words of the task that has the keyboard, else the name of what has it."""
        focused = QApplication.focusWidget()
        task = self.page.tasks.task()
        if focused in self.page.tasks.lists and task is not None:
            return f"{task.words}, {task.company}"
        return focused.accessibleName() if focused is not None else ""

    @property
    def due(self) -> list[str]:
        return self.spoken(self.page.tasks.due)

    @property
    def coming(self) -> list[str]:
        return self.spoken(self.page.tasks.coming)

    def spoken(self, rows: Any) -> list[str]:
        """The rows of a list as a screen reader says them."""
        role = Qt.ItemDataRole.AccessibleTextRole
        model = rows.model()
        return [model.index(at, 0).data(role) for at in range(model.rowCount())]

    def intents(self, name: str) -> list[Any]:
        return [value for told, value in self.told if told == name]

    def sheet(self, kind: type[QWidget]) -> QWidget:
        (found,) = (one for one in self.window.findChildren(kind) if one.isVisible())
        return found


@pytest.fixture
def desk(
    theme: Theme, workspace: Workspace, commander: Commander, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[..., Desk]]:
    """Opens the window on what the workspace holds by then."""
    made: list[Desk] = []

    def open_desk(width: int = 1366, height: int = 768) -> Desk:
        one = Desk(theme, workspace, commander, tmp_path / "window.json", qtbot)
        made.append(one)
        one.open(width, height)
        return one

    yield open_desk
    for one in made:
        one.settle()
        one.window.close()
        one.window.deleteLater()


@pytest.fixture
def add(workspace: Workspace) -> Callable[..., int]:
    """Stores an application at this company, with what else is given."""

    def store(company: str, stage: Stage = Stage.APPLIED, **more: Any) -> int:
        key = workspace.applications.add(
            {"company": company, "role": "Python Developer", "stage": stage}
        ).value
        if more:
            workspace.applications.edit(key, more)  # type: ignore[arg-type]
        return key

    return store


@pytest.fixture
def busy(add: Callable[..., int], workspace: Workspace) -> dict[str, int]:
    """Two that are due, an interview today, two to come."""
    some = {
        "acme": add("Acme", Stage.INTERVIEW),
        "litware": add("Litware AI", next_action="Follow up", next_action_on=day(-3)),
        "wingtip": add("Wingtip", next_action="Finish the letter", next_action_on=day(0)),
        "woodgrove": add("Woodgrove", next_action="Send availability", next_action_on=day(1)),
        "northwind": add(
            "Northwind", Stage.OFFER, next_action="Reply to offer", next_action_on=day(2)
        ),
    }
    starts, ends = f"{TODAY.isoformat()}T14:00", f"{TODAY.isoformat()}T15:00"
    workspace.interviews.add(some["acme"], {"starts": starts, "ends": ends, "kind": "technical"})
    return some
