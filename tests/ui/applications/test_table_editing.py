"""Editing in place: what a person types in a cell is understood, stored, or kept to be mended."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.support.clock import FakeClock
from tests.ui.applications.conftest import Desk

from jobtracker.domain.listing import UNGROUPED, ListRow
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.table.columns import place
from jobtracker.ui.features.applications.table.inline_cell import CellEditing

Open = Callable[[], Desk]
Ids = dict[str, int]
TODAY = FakeClock().today()


def editing(desk: Desk) -> CellEditing:
    return desk.page.dress().editing


def row(desk: Desk, application_id: int) -> ListRow:
    return next(one for one in desk.workspace.lists.rows() if one.id == application_id)


def go_to(desk: Desk, application_id: int, column: str) -> None:
    desk.select(application_id)
    desk.table.move_to(place(column))


def type_over(desk: Desk, text: str) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.type_into(editing(desk).field, text)


def test_f2_edits_the_current_cell_and_enter_stores_it(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["proseware"])

    type_over(opened, "Data Platform Engineer")
    opened.key(Qt.Key.Key_Return)

    assert row(opened, some["proseware"]).role == "Data Platform Engineer"
    assert opened.table.hasFocus()
    assert not editing(opened).is_open


def test_pay_says_what_it_understood_while_it_is_typed(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["proseware"], "pay")

    type_over(opened, "$140-165k")
    said = editing(opened).words.text()
    opened.key(Qt.Key.Key_Return)

    assert said == "Understood as $140,000 – $165,000 a year; currency and period assumed"
    assert row(opened, some["proseware"]).pay.low == 14_000_000


def test_tab_stores_and_goes_to_the_next_value_and_shift_tab_back(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["proseware"])

    type_over(opened, "Archivist")
    opened.key(Qt.Key.Key_Tab)
    company = editing(opened).field.accessibleName()
    opened.type_into(editing(opened).field, "Proseware Group")
    opened.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)

    assert company.startswith("Company, ")
    stored = row(opened, some["proseware"])
    assert (stored.role, stored.company) == ("Archivist", "Proseware Group")
    assert editing(opened).field.text() == "Archivist"
    assert editing(opened).field.hasFocus()


def test_tab_after_the_last_value_goes_to_the_row_below(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["acme"], "next")
    opened.key(Qt.Key.Key_F2)

    opened.key(Qt.Key.Key_Tab)
    opened.key(Qt.Key.Key_Tab)

    assert opened.page.selected_id() == some["litware"]
    assert editing(opened).field.text() == "Python Developer"


def test_escape_leaves_the_value_as_it_was(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    type_over(opened, "Something else")
    opened.key(Qt.Key.Key_Escape)

    assert row(opened, some["acme"]).role == "Senior Python Developer"
    assert opened.table.hasFocus()
    assert opened.pane.isVisible()


def test_a_date_is_typed_as_people_say_it(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["proseware"], "next")
    opened.key(Qt.Key.Key_F2)
    opened.key(Qt.Key.Key_Tab)

    opened.type_into(editing(opened).field, "+3")
    opened.key(Qt.Key.Key_Return)

    due = (TODAY + timedelta(days=3)).isoformat()
    assert row(opened, some["proseware"]).next_action_on == due


def test_what_cannot_be_read_stays_in_its_cell_with_the_reason(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["acme"], "next")
    opened.key(Qt.Key.Key_F2)
    opened.key(Qt.Key.Key_Tab)

    opened.type_into(editing(opened).field, "whenever")
    opened.key(Qt.Key.Key_Return)

    assert editing(opened).is_open
    assert editing(opened).field.text() == "whenever"
    assert "is not a date" in editing(opened).words.text()
    assert editing(opened).field.accessibleDescription() == editing(opened).words.text()
    assert row(opened, some["acme"]).next_action_on == TODAY.isoformat()


def test_what_the_service_refuses_comes_back_into_its_cell(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.page.panel.show_columns(("role", "profile"))
    go_to(opened, some["acme"], "profile")

    type_over(opened, "No such role")
    opened.key(Qt.Key.Key_Return)

    assert editing(opened).is_open
    assert editing(opened).field.text() == "No such role"
    assert editing(opened).words.text() != ""


def test_a_click_on_the_current_cell_edits_it_after_a_moment(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    index = opened.page.panel.model.index(opened.table.currentIndex().row(), place("pay"))
    at = opened.table.visualRect(index).center()
    view = opened.table.viewport()

    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    first = opened.table.column()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    opened.qtbot.waitUntil(lambda: editing(opened).is_open, timeout=2000)

    assert first == place("pay")
    assert editing(opened).field.hasFocus()


def test_arrows_walk_over_cells_and_left_of_the_first_collapses(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_Right)
    right = opened.table.column()
    opened.key(Qt.Key.Key_Left)
    back = opened.table.column()
    opened.key(Qt.Key.Key_Left)

    assert (right, back) == (place("pay"), place("role"))
    assert "Python Developer" not in opened.shown()


def test_f2_on_what_cannot_be_typed_edits_the_cell_next_to_it(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["acme"], "age")

    opened.key(Qt.Key.Key_F2)

    assert editing(opened).field.text() == "Technical interview"


def test_the_current_column_survives_that_the_list_is_read_again(desk: Open, some: Ids) -> None:
    opened = desk()
    go_to(opened, some["proseware"], "next")
    opened.workspace.log.move(some["munson"], Stage.INTERVIEW)

    opened.presenter.refresh()
    opened.settle()

    assert opened.table.column() == place("next")


def test_a_row_that_is_sorted_elsewhere_stays_in_sight(desk: Open, add: Callable[..., int]) -> None:
    ids = [add(f"Company {number:03}", f"Role {number:03}") for number in range(60)]
    opened = desk()
    opened.page.panel.ask(opened.page.panel.query._replace(group=UNGROUPED, sort="role"))
    opened.settle()
    opened.select(ids[0])

    type_over(opened, "Zoologist")
    opened.key(Qt.Key.Key_Return)
    followed = opened.page.selected_id(), opened.table.sees_current()
    opened.page.panel.sort_by("role")
    opened.settle()

    assert followed == (ids[0], True)
    assert opened.table.sees_current()


def test_a_change_elsewhere_leaves_the_open_cell_alone(
    desk: Open, some: Ids, workspace: Workspace, add: Callable[..., int]
) -> None:
    opened = desk()
    opened.select(some["acme"])
    type_over(opened, "Half typ")

    opened.commander.change(lambda: workspace.applications.add({"company": "New", "role": "Baker"}))
    opened.settle()

    assert editing(opened).field.text() == "Half typ"
    assert editing(opened).field.hasFocus()
    cell = opened.table.visualRect(opened.table.currentIndex())
    assert cell.intersects(editing(opened).field.geometry())
    opened.key(Qt.Key.Key_Escape)
