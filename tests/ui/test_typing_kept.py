"""Nothing typed is lost: what was not stored comes back into its field, and goes once it is stored.

Here the program ends by itself; that it may be killed at any moment is tried in
tests/journeys/test_letter_kills.py.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from tests.support.typing_places import PLACES, chooses, text_at
from tests.support.window import Person, visible

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.errors import WorkspaceError
from jobtracker.services.targets import Targets
from jobtracker.ui.runtime import drafts
from jobtracker.ui.runtime.drafts import SOON_MS
from jobtracker.ui.theme.theme import Theme

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

WORDS = "on call one week in six"
TARGET = "target role: notes"
Start = Callable[[], Person]


@pytest.fixture(autouse=True)
def _short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause of the hands counts sooner than for a person."""
    monkeypatch.setattr(drafts, "MOST_MS", SOON_MS)


@pytest.fixture
def start(sample: Path, tmp_path: Path, theme: Theme) -> Iterator[Start]:
    """Starts the program on the sample search, each time anew on what the last one left."""
    file = Path(shutil.copy(sample, tmp_path))
    running: list[Person] = []

    def started() -> Person:
        for one in running:
            one.leaves()
        person = Person(file, theme)
        running.append(person)
        person.starts()
        return person

    yield started
    for one in running:
        one.leaves()


def rest(person: Person) -> None:
    """Take the hands off the keyboard for a moment."""
    QTest.qWait(2 * SOON_MS)
    person.settle()


def kept(person: Person) -> dict[str, str]:
    """What is kept by now, but for what a start has told."""
    rest(person)
    with open_workspace(person.file, write=False) as workspace:
        texts = workspace.drafts.all()
    texts.pop("unsaved/told", None)
    return texts


def button(person: Person, words: str) -> QAbstractButton:
    return next(
        one for one in visible(person.room(), QAbstractButton) if one.accessibleName() == words
    )


@pytest.mark.parametrize(
    "place",
    [
        TARGET,
        "application: value in the table",
        "application: log activity",
        "application: tags (a question)",
        "company: notes",
        "profile: in short (whole editor)",
        "review: next action",
        "settings: email",
        "view: its name",
    ],
)
def test_what_was_being_typed_when_the_program_ended_stands_in_its_field_again(
    start: Start, place: str
) -> None:
    person = start()
    PLACES[place](person)
    QTest.keyClicks(person.window.focusWidget(), WORDS)
    typed = text_at()
    left = kept(person)
    assert len(left) == 1
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep(left)  # as if it had been killed: leaving it stores some fields

    again = start()

    assert again.toast.startswith("A text you were typing is kept: ")
    PLACES[place](again)
    assert text_at() == typed


def test_a_sheet_that_was_left_keeps_its_texts_says_so_and_offers_them_with_their_day(
    start: Start,
) -> None:
    person = start()
    PLACES["target role: title"](person)
    person.types("Python Developer")
    person.tabs_to("Notes")
    person.types(WORDS)

    person.presses("Esc")

    assert person.room() is person.window
    assert person.toast == "What you typed is kept: Add target role"
    chooses(person, "Add target role")
    assert person.value_of("Title") == "Python Developer"
    assert person.sees(WORDS)
    assert person.sees("This is what you typed on ")


def test_discarding_gives_a_sheet_back_as_it_was_and_keeps_nothing(start: Start) -> None:
    person = start()
    PLACES[TARGET](person)
    person.types(WORDS)
    person.presses("Esc")
    chooses(person, "Add target role")

    button(person, "Discard").click()

    assert not person.sees(WORDS)
    assert kept(person) == {}
    person.presses("Esc")
    assert person.room() is person.window


def test_what_is_stored_is_kept_no_longer(start: Start) -> None:
    person = start()
    PLACES["target role: title"](person)
    person.types("Gardener")
    rest(person)

    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.sees("Target role, No pay named"))

    assert kept(person) == {}
    chooses(person, "Add target role")
    assert person.value_of("Title") == ""


def test_a_field_that_is_stored_as_the_window_closes_waits_for_nobody(start: Start) -> None:
    person = start()
    PLACES["settings: email"](person)
    person.types(WORDS)
    rest(person)

    again = start()

    assert again.toast == ""
    PLACES["settings: email"](again)
    assert text_at().endswith(WORDS)
    assert kept(again) == {}


def test_cancel_gives_up_what_is_typed(start: Start) -> None:
    person = start()
    PLACES[TARGET](person)
    person.types(WORDS)

    button(person, "Cancel").click()

    assert kept(person) == {}


def test_what_could_not_be_stored_is_offered_again(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_targets: Targets, _role: object) -> None:
        raise WorkspaceError("The disk is full. Nothing was stored. Free some space.")

    monkeypatch.setattr(Targets, "add", full)
    person = start()
    PLACES["target role: title"](person)
    person.types("Gardener")

    person.presses("Ctrl+Return")
    rest(person)

    assert person.sees("The disk is full.")
    assert person.toast == "It is not stored, but what you typed is kept"
    chooses(person, "Add target role")
    assert person.value_of("Title") == "Gardener"


def test_the_list_of_texts_reaches_what_has_no_field_any_more(start: Start) -> None:
    person = start()
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep({"application/9999/notes": WORDS})
    again = start()

    chooses(again, "Texts not saved")

    assert again.sees("Application: notes")
    assert again.sees(WORDS)
    button(again, "Discard: Application: notes").click()
    assert again.sees("Everything you typed is saved.")
    assert kept(again) == {}


def test_a_start_tells_of_the_same_texts_only_once(start: Start) -> None:
    first = start()
    PLACES[TARGET](first)
    first.types(WORDS)
    first.presses("Esc")
    rest(first)

    second = start()
    assert second.toast == "A text you were typing is kept: Add target role"
    rest(second)

    assert start().toast == ""


def test_what_is_typed_to_find_something_is_not_kept(start: Start) -> None:
    person = start()
    person.presses("Ctrl+F")
    person.types("Acme")

    assert kept(person) == {}


def test_a_secret_is_not_kept(start: Start) -> None:
    person = start()
    PLACES["target role: title"](person)
    field = person.window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    person.presses("Esc")
    chooses(person, "Add target role")
    field = person.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def test_a_text_of_one_record_never_stands_in_the_field_of_another(start: Start) -> None:
    person = start()
    PLACES["application: log activity"](person)
    person.types(WORDS)
    person.presses("Esc", "Down")

    person.presses("A")

    assert not person.sees(WORDS)
