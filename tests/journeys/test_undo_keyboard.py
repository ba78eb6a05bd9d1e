"""After an undo the keyboard is where one works, never on the way back."""

from tests.support.window import Person

PASTE = "Paste a posting"


def test_enter_after_undoing_the_only_application_does_not_bring_it_back(person: Person) -> None:
    person.begins_on = "today"
    person.starts()
    person.presses("Ctrl+N")
    person.types("Head Baker")
    person.presses("Tab")
    person.types("Hillside Bakery")
    person.presses("Ctrl+Return", "Ctrl+1")

    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(PASTE))

    assert person.at == PASTE


def test_enter_after_undoing_where_one_was_added_does_not_bring_it_back(person: Person) -> None:
    person.begins_on = "today"
    person.starts()
    person.presses("Ctrl+N")
    person.types("Head Baker")
    person.presses("Tab")
    person.types("Hillside Bakery")
    person.presses("Ctrl+Return")

    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(PASTE))

    assert person.at == PASTE
