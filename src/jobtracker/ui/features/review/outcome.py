"""What a review came to: what was decided, by kind, and the interviews of the week to come."""

from collections.abc import Iterator, Sequence
from datetime import date

from jobtracker.domain.review import Coming
from jobtracker.ui.features.review.contract import Decided, Kind, Summary
from jobtracker.ui.features.review.details import Line, Section
from jobtracker.ui.features.review.words import counted
from jobtracker.ui.widgets.days import day_words

MOST_SHOWN = 12
"""Lines of a section; more than that nobody reads here."""
NO_INTERVIEW = "None so far."


def decisions(summary: Summary, today: date) -> Iterator[Section]:
    """A section each for the planned, the closed and the kept, and one for those left."""
    for kind in Kind:
        these = [one for one in summary.decided if one.answer.kind is kind]
        if these:
            lines = [_decision(one, today) for one in these]
            yield Section(_title(kind, len(these)), _cut(lines))
    if summary.left:
        yield Section(f"{summary.left:,} left undecided", ())


def next_week(interviews: Sequence[Coming], today: date) -> Section:
    lines = [_interview(one, today) for one in interviews]
    return Section("Interviews next week", _cut(lines) or (Line(NO_INTERVIEW, tone="muted"),))


def _title(kind: Kind, count: int) -> str:
    match kind:
        case Kind.PLAN:
            return f"{counted(count, 'next action')} planned"
        case Kind.NO_REPLY:
            return f"{count:,} closed as No reply"
        case Kind.KEEP:
            return f"{count:,} kept open"


def _decision(one: Decided, today: date) -> Line:
    item, answer = one.item, one.answer
    if answer.on is None:
        return Line(f"{item.company}, {item.role}")
    return Line(f"{item.company}: {answer.words}", day=day_words(answer.on, today))


def _interview(one: Coming, today: date) -> Line:
    """As in "Tue 24 Nov" beside "14:00, Litware AI, Python Developer"."""
    time = one.starts[11:16] if "T" in one.starts else ""
    said = ", ".join(filter(None, (time, one.company, one.role)))
    return Line(said, day=day_words(date.fromisoformat(one.starts[:10]), today))


def _cut(lines: Sequence[Line]) -> tuple[Line, ...]:
    rest = len(lines) - MOST_SHOWN
    if rest <= 1:
        return tuple(lines)
    return (*lines[:MOST_SHOWN], Line(f"And {rest:,} more.", tone="cap"))
