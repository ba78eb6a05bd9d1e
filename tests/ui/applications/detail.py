"""One application in its pane, alone in a window on a real workspace file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock

from jobtracker.domain.applications import ApplicationView
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.asking import Asking
from jobtracker.ui.features.applications.contract import Intents, Shown
from jobtracker.ui.features.applications.detail.pane import DetailPane
from jobtracker.ui.features.applications.detail.presenter import DetailPresenter
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.typed import readers

if TYPE_CHECKING:
    from datetime import date

    from jobtracker.domain.errors import JobtrackerError

WAIT = 5000
ROUNDS = 4
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Detail(QWidget):
    """Stands where the page stands: shows what is read, remembers what was told."""

    def __init__(
        self, theme: Theme, workspace: Workspace, commander: Commander, qtbot: QtBot
    ) -> None:
        super().__init__()
        clock = FakeClock()
        self.setProperty("s", "surface")
        self.today: date = clock.today()
        self.workspace = workspace
        self.commander = commander
        self.qtbot = qtbot
        self.intents = Intents()
        self.pane: DetailPane | None = DetailPane(theme, self.intents, readers(clock))
        self.chosen: int | None = None
        self.toasts: list[str] = []
        self.problems: list[JobtrackerError] = []
        commander.toasts.subscribe(self.toasts.append, owner=self)
        commander.told.subscribe(lambda told: self.toasts.append(told.words), owner=self)
        commander.problems.subscribe(self.problems.append, owner=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pane)
        self.resize(392, 720)
        self.presenter = DetailPresenter(self, self, commander, workspace)
        self.the.full_wanted.subscribe(self.the.set_full, owner=self)

    @property
    def the(self) -> DetailPane:
        """The pane, which is always there."""
        assert self.pane is not None
        return self.pane

    def selected_id(self) -> int | None:
        return self.chosen

    def show_application(self, shown: Shown) -> None:
        self.the.show_application(shown, self.today)

    def show_error(self, application_id: int, field: str, message: str) -> bool:
        shown = self.the.shown_id == application_id
        return shown and self.the.show_error(field, message)

    def open_item(self, item: int) -> None:
        self.select(item)

    def start(self) -> None:
        self.show()
        self.qtbot.waitExposed(self)
        self.activateWindow()

    def select(self, application_id: int) -> None:
        self.chosen = application_id
        self.intents.selected.put(application_id)
        self.settle()

    def settle(self) -> None:
        """Let everything asked of the lane come back, and what follows from it."""
        for _ in range(ROUNDS):
            with self.qtbot.waitCallback(timeout=WAIT) as answered:
                self.commander.read(lambda: None, answered)
            QApplication.processEvents()
        if self.the.shown_id:
            assert self.the.parts  # built in turns; asked for, they are whole at once
            QApplication.processEvents()

    def key(
        self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NO_KEYS, on: QWidget | None = None
    ) -> None:
        target = on or QApplication.activePopupWidget() or self.focusWidget()
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

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def editor(self, label: str) -> QWidget:
        """The visible field of the pane with this accessible name."""
        found = [
            one
            for one in self.findChildren(QWidget)
            if one.accessibleName() == label and one.isVisible() and one.parent() is not self
        ]
        assert len(found) == 1, [label, len(found)]
        return found[0]

    def asked(self) -> Asking:
        """The question that is open."""
        self.activateWindow()  # offscreen a menu that closes leaves it without the keyboard
        QApplication.processEvents()
        (found,) = (one for one in self.findChildren(Asking) if one.isVisible())
        return found

    def view(self) -> ApplicationView:
        """What is stored of the application that is shown."""
        return self.workspace.applications.view(self.the.shown_id)
