"""How far applications got, and the five mistakes that other trackers make in counting it."""

from datetime import date, timedelta

import pytest

from jobtracker.domain.events import Event, EventKind, project
from jobtracker.domain.funnel import funnel, reached
from jobtracker.domain.stages import OUTCOMES, STAGES, Outcome, Stage

FIRST = date(2026, 11, 1)


def log(*steps: Stage | Outcome | EventKind, start: Stage = Stage.SAVED) -> list[Event]:
    """A log with a step a day, stored."""
    events = [Event(EventKind.ADDED, FIRST, to_value=start, id=1)]
    for number, step in enumerate(steps, start=1):
        on = FIRST + timedelta(days=number)
        if isinstance(step, Stage):
            event = Event(EventKind.STAGE, on, to_value=step)
        elif isinstance(step, Outcome):
            event = Event(EventKind.OUTCOME, on, to_value=step)
        else:
            event = Event(step, on)
        events.append(event._replace(id=number + 1))
    return events


@pytest.mark.parametrize("end", [Outcome.REJECTED, Outcome.NO_REPLY, Outcome.WITHDRAWN])
def test_a_rejection_or_silence_never_erases_the_interview(end: Outcome) -> None:
    counted = funnel([log(Stage.APPLIED, Stage.INTERVIEW, end)])

    assert counted.reached[Stage.INTERVIEW] == 1


def test_a_landed_job_is_counted_at_every_stage() -> None:
    short_cut = log(Stage.APPLIED, Outcome.ACCEPTED)

    assert funnel([short_cut]).reached == dict.fromkeys(STAGES, 1)


def test_a_move_back_is_not_counted() -> None:
    there_and_back = log(Stage.APPLIED, Stage.SCREENING, Stage.APPLIED, Stage.SCREENING)
    slip = log(Stage.APPLIED, Stage.INTERVIEW)
    taken_back = [*slip, Event(EventKind.RETRACTED, FIRST, target=slip[-1].id)]

    counted = funnel([there_and_back, taken_back])

    assert counted.reached == {
        Stage.SAVED: 2, Stage.APPLIED: 2, Stage.SCREENING: 1, Stage.INTERVIEW: 0, Stage.OFFER: 0,
    }  # fmt: skip


def test_saved_jobs_have_no_applied_date_and_are_not_counted_as_applied() -> None:
    saved = log()

    assert project(saved).applied_on is None
    assert funnel([saved]).reached[Stage.APPLIED] == 0


@pytest.mark.parametrize("end", OUTCOMES)
def test_closing_never_writes_a_stage(end: Outcome) -> None:
    before = log(Stage.APPLIED, Stage.SCREENING)
    closed = log(Stage.APPLIED, Stage.SCREENING, end)

    assert project(closed)[:3] == project(before)[:3]
    assert end is Outcome.ACCEPTED or reached(closed) is reached(before)


def test_an_interview_or_an_offer_shows_how_far_it_got_without_a_move() -> None:
    assert reached(log(Stage.APPLIED, EventKind.INTERVIEW)) is Stage.INTERVIEW
    assert reached(log(Stage.APPLIED, EventKind.OFFER)) is Stage.OFFER


def test_what_was_skipped_on_the_way_counts_as_passed() -> None:
    assert funnel([log(Stage.OFFER)]).reached == dict.fromkeys(STAGES, 1)


def test_a_share_is_of_those_that_got_to_the_stage_before() -> None:
    counted = funnel([log(Stage.APPLIED), log(Stage.INTERVIEW), log()])

    assert counted.share(Stage.INTERVIEW, Stage.APPLIED) == 0.5
    assert counted.share(Stage.OFFER, Stage.OFFER) is None
