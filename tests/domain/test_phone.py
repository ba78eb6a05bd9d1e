"""Who is on the phone, and what was said: pure rules over an application's log."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.events import INCOMING, Event, EventKind
from jobtracker.domain.interviews import Interview
from jobtracker.domain.phone import (
    LONGEST_QUOTE,
    Caller,
    Why,
    about_pay,
    best_first,
    last_contact,
    next_interview,
    pay_said,
)
from jobtracker.domain.stages import Outcome, Stage

TODAY = date(2026, 11, 22)


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


def message(back: int, text: str) -> Event:
    return Event(EventKind.MESSAGE, day(back), INCOMING, "phone", text)


def note(back: int, text: str) -> Event:
    return Event(EventKind.NOTE, day(back), text=text)


def caller(key: int, why: Why, *, closed: bool = False, back: int = 1) -> Caller:
    outcome = Outcome.REJECTED if closed else None
    return Caller(key, "Acme", "Tester", Stage.APPLIED, outcome, False, day(back), why)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Nice call. The base is $150k a year. Next week more.", ["The base is $150k a year."]),
        ("They pay 65 € an hour!\nRemote is fine.", ["They pay 65 € an hour!"]),
        ("Between $140,000 and $165,000 a year? I said yes.", None),
        ("We talked for 30 minutes about 3 teams.", []),
        ("The call was on 2026-11-12 at 14:00.", []),
        ("", []),
    ],
)
def test_the_sentence_that_names_pay_is_quoted(text: str, quoted: list[str] | None) -> None:
    expected = [text.split(" I ", maxsplit=1)[0]] if quoted is None else quoted

    assert about_pay(text) == expected


def test_a_long_sentence_is_cut_round_its_figure() -> None:
    around = "and so on " * 60

    (quote,) = about_pay(f"{around}they pay $150,000 a year {around}")

    assert "$150,000 a year" in quote
    assert quote.startswith("… ")
    assert quote.endswith(" …")
    assert len(quote) <= LONGEST_QUOTE + 4


@given(st.text(), st.text())
def test_whatever_stands_around_it_a_stated_pay_is_quoted(before: str, after: str) -> None:
    quotes = about_pay(f"{before}\n$150,000 a year\n{after}")

    assert any("$150,000" in quote for quote in quotes)
    assert all("\n" not in quote for quote in quotes)


def test_what_was_said_about_pay_comes_newest_first_and_once() -> None:
    events = [
        note(9, "I named $160,000 a year."),
        message(3, "We could do $150,000 a year."),
        message(2, "As I said. We could do $150,000 a year."),
        Event(EventKind.OFFER, day(1), text="$155,000 a year"),
    ]

    said = pay_said(events, (), "Floor: $145,000 a year.")

    assert [(quote.on, quote.words) for quote in said] == [
        (day(2), "We could do $150,000 a year."),
        (day(9), "I named $160,000 a year."),
        (None, "Floor: $145,000 a year."),
    ]
    assert said[0].what == "Message received by phone"


def test_what_an_interview_brought_about_pay_is_quoted_too() -> None:
    held = Interview(1, "u", 7, "2026-11-12T10:00", kind="video", notes="Range: $140k-$165k.")

    (quote,) = pay_said((), [held], "")

    assert (quote.on, quote.what) == (date(2026, 11, 12), "Video interview")


def test_the_last_contact_is_the_newest_thing_between_the_two_sides() -> None:
    events = [
        Event(EventKind.APPLIED, day(20), to_value="2026-11-02"),
        message(5, "We liked your letter.\n"),
        note(1, "Read their blog"),
        Event(EventKind.INTERVIEW, TODAY, interview_id=1),
        Event(EventKind.INTERVIEW, day(-3), interview_id=2),
    ]

    assert last_contact(events, TODAY) == (
        day(5),
        "Message received by phone",
        "We liked your letter.",
    )
    assert last_contact([note(1, "Only mine")], TODAY) is None


def test_of_a_day_what_was_said_tells_more_than_the_stage_that_followed() -> None:
    offer = Event(EventKind.OFFER, day(1), text="$150,000 a year", id=1)
    moved = Event(EventKind.STAGE, day(1), to_value="offer", id=2)

    assert last_contact([offer, moved], TODAY) == (day(1), "Offer received", "$150,000 a year")


def test_the_next_interview_is_the_first_that_is_not_over() -> None:
    past = Interview(1, "a", 7, "2026-11-20T10:00")
    today = Interview(2, "b", 7, "2026-11-22T14:00")
    later = Interview(3, "c", 7, "2026-11-25")

    assert next_interview([later, past, today], TODAY) == today
    assert next_interview([today._replace(result="cancelled"), later], TODAY) == later
    assert next_interview([past], TODAY) is None


def test_open_ones_come_before_closed_ones_and_names_before_roles() -> None:
    found = [
        caller(1, Why.ROLE),
        caller(2, Why.NAME, closed=True),
        caller(3, Why.CONTACT),
        caller(4, Why.WORD),
        caller(5, Why.NAME, back=9),
        caller(6, Why.NAME, back=2),
        caller(5, Why.ROLE),
    ]

    assert [one.application_id for one in best_first(found)] == [6, 5, 4, 3, 2, 1]


def test_what_was_only_saved_is_less_likely_than_what_was_applied_for() -> None:
    saved = caller(1, Why.NAME, back=0)._replace(stage=Stage.SAVED)

    assert best_first([saved, caller(2, Why.NAME, back=30)])[0].application_id == 2
