import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.ui.applications.board.conftest import LEFT, MOVE, PLAIN, BoardDesk

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.asking import Asking
from jobtracker.ui.features.applications.board.drag import MIME, carried, packed

Open = Callable[..., BoardDesk]
Ids = dict[str, int]
APPLIED, INTERVIEW = Stage.APPLIED, Stage.INTERVIEW


def test_a_card_dropped_between_two_others_stands_there_and_is_one_step_to_undo(
    desk: Open, some: Ids
) -> None:
    opened = desk()

    opened.drop(some["initech"], opened.view(INTERVIEW).viewport(), opened.gap_over(INTERVIEW, 1))
    moved = opened.companies(INTERVIEW), opened.stored(INTERVIEW), opened.board.current_id()
    opened.undo()

    there = ["Acme Robotics", "Initech", "Contoso Health"]
    assert moved == (there, there, some["initech"])
    assert opened.toasts == ["Initech moved to Interview"]
    assert opened.said == ["Initech moved to Interview, 2 of 3"]
    assert opened.stored(INTERVIEW) == ["Acme Robotics", "Contoso Health"]
    assert opened.companies(APPLIED) == ["Litware AI", "Initech", "Lucerne Media"]


def test_a_card_held_over_a_column_opens_a_gap_and_tints_it(desk: Open, some: Ids) -> None:
    opened = desk()
    target = opened.view(INTERVIEW)

    opened.hold(some["initech"], target.viewport(), opened.gap_over(INTERVIEW, 1))
    held = target.gap, target.is_target
    opened.window.grab()
    opened.hold(some["initech"], target.viewport(), opened.gap_over(INTERVIEW, 2))

    assert held == (1, True)
    assert target.gap == 2


def test_escape_leaves_everything_as_it_was(desk: Open, some: Ids) -> None:
    opened = desk()
    target = opened.view(INTERVIEW)
    opened.hold(some["initech"], target.viewport(), opened.gap_over(INTERVIEW, 1))

    opened.leave(target.viewport())
    opened.settle()

    assert (target.gap, target.is_target) == (-1, False)
    assert opened.stored(APPLIED) == ["Litware AI", "Initech", "Lucerne Media"]
    assert opened.toasts == []


@pytest.mark.parametrize("row", [1, 2])
def test_a_card_let_go_where_it_stands_is_not_written(desk: Open, some: Ids, row: int) -> None:
    opened = desk()
    step = opened.workspace.history.next()

    opened.drop(some["initech"], opened.view(APPLIED).viewport(), opened.gap_over(APPLIED, row))

    assert opened.workspace.history.next() == step
    assert opened.companies(APPLIED) == ["Litware AI", "Initech", "Lucerne Media"]


