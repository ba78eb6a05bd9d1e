import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.palette.conftest import Desk, Ids, focused

from jobtracker.domain.listing import ACTIVE, ALL, CLOSED, Condition, ListQuery
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.palette.contract import AddAt, Filter, Go, OpenView, RunOn
from jobtracker.ui.navigation import Place

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_palette_opens_by_key_and_gives_the_keyboard_back(desk: Desk) -> None:
    before = focused()

    QTest.keyClick(before, Key.Key_K, CONTROL)
    assert desk.palette.isVisible()
    assert focused() is desk.palette.field
    desk.presses(Key.Key_Escape)

    assert desk.palette.isHidden()
    assert focused() is before


def test_an_application_is_found_with_its_own_commands_below_it(desk: Desk, ids: Ids) -> None:
    desk.types("acme")

    assert desk.groups["Applications"] == ["Acmé Robotics"]
    assert desk.groups["Do with Acmé Robotics"] == ["Change stage…", "Write letter"]
    assert list(desk.groups)[:2] == ["Applications", "Do with Acmé Robotics"]
    assert (desk.active.context, desk.active.standing) == ("Python Developer", "interview")

    desk.presses(Key.Key_Down, Key.Key_Down, Key.Key_Return)

    assert desk.wanted == [RunOn(ids.acme, "write")]
    assert desk.palette.isHidden()


def test_enter_opens_what_was_found_on_its_page(desk: Desk, ids: Ids) -> None:
    desk.types("robotics python")
    desk.presses(Key.Key_Return)
    desk.types("backend")
    desk.presses(Key.Key_Return)

    assert desk.places == [Place("applications", ids.acme), Place("letters", ids.letter)]


def test_everything_typed_is_found_wherever_it_stands(desk: Desk, ids: Ids) -> None:
    desk.types("fastapi")
    assert desk.groups["In postings and notes"] == ["Acmé Robotics"]
    assert "FastAPI" in desk.active.context

    desk.types("noor")
    assert desk.groups["Contacts"] == ["Noor Haddad"]
    assert desk.active.target == Go("applications", ids.globex, "contacts")

    desk.types("portfolio")
    assert desk.groups["Files"] == ["portfolio-2026.pdf"]
    assert desk.active.target == Go("applications", ids.globex, "files")

    desk.types("remote")
    assert desk.groups["Saved views"] == ["Remote only"]
    desk.presses(Key.Key_Return)
    assert desk.wanted == [OpenView(7)]


@pytest.mark.parametrize("typed", ["c++", "C#", "data eng", "gLoBeX", "engin glob"])
def test_signs_cases_beginnings_and_several_words_find_the_same(
    desk: Desk, ids: Ids, typed: str
) -> None:
    desk.types(typed)

    assert desk.active.key == f"application/{ids.globex}"


@pytest.mark.parametrize("typed", ['"', "*", "a OR b", "-", "(", "100%", "\\", "🦊", "NEAR("])
def test_no_sign_that_is_typed_means_anything_else(desk: Desk, ids: Ids, typed: str) -> None:
    desk.types(typed)

    assert desk.palette.isVisible()


def test_open_applications_stand_before_closed_ones(desk: Desk, ids: Ids) -> None:
    desk.types("python")

    assert desk.active.text == "Acmé Robotics"
    assert desk.groups["More applications"] == ["Initech"]


def test_a_command_runs_with_the_keyboard_where_it_was(desk: Desk) -> None:
    before = focused()
    desk.types("tidy")

    assert (desk.active.shortcut, desk.active.context) == ("Ctrl+T", "View")
    desk.presses(Key.Key_Return)

    assert desk.ran == ["tidy"]
    assert focused() is before


def test_a_command_about_a_selection_runs_on_the_page_where_that_is(desk: Desk) -> None:
    desk.window.actions_book.set_condition("application selected", True)
    desk.navigator.go("letters")
    desk.types(">write")
    desk.presses(Key.Key_Return)

    assert desk.navigator.here == Place("applications")
    assert desk.ran == ["write"]


def test_what_cannot_be_done_now_is_shown_and_not_run(desk: Desk) -> None:
    desk.types(">write")

    assert desk.active.context == "Application, not available now"
    desk.presses(Key.Key_Return)

    assert desk.palette.isVisible()
    assert desk.ran == []


def test_the_greater_sign_lists_every_command(desk: Desk, ids: Ids) -> None:
    desk.types(">")

    names = {one.in_full(one.text) for one in desk.window.actions_book.defined()}
    assert set(desk.groups["Commands"]) == names
    desk.types(">acme")
    assert "Applications" not in desk.groups


def test_the_at_sign_lists_companies_and_opens_what_one_did_there(desk: Desk, ids: Ids) -> None:
    desk.types("@")
    assert desk.groups["Companies"] == ["Acmé Robotics", "Globex", "Initech"]

    desk.types("@glo")
    desk.presses(Key.Key_Return)

    conditions = (Condition("company", "Globex"),)
    assert desk.wanted == [Filter(ListQuery(scope=ALL, conditions=conditions))]


