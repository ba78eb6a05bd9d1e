"""The page of letters in a real window on a real workspace file, as a person meets it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock

from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer
from jobtracker.ui.features.letters.commands import Commands
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.features.letters.presenter import LettersPresenter
from jobtracker.ui.main_window.undoing import History
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator, PageEntry
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme

WAIT = 5000
ROUNDS = 5
"""A change tells of itself, its listeners ask again, and their answers may ask once more."""
TEXT = """Dear Hiring Manager,

I apply for the {{ role }} position at {{ company }}. {{ company_product }} is why.{{# referrer }} \
{{ referrer }} told me.{{/ referrer }}

I could start {{ start_date }}, and {{ company_product }} needs it.

{{ your_name }}"""
PAGES = (PageEntry("letters", "Letters", "file-pen-line", "Ctrl+3"),)


@pytest.fixture(scope="session")
def stocked_file(tmp_path_factory: pytest.TempPathFactory, resources: Path) -> Path:
    """A workspace with the bundled library and one template of our own, to copy from."""
    path = tmp_path_factory.mktemp("stock") / "stock.jobtracker"
    with Workspace(opened(path), FakeClock()) as workspace:
        workspace.library.bring_up_to_date(resources)
        workspace.letters.save_template("Backend letter", TEXT)
    return path


def opened(path: Path) -> Database:
    return Database.open(path, clock=FakeClock(), write=True, indexer=indexer())


@pytest.fixture
def workspace(stocked_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "search.jobtracker"
    shutil.copyfile(stocked_file, path)
    with Workspace(opened(path), FakeClock()) as found:
        yield found


@pytest.fixture
def write(workspace: Workspace) -> Callable[..., int]:
    """Stores an application and a letter for it; the letter's id."""

    def store(company: str = "Wingtip Payments", role: str = "Gardener", text: str = "") -> int:
        application = workspace.applications.add({"company": company, "role": role}).value
        letter = workspace.letters.draft(application, "Backend letter").value
        if text:
            workspace.letters.set_text(letter, text)
        return letter

    return store


class Writer:
    """Somebody at the window: what they press, and what they see."""

    def __init__(
        self, theme: Theme, workspace: Workspace, commander: Commander, memory: Path, qtbot: QtBot
    ) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.commander = commander
        self.page = LettersPage(theme)
        self.desk = self.page.desk
        self.editor = self.desk.editor
        self.navigator = Navigator()
        self.window = MainWindow(
            theme,
            commander,
            self.navigator,
            WindowMemory(memory),
            {"letters": lambda: self.page},
            PAGES,
        )
        commands = Commands(self.window.actions_book, lambda: self.navigator.go("letters"))
        commands.follow(self.page)
        self.presenter = LettersPresenter(self.page, commander)

    def open(self) -> None:
        history = self.workspace.history
        self.window.arm(History(history.undo, history.redo, history.next))
        self.window.start("letters")
        self.window.closing.subscribe(lambda _none: self.page.flush())
        self.window.resize(1366, 768)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.presenter.attach(self.workspace)
        self.settle()

    def settle(self) -> None:
        """Let everything asked of the lane come back, and what follows from it."""
        for _ in range(ROUNDS):
            with self.qtbot.waitCallback(timeout=WAIT) as answered:
                self.commander.read(lambda: None, answered)
            QApplication.processEvents()

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        target = on or self.window.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is, without waiting for anything to be saved."""
        target = self.window.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def put_cursor(self, words: str) -> None:
        """Into the editor, before these words of the letter."""
        self.editor.setFocus()
        place = self.editor.source().index(words)
        self.editor.select_source(place, place)

    def wait_until_saved(self) -> None:
        def settled() -> bool:
            self.settle()
            return self.desk.settled

        self.qtbot.waitUntil(settled, timeout=WAIT)
        self.settle()

    def focused_name(self) -> str:
        focused = self.window.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    def state_of(self, letter: int) -> str:
        """What the list says about a letter to somebody who hears it."""
        model = self.page.list.letter_model
        index = model.index(model.position(letter), 0)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def save_dialog(self) -> QFileDialog:
        self.settle()
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
        (dialog,) = [one for one in dialogs if one.isVisible()]
        return dialog

    def answer(self, path: Path) -> None:
        """Name the file in the dialog that is open."""
        dialog = self.save_dialog()
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText(str(path))
        dialog.accept()
        self.window.activateWindow()
        self.settle()


@pytest.fixture
def writer(
    theme: Theme, workspace: Workspace, commander: Commander, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[], Writer]]:
    """Opens the window on what the workspace holds by then."""
    made: list[Writer] = []

    def open_window() -> Writer:
        one = Writer(theme, workspace, commander, tmp_path / "window.json", qtbot)
        made.append(one)
        one.open()
        return one

    yield open_window
    for one in made:
        one.window.close()
        one.settle()
        one.window.deleteLater()
