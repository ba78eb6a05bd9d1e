from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.support.clock import FakeClock
from tests.ui.applications.conftest import Desk

from jobtracker.domain.listing import CLOSED, ListPage
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.first_screen import first_rows
from jobtracker.ui.charts.mini_range import Span
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.features.applications.table.columns import place
from jobtracker.ui.features.applications.table.filter_field import FilterField
from jobtracker.ui.features.applications.table.model import ItemRow
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.page import WidthClass
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT

Open = Callable[[], Desk]
Ids = dict[str, int]
ROLE, LOCATION, SALARY, NEXT, AGE = map(place, ("role", "location", "pay", "next", "age"))


def field(desk: Desk) -> FilterField:
    return desk.page.dress().bar.field


def spoken(desk: Desk, application_id: int, column: int) -> str:
    model = desk.page.panel.model
    return str(model.index(model.position(application_id), column).data(ACCESSIBLE_TEXT))


def test_applications_stand_under_their_stage_the_furthest_first(desk: Open, some: Ids) -> None:
    opened = desk()

    assert opened.shown() == [
        "Interview",
        "Senior Python Developer",
        "Applied",
        "Python Developer",
        "Data Engineer",
        "Saved",
        "Unicycle Tester",
    ]
    assert opened.page.header.note.text() == "4 active"


def test_the_rows_of_the_first_screen_are_painted_before_there_is_a_service(
    theme: Theme, workspace: Workspace, some: Ids
) -> None:
    assert workspace.database.path is not None
    rows = first_rows(workspace.database.path)
    assert rows is not None

    page = ApplicationsPage(theme, FakeClock().today(), ListPage(rows))

    assert page.panel.model.rowCount() == 7
    assert page.selected_id() == some["acme"]
    assert page.pane is None
    page.deleteLater()


def test_each_cell_says_its_full_words(desk: Open, some: Ids) -> None:
    opened = desk()

    assert spoken(opened, some["acme"], ROLE) == (
        "Senior Python Developer, Acme Robotics, Austin, TX, Interview"
    )
    assert spoken(opened, some["acme"], SALARY) == (
        "Salary $145,000 – $170,000 a year, benchmark $140,000 – $165,000 a year"
    )
    assert spoken(opened, some["litware"], NEXT) == "Next action: Follow up, 3 days late"
    assert spoken(opened, some["munson"], AGE) == "0 days in this stage"
    first = opened.page.panel.model.index(0, ROLE)
    assert first.data(ACCESSIBLE_TEXT) == "Interview, 1 application, expanded"


def test_left_collapses_the_group_and_right_brings_it_back(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_Left)
    collapsed = opened.shown()
    opened.key(Qt.Key.Key_Right)

    assert collapsed == [
        "Interview",
        "Senior Python Developer",
        "Applied",
        "Saved",
        "Unicycle Tester",
    ]
    assert "Data Engineer" in opened.shown()
    assert opened.page.header.note.text() == "4 active"


def test_a_click_on_a_group_collapses_it(desk: Open, some: Ids) -> None:
    opened = desk()
    group = opened.table.visualRect(opened.page.panel.model.index(2, ROLE))

    QTest.mouseClick(
        opened.table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        group.center(),
    )

    assert "Data Engineer" not in opened.shown()