def test_the_number_sign_lists_stages_and_who_stands_there(desk: Desk, ids: Ids) -> None:
    desk.types("#")
    assert len(desk.groups["Stages and outcomes"]) == 12

    desk.types("#inter")
    assert desk.active.context == "1 application"
    assert desk.groups["Interview"] == ["Acmé Robotics"]
    desk.presses(Key.Key_Return)

    assert desk.wanted == [Filter(ListQuery(scope=ACTIVE, standings=("interview",)))]


@pytest.mark.parametrize(
    ("typed", "group"),
    [(">qwert", "Commands"), ("@qwert", "Companies"), ("#qwert", "Stages and outcomes")],
)
def test_after_a_sign_nothing_found_is_all_that_is_said(
    desk: Desk, ids: Ids, typed: str, group: str
) -> None:
    desk.types(typed)

    assert desk.groups == {group: ["Nothing found for “qwert”"]}
    desk.presses(Key.Key_Return)
    assert desk.palette.isVisible()


def test_a_word_in_a_text_stands_near_the_beginning_of_what_is_shown(
    desk: Desk, ids: Ids, workspace: Workspace
) -> None:
    posting = "We prestored what was stored, and more than one might think. Then: REST services."
    workspace.applications.edit(ids.acme, {"posting": posting})

    desk.types("rest ser")

    assert desk.active.context.partition("… ")[2].index("REST") < 20


def test_nothing_found_says_so_and_leads_on(desk: Desk, ids: Ids) -> None:
    desk.types("Zirconia Labs")

    assert list(desk.groups) == ["Nothing found for “Zirconia Labs”"]
    desk.presses(Key.Key_Return)
    desk.types("Zirconia Labs")
    desk.presses(Key.Key_Down, Key.Key_Return)

    closed = ListQuery(text="Zirconia Labs", scope=CLOSED)
    assert desk.wanted == [AddAt("Zirconia Labs"), Filter(closed)]


def test_an_empty_field_offers_what_was_opened_last_and_what_can_be_done_now(
    desk: Desk, ids: Ids, workspace: Workspace
) -> None:
    desk.types("globex")
    desk.presses(Key.Key_Return)
    desk.navigator.go("letters", ids.letter)
    desk.types("initech")
    desk.presses(Key.Key_Return)
    workspace.applications.remove(ids.globex)
    desk.window.actions_book.set_condition("application selected", True)

    desk.palette.open()
    desk.settles()

    assert desk.recents.keys[0] == f"application/{ids.closed}"
    assert len(desk.groups["Recent"]) == 2
    assert desk.groups["Recent"][0] == "Initech"
    assert desk.groups["Do with the selection"] == ["Change stage…", "Write letter"]
    assert "Letters" in desk.groups["Go to"]


def test_enter_waits_for_the_answer_to_what_was_typed(desk: Desk, ids: Ids, qtbot: QtBot) -> None:
    desk.palette.open()
    desk.settles()

    QTest.keyClicks(desk.palette.field, "globex")
    desk.presses(Key.Key_Return)

    qtbot.waitUntil(desk.palette.isHidden)
    assert desk.places == [Place("applications", ids.globex)]


def test_arrows_pass_over_headings_and_go_round(desk: Desk, ids: Ids) -> None:
    desk.types("acme")
    first = desk.active

    desk.presses(Key.Key_Up)
    last = desk.active
    desk.presses(Key.Key_Down)
    assert desk.active == first
    desk.presses(Key.Key_Tab)
    assert desk.active.text == "Change stage…"
    assert last != first
    assert focused() is desk.palette.field


def test_a_click_runs_a_row_and_one_beside_the_panel_closes(desk: Desk, ids: Ids) -> None:
    desk.types("acme")
    rows = desk.palette.list
    place = rows.visualRect(desk.palette.model.index(1, 0)).center()

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.places == [Place("applications", ids.acme)]
    desk.types("acme")
    QTest.mouseClick(desk.palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert desk.palette.isHidden()


def test_the_windows_keys_do_nothing_behind_the_palette(desk: Desk) -> None:
    desk.types("x")

    QTest.keyClick(focused(), Key.Key_3, CONTROL)
    QTest.keyClick(focused(), Key.Key_T, CONTROL)

    assert (desk.places, desk.ran) == ([], [])


def test_it_is_heard_as_a_dialog_with_rows_that_name_their_group(desk: Desk, ids: Ids) -> None:
    desk.types("acme")

    dialog = QAccessible.queryAccessibleInterface(desk.palette)
    assert dialog.role() == QAccessible.Role.Dialog
    assert dialog.text(QAccessible.Text.Name) == "Search or run"
    field = QAccessible.queryAccessibleInterface(desk.palette.field)
    assert field.role() == QAccessible.Role.EditableText
    spoken = desk.palette.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Acmé Robotics, Python Developer, Interview, Applications"


def test_the_panel_follows_the_size_of_the_window_and_of_the_text(desk: Desk, ids: Ids) -> None:
    desk.types(">")

    desk.window.resize(900, 600)

    panel = desk.palette.panel.geometry()
    assert desk.palette.size() == desk.window.size()
    assert panel.bottom() < desk.window.height()
    assert panel.left() == (desk.window.width() - panel.width()) // 2
    assert not desk.palette.grab().isNull()
