"""Where an application stands is what its log says, and nothing else."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.events import Event, EventKind, Standing, changing, project, sentence
from jobtracker.domain.stages import Outcome, Stage

FIRST = date(2026, 11, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def added(stage: Stage = Stage.SAVED, on: int = 0) -> Event:
    return Event(EventKind.ADDED, day(on), to_value=stage)


def applied(on: int | None, recorded: int = 0) -> Event:
    if on is None:
        return Event(EventKind.APPLIED, day(recorded))
    return Event(EventKind.APPLIED, day(on), to_value=day(on).isoformat())


def to(stage: Stage, on: int) -> Event:
    return Event(EventKind.STAGE, day(on), to_value=stage)


def closed(outcome: Outcome, on: int) -> Event:
    return Event(EventKind.OUTCOME, day(on), to_value=outcome)


def reopened(on: int) -> Event:
    return Event(EventKind.REOPENED, day(on))


def note(text: str, on: int = 0) -> Event:
    return Event(EventKind.NOTE, day(on), text=text)


def test_a_saved_application_stands_where_it_was_added() -> None:
    assert project([added()]) == Standing(Stage.SAVED, day(0), None, None, None)


def test_applying_on_an_earlier_day_dates_the_stage_too() -> None:
    standing = project([added(Stage.APPLIED, on=9), applied(3)])

    assert standing == Standing(Stage.APPLIED, day(3), day(3), None, None)


def test_moving_to_applied_is_applying() -> None:
    standing = project([added(), to(Stage.APPLIED, 4)])

    assert (standing.stage, standing.since, standing.applied_on) == (Stage.APPLIED, day(4), day(4))


def test_moving_to_applied_again_keeps_the_first_day_of_applying() -> None:
    log = [added(), to(Stage.APPLIED, 4), to(Stage.SCREENING, 6), to(Stage.APPLIED, 8)]

    standing = project(log)

    assert (standing.since, standing.applied_on) == (day(8), day(4))


def test_another_day_of_applying_leaves_a_later_stage_alone() -> None:
    log = [added(), to(Stage.APPLIED, 4), to(Stage.INTERVIEW, 9), applied(2)]

    standing = project(log)

    assert (standing.stage, standing.since, standing.applied_on) == (
        Stage.INTERVIEW, day(9), day(2),
    )  # fmt: skip


def test_the_day_of_applying_can_be_taken_back() -> None:
    log = [added(), to(Stage.APPLIED, 4), applied(None, recorded=5)]

    standing = project(log)

    assert (standing.stage, standing.since, standing.applied_on) == (Stage.APPLIED, day(4), None)


def test_closing_keeps_the_stage_reached() -> None:
    standing = project([added(), to(Stage.INTERVIEW, 5), closed(Outcome.REJECTED, 8)])

    assert standing == Standing(Stage.INTERVIEW, day(5), None, Outcome.REJECTED, day(8))


def test_reopening_takes_the_outcome_and_its_day_away() -> None:
    standing = project([added(), closed(Outcome.NO_REPLY, 8), reopened(9)])

    assert (standing.outcome, standing.closed_on) == (None, None)


def test_events_count_in_the_order_they_were_recorded_not_by_their_dates() -> None:
    log = [added(), to(Stage.INTERVIEW, 9), to(Stage.SCREENING, 4)]

    assert project(log)[:2] == (Stage.SCREENING, day(4))


def test_notes_and_letters_change_nothing() -> None:
    log = [added(), note("called"), Event(EventKind.LETTER, day(3), to_value="2", text="a.pdf")]

    assert project(log) == project([added()])


@pytest.mark.parametrize("log", [[], [note("first")], [to(Stage.OFFER, 1), added()]])
def test_a_log_that_does_not_begin_with_adding_is_no_log(log: list[Event]) -> None:
    with pytest.raises(ValueError, match="starts with an ADDED event"):
        project(log)


def test_a_step_that_changes_nothing_is_left_out() -> None:
    log = [added(), to(Stage.APPLIED, 4)]

    assert changing(log, [reopened(5), to(Stage.APPLIED, 5), applied(4)]) == []


def test_a_kept_step_says_what_it_changed_from() -> None:
    log = [added(), to(Stage.APPLIED, 4), closed(Outcome.NO_REPLY, 6)]

    kept = changing(log, [reopened(7), to(Stage.SCREENING, 7), applied(2)])

    assert [(event.kind, event.from_value, event.to_value) for event in kept] == [
        (EventKind.REOPENED, "no_reply", ""),
        (EventKind.STAGE, "applied", "screening"),
        (EventKind.APPLIED, "2026-11-05", "2026-11-03"),
    ]


def test_a_note_is_always_kept() -> None:
    assert changing([added()], [note("again"), note("again")]) == [note("again"), note("again")]


def test_without_a_log_the_first_step_begins_it() -> None:
    assert changing([], [added(), to(Stage.SAVED, 1), to(Stage.OFFER, 2)]) == [
        added(),
        to(Stage.OFFER, 2)._replace(from_value="saved"),
    ]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (added(), "Added as Saved"),
        (applied(3), "Applied"),
        (applied(None), "Date of applying removed"),
        (to(Stage.INTERVIEW, 1), "Stage set to Interview"),
        (closed(Outcome.NO_REPLY, 1), "Closed: No reply"),
        (reopened(1), "Reopened"),
        (note("anything"), "Note"),
        (Event(EventKind.LETTER, FIRST, to_value="2"), "Letter exported"),
    ],
)
def test_each_event_reads_as_a_line_of_activity(event: Event, words: str) -> None:
    assert sentence(event) == words


DAYS = st.integers(0, 400)
EVENTS = st.lists(
    st.one_of(
        st.builds(to, st.sampled_from(Stage), DAYS),
        st.builds(closed, st.sampled_from(Outcome), DAYS),
        st.builds(reopened, DAYS),
        st.builds(applied, st.none() | DAYS),
        st.builds(note, st.text(max_size=3), DAYS),
    ),
    max_size=12,
)
STARTS = st.builds(added, st.sampled_from(Stage), DAYS)


@given(STARTS, EVENTS)
def test_leaving_out_what_changes_nothing_changes_nothing(
    start: Event, steps: Sequence[Event]
) -> None:
    kept = changing([start], steps)

    full, short = project([start, *steps]), project([start, *kept])
    assert (full.stage, full.outcome, full.applied_on) == (
        short.stage, short.outcome, short.applied_on,
    )  # fmt: skip


@given(STARTS, EVENTS)
def test_every_kept_step_tells_where_it_came_from(start: Event, steps: Sequence[Event]) -> None:
    log = [start]
    for event in changing([start], steps):
        before = project(log)
        known = {
            EventKind.STAGE: before.stage.value,
            EventKind.OUTCOME: before.outcome or "",
            EventKind.REOPENED: before.outcome or "",
            EventKind.APPLIED: before.applied_on.isoformat() if before.applied_on else "",
        }
        if event.kind in known:
            assert event.from_value == known[event.kind]
            assert event.from_value != event.to_value
        log.append(event)


@given(STARTS, EVENTS, EVENTS)
def test_a_log_can_be_continued_where_it_stopped(
    start: Event, first: Sequence[Event], second: Sequence[Event]
) -> None:
    log = [start, *changing([start], first)]
    at_once = changing([start], [*first, *second])

    assert [start, *at_once] == [*log, *changing(log, second)]


@given(STARTS, EVENTS)
def test_an_application_has_a_closing_day_just_while_it_is_closed(
    start: Event, steps: Sequence[Event]
) -> None:
    standing = project([start, *steps])

    assert (standing.outcome is None) == (standing.closed_on is None)
