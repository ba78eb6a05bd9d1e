from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.applications.conftest import Desk

from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.adding.add_sheet import AddSheet
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.labels import PlainLabel

Open = Callable[[], Desk]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def sheet_of(desk: Desk) -> AddSheet:
    assert desk.add_sheet is not None
    return desk.add_sheet


def is_open(desk: Desk) -> bool:
    return desk.add_sheet is not None


def test_two_fields_and_control_enter_add_an_application(desk: Open, workspace: Workspace) -> None:
    opened = desk()

    opened.key(Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(opened.window.focusWidget(), "Senior Python Developer")
    opened.key(Qt.Key.Key_Tab)
    QTest.keyClicks(opened.window.focusWidget(), "Acme")
    opened.key(Qt.Key.Key_Return, CONTROL)

    (row,) = workspace.lists.rows()
    assert (row.role, row.company, row.stage) == ("Senior Python Developer", "Acme", Stage.SAVED)
    assert row.profile == "Python Developer"
    assert not is_open(opened)
    assert opened.page.selected_id() == row.id
    assert opened.window.toast.text == "Senior Python Developer at Acme added"


def test_what_is_missing_is_said_under_its_field(desk: Open, workspace: Workspace) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    QTest.keyClicks(sheet.form.texts["role"], "Gardener")

    opened.key(Qt.Key.Key_Return)

    assert sheet.form.field("company").error == "Type the company."
    assert sheet.form.field("role").error == ""
    assert sheet.form.texts["company"].hasFocus()
    assert workspace.lists.rows() == []
    opened.key(Qt.Key.Key_Escape)


def test_the_sheet_says_what_it_understands_while_one_types(desk: Open) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)

    sheet.form.texts["role"].setText("Senior Python Developer")
    sheet.form.texts["pay"].setText("$140-160k")
    sheet.form.texts["due"].setText("30 nov")
    opened.settle()

    def hint(name: str) -> str:
        return sheet.form.field(name).editor.accessibleDescription()

    assert sheet.form.profile.currentText() == "Python Developer"
    assert hint("pay") == "Understood as $140,000 – $160,000 a year; currency and period assumed"
    assert hint("profile") == ("Benchmark $140K – $165K. Midpoint $150K sits 40% up the benchmark.")
    assert hint("due") == "Monday, 30 Nov 2026"
    opened.key(Qt.Key.Key_Escape)


def test_a_role_chosen_by_hand_is_not_overruled_by_the_title(desk: Open) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Python Developer")
    opened.settle()

    sheet.form.profile.setCurrentIndex(0)
    sheet.form.profile.activated.emit(0)
    sheet.form.texts["role"].setText("Senior Python Developer")
    opened.settle()

    assert sheet.form.profile.currentText() == "No reference role"
    opened.key(Qt.Key.Key_Escape)


def test_typed_text_survives_escape_and_is_there_when_the_sheet_opens_again(desk: Open) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.side.edit.setPlainText("Roses\n\u00a0and weeds")

    opened.key(Qt.Key.Key_Escape)
    assert not is_open(opened)
    opened.key(Qt.Key.Key_N, CONTROL)

    again = sheet_of(opened)
    assert again.form.texts["role"].text() == "Gardener"
    assert again.side.edit.toPlainText() == "Roses\n\u00a0and weeds"
    opened.key(Qt.Key.Key_Escape)


def test_after_adding_the_sheet_is_empty_again(desk: Open, workspace: Workspace) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.form.texts["company"].setText("Rose Park")
    sheet.form.texts["pay"].setText("€30-35k")
    sheet.form.texts["next_action"].setText("Apply")
    sheet.form.texts["due"].setText("30 nov")
    sheet.side.edit.setPlainText("We grow\u00a0roses.")
    opened.key(Qt.Key.Key_Return, CONTROL)

    (row,) = workspace.lists.rows()
    record = workspace.applications.view(row.id).record
    opened.key(Qt.Key.Key_N, CONTROL)

    assert record.posting == "We grow\u00a0roses."
    assert (record.next_action, record.next_action_on) == ("Apply", date(2026, 11, 30))
    assert record.pay.currency == "EUR"
    assert sheet_of(opened).draft().is_empty
    opened.key(Qt.Key.Key_Escape)


def test_add_and_open_puts_the_keyboard_into_the_pane(desk: Open, some: dict[str, int]) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_Space)
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.form.texts["company"].setText("Rose Park")

    opened.key(Qt.Key.Key_Return, CONTROL | SHIFT)

    assert opened.pane.isVisible()
    assert opened.pane.head.title.text() == "Gardener"
    assert opened.pane.isAncestorOf(opened.window.focusWidget())


def test_others_at_the_same_company_are_counted_the_closed_ones_too(
    desk: Open, some: dict[str, int]
) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)

    sheet.form.texts["company"].setText("acme robotics ")
    opened.settle()

    assert sheet.form.same_company.text == "1 other application at Acme Robotics"
    opened.key(Qt.Key.Key_Escape)


