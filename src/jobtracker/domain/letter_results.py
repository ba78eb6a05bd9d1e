"""What worked: how often letters from a template, or with a block, were answered.

A reply is any word from the other side after the letter was sent: a message, a step to
screening or further, an interview, an offer, and a rejection as well. It says that the letter
was read, no more. Only letters marked as sent count.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jobtracker.domain.events import INCOMING, Event, EventKind
from jobtracker.domain.stages import Outcome, Stage, order

LEAST = 10
"""Letters: a rate of fewer is chance, and is not shown."""


class SentLetter(NamedTuple):
    """A sent letter under one of the names it counts for: its template's, or a block's."""

    id: int
    name: str
    replied: bool


class Result(NamedTuple):
    """`rate` is from 0 to 1, None below `LEAST` letters; `id` is the template's or block's."""

    name: str
    sent: int
    replied: int
    rate: float | None
    id: int = 0


def replied(log: Iterable[Event], sent_on: date, sent_at: str) -> bool:
    """Whether the other side said anything after a letter, by the effective log of its
    application. Of the events on the day it was sent those count that were recorded after
    `sent_at`, a moment as ISO text in UTC.
    """
    return any(
        event.on > sent_on or (event.on == sent_on and event.recorded_at > sent_at)
        for event in log
        if _is_reply(event)
    )


def _is_reply(event: Event) -> bool:
    match event.kind:
        case EventKind.MESSAGE:
            return event.from_value == INCOMING
        case EventKind.STAGE:
            return order(Stage(event.to_value)) >= order(Stage.SCREENING)
        case EventKind.OUTCOME:
            return event.to_value == Outcome.REJECTED
        case EventKind.INTERVIEW | EventKind.OFFER:
            return True
        case _:
            return False


def results(letters: Iterable[SentLetter]) -> list[Result]:
    """The letters of each id counted, the ones most often sent first, then by name."""
    names: dict[int, str] = {}
    counts: dict[int, tuple[int, int]] = {}
    for letter in letters:
        sent, replied = counts.get(letter.id, (0, 0))
        names[letter.id] = letter.name
        counts[letter.id] = sent + 1, replied + letter.replied
    found = [
        Result(names[key], sent, replied, replied / sent if sent >= LEAST else None, key)
        for key, (sent, replied) in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.sent, one.name.casefold(), one.id))