def test_a_card_dragged_in_its_own_column_is_reordered(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.drop(some["litware"], opened.view(APPLIED).viewport(), opened.gap_over(APPLIED, 3))
    down = opened.stored(APPLIED)
    opened.drop(some["litware"], opened.view(APPLIED).viewport(), opened.gap_over(APPLIED, 1))

    assert down == ["Initech", "Lucerne Media", "Litware AI"]
    assert opened.stored(APPLIED) == ["Initech", "Litware AI", "Lucerne Media"]
    assert opened.companies(APPLIED) == opened.stored(APPLIED)


def test_a_card_dropped_on_an_empty_column_is_its_first(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.drop(some["acme"], opened.view(Stage.SAVED).viewport(), QPoint(40, 400))

    assert opened.stored(Stage.SAVED) == ["Acme Robotics"]


def test_the_rail_opens_under_a_card_and_closes_when_it_leaves(desk: Open, some: Ids) -> None:
    opened = desk()
    rail = opened.board.rail

    opened.hold(some["acme"], rail, QPoint(10, 10))
    while_held = rail.is_open
    opened.leave(rail)

    assert while_held
    assert not rail.is_open


def test_a_card_dropped_on_an_outcome_asks_for_the_reason_and_is_closed(
    desk: Open, workspace: Workspace, some: Ids
) -> None:
    opened = desk()
    opened.board.select(some["acme"])
    rail = opened.board.rail
    opened.hold(some["acme"], rail, QPoint(10, 10))
    QApplication.processEvents()

    place = rail.outcomes[Outcome.REJECTED].geometry().center()
    opened.drop(some["acme"], rail, place)
    asking = opened.window.findChild(Asking)
    assert asking is not None
    QTest.keyClicks(asking.editor, "Too few flowers")
    opened.press(Qt.Key.Key_Return)

    view = workspace.applications.view(some["acme"])
    assert (view.record.stage, view.record.outcome) == (INTERVIEW, Outcome.REJECTED)
    assert any("Too few flowers" in event.text for event in view.events)
    assert opened.toasts == ["Acme Robotics closed: Rejected"]
    assert opened.companies(INTERVIEW) == ["Contoso Health"]
    assert rail.outcomes[Outcome.REJECTED].accessibleName() == "Rejected, 1"
    assert rail.head.accessibleName() == "Closed, 1"
    assert opened.board.current_id() == some["contoso"]


def test_a_closing_that_is_not_confirmed_leaves_the_card_where_it_was(
    desk: Open, workspace: Workspace, some: Ids
) -> None:
    opened = desk()
    rail = opened.board.rail
    opened.hold(some["acme"], rail, QPoint(10, 10))
    QApplication.processEvents()

    opened.drop(some["acme"], rail, rail.outcomes[Outcome.WITHDRAWN].geometry().center())
    opened.press(Qt.Key.Key_Escape)

    assert workspace.applications.view(some["acme"]).record.outcome is None
    assert opened.companies(INTERVIEW) == ["Acme Robotics", "Contoso Health"]


def test_a_click_opens_the_rail_and_an_outcome_lists_what_ended_so(desk: Open, some: Ids) -> None:
    opened = desk()
    rail, wanted = opened.board.rail, list[Outcome]()
    opened.board.intents.outcome_wanted.subscribe(wanted.append, owner=opened.window)

    QTest.mouseClick(rail.head, LEFT)
    QTest.mouseClick(rail.outcomes[Outcome.NO_REPLY], LEFT)
    rail.outcomes[Outcome.NO_REPLY].setFocus()
    opened.press(Qt.Key.Key_Escape)

    assert wanted == [Outcome.NO_REPLY]
    assert not rail.is_open
    assert rail.head.hasFocus()


def test_a_narrow_board_scrolls_to_the_side_while_a_card_is_held_at_its_edge(
    desk: Open, some: Ids
) -> None:
    opened = desk(width=640)
    area = opened.board.findChild(QScrollArea)
    assert area is not None
    bar = area.horizontalScrollBar()
    target = opened.view(INTERVIEW)
    edge = target.viewport().mapFromGlobal(area.mapToGlobal(QPoint(area.width() - 10, 100)))

    opened.hold(some["litware"], target.viewport(), edge)
    opened.qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    opened.leave(target.viewport())

    assert min(column.width() for column in opened.board.columns) == 168


def test_what_is_dragged_from_elsewhere_is_not_taken(desk: Open, some: Ids) -> None:
    opened = desk()
    foreign = QMimeData()
    foreign.setData(MIME, f"{os.getpid() + 1} {some['acme']}".encode())
    text = QMimeData()
    text.setText("acme")

    for mime in (foreign, text):
        event = QDragEnterEvent(QPoint(20, 20), MOVE, mime, LEFT, PLAIN)
        QApplication.sendEvent(opened.view(APPLIED).viewport(), event)
        assert not event.isAccepted()
    assert carried(foreign) is None
    assert carried(packed(7)) == 7


def test_a_card_that_can_be_dragged_carries_its_application(desk: Open, some: Ids) -> None:
    cards = desk().column(INTERVIEW).cards

    mime = cards.mimeData([cards.index(1)])

    assert carried(mime) == some["contoso"]
    assert cards.flags(cards.index(1)) & Qt.ItemFlag.ItemIsDragEnabled
