"""How long a company has been quiet: from the last contact or a promise, by the stage."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.silence import WAITING_DAYS, Silence, quiet_before, silence

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_saved_application_waits_for_nobody() -> None:
    assert silence("saved", ago(100), TODAY) is None


@pytest.mark.parametrize("stage", WAITING_DAYS)
def test_an_application_is_quiet_from_the_day_its_stage_has_waited_enough(stage: str) -> None:
    enough = WAITING_DAYS[stage]

    assert silence(stage, ago(enough - 1), TODAY) == Silence(ago(enough - 1), enough - 1, False)
    assert silence(stage, ago(enough), TODAY) == Silence(ago(enough), enough, True)


def test_a_promised_day_is_what_silence_counts_from() -> None:
    assert silence("interview", ago(30), TODAY, promised_on=ago(2)) == Silence(ago(2), 2, False)
    assert silence("interview", ago(30), TODAY, promised_on=ago(40)) == Silence(ago(30), 30, True)


def test_a_promise_that_lies_ahead_is_no_silence() -> None:
    promised = TODAY + timedelta(days=3)

    assert silence("applied", ago(30), TODAY, promised_on=promised) == Silence(promised, 0, False)


def test_a_person_may_wait_longer_or_never() -> None:
    own = {"applied": 60}

    assert silence("applied", ago(30), TODAY, waiting_days=own) == Silence(ago(30), 30, False)
    assert silence("interview", ago(30), TODAY, waiting_days=own) is None


@given(st.sampled_from([*WAITING_DAYS]), st.integers(0, 60), st.none() | st.integers(-60, 60))
def test_the_day_a_list_asks_for_tells_the_same(
    stage: str, days: int, promised: int | None
) -> None:
    promised_on = None if promised is None else ago(promised)
    told = silence(stage, ago(days), TODAY, promised_on=promised_on)

    assert told is not None
    newest = max(ago(days), promised_on) if promised_on else ago(days)
    assert told.is_quiet is (newest <= quiet_before(stage, TODAY))