def test_what_is_remembered_of_a_company_is_said_as_soon_as_it_is_typed(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    key = add("Acme", "Gardener", Stage.APPLIED, applied_on=date(2026, 5, 1))
    workspace.log.message(key, "No", incoming=True, on=date(2026, 6, 11))
    company = workspace.applications.view(key).company.id
    workspace.companies.edit(company, {"aliases": ("Acme Inc.",)})
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)

    sheet.form.texts["company"].setText("acme inc.")
    opened.settle()
    memory = "Applied once, one reply after 41 days."
    assert sheet.form.same_company.text == f"1 other application at Acme. {memory}"
    workspace.companies.edit(company, {"avoid": True, "avoid_reason": "Did not pay"})
    sheet.form.texts["company"].setText("Acme")
    opened.settle()

    warning = "You want to avoid Acme. Did not pay. 1 other application at Acme. "
    assert sheet.form.same_company.text == warning + memory
    opened.key(Qt.Key.Key_Escape)


def test_a_new_application_is_shown_though_a_filter_would_hide_it(
    desk: Open, some: dict[str, int], workspace: Workspace
) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_Slash)
    QTest.keyClicks(opened.page.dress().bar.field, "acme")
    opened.settle()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.form.texts["company"].setText("Rose Park")

    opened.key(Qt.Key.Key_Return, CONTROL)

    newest = max(row.id for row in workspace.lists.rows(ListQuery(scope=ALL)))
    assert opened.page.selected_id() == newest
    assert opened.page.dress().bar.field.text() == ""


def test_show_leaves_the_sheet_for_the_others_at_the_company_and_keeps_the_draft(
    desk: Open, some: dict[str, int]
) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.form.texts["company"].setText("Proseware")
    opened.settle()

    QTest.mouseClick(sheet.form.same_company.button, Qt.MouseButton.LeftButton)
    opened.settle()

    assert opened.shown() == ["Applied", "Data Engineer"]
    opened.key(Qt.Key.Key_N, CONTROL)
    assert sheet_of(opened).form.texts["role"].text() == "Gardener"
    opened.key(Qt.Key.Key_Escape)


def test_after_adding_the_keyboard_works_the_list_and_no_field_of_another_application(
    desk: Open, some: dict[str, int]
) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.key(Qt.Key.Key_Return)
    assert opened.pane.isAncestorOf(opened.window.focusWidget())
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.form.texts["company"].setText("Rose Park")

    opened.key(Qt.Key.Key_Return, CONTROL)

    assert opened.pane.head.title.text() == "Gardener"
    assert opened.table.hasFocus()


def test_after_adding_in_a_narrow_window_the_list_comes_forward(
    desk: Open, some: dict[str, int]
) -> None:
    opened = desk()
    opened.window.resize(900, 600)
    opened.select(some["acme"])
    opened.key(Qt.Key.Key_Return)
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    sheet.form.texts["role"].setText("Gardener")
    sheet.form.texts["company"].setText("Rose Park")

    opened.key(Qt.Key.Key_Return, CONTROL)

    assert opened.table.isVisible()
    assert opened.table.hasFocus()


@pytest.mark.parametrize("percent", [100, 150])
def test_what_is_said_under_the_fields_is_never_cut(desk: Open, theme: Theme, percent: int) -> None:
    opened = desk()
    theme.set_text_size(percent)
    opened.window.resize(1024, 640)
    opened.key(Qt.Key.Key_N, CONTROL)
    sheet = sheet_of(opened)
    for editor, text in (
        (sheet.form.texts["role"], "Developer"),
        (sheet.form.texts["company"], "Acme"),
        (sheet.form.texts["pay"], "120-140k CHF"),
        (sheet.form.texts["due"], "31.2."),
    ):
        editor.setText(text)
    opened.settle()

    opened.key(Qt.Key.Key_Return)

    for name in ("pay", "due"):
        (note,) = (one for one in sheet.form.field(name).findChildren(PlainLabel) if one.text())
        assert note.height() >= note.heightForWidth(note.width()), name
    assert not sheet.form.texts["due"].visibleRegion().isEmpty()
    theme.set_text_size(100)
    opened.key(Qt.Key.Key_Escape)


def test_prose_pasted_on_the_list_is_the_posting_of_a_new_application(
    desk: Open, some: dict[str, int]
) -> None:
    opened = desk()
    opened.select(some["acme"])
    QApplication.clipboard().setText("We look for a gardener.\nNice greenhouse.")
    opened.table.setFocus()

    opened.key(Qt.Key.Key_V, CONTROL)

    assert sheet_of(opened).side.edit.toPlainText() == "We look for a gardener.\nNice greenhouse."
    opened.key(Qt.Key.Key_Escape)
