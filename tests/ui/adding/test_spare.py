"""The sheet that is made ahead: it never stays behind."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.support.qt import settle

from jobtracker.ui.features.adding.posting_side import PostingSide
from jobtracker.ui.features.adding.spare import Spare
from jobtracker.ui.theme.theme import Theme


@pytest.mark.parametrize("turns", [1, 2])
def test_one_that_is_given_up_half_made_leaves_no_window_behind(
    qtbot: QtBot, theme: Theme, turns: int
) -> None:
    opener = QWidget()
    qtbot.addWidget(opener)
    spare = Spare(theme, opener)
    spare.prepare()
    assert spare._steps is not None
    for _ in range(turns):
        next(spare._steps)
    assert any(isinstance(one, PostingSide) for one in windows())

    spare.drop()

    settle()
    assert not any(isinstance(one, PostingSide) for one in windows())


def windows() -> list[QWidget]:
    return QApplication.topLevelWidgets()
