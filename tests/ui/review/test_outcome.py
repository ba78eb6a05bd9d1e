"""What the last page of the review says of what was decided, and of the week to come."""

from datetime import date

import pytest

from jobtracker.domain.review import Coming, Item
from jobtracker.domain.stages import Stage
from jobtracker.domain.week import Week
from jobtracker.ui.features.review import outcome
from jobtracker.ui.features.review.contract import Answer, Decided, Kind, Summary
from jobtracker.ui.features.review.details import Line, Section

pytestmark = pytest.mark.usefixtures("undressed")

TODAY = date(2026, 11, 22)
WEEK = Week(TODAY, 5, 3, 1)
FRIDAY = date(2026, 11, 27)


def decided(company: str, answer: Answer) -> Decided:
    return Decided(Item(1, company, "Pilot", Stage.APPLIED, TODAY, 20), answer)


def test_each_kind_is_counted_and_told_and_what_was_not_done_is_left_out() -> None:
    keep, plan = Answer(Kind.KEEP), Answer(Kind.PLAN, "Call Ana", FRIDAY)
    summary = Summary(WEEK, (), (decided("Acme", keep), decided("Litware", plan)), left=2)

    assert list(outcome.decisions(summary, TODAY)) == [
        Section("1 next action planned", (Line("Litware: Call Ana", day="Fri 27 Nov"),)),
        Section("1 kept open", (Line("Acme, Pilot"),)),
        Section("2 left undecided", ()),
    ]


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    close = Answer(Kind.NO_REPLY)
    closed = tuple(decided(f"Company {number}", close) for number in range(40))

    (section,) = outcome.decisions(Summary(WEEK, (), closed, left=0), TODAY)

    assert section.title == "40 closed as No reply"
    assert len(section.lines) == outcome.MOST_SHOWN + 1
    assert section.lines[-1].text == "And 28 more."


def test_an_interview_says_when_and_with_whom() -> None:
    one = Coming(1, 2, "Acme", "Pilot", "2026-11-24T14:00", "video")
    whole_day = one._replace(starts="2026-11-23")

    assert outcome.next_week([whole_day, one], TODAY).lines == (
        Line("Acme, Pilot", day="Tomorrow"),
        Line("14:00, Acme, Pilot", day="Tue 24 Nov"),
    )
    assert outcome.next_week([], TODAY).lines[0].text == "None so far."
