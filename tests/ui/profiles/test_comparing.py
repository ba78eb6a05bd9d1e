"""Two profiles side by side: what both have, what only one has, and by how much pay differs."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import Fact, RoleProfile
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.ui.features.profiles.comparing.pairs import (
    BOTH,
    LEFT,
    OTHER,
    RIGHT,
    compared,
    difference_words,
    spoken,
)
from jobtracker.ui.features.profiles.use_sheet import CompareSheet
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver


def year(low: int, high: int, currency: str = "USD") -> Pay:
    return Pay(low * 100_000, high * 100_000, currency, Period.YEAR)


ONE = RoleProfile(
    title="One",
    glance=(Fact("Education", "School"), Fact("Growth", "Slow")),
    skills=("Python", "SQL"),
    salaries=(SalaryRange("", year(90, 120)),),
)
TWO = RoleProfile(
    title="Two",
    glance=(Fact("Education", "school"), Fact("Growth", "Fast")),
    skills=("python", "Rust"),
    salaries=(SalaryRange("", year(90, 132)), SalaryRange("senior", year(120, 150))),
)


def test_skills_are_in_both_or_only_in_one() -> None:
    rows = compared(ONE, TWO)
    at = next(place for place, row in enumerate(rows) if row.label == "Skills")

    assert rows[at].difference == "1 in both, 1 only in the first, 1 only in the second"
    assert [(row.left, row.right, row.mark) for row in rows[at + 1 : at + 4]] == [
        ("Python", "python", BOTH),
        ("SQL", "", LEFT),
        ("", "Rust", RIGHT),
    ]


def test_facts_of_other_words_differ() -> None:
    marks = {row.label: row.mark for row in compared(ONE, TWO)}

    assert marks["Education"] == BOTH
    assert marks["Growth"] == OTHER


def test_ranges_are_aligned_and_say_by_how_much() -> None:
    rows = {row.label: row for row in compared(ONE, TWO)}

    assert rows["Whole role"].difference == "same at the bottom, + $12K at the top"
    assert rows["Senior"].mark == RIGHT
    assert spoken(rows["Senior"]) == "Senior, $120K \u2013 $150K, only in the second"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (year(90, 120), year(90, 120), "the same"),
        (
            year(90, 120),
            year(80, 130),
            "\N{MINUS SIGN} $10K at the bottom, + $10K at the top",
        ),
        (year(90, 120), year(90, 120, "EUR"), "not comparable: other currency or period"),
        (year(90, 120), Pay(None, 100, "USD", Period.YEAR), ""),
        (year(104, 208), Pay(5000, 10000, "USD", Period.HOUR), "the same"),
    ],
)
def test_a_difference_in_words(one: Pay, other: Pay, words: str) -> None:
    assert difference_words(one, other) == words


def test_a_second_profile_is_chosen_from_a_list(person: "Driver") -> None:
    person.go_to("Python Developer")

    person.page.act("compare")
    sheet = person.page.window().findChild(CompareSheet)
    assert sheet is not None
    person.type("python web")
    person.press(Qt.Key.Key_Return)
    comparison = person.page.desk.comparison
    person.wait(comparison.isVisible)

    assert comparison.titles == ("Python Developer", "Python Web Developer")
    assert comparison.list.hasFocus()
    spoken_rows = [
        comparison.model.index(at, 0).data(ACCESSIBLE_TEXT)
        for at in range(comparison.model.rowCount())
    ]
    assert any(words.startswith("Whole role") for words in spoken_rows)
    person.press(Qt.Key.Key_Escape)
    assert person.page.view.isVisible()
    assert person.page.side.list.hasFocus()
