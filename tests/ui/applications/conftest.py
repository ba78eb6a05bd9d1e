"""The applications page in a real window on a real workspace file, as a person meets it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock
from tests.ui.applications.detail import Detail

from jobtracker.desktop.capturing import Capturing
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer
from jobtracker.ui.features.adding.add_sheet import AddSheet
from jobtracker.ui.features.applications.commands import Commands
from jobtracker.ui.features.applications.detail.pane import DetailPane
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.features.applications.presenter import ApplicationsPresenter
from jobtracker.ui.main_window.undoing import History
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import PAGES, Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

WAIT = 5000
ROUNDS = 4
"""A change tells of itself, its listeners ask again, and their answers may ask once more."""

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields


@pytest.fixture(scope="session")
def stocked_file(tmp_path_factory: pytest.TempPathFactory, resources: Path) -> Path:
    """A workspace with the bundled library and no application, to copy from."""
    path = tmp_path_factory.mktemp("stock") / "stock.jobtracker"
    with Workspace(_opened(path), FakeClock()) as workspace:
        workspace.library.bring_up_to_date(resources)
    return path


def _opened(path: Path) -> Database:
    return Database.open(path, clock=FakeClock(), write=True, indexer=indexer())


@pytest.fixture
def workspace(stocked_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "search.jobtracker"
    shutil.copyfile(stocked_file, path)
    with Workspace(_opened(path), FakeClock()) as opened:
        yield opened


class Desk:
    """A window with the page, and the few things a person does again and again."""

    def __init__(
        self, theme: Theme, workspace: Workspace, commander: Commander, memory: Path, qtbot: QtBot
    ) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.commander = commander
        self.clock = FakeClock()
        self.page = ApplicationsPage(theme, self.clock.today(), workspace.lists.page())
        self.table = self.page.table
        navigator = Navigator()
        self.window = MainWindow(
            theme,
            commander,
            navigator,
            WindowMemory(memory),
            {"applications": lambda: self.page},
            [one for one in PAGES if one.id == "applications"],
        )
        self.capturing = Capturing(theme, self.page, commander, navigator, self.clock)
        self.capturing.arm(self.window.actions_book)
        self.commands = Commands(theme, self.page, self.window.actions_book)
        self.presenter = ApplicationsPresenter(theme, self.page, commander, self.clock)

    def open(self) -> None:
        history = self.workspace.history
        self.window.arm(History(history.undo, history.redo, history.next))
        self.window.start("applications")
        self.window.resize(1366, 768)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.capturing.attach(self.workspace)
        self.presenter.attach(self.workspace)
        self.settle()

    @property
    def pane(self) -> DetailPane:
        assert self.page.pane is not None
        return self.page.pane

    @property
    def add_sheet(self) -> AddSheet | None:
        """The sheet that adds an application, while it is open."""
        assert self.capturing.adding is not None
        return self.capturing.adding.sheet

    def settle(self) -> None:
        """Let everything asked of the lane come back, and what follows from it."""
        for _ in range(ROUNDS):
            with self.qtbot.waitCallback(timeout=WAIT) as answered:
                self.commander.read(lambda: None, answered)
            QApplication.processEvents()
        if self.page.pane is not None and self.page.pane.shown_id:
            assert self.page.pane.parts  # built in turns; asked for, they are whole at once

    def key(
        self,
        key: Qt.Key | str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        target = on or QApplication.activePopupWidget() or self.window.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def type_into(self, editor: QWidget, text: str) -> None:
        """Replace what is in a field, key by key, without finishing."""
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)
        QApplication.processEvents()

    def enter(self, editor: QWidget, text: str) -> None:
        """Replace what is in a field and finish with Enter."""
        self.type_into(editor, text)
        self.key(Qt.Key.Key_Return, on=editor)

    def select(self, application_id: int) -> None:
        assert self.table.select(application_id)
        self.settle()

    def shown(self) -> list[str]:
        """The rows of the table from top to bottom: group names and role titles."""
        model = self.page.panel.model
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


@pytest.fixture
def desk(
    theme: Theme, workspace: Workspace, commander: Commander, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[], Desk]]:
    """Opens the window on what the workspace holds by then."""
    opened: list[Desk] = []

    def open_desk() -> Desk:
        made = Desk(theme, workspace, commander, tmp_path / "window.json", qtbot)
        opened.append(made)
        made.open()
        return made

    yield open_desk
    for one in opened:
        one.settle()
        one.window.close()
        one.capturing.close()
        one.window.deleteLater()


@pytest.fixture
def add(workspace: Workspace) -> Callable[..., int]:
    """Stores an application of this company and role, with a stage and what else is given."""

    def store(company: str, role: str, stage: Stage = Stage.SAVED, **more: object) -> int:
        fields: ApplicationFields = {"company": company, "role": role, "stage": stage}
        fields.update(more)  # type: ignore[typeddict-item]
        return workspace.applications.add(fields).value

    return store


@pytest.fixture
def some(add: Callable[..., int]) -> dict[str, int]:
    """Four applications in three stages; one late, one due today."""
    today = FakeClock().today()
    return {
        "acme": add(
            "Acme Robotics",
            "Senior Python Developer",
            Stage.INTERVIEW,
            location="Austin, TX",
            pay="$145-170k",
            next_action="Technical interview",
            next_action_on=today,
        ),
        "litware": add(
            "Litware AI",
            "Python Developer",
            Stage.APPLIED,
            pay="$120-145k",
            next_action="Follow up",
            next_action_on=today - timedelta(days=3),
        ),
        "proseware": add("Proseware", "Data Engineer", Stage.APPLIED),
        "munson": add("Munson's Pickles", "Unicycle Tester"),
    }


@pytest.fixture
def detail(
    theme: Theme, workspace: Workspace, commander: Commander, qtbot: QtBot
) -> Iterator[Detail]:
    """One application in its pane, without the list."""
    made = Detail(theme, workspace, commander, qtbot)
    made.start()
    yield made
    made.settle()
    made.close()
    made.deleteLater()
