"""What counts as a reply to a letter, and from when on a rate is said."""

from datetime import date

import pytest

from jobtracker.domain.events import INCOMING, OUTGOING, Event, EventKind
from jobtracker.domain.letter_results import SentLetter, replied, results

SENT = date(2026, 10, 26)
LATER = date(2026, 10, 30)
AT = "2026-10-26T09:00:00+00:00"


def told(kind: EventKind, on: date = LATER, before: str = "", to: str = "", at: str = AT) -> bool:
    event = Event(kind, on, before, to, recorded_at=at)
    return replied([event], SENT, AT)


@pytest.mark.parametrize(
    ("kind", "before", "to"),
    [
        (EventKind.MESSAGE, INCOMING, "mail"),
        (EventKind.STAGE, "applied", "screening"),
        (EventKind.STAGE, "applied", "offer"),
        (EventKind.INTERVIEW, "", ""),
        (EventKind.OFFER, "", ""),
        (EventKind.OUTCOME, "", "rejected"),
    ],
)
def test_any_word_from_them_is_a_reply(kind: EventKind, before: str, to: str) -> None:
    assert told(kind, before=before, to=to)


@pytest.mark.parametrize(
    ("kind", "before", "to"),
    [
        (EventKind.MESSAGE, OUTGOING, "mail"),
        (EventKind.STAGE, "saved", "applied"),
        (EventKind.OUTCOME, "", "no_reply"),
        (EventKind.OUTCOME, "", "withdrawn"),
        (EventKind.NOTE, "", ""),
        (EventKind.LETTER, "", "3"),
    ],
)
def test_what_one_does_oneself_is_none(kind: EventKind, before: str, to: str) -> None:
    assert not told(kind, before=before, to=to)


def test_what_came_before_the_letter_is_no_reply_to_it() -> None:
    earlier = date(2026, 10, 25)

    assert not told(EventKind.MESSAGE, earlier, INCOMING)
    assert not told(EventKind.MESSAGE, SENT, INCOMING, at="2026-10-26T08:59:00+00:00")
    assert told(EventKind.MESSAGE, SENT, INCOMING, at="2026-10-26T09:01:00+00:00")


def test_a_rate_is_said_from_ten_letters_on() -> None:
    nine = [SentLetter(1, "Backend letter", n < 3) for n in range(9)]

    (few,) = results(nine)
    (many,) = results([*nine, SentLetter(1, "Backend letter", replied=False)])

    assert (few.sent, few.replied, few.rate) == (9, 3, None)
    assert (many.sent, many.replied, many.rate) == (10, 3, 0.3)


def test_two_templates_of_one_name_are_counted_apart() -> None:
    found = results([SentLetter(1, "Letter", True), SentLetter(2, "Letter", False)] * 2)

    assert [(one.id, one.replied) for one in found] == [(1, 2), (2, 0)]
