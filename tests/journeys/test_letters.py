"""Journey 2: a letter is drafted and exported by keys; each chord and each typed value counts."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.events import EventKind

COMPLETE = "Dear team,\n\nI apply as {{ role }} at {{ company }}.\n\nKind regards,\n\nAda"
TWO_GAPS = COMPLETE.replace(
    "I apply", "{{ company_product }} is why I write; I could start {{ start_date }}. I apply"
)


class Counted:
    """Somebody whose actions are counted: a chord is one, and so is typing a value."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.actions = 0

    def presses(self, chord: str) -> None:
        self.actions += 1
        self.person.presses(chord)

    def types(self, value: str) -> None:
        self.actions += 1
        self.person.types(value)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


def search_with(person: Person, template: str) -> None:
    """A search with one application, and one template of the person's own that fits best."""
    with open_workspace(person.file, write=True) as workspace:
        workspace.letters.save_template("Backend letter", template)
        workspace.applications.add({"company": "Wingtip Payments", "role": "Unicycle tester"})


def with_folder(person: Person, folder: Path) -> None:
    """As after a first export, which asks for the folder."""
    person.window.memory.remember(letter_folder=str(folder), letter_format=".pdf")


def on_the_application(person: Person, folder: Path) -> Counted:
    person.starts()
    with_folder(person, folder)
    person.presses("Ctrl+2")
    person.walks_to("Wingtip Payments")
    return Counted(person)


def test_a_letter_with_nothing_missing_takes_three_actions(person: Person, exports: Path) -> None:
    search_with(person, COMPLETE)
    counted = on_the_application(person, exports)

    counted.presses("L")
    person.waits_until(lambda: person.at == "Find a template")
    counted.presses("Return")
    person.waits_until(lambda: person.at == "Letter")
    counted.presses("Ctrl+E")
    person.waits_until(lambda: bool(list(exports.glob("*.pdf"))))

    assert counted.actions == 3
    (file,) = exports.glob("*.pdf")
    assert file.name == "Wingtip Payments - Unicycle tester.pdf"
    assert file.read_bytes().startswith(b"%PDF")


def test_two_values_to_type_make_it_seven(person: Person, exports: Path) -> None:
    search_with(person, TWO_GAPS)
    counted = on_the_application(person, exports)

    counted.presses("L")
    person.waits_until(lambda: person.at == "Find a template")
    counted.presses("Return")
    person.waits_until(lambda: person.at == "Letter")
    counted.presses("F8")
    assert person.at == "Company product"
    counted.types("Your ledger")
    counted.presses("F8")
    assert person.at == "Start date"
    counted.types("in May")
    counted.presses("Ctrl+E")
    person.waits_until(lambda: bool(list(exports.glob("*.pdf"))))

    assert counted.actions == 7
    with open_workspace(person.file, write=False) as workspace:
        (letter,) = workspace.letters.listed()
        text = workspace.letters.view(letter.id).composed().text
    assert "Your ledger is why I write; I could start in May." in text


def test_the_toast_after_the_export_logs_the_letter_as_sent(person: Person, exports: Path) -> None:
    search_with(person, COMPLETE)
    counted = on_the_application(person, exports)
    counted.presses("L")
    person.waits_until(lambda: person.at == "Find a template")
    counted.presses("Return")
    person.waits_until(lambda: person.at == "Letter")
    counted.presses("Ctrl+E")
    person.waits_until(lambda: bool(list(exports.glob("*.pdf"))))

    toast = person.window.toast
    person.waits_until(lambda: toast.action.text() == "Mark as sent")
    toast.action.click()
    person.waits_until(lambda: person.toast == "Letter marked as sent")

    with open_workspace(person.file, write=False) as workspace:
        (letter,) = workspace.letters.listed()
        view = workspace.applications.view(letter.application_id)
    assert letter.sent_on is not None
    assert EventKind.LETTER in {event.kind for event in view.events}
    assert QApplication.focusWidget() is not None


def test_the_first_export_asks_for_the_folder(person: Person, exports: Path) -> None:
    search_with(person, COMPLETE)
    person.starts()
    person.presses("Ctrl+2")
    person.walks_to("Wingtip Payments")
    person.presses("L", "Return")
    person.waits_until(lambda: person.at == "Letter")

    person.presses("Ctrl+E")
    person.waits_until(lambda: person.file_dialog() is not None)
    person.names_the_file(exports / "letter.pdf")

    person.waits_until((exports / "letter.pdf").exists)
    assert person.window.memory.state.letter_folder == str(exports)
