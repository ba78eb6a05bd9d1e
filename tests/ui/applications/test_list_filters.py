"""Narrowing, grouping and ordering the list, and how it is left for the next start."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from tests.support.clock import FakeClock
from tests.ui.applications.conftest import Desk

from jobtracker.domain.listing import ALL, Condition, ListQuery
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.table.columns import Look, look_from, place
from jobtracker.ui.features.applications.table.filter_menus import FilterMenus
from jobtracker.ui.features.applications.table.list_tools import ListTools
from jobtracker.ui.features.applications.table.model import GroupRow
from jobtracker.ui.widgets.page import WidthClass
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Open = Callable[[], Desk]
Ids = dict[str, int]
CONTROL = Qt.KeyboardModifier.ControlModifier


def tools(desk: Desk) -> ListTools:
    return desk.page.dress()


def menus(desk: Desk) -> FilterMenus:
    return tools(desk).menus


def click(desk: Desk, button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def choose(desk: Desk, words: str) -> None:
    next(one for one in menus(desk).menu.actions() if one.text() == words).trigger()
    menus(desk).menu.close()
    desk.settle()


def chips(desk: Desk) -> list[str]:
    """What the chips of the filter row say that can be seen."""
    found = tools(desk).bar.findChildren(QPushButton)
    return [one.text() for one in found if one.isVisible() and one.text()]


def test_a_role_is_chosen_from_those_there_are(desk: Open, some: Ids) -> None:
    opened = desk()

    click(opened, tools(opened).bar.chips["role"])
    offered = menus(opened).picker.offered()
    opened.key(Qt.Key.Key_Return, on=menus(opened).picker.list)

    assert offered == [
        "Data Engineer",
        "Python Developer",
        "Senior Python Developer",
        "Unicycle Tester",
    ]
    assert opened.shown() == ["Applied", "Data Engineer"]
    assert "Role: Data Engineer" in chips(opened)
    assert opened.page.header.note.text() == "1 found"


def test_several_values_widen_and_several_fields_narrow(desk: Open, some: Ids) -> None:
    opened = desk()
    query = opened.page.panel.query
    both = (Condition("role", "Data Engineer"), Condition("role", "Python Developer"))

    opened.page.panel.ask(query._replace(conditions=both))
    opened.settle()
    wide = opened.shown()
    opened.page.panel.ask(query._replace(conditions=(*both, Condition("company", "Proseware"))))
    opened.settle()

    assert wide == ["Applied", "Python Developer", "Data Engineer"]
    assert opened.shown() == ["Applied", "Data Engineer"]
    assert "Role: 2 chosen" in chips(opened)


def test_the_cross_of_a_chip_and_delete_take_a_filter_off(desk: Open, some: Ids) -> None:
    opened = desk()
    query = opened.page.panel.query
    opened.page.panel.ask(query._replace(conditions=(Condition("due", "late"),)))
    opened.settle()
    late = opened.shown()
    chip = next(
        one for one in tools(opened).bar.findChildren(QPushButton) if one.text() == "Due: Late"
    )

    chip.setFocus()
    opened.key(Qt.Key.Key_Delete)
    scope = tools(opened).bar.scope
    at = scope.rect().center()
    at.setX(scope.width() - 8)
    QTest.mouseClick(scope, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    opened.settle()

    assert late == ["Applied", "Python Developer"]
    assert opened.page.panel.query == ListQuery(scope=ALL)
    assert len(opened.page.panel.model.found) == 4


def test_stages_are_ticked_in_the_first_chip(desk: Open, some: Ids) -> None:
    opened = desk()

    tools(opened).open("scope")
    choose(opened, "Interview")
    tools(opened).open("scope")
    choose(opened, "Saved")

    assert opened.shown() == ["Interview", "Senior Python Developer", "Saved", "Unicycle Tester"]
    assert "Interview, Saved" in chips(opened)


def test_pay_at_least_is_typed_as_people_say_it(desk: Open, some: Ids) -> None:
    opened = desk()

    tools(opened).open("filters")
    choose(opened, "Pay at least…")
    asked = menus(opened).question
    assert asked is not None
    QTest.keyClicks(asked.editor, "140k")
    opened.key(Qt.Key.Key_Return, on=asked.editor)

    assert opened.shown() == [
        "Interview",
        "Senior Python Developer",
        "Applied",
        "Python Developer",
    ] or opened.shown() == ["Interview", "Senior Python Developer"]
    assert "Pay at least: 140,000 a year" in chips(opened)


def test_an_empty_list_names_its_filters_and_clears_them(desk: Open, some: Ids) -> None:
    opened = desk()
    query = opened.page.panel.query
    opened.page.panel.ask(
        query._replace(text="zebra", conditions=(Condition("work_mode", "remote"),))
    )
    opened.settle()
    said = [
        label.text()
        for label in opened.page.panel.empty.findChildren(QWidget)
        if hasattr(label, "text")
    ]

    click(opened, opened.page.panel.empty.button)

    assert "Filters: “zebra”, Work mode: Remote." in said
    assert opened.page.panel.query == ListQuery()
    assert opened.table.hasFocus()


def test_g_groups_by_company_and_the_headings_read_as_typed(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.key(Qt.Key.Key_G)
    choose(opened, "Company")

    assert opened.shown()[:4] == [
        "Acme Robotics",
        "Senior Python Developer",
        "Litware AI",
        "Python Developer",
    ]
    assert "Group: company" in chips(opened)


def test_weeks_read_as_people_say_them_and_no_date_is_last(
    desk: Open, add: Callable[..., int]
) -> None:
    today = FakeClock().today()
    add("Acme", "Baker", next_action_on=today)
    add("Bolt", "Cook", next_action_on=today + timedelta(days=8))
    add("Coho", "Dyer")
    opened = desk()

    opened.page.panel.ask(opened.page.panel.query._replace(group="week"))
    opened.settle()

    headings = [row.name for row in opened.page.panel.model.rows if isinstance(row, GroupRow)]
    assert headings[0] == "This week"
    assert headings[-1] == "No date"


def test_a_collapsed_group_keeps_its_place_name_and_count(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.page.panel.ask(opened.page.panel.query._replace(group="company"))
    opened.settle()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_Left)

    model = opened.page.panel.model
    at = model.position("litware ai")
    assert opened.shown()[:4] == [
        "Acme Robotics",
        "Senior Python Developer",
        "Litware AI",
        "Munson's Pickles",
    ]
    assert model.index(at, 0).data(ACCESSIBLE_TEXT) == "Litware AI, 1 application, collapsed"
    assert opened.page.header.note.text() == "4 active"


def test_a_click_on_a_header_sorts_and_the_next_turns_it_round(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.page.panel.ask(opened.page.panel.query._replace(group="none"))
    opened.settle()
    header = opened.table.horizontalHeader()

    header.sectionClicked.emit(place("role"))
    opened.settle()
    up = opened.shown()
    header.sectionClicked.emit(place("role"))
    opened.settle()

    assert up == ["Data Engineer", "Python Developer", "Senior Python Developer", "Unicycle Tester"]
    assert opened.shown() == list(reversed(up))
    title = opened.page.panel.model.headerData(place("role"), Qt.Orientation.Horizontal)
    assert title == "Role and company ↓"


def test_columns_are_chosen_moved_and_reset(desk: Open, some: Ids) -> None:
    opened = desk()
    columns = opened.table.columns
    tools(opened).open("columns")
    popup = tools(opened).columns
    at = next(n for n in range(popup.list.count()) if popup.list.item(n).text() == "Tags")

    popup.list.setCurrentRow(at)
    opened.key(Qt.Key.Key_Space, on=popup.list)
    opened.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, on=popup.list)
    chosen = columns.shown()
    click(opened, popup.reset)

    assert chosen == ("role", "pay", "next", "tags", "age")
    assert columns.shown() == ("role", "pay", "next", "age")
    assert columns.keys is None


def test_how_the_list_is_left_comes_back(desk: Open, some: Ids) -> None:
    opened = desk()
    panel = opened.page.panel
    panel.show_columns(("role", "tags", "pay"))
    opened.table.horizontalHeader().resizeSection(place("pay"), 200)
    panel.ask(panel.query._replace(group="none", sort="company", descending=True))
    opened.page.views.set_compact(True)

    look = look_from(opened.page.views.look().text())

    assert look == Look(
        columns=("role", "tags", "pay"),
        widths={"pay": 200},
        group="none",
        sort="company",
        descending=True,
        compact=True,
    )
    assert look_from('{"columns": 3, "group": "moon", "widths": {"pay": "x"}}') == Look()
    assert look_from("[") == Look()


def test_what_does_not_fit_in_the_filter_row_gives_way(desk: Open, some: Ids) -> None:
    opened = desk()
    bar = tools(opened).bar
    wide = chips(opened)

    opened.window.resize(1024, 640)
    opened.settle()
    narrow = chips(opened)
    opened.key(Qt.Key.Key_Slash, on=opened.table)

    assert "Role" in wide
    assert "Columns" in wide
    assert "Role" not in narrow
    assert bar.field.isVisible()
    assert bar.field.hasFocus()
    assert bar.width() <= opened.page.panel.width()


def test_every_chip_says_its_whole_words_at_each_width(desk: Open, some: Ids) -> None:
    opened = desk()
    for width in (1024, 1280, 1366, 1920):
        opened.window.resize(width, 768)
        opened.settle()
        cut = [
            one.text()
            for one in tools(opened).bar.findChildren(QPushButton)
            if one.isVisible() and one.width() < min(one.sizeHint().width(), one.maximumWidth())
        ]
        assert cut == [], width


def test_quiet_ones_are_called_so(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    silent = add(
        "Acme", "Baker", Stage.APPLIED, applied_on=FakeClock().today() - timedelta(days=17)
    )
    opened = desk()

    model = opened.page.panel.model
    said = model.index(model.position(silent), place("age")).data(ACCESSIBLE_TEXT)

    assert said.endswith("quiet for 17 days")


def test_two_hundred_rows_come_at_once_and_more_as_one_scrolls(
    desk: Open, add: Callable[..., int]
) -> None:
    for number in range(450):
        add(f"Company {number:03}", "Gardener", Stage.APPLIED)
    opened = desk()
    model = opened.page.panel.model
    first, note = model.loaded, opened.page.header.note.text()

    opened.key(Qt.Key.Key_End)
    opened.settle()
    opened.key(Qt.Key.Key_End)
    opened.settle()

    assert (first, note) == (200, "450 active")
    assert model.loaded == 450
    assert len({row.id for row in model.found}) == 450
    assert opened.page.panel.footer.accessibleName().startswith("450 shown.")


def test_the_scale_of_the_ranges_stays_while_more_load(desk: Open, add: Callable[..., int]) -> None:
    for number in range(210):
        add(f"Company {number:03}", "Gardener", Stage.APPLIED, pay="$100-120k")
    add("Zenith", "Gardener", Stage.SAVED, pay="$900k")
    opened = desk()
    model = opened.page.panel.model
    before = model.scale

    opened.key(Qt.Key.Key_End)
    opened.settle()

    assert model.loaded == 211
    assert model.scale == before
    lines = [model.marks(row).line for row in model.found]
    assert all(line and line.high <= before.high for line in lines)


def test_table_and_board_share_filter_and_selection(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.window.actions_book["show board"].trigger()
    opened.settle()
    on_board = opened.page.selected_id()
    board = opened.page.views.board
    assert board is not None
    opened.page.panel.ask(opened.page.panel.query._replace(text="acme"))
    opened.settle()
    cards = [row.company for one in board.lists for row in one.cards.rows]
    opened.window.actions_book["show table"].trigger()
    opened.settle()

    assert on_board == some["litware"]
    assert cards == ["Acme Robotics"]
    assert opened.table.hasFocus()
    assert opened.shown() == ["Interview", "Senior Python Developer"]


def test_a_saved_view_is_named_shown_and_opened_again(desk: Open, some: Ids) -> None:
    opened = desk()
    told: list[list[str]] = []
    views = opened.presenter.views
    assert views is not None
    views.shown.subscribe(lambda found: told.append([one.name for one in found]))
    opened.page.fit(WidthClass.WIDE)
    late = opened.page.panel.query._replace(conditions=(Condition("due", "late"),))
    opened.page.panel.ask(late)
    opened.settle()

    opened.key(Qt.Key.Key_S, CONTROL)
    opened.type_into(opened.window.focusWidget(), "Needs follow-up")
    opened.key(Qt.Key.Key_Return)
    opened.page.panel.ask(ListQuery())
    opened.settle()
    saved = opened.workspace.saved_views.all()
    views.open(saved[0].id)
    opened.settle()

    assert told[-1] == ["Needs follow-up"]
    assert opened.page.panel.query == late
    assert opened.shown() == ["Applied", "Python Developer"]
