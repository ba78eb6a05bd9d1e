"""What one remembers of a company is told by the logs alone."""

from datetime import date, timedelta

import pytest

from jobtracker.domain.companies import Memory, memory_words
from jobtracker.domain.company_memory import remembered, reply_after
from jobtracker.domain.events import INCOMING, OUTGOING, Event, EventKind

START = date(2026, 11, 1)


def applied(*more: Event, on: date = START) -> list[Event]:
    return [
        Event(EventKind.ADDED, on, to_value="applied", id=1),
        Event(EventKind.APPLIED, on, to_value=on.isoformat(), id=2),
        *more,
    ]


def after(days: int, kind: EventKind, from_value: str = "", to_value: str = "") -> Event:
    return Event(kind, START + timedelta(days=days), from_value, to_value, id=days + 10)


@pytest.mark.parametrize(
    ("event", "days"),
    [
        (after(5, EventKind.MESSAGE, INCOMING), 5),
        (after(5, EventKind.MESSAGE, OUTGOING), None),
        (after(5, EventKind.NOTE), None),
        (after(5, EventKind.STAGE, "applied", "screening"), 5),
        (after(5, EventKind.STAGE, "applied", "saved"), None),
        (after(0, EventKind.INTERVIEW), 0),
        (after(5, EventKind.OFFER), 5),
        (after(5, EventKind.OUTCOME, "", "rejected"), 5),
        (after(5, EventKind.OUTCOME, "", "position_closed"), 5),
        (after(5, EventKind.OUTCOME, "", "no_reply"), None),
        (after(5, EventKind.OUTCOME, "", "withdrawn"), None),
        (after(-3, EventKind.MESSAGE, INCOMING), None),
    ],
)
def test_a_reply_is_what_the_company_did_after_applying(event: Event, days: int | None) -> None:
    assert reply_after(applied(event), START) == days


def test_the_first_reply_counts_whatever_was_recorded_first() -> None:
    log = applied(
        after(9, EventKind.STAGE, "applied", "interview"), after(4, EventKind.MESSAGE, INCOMING)
    )

    assert reply_after(log, START) == 4


def test_a_reply_taken_back_was_none_and_a_corrected_day_counts() -> None:
    message = after(4, EventKind.MESSAGE, INCOMING)
    gone = Event(EventKind.RETRACTED, START, target=message.id, id=90)
    later = Event(EventKind.DATED, START, to_value="2026-11-08", target=message.id, id=90)

    assert reply_after(applied(message, gone), START) is None
    assert reply_after(applied(message, later), START) == 7


def test_an_interview_to_come_was_answered_when_it_was_arranged() -> None:
    event = after(30, EventKind.INTERVIEW)._replace(recorded_at="2026-11-06T08:00:00+00:00")

    assert reply_after(applied(event), START) == 5


def test_what_was_added_in_a_later_stage_had_an_answer_of_no_known_day() -> None:
    seen = date(2026, 11, 22)
    log = [
        Event(EventKind.ADDED, seen, to_value="interview", id=1),
        Event(EventKind.APPLIED, START, to_value=START.isoformat(), id=2),
    ]
    later = Event(EventKind.STAGE, seen, "interview", "offer", id=3)
    known = Event(EventKind.STAGE, START + timedelta(days=9), "", "screening", id=3)

    assert memory_words(remembered([log])) == "Applied once, one reply."
    assert memory_words(remembered([[*log, later]])) == "Applied once, one reply."
    assert memory_words(remembered([[*log, known]])) == "Applied once, one reply after 9 days."


def test_applications_at_one_company_are_counted_together() -> None:
    logs = [
        applied(after(9, EventKind.OFFER), on=START + timedelta(days=2)),
        applied(after(5, EventKind.INTERVIEW)),
        applied(),
        [Event(EventKind.ADDED, START, to_value="saved", id=1)],
    ]

    assert remembered(logs) == Memory(
        applications=4,
        applied=3,
        first_reply_days=(5, 7),
        interviewed=2,
        offers=1,
        last_applied_on=START + timedelta(days=2),
    )
    assert remembered([]) == Memory(0, 0)


@pytest.mark.parametrize(
    ("memory", "words"),
    [
        (Memory(2, 0), ""),
        (Memory(1, 1), "Applied once, no reply yet."),
        (Memory(3, 3, (41,)), "Applied 3 times, one reply after 41 days."),
        (Memory(2, 2, (9,), undated_replies=1), "Applied twice, 2 replies, one after 9 days."),
        (Memory(2, 2, undated_replies=2), "Applied twice, 2 replies."),
        (Memory(2, 2, (1,)), "Applied twice, one reply after 1 day."),
        (Memory(4, 4, (3, 9, 30)), "Applied 4 times, 3 replies, in the middle after 9 days."),
    ],
)
def test_the_memory_reads_as_a_sentence(memory: Memory, words: str) -> None:
    assert memory_words(memory) == words
