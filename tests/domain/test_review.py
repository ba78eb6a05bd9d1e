"""The rules of the weekly review: when to ask again, and what to propose."""

from datetime import date, timedelta

import pytest

from jobtracker.domain.review import Item, next_working_day, proposed_action, still_kept
from jobtracker.domain.stages import Stage

FRIDAY, SUNDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (FRIDAY - timedelta(days=1), FRIDAY),
        (FRIDAY, MONDAY),
        (SUNDAY - timedelta(days=1), MONDAY),
        (SUNDAY, MONDAY),
        (MONDAY, MONDAY + timedelta(days=1)),
    ],
)
def test_a_follow_up_is_proposed_for_the_next_working_day(day: date, after: date) -> None:
    assert next_working_day(day) == after


def test_what_was_looked_at_is_asked_about_again_after_six_days() -> None:
    kept = {"a": SUNDAY.isoformat()}

    assert still_kept(kept, SUNDAY) == kept
    assert still_kept(kept, SUNDAY + timedelta(days=5)) == kept
    assert still_kept(kept, SUNDAY + timedelta(days=6)) == {}


def test_a_look_from_a_clock_that_ran_ahead_counts_for_nothing() -> None:
    assert still_kept({"a": MONDAY.isoformat()}, SUNDAY) == {}


@pytest.mark.parametrize(
    ("stage", "action", "proposed"),
    [
        (Stage.SAVED, "", "Apply"),
        (Stage.APPLIED, "", "Follow up"),
        (Stage.INTERVIEW, "Send the thank-you note", "Send the thank-you note"),
    ],
)
def test_an_action_without_a_day_is_what_is_proposed_first(
    stage: Stage, action: str, proposed: str
) -> None:
    item = Item(1, "Acme", "Pilot", stage, SUNDAY, 0, action)

    assert proposed_action(item) == proposed
