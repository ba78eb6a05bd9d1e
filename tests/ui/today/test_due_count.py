"""How much is due, as the sidebar says it: after changes, and when a new day begins."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from tests.support.clock import FakeClock
from tests.support.workspaces import opened
from tests.ui.today.conftest import day

from jobtracker.desktop.today import DueCount
from jobtracker.services.workspace import Workspace
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.changes import Changes

pytestmark = pytest.mark.usefixtures("undressed")

WAIT = 5000


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    with opened(tmp_path / "search.jobtracker", clock) as found:
        yield found


@pytest.fixture
def said(
    workspace: Workspace, clock: FakeClock, commander: Commander, add: Callable[..., int]
) -> Iterator[list[int]]:
    """What the sidebar was told; one task is late and one is for tomorrow."""
    add("Late", next_action="Call", next_action_on=day(-1))
    add("Tomorrow", next_action="Call", next_action_on=day(1))
    told: list[int] = []
    window = QObject()
    DueCount(told.append, commander, workspace, clock, window)
    yield told
    window.deleteLater()


def test_it_is_told_at_once_and_after_each_change(
    said: list[int], workspace: Workspace, commander: Commander, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: said == [1], timeout=WAIT)

    commander.change(lambda: workspace.today.finish(1))

    qtbot.waitUntil(lambda: said == [1, 0], timeout=WAIT)


def test_when_the_day_turns_everybody_hears_of_it(
    workspace: Workspace,
    clock: FakeClock,
    commander: Commander,
    add: Callable[..., int],
    qtbot: QtBot,
) -> None:
    add("Tomorrow", next_action="Call", next_action_on=day(1))
    told: list[int] = []
    news: list[Changes] = []
    commander.changed.subscribe(news.append)
    window = QObject()
    count = DueCount(told.append, commander, workspace, clock, window)
    qtbot.waitUntil(lambda: told == [0], timeout=WAIT)

    count.look_at_day()
    assert news == [], "it is the same day"
    clock.advance(timedelta(days=1))
    count.look_at_day()

    qtbot.waitUntil(lambda: told == [0, 1], timeout=WAIT)
    assert [one.touches("day") for one in news] == [True]
    window.deleteLater()


def test_one_timer_waits_for_midnight_and_nothing_is_polled(
    workspace: Workspace, clock: FakeClock, commander: Commander
) -> None:
    window = QObject()
    count = DueCount(lambda _count: None, commander, workspace, clock, window)

    (waiting,) = [one for one in count.findChildren(QTimer) if one.isActive()]

    assert waiting.isSingleShot()
    assert 0 < waiting.remainingTime() <= timedelta(days=1, seconds=2).total_seconds() * 1000
    window.deleteLater()
