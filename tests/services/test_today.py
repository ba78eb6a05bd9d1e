"""A person's day, as it follows from what is stored."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.interviews import InterviewFields, InterviewResult
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.today import Step, TaskKind
from jobtracker.services.workspace import Workspace
from jobtracker.storage.search_index import driver_of

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields

TODAY = FakeClock().today()
STATEMENTS = 13
"""What the view asks of the file, transactions not counted."""


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def add(workspace: Workspace, company: str, stage: Stage = Stage.APPLIED, **more: object) -> int:
    fields: ApplicationFields = {"company": company, "role": "Tester", "stage": stage}
    key = workspace.applications.add(fields).value
    if more:
        workspace.applications.edit(key, more)  # type: ignore[arg-type]
    return key


def meet(workspace: Workspace, application: int, offset: int, time: str = "T14:00") -> int:
    starts = f"{day(offset).isoformat()}{time}"
    fields: InterviewFields = {"starts": starts, "kind": "video"}
    return workspace.interviews.add(application, fields).value


def due(workspace: Workspace) -> list[tuple[str, str]]:
    return [(task.company, task.words) for task in workspace.today.view().due]


def coming(workspace: Workspace) -> list[tuple[str, str]]:
    return [(task.company, task.words) for task in workspace.today.view().coming]


def test_next_actions_are_due_when_their_day_has_come_and_coming_for_a_week(
    workspace: Workspace,
) -> None:
    add(workspace, "Late", next_action="Follow up", next_action_on=day(-3))
    add(workspace, "Now", next_action="Send availability", next_action_on=day(0))
    add(workspace, "Soon", next_action="Call", next_action_on=day(7))
    add(workspace, "Far", next_action="Call", next_action_on=day(8))

    assert due(workspace) == [("Late", "Follow up"), ("Now", "Send availability")]
    assert coming(workspace) == [("Soon", "Call")]
    assert workspace.today.due_count() == 2


def test_what_rests_or_has_ended_asks_for_nothing(workspace: Workspace) -> None:
    add(workspace, "Resting", next_action="Follow up", next_action_on=day(0), on_hold=True)
    ended = add(workspace, "Ended", next_action="Follow up", next_action_on=day(0))
    workspace.log.close(ended, Outcome.REJECTED)
    add(workspace, "Shelved", next_action="Follow up", next_action_on=day(0), archived=True)

    view = workspace.today.view()

    assert view.due == ()
    assert view.due_count == view.without_next == 0
    assert view.stages["applied"] == 1, "the one on hold is still open"


def test_interviews_come_with_their_time_and_then_ask_for_thanks(
    workspace: Workspace, clock: FakeClock
) -> None:
    key = add(workspace, "Acme", Stage.INTERVIEW)
    interview = meet(workspace, key, 1)
    assert coming(workspace) == [("Acme", "Video interview")]

    clock.advance(timedelta(days=1))
    (today,) = workspace.today.view().due
    assert (today.time, today.step) == ("14:00", Step.PREPARE)

    clock.advance(timedelta(days=1))
    (thanks,) = workspace.today.view().due
    assert (thanks.kind, thanks.day, thanks.interview_id) == (TaskKind.THANKS, day(1), interview)

    workspace.today.thank(interview)
    assert due(workspace) == []
    assert workspace.interviews.get(interview).thanked_on == day(2)


@pytest.mark.parametrize("result", [InterviewResult.CANCELLED, InterviewResult.NO_SHOW])
def test_nobody_is_thanked_for_what_did_not_take_place(
    workspace: Workspace, result: InterviewResult
) -> None:
    interview = meet(workspace, add(workspace, "Acme", Stage.INTERVIEW), 0)

    workspace.today.hold(interview, result)

    assert due(workspace) == []


def test_thanks_are_asked_for_up_to_five_days(workspace: Workspace) -> None:
    meet(workspace, add(workspace, "Acme", Stage.INTERVIEW), -5)
    meet(workspace, add(workspace, "Globex", Stage.INTERVIEW), -6)

    assert due(workspace) == [("Acme", "Send thank-you note")]


def test_an_interview_that_went_well_today_asks_for_thanks_today(workspace: Workspace) -> None:
    key = add(workspace, "Acme", Stage.INTERVIEW, next_action="Interview", next_action_on=day(0))
    interview = meet(workspace, key, 0)
    assert due(workspace) == [("Acme", "Video interview")], "and it is not there twice"

    workspace.today.hold(interview, InterviewResult.PASSED)

    assert due(workspace) == [("Acme", "Send thank-you note")]
    assert workspace.applications.view(key).record.next_action == ""


def test_a_deadline_calls_for_applying_unless_that_is_planned(workspace: Workspace) -> None:
    add(workspace, "Near", Stage.SAVED, deadline=day(2))
    add(workspace, "Now", Stage.SAVED, deadline=day(0))
    add(workspace, "Just over", Stage.SAVED, deadline=day(-2))
    add(workspace, "Long over", Stage.SAVED, deadline=day(-3))
    add(workspace, "Sent", Stage.APPLIED, deadline=day(2))
    add(workspace, "Planned", Stage.SAVED, deadline=day(5), next_action_on=day(4))

    assert due(workspace) == [
        ("Just over", "Apply before the deadline"),
        ("Now", "Apply before the deadline"),
    ]
    assert coming(workspace) == [("Near", "Apply before the deadline"), ("Planned", "Next action")]


def test_interviews_are_shown_up_to_the_end_of_next_week(workspace: Workspace) -> None:
    key = add(workspace, "Acme", Stage.INTERVIEW)
    for offset in (-1, 0, 7, 8):
        meet(workspace, key, offset)

    assert [one.day for one in workspace.today.view().interviews] == [day(0), day(7)]


def test_quiet_ones_are_shown_the_longest_first_with_their_number(
    workspace: Workspace, clock: FakeClock
) -> None:
    for number in range(6):
        add(workspace, f"Company {number}")
        clock.advance(timedelta(days=1))
    clock.advance(timedelta(days=14))

    view = workspace.today.view()

    assert [one.company for one in view.quiet] == [f"Company {number}" for number in range(5)]
    assert [one.days for one in view.quiet] == [20, 19, 18, 17, 16]
    assert view.quiet_count == 6 == len(workspace.log.quiet())


def test_open_ones_without_a_day_are_counted(workspace: Workspace) -> None:
    add(workspace, "Undated", next_action="Think")
    add(workspace, "Dated", next_action="Think", next_action_on=day(30))
    add(workspace, "Saved", Stage.SAVED)

    assert workspace.today.view().without_next == 2


def test_finishing_clears_the_next_action_and_notes_it(workspace: Workspace) -> None:
    key = add(workspace, "Acme", next_action="Follow up", next_action_on=day(-1))

    undone_and_redone(workspace, lambda space: space.today.finish(key))


def test_what_was_done_is_told_in_the_activity(workspace: Workspace) -> None:
    key = add(workspace, "Acme", next_action="Follow up", next_action_on=day(-1))

    finished = workspace.today.finish(key)

    view = workspace.applications.view(key)
    assert (view.record.next_action, view.record.next_action_on) == ("", None)
    assert view.events[-1].text == "Done: Follow up"
    assert finished.label == "finish “Follow up”"
    assert workspace.today.finish(key).label == "", "there is nothing more to finish"


def test_thanking_as_a_next_action_is_not_asked_for_again(workspace: Workspace) -> None:
    key = add(workspace, "Acme", Stage.INTERVIEW, next_action="Thank Ana", next_action_on=day(0))
    interview = meet(workspace, key, -1)

    workspace.today.finish(key)

    assert due(workspace) == []
    assert workspace.interviews.get(interview).thanked_on == TODAY


def test_finishing_what_is_gone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.today.finish(99)


def test_many_are_put_off_in_one_step(workspace: Workspace) -> None:
    keys = [add(workspace, name, next_action="Follow up", next_action_on=day(-1)) for name in "ABC"]

    snoozed = workspace.today.snooze([*keys, 99], day(3))

    assert snoozed.value == tuple(keys)
    assert due(workspace) == []
    assert len(coming(workspace)) == 3
    workspace.history.undo()
    assert len(due(workspace)) == 3


def test_putting_off_a_deadline_or_thanks_makes_a_next_action_of_it(workspace: Workspace) -> None:
    saved = add(workspace, "Saved", Stage.SAVED, deadline=day(0))
    met = add(workspace, "Met", Stage.INTERVIEW)
    meet(workspace, met, -1)

    workspace.today.snooze([saved, met], day(1))

    assert due(workspace) == []
    assert coming(workspace) == [
        ("Met", "Send thank-you note"),
        ("Saved", "Apply before the deadline"),
    ]


def test_nothing_is_put_off_to_a_day_that_has_passed(workspace: Workspace) -> None:
    key = add(workspace, "Acme", next_action="Follow up", next_action_on=day(-1))

    with pytest.raises(InvalidInputError, match="has passed"):
        workspace.today.snooze([key], day(-1))


def test_the_week_is_told(workspace: Workspace) -> None:
    add(workspace, "Acme")

    week = workspace.today.view().week

    assert week is not None
    assert (week.sent, week.goal, week.days_left) == (1, 5, 1)


def test_the_view_asks_as_often_of_many_as_of_few(workspace: Workspace) -> None:
    few = statements(workspace)
    assert 0 < few < STATEMENTS
    for number in range(150):
        add(workspace, f"C{number}", next_action="Follow up", next_action_on=day(number % 9 - 4))

    assert statements(workspace) <= STATEMENTS
    assert workspace.today.view().due_count == workspace.today.due_count()


def statements(workspace: Workspace) -> int:
    """How many statements the driver runs for one view."""
    seen: list[str] = []
    with workspace.database.read() as session:
        driver_of(session).set_trace_callback(seen.append)
    try:
        workspace.today.view()
    finally:
        with workspace.database.read() as session:
            driver_of(session).set_trace_callback(None)
    return len([one for one in seen if one.lstrip().upper().startswith("SELECT")])


def offered(workspace: Workspace, key: int, deadline: date, **more: Any) -> int:
    package = Package(Pay(150_000_00, 150_000_00, "USD", Period.YEAR, "150k"))
    fields: Any = {"received_on": day(-9), **more}
    return workspace.offers.add(key, package, deadline=deadline, **fields).value


def test_an_offer_to_be_replied_to_is_something_to_do(workspace: Workspace) -> None:
    soon, passed = add(workspace, "Soon"), add(workspace, "Passed")
    offered(workspace, soon, day(5))
    offered(workspace, passed, day(-2))
    offered(workspace, add(workspace, "Later"), day(8))
    offered(workspace, add(workspace, "Nobody"), day(1), what_if=True)

    view = workspace.today.view()

    found = [(one.kind, one.company, one.words) for one in (*view.due, *view.coming)]
    assert found == [
        (TaskKind.OFFER, "Passed", "Reply to the offer"),
        (TaskKind.OFFER, "Soon", "Reply to the offer"),
    ]
    assert not any(one.movable for one in (*view.due, *view.coming))
    assert workspace.today.due_count() == view.due_count == 1
    workspace.log.close(passed, Outcome.DECLINED)
    assert workspace.today.view().due == ()


def test_only_the_newest_offer_of_an_application_is_to_be_replied_to(workspace: Workspace) -> None:
    key = add(workspace, "Acme")
    offered(workspace, key, day(-1))
    offered(workspace, key, day(3), received_on=day(-1))

    view = workspace.today.view()

    assert view.due == ()
    assert [one.day for one in view.coming] == [day(3)]


def test_a_next_action_about_the_offer_stands_for_its_deadline(workspace: Workspace) -> None:
    key = add(workspace, "Acme", next_action="Decide on the offer", next_action_on=day(2))
    offered(workspace, key, day(2))

    assert coming(workspace) == [("Acme", "Decide on the offer")]
