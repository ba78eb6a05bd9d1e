"""The weekly review: what is to be decided about, one application after another."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from jobtracker.domain.stages import Stage
from jobtracker.domain.today import Task
from jobtracker.domain.week import Week

ASKED_AGAIN_AFTER = 6
"""Days that a look at an application lasts: at the next weekly review it is asked about again,
even where that comes a day early.
"""
FOLLOW_UP = "Follow up"
_FRIDAY = 4


class Item(NamedTuple):
    """An open application to decide about. `since` is the last contact, or the day an answer was
    promised for, and `days` are those passed since.
    """

    id: int
    company: str
    role: str
    stage: Stage
    since: date
    days: int
    next_action: str = ""


class Part(NamedTuple):
    """The first items of a page of the review, and how many there are in all."""

    items: tuple[Item, ...] = ()
    total: int = 0


class Coming(NamedTuple):
    """An interview to come; `starts` is ISO text, a day or a day with its time."""

    id: int
    application_id: int
    company: str
    role: str
    starts: str
    kind: str


class ToReview(NamedTuple):
    """`quiet` ones have waited too long for an answer, the longest first. `unplanned` ones are
    not quiet but lack a dated next action, the furthest stage first. `interviews` are those of
    the week after `week`, `replies` the offers to answer that Today asks for or will ask for in
    the next days, the earliest deadline first.
    """

    quiet: Part
    unplanned: Part
    week: Week
    interviews: tuple[Coming, ...]
    replies: tuple[Task, ...] = ()


def still_kept(kept: Mapping[str, str], today: date) -> dict[str, str]:
    """Of the applications that were looked at (uid to ISO day) those not asked about yet."""
    last = timedelta(days=ASKED_AGAIN_AFTER)
    return {
        uid: day
        for uid, day in kept.items()
        if timedelta(0) <= today - date.fromisoformat(day) < last
    }


def next_working_day(day: date) -> date:
    """The first day after this one that is no Saturday or Sunday."""
    after = day + timedelta(days=1)
    return after if after.weekday() <= _FRIDAY else after + timedelta(days=7 - after.weekday())


def proposed_action(item: Item) -> str:
    """The words that the next action of an application without a dated one begins with."""
    if item.next_action:
        return item.next_action
    return "Apply" if item.stage is Stage.SAVED else FOLLOW_UP
