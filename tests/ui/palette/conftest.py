"""The palette in a real window over a real workspace file, as a person meets it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer
from jobtracker.ui.actions import Action
from jobtracker.ui.features.palette.contract import Entry, Heading, Subject, Target, View
from jobtracker.ui.features.palette.palette import Palette
from jobtracker.ui.features.palette.presenter import Doings, PalettePresenter
from jobtracker.ui.main_window.window import MainWindow
from jobtracker.ui.navigation import Navigator, Place
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.window_state import WindowMemory
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.page import Page

WAIT = 5000
SELECTED = "application selected"


class Ids(NamedTuple):
    """The records of the workspace by what they are."""

    acme: int
    globex: int
    closed: int
    letter: int
    contact: int
    document: int


class StubPage(Page):
    """A page with one field, which has the keyboard when one arrives."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.field = QLineEdit()
        self.field.setAccessibleName(f"Field of {title}")
        self.column.addWidget(self.field)

    def arrive(self) -> None:
        self.field.setFocus()


class Recents:
    """Remembers for as long as the test."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def read(self) -> Sequence[str]:
        return self.keys

    def keep(self, keys: Sequence[str]) -> None:
        self.keys = list(keys)


class Desk:
    """Somebody in front of the window, with what they see in the palette."""

    def __init__(self, window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
        self.window = window
        self.palette = palette
        self.navigator = Navigator()
        self.recents = Recents()
        self.wanted: list[Target] = []
        self.places: list[Place] = []
        self.ran: list[str] = []
        self._qtbot = qtbot

    def types(self, text: str) -> None:
        """Open the palette and type; the answer has arrived afterwards."""
        if self.palette.isHidden():
            self.palette.open()
        self.palette.field.clear()
        self.palette.field.insert(text)
        self.settles()

    def settles(self) -> None:
        field = self.palette.field
        self._qtbot.waitUntil(lambda: self.palette._answered == field.text(), timeout=WAIT)

    def presses(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    @property
    def groups(self) -> dict[str, list[str]]:
        """The rows under their headings, as they are read."""
        found: dict[str, list[str]] = {}
        for row in self.palette.model.rows:
            if isinstance(row, Heading):
                found[row.text] = []
            else:
                found[row.group].append(row.text)
        return found

    @property
    def active(self) -> Entry:
        entry = self.palette.model.entry(self.palette.list.currentIndex().row())
        assert entry is not None
        return entry


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "search.jobtracker"
    database = Database.open(path, clock=FakeClock(), write=True, indexer=indexer())
    with Workspace(database, FakeClock()) as opened:
        yield opened


@pytest.fixture
def ids(workspace: Workspace, tmp_path: Path) -> Ids:
    """Three applications, one of them closed, with a letter, a contact and a file."""
    add = workspace.applications.add
    posting = "We build walking robots with FastAPI."
    acme = add({"company": "Acmé Robotics", "role": "Python Developer", "posting": posting}).value
    globex = add({"company": "Globex", "role": "Data Engineer (C++ & C#)"}).value
    closed = add({"company": "Initech", "role": "Python Tester"}).value
    workspace.log.move(acme, Stage.INTERVIEW)
    workspace.log.close(closed, Outcome.REJECTED)
    workspace.letters.save_template("Backend letter", "Dear {{ company }}, I can help.")
    letter = workspace.letters.draft(acme, "Backend letter").value
    contact = workspace.contacts.add_to(globex, {"name": "Noor Haddad"}, "Recruiter").value
    file = tmp_path / "portfolio-2026.pdf"
    file.write_bytes(b"%PDF-1.7")
    document = workspace.documents.add(globex, file, "portfolio").value
    return Ids(acme, globex, closed, letter, contact, document)


@pytest.fixture
def window(theme: Theme, commander: Commander, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    titles = {"applications": "Applications", "letters": "Letters", "profiles": "Profiles"}
    pages = {page: _builder(title) for page, title in titles.items()}
    made = MainWindow(theme, commander, Navigator(), WindowMemory(tmp_path / "window.json"), pages)
    qtbot.addWidget(made)
    return made


def _builder(title: str) -> Any:
    return lambda: StubPage(title)


@pytest.fixture
def desk(
    window: MainWindow, theme: Theme, commander: Commander, workspace: Workspace, qtbot: QtBot
) -> Desk:
    palette = Palette(theme, window)
    made = Desk(window, palette, qtbot)
    made.navigator = window._navigator
    book = window.actions_book
    ran = made.ran
    book.add(
        [
            Action(
                "stage",
                "Change stage…",
                "Application",
                lambda: ran.append("stage"),
                "S",
                when=SELECTED,
                local=True,
            ),
            Action(
                "write",
                "Write letter",
                "Application",
                lambda: ran.append("write"),
                "L",
                when=SELECTED,
                local=True,
            ),
            Action("tidy", "Tidy up", "View", lambda: ran.append("tidy"), "Ctrl+T"),
        ]
    )
    window.arm()
    subjects = {
        "application": Subject(
            "applications", SELECTED, {"stage": "circle-dot", "write": "file-pen-line"}
        )
    }
    views = [View(7, "Remote only", 3)]
    presenter = PalettePresenter(
        palette, book, made.navigator, commander, made.recents, Doings(subjects, lambda: views)
    )
    presenter.wanted.subscribe(made.wanted.append)
    presenter.attach(workspace)
    window.search_wanted.subscribe(lambda _none: palette.open(), owner=palette)
    window.start("applications")
    made.navigator.moved.subscribe(made.places.append)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
