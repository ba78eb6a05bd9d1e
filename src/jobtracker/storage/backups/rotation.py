"""Which backups are kept: all of two days, then one a day, one a week, one a month.

Pure. The order is that of the counter. A clock that was wrong for a while is told by times that
do not rise with the counter, and is not believed; a backup never counts as later than one that
was taken after it. What "two days ago" is follows from the newest backup, not from today's clock.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

ALL_OF = timedelta(days=2)
MOST_RECENT = 60
"""Of these two days; who presses the button all day long still finds last week's."""
ALWAYS = 5
"""The newest are kept whatever their times say."""
DAILY, WEEKLY, MONTHLY = 12, 10, 9
APART = 3
"""Before migrations: apart from the rest, so that one that fails again and again can't rotate
out what was there before it.
"""
AT_ONCE = 2
"""So many go with one new backup. Where a clock leaps ahead nearly all seem old; it will have
been put right before they are gone.
"""
MOST = MOST_RECENT + DAILY + WEEKLY + MONTHLY + APART
"""As many are kept in the end, however often one is taken."""


class Taken(NamedTuple):
    """`number` counts up with each backup of a workspace; `at` is what its clock said."""

    number: int
    at: datetime
    apart: bool = False


def surplus(taken: Iterable[Taken]) -> list[int]:
    """The numbers of the backups that no class keeps, the oldest first."""
    newest_first = sorted(taken, key=lambda one: one.number, reverse=True)
    apart = [one.number for one in newest_first if one.apart]
    ordinary = [one for one in newest_first if not one.apart]
    return sorted([*apart[APART:], *_thinned(_effective(ordinary))])


def going(taken: Iterable[Taken]) -> list[int]:
    """Those of them that go now that one more was taken."""
    return surplus(taken)[:AT_ONCE]


def _effective(newest_first: Sequence[Taken]) -> list[tuple[int, datetime]]:
    """Numbers with times that only ever go back. Most clocks were right: the times that agree on
    an order are believed, and any other counts as that of the next one taken. Counted as that of
    the one before, it would push that out as the newer of its week, and then the one before it.
    """
    times = [one.at.astimezone(UTC) for one in newest_first]
    last = len(times) - 1
    believed = {last - place for place in _longest_rising(times[::-1])}
    at = next((times[place] for place in sorted(believed)), None)
    found: list[tuple[int, datetime]] = []
    for place, one in enumerate(newest_first):
        at = times[place] if place in believed or at is None else at
        found.append((one.number, at))
    return found


def _longest_rising(times: Sequence[datetime]) -> list[int]:
    """The places of the longest series that never falls (patience sorting); of several as long
    the one that ends lowest, so that a leap ahead is not believed.
    """
    ends: list[datetime] = []
    last_of: list[int] = []
    before: list[int | None] = []
    for place, at in enumerate(times):
        length = bisect_right(ends, at)
        before.append(last_of[length - 1] if length else None)
        ends[length:] = [at, *ends[length + 1 :]]
        last_of[length:] = [place, *last_of[length + 1 :]]
    places: list[int] = []
    place_of_end = last_of[-1] if last_of else None
    while place_of_end is not None:
        places.append(place_of_end)
        place_of_end = before[place_of_end]
    return places[::-1]


def _thinned(newest_first: list[tuple[int, datetime]]) -> Iterator[int]:
    classes = (_Class(DAILY, _day), _Class(WEEKLY, _week), _Class(MONTHLY, _month))
    for place, (number, at) in enumerate(newest_first):
        is_recent = newest_first[0][1] - at < ALL_OF
        if place < ALWAYS or (is_recent and place < MOST_RECENT):
            continue
        if not next((kept for one in classes if (kept := one.offer(at)) is not None), False):
            yield number


class _Class:
    """Keeps the newest of each period, so many of them; is offered times from new to old."""

    def __init__(self, room: int, period: Callable[[datetime], int]) -> None:
        self._room = room
        self._period = period
        self._last: int | None = None

    def offer(self, at: datetime) -> bool | None:
        """Whether one of this time stays; None where it is another class's to say."""
        period = self._period(at)
        if period == self._last:
            return False
        if not self._room:
            return None
        self._room -= 1
        self._last = period
        return True


def _day(at: datetime) -> int:
    return at.toordinal()


def _week(at: datetime) -> int:
    return (at.toordinal() - 1) // 7


def _month(at: datetime) -> int:
    return at.year * 12 + at.month
