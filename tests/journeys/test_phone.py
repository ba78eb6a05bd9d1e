"""The recruiter is on the phone: from the letters to the card in three keys, the call logged."""

from PySide6.QtWidgets import QApplication
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.system.resources import resource


def test_three_keys_from_a_letter_to_all_that_is_known_about_the_caller(person: Person) -> None:
    with open_workspace(person.file, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))
    person.starts()
    person.presses("Ctrl+3", "Return")
    writing = QApplication.focusWidget()
    keys = ["F4", "A", "C"]

    person.presses(*keys)

    assert len(keys) == 3
    assert person.rows("Matches")[0].startswith("Acme Robotics, Senior Python Developer")
    for words in (
        "Technical interview · Today",
        "$145,000 – $170,000 a year",
        "$160,000 a year",
        "Last contact",
        "Dana Whitfield, Hiring manager, Head of platform",
        "My notes",
    ):
        assert person.sees(words), words
    heads = list(person.screen())
    assert any(head.startswith("Posting, kept on") for head in heads)

    person.presses("Ctrl+Return")
    person.types("They can go to $168,000 a year")
    person.presses("Return")

    assert person.toast == "Call with Acme Robotics logged"
    assert person.sees("“They can go to $168,000 a year”")
    person.presses("Escape")
    assert QApplication.focusWidget() is writing, "the letter goes on where it was left"
    assert person.page == "Letters"


def test_somebody_unknown_calls_and_is_added_at_once(person: Person) -> None:
    person.starts()
    person.presses("F4")
    assert person.sees("There is no application yet.")

    person.types("Zorg")
    person.presses("Return")

    assert person.value_of("Company") == "Zorg"


def test_the_card_is_among_the_commands_and_their_keys(person: Person) -> None:
    person.starts()
    command = person.command("Find a caller")
    assert command is not None
    assert command.shortcut().toString() == "F4"

    person.presses("Ctrl+/")
    assert person.sees("Find a caller")
    person.presses("Escape", "Ctrl+K")
    person.types(">caller")
    person.presses("Return")

    assert person.at == "Company"