def test_typing_into_the_filter_keeps_what_matches(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.key(Qt.Key.Key_Slash)
    QTest.keyClicks(field(opened), "litware")
    opened.settle()

    assert field(opened).hasFocus()
    assert opened.shown() == ["Applied", "Python Developer"]


def test_a_filter_without_a_match_is_named_and_can_be_cleared(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field(opened), "zebra")
    opened.settle()
    empty = opened.page.panel.empty
    assert empty.isVisible()
    assert any("zebra" in label.text() for label in empty.findChildren(PlainLabel))

    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    opened.settle()

    assert field(opened).text() == ""
    assert len(opened.page.panel.model.found) == 4


def test_escape_in_the_filter_clears_it_and_returns_to_the_list(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_Slash)
    QTest.keyClicks(field(opened), "acme")

    opened.key(Qt.Key.Key_Escape)

    assert field(opened).text() == ""
    assert opened.table.hasFocus()
    assert len(opened.page.panel.model.found) == 4


def test_an_empty_workspace_offers_to_add_the_first(desk: Open) -> None:
    opened = desk()

    QTest.mouseClick(opened.page.panel.empty.button, Qt.MouseButton.LeftButton)
    opened.settle()

    assert opened.add_sheet is not None
    opened.key(Qt.Key.Key_Escape)
    assert opened.add_sheet is None


def test_closed_ones_stand_under_their_outcome(desk: Open, workspace: Workspace, some: Ids) -> None:
    workspace.log.close(some["acme"], Outcome.REJECTED)
    opened = desk()
    assert "Senior Python Developer" not in opened.shown()

    opened.page.panel.ask(opened.page.panel.query._replace(scope=CLOSED))
    opened.settle()

    assert opened.shown() == ["Rejected", "Senior Python Developer"]


def test_all_ranges_are_drawn_on_one_scale_and_other_currencies_not_at_all(
    desk: Open, add: Callable[..., int]
) -> None:
    dollars = add("Acme", "Python Developer", pay="$100-120k")
    more = add("Bolt", "Python Developer", pay="$150-180k")
    euros = add("Coho", "Python Developer", pay="€65-80k")

    model = desk().page.panel.model

    def line(key: int) -> Span | None:
        row = model.rows[model.position(key)]
        assert isinstance(row, ItemRow)
        return model.marks(row.row).line

    lines = [line(key) for key in (dollars, more)]
    assert all(one and model.scale.low <= one.low <= one.high <= model.scale.high for one in lines)
    assert line(euros) is None


def test_columns_give_way_as_the_window_narrows(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.page.fit(WidthClass.WIDE)
    wide = opened.table.isColumnHidden(LOCATION), opened.table.isColumnHidden(AGE)
    opened.page.fit(WidthClass.NARROW)
    narrow = opened.table.isColumnHidden(LOCATION), opened.table.isColumnHidden(AGE)

    assert wide == (False, False)
    assert narrow == (True, True)
    assert opened.page.add_button.text() == "Add"


def test_in_the_narrowest_window_the_pane_takes_the_place_of_the_list(
    desk: Open, some: Ids
) -> None:
    opened = desk()

    opened.page.fit(WidthClass.COMPACT)
    assert opened.table.isVisible()
    opened.key(Qt.Key.Key_Return)
    assert opened.pane.isVisible()
    assert not opened.table.isVisible()
    QTest.mouseClick(opened.pane.close_button, Qt.MouseButton.LeftButton)

    assert opened.table.isVisible()
    assert opened.table.hasFocus()


def test_compact_rows_are_lower(desk: Open, some: Ids) -> None:
    opened = desk()
    before = opened.table.rowHeight(1)

    opened.window.actions_book["compact rows"].trigger()

    assert opened.table.rowHeight(1) < before
    opened.window.grab()


def test_selection_and_scroll_stay_when_something_else_changes(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    keys = [add(f"Company {n}", "Gardener", Stage.APPLIED) for n in range(40)]
    opened = desk()
    opened.select(keys[20])
    bar = opened.table.verticalScrollBar()
    scrolled = bar.value()
    assert scrolled > 0

    opened.commander.change(lambda: workspace.log.note(keys[3], "Called back"))
    opened.settle()

    assert opened.page.selected_id() == keys[20]
    assert bar.value() == scrolled


def test_escape_on_an_empty_page_leaves_the_pane_open_for_later(
    desk: Open, add: Callable[..., int]
) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_Escape)

    add("Acme", "Gardener")
    opened.presenter.attach(opened.workspace)
    opened.settle()

    assert opened.page.slot.wanted


def test_an_empty_page_says_all_its_words(desk: Open) -> None:
    opened = desk()
    QApplication.processEvents()

    labels = opened.page.panel.empty.findChildren(QLabel)

    assert len(labels) == 2
    for label in labels:
        assert label.heightForWidth(label.width()) <= label.height() or not label.wordWrap()
