"""The ways to begin, as large buttons, and what stands in a page's place or at its foot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.hint_line import HintLine
from jobtracker.ui.widgets.page import Page
from jobtracker.ui.widgets.sample_mark import SampleMark
from jobtracker.ui.widgets.start_panel import StartPanel

Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> StartPanel:
    made = StartPanel(theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.take_focus()
    return made


def wanted(panel: StartPanel) -> list[str]:
    """Which ways were chosen, as they are."""
    told: list[str] = []
    panel.paste_wanted.subscribe(lambda _none: told.append("paste"))
    panel.sample_wanted.subscribe(lambda _none: told.append("sample"))
    panel.add_wanted.subscribe(lambda _none: told.append("add"))
    return told


def test_each_way_is_one_arrow_further_and_enter_takes_it(panel: StartPanel) -> None:
    told = wanted(panel)

    for _ in range(4):
        QTest.keyClick(panel.focusWidget(), Key.Key_Return)
        QTest.keyClick(panel.focusWidget(), Key.Key_Down)

    assert told == ["paste", "sample", "add", "paste"]


def test_space_and_a_click_take_it_too(panel: StartPanel) -> None:
    told = wanted(panel)

    QTest.keyClick(panel.paste_card, Key.Key_Space)
    QTest.mouseClick(panel.sample_card, Qt.MouseButton.LeftButton)

    assert told == ["paste", "sample"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_pasting_works_wherever_the_keyboard_is(panel: StartPanel, at: int) -> None:
    told = wanted(panel)
    for _ in range(at):
        QTest.keyClick(panel.focusWidget(), Key.Key_Down)

    QTest.keyClick(panel.focusWidget(), Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert told == ["paste"]


def test_it_names_what_the_sample_brings_and_the_key_of_now(panel: StartPanel) -> None:
    panel.say_sample(12, 2)
    panel.name_add_key("Ctrl+Alt+N")

    assert panel.sample_card.accessibleDescription().startswith("12 made-up applications and 2")
    assert "press Ctrl Alt N" in panel.add_button.text()
    panel.name_add_key("")
    assert "choose Add application" in panel.add_button.text()


def test_a_narrow_window_cuts_no_words_off(panel: StartPanel, theme: Theme) -> None:
    theme.set_text_size(200)
    panel.resize(560, 400)
    QTest.qWait(1)

    cards = (panel.paste_card, panel.sample_card)
    assert all(card.height() >= card.heightForWidth(card.width()) for card in cards)
    QTest.keyClick(panel.paste_card, Key.Key_Up)
    below = panel.add_button.visibleRegion().boundingRect()
    assert below.height() == panel.add_button.height()


def test_a_page_gives_way_and_comes_back_as_it_was(qtbot: QtBot) -> None:
    page = Page("Letters")
    shown, hidden, panel = QLineEdit(), QLineEdit(), QLineEdit()
    page.column.addWidget(shown)
    page.column.addWidget(hidden)
    hidden.hide()
    qtbot.addWidget(page)
    page.show()

    page.show_instead(panel)
    assert panel.isVisible()
    assert not page.header.isVisible()
    shown.setFocus()
    assert not shown.hasFocus()

    page.show_instead(None)
    assert page.header.isVisible()
    assert (shown.isVisible(), hidden.isVisible(), panel.isVisible()) == (True, False, False)


def test_a_hint_stands_below_all_and_moves_nothing_above_it(qtbot: QtBot, theme: Theme) -> None:
    page = Page("Letters")
    field = QLineEdit()
    page.column.addWidget(field)
    page.column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    before = field.geometry()
    hint = HintLine(theme, "F8 goes to the next missing value.")
    told: list[None] = []
    hint.dismissed.subscribe(told.append)

    page.show_below(hint)
    QTest.qWait(1)

    assert field.geometry() == before
    assert hint.geometry().bottom() == page.rect().bottom()
    hint.close_button.click()
    assert told == [None]


def test_the_mark_of_the_sample_takes_it_away_at_one_click(qtbot: QtBot, theme: Theme) -> None:
    page, mark = Page("Applications"), SampleMark()
    qtbot.addWidget(page)
    told: list[None] = []
    mark.removed.subscribe(told.append)

    page.header.mark(mark)
    QTest.mouseClick(mark.button, Qt.MouseButton.LeftButton)

    assert told == [None]
    assert mark.button.accessibleName() == "Remove sample data"
