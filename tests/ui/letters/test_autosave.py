"""What is typed is saved soon, whether somebody rests or not."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.letters.conftest import TEXT, Writer

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.writing.autosave import LATEST_MS, REST_MS, Autosave

pytestmark = pytest.mark.usefixtures("undressed")

CONTROL = Qt.KeyboardModifier.ControlModifier
SLACK = 0.4


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_a_rest_saves_once(owner: QObject, qtbot: QtBot) -> None:
    saves: list[float] = []
    autosave = Autosave(owner, lambda: saves.append(time.monotonic()))

    autosave.typed()
    qtbot.waitUntil(lambda: bool(saves), timeout=2 * LATEST_MS)
    QTest.qWait(LATEST_MS)

    assert len(saves) == 1
    assert not autosave.waiting


def test_typing_without_a_rest_is_saved_all_the_same(owner: QObject) -> None:
    saves: list[float] = []
    autosave = Autosave(owner, lambda: saves.append(time.monotonic()))
    begin = time.monotonic()

    while time.monotonic() < begin + 2.5 * LATEST_MS / 1000:
        autosave.typed()
        QTest.qWait(REST_MS // 10)
    autosave.stop()

    gaps = [later - earlier for earlier, later in zip([begin, *saves], saves, strict=False)]
    assert len(saves) >= 2
    assert max(gaps) < LATEST_MS / 1000 + SLACK


def test_undo_goes_on_before_what_was_saved(
    writer: Callable[[], Writer], write: Callable[..., int], workspace: Workspace
) -> None:
    letter = write()
    opened = writer()
    opened.put_cursor("Dear")

    opened.type("one ")
    opened.wait_until_saved()
    opened.type("two ")
    opened.wait_until_saved()
    assert workspace.letters.view(letter).text == "one two " + TEXT
    while opened.editor.document().isUndoAvailable():
        opened.key(Qt.Key.Key_Z, CONTROL)
    opened.wait_until_saved()

    assert opened.editor.source() == TEXT
    assert workspace.letters.view(letter).text == TEXT
