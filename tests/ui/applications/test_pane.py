from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.support.clock import FakeClock
from tests.ui.applications.conftest import Desk

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace

Open = Callable[[], Desk]
Ids = dict[str, int]
CONTROL = Qt.KeyboardModifier.ControlModifier

# What the offscreen platform says when a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def editor(desk: Desk, label: str) -> QWidget:
    """The field of the pane with this accessible name."""
    found = [w for w in desk.pane.findChildren(QWidget) if w.accessibleName() == label]
    assert len(found) == 1
    return found[0]


def test_the_pane_follows_the_arrow_keys(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    assert opened.pane.head.title.text() == "Senior Python Developer"
    assert opened.pane.bar.position.text() == "1 of 4"

    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)

    assert opened.pane.head.title.text() == "Python Developer"
    assert opened.pane.bar.position.text() == "2 of 4"


def test_next_steps_over_the_headings_of_groups(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    QTest.mouseClick(opened.pane.bar.next, Qt.MouseButton.LeftButton)
    opened.settle()

    assert opened.page.selected_id() == some["litware"]


def test_brackets_step_from_the_pane_as_from_the_list(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.key("]")
    assert opened.page.selected_id() == some["litware"]

    opened.pane.take_focus()
    opened.key("]")
    opened.key("]")
    opened.key("[")
    assert opened.page.selected_id() == some["proseware"]

    opened.pane.parts.overview.activity.note.setFocus()
    opened.key("]")
    assert opened.pane.parts.overview.activity.note.text() == "]"
    assert opened.page.selected_id() == some["proseware"]


def test_space_toggles_the_pane_enter_goes_in_and_escape_closes(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.key(Qt.Key.Key_Space)
    assert not opened.pane.isVisible()

    opened.key(Qt.Key.Key_Return)
    assert opened.pane.isVisible()
    assert opened.pane.isAncestorOf(opened.window.focusWidget())
    opened.key(Qt.Key.Key_Escape)

    assert not opened.pane.isVisible()
    assert opened.table.hasFocus()


def test_s_and_a_letter_move_an_application_and_undo_brings_it_back(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_O)
    opened.key(Qt.Key.Key_Return)
    moved = workspace.applications.view(some["litware"]).record.stage
    assert opened.shown()[:2] == ["Offer", "Python Developer"]
    assert opened.page.selected_id() == some["litware"]
    assert opened.window.toast.text == "Litware AI moved to Offer"
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert moved is Stage.OFFER
    assert workspace.applications.view(some["litware"]).record.stage is Stage.APPLIED
    assert "Offer" not in opened.shown()
    assert opened.pane.head.stage.text() == "Applied"


def test_closing_takes_it_out_of_the_active_ones_and_the_neighbour_is_selected(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_R)
    opened.key(Qt.Key.Key_Return)

    assert workspace.applications.view(some["litware"]).record.outcome is Outcome.REJECTED
    assert opened.page.selected_id() == some["proseware"]
    assert opened.table.hasFocus()
    assert opened.pane.head.title.text() == "Data Engineer"


def test_a_closed_application_says_how_far_it_got_and_can_be_reopened(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    workspace.log.close(some["acme"], Outcome.NO_REPLY)
    opened = desk()
    opened.page.open_item(some["acme"])
    opened.settle()
    assert opened.pane.head.stage.text() == "No reply"
    assert opened.pane.head.standing.text() == "Reached Interview, closed today"

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_E)

    assert workspace.applications.view(some["acme"]).record.outcome is None
    assert opened.pane.head.stage.text() == "Interview"


def test_delete_can_be_undone_from_the_toast(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["munson"])

    opened.key(Qt.Key.Key_Delete)
    assert "Unicycle Tester" not in opened.shown()
    QTest.mouseClick(opened.window.toast.action, Qt.MouseButton.LeftButton)
    opened.settle()

    assert opened.shown()[-1] == "Unicycle Tester"


def test_the_pane_says_where_the_pay_stands(desk: Open, some: Ids) -> None:
    opened = desk()

    opened.select(some["acme"])

    assert (
        opened.pane.parts.overview.salary.sentence == "Midpoint $157.5K sits 70% up the benchmark."
    )


def test_a_typed_pay_is_understood_while_typing_and_stored_on_enter(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    facts, field = opened.pane.parts.overview.facts, editor(opened, "Posted range")

    opened.type_into(field, "$65/h")
    assert facts.note("pay") == "Understood as $65.00 an hour; currency assumed"
    opened.key(Qt.Key.Key_Return, on=field)

    assert workspace.applications.view(some["acme"]).record.pay.text == "$65/h"
    assert facts.note("pay") == ""
    assert "below the low end of the benchmark" in opened.pane.parts.overview.salary.sentence


def test_a_pay_that_runs_backwards_is_refused_in_place_and_escape_restores_it(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    facts, field = opened.pane.parts.overview.facts, editor(opened, "Posted range")

    opened.enter(field, "$170,000 - $145,000")
    assert "runs backwards" in facts.error("pay")
    assert field.property("text") == "$170,000 - $145,000"
    assert workspace.applications.view(some["acme"]).record.pay.text == "$145-170k"
    opened.key(Qt.Key.Key_Escape, on=field)

    assert field.property("text") == "$145-170k"
    assert opened.pane.isVisible()


def test_the_three_best_roles_are_offered_and_one_click_links(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    key = add("Acme", "Support Person", pay="$45-60k")
    opened = desk()
    opened.select(key)
    assert opened.pane.parts.overview.salary.sentence == "Link a role to compare pay."
    button = opened.pane.parts.overview.salary.proposals[0]
    title = button.text()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.settle()

    linked = workspace.applications.view(key).profile
    assert linked is not None
    assert linked.title == title
    assert not opened.pane.parts.overview.salary.proposals


def test_a_chosen_level_wins_over_the_title(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.enter(opened.pane.parts.overview.add_fact.editor, "level")

    opened.enter(editor(opened, "Level"), "mid")

    benchmark = workspace.applications.view(some["acme"]).benchmark
    assert benchmark is not None
    assert benchmark.range.level == "mid"


def test_a_date_is_typed_as_people_say_it(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.enter(editor(opened, "Applied"), "26 oct")
    opened.enter(editor(opened, "Next action date"), "fri")

    record = workspace.applications.view(some["litware"]).record
    assert record.applied_on == date(2026, 10, 26)
    assert record.next_action_on == date(2026, 11, 27)


def test_a_date_that_is_none_is_refused_in_place(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.enter(editor(opened, "Next action date"), "someday")

    assert "not a date" in opened.pane.head.next_action.note.text()
    today = FakeClock().today()
    kept = workspace.applications.view(some["litware"]).record.next_action_on
    assert kept == today - timedelta(days=3)


def test_done_clears_the_next_action_and_the_activity_keeps_it(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])

    QTest.mouseClick(opened.pane.head.next_action.done, Qt.MouseButton.LeftButton)
    opened.settle()

    view = workspace.applications.view(some["acme"])
    assert (view.record.next_action, view.record.next_action_on) == ("", None)
    assert "Done: " in view.events[-1].text
    assert not opened.pane.head.next_action.done.isVisible()


def test_f2_edits_the_role_and_an_empty_one_is_refused_above_the_page(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["munson"])

    opened.key(Qt.Key.Key_F2)
    opened.enter(opened.pane.head.title, "Chief Unicycle Tester")
    assert workspace.applications.view(some["munson"]).record.role == "Chief Unicycle Tester"
    opened.enter(opened.pane.head.title, "")

    assert "role is empty" in opened.window.banner.text
    assert opened.pane.head.title.text() == "Chief Unicycle Tester"


@pytest.mark.parametrize("field", ["note", "notes", "role"])
def test_what_cannot_be_stored_stays_in_its_field(desk: Open, some: Ids, field: str) -> None:
    opened = desk()
    opened.select(some["acme"])
    overview = opened.pane.parts.overview
    editor = {
        "note": overview.activity.note,
        "notes": overview.notes,
        "role": opened.pane.head.title,
    }[field]
    typed = "Ask about the \0 team"

    editor.setFocus()
    editor.put_back(typed)
    editor.commit()
    opened.settle()

    assert "cannot be stored" in opened.window.banner.text
    assert editor.value() == typed

    opened.select(some["litware"])
    assert editor.value() != typed
    opened.select(some["acme"])
    assert editor.value() == typed


def test_notes_are_kept_to_the_letter_when_the_field_is_left(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    notes = opened.pane.parts.overview.notes

    notes.setFocus()
    notes.insertPlainText("  two blanks before\n\nمرحبا 👩🏽‍💻  ")
    opened.table.setFocus()
    opened.settle()

    assert (
        workspace.applications.view(some["acme"]).record.notes
        == "  two blanks before\n\nمرحبا 👩🏽‍💻  "
    )


def test_what_is_typed_is_stored_before_another_application_is_shown(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])

    opened.type_into(editor(opened, "Location"), "Boston, MA")
    opened.table.step(1)
    opened.settle()

    assert workspace.applications.view(some["acme"]).record.location == "Boston, MA"
    assert workspace.applications.view(some["litware"]).record.location == ""
    assert opened.pane.head.company.text() == "Litware AI"


def test_a_opens_the_form_for_an_activity_and_the_note_goes_on_top(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    opened.key(Qt.Key.Key_A)
    sheet = opened.pane.sheets.activity
    assert sheet is not None
    QTest.keyClicks(sheet.text, "Called back")
    opened.key(Qt.Key.Key_Return, CONTROL, on=sheet.text)

    newest = opened.pane.parts.overview.activity.timeline.lines[0]
    assert (newest.title, newest.text, newest.day) == ("Note", "Called back", "Today")
    assert opened.table.hasFocus()


def test_a_note_is_typed_over_the_activity(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    note = opened.pane.parts.overview.activity.note

    opened.enter(note, "Called back")

    newest = opened.pane.parts.overview.activity.timeline.lines[0]
    assert (newest.title, newest.text, newest.day) == ("Note", "Called back", "Today")
    assert note.text() == ""


def test_a_summary_of_the_selected_application_is_copied_from_the_list(
    desk: Open, some: Ids
) -> None:
    opened = desk()
    opened.select(some["acme"])

    opened.key(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert QGuiApplication.clipboard().text().startswith("Senior Python Developer at Acme Robotics")
    assert opened.window.toast.text == "Summary copied"


def test_the_posting_is_shown_and_edited_as_plain_text(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    key = add("Acme", "Gardener", posting="<b>Roses</b> & weeds")
    opened = desk()
    opened.select(key)
    assert opened.pane.parts.posting.editor.toPlainText() == "<b>Roses</b> & weeds"

    opened.pane.parts.posting.editor.setFocus()
    opened.pane.parts.posting.editor.insertPlainText("Wanted: ")
    opened.table.setFocus()
    opened.settle()

    assert workspace.applications.view(key).record.posting == "Wanted: <b>Roses</b> & weeds"


def test_l_asks_for_a_letter_and_a_letter_listed_asks_to_be_opened(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    letter = workspace.letters.draft(some["acme"]).value
    opened = desk()
    wanted: list[int] = []
    chosen: list[int] = []
    opened.page.intents.letter_wanted.subscribe(wanted.append)
    opened.page.intents.letter_chosen.subscribe(chosen.append)
    opened.select(some["acme"])

    opened.key(Qt.Key.Key_L)
    opened.pane.parts.letters.buttons[0].click()

    assert wanted == [some["acme"]]
    assert chosen == [letter]


def test_everything_that_takes_the_focus_has_a_name(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    nameless = [
        widget
        for widget in opened.page.findChildren(QWidget)
        if widget.window() is opened.window
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
    ]

    assert nameless == []


def test_a_note_of_a_million_characters_without_a_blank_is_shown_at_once(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    long = add("Acme", "Archivist", notes="x" * 1_000_000)
    short = add("Bolt", "Gardener", notes="roses\u00a0red")
    opened = desk()
    notes = opened.pane.parts.overview.notes

    opened.select(long)
    assert len(notes.value()) == 1_000_000
    opened.select(short)

    assert notes.value() == "roses\u00a0red"


def test_d_puts_the_keyboard_on_the_date_of_the_next_action(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    opened.key(Qt.Key.Key_D)

    assert opened.pane.head.next_action.day.hasFocus()


def test_the_menu_of_a_row_writes_a_letter(desk: Open, some: Ids) -> None:
    opened = desk()
    wanted: list[int] = []
    opened.page.intents.letter_wanted.subscribe(wanted.append)
    opened.select(some["litware"])

    opened.table.menu_wanted.put(opened.window.mapToGlobal(opened.table.pos()))
    menu = opened.commands.row_menu
    assert menu.isVisible()
    letter = next(action for action in menu.actions() if action.text() == "Write letter")
    letter.trigger()
    menu.close()

    assert wanted == [some["litware"]]


@pytest.mark.parametrize(
    ("letter", "stage", "outcome"),
    [(Qt.Key.Key_A, Stage.APPLIED, None), (Qt.Key.Key_D, Stage.SAVED, Outcome.DECLINED)],
)
def test_a_letter_in_the_menu_of_stages_is_not_taken_for_a_key_of_the_list(
    desk: Open,
    some: Ids,
    workspace: Workspace,
    letter: Qt.Key,
    stage: Stage,
    outcome: Outcome | None,
) -> None:
    opened = desk()
    opened.select(some["munson"])

    opened.key(Qt.Key.Key_S)
    opened.key(letter)
    if outcome is not None:
        opened.key(Qt.Key.Key_Return)

    record = workspace.applications.view(some["munson"]).record
    assert (record.stage, record.outcome) == (stage, outcome)
    assert opened.table.hasFocus()


def test_redo_in_a_field_without_typing_is_the_window_s(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["litware"])
    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_O)
    opened.key(Qt.Key.Key_Return)
    field = editor(opened, "Posted range")
    field.setFocus()

    opened.key(Qt.Key.Key_Z, CONTROL)
    undone = workspace.applications.view(some["litware"]).record.stage
    opened.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert undone is Stage.APPLIED
    assert workspace.applications.view(some["litware"]).record.stage is Stage.OFFER


def test_letters_work_in_the_pane_while_the_keyboard_is_on_no_text(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    opened.key(Qt.Key.Key_Return)

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_C)
    assert workspace.applications.view(some["acme"]).record.stage is Stage.SCREENING
    opened.pane.take_focus()
    opened.key(Qt.Key.Key_A)

    assert opened.pane.sheets.activity is not None
    opened.key(Qt.Key.Key_Escape)
    opened.type_into(opened.pane.head.title, "sad")
    assert opened.pane.head.title.text() == "sad"


def test_a_letter_typed_over_an_open_list_of_choices_is_no_command(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])
    field = opened.pane.parts.overview.add_fact.editor
    field.setFocus()

    opened.key(Qt.Key.Key_Down)
    opened.key("d")
    opened.key("e")

    assert field.text() == "de"
    assert opened.pane.sheets.activity is None
    opened.key(Qt.Key.Key_Escape)
