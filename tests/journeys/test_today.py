"""A morning with the list of the day: what is done by keys alone, in the whole program."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from tests.support.window import Person, spoken_row
from tests.ui.conftest import sample

__all__ = ["sample"]

DUE, COMING = "Do today", "Next days"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # real menus


@pytest.fixture
def morning(person: Person, sample: Path) -> Person:
    """The sample search is open at Today."""
    shutil.copy(sample, person.file)
    person.starts()
    person.presses("Ctrl+1")
    return person


def badge(person: Person) -> str:
    return next(words for words in person.screen() if words.startswith("Today, "))


def test_the_day_is_worked_through_by_keys(morning: Person) -> None:
    person = morning
    before = person.rows(DUE)
    assert person.page == "Today"
    assert person.at == DUE
    late = [row for row in before if row.endswith("late")]
    assert late, "the sample has something late"

    person.walks_to(late[0])
    person.presses("E")
    assert person.rows(DUE) == [row for row in before if row != late[0]]
    assert person.toast.startswith("“Follow up” done")

    person.presses("Z", "Return")
    assert len(person.rows(DUE)) == len(before) - 2
    assert any(row.endswith("Tomorrow") for row in person.rows(COMING))

    person.presses("Ctrl+Z", "Ctrl+Z")
    assert person.rows(DUE) == before
    assert person.at == DUE


def test_each_button_leads_where_its_word_says(morning: Person) -> None:
    person = morning

    person.walks_to("interview")
    person.presses("Return")
    person.waits_until(lambda: person.page == "Applications")
    person.waits_until(lambda: person.sees("Preparation"))

    person.presses("Ctrl+1")
    person.walks_to("Send thank-you note")
    person.presses("Return")
    person.waits_until(lambda: person.page == "Letters")
    person.waits_until(lambda: person.at == "Find a template")
    person.presses("Escape", "Ctrl+1")
    assert person.at == DUE

    while "Reply to offer" not in at_hand(person):
        person.presses("Down")
    offered = at_hand(person).split(", ")[1]
    person.presses("Return")
    person.waits_until(lambda: person.page == "Applications")
    person.waits_until(lambda: person.sees("Offer received"))
    assert person.sees(offered)


def test_write_goes_on_with_the_letter_that_is_being_written(morning: Person) -> None:
    person = morning
    person.walks_to("Follow up, Litware AI")

    person.presses("Return")

    person.waits_until(lambda: person.page == "Letters")
    person.waits_until(lambda: person.at == "Letter")
    assert person.sees("Litware AI")
    assert len(person.rows("Letters")) == 5, "the sample's own, and no other"


def test_an_interview_keeps_its_day_and_the_toast_says_so(morning: Person) -> None:
    person = morning
    person.walks_to("interview")

    person.presses("Z")

    assert person.toast == "An interview can't be put off here: change its time"
    assert person.at == DUE


def test_the_line_about_missing_next_steps_leads_to_just_those(morning: Person) -> None:
    person = morning

    person.tabs_to("Review")
    person.presses("Space")

    assert any(words.startswith("Without a next step, 1 of 6") for words in person.screen())


def test_a_stage_and_the_silent_ones_are_listed_under_applications(morning: Person) -> None:
    person = morning

    person.tabs_to("Open applications by stage")
    person.presses("Right", "Return")

    assert person.page == "Applications"
    assert person.rows("Applications")[0].startswith("Applied")


def test_the_sidebar_counts_what_is_due(morning: Person) -> None:
    person = morning
    due = len(person.rows(DUE))
    person.waits_until(lambda: badge(person) == f"Today, {due}")

    person.walks_to("Follow up")
    person.presses("E")

    person.waits_until(lambda: badge(person) == f"Today, {due - 1}")


def test_the_first_start_is_on_today_and_later_ones_where_the_window_was_left(
    person: Person, sample: Path
) -> None:
    shutil.copy(sample, person.file)
    person.begins_on = ""
    person.starts("Down")
    assert person.page == "Today"
    assert person.at == DUE
    assert person.sees("This week")
    begun = at_hand(person)
    assert begun == person.rows(DUE)[1], "a key pressed before the menus were there has counted"

    person.presses("Ctrl+2")
    assert person.page == "Applications"
    assert len(person.rows("Applications")) > 1
    person.leaves()
    person.starts()
    assert person.page == "Applications"

    person.presses("Ctrl+1", "E")
    person.leaves()
    person.starts()
    assert person.page == "Today"


def test_a_search_that_begins_shows_the_start_page_on_today(person: Person) -> None:
    person.begins_on = ""
    person.starts()

    assert person.page == "Today"
    assert person.sees("Start your job search")


def at_hand(person: Person) -> str:
    """The words of the task that has the keyboard."""
    view = QApplication.focusWidget()
    assert isinstance(view, QAbstractItemView)
    return spoken_row(view, view.currentIndex().row())
