"""The first minutes: a new file, three ways to begin, a look around, and back to one's own."""

import pytest
from tests.support.window import Person

PASTE, LOOK = "Paste a posting", "Look around with sample data"
BEGIN = "Start your job search"
POSTING = """Head Baker
Hillside Bakery
Bath, UK

£34,000 - £38,000 a year
You bake before the town wakes up.
"""


def test_a_new_file_opens_on_the_start_page_with_the_keyboard_on_the_first_way(
    person: Person,
) -> None:
    person.starts()

    assert person.sees(BEGIN)
    assert person.sees("Everything stays on this computer.")
    assert person.at == PASTE
    assert not person.sees("No active applications")
    person.presses("Down")
    assert person.at == LOOK
    assert person.sees("60 made-up applications and 5 letters.")
    person.presses("Up", "Up")
    assert person.at.startswith("Or start with an empty list and press Ctrl N")


def test_looking_around_takes_one_key_and_going_back_one_more(person: Person) -> None:
    person.starts()

    person.presses("Down", "Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    assert not person.sees(BEGIN)
    assert person.toast == "60 made-up applications added"
    assert person.sees("Sample data")

    person.tabs_to("Remove sample data")
    person.presses("Return")
    person.waits_until(lambda: person.sees(BEGIN))
    assert person.toast == "Sample data removed"
    assert not person.sees("Acme Robotics")

    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    assert person.sees("Sample data")
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(BEGIN))
    assert person.at == PASTE, "adding it was a step too"


def test_what_was_added_among_the_sample_stays_when_that_goes(person: Person) -> None:
    person.starts()
    person.presses("Down", "Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.presses("Ctrl+N")
    person.types("Head Baker")
    person.presses("Tab")
    person.types("Hillside Bakery")
    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.sees("Hillside Bakery"))

    person.tabs_to("Remove sample data")
    person.presses("Return")

    person.waits_until(lambda: not person.sees("Remove sample data"))
    assert person.sees("Hillside Bakery")
    assert not person.sees("Acme Robotics")
    assert not person.sees(BEGIN)


def test_a_posting_is_pasted_where_the_program_opens(person: Person) -> None:
    person.starts()
    person.copies(POSTING)

    person.presses("Ctrl+V")
    assert person.sees("Head Baker")
    person.presses("Ctrl+Return")

    person.waits_until(lambda: not person.sees(BEGIN))
    assert person.sees("Hillside Bakery")
    assert person.page == "Applications"


def test_a_key_pressed_before_all_is_loaded_is_heard(person: Person) -> None:
    person.starts("Down", "Return")

    person.waits_until(lambda: person.sees("Acme Robotics"))


def test_an_empty_file_begins_anew_and_a_filled_one_does_not(person: Person) -> None:
    person.starts()
    person.leaves()
    person.starts()
    assert person.at == PASTE
    person.presses("Down", "Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.leaves()

    person.starts()

    assert not person.sees(BEGIN)
    assert person.sees("Sample data")
    assert person.at == "Applications"


def test_a_page_says_one_line_of_help_on_its_first_visit_only(person: Person) -> None:
    person.starts()
    assert not person.sees("Dismiss hint"), "the start page helps enough"
    person.presses("Down", "Return")
    person.waits_until(lambda: person.sees("Dismiss hint"))
    list_hint = "Space opens the pane"
    assert person.sees(list_hint)

    person.presses("Ctrl+6")
    assert person.sees("Type to find a role.")
    assert not person.sees(list_hint)
    person.presses("Ctrl+2")
    assert not person.sees(list_hint)
    person.presses("Ctrl+6")
    assert not person.sees("Dismiss hint")


def test_a_hint_is_dismissed_for_good_and_all_can_be_had_again(person: Person) -> None:
    person.starts("Down", "Return")
    person.waits_until(lambda: person.sees("Dismiss hint"))

    person.tabs_to("Dismiss hint")
    person.presses("Return")
    assert not person.sees("Dismiss hint")
    assert person.at == "Applications"
    person.leaves()
    person.starts()
    assert not person.sees("Dismiss hint")

    again = person.command("Show hints again")
    assert again is not None
    again.trigger()
    person.settle()
    assert person.sees("Space opens the pane")


def test_today_begins_with_the_same_page_and_bears_the_same_mark(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+1")
    assert (person.page, person.at) == ("Today", PASTE)

    person.presses("Down", "Return")
    person.waits_until(lambda: person.sees("Weekly review"))
    assert not person.sees(BEGIN)
    person.tabs_to("Remove sample data")
    person.presses("Return")

    person.waits_until(lambda: person.sees(BEGIN))
    assert person.at == PASTE
    assert not person.sees("Dismiss hint")
    person.presses("F6", "F6", "F6")
    assert person.at == PASTE, "after the toast and the sidebar"
    person.presses("Ctrl+2")
    assert (person.page, person.at) == ("Applications", PASTE)


@pytest.mark.parametrize("section", ["First steps", "Data"])
def test_settings_add_the_sample_and_take_it_away(person: Person, section: str) -> None:
    person.starts()
    person.presses("Ctrl+,")
    while person.at != section:
        person.presses("Down")
    person.tabs_to("Add sample data")

    person.presses("Return")
    person.waits_until(lambda: person.at == "Remove sample data")
    person.presses("Return")
    person.waits_until(lambda: person.at == "Add sample data")
    assert person.toast == "Sample data removed"
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.at == "Remove sample data")
    person.presses("Return")
    person.waits_until(lambda: person.at == "Add sample data")

    person.presses("Ctrl+2")
    assert person.sees(BEGIN)
