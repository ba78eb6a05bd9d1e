"""Where an application stands is what its log says, and nothing else."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.events import (
    INCOMING,
    OUTGOING,
    Event,
    EventKind,
    Standing,
    activity,
    changing,
    effective,
    project,
    sentence,
)
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


def message(direction: str, on: int) -> Event:
    return Event(EventKind.MESSAGE, day(on), direction)


def stored(*events: Event) -> list[Event]:
    """The events as a file gives them back, with ids from 1."""
    return [event._replace(id=number) for number, event in enumerate(events, start=1)]


def retracted(target: int, on: int = 0) -> Event:
    return Event(EventKind.RETRACTED, day(on), target=target)


def dated(target: int, on: int) -> Event:
    return Event(EventKind.DATED, day(0), to_value=day(on).isoformat(), target=target)


def reworded(target: int, text: str) -> Event:
    return Event(EventKind.REWORDED, day(0), text=text, target=target)


def test_a_saved_application_stands_where_it_was_added() -> None:
    assert project([added()]) == Standing(
        Stage.SAVED, day(0), None, None, None, last_on=day(0), contact_on=day(0)
    )


def test_applying_on_an_earlier_day_dates_the_stage_too() -> None:
    standing = project([added(Stage.APPLIED, on=9), applied(3)])

    assert standing == Standing(
        Stage.APPLIED, day(3), day(3), None, None, last_on=day(9), contact_on=day(3)
    )


def test_moving_to_applied_is_applying() -> None:
    standing = project([added(), to(Stage.APPLIED, 4)])

    assert (standing.stage, standing.since, standing.applied_on) == (Stage.APPLIED, day(4), day(4))


def test_moving_to_applied_again_keeps_the_first_day_of_applying() -> None:
    log = [added(), to(Stage.APPLIED, 4), to(Stage.SCREENING, 6), to(Stage.APPLIED, 8)]

    standing = project(log)

    assert (standing.since, standing.applied_on) == (day(8), day(4))


def test_a_saved_application_was_not_applied_for_and_what_comes_later_counts_anew() -> None:
    back = [added(), to(Stage.APPLIED, 4), to(Stage.SAVED, 6)]

    assert project(back).applied_on is None
    assert project([*back, to(Stage.APPLIED, 8)]).applied_on == day(8)


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

    assert standing[:5] == (Stage.INTERVIEW, day(5), None, Outcome.REJECTED, day(8))


def test_reopening_takes_the_outcome_and_its_day_away() -> None:
    standing = project([added(), closed(Outcome.NO_REPLY, 8), reopened(9)])

    assert (standing.outcome, standing.closed_on) == (None, None)


def test_events_count_by_their_days_and_on_one_day_as_they_were_recorded() -> None:
    assert project([added(), to(Stage.INTERVIEW, 9), to(Stage.SCREENING, 4)]).stage == "interview"
    assert project([added(), to(Stage.INTERVIEW, 9), to(Stage.SCREENING, 9)]).stage == "screening"


def test_what_happened_before_it_was_added_counts_where_it_got_further() -> None:
    assert project([added(Stage.SAVED, on=9), to(Stage.APPLIED, 4)])[:3] == (
        Stage.APPLIED, day(4), day(4),
    )  # fmt: skip
    assert project([added(Stage.INTERVIEW, on=9), to(Stage.SCREENING, 4)])[:2] == (
        Stage.INTERVIEW, day(9),
    )  # fmt: skip


def test_a_note_changes_nothing_but_the_day_of_the_last_event() -> None:
    assert project([added(), note("called", on=3)]) == project([added()])._replace(last_on=day(3))


@pytest.mark.parametrize(
    "contact",
    [
        message(INCOMING, 7),
        message(OUTGOING, 7),
        to(Stage.SCREENING, 7),
        applied(7),
        Event(EventKind.INTERVIEW, day(7)),
        Event(EventKind.OFFER, day(7)),
        Event(EventKind.LETTER, day(7)),
    ],
)
def test_silence_counts_from_the_newest_contact(contact: Event) -> None:
    standing = project([added(), contact, note("to myself", on=9), closed(Outcome.NO_REPLY, 12)])

    assert (standing.contact_on, standing.last_on) == (day(7), day(12))


@pytest.mark.parametrize(
    ("reply", "outcome", "opens"),
    [
        (message(INCOMING, 9), Outcome.NO_REPLY, True),
        (message(OUTGOING, 9), Outcome.NO_REPLY, False),
        (message(INCOMING, 9), Outcome.REJECTED, False),
        (Event(EventKind.INTERVIEW, day(9)), Outcome.REJECTED, True),
        (Event(EventKind.INTERVIEW, day(9)), Outcome.ACCEPTED, False),
        (Event(EventKind.OFFER, day(9)), Outcome.DECLINED, True),
        (Event(EventKind.OFFER, day(9)), Outcome.ACCEPTED, False),
        (to(Stage.OFFER, 9), Outcome.REJECTED, True),
        (to(Stage.OFFER, 5), Outcome.REJECTED, False),
        (note("sad", on=9), Outcome.NO_REPLY, False),
        (Event(EventKind.LETTER, day(9)), Outcome.NO_REPLY, False),
    ],
)
def test_a_later_reply_opens_what_was_closed(reply: Event, outcome: Outcome, opens: bool) -> None:
    standing = project([added(Stage.SCREENING), closed(outcome, 8), reply])

    assert (standing.outcome is None) is opens


def test_an_interview_that_was_planned_when_the_refusal_came_opens_nothing() -> None:
    log = [added(), Event(EventKind.INTERVIEW, day(20)), closed(Outcome.REJECTED, 8)]

    assert project(log).outcome is Outcome.REJECTED


def test_what_was_retracted_never_happened() -> None:
    log = stored(added(), to(Stage.APPLIED, 2), to(Stage.OFFER, 3), retracted(3, on=9))

    assert project(log) == project(log[:2])
    assert effective(log) == log[:2]


def test_a_retraction_can_be_taken_back_itself() -> None:
    log = stored(added(), to(Stage.OFFER, 3), retracted(2), retracted(3))

    assert project(log).stage is Stage.OFFER


def test_the_event_that_began_a_log_stays() -> None:
    log = stored(added(), retracted(1))

    assert project(log) == project([added()])


def test_a_corrected_day_and_corrected_words_take_the_place_of_the_first_ones() -> None:
    log = stored(added(), note("calld", on=5), dated(2, 4), reworded(2, "called"), dated(2, 3))

    assert effective(log)[1:] == [log[1]._replace(on=day(3), text="called")]
    assert project(log).last_on == day(3)


def test_the_day_of_applying_follows_its_corrected_event() -> None:
    stated = stored(added(Stage.APPLIED, on=9), applied(5), dated(2, 3))
    moved = stored(added(), to(Stage.APPLIED, 5), dated(2, 3))

    assert project(stated)[:3] == (Stage.APPLIED, day(3), day(3))
    assert project(moved)[:3] == (Stage.APPLIED, day(3), day(3))


def test_the_activity_is_by_day_without_the_corrections() -> None:
    log = stored(added(on=5), note("b", on=9), note("a", on=7), note("c", on=8), dated(4, 6))

    assert [(event.text, event.on) for event in activity(log)] == [
        ("", day(5)), ("c", day(6)), ("a", day(7)), ("b", day(9)),
    ]  # fmt: skip
    assert activity([]) == []


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
        (Event(EventKind.LETTER, FIRST, to_value="2"), "Letter sent"),
        (Event(EventKind.INTERVIEW, FIRST), "Interview"),
        (Event(EventKind.OFFER, FIRST), "Offer received"),
        (Event(EventKind.MESSAGE, FIRST, INCOMING, "mail"), "Message received by mail"),
        (Event(EventKind.MESSAGE, FIRST, OUTGOING), "Message sent"),
        (retracted(1), "Taken back"),
        (dated(1, 3), "Date corrected to 2026-11-04"),
        (reworded(1, "x"), "Words corrected"),
    ],
)
def test_each_event_reads_as_a_line_of_activity(event: Event, words: str) -> None:
    assert sentence(event) == words


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_a_sentence(kind: EventKind) -> None:
    value = {EventKind.OUTCOME: "rejected"}.get(kind, "saved")

    assert sentence(Event(kind, FIRST, to_value=value))


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


@given(STARTS, EVENTS)
def test_a_saved_application_has_no_day_of_applying(start: Event, steps: Sequence[Event]) -> None:
    standing = project([start, *steps])

    assert standing.stage is not Stage.SAVED or standing.applied_on is None


@given(STARTS, EVENTS, st.sampled_from(Outcome), DAYS)
def test_closing_never_changes_the_stage(
    start: Event, steps: Sequence[Event], outcome: Outcome, on: int
) -> None:
    log = [start, *steps]

    after = project([*log, closed(outcome, on)])

    assert after[:3] == project(log)[:3]


@given(STARTS, EVENTS, EVENTS)
def test_retracting_all_that_came_later_gives_the_standing_of_before(
    start: Event, first: Sequence[Event], later: Sequence[Event]
) -> None:
    log = stored(start, *first, *later)
    gone = [retracted(event.id) for event in log[1 + len(first) :]]

    assert project([*log, *gone]) == project([start, *first])
