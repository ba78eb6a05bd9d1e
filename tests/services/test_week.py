"""The week against the goal: what was sent in it counts, whatever came of it."""

from datetime import date

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.week import Week
from jobtracker.services.week import week_in
from jobtracker.services.workspace import Workspace

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


def apply(workspace: Workspace, company: str, on: date) -> int:
    return workspace.applications.add(
        {"company": company, "role": "Pilot", "stage": Stage.APPLIED, "applied_on": on}
    ).value


def week(workspace: Workspace, today: date = SUNDAY) -> Week:
    with workspace.database.read() as session:
        return week_in(session, today)


def test_a_new_workspace_has_sent_none_of_the_usual_goal(workspace: Workspace) -> None:
    assert week(workspace) == Week(MONDAY, goal=5, sent=0, days_left=1)


def test_both_ends_of_the_week_count_and_the_days_around_it_dont(workspace: Workspace) -> None:
    for day in (15, 16, 22):
        apply(workspace, f"Company {day}", date(2026, 11, day))

    assert week(workspace).sent == 2
    assert week(workspace, date(2026, 11, 15)).sent == 1


def test_an_answered_a_closed_and_an_archived_application_were_sent_too(
    workspace: Workspace,
) -> None:
    answered, closed, archived = (apply(workspace, name, MONDAY) for name in "abc")
    workspace.log.move(answered, Stage.SCREENING)
    workspace.log.close(closed, Outcome.REJECTED)
    workspace.applications.edit(archived, {"archived": True})

    assert week(workspace).sent == 3


def test_a_saved_application_was_not_sent(workspace: Workspace, clock: FakeClock) -> None:
    workspace.applications.add({"company": "Acme", "role": "Pilot", "stage": Stage.SAVED})

    assert week(workspace, clock.today()).sent == 0


def test_the_goal_is_the_one_that_was_chosen(workspace: Workspace) -> None:
    workspace.preferences.set_weekly_goal(8)

    assert week(workspace).goal == 8


@pytest.mark.parametrize("count", [-1, 101])
def test_a_goal_nobody_can_mean_is_refused_and_the_old_one_stays(
    workspace: Workspace, count: int
) -> None:
    with pytest.raises(InvalidInputError, match="Use a number from 0 to 100"):
        workspace.preferences.set_weekly_goal(count)

    assert workspace.preferences.weekly_goal() == 5


def test_a_changed_goal_is_a_step_that_undoes(workspace: Workspace) -> None:
    assert workspace.preferences.set_weekly_goal(8).label == "edit weekly goal"
    assert workspace.preferences.set_weekly_goal(8).label == ""

    workspace.history.undo()

    assert workspace.preferences.weekly_goal() == 5
