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
from jobtracker.ui.widgets.sheet_drafts import Unsaved

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

WORDS = "on call one week in six"
TARGET = "target role: notes"
DRAFT = Unsaved("2026-11-20T09:00:00+00:00", "Log activity", "", None, {"Text": WORDS}).as_text()
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


def named(person: Person, application_id: int) -> str:
    """An application as the list of texts calls it."""
    with open_workspace(person.file, write=False) as workspace:
        record = workspace.applications.view(application_id).record
    return f"{record.company}, {record.role}"


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

    assert again.sees("A text you were typing was not saved")
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

    assert not again.sees("not saved.")
    PLACES["settings: email"](again)
    assert text_at().endswith(WORDS)
    assert kept(again) == {}


@pytest.mark.parametrize(
    "place",
    [
        TARGET,
        "add application: role",
        "application: log activity",
        "letter: name of a version",
        "offer: base pay",
        "review: next action",
    ],
)
def test_cancel_keeps_what_is_typed_and_opening_it_again_brings_it_back(
    start: Start, place: str
) -> None:
    person = start()
    PLACES[place](person)
    QTest.keyClicks(person.window.focusWidget(), WORDS)
    typed = text_at()

    button(person, "Cancel").click()

    assert WORDS in " ".join(kept(person).values())
    if place != "review: next action":
        PLACES[place](person)
        assert text_at() == typed


def test_an_offer_typed_on_the_salary_page_is_named_and_put_back(start: Start) -> None:
    person = start()
    person.presses("Ctrl+4", "+")
    person.tabs_to("Base pay")
    person.types("128000")
    rest(person)
    left = kept(person)
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep(left)
    again = start()
    chooses(again, "Texts not saved")
    assert not again.sees("was deleted since")
    assert again.sees("Base: 128000")

    assert again.at.startswith("Put back: Offer")
    again.presses("Space")
    again.waits_until(lambda: again.sees("This is what you typed before."))

    again.tabs_to("Base pay")
    assert text_at() == "128000"


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


def test_the_list_of_texts_says_where_each_belongs_when_and_how_long_it_is(start: Start) -> None:
    person = start()
    PLACES["application: notes"](person)
    person.types(f"{WORDS} ")
    words = len(text_at().split())
    rest(person)

    chooses(person, "Texts not saved")

    assert person.sees("Notes, Northwind Data, Python Developer. Typed today")
    assert person.sees(f", {words} words")
    assert person.at == "Put back: Notes, Northwind Data, Python Developer"


def test_a_text_is_put_back_into_the_field_it_was_typed_in(start: Start) -> None:
    person = start()
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep({"application/3/notes": WORDS, "activity/2": DRAFT})
    again = start()
    chooses(again, "Texts not saved")

    button(again, f"Put back: Notes, {named(again, 3)}").click()
    again.waits_until(lambda: again.at == "Notes")

    assert text_at() == WORDS
    chooses(again, "Texts not saved")
    button(again, f"Put back: Log activity, {named(again, 2)}").click()
    again.waits_until(lambda: again.sees("This is what you typed on "))
    again.tabs_to("Text")
    assert text_at() == WORDS


def test_a_text_that_is_thrown_away_can_be_taken_back(start: Start) -> None:
    person = start()
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep({"application/9999/notes": WORDS})
    again = start()
    chooses(again, "Texts not saved")
    assert again.sees("was deleted since")
    assert again.sees(WORDS)

    again.tabs_to("Throw away: Notes")
    again.presses("Space")
    assert again.sees("Everything you typed is saved.")
    assert kept(again) == {}
    again.presses("Space")

    assert again.at == "Throw away: Notes"
    assert kept(again) == {"application/9999/notes": WORDS}


def test_a_long_text_shows_its_first_words_and_the_rest_on_demand(start: Start) -> None:
    person = start()
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep({"application/1/notes": f"{'word ' * 60}the end"})
    again = start()
    chooses(again, "Texts not saved")
    assert not again.sees("the end")

    again.tabs_to(f"Show all: Notes, {named(again, 1)}")
    again.presses("Space")

    assert again.sees("the end")


def test_what_waits_is_offered_above_every_page_and_at_each_start_until_it_is_answered(
    start: Start,
) -> None:
    first = start()
    PLACES[TARGET](first)
    first.types(WORDS)
    first.presses("Esc")
    rest(first)

    second = start()
    second.presses("Ctrl+4")
    assert second.sees("A text you were typing was not saved")

    third = start()
    third.presses("F6", "F6")
    assert third.at == "Show…"
    third.presses("Return")
    assert third.sees("Texts not saved")
    assert not third.window.notices.shown()

    assert not start().window.notices.shown()


def test_an_offer_goes_once_its_text_is_stored(start: Start) -> None:
    person = start()
    person.leaves()
    with open_workspace(person.file, write=True) as workspace:
        workspace.drafts.keep({"application/1/note": WORDS})
    again = start()
    assert again.window.notices.shown()
    PLACES["application: note of the activity"](again)

    again.presses("Ctrl+Return", "Ctrl+3")
    rest(again)

    assert kept(again) == {}
    again.settle()
    assert not again.window.notices.shown()


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
