"""Journey 4: the weekly review by keys alone, its actions counted.

An action is a key chord, a click or an Enter; typing one value counts as one.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.system.clock import SystemClock

TODAY = SystemClock().today()
TO_BEGIN, AN_ITEM = 2, 2
QUIET, UNPLANNED = 8, 4
PLACE = re.compile(r"(.+), Pilot, .+\. (\d+) of (\d+)")


class Counting:
    """Hands keys on to a person and counts the actions."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.actions = 0

    def presses(self, *chords: str) -> None:
        self._person.presses(*chords)
        self.actions += len(chords)

    def types(self, text: str) -> None:
        for sign in text:  # the first may move the keyboard
            self._person.types(sign)
        self.actions += 1


@pytest.fixture
def reviewing(tmp_path: Path, person: Person) -> Person:
    """Somebody with twelve applications to look at: eight quiet ones, four without a next step."""
    with open_workspace(tmp_path / "search.jobtracker", write=True) as workspace:
        for number in range(QUIET):
            add(workspace, f"Quiet {number}", Stage.APPLIED, days=60 - number)
        for number in range(UNPLANNED):
            add(workspace, f"Saved {number}", Stage.SAVED)
        add(workspace, "Fresh", Stage.APPLIED, days=0, planned=True)
    person.starts()
    return person


def add(
    workspace: Workspace,
    company: str,
    stage: Stage,
    *,
    days: int | None = None,
    planned: bool = False,
) -> None:
    applied = TODAY - timedelta(days=days) if days is not None else None
    due = TODAY + timedelta(days=5) if planned else None
    workspace.applications.add(
        {
            "company": company,
            "role": "Pilot",
            "stage": stage,
            "applied_on": applied,
            "next_action": "Wait" if planned else "",
            "next_action_on": due,
        }
    )


def asked(person: Person) -> tuple[str, str]:
    """The company that is asked about, and where in the review that is."""
    match = PLACE.match(person.at)
    assert match is not None, person.at
    return match[1], f"{match[2]} of {match[3]}"


def stored(person: Person) -> dict[str, tuple[str, str]]:
    """Of each application its outcome and its next action."""
    with open_workspace(person.file, write=False) as workspace:
        views = workspace.applications.views(range(1, QUIET + UNPLANNED + 2))
    return {
        view.record.company: (view.record.outcome or "", view.record.next_action) for view in views
    }


def test_twelve_applications_are_reviewed_in_two_actions_and_two_keys_an_item(
    reviewing: Person,
) -> None:
    hands = Counting(reviewing)
    hands.presses("Ctrl+1", "Ctrl+Shift+W")
    assert hands.actions <= TO_BEGIN
    assert reviewing.page == "Weekly review"
    assert asked(reviewing) == ("Quiet 0", "1 of 8")

    answers = [("F", "Return"), ("N",), ("K",), ("F", "Return"), ("N",), ("K",), ("N",), ("K",)]
    for number, keys in enumerate(answers):
        assert asked(reviewing) == (f"Quiet {number}", f"{number + 1} of 8")
        assert len(keys) <= AN_ITEM
        hands.presses(*keys)

    assert asked(reviewing) == ("Saved 0", "1 of 4"), "the page turned by itself"
    hands.presses("F", "Return")
    hands.types("+3")
    hands.presses("Return")
    hands.presses("K")
    assert asked(reviewing) == ("Saved 3", "4 of 4")
    hands.presses("F", "Return")

    assert reviewing.sees("This week 1 of 5 applications"), "the page turned by itself"
    for line in ("5 next actions planned", "3 closed as No reply", "4 kept open"):
        assert reviewing.sees(line), line
    hands.presses("Return")
    assert reviewing.page == "Today"
    assert hands.actions <= TO_BEGIN + AN_ITEM * (QUIET + UNPLANNED)

    now = stored(reviewing)
    assert now["Quiet 0"] == ("", "Follow up")
    assert now["Quiet 1"] == (Outcome.NO_REPLY, "")
    assert now["Quiet 2"] == ("", "")
    assert now["Saved 1"] == ("", "Apply")
    assert now["Fresh"] == ("", "Wait")


def test_it_opens_from_anywhere_by_one_key_and_leads_back(reviewing: Person) -> None:
    reviewing.presses("Ctrl+4", "Ctrl+Shift+W")
    assert reviewing.page == "Weekly review"

    reviewing.presses("Ctrl+Shift+W", "Esc")

    assert reviewing.page == "Salary"


def test_each_answer_is_one_step_of_undo_and_leads_back_to_its_item(reviewing: Person) -> None:
    before = stored(reviewing)
    reviewing.presses("Ctrl+Shift+W")
    for keys in (("F", "Return"), ("N",), ("K",)):
        reviewing.presses(*keys)
    assert asked(reviewing) == ("Quiet 3", "4 of 8")

    for company, place in (("Quiet 2", "3"), ("Quiet 1", "2"), ("Quiet 0", "1")):
        reviewing.presses("Ctrl+Z")
        assert asked(reviewing) == (company, f"{place} of 8")

    assert stored(reviewing) == before
    undo = reviewing.command("Undo")
    assert undo is None or not undo.isEnabled() or "add" in undo.text()


def test_stopped_and_started_again_it_goes_on_where_it_was(reviewing: Person) -> None:
    reviewing.presses("Ctrl+Shift+W", "K", "N", "Esc")
    assert reviewing.page in {"Today", "Applications"}
    reviewing.presses("Ctrl+Shift+W")
    assert asked(reviewing) == ("Quiet 2", "3 of 8")

    reviewing.leaves()
    reviewing.starts()
    reviewing.presses("Ctrl+Shift+W")

    assert asked(reviewing) == ("Quiet 2", "1 of 6")


def test_the_application_is_opened_and_esc_leads_back_to_the_same_item(reviewing: Person) -> None:
    for opening, returning in (("Space", "Esc"), ("Return", "Esc"), ("Return", "Alt+Left")):
        reviewing.presses("Ctrl+Shift+W")
        reviewing.presses("K")
        item = asked(reviewing)

        reviewing.presses(opening)
        assert reviewing.page == "Applications"
        reviewing.waits_until(lambda: reviewing.sees(f"Company: {item[0]}"))  # noqa: B023
        reviewing.presses(returning)

        assert reviewing.page == "Weekly review"
        assert asked(reviewing) == item
        reviewing.presses("Esc")


def test_esc_in_the_list_does_not_lead_to_a_review_that_was_left(reviewing: Person) -> None:
    reviewing.presses("Ctrl+Shift+W", "Return", "Esc", "Esc", "Ctrl+2", "Esc")

    assert reviewing.page == "Applications"


def test_a_follow_up_letter_begins_with_its_template(reviewing: Person) -> None:
    reviewing.presses("Ctrl+Shift+W", "W")

    assert reviewing.page == "Letters"
    assert reviewing.at == "Find a template"
    reviewing.presses("Return")
    assert reviewing.sees("I have not heard back")
    reviewing.presses("Alt+Left")
    assert asked(reviewing) == ("Quiet 0", "1 of 8")
