"""What is added to a log: whatever was there, what a person asks for is what it tells then."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain import recording
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import Event, EventKind, activity, project
from jobtracker.domain.recording import Moment
from jobtracker.domain.stages import Outcome, Stage

FIRST = date(2026, 11, 1)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AT = Moment(NOW, NOW.date())
LONG_AGO = "2026-11-01T09:00:00+00:00"


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def stored(*events: Event, recorded_at: str = LONG_AGO) -> list[Event]:
    return [e._replace(id=n, recorded_at=recorded_at) for n, e in enumerate(events, start=1)]


def added(stage: Stage = Stage.SAVED, on: int = 0) -> Event:
    return Event(EventKind.ADDED, day(on), to_value=stage)


def to(stage: Stage, on: int) -> Event:
    return Event(EventKind.STAGE, day(on), to_value=stage)


def closed(outcome: Outcome, on: int) -> Event:
    return Event(EventKind.OUTCOME, day(on), to_value=outcome)


def test_a_stage_cannot_be_dated_before_the_one_it_followed() -> None:
    log = stored(added(), to(Stage.APPLIED, 5), to(Stage.SCREENING, 9))

    with pytest.raises(InvalidInputError, match="Correct the other days first"):
        recording.moving(log, Stage.SCREENING, day(3), AT)


def test_dating_a_job_that_was_added_as_applied_dates_the_applying() -> None:
    applied = Event(EventKind.APPLIED, day(9), to_value=day(9).isoformat())
    log = stored(added(Stage.APPLIED, on=9), applied)

    steps = recording.moving(log, Stage.APPLIED, day(2), AT)

    assert project([*log, *steps])[:3] == (Stage.APPLIED, day(2), day(2))


def test_having_saved_it_on_the_day_of_applying_does_not_make_it_saved_again() -> None:
    log = stored(added(Stage.APPLIED, on=9), to(Stage.SAVED, 2))

    steps = recording.applying(log, day(2), AT)

    assert project([*log, *steps])[:3] == (Stage.APPLIED, day(2), day(2))


def test_applying_a_second_time_has_the_day_that_was_said() -> None:
    log = stored(added(), to(Stage.SAVED, 1), to(Stage.APPLIED, 0))

    steps = recording.applying(log, day(1), AT)

    assert project([*log, *steps])[:3] == (Stage.APPLIED, day(1), day(1))


def test_a_job_added_today_can_have_ended_last_week() -> None:
    log = stored(added(Stage.INTERVIEW, on=20))

    steps = recording.closing(log, Outcome.REJECTED, day(13), AT)

    standing = project([*log, *steps])
    assert (standing.stage, standing.outcome, standing.closed_on) == (
        Stage.INTERVIEW, Outcome.REJECTED, day(13),
    )  # fmt: skip


def test_moving_back_after_a_slip_that_opened_it_leaves_it_open() -> None:
    log = [
        *stored(added(Stage.APPLIED), closed(Outcome.NO_REPLY, 9)),
        to(Stage.OFFER, 21)._replace(id=3, recorded_at=NOW.isoformat()),
    ]

    steps = recording.moving(log, Stage.APPLIED, None, AT)

    assert [step.kind for step in steps] == [EventKind.RETRACTED, EventKind.REOPENED]
    assert project([*log, *steps])[:4] == (Stage.APPLIED, day(0), day(0), None)


@pytest.mark.parametrize("minutes", [-59, 0, 59])
def test_within_the_hour_by_whatever_clock_a_move_back_is_a_slip(minutes: int) -> None:
    log = stored(added(), to(Stage.OFFER, 21), recorded_at=NOW.isoformat())
    at = AT._replace(now=NOW + timedelta(minutes=minutes))

    steps = recording.moving(log, Stage.SAVED, None, at)

    assert [event.kind for event in activity([*log, *steps])] == [EventKind.ADDED]


def test_a_move_back_on_a_day_of_its_own_is_no_slip() -> None:
    log = stored(added(), to(Stage.OFFER, 21), recorded_at=NOW.isoformat())

    steps = recording.moving(log, Stage.SCREENING, day(21), AT)

    assert [step.kind for step in steps] == [EventKind.STAGE]


def test_an_event_that_is_not_in_the_log_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no event 9"):
        recording.retracting(stored(added()), 9, AT)


DAYS = st.integers(0, 60)
LOGS = st.builds(
    lambda stage, on, steps: stored(added(stage, on), *steps),
    st.sampled_from(Stage),
    DAYS,
    st.lists(
        st.one_of(
            st.builds(to, st.sampled_from(Stage), DAYS),
            st.builds(closed, st.sampled_from(Outcome), DAYS),
            st.builds(lambda on: Event(EventKind.REOPENED, day(on)), DAYS),
            st.builds(lambda on: Event(EventKind.MESSAGE, day(on), "in"), DAYS),
            st.builds(lambda on: Event(EventKind.INTERVIEW, day(on)), DAYS),
        ),
        max_size=8,
    ),
)
MOMENTS = st.integers(-300, 300).map(
    lambda days: Moment(NOW + timedelta(days=days), (NOW + timedelta(days=days)).date())
)


@given(LOGS, st.sampled_from(Stage), MOMENTS)
def test_a_move_of_today_is_never_held_up(log: Sequence[Event], stage: Stage, at: Moment) -> None:
    after = project([*log, *recording.moving(log, stage, None, at)])

    assert (after.stage, after.outcome) == (stage, None)


@given(LOGS, st.sampled_from(Outcome), MOMENTS)
def test_closing_today_is_never_held_up(log: Sequence[Event], outcome: Outcome, at: Moment) -> None:
    before = project(log)

    after = project([*log, *recording.closing(log, outcome, None, at)])

    assert after[:3] == before[:3]
    assert after.outcome is outcome


@given(LOGS, MOMENTS)
def test_reopening_today_is_never_held_up(log: Sequence[Event], at: Moment) -> None:
    after = project([*log, *recording.reopening(log, None, at)])

    assert after[:4] == (*project(log)[:3], None)


@given(LOGS, DAYS, MOMENTS)
def test_a_day_of_applying_is_kept_as_said(log: Sequence[Event], on: int, at: Moment) -> None:
    before = project(log)

    after = project([*log, *recording.applying(log, day(on), at)])

    assert after.applied_on == day(on)
    assert after.stage is (Stage.APPLIED if before.stage is Stage.SAVED else before.stage)


@given(LOGS, st.sampled_from(Stage), DAYS, MOMENTS)
def test_a_move_on_a_day_is_done_as_said_or_refused(
    log: Sequence[Event], stage: Stage, on: int, at: Moment
) -> None:
    with suppress(InvalidInputError):
        after = project([*log, *recording.moving(log, stage, day(on), at)])
        assert (after.stage, after.outcome) == (stage, None)
