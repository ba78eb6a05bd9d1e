"""The board in a real window on a real workspace file, as a person meets it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock

from jobtracker.domain.listing import ListQuery
from jobtracker.domain.stages import STAGES, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.applications.board.column import BoardColumn
from jobtracker.ui.features.applications.board.commands import BoardCommands
from jobtracker.ui.features.applications.board.drag import packed
from jobtracker.ui.features.applications.board.list import CardList
from jobtracker.ui.features.applications.board.presenter import BoardPresenter
from jobtracker.ui.features.applications.board.view import BoardView
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields
    from jobtracker.domain.errors import JobtrackerError

WAIT = 5000
ROUNDS = 4
"""A change tells of itself, its listeners ask again, and their answers may ask once more."""
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    path = tmp_path / "search.jobtracker"
    opened = Database.open(path, clock=clock, write=True, indexer=indexer())
    with Workspace(opened, clock) as made:
        yield made


@pytest.fixture
def add(workspace: Workspace) -> Callable[..., int]:
    """Stores an application of this company and stage, with what else is given."""

    def store(company: str, stage: Stage, role: str = "Gardener", **more: object) -> int:
        fields: ApplicationFields = {"company": company, "role": role, "stage": stage}
        fields.update(more)  # type: ignore[typeddict-item]
        return workspace.applications.add(fields).value

    return store


@pytest.fixture
def some(add: Callable[..., int], workspace: Workspace, clock: FakeClock) -> dict[str, int]:
    """Three cards in Applied, one below the other, two in Interview, none elsewhere."""
    today = clock.today()
    ids = {
        "litware": add("Litware AI", Stage.APPLIED, next_action_on=today - timedelta(days=3)),
        "initech": add("Initech", Stage.APPLIED),
        "lucerne": add("Lucerne Media", Stage.APPLIED, next_action_on=today),
        "acme": add("Acme Robotics", Stage.INTERVIEW, pay="$145-170k"),
        "contoso": add("Contoso Health", Stage.INTERVIEW),
    }
    for stage, first, *others in (
        (Stage.APPLIED, "litware", "initech", "lucerne"),
        (Stage.INTERVIEW, "acme", "contoso"),
    ):
        workspace.applications.place(ids[first], stage, None)
        above = ids[first]
        for other in others:
            workspace.applications.place(ids[other], stage, above)
            above = ids[other]
    return ids


class BoardDesk:
    """A window with the board, and the few things a person does again and again."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        commander: Commander,
        clock: FakeClock,
        qtbot: QtBot,
    ) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.commander = commander
        self.toasts: list[str] = []
        self.problems: list[JobtrackerError] = []
        self.said: list[str] = []
        self._held_over: QWidget | None = None
        self.window = QWidget()
        self.board = BoardView(theme, clock.today())
        inside = QVBoxLayout(self.window)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.board)
        self.book = ActionBook(theme, self.window)
        self.commands = BoardCommands(self.book)
        self.commands.follow(self.board, ())
        self.presenter = BoardPresenter(theme, self.board, commander, workspace, clock)
        commander.toasts.subscribe(self.toasts.append, owner=self.window)
        commander.told.subscribe(lambda told: self.toasts.append(told.words), owner=self.window)
        commander.problems.subscribe(self.problems.append, owner=self.window)
        self.board.moves.told.subscribe(self.said.append, owner=self.window)

    def open(self, width: int, height: int, wished: int | None) -> None:
        self.window.resize(width, height)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=WAIT)
        if wished is not None:
            self.board.select(wished)
        self.presenter.show(ListQuery())
        self.settle()
        self.board.take_focus()
        self.settle()

    def settle(self) -> None:
        """Let everything asked of the lane come back, and what follows from it."""
        for _ in range(ROUNDS):
            with self.qtbot.waitCallback(timeout=WAIT) as answered:
                self.commander.read(lambda: None, answered)
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def shift(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ShiftModifier)

    def column(self, stage: Stage) -> BoardColumn:
        return self.board.columns[STAGES.index(stage)]

    def view(self, stage: Stage) -> CardList:
        return self.column(stage).list

    def companies(self, stage: Stage) -> list[str]:
        """The cards of a column from top to bottom."""
        return [row.company for row in self.column(stage).cards.rows]

    def stored(self, stage: Stage) -> list[str]:
        """The same as the file has it."""
        return [row.company for row in self.workspace.lists.column(stage.value).rows]

    def undo(self) -> None:
        self.commander.change(self.workspace.history.undo)
        self.settle()

    def hold(self, application_id: int, over: QWidget, place: QPoint) -> None:
        """Drag a card over a widget and hold it there."""
        self._held_over = over
        mime = packed(application_id)
        enter = QDragEnterEvent(place, MOVE, mime, LEFT, PLAIN)
        QApplication.sendEvent(over, enter)
        moved = QDragMoveEvent(place, MOVE, mime, LEFT, PLAIN)
        QApplication.sendEvent(over, moved)

    def leave(self, over: QWidget) -> None:
        """Drag it away again, which is also what Esc does."""
        self._held_over = None
        QApplication.sendEvent(over, QDragLeaveEvent())

    def drop(self, application_id: int, over: QWidget, place: QPoint) -> None:
        """Hold a card there and let it go."""
        mime = packed(application_id)
        self.hold(application_id, over, place)
        self._held_over = None
        event = QDropEvent(QPointF(place), MOVE, mime, LEFT, PLAIN)
        QApplication.sendEvent(over, event)
        self.settle()

    def close(self) -> None:
        """Qt keeps the widget a card is held over, also when it is gone: let go of it first."""
        if self._held_over is not None:
            self.leave(self._held_over)
        self.settle()
        self.window.close()
        self.window.deleteLater()

    def gap_over(self, stage: Stage, row: int) -> QPoint:
        """Where the pointer is for a card to go in above this row."""
        one = self.view(stage)
        return QPoint(40, row * one.step() + 4 - one.verticalOffset())


@pytest.fixture
def desk(
    theme: Theme, workspace: Workspace, commander: Commander, clock: FakeClock, qtbot: QtBot
) -> Iterator[Callable[..., BoardDesk]]:
    """Opens the board on what the workspace holds by then."""
    opened: list[BoardDesk] = []

    def open_desk(width: int = 1100, height: int = 700, wished: int | None = None) -> BoardDesk:
        made = BoardDesk(theme, workspace, commander, clock, qtbot)
        opened.append(made)
        made.open(width, height, wished)
        return made

    yield open_desk
    for one in opened:
        one.close()
