"""An application on the full page: tabs as a column, the activity beside the overview."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.applications.conftest import Desk

from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.contract import Edit, End
from jobtracker.ui.features.applications.table.model import GroupRow

Open = Callable[[], Desk]
Ids = dict[str, int]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

# What the offscreen platform says when a menu pops up.
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("undressed"),
]


def listed(opened: Desk) -> int | None:
    """The application that is current in the table."""
    item = opened.table.item()
    return item.row.id if item is not None else None


def go_full(opened: Desk) -> None:
    opened.key(Qt.Key.Key_Return, CONTROL)


def test_ctrl_enter_opens_the_full_page_and_escape_goes_back_to_the_list(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    opened.select(some["acme"])

    go_full(opened)
    assert opened.page.full_shown
    assert not opened.table.isVisible()
    assert not opened.pane.parts.tabs.isVisible()
    opened.key(Qt.Key.Key_Escape)

    assert not opened.page.full_shown
    assert opened.table.hasFocus()
    assert opened.pane.parts.tabs.isVisible()


def test_alt_left_goes_back_too(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    go_full(opened)

    opened.key(Qt.Key.Key_Left, ALT)

    assert not opened.page.full_shown
    assert opened.page.selected_id() == some["acme"]


def test_the_button_maximises_and_the_arrow_comes_back(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    QTest.mouseClick(opened.pane.bar.full, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.page.full_shown
    assert opened.pane.bar.close_button.accessibleName() == "Back to the list"
    QTest.mouseClick(opened.pane.bar.close_button, Qt.MouseButton.LeftButton)
    opened.settle()

    assert not opened.page.full_shown


def test_the_activity_stands_beside_the_overview_and_comes_back_below_it(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    opened.select(some["acme"])
    overview = opened.pane.parts.overview
    assert overview.isAncestorOf(overview.activity)

    go_full(opened)
    assert not overview.isAncestorOf(overview.activity)
    assert overview.activity.isVisible()
    opened.key(Qt.Key.Key_Escape)

    assert overview.isAncestorOf(overview.activity)


def test_the_arrow_keys_walk_the_parts(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    go_full(opened)
    opened.pane.parts.open("posting")
    column = opened.pane.parts.column
    assert column is not None
    column.take_focus()

    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Up)

    assert opened.pane.parts.current == "letters"
    assert opened.pane.parts.letters.isVisible()


def test_arrow_keys_walk_the_tabs_of_the_pane(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.pane.parts.tabs.setFocus()

    opened.key(Qt.Key.Key_Right)
    opened.key(Qt.Key.Key_Right)
    opened.key(Qt.Key.Key_Right)

    assert opened.pane.parts.current == "contacts"
    assert opened.pane.parts.contacts.add_contact.isVisible()


def test_the_next_application_comes_on_the_full_page(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    go_full(opened)

    opened.key("]")

    assert opened.page.full_shown
    assert opened.pane.shown_id == some["litware"]
    assert opened.pane.bar.position.text() == "2 of 4"


def test_what_is_typed_on_the_full_page_is_stored_when_it_is_left(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    go_full(opened)
    opened.type_into(opened.pane.head.title, "Principal Developer")

    QTest.mouseClick(opened.pane.bar.close_button, Qt.MouseButton.LeftButton)
    opened.settle()

    assert workspace.applications.view(some["acme"]).record.role == "Principal Developer"


def test_closing_from_the_full_page_stays_on_it_and_undo_returns_to_it(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    opened.select(some["litware"])
    go_full(opened)

    opened.page.intents.ended.put(End(some["litware"], Outcome.REJECTED))
    opened.settle()
    assert opened.page.full_shown
    assert opened.pane.shown_id == opened.page.selected_id() == some["litware"]
    assert opened.pane.head.stage.text() == "Rejected"
    assert "Python Developer" not in opened.shown()
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert opened.pane.head.stage.text() == "Applied"
    assert listed(opened) == some["litware"]
    assert opened.page.selected_id() == some["litware"]


def test_the_next_one_after_a_closed_one_took_its_place(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])
    go_full(opened)
    opened.page.intents.edited.put(Edit(some["litware"], "archived", {"archived": True}))
    opened.settle()
    beside = listed(opened)
    assert opened.pane.shown_id == some["litware"]

    QTest.mouseClick(opened.pane.bar.next, Qt.MouseButton.LeftButton)
    opened.settle()

    assert opened.page.full_shown
    assert opened.pane.shown_id == opened.page.selected_id() == beside


def test_back_from_a_closed_one_leads_to_what_the_list_holds(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])
    go_full(opened)
    opened.page.intents.ended.put(End(some["litware"], Outcome.REJECTED))
    opened.settle()

    opened.key(Qt.Key.Key_Escape)

    assert opened.pane.shown_id == opened.page.selected_id() == listed(opened)


def test_deleting_from_the_full_page_goes_back_to_the_list_and_undo_selects_it(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    opened.select(some["litware"])
    go_full(opened)

    opened.page.intents.removed.put(some["litware"])
    opened.settle()
    assert not opened.page.full_shown
    assert opened.page.selected_id() != some["litware"]
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert opened.page.selected_id() == some["litware"]


def test_letters_belong_to_the_menu_that_is_open(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    QTest.mouseClick(opened.pane.bar.more, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.pane.more_menu.isVisible()

    opened.key("a", on=opened.pane.more_menu)

    assert opened.pane.sheets.activity is None


def test_the_position_counts_those_of_groups_that_are_folded(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["munson"])
    assert opened.pane.bar.position.text() == "4 of 4"

    first = opened.page.panel.model.rows[0]
    assert isinstance(first, GroupRow)
    opened.table.toggled.put(first)
    opened.settle()
    opened.select(some["munson"])

    assert opened.pane.bar.position.text() == "4 of 4"
