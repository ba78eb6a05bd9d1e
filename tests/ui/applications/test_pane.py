from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
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
    assert opened.pane.title.text() == "Senior Python Developer"
    assert opened.pane.position.text() == "1 of 4"

    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Down)

    assert opened.pane.title.text() == "Python Developer"
    assert opened.pane.position.text() == "2 of 4"


def test_next_steps_over_the_headings_of_groups(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    QTest.mouseClick(opened.pane.next, Qt.MouseButton.LeftButton)
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

    opened.pane.overview.note.setFocus()
    opened.key("]")
    assert opened.pane.overview.note.text() == "]"
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
    moved = workspace.applications.view(some["litware"]).record.stage
    assert opened.shown()[:2] == ["Offer", "Python Developer"]
    assert opened.page.selected_id() == some["litware"]
    assert opened.window.toast.text == "Litware AI moved to Offer"
    opened.key(Qt.Key.Key_Z, CONTROL)

    assert moved is Stage.OFFER
    assert workspace.applications.view(some["litware"]).record.stage is Stage.APPLIED
    assert "Offer" not in opened.shown()
    assert opened.pane.stage.text() == "Applied"


def test_closing_takes_it_out_of_the_active_ones_and_the_neighbour_is_selected(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["litware"])

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_R)

    assert workspace.applications.view(some["litware"]).record.outcome is Outcome.REJECTED
    assert opened.page.selected_id() == some["proseware"]
    assert opened.table.hasFocus()
    assert opened.pane.title.text() == "Data Engineer"


def test_a_closed_application_says_how_far_it_got_and_can_be_reopened(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    workspace.applications.close(some["acme"], Outcome.NO_REPLY)
    opened = desk()
    opened.page.open_item(some["acme"])
    opened.settle()
    assert opened.pane.stage.text() == "No reply"
    assert opened.pane.ended.text() == "Reached Interview, closed Today"

    opened.key(Qt.Key.Key_S)
    opened.key(Qt.Key.Key_E)

    assert workspace.applications.view(some["acme"]).record.outcome is None
    assert opened.pane.stage.text() == "Interview"


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

    assert opened.pane.overview.salary.sentence == "Midpoint $157.5K sits 70% up the benchmark."


def test_a_typed_pay_is_understood_while_typing_and_stored_on_enter(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    facts, field = opened.pane.overview.facts, editor(opened, "Posted range")

    opened.type_into(field, "$65/h")
    assert facts.note("pay") == "Understood as $65.00 an hour; currency assumed"
    opened.key(Qt.Key.Key_Return, on=field)

    assert workspace.applications.view(some["acme"]).record.pay.text == "$65/h"
    assert facts.note("pay") == ""
    assert "below the benchmark" in opened.pane.overview.salary.sentence


def test_a_pay_that_runs_backwards_is_refused_in_place_and_escape_restores_it(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["acme"])
    facts, field = opened.pane.overview.facts, editor(opened, "Posted range")

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
    assert opened.pane.overview.salary.sentence == "Link a role to compare pay."
    button = opened.pane.overview.salary.proposals[0]
    title = button.text()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.settle()

    linked = workspace.applications.view(key).profile
    assert linked is not None
    assert linked.title == title
    assert not opened.pane.overview.salary.proposals


def test_a_chosen_level_wins_over_the_title(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    opened.select(some["acme"])
    level = opened.pane.overview.level
    assert level.currentText() == "By its title: senior"

    level.setCurrentIndex(1)
    level.activated.emit(1)
    opened.settle()

    benchmark = workspace.applications.view(some["acme"]).benchmark
    assert benchmark is not None
    assert benchmark.range.level == level.value() != "senior"


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

    assert "not a date" in opened.pane.next_action.note.text()
    today = FakeClock().today()
    kept = workspace.applications.view(some["litware"]).record.next_action_on
    assert kept == today - timedelta(days=3)


def test_done_clears_the_next_action(desk: Open, some: Ids, workspace: Workspace) -> None:
    opened = desk()
    opened.select(some["acme"])

    QTest.mouseClick(opened.pane.next_action.done, Qt.MouseButton.LeftButton)
    opened.settle()

    record = workspace.applications.view(some["acme"]).record
    assert (record.next_action, record.next_action_on) == ("", None)
    assert not opened.pane.next_action.done.isVisible()


def test_f2_edits_the_role_and_an_empty_one_is_refused_above_the_page(
    desk: Open, some: Ids, workspace: Workspace
) -> None:
    opened = desk()
    opened.select(some["munson"])

    opened.key(Qt.Key.Key_F2)
    opened.enter(opened.pane.title, "Chief Unicycle Tester")
    assert workspace.applications.view(some["munson"]).record.role == "Chief Unicycle Tester"
    opened.enter(opened.pane.title, "")

    assert "role is empty" in opened.window.banner.text
    assert opened.pane.title.text() == "Chief Unicycle Tester"


@pytest.mark.parametrize("field", ["note", "notes", "role"])
def test_what_cannot_be_stored_stays_in_its_field(desk: Open, some: Ids, field: str) -> None:
    opened = desk()
    opened.select(some["acme"])
    overview = opened.pane.overview
    editor = {"note": overview.note, "notes": overview.notes, "role": opened.pane.title}[field]
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
    notes = opened.pane.overview.notes

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
    assert opened.pane.subtitle.accessibleName() == "Litware AI"


def test_a_note_goes_on_top_of_the_activity(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    opened.key(Qt.Key.Key_A)
    opened.enter(opened.pane.overview.note, "Called back")

    newest = opened.pane.overview.timeline.lines[0]
    assert (newest.title, newest.text, newest.day) == ("Note", "Called back", "Today")
    assert opened.pane.overview.note.text() == ""


def test_the_posting_is_shown_and_edited_as_plain_text(
    desk: Open, add: Callable[..., int], workspace: Workspace
) -> None:
    key = add("Acme", "Gardener", posting="<b>Roses</b> & weeds")
    opened = desk()
    opened.select(key)
    assert opened.pane.posting.editor.toPlainText() == "<b>Roses</b> & weeds"

    opened.pane.posting.editor.setFocus()
    opened.pane.posting.editor.insertPlainText("Wanted: ")
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
    opened.pane.letters.buttons[0].click()

    assert wanted == [some["acme"]]
    assert chosen == [letter]


def test_everything_that_takes_the_focus_has_a_name(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    nameless = [
        widget
        for widget in opened.page.findChildren(QWidget)
        if widget.window() is opened.window
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
    notes = opened.pane.overview.notes

    opened.select(long)
    assert len(notes.value()) == 1_000_000
    opened.select(short)

    assert notes.value() == "roses\u00a0red"


def test_d_puts_the_keyboard_on_the_date_of_the_next_action(desk: Open, some: Ids) -> None:
    opened = desk()
    opened.select(some["acme"])

    opened.key(Qt.Key.Key_D)

    assert opened.pane.next_action.day.hasFocus()


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
    field = editor(opened, "Posted range")
    field.setFocus()

    opened.key(Qt.Key.Key_Z, CONTROL)
    undone = workspace.applications.view(some["litware"]).record.stage
    opened.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert undone is Stage.APPLIED
    assert workspace.applications.view(some["litware"]).record.stage is Stage.OFFER
