"""What the review says of an item, of the week and of itself."""

from datetime import date

import pytest

from jobtracker.domain.review import Item
from jobtracker.domain.stages import Stage
from jobtracker.domain.week import Week
from jobtracker.ui.features.review import words
from jobtracker.ui.features.review.contract import Answer, Kind, Part, Stop

TODAY = date(2026, 11, 22)
ITEM = Item(1, "Litware AI", "Python Developer", Stage.APPLIED, date(2026, 11, 5), 17)


def test_an_item_is_announced_with_its_place() -> None:
    quiet = Stop(Part.QUIET, ITEM, 3, 12)
    unplanned = quiet._replace(part=Part.UNPLANNED, total=1200)

    assert words.spoken(quiet) == "Litware AI, Python Developer, quiet 17 days. 3 of 12"
    assert words.spoken(unplanned) == "Litware AI, Python Developer, no next step. 3 of 1,200"


def test_why_an_item_is_asked_about() -> None:
    stop = Stop(Part.UNPLANNED, ITEM, 1, 1)

    assert words.why(stop._replace(part=Part.QUIET), TODAY) == "Quiet 17 days, since Thu 5 Nov"
    assert words.why(stop, TODAY) == "No next step yet"
    named = stop._replace(item=ITEM._replace(next_action="Call Ana"))
    assert words.why(named, TODAY) == "“Call Ana” has no date"


def test_an_answer_in_the_past_tense() -> None:
    plan = Answer(Kind.PLAN, "Follow up", date(2026, 11, 27))

    assert words.told(ITEM, plan, TODAY) == "Litware AI: Follow up, Fri 27 Nov"
    assert words.told(ITEM, Answer(Kind.NO_REPLY), TODAY) == "Litware AI closed as No reply"
    assert words.told(ITEM, Answer(Kind.KEEP), TODAY) == "Litware AI kept open"


@pytest.mark.parametrize(
    ("week", "title", "note"),
    [
        (Week(TODAY, 5, 3, 4), "This week 3 of 5 applications", "2 to go, 4 days left."),
        (Week(TODAY, 5, 4, 1), "This week 4 of 5 applications", "1 to go, today is the last day."),
        (Week(TODAY, 5, 6, 1), "This week 6 of 5 applications", "The goal is reached."),
        (Week(TODAY, 1, 0, 2), "This week 0 of 1 application", "1 to go, 2 days left."),
        (
            Week(TODAY, 0, 1, 1),
            "This week 1 application",
            "There is no weekly goal. Set one under Settings, Tracking.",
        ),
    ],
)
def test_the_week_against_the_goal(week: Week, title: str, note: str) -> None:
    assert (words.week_title(week), words.week_note(week)) == (title, note)


def test_the_first_line_of_notes_is_the_first_that_says_something() -> None:
    assert words.first_line("\n  \n Ana called.\nSecond") == "Ana called."
    assert len(words.first_line("x" * 5000)) == words.LONGEST
    assert words.first_line(" \n") == ""


def test_lines_that_are_said_already_are_left_out() -> None:
    text = "Python  Developer\n\n ACME\nBerlin\n\nWe build\nrobots\n"

    assert words.first_lines(text, 2, but=("Python Developer", "Acme")) == ["Berlin", "We build"]


def test_a_word_longer_than_a_line_can_be_broken_and_others_stay_as_they_are() -> None:
    broken = words.breakable(f"See {'x' * 50} now")

    assert max(map(len, broken.replace("\N{ZERO WIDTH SPACE}", " ").split())) == words.LONGEST_WORD
    assert broken.replace("\N{ZERO WIDTH SPACE}", "") == f"See {'x' * 50} now"
    assert words.breakable("Contoso  Analytics") == "Contoso  Analytics"
