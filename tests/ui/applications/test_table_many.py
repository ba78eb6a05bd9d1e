"""Choosing many applications and doing one thing to all of them, undone with one key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.ui.applications.conftest import Desk

from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.asking import Asking
from jobtracker.ui.features.applications.table.bulk_bar import BulkBar, NextSheet
from jobtracker.ui.features.applications.table.remove_sheet import RemoveSheet

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("undressed"),
]
Open = Callable[[], Desk]
Ids = dict[str, int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
EVERYTHING = ListQuery(scope=ALL)


def bulk(desk: Desk) -> BulkBar:
    return desk.page.dress().bulk


def chosen(desk: Desk) -> list[int]:
    return list(desk.page.dress().choosing.ids())


def two(desk: Desk, ids: Ids) -> None:
    """Select both that were applied to."""
    desk.select(ids["litware"])
    desk.key(Qt.Key.Key_Down, SHIFT)


def click(desk: Desk, button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def choose(desk: Desk, words: str) -> None:
    """Choose from the menu of the bulk bar."""
    actions = bulk(desk).menu.actions()
    next(one for one in actions if one.text().split("\t")[0] == words).trigger()
    bulk(desk).menu.close()
    desk.settle()


def stages(workspace: Workspace) -> dict[str, str]:
    return {row.company: row.outcome or row.stage for row in workspace.lists.rows(EVERYTHING)}


def test_with_a_second_row_the_filter_row_becomes_the_bulk_bar(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])
    row = opened.page.dress().row
    alone = row.currentWidget()

    opened.key(Qt.Key.Key_Down, SHIFT)

    assert alone is opened.page.dress().bar
    assert row.currentWidget() is bulk(opened)
    assert bulk(opened).count.text() == "2 selected"
    assert chosen(opened) == [some["litware"], some["proseware"]]


def test_a_selection_begins_where_a_command_went_to(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_BracketRight)
    began = opened.page.selected_id()

    opened.key(Qt.Key.Key_Up, SHIFT)

    assert began == some["proseware"]
    assert chosen(opened) == [some["litware"], some["proseware"]]


def test_escape_goes_back_to_one(desk: Open, some: Ids) -> None:
    opened = desk()
    two(opened, some)

    opened.key(Qt.Key.Key_Escape)

    assert chosen(opened) == [some["proseware"]]
    assert opened.page.dress().row.currentWidget() is opened.page.dress().bar
    assert opened.pane.isVisible()


def test_x_takes_a_row_into_the_selection_and_out_of_it(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.key(Qt.Key.Key_Down, CONTROL)
    opened.key(Qt.Key.Key_Down, CONTROL)

    opened.key(Qt.Key.Key_X)
    both = chosen(opened)
    opened.key(Qt.Key.Key_X)

    assert both == [some["acme"], some["litware"]]
    assert chosen(opened) == [some["acme"]]


def test_x_begins_a_selection_that_plain_arrows_keep(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_X)
    first = chosen(opened), bulk(opened).isVisible()
    opened.key(Qt.Key.Key_Down)
    kept = chosen(opened)
    opened.key(Qt.Key.Key_X)

    assert first == ([some["litware"]], True)
    assert kept == [some["litware"]]
    assert opened.page.selected_id() == some["proseware"]
    assert chosen(opened) == [some["litware"], some["proseware"]]


def test_what_x_picked_is_meant_and_not_the_current_row(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_X)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_I)

    assert stages(workspace)["Litware AI"] == "interview"
    assert stages(workspace)["Proseware"] == "applied"


def test_x_on_the_only_one_picked_ends_the_selection(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_X)
    opened.key(Qt.Key.Key_X)
    opened.key(Qt.Key.Key_Down)

    assert chosen(opened) == [some["proseware"]]
    assert opened.page.dress().row.currentWidget() is opened.page.dress().bar


def test_the_letters_of_the_stage_menu_serve_many(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    two(opened, some)

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_C)

    assert stages(workspace)["Litware AI"] == stages(workspace)["Proseware"] == "screening"


def test_after_closing_many_the_keyboard_is_in_the_list_and_undo_selects_them_again(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    two(opened, some)
    bulk(opened).close_button.setFocus(Qt.FocusReason.TabFocusReason)

    click(opened, bulk(opened).close_button)
    choose(opened, "Close: No reply")
    opened.key(Qt.Key.Key_Return)
    focused, left = opened.window.focusWidget(), chosen(opened)
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert focused is opened.table
    assert len(left) == 1
    assert chosen(opened) == [some["litware"], some["proseware"]]
    assert opened.page.selected_id() == some["litware"]


def test_a_group_that_lies_between_is_not_counted(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.key(Qt.Key.Key_A, CONTROL)

    assert bulk(opened).count.text() == "4 selected"
    assert set(chosen(opened)) == set(some.values())


def test_a_stage_for_all_is_one_step(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    two(opened, some)
    before = stages(workspace)

    click(opened, bulk(opened).stage)
    choose(opened, "Screening")
    after = stages(workspace)
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert after == before | {"Litware AI": "screening", "Proseware": "screening"}
    assert stages(workspace) == before


def test_closing_many_asks_once_for_a_reason(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    two(opened, some)

    click(opened, bulk(opened).close_button)
    choose(opened, "Close: No reply")
    sheet = opened.window.findChild(Asking)
    assert sheet is not None
    said = sheet.accessibleName(), sheet.default.text() if sheet.default else ""
    opened.key(Qt.Key.Key_Return)

    assert said == ("Close 2 applications: No reply", "Close 2 applications")
    assert stages(workspace)["Litware AI"] == stages(workspace)["Proseware"] == "no_reply"
    assert opened.window.toast.text == "2 applications closed: No reply"


def test_tags_are_added_to_those_there_are(desk: Open, some: Ids, workspace: Workspace) -> None:
    workspace.applications.edit(some["litware"], {"tags": ("remote",)})
    opened = desk()
    two(opened, some)

    opened.key(Qt.Key.Key_T)
    QTest.keyClicks(opened.window.focusWidget(), "urgent")
    opened.key(Qt.Key.Key_Return)

    tags = {row.company: row.tags for row in workspace.lists.rows()}
    assert tags["Litware AI"] == ("remote", "urgent")
    assert tags["Proseware"] == ("urgent",)


def test_one_next_action_for_all(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    two(opened, some)

    click(opened, bulk(opened).next_action)
    sheet = opened.window.findChild(NextSheet)
    assert sheet is not None
    sheet.due.setText("nonsense")
    sheet.accept()
    still = sheet.isVisible()
    sheet.action.setText("Write again")
    sheet.due.setText("2026-12-01")
    sheet.accept()
    opened.settle()

    assert still
    found = [row for row in workspace.lists.rows() if row.next_action == "Write again"]
    assert {row.id for row in found} == {some["litware"], some["proseware"]}
    assert {row.next_action_on for row in found} == {"2026-12-01"}


def test_archived_ones_leave_the_list_and_undo_brings_them_back(desk: Open, some: Ids) -> None:
    opened = desk()
    two(opened, some)

    click(opened, bulk(opened).archive)
    gone = opened.shown()
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert "Data Engineer" not in gone
    assert "Data Engineer" in opened.shown()


def test_delete_takes_all_selected_as_one_step(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    two(opened, some)

    opened.key(Qt.Key.Key_Delete)
    left = stages(workspace)
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert set(left) == {"Acme Robotics", "Munson's Pickles"}
    assert len(stages(workspace)) == 4
    assert opened.page.selected_id() is not None


def test_select_all_reaches_rows_that_are_not_loaded(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    for number in range(230):
        add(f"Company {number}", "Gardener", Stage.APPLIED)
    opened = desk()
    loaded = opened.page.panel.model.loaded

    opened.key(Qt.Key.Key_A, CONTROL)

    assert loaded == 200
    assert bulk(opened).count.text() == "230 selected"
    opened.key(Qt.Key.Key_Delete)
    question = opened.page.window().findChild(RemoveSheet)
    assert question is not None
    assert question.title.text() == "Delete 230 applications?"
    question.default.click()
    opened.settle()
    assert workspace.lists.rows() == []


def test_a_selection_survives_what_happens_elsewhere(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    two(opened, some)

    opened.commander.change(lambda: workspace.log.move(some["munson"], Stage.INTERVIEW))
    opened.settle()

    assert set(chosen(opened)) == {some["litware"], some["proseware"]}
    assert bulk(opened).isVisible()
