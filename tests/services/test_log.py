"""Moving, closing, reopening, noting, hearing from them; one step each, all of it undone again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError, NothingToUndoError
from jobtracker.domain.events import Event, EventKind, effective
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace

TODAY = date(2026, 11, 22)


def day(number: int) -> date:
    """A day of November."""
    return date(2026, 11, number)


def add(workspace: Workspace, **fields: object) -> int:
    whole = {"company": "Acme Robotics", "role": "Senior Python Developer", **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


def log_of(workspace: Workspace, key: int) -> list[Event]:
    """What is true of the log, as it was recorded."""
    return effective(workspace.applications.view(key).log)


def kinds(workspace: Workspace, key: int) -> list[EventKind]:
    return [event.kind for event in log_of(workspace, key)]


def standing(workspace: Workspace, key: int) -> tuple[Stage, Outcome | None]:
    record = workspace.applications.view(key).record
    return record.stage, record.outcome


def test_moving_sets_the_stage_on_its_day(workspace: Workspace, acme: int) -> None:
    done = workspace.log.move(acme, Stage.INTERVIEW, day(20))

    record = workspace.applications.view(acme).record
    assert done.label == "move to Interview"
    assert (record.stage, record.since) == (Stage.INTERVIEW, day(20))


def test_moving_to_the_stage_it_is_in_writes_nothing(workspace: Workspace, acme: int) -> None:
    workspace.log.move(acme, Stage.INTERVIEW)
    before = state(workspace)

    done = workspace.log.move(acme, Stage.INTERVIEW)

    assert (done.label, done.changes.rows) == ("", {})
    assert state(workspace) == before


def test_a_clock_that_goes_back_does_not_hold_up_a_move(
    workspace: Workspace, acme: int, clock: FakeClock
) -> None:
    workspace.log.move(acme, Stage.SCREENING)
    clock.set_today(day(2))

    workspace.log.move(acme, Stage.OFFER)
    workspace.log.close(acme, Outcome.ACCEPTED)

    record = workspace.applications.view(acme).record
    assert (record.stage, record.since, record.closed_on) == (Stage.OFFER, TODAY, TODAY)


TO_COME = date(2027, 3, 1)
HAPPENINGS: dict[str, Callable[[Workspace, int], object]] = {
    "move": lambda w, key: w.log.move(key, Stage.OFFER, TO_COME),
    "close": lambda w, key: w.log.close(key, Outcome.REJECTED, TO_COME),
    "note": lambda w, key: w.log.note(key, "called", TO_COME),
    "message": lambda w, key: w.log.message(key, "hello", incoming=True, on=TO_COME),
    "offer": lambda w, key: w.log.offer(key, "$1k", TO_COME),
    "history": lambda w, key: w.log.past(key, EventKind.STAGE, TO_COME, "applied"),
    "another day": lambda w, key: w.log.redate(log_of(w, key)[0].id, TO_COME),
}


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_nothing_happened_on_a_day_to_come(workspace: Workspace, acme: int, happening: str) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError, match="2027-03-01 is still to come") as refused:
        HAPPENINGS[happening](workspace, acme)

    assert refused.value.field == "on"
    assert state(workspace) == before


def test_nothing_opens_again_on_a_day_to_come(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.REJECTED)

    with pytest.raises(InvalidInputError, match="still to come"):
        workspace.log.reopen(acme, TO_COME)


def test_an_interview_may_be_to_come(workspace: Workspace, acme: int) -> None:
    workspace.log.past(acme, EventKind.INTERVIEW, TO_COME)
    workspace.log.redate(log_of(workspace, acme)[-1].id, TO_COME + timedelta(days=1))

    assert log_of(workspace, acme)[-1].on == TO_COME + timedelta(days=1)


def test_days_to_come_that_an_earlier_clock_stored_block_nobody(
    workspace: Workspace, acme: int, clock: FakeClock
) -> None:
    clock.set_today(TO_COME)
    workspace.log.move(acme, Stage.SCREENING)
    clock.set_today(TODAY)

    workspace.log.message(acme, "hello", incoming=True)
    workspace.log.offer(acme, "$150k")
    workspace.log.close(acme, Outcome.DECLINED)
    workspace.log.reopen(acme)
    workspace.log.move(acme, Stage.INTERVIEW)
    workspace.applications.edit(acme, {"applied_on": TODAY})

    record = workspace.applications.view(acme).record
    assert (record.stage, record.since, record.applied_on) == (Stage.INTERVIEW, TO_COME, TODAY)
    assert workspace.checking.check().problems == ()


def test_what_was_not_closed_did_not_open_again(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.NO_REPLY, day(22))
    workspace.log.reopen(acme)

    with pytest.raises(InvalidInputError, match="2026-11-12 it was not closed"):
        workspace.log.past(acme, EventKind.REOPENED, day(12))


def test_a_day_before_the_present_stage_is_refused_and_can_be_logged_as_history(
    workspace: Workspace, acme: int
) -> None:
    workspace.log.move(acme, Stage.SCREENING, day(10))
    with pytest.raises(InvalidInputError, match="event ID stage applied --on DAY"):
        workspace.log.move(acme, Stage.APPLIED, day(4))

    workspace.log.past(acme, EventKind.STAGE, day(4), "applied")

    record = workspace.applications.view(acme).record
    assert (record.stage, record.since, record.applied_on) == (Stage.SCREENING, day(10), day(4))
    shown = workspace.applications.view(acme).events
    assert [event.to_value for event in shown] == ["applied", "screening", "saved"]


def test_history_never_changes_where_it_stands_today(workspace: Workspace, acme: int) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError, match="Move or close it instead"):
        workspace.log.past(acme, EventKind.STAGE, day(4), "applied")
    with pytest.raises(InvalidInputError, match="cannot be logged as history"):
        workspace.log.past(acme, EventKind.ADDED, day(4), "saved")

    assert state(workspace) == before


def test_setting_the_same_stage_on_another_day_corrects_its_day(
    workspace: Workspace, acme: int
) -> None:
    workspace.log.move(acme, Stage.APPLIED, day(9))
    workspace.log.move(acme, Stage.APPLIED, day(3))

    record = workspace.applications.view(acme).record
    assert (record.since, record.applied_on) == (day(3), day(3))
    assert kinds(workspace, acme) == [EventKind.ADDED, EventKind.STAGE]


def test_moving_back_within_the_hour_takes_the_slip_back(
    workspace: Workspace, acme: int, clock: FakeClock
) -> None:
    workspace.log.move(acme, Stage.APPLIED, day(9))
    clock.advance(timedelta(hours=2))
    workspace.log.move(acme, Stage.OFFER)
    clock.advance(timedelta(minutes=59))

    workspace.log.move(acme, Stage.APPLIED)

    assert [event.to_value for event in log_of(workspace, acme)] == ["saved", "applied"]
    assert workspace.applications.view(acme).record.since == day(9)


def test_moving_back_past_a_slip_records_the_stage_that_was_meant(
    workspace: Workspace, acme: int
) -> None:
    workspace.log.move(acme, Stage.APPLIED, day(9))
    workspace.log.move(acme, Stage.OFFER)

    workspace.log.move(acme, Stage.SCREENING)

    assert [event.to_value for event in log_of(workspace, acme)] == [
        "saved", "applied", "screening",
    ]  # fmt: skip


def test_moving_back_later_on_is_a_move_of_its_own(
    workspace: Workspace, acme: int, clock: FakeClock
) -> None:
    workspace.log.move(acme, Stage.OFFER)
    clock.advance(timedelta(hours=2))

    workspace.log.move(acme, Stage.SCREENING)

    assert [event.to_value for event in log_of(workspace, acme)] == ["saved", "offer", "screening"]


def test_closing_keeps_the_stage_and_moving_opens_it_again(workspace: Workspace, acme: int) -> None:
    workspace.log.move(acme, Stage.INTERVIEW, day(18))
    workspace.log.close(acme, Outcome.REJECTED, day(21), "  They hired from within.  ")
    closed = workspace.applications.view(acme).record
    assert (closed.stage, closed.outcome, closed.closed_on) == (
        Stage.INTERVIEW, Outcome.REJECTED, day(21),
    )  # fmt: skip
    assert log_of(workspace, acme)[-1].text == "They hired from within."

    workspace.log.move(acme, Stage.OFFER)

    opened = workspace.applications.view(acme).record
    assert (opened.stage, opened.outcome, opened.closed_on) == (Stage.OFFER, None, None)
    assert kinds(workspace, acme)[-2:] == [EventKind.OUTCOME, EventKind.STAGE]


def test_closing_again_corrects_the_day_and_the_reason(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.REJECTED)
    workspace.log.close(acme, Outcome.REJECTED, day(21), "by mail")

    *_, event = log_of(workspace, acme)
    assert (event.on, event.text) == (day(21), "by mail")
    assert kinds(workspace, acme) == [EventKind.ADDED, EventKind.OUTCOME]


def test_an_earlier_end_takes_the_place_of_the_known_one(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.NO_REPLY, day(20))

    workspace.log.close(acme, Outcome.REJECTED, day(10))

    record = workspace.applications.view(acme).record
    assert (record.outcome, record.closed_on) == (Outcome.REJECTED, day(10))
    assert kinds(workspace, acme) == [EventKind.ADDED, EventKind.OUTCOME]


def test_nothing_ends_before_the_stage_it_ended_in(workspace: Workspace, acme: int) -> None:
    workspace.log.move(acme, Stage.INTERVIEW, day(18))

    with pytest.raises(InvalidInputError, match="Interview since 2026-11-18"):
        workspace.log.close(acme, Outcome.REJECTED, day(17))


def test_moving_a_closed_one_to_its_own_stage_just_opens_it(workspace: Workspace) -> None:
    key = add(workspace, stage=Stage.SCREENING)
    workspace.log.close(key, Outcome.WITHDRAWN)

    workspace.log.move(key, Stage.SCREENING)

    assert kinds(workspace, key)[-1] == EventKind.REOPENED
    assert workspace.applications.view(key).record.outcome is None


def test_reopening_an_open_one_writes_nothing(workspace: Workspace, acme: int) -> None:
    assert workspace.log.reopen(acme).label == ""


def test_nothing_opens_again_before_it_was_closed(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.NO_REPLY, day(20))

    with pytest.raises(InvalidInputError, match="No reply\\) on 2026-11-20"):
        workspace.log.reopen(acme, day(19))


def test_an_answer_opens_what_was_given_up(workspace: Workspace, acme: int) -> None:
    workspace.log.move(acme, Stage.APPLIED, day(1))
    workspace.log.close(acme, Outcome.NO_REPLY, day(20))

    workspace.log.message(acme, "Sorry for the wait!", incoming=True, channel="mail")

    assert standing(workspace, acme) == (Stage.APPLIED, None)
    event = log_of(workspace, acme)[-1]
    assert (event.kind, event.from_value, event.to_value, event.text) == (
        EventKind.MESSAGE, "in", "mail", "Sorry for the wait!",
    )  # fmt: skip


def test_a_message_that_was_sent_is_a_contact_too(workspace: Workspace, acme: int) -> None:
    workspace.log.message(acme, "Any news?", incoming=False, on=day(20))

    assert workspace.applications.view(acme).record.contact_on == day(20)
    with pytest.raises(InvalidInputError, match="no channel “pigeon”"):
        workspace.log.message(acme, "coo", incoming=True, channel="pigeon")


def test_a_note_keeps_its_text_and_its_day(workspace: Workspace, acme: int) -> None:
    text = "  Called Dana.\n👩🏽‍🚀 שלום  "
    workspace.log.note(acme, text, day(19))

    event = log_of(workspace, acme)[-1]
    assert (event.kind, event.on, event.text) == (EventKind.NOTE, day(19), text)


@pytest.mark.parametrize("text", ["", " \n", "a\0b"])
def test_a_note_that_says_nothing_is_refused(workspace: Workspace, acme: int, text: str) -> None:
    with pytest.raises(InvalidInputError):
        workspace.log.note(acme, text)
    assert kinds(workspace, acme) == [EventKind.ADDED]


def test_an_offer_is_kept_with_its_amount_and_moves_the_card(
    workspace: Workspace, acme: int
) -> None:
    workspace.log.move(acme, Stage.INTERVIEW, day(18))

    offer = workspace.log.offer(acme, "$150k", day(20), "Answer by Friday").value

    (kept,) = workspace.applications.view(acme).offers
    assert (kept.id, kept.received_on, kept.pay.low, kept.notes) == (
        offer, day(20), 15_000_000, "Answer by Friday",
    )  # fmt: skip
    record = workspace.applications.view(acme).record
    assert (record.stage, record.since) == (Stage.OFFER, day(20))


def test_an_offer_written_down_after_accepting_leaves_it_accepted(
    workspace: Workspace, acme: int
) -> None:
    workspace.log.move(acme, Stage.INTERVIEW)
    workspace.log.close(acme, Outcome.ACCEPTED)

    workspace.log.offer(acme, "")

    assert standing(workspace, acme) == (Stage.INTERVIEW, Outcome.ACCEPTED)


def test_an_offer_with_an_amount_that_cannot_be_meant_is_refused(
    workspace: Workspace, acme: int
) -> None:
    before = state(workspace)
    with pytest.raises(InvalidInputError):
        workspace.log.offer(acme, "$150k - $90k")
    assert state(workspace) == before


def test_many_are_moved_in_one_step(workspace: Workspace) -> None:
    keys = [add(workspace, company=f"C{number}") for number in range(5)]
    before = state(workspace)

    done = workspace.log.move_many(keys, Stage.APPLIED)

    assert (done.value, done.label) == (tuple(keys), "move 5 applications to Applied")
    assert {standing(workspace, key)[0] for key in keys} == {Stage.APPLIED}
    workspace.history.undo()
    assert state(workspace) == before


def test_those_that_are_gone_are_left_out_of_many(workspace: Workspace, acme: int) -> None:
    assert workspace.log.close_many([acme, 999], Outcome.REJECTED).value == (acme,)


def test_quiet_ones_are_closed_in_one_step_and_each_keeps_its_stage(
    workspace: Workspace, clock: FakeClock
) -> None:
    applied = add(workspace, company="A", applied_on=day(1))
    interview = add(workspace, company="B", stage=Stage.INTERVIEW, applied_on=day(1))
    workspace.log.message(interview, "We will be in touch", incoming=True, on=day(10))
    held = add(workspace, company="C", applied_on=day(1), on_hold=True)
    fresh = add(workspace, company="D", applied_on=day(20))
    promised = add(workspace, company="E", applied_on=day(1), promised_on=day(30))
    saved = add(workspace, company="F")
    before = state(workspace)

    quiet = [row.id for row in workspace.log.quiet()]
    done = workspace.log.close_quiet(quiet)

    assert set(quiet) == {applied, interview}
    assert done.label == "close 2 applications as No reply"
    assert standing(workspace, applied) == (Stage.APPLIED, Outcome.NO_REPLY)
    assert standing(workspace, interview) == (Stage.INTERVIEW, Outcome.NO_REPLY)
    assert {standing(workspace, key)[1] for key in (held, fresh, promised, saved)} == {None}
    workspace.history.undo()
    assert state(workspace) == before


def test_the_longest_silence_comes_first(workspace: Workspace) -> None:
    later = add(workspace, company="A", applied_on=day(2))
    promised = add(workspace, company="B", applied_on=day(1), promised_on=day(4))
    earlier = add(workspace, company="C", applied_on=day(1))

    quiet = [row.id for row in workspace.log.quiet(date(2030, 1, 1))]

    assert quiet == [earlier, later, promised]


def test_a_person_says_how_long_to_wait(workspace: Workspace) -> None:
    key = add(workspace, applied_on=day(12))
    assert workspace.log.quiet() == []

    workspace.preferences.set_waiting_days({"applied": 10})

    assert [row.id for row in workspace.log.quiet()] == [key]


def test_a_day_without_a_word_makes_no_step(workspace: Workspace, acme: int) -> None:
    steps = workspace.history.steps()

    assert workspace.log.quiet(date(2030, 1, 1)) == []
    assert workspace.log.close_quiet([]).label == ""
    assert workspace.history.steps() == steps


@pytest.mark.parametrize(
    "act",
    [
        lambda w: w.log.move(99, Stage.OFFER),
        lambda w: w.log.close(99, Outcome.REJECTED),
        lambda w: w.log.reopen(99),
        lambda w: w.log.note(99, "x"),
        lambda w: w.log.message(99, "x", incoming=True),
        lambda w: w.log.offer(99, "1"),
        lambda w: w.log.past(99, EventKind.NOTE, TODAY, text="x"),
        lambda w: w.log.retract(99),
        lambda w: w.log.redate(99, TODAY),
        lambda w: w.log.reword(99, "x"),
    ],
)
def test_what_is_gone_has_no_log(workspace: Workspace, act: Callable[[Workspace], object]) -> None:
    with pytest.raises(NotFoundError):
        act(workspace)


Act = Callable[[Workspace], object]
ACTS: dict[str, Act] = {
    "add": lambda w: add(w, company="Globex", pay="$150k", notes="x"),
    "edit": lambda w: w.applications.edit(1, {"company": "Globex", "pay": "€40/h", "notes": "x"}),
    "edit stage and dates": lambda w: w.applications.edit(
        1, {"stage": Stage.OFFER, "applied_on": date(2026, 11, 2), "profile": "", "role": "Chef"}
    ),
    "move": lambda w: w.log.move(1, Stage.OFFER),
    "move many": lambda w: w.log.move_many([1], Stage.OFFER),
    "close": lambda w: w.log.close(1, Outcome.ACCEPTED, reason="the best of all"),
    "close many": lambda w: w.log.close_many([1], Outcome.NO_REPLY),
    "note": lambda w: w.log.note(1, "called"),
    "message": lambda w: w.log.message(1, "hello", incoming=True),
    "offer": lambda w: w.log.offer(1, "$120k", notes="by mail"),
    "past": lambda w: w.log.past(1, EventKind.INTERVIEW, day(3), text="by phone"),
    "retract": lambda w: w.log.retract(2),
    "redate": lambda w: w.log.redate(2, day(3)),
    "reword": lambda w: w.log.reword(2, "second thoughts"),
    "delete": lambda w: w.applications.remove(1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything_even_after_a_restart(
    workspace: Workspace, acme: int, act: Act
) -> None:
    workspace.letters.draft(acme)
    workspace.log.note(acme, "first call")

    undone_and_redone(workspace, act)


def test_reopening_can_be_undone(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.NO_REPLY)

    undone_and_redone(workspace, lambda w: w.log.reopen(acme))


def test_taking_an_offer_back_can_be_undone(workspace: Workspace, acme: int) -> None:
    workspace.log.offer(acme, "$150k")
    (event,) = [e for e in log_of(workspace, acme) if e.kind is EventKind.OFFER]

    undone_and_redone(workspace, lambda w: w.log.retract(event.id))


def test_a_deleted_application_comes_back_with_all_that_hung_on_it(
    workspace: Workspace, acme: int
) -> None:
    letter = workspace.letters.draft(acme).value
    workspace.letters.set_values(letter, {"achievement": "a fast parser"})
    workspace.log.note(acme, "called Dana")
    before = workspace.applications.view(acme)

    workspace.applications.remove(acme)
    with pytest.raises(NotFoundError):
        workspace.applications.view(acme)
    with pytest.raises(NotFoundError):
        workspace.letters.view(letter)
    assert workspace.search.find("called") == []

    workspace.history.undo()
    assert workspace.applications.view(acme) == before
    assert workspace.letters.view(letter).values["achievement"] == "a fast parser"
    assert len(workspace.letters.versions(letter)) == 2


def test_all_of_a_days_work_can_be_undone_to_the_beginning(workspace: Workspace) -> None:
    start = state(workspace)
    key = add(workspace)
    workspace.log.move(key, Stage.APPLIED)
    workspace.applications.edit(key, {"notes": "x"})
    workspace.log.close(key, Outcome.NO_REPLY)
    workspace.applications.remove(key)

    for _ in range(5):
        workspace.history.undo()

    assert state(workspace) == start
    with pytest.raises(NothingToUndoError):
        workspace.history.undo()


def test_an_offer_without_a_currency_counts_in_that_of_the_posting(workspace: Workspace) -> None:
    key = add(workspace, pay="CHF 120-140k")
    workspace.log.offer(key, "128000")
    workspace.log.offer(key, "$150k")
    workspace.log.offer(key, "lots")

    named = {one.pay.text: one.pay for one in workspace.applications.view(key).offers}
    assert (named["128000"].currency, named["128000"].low) == ("CHF", 12_800_000)
    assert named["$150k"].currency == "USD"
    assert (named["lots"].currency, named["lots"].low) == (None, None)
