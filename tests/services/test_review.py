"""The weekly review: what is asked about, and what the answers do."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.review import Item, Part
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.search_index import driver_of
from jobtracker.storage.settings import settings

TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)


def applied(workspace: Workspace, company: str, days: int, **more: object) -> int:
    """An application that was sent so many days ago, and not answered."""
    on = TODAY - timedelta(days=days)
    fields = {"company": company, "role": "Pilot", "stage": Stage.APPLIED, "applied_on": on}
    return workspace.applications.add({**fields, **more}).value  # type: ignore[typeddict-item]


def saved(workspace: Workspace, company: str, **more: object) -> int:
    fields = {"company": company, "role": "Pilot", "stage": Stage.SAVED}
    return workspace.applications.add({**fields, **more}).value  # type: ignore[typeddict-item]


def names(part: Part) -> Sequence[str]:
    return [item.company for item in part.items]


def asked(workspace: Workspace) -> list[str]:
    review = workspace.review.items()
    return [*names(review.quiet), *names(review.unplanned)]


def test_quiet_applications_come_first_the_longest_quiet_at_the_head(
    workspace: Workspace,
) -> None:
    applied(workspace, "Two weeks", 14)
    applied(workspace, "A month", 30)
    applied(workspace, "Yesterday", 1)
    saved(workspace, "Saved")

    review = workspace.review.items()

    assert names(review.quiet) == ["A month", "Two weeks"]
    assert names(review.unplanned) == ["Yesterday", "Saved"]
    assert (review.quiet.total, review.unplanned.total) == (2, 2)


def test_an_item_says_how_long_it_has_been_quiet(workspace: Workspace) -> None:
    key = applied(workspace, "Acme", 17, next_action="Call")

    (item,) = workspace.review.items().quiet.items

    assert item == Item(key, "Acme", "Pilot", Stage.APPLIED, TODAY - timedelta(days=17), 17, "Call")


def test_who_rests_or_is_put_away_or_closed_is_not_asked_about(workspace: Workspace) -> None:
    applied(workspace, "On hold", 30, on_hold=True)
    saved(workspace, "Resting", on_hold=True)
    applied(workspace, "Archived", 30, archived=True)
    closed = applied(workspace, "Closed", 30)
    workspace.log.close(closed, Outcome.REJECTED)

    assert asked(workspace) == []


def test_a_saved_one_with_a_dated_next_action_is_looked_after(workspace: Workspace) -> None:
    saved(workspace, "Planned", next_action="Apply", next_action_on=TOMORROW)
    saved(workspace, "Words alone", next_action="Apply")

    assert asked(workspace) == ["Words alone"]


def test_the_waiting_times_are_those_that_were_chosen(workspace: Workspace) -> None:
    applied(workspace, "Acme", 9, next_action="Wait", next_action_on=TOMORROW)
    assert asked(workspace) == []

    workspace.preferences.set_waiting_days({"applied": 7})

    assert asked(workspace) == ["Acme"]


def test_an_answer_that_is_promised_for_later_is_waited_for(workspace: Workspace) -> None:
    fields = {"next_action": "Wait", "next_action_on": TOMORROW}
    applied(workspace, "Promised", 40, promised_on=TOMORROW, **fields)
    applied(workspace, "Broken promise", 40, promised_on=TODAY - timedelta(days=14), **fields)

    assert asked(workspace) == ["Broken promise"]
    assert workspace.review.items().quiet.items[0].days == 14


def test_a_follow_up_is_the_next_action_and_settles_the_item(workspace: Workspace) -> None:
    key = applied(workspace, "Acme", 20)

    done = workspace.review.follow_up(key, TOMORROW)

    record = workspace.applications.view(key).record
    assert (record.next_action, record.next_action_on) == ("Follow up", TOMORROW)
    assert done.label == "plan “Follow up” for Acme"
    assert asked(workspace) == []


def test_no_reply_closes_it_and_keeps_its_stage(workspace: Workspace) -> None:
    key = applied(workspace, "Acme", 20)

    done = workspace.review.no_reply(key)

    record = workspace.applications.view(key).record
    assert (record.outcome, record.stage) == (Outcome.NO_REPLY, Stage.APPLIED)
    assert done.label == "close as No reply"
    assert asked(workspace) == []


def test_what_is_kept_is_asked_about_at_the_next_review(
    workspace: Workspace, clock: FakeClock
) -> None:
    key, other = applied(workspace, "Acme", 20), saved(workspace, "Saved")

    assert workspace.review.keep(key).label == "keep Acme open"
    workspace.review.keep(other)

    assert asked(workspace) == []
    clock.advance(timedelta(days=6))
    assert asked(workspace) == ["Acme", "Saved"]


def test_those_left_out_because_they_were_kept_are_counted_by_page(workspace: Workspace) -> None:
    quiet, fresh = applied(workspace, "Quiet", 20), saved(workspace, "Saved")
    applied(workspace, "Waits", 30)
    assert workspace.review.kept_counts() == (0, 0)

    for key in (quiet, fresh):
        workspace.review.keep(key)

    assert workspace.review.kept_counts() == (1, 1)


def test_a_plan_gives_it_words_and_a_day(workspace: Workspace) -> None:
    key = saved(workspace, "Acme")

    done = workspace.review.plan(key, "Finish the letter", TOMORROW)

    record = workspace.applications.view(key).record
    assert (record.next_action, record.next_action_on) == ("Finish the letter", TOMORROW)
    assert done.label == "plan “Finish the letter” for Acme"
    assert asked(workspace) == []


def test_each_answer_is_one_step_and_comes_back_whole(workspace: Workspace) -> None:
    keys = [applied(workspace, f"Company {days}", days) for days in (40, 30, 20)]
    waiting = saved(workspace, "Saved")
    before = asked(workspace)
    workspace.review.follow_up(keys[0], TOMORROW)
    workspace.review.no_reply(keys[1])
    workspace.review.keep(keys[2])
    workspace.review.plan(waiting, "Apply", TOMORROW)
    assert asked(workspace) == []

    for left in (["Saved"], ["Company 20"], ["Company 30"], ["Company 40"]):
        workspace.history.undo()
        assert left[0] in asked(workspace)

    assert asked(workspace) == before


def test_looks_that_have_run_out_are_not_kept_for_ever(
    workspace: Workspace, clock: FakeClock
) -> None:
    first, second = applied(workspace, "First", 20), applied(workspace, "Second", 20)
    workspace.review.keep(first)
    clock.advance(timedelta(days=7))

    workspace.review.keep(second)

    with workspace.database.read() as session:
        assert len(settings(session)["review_kept"]) == 1


def test_the_week_and_the_interviews_of_the_next_one_go_along(workspace: Workspace) -> None:
    key = applied(workspace, "Acme", 2)
    gone = applied(workspace, "Gone", 2)
    for starts in ("2026-11-22 09:00", "2026-11-29 14:00", "2026-11-23", "2026-11-30"):
        workspace.interviews.add(key, {"starts": starts})
    workspace.interviews.add(gone, {"starts": "2026-11-24"})
    workspace.log.close(gone, Outcome.REJECTED)

    review = workspace.review.items()

    assert review.week.sent == 2
    assert [one.starts for one in review.interviews] == ["2026-11-23", "2026-11-29T14:00"]
    assert {one.company for one in review.interviews} == {"Acme"}


def test_a_page_is_read_in_part_and_says_how_many_there_are(workspace: Workspace) -> None:
    for days in range(20, 26):
        applied(workspace, f"Company {days}", days)

    part = workspace.review.items(most=4).quiet

    assert (len(part.items), part.total) == (4, 6)
    assert part.items[0].company == "Company 25"


def statements(workspace: Workspace) -> int:
    """How many the review takes to be read."""
    run: list[str] = []
    with workspace.database.read() as session:
        driver_of(session).set_trace_callback(run.append)
    workspace.review.items()
    with workspace.database.read() as session:
        driver_of(session).set_trace_callback(None)
    return len(run)


def test_it_takes_as_many_statements_however_many_are_asked_about(workspace: Workspace) -> None:
    applied(workspace, "Acme", 20)
    few = statements(workspace)
    for days in range(40):
        applied(workspace, f"Company {days}", days)

    assert statements(workspace) == few > 3


def test_an_application_that_is_gone_is_refused_in_words(workspace: Workspace) -> None:
    review = workspace.review
    answers: tuple[Callable[[], object], ...] = (
        lambda: review.keep(99),
        lambda: review.no_reply(99),
        lambda: review.follow_up(99, TOMORROW),
    )
    for answer in answers:
        with pytest.raises(NotFoundError):
            answer()


def test_an_action_without_words_is_refused_and_nothing_is_stored(workspace: Workspace) -> None:
    key = saved(workspace, "Acme")

    with pytest.raises(InvalidInputError):
        workspace.review.plan(key, "  ", TOMORROW)

    assert asked(workspace) == ["Acme"]


def test_offers_to_answer_within_a_week_or_late_are_listed_what_ifs_and_answered_ones_are_not(
    workspace: Workspace,
) -> None:
    base = Package(Pay(120_000_00, 120_000_00, "USD", Period.YEAR, "120k"))
    days = {"Late": -3, "Soon": 7, "Far": 8, "Answered": 1, "Reckoned": 1}
    keys = {name: applied(workspace, name, 1) for name in days}
    for name, ahead in days.items():
        workspace.offers.add(
            keys[name],
            base,
            received_on=TODAY - timedelta(days=5),
            deadline=TODAY + timedelta(days=ahead),
            what_if=name == "Reckoned",
        )
    workspace.log.close(keys["Answered"], Outcome.DECLINED)

    assert [one.company for one in workspace.review.items().replies] == ["Late", "Soon"]
