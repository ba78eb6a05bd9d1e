"""The way through a review: on after each answer, back after an undo, never the same item twice."""

from collections import Counter
from datetime import date

import pytest

from jobtracker.domain import review
from jobtracker.domain.review import Item, ToReview
from jobtracker.domain.stages import Stage
from jobtracker.domain.week import week_of
from jobtracker.ui.features.review.contract import Answer, Kind, Part, Stop
from jobtracker.ui.features.review.walk import Walk

pytestmark = pytest.mark.usefixtures("undressed")

TODAY = date(2026, 11, 22)
KEEP, CLOSE = Answer(Kind.KEEP), Answer(Kind.NO_REPLY)


def part(keys: str, total: int = 0) -> review.Part:
    items = (Item(ord(key), key, "Pilot", Stage.APPLIED, TODAY, 20) for key in keys)
    return review.Part(tuple(items), total or len(keys))


def found(quiet: str = "", unplanned: str = "", *, more: int = 0) -> ToReview:
    """What is asked about; each letter is a company, `more` are quiet ones not read yet."""
    return ToReview(
        part(quiet, len(quiet) + more), part(unplanned), week_of(TODAY, 5, 0), interviews=()
    )


def begun(quiet: str = "", unplanned: str = "") -> Walk:
    walk = Walk(TODAY)
    walk.take(found(quiet, unplanned))
    return walk


def stored(walk: Walk, answer: Answer, quiet: str = "", unplanned: str = "") -> None:
    """Answer, and let the workspace say what is open then."""
    stop = at(walk)
    walk.answer(answer)
    walk.confirm(stop.item.id)
    walk.take(found(quiet, unplanned))


def at(walk: Walk) -> Stop:
    assert walk.stop is not None
    return walk.stop


def place(walk: Walk) -> str:
    stop = at(walk)
    return f"{stop.part} {stop.item.company} {stop.number}/{stop.total}"


def kinds(walk: Walk) -> dict[Kind, int]:
    return dict(Counter(one.answer.kind for one in walk.decided()))


def test_it_goes_from_item_to_item_and_the_pages_turn_by_themselves() -> None:
    walk = begun("ab", "c")
    seen = [place(walk)]
    for left in (("b", "c"), ("", "c")):
        stored(walk, KEEP, *left)
        seen.append(place(walk))
    stored(walk, KEEP)

    assert seen == ["quiet a 1/2", "quiet b 2/2", "unplanned c 1/1"]
    assert walk.stop is None
    assert kinds(walk) == {Kind.KEEP: 3}


def test_without_quiet_ones_it_begins_with_those_that_lack_a_step() -> None:
    assert place(begun("", "xy")) == "unplanned x 1/2"
    assert begun().stop is None


def test_answers_that_come_faster_than_the_workspace_each_meet_the_next_item() -> None:
    walk = begun("abc")
    first = at(walk).item.id
    walk.answer(KEEP)
    walk.answer(CLOSE)

    walk.confirm(first)
    walk.take(found("bc"))

    assert place(walk) == "quiet c 3/3"
    assert kinds(walk) == {Kind.KEEP: 1, Kind.NO_REPLY: 1}


def test_an_answer_that_was_undone_is_asked_for_again() -> None:
    walk = begun("abc")
    stored(walk, CLOSE, "bc")
    stored(walk, KEEP, "c")

    walk.take(found("bc"))
    assert place(walk) == "quiet b 2/3"
    assert at(walk).answer is None
    walk.take(found("abc"))

    assert place(walk) == "quiet a 1/3"
    assert kinds(walk) == {}


def test_an_undo_leads_back_from_the_last_page_too() -> None:
    walk = begun("a")
    stored(walk, KEEP)
    assert walk.stop is None

    walk.take(found("a"))

    assert place(walk) == "quiet a 1/1"


def test_a_redo_goes_on_again_and_counts() -> None:
    walk = begun("ab")
    stored(walk, KEEP, "b")
    walk.take(found("ab"))

    walk.take(found("b"))

    assert place(walk) == "quiet b 2/2"
    assert kinds(walk) == {Kind.KEEP: 1}


def test_an_answer_that_is_refused_opens_the_item_again() -> None:
    walk = begun("ab")
    refused = at(walk).item.id
    walk.answer(CLOSE)

    walk.refuse(refused)

    assert place(walk) == "quiet a 1/2"
    assert kinds(walk) == {}


def test_one_can_step_back_to_what_was_answered_and_on_again() -> None:
    walk = begun("ab", "c")
    stored(walk, CLOSE, "b", "c")

    walk.step(-1)
    assert at(walk).answer == CLOSE
    walk.step(-1)
    assert place(walk) == "quiet a 1/2"
    for _ in range(3):
        walk.step(1)

    assert walk.stop is None
    assert walk.left == 2
    walk.step(-1)
    assert place(walk) == "unplanned c 1/1"


def test_what_others_settle_meanwhile_is_not_asked_about() -> None:
    walk = begun("abc")

    walk.take(found("bc"))
    assert place(walk) == "quiet b 1/2"
    walk.take(found("b"))

    assert place(walk) == "quiet b 1/1"
    assert kinds(walk) == {}


def test_a_long_page_is_read_in_parts_and_counted_whole() -> None:
    walk = Walk(TODAY)
    walk.take(found("ab", more=2))
    assert place(walk) == "quiet a 1/4"

    first = at(walk).item.id
    walk.answer(KEEP)
    walk.confirm(first)
    walk.take(found("bc", more=1))

    assert place(walk) == "quiet b 2/4"
    second = at(walk).item.id
    walk.answer(KEEP)
    walk.confirm(second)
    walk.take(found("cd"))
    assert place(walk) == "quiet c 3/4"


def test_the_part_is_the_one_it_was_met_in() -> None:
    walk = begun("a")

    walk.take(found("", "a"))

    assert at(walk).part is Part.QUIET


def test_what_was_decided_is_told_in_its_order_and_what_is_decided_anew_last() -> None:
    walk = begun("abc")
    stored(walk, CLOSE, "bc")
    stored(walk, KEEP, "c")
    walk.take(found("ac"))

    stored(walk, KEEP, "c")

    assert [(one.item.company, one.answer) for one in walk.decided()] == [("b", KEEP), ("a", KEEP)]


def test_the_item_ahead_is_the_next_one_that_is_still_open() -> None:
    walk = begun("ab", "c")
    assert walk.ahead == ord("b")

    walk.step(1)
    walk.answer(KEEP)
    walk.step(-2)
    assert (place(walk), walk.ahead) == ("quiet a 1/2", ord("c"))

    walk.step(2)
    assert walk.ahead is None
