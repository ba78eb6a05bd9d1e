"""The day as a person sees it, and what its keys and its pointer do."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from tests.ui.today.conftest import TODAY, Desk, day

from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.today.snoozing import DaySheet, near_days
from jobtracker.ui.features.today.task_list import TaskList, shape_of
from jobtracker.ui.widgets.shadow import MARGIN as TOAST_MARGIN

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


def hint_of(sheet: DaySheet) -> str:
    """What stands under the field."""
    return " ".join(label.text() for label in sheet.field.findChildren(QLabel))


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


@pytest.mark.parametrize(("steps", "expected"), [(0, day(1)), (1, day(3))])
def test_z_and_enter_put_a_task_off(
    desk: Open, busy: Ids, workspace: Workspace, steps: int, expected: object
) -> None:
    opened = desk()

    opened.press(KEY.Key_Down, KEY.Key_Z, *[KEY.Key_Down] * steps, KEY.Key_Return)

    assert workspace.applications.view(busy["litware"]).record.next_action_on == expected
    assert "put off to" in opened.window.toast.text


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 22), ["Tomorrow", "In 3 days, Wed 25 Nov"]),
        (date(2026, 11, 20), ["Tomorrow", "In 3 days, Mon 23 Nov"]),
        (date(2026, 11, 21), ["Tomorrow", "Next week, Mon 23 Nov", "In 3 days, Tue 24 Nov"]),
        (date(2026, 11, 17), ["Tomorrow", "In 3 days, Fri 20 Nov", "Next week, Mon 23 Nov"]),
    ],
)
def test_each_near_day_is_offered_once_and_in_its_order(today: date, expected: list[str]) -> None:
    assert [words for _day, words in near_days(today)] == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("wed", day(3)), ("fri", day(5)), ("tue", day(2)), ("+4", day(4))]
)
def test_what_is_typed_into_the_snooze_menu_is_a_day(
    desk: Open, busy: Ids, workspace: Workspace, typed: str, expected: object
) -> None:
    opened = desk()
    before = len(opened.due)

    opened.press(KEY.Key_Down, KEY.Key_Z)
    opened.types(typed)
    assert len(opened.due) == before, "nothing behind has heard a key"
    opened.press(KEY.Key_Return)

    assert workspace.applications.view(busy["litware"]).record.next_action_on == expected
    assert len(opened.due) == before - 1


def test_snooze_all_takes_a_typed_day_too(desk: Open, busy: Ids, workspace: Workspace) -> None:
    opened = desk()

    opened.page.tasks.snooze_all.click()
    opened.types("wed")
    opened.press(KEY.Key_Return)

    days = [
        workspace.applications.view(busy[name]).record.next_action_on
        for name in ("litware", "wingtip")
    ]
    assert days == [day(3), day(3)]


def test_a_day_can_be_typed(desk: Open, busy: Ids, workspace: Workspace) -> None:
    opened = desk()
    opened.press(KEY.Key_Down, KEY.Key_Z, KEY.Key_Up, KEY.Key_Return)
    sheet = opened.sheet(DaySheet)
    assert isinstance(sheet, DaySheet)

    QTest.keyClicks(sheet.editor, "never")
    opened.press(KEY.Key_Return)
    assert "not a date" in sheet.field.error
    sheet.editor.clear()
    QTest.keyClicks(sheet.editor, "yesterday")
    assert "That day has passed" in hint_of(sheet)
    sheet.editor.clear()
    QTest.keyClicks(sheet.editor, "+5")
    opened.press(KEY.Key_Return)

    assert workspace.applications.view(busy["litware"]).record.next_action_on == day(5)
    assert opened.at == "Finish the letter, Wingtip"


@pytest.mark.usefixtures("busy")
def test_an_interview_cannot_be_put_off_and_that_is_said(desk: Open) -> None:
    opened = desk()

    opened.press(KEY.Key_Z)

    assert QApplication.activePopupWidget() is None
    assert opened.intents("refused") == ["An interview can't be put off here: change its time"]


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("keys", [(KEY.Key_E,), (KEY.Key_Z, KEY.Key_Return)])
def test_what_an_undo_brings_back_is_at_hand_again(desk: Open, keys: tuple[Qt.Key, ...]) -> None:
    opened = desk()
    opened.press(KEY.Key_Down, *keys)
    assert opened.at == "Finish the letter, Wingtip"
    opened.press(KEY.Key_Down)

    opened.book["undo"].trigger()
    opened.settle()

    assert opened.at == "Follow up, Litware AI"


def test_the_last_row_s_button_is_clear_of_a_toast(desk: Open, add: Add) -> None:
    for number in range(12):
        add(f"Company {number:02}", next_action="Follow up", next_action_on=day(0))
    opened = desk()
    rows = opened.page.tasks.due
    opened.press(*[KEY.Key_Down] * 11)

    opened.window.toast.say("Something was done")

    shape = shape_of(opened.theme, rows.visualRect(rows.currentIndex()), rows.selected())
    button_end = rows.viewport().mapToGlobal(shape.step.bottomLeft()).y()
    assert button_end < opened.window.toast.mapToGlobal(QPoint(0, TOAST_MARGIN)).y()


@pytest.mark.usefixtures("busy")
def test_all_that_can_be_put_off_is_in_one_step(desk: Open) -> None:
    opened = desk()

    opened.page.tasks.snooze_all.click()
    opened.press(KEY.Key_Return)

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

    assert opened.intents("review_wanted") == ["unplanned"]


def test_those_looked_at_in_the_review_are_not_named_again(
    desk: Open, add: Add, workspace: Workspace
) -> None:
    forgotten = add("Forgotten")
    opened = desk()
    banner = opened.page.tasks.banner
    assert banner.text.startswith("1 open application has no next step")

    opened.commander.change(lambda: workspace.review.keep(forgotten))
    opened.settle()

    assert not banner.isVisible()


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


def offered(workspace: Workspace, application: int, deadline: date) -> int:
    pay = Pay(120_000_00, 120_000_00, "USD", Period.YEAR, "120k")
    return workspace.offers.add(
        application, Package(pay), received_on=day(-5), deadline=deadline
    ).value


def test_an_offer_stands_there_from_before_its_deadline_until_it_is_answered(
    desk: Open, add: Add, workspace: Workspace
) -> None:
    for company, at in (("Acme", -2), ("Contoso", 0), ("Litware", 3), ("Fabrikam", 20)):
        offered(workspace, add(company), day(at))

    opened = desk()

    assert opened.due == [
        "Reply to the offer, Acme, Python Developer, 2 days late",
        "Reply to the offer, Contoso, Python Developer, Today",
    ]
    assert opened.coming == ["Reply to the offer, Litware, Python Developer, Wed 25 Nov"]


@pytest.mark.parametrize(("letter", "outcome"), [("A", Outcome.ACCEPTED), ("D", Outcome.DECLINED)])
def test_to_finish_a_reply_asks_what_was_replied_and_closes_the_application(
    desk: Open, add: Add, workspace: Workspace, letter: str, outcome: Outcome
) -> None:
    acme = add("Acme")
    offered(workspace, acme, day(0))
    opened = desk()

    opened.press(KEY.Key_Down, KEY.Key_E)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "What did you reply?"
    opened.types(letter.lower())
    opened.settle()

    assert workspace.applications.view(acme).record.outcome is outcome
    assert opened.due == []
    opened.commander.change(workspace.history.undo, owner=opened.page)
    opened.settle()
    assert len(opened.due) == 1


def test_an_offer_s_deadline_is_not_put_off_and_says_where_it_is_changed(
    desk: Open, add: Add, workspace: Workspace
) -> None:
    offered(workspace, add("Acme"), day(0))
    opened = desk()

    opened.press(KEY.Key_Down, KEY.Key_Z)

    assert opened.intents("refused") == [
        "An offer's deadline can't be put off here: change it in the offer"
    ]
