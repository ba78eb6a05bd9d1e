"""How far applications got, counted from their logs alone."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jobtracker.domain.events import Event, EventKind, effective
from jobtracker.domain.stages import STAGES, Outcome, Stage, order

_TELLING = {EventKind.INTERVIEW: Stage.INTERVIEW, EventKind.OFFER: Stage.OFFER}
"""What shows that a stage was reached, whether or not anybody moved the card."""


class Funnel(NamedTuple):
    """How many applications reached each stage, those that went past it counted too."""

    reached: dict[Stage, int]

    def share(self, stage: Stage, of: Stage) -> float | None:
        """Those that reached `stage` out of those that reached `of`; None where nobody did."""
        return self.reached[stage] / self.reached[of] if self.reached[of] else None


def reached(events: Iterable[Event]) -> Stage:
    """The furthest stage that a log tells of.

    How it ended takes nothing away. An accepted job had an offer. What was retracted never was;
    going back later is not a second time, and does not undo that it had been there.
    """
    furthest = Stage.SAVED
    for event in effective(events):
        stage = _stage_of(event)
        if stage is not None and order(stage) > order(furthest):
            furthest = stage
    return furthest


def _stage_of(event: Event) -> Stage | None:
    match event.kind:
        case EventKind.ADDED | EventKind.STAGE:
            return Stage(event.to_value)
        case EventKind.APPLIED if event.to_value:
            return Stage.APPLIED
        case EventKind.OUTCOME if event.to_value == Outcome.ACCEPTED:
            return Stage.OFFER
        case kind:
            return _TELLING.get(kind)


def funnel(logs: Iterable[Sequence[Event]]) -> Funnel:
    """The counts for these applications, each by its whole log."""
    counts = dict.fromkeys(STAGES, 0)
    for log in logs:
        for stage in STAGES[: order(reached(log)) + 1]:
            counts[stage] += 1
    return Funnel(counts)
