"""The one door out: what the system is asked to open, and what a person is asked first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.support.window import visible, words_on

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.outside import open_copy, open_link
from jobtracker.ui.widgets.sheet import Sheet

SCHEMES = ("http", "https", "mailto", "file", "smb", "javascript", "data", "search-ms")


class System(QObject):
    """Takes what Qt hands to the system."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def system() -> Iterator[System]:
    made = System()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, made, "take")
    yield made
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def sheet_of(window: QWidget) -> Sheet | None:
    sheets = visible(window, Sheet)
    return sheets[0] if sheets else None


def press(window: QWidget, words: str) -> None:
    (button,) = [one for one in visible(window, Button) if one.text() == words]
    button.click()


def said(window: QWidget) -> str:
    return "\n".join(line for one in visible(window, QWidget) for line in words_on(one))


@pytest.mark.parametrize("text", ["https://example.com/a?b=1", "example.com/a?b=1"])
def test_a_plain_link_is_opened_at_once(
    text: str, system: System, window: QWidget, theme: Theme
) -> None:
    open_link(theme, window, text)

    assert system.opened == ["https://example.com/a?b=1"]
    assert sheet_of(window) is None


def test_a_doubtful_link_is_shown_in_full_first(
    system: System, window: QWidget, theme: Theme
) -> None:
    open_link(theme, window, "https://paypal.com@evil.example/login?a=1")

    assert system.opened == []
    assert "https://evil.example/login?a=1" in said(window)
    press(window, "Open")
    assert system.opened == ["https://evil.example/login?a=1"]
    assert sheet_of(window) is None


def test_it_stays_closed_where_that_is_chosen(
    system: System, window: QWidget, theme: Theme
) -> None:
    open_link(theme, window, "https://evil.example", "https://bank.example")
    assert "The text shows another site" in said(window)

    press(window, "Cancel")

    assert system.opened == []


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "smb://server/x",
        "javascript:x()",
        "//server/share",
        "data:text/html,x",
    ],
)
def test_a_file_a_share_or_a_script_is_never_opened(
    text: str, system: System, window: QWidget, theme: Theme
) -> None:
    open_link(theme, window, text)

    assert "The link was not opened" in said(window)
    press(window, "Close")
    assert system.opened == []


def test_a_document_is_opened_and_a_program_is_not(
    system: System, window: QWidget, theme: Theme, tmp_path: Path
) -> None:
    open_copy(theme, window, tmp_path / "cv.pdf")
    assert system.opened == [QUrl.fromLocalFile(str(tmp_path / "cv.pdf")).toString()]

    open_copy(theme, window, tmp_path / "cv.pdf.exe")
    assert "cv.pdf.exe (a .exe file)" in said(window)
    press(window, "Show in folder")

    assert system.opened[1:] == [QUrl.fromLocalFile(str(tmp_path)).toString()]
