"""Which backups stay: the newest always, older ones ever further apart, no clock can fool it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jobtracker.storage.backups import rotation
from jobtracker.storage.backups.rotation import Taken, going, surplus

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
TIMES = st.integers(0, 2_200_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
CLOCKS = st.lists(TIMES, max_size=150)


def at_times(times: list[datetime]) -> list[Taken]:
    return [Taken(number, at) for number, at in enumerate(times, 1)]


def lived_through(times: list[datetime]) -> list[Taken]:
    """What is left after backups at these times, each followed by its rotation."""
    kept: list[Taken] = []
    for one in at_times(times):
        kept.append(one)
        gone = going(kept)
        kept = [other for other in kept if other.number not in gone]
    return kept


def test_all_of_two_days_are_kept() -> None:
    every_hour = [START + timedelta(hours=hour) for hour in range(48)]

    assert surplus(at_times(every_hour)) == []


def test_after_a_year_of_days_they_lie_ever_further_apart() -> None:
    kept = lived_through([START + day * DAY for day in range(365)])
    ages = [(kept[-1].at - one.at).days for one in reversed(kept)]

    assert ages[:17] == list(range(17))
    gaps = [older - newer for newer, older in pairwise(ages)]
    assert gaps[18:25] == [7] * 7
    assert all(27 <= gap <= 36 for gap in gaps[-7:])
    assert ages[-1] > 300
    assert len(kept) <= rotation.MOST


def test_somebody_who_is_seldom_here_keeps_every_single_one() -> None:
    once_a_month = [START + month * 31 * DAY for month in range(20)]

    assert lived_through(once_a_month) == at_times(once_a_month)


def test_a_day_of_pressing_the_button_does_not_push_out_last_week() -> None:
    week = [START + day * DAY for day in range(7)]
    presses = [START + 7 * DAY + timedelta(seconds=n) for n in range(500)]

    kept = lived_through([*week, *presses])

    assert {one.number for one in kept} >= set(range(1, 8))
    assert len(kept) <= rotation.MOST


def test_the_last_three_before_a_migration_stand_apart() -> None:
    tries = [Taken(number, START, apart=True) for number in range(1, 6)]
    ordinary = [Taken(number, START + number * DAY) for number in range(6, 10)]

    assert surplus([*tries, *ordinary]) == [1, 2]


def test_a_clock_ten_years_ahead_for_once_costs_at_most_two() -> None:
    hours = [START + timedelta(hours=hour) for hour in range(24)]
    ahead = START + 3650 * DAY
    back = START + timedelta(hours=25)

    kept = lived_through([*hours, ahead, back])

    assert len(kept) == 24 + 2 - rotation.AT_ONCE
    assert surplus(kept) == []


def test_a_clock_that_stood_in_1970_once_costs_next_to_nothing() -> None:
    days = [START + day * DAY for day in range(60)]
    kept = lived_through(days)
    reset = datetime(1970, 1, 1, tzinfo=UTC)

    for at in range(len(days)):
        times = [*days[:at], reset, *days[at:]]
        assert len(lived_through(times)) >= len(kept) - 2


@given(CLOCKS)
def test_the_newest_few_are_always_kept(times: list[datetime]) -> None:
    gone = surplus(at_times(times))

    assert not [number for number in gone if number > len(times) - rotation.ALWAYS]


@given(CLOCKS)
def test_no_more_are_kept_than_the_classes_hold(times: list[datetime]) -> None:
    assert len(times) - len(surplus(at_times(times))) <= rotation.MOST


@given(CLOCKS, TIMES)
def test_one_more_backup_costs_no_more_than_two_and_only_what_no_class_keeps(
    times: list[datetime], newest: datetime
) -> None:
    taken = at_times([*times, newest])
    gone = going(taken)

    assert len(gone) <= rotation.AT_ONCE
    assert set(gone) <= set(surplus(taken))


@given(CLOCKS)
def test_of_one_day_an_older_one_never_outlives_a_newer_one(times: list[datetime]) -> None:
    steady = at_times(sorted(times))
    gone = set(surplus(steady))
    kept_by_class = [one for one in steady[: -rotation.ALWAYS] if one.number not in gone]

    newest = steady[-1].at if steady else START
    old = [one for one in kept_by_class if newest - one.at >= rotation.ALL_OF]
    for one in old:
        same_day = [
            other
            for other in steady[: -rotation.ALWAYS]
            if other.at.date() == one.at.date()
            and other.number > one.number
            and newest - other.at >= rotation.ALL_OF
        ]
        assert not [other for other in same_day if other.number in gone]


@given(CLOCKS)
def test_what_stays_would_stay_without_the_others_too(times: list[datetime]) -> None:
    taken = at_times(sorted(times))
    gone = surplus(taken)

    assert surplus([one for one in taken if one.number not in gone]) == []


@given(CLOCKS, st.randoms(use_true_random=False))
def test_the_order_in_which_a_folder_lists_them_does_not_matter(
    times: list[datetime], random: object
) -> None:
    taken = at_times(times)
    shuffled = list(taken)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random

    assert surplus(shuffled) == surplus(taken)
