import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.chips import Chip, MenuChip


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_button_is_pressed_by_enter_as_by_space(
    theme: Theme, qtbot: QtBot, key: Qt.Key
) -> None:
    pressed: list[object] = []
    buttons = [
        Button("Take it over"),
        IconButton(theme.icon("x"), "Close"),
        Chip(theme, "Role"),
        MenuChip(theme, "Columns"),
    ]

    for button in buttons:
        qtbot.addWidget(button)
        button.clicked.connect(lambda _on=False, one=button: pressed.append(one))
        button.show()
        QTest.keyClick(button, key)

    assert pressed == buttons
