from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import STRONG
from jobtracker.ui.widgets import dialogs
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.sheet import Sheet
from jobtracker.ui.widgets.text_browser import SafeTextBrowser
from jobtracker.ui.widgets.toast import Toast


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    column = QVBoxLayout(made)
    column.addWidget(QPushButton("Add application"))
    column.addWidget(QPushButton("Other"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def sheet(theme: Theme, window: QWidget) -> Sheet:
    made = Sheet(theme, window, "Add application")
    for name in ("Role", "Company"):
        made.body.addWidget(CommitLineEdit(name))
    made.default = Button("Add", kind="primary")
    made.footer.addWidget(made.default)
    return made


def test_a_toast_stands_above_a_sheet_and_inside_the_window(
    theme: Theme, window: QWidget, sheet: Sheet
) -> None:
    toast = Toast(theme, window)
    toast.say("Moved", "Undo", lambda: None)
    sheet.open()
    assert window.childAt(toast.geometry().center()) in (toast, *toast.findChildren(QWidget))

    toast.say("Deleted", "Undo", lambda: None)

    assert window.childAt(toast.geometry().center()) in (toast, *toast.findChildren(QWidget))
    assert window.rect().contains(toast.geometry())


def names_of_a_round(sheet: Sheet, key: Callable[[], None]) -> list[str]:
    visited: list[str] = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        visited.append(focused.accessibleName())
        key()
    return visited


def test_tab_goes_round_inside_the_sheet(sheet: Sheet) -> None:
    sheet.open(sheet.findChildren(CommitLineEdit)[0])

    forward = names_of_a_round(
        sheet, lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    )
    back = names_of_a_round(
        sheet,
        lambda: QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
        ),
    )

    assert set(forward) == {"Role", "Company", "Add", "Close"}
    assert back == [forward[place] for place in (1, 0, 3, 2, 1)]


def test_escape_closes_the_sheet_and_gives_the_focus_back(sheet: Sheet, window: QWidget) -> None:
    opener = window.findChildren(QPushButton)[1]
    opener.setFocus()
    closed: list[None] = []
    sheet.closed.subscribe(closed.append)
    sheet.open()

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert sheet.isHidden()
    assert closed == [None]
    assert QApplication.focusWidget() is opener


def test_control_and_enter_finish_the_sheet_after_the_field_has_committed(sheet: Sheet) -> None:
    field = sheet.findChildren(CommitLineEdit)[0]
    order: list[str] = []
    field.committed.subscribe(order.append)
    assert sheet.default is not None
    sheet.default.clicked.connect(lambda: order.append("added"))
    sheet.open(field)
    QTest.keyClicks(field, "Python Developer")

    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert order == ["Python Developer", "added"]


def test_the_sheet_follows_the_size_of_its_window(sheet: Sheet, window: QWidget) -> None:
    sheet.open()
    window.resize(700, 500)

    assert sheet.size() == window.size()
    assert window.rect().contains(sheet.panel.geometry())


def test_a_toast_offers_undo_and_goes_when_it_was_used(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    undone: list[str] = []
    toast.say("Acme moved to Interview", "Undo", lambda: undone.append("moved"), "Ctrl+Z")
    assert toast.text == "Acme moved to Interview"

    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)

    assert undone == ["moved"]
    assert toast.text == ""


def test_a_toast_waits_while_it_is_pointed_at_or_focused(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(theme, window)
    toast._clock.setInterval(40)
    toast.say("Acme moved to Interview", "Undo", lambda: None)

    toast.enterEvent(QEvent(QEvent.Type.Enter))
    qtbot.wait(80)
    assert toast.text
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    toast.action.setFocus()
    qtbot.wait(80)
    assert toast.text
    toast.action.clearFocus()
    qtbot.waitUntil(lambda: toast.text == "")


def test_a_newer_toast_takes_the_place_of_the_older(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.say("First")
    toast.say("Second, and somewhat longer than the first")

    assert toast.text.startswith("Second")
    assert window.rect().contains(toast.geometry())
    toast.hide()


def test_a_long_name_gives_way_to_the_action_and_its_key(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.say(f"{'Very ' * 80}long moved to Offer", "Undo", lambda: None, "Ctrl+Z")
    QApplication.processEvents()

    words, action, key = toast._words_room(), toast.action, toast._keycap

    assert words.width() > 200
    assert words.right() < action.x()
    assert action.geometry().right() < key.x()
    assert action.width() >= action.sizeHint().width()
    assert window.rect().contains(toast.geometry())
    toast.hide()


def test_a_short_text_has_its_full_room(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    for action in ("", "Undo"):
        toast.say("Acme moved to Offer", action, lambda: None, "Ctrl+Z" if action else "")
        QApplication.processEvents()

        needed = theme.metrics(STRONG).horizontalAdvance("Acme moved to Offer")
        assert toast._words_room().width() >= needed
    toast.hide()


def test_a_banner_says_what_happened_and_offers_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    chosen: list[str] = []

    banner.say(
        "danger", "The folder is full", "Your data is safe", "Choose", lambda: chosen.append("yes")
    )
    banner.button.click()

    assert chosen == ["yes"]
    assert banner.text == "The folder is full. Your data is safe"


@pytest.mark.parametrize("markup", ["<b>x</b>", "<img src='file:///etc/hostname'>", "a & b"])
def test_a_label_shows_markup_as_it_was_typed(theme: Theme, qtbot: QtBot, markup: str) -> None:
    label = PlainLabel(markup)
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == markup


def test_the_browser_opens_no_file_whatever_it_shows(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    browser = SafeTextBrowser("Preview")
    qtbot.addWidget(browser)

    browser.setHtml(f"<img src='{picture.as_uri()}'><img src='//server/share/x.png'>")
    browser.show()
    kind = QTextDocument.ResourceType.ImageResource.value
    answered = browser.document().resource(kind, QUrl(picture.as_uri()))

    assert (answered.width(), answered.height()) == (1, 1)


def test_dialogs_do_not_block_and_hand_over_a_path(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    found: list[Path] = []
    dialog = dialogs.save_file(
        window, "Export PDF", tmp_path / "letter.pdf", ["PDF (*.pdf)"], found.append
    )
    assert isinstance(dialog, QFileDialog)

    dialog.fileSelected.emit(str(tmp_path / "letter.pdf"))
    dialog.close()

    assert found == [tmp_path / "letter.pdf"]
    box = dialogs.message(window, "Jobtracker", "<b>plain</b>")
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.close()
