"""The day as a person sees it, and what its keys and its pointer do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from tests.ui.today.conftest import TODAY, Desk, day

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.today.snoozing import DaySheet
from jobtracker.ui.features.today.task_list import TaskList, shape_of

Open = Callable[..., Desk]
Add = Callable[..., int]
Ids = dict[str, int]
KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # real menus


def press_at(opened: Desk, rows: TaskList, at: int, part: str) -> None:
    """Click the circle or the button of a row."""
    rect = rows.visualRect(rows.model().index(at, 0))
    shape = shape_of(opened.theme, rect, rows.rows.rows[at])
    target = getattr(shape, part).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(target))
    opened.settle()


@pytest.mark.usefixtures("busy")
def test_tasks_are_read_aloud_with_whom_and_when(desk: Open) -> None:
    opened = desk()

    assert opened.due == [
        "Technical interview, Acme, Python Developer, Today 14:00",
        "Follow up, Litware AI, Python Developer, 3 days late",
        "Finish the letter, Wingtip, Python Developer, Today",
    ]
    assert opened.coming == [
        "Send availability, Woodgrove, Python Developer, Tomorrow",
        "Reply to offer, Northwind, Python Developer, Tue 24 Nov",
    ]


@pytest.mark.usefixtures("busy")
def test_the_strip_is_a_list_of_the_five_stages(desk: Open) -> None:
    opened = desk()

    assert opened.spoken(opened.page.tasks.strip.legend) == [
        "Saved, 0 of 5",
        "Applied, 3 of 5",
        "Screening, 0 of 5",
        "Interview, 1 of 5",
        "Offer, 1 of 5",
    ]


@pytest.mark.usefixtures("busy")
def test_the_keyboard_begins_at_the_first_task_and_the_arrows_walk_through_both_lists(
    desk: Open,
) -> None:
    opened = desk()
    assert opened.at == "Technical interview, Acme"

    walked = []
    for _ in range(5):
        opened.press(KEY.Key_Down)
        walked.append(opened.at)
    opened.press(KEY.Key_Up, KEY.Key_Up)

    assert walked == [
        "Follow up, Litware AI",
        "Finish the letter, Wingtip",
        "Send availability, Woodgrove",
        "Reply to offer, Northwind",
        "Reply to offer, Northwind",
    ]
    assert opened.at == "Finish the letter, Wingtip"


def test_enter_presses_the_button_of_the_row_and_space_opens_the_application(
    desk: Open, busy: Ids
) -> None:
    opened = desk()

    opened.press(KEY.Key_Return, KEY.Key_Down, KEY.Key_Return, KEY.Key_Space)

    steps = [(task.application_id, task.step.value) for task in opened.intents("stepped")]
    assert steps == [(busy["acme"], "Prepare"), (busy["litware"], "Write")]
    assert opened.intents("opened") == [busy["litware"]]


def test_e_finishes_a_task_and_the_keyboard_stays_on_its_neighbour(
    desk: Open, busy: Ids, workspace: Workspace
) -> None:
    opened = desk()

    opened.press(KEY.Key_Down, KEY.Key_E)

    assert opened.at == "Finish the letter, Wingtip"
    assert workspace.applications.view(busy["litware"]).record.next_action == ""
    assert opened.window.toast.text.startswith("“Follow up” done")
    opened.book["undo"].trigger()
    opened.settle()
    assert len(opened.due) == 3


def test_the_last_task_done_hands_the_keyboard_to_the_next_days(desk: Open, add: Add) -> None:
    add("Acme", next_action="Call", next_action_on=day(0))
    add("Globex", next_action="Call", next_action_on=day(1))
    opened = desk()

    opened.press(KEY.Key_E)
    assert opened.at == "Call, Globex"
    opened.press(KEY.Key_E)

    assert opened.at == "Add application"


def test_of_an_interview_one_says_how_it_went_with_a_letter(
    desk: Open, busy: Ids, workspace: Workspace
) -> None:
    opened = desk()

    opened.press(KEY.Key_E)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    opened.press(KEY.Key_P)

    (interview,) = workspace.interviews.of(busy["acme"])
    assert interview.result == "passed"
    assert "Send thank-you note, Acme, Python Developer, Today" in opened.due


def test_a_deadline_that_is_done_means_applied(desk: Open, add: Add, workspace: Workspace) -> None:
    key = add("Acme", Stage.SAVED, deadline=day(0))
    opened = desk()

    opened.press(KEY.Key_E)

    assert workspace.applications.view(key).record.stage is Stage.APPLIED
    assert opened.window.toast.text.startswith("Acme moved to Applied")


@pytest.mark.parametrize(
    ("letter", "expected"), [(KEY.Key_T, day(1)), (KEY.Key_3, day(3)), (KEY.Key_W, day(1))]
)
def test_z_and_a_letter_put_a_task_off(
    desk: Open, busy: Ids, workspace: Workspace, letter: Qt.Key, expected: object
) -> None:
    opened = desk()

    opened.press(KEY.Key_Down, KEY.Key_Z, letter)

    assert workspace.applications.view(busy["litware"]).record.next_action_on == expected
    assert "put off to" in opened.window.toast.text


def test_a_day_can_be_typed(desk: Open, busy: Ids, workspace: Workspace) -> None:
    opened = desk()
    opened.press(KEY.Key_Down, KEY.Key_Z, KEY.Key_P)
    sheet = opened.sheet(DaySheet)
    assert isinstance(sheet, DaySheet)

    QTest.keyClicks(sheet.editor, "never")
    opened.press(KEY.Key_Return)
    assert "not a date" in sheet.field.error
    sheet.editor.clear()
    QTest.keyClicks(sheet.editor, "+5")
    opened.press(KEY.Key_Return)

    assert workspace.applications.view(busy["litware"]).record.next_action_on == day(5)
    assert opened.at == "Finish the letter, Wingtip"


@pytest.mark.usefixtures("busy")
def test_an_interview_cannot_be_put_off(desk: Open) -> None:
    opened = desk()

    opened.press(KEY.Key_Z)

    assert QApplication.activePopupWidget() is None
    assert not opened.book["today snooze"].isEnabled()


@pytest.mark.usefixtures("busy")
def test_all_that_can_be_put_off_is_in_one_step(desk: Open) -> None:
    opened = desk()

    opened.page.tasks.snooze_all.click()
    opened.press(KEY.Key_T)

    assert opened.due == ["Technical interview, Acme, Python Developer, Today 14:00"]
    assert opened.window.toast.text.startswith("2 tasks put off to tomorrow")
    opened.book["undo"].trigger()
    opened.settle()
    assert len(opened.due) == 3


@pytest.mark.usefixtures("busy")
def test_silenced_letters_do_nothing_and_the_row_menu_still_does(desk: Open) -> None:
    opened = desk()
    opened.book.allow_single_letters(False)

    opened.press(KEY.Key_Down, KEY.Key_E)
    assert len(opened.due) == 3
    opened.book["today done"].trigger()
    opened.settle()

    assert len(opened.due) == 2


def test_the_pointer_ticks_the_circle_and_presses_the_button(desk: Open, busy: Ids) -> None:
    opened = desk()

    press_at(opened, opened.page.tasks.coming, 1, "step")
    press_at(opened, opened.page.tasks.coming, 0, "circle")

    assert [task.application_id for task in opened.intents("stepped")] == [busy["northwind"]]
    assert opened.coming == ["Reply to offer, Northwind, Python Developer, Tue 24 Nov"]


@pytest.mark.usefixtures("busy")
def test_a_stage_of_the_strip_leads_to_its_applications(desk: Open) -> None:
    opened = desk()
    legend = opened.page.tasks.strip.legend

    legend.setFocus(Qt.FocusReason.TabFocusReason)
    opened.press(KEY.Key_Right, KEY.Key_Return)

    assert opened.intents("stage_chosen") == ["applied"]


def test_the_pane_shows_the_week_the_interviews_and_who_is_silent(
    desk: Open, busy: Ids, add: Add, workspace: Workspace
) -> None:
    for number in range(6):
        silent = add(f"Silent {number}")
        workspace.applications.edit(silent, {"applied_on": day(-30 - number)})
    opened = desk()
    side = opened.page.side

    assert opened.spoken(side.meetings) == [
        "Technical interview, Acme, Python Developer, Today 14:00"
    ]
    assert side.all_quiet.isVisible() == (len(workspace.log.quiet()) > 5)
    side.meetings.setFocus(Qt.FocusReason.TabFocusReason)
    opened.press(KEY.Key_Return)
    assert [one.application_id for one in opened.intents("meeting_opened")] == [busy["acme"]]


def test_without_a_goal_the_week_only_says_what_was_sent(
    desk: Open, add: Add, workspace: Workspace
) -> None:
    add("Acme")
    workspace.preferences.set_weekly_goal(0)

    opened = desk()

    assert opened.page.side.week.accessibleName() == "This week: 1 application sent"


@pytest.mark.usefixtures("busy")
def test_open_ones_without_a_next_step_lead_to_the_review(desk: Open, add: Add) -> None:
    add("Forgotten")
    opened = desk()
    banner = opened.page.tasks.banner

    assert banner.text.startswith("2 open applications have no next step"), "and the interview's"
    banner.button.click()

    assert len(opened.intents("review_wanted")) == 1


def test_where_nothing_is_due_saved_postings_are_proposed(desk: Open, add: Add) -> None:
    add("Acme", Stage.SAVED, next_action="Read", next_action_on=day(30))
    opened = desk()

    assert opened.page.tasks.empty.isVisible()
    assert opened.at == "Look at saved"
    opened.press(KEY.Key_Return)

    assert opened.intents("stage_chosen") == ["saved"]
    assert not opened.page.tasks.banner.isVisible()


@pytest.mark.usefixtures("busy")
def test_where_something_is_due_nothing_is_proposed_instead(desk: Open, add: Add) -> None:
    add("Acme", Stage.SAVED)
    opened = desk()

    opened.page.arrive()

    assert "Nothing due" not in [
        label.text() for label in opened.page.findChildren(QLabel) if label.isVisible()
    ]


@pytest.mark.usefixtures("busy")
def test_paste_asks_for_the_add_sheet(desk: Open) -> None:
    opened = desk()
    focused = QApplication.focusWidget()
    assert focused is not None

    QTest.keyClick(focused, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert len(opened.intents("pasted")) == 1


def test_what_changes_elsewhere_is_shown(desk: Open, busy: Ids, workspace: Workspace) -> None:
    opened = desk()

    opened.commander.change(lambda: workspace.log.close(busy["litware"], Outcome.REJECTED))
    opened.settle()

    assert not any("Litware" in words for words in opened.due)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 640)])
def test_everything_can_be_reached_and_seen(desk: Open, width: int, height: int) -> None:
    opened = desk(width, height)
    page = opened.page

    for region in page.regions():
        region.setFocus(Qt.FocusReason.TabFocusReason)
        opened.settle()
        assert region.hasFocus()
        assert not region.visibleRegion().isEmpty(), region.accessibleName()
    assert page.tasks.horizontalScrollBar().maximum() == 0
    assert page.side.isVisible()


@pytest.mark.usefixtures("busy")
def test_tab_leaves_the_tasks_and_comes_round_again(desk: Open) -> None:
    opened = desk()
    seen = []
    for _ in range(30):
        opened.press(KEY.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        if focused is opened.page.tasks.due:
            break

    assert seen[-1] == "Do today"
    assert {"Next days", "Interviews", "Open applications by stage"} <= set(seen)


@pytest.mark.usefixtures("busy")
def test_the_page_names_its_lists_and_the_day(desk: Open) -> None:
    opened = desk()

    assert opened.page.header.note.text() == f"{TODAY:%A} {TODAY.day} {TODAY:%B}"
    names = [region.accessibleName() for region in opened.page.regions()]
    assert names == ["Open applications by stage", "Do today", "Next days", "Interviews"]
    interface = QAccessible.queryAccessibleInterface(opened.page.tasks.due)
    assert interface.childCount() == 3
