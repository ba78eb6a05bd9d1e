"""A posting on the clipboard becomes an application: by keys alone, the actions counted."""

import pytest
from tests.support.window import Person

POSTING = """\
Senior Orchard Manager
Glasshouse Ltd, Boston, MA. Hybrid.

Glasshouse Ltd grows pears. You will lead forty pickers.

Pay: $88,000 to $96,000 a year.
Apply by 30 December 2030.
"""
MOST, MOST_CORRECTED = 2, 3


class Counted:
    """Presses keys and counts them as a person would: a chord is one action, and so is typing a
    value into the field one is in.
    """

    def __init__(self, person: Person) -> None:
        self._person = person
        self.actions = 0

    def presses(self, chord: str) -> None:
        self.actions += 1
        self._person.presses(chord)

    def types(self, text: str) -> None:
        self.actions += 1
        self._person.types(text)


def added(person: Person, words: str) -> bool:
    return person.toast == words


@pytest.mark.parametrize(
    ("page", "chord"), [("Ctrl+2", "Ctrl+V"), ("Ctrl+1", "Ctrl+V"), ("Ctrl+4", "Ctrl+Shift+V")]
)
def test_a_copied_posting_is_added_in_two_actions(person: Person, page: str, chord: str) -> None:
    person.starts()
    person.presses(page)
    person.copies(POSTING)
    counted = Counted(person)

    counted.presses(chord)
    person.waits_until(lambda: person.sees("of 8 fields found. Check before you add."))
    assert person.value_of("Role") == "Senior Orchard Manager"
    assert person.value_of("Company") == "Glasshouse Ltd"
    assert person.value_of("Salary range") == "$88,000 to $96,000 a year"
    counted.presses("Ctrl+Return")

    assert added(person, "Senior Orchard Manager at Glasshouse Ltd added")
    assert counted.actions <= MOST
    person.presses("Ctrl+2")
    (row,) = [row for row in person.rows("Applications") if "Senior Orchard Manager" in row]
    assert "Glasshouse Ltd" in row


def test_with_one_correction_it_takes_three(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+2")
    person.copies(POSTING)
    counted = Counted(person)

    counted.presses("Ctrl+V")
    person.waits_until(lambda: person.sees("of 8 fields found. Check before you add."))
    assert person.at == "Role"
    counted.types("Head of Orchards")
    counted.presses("Ctrl+Return")

    assert added(person, "Head of Orchards at Glasshouse Ltd added")
    assert counted.actions <= MOST_CORRECTED


def test_who_is_faster_than_the_reading_adds_what_it_finds(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+2")
    person.copies(POSTING)

    person.presses("Ctrl+V", "Ctrl+Return")

    person.waits_until(lambda: added(person, "Senior Orchard Manager at Glasshouse Ltd added"))


def test_elsewhere_one_stays_on_the_page_and_add_and_open_leads_to_the_new_one(
    person: Person,
) -> None:
    person.starts()
    person.presses("Ctrl+4")
    person.copies(POSTING)
    person.presses("Ctrl+Shift+V")
    person.waits_until(lambda: person.sees("of 8 fields found"))
    person.presses("Ctrl+Return")
    assert person.page == "Salary"

    person.copies(POSTING.replace("Senior Orchard Manager", "Pear Packing Manager"))
    person.presses("Ctrl+Shift+V")
    person.waits_until(lambda: person.sees("of 8 fields found"))
    person.presses("Ctrl+Shift+Return")

    assert person.page == "Applications"
    assert person.sees("Pear Packing Manager")
    assert person.at != "Applications", "the keyboard is in the pane"


def test_show_leads_to_what_is_there_already_and_the_draft_stays(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+2")
    person.copies(POSTING)
    person.presses("Ctrl+V", "Ctrl+Return")
    person.waits_until(lambda: added(person, "Senior Orchard Manager at Glasshouse Ltd added"))

    person.presses("Ctrl+4", "Ctrl+Shift+V")
    person.waits_until(lambda: person.sees("You have a similar role there already"))
    person.tabs_to("Show")
    person.presses("Return")

    assert person.page == "Applications"
    person.presses("Ctrl+N")
    assert person.value_of("Company") == "Glasshouse Ltd"
    person.presses("Ctrl+Return")
    person.waits_until(lambda: added(person, "Senior Orchard Manager at Glasshouse Ltd added"))
