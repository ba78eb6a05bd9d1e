"""How the phone card looks: no word cut, everything reached, in every window and theme."""

import pytest
from PySide6.QtCore import QSize
from tests.support.tour import cut, missed_by_tab, nameless, small
from tests.support.window import Person, visible
from tests.support.workspaces import opened

from jobtracker.ui.features.phone.phone import Phone
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice
from jobtracker.ui.widgets.long_text import ExactText

NOTE = "Note what is said"


def test_what_cannot_be_logged_stays_and_says_why(person: Person, phone: Phone) -> None:
    person.types("acorn")
    person.presses("Ctrl+Return")
    person.types("Half a sentence")
    with opened(person.file) as workspace:
        workspace.applications.remove(1)

    person.presses("Return")

    assert phone.told.text().startswith("There is no application")
    assert person.value_of(NOTE) == "Half a sentence"
    assert cut(person) == []


WINDOWS = [(1366, 768, 100), (1024, 640, 100), (900, 600, 100), (1024, 640, 150), (1366, 768, 150)]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_no_word_is_cut_and_everything_is_reached(
    person: Person, phone: Phone, theme: Theme, choice: str
) -> None:
    for width, height, text in WINDOWS:
        person.resizes(QSize(width, height))
        if theme.look != (look := Look(ThemeChoice(choice), high_contrast=False, text_size=text)):
            theme.wear(look)
        person.settle()
        for typed in ("acme", "zzz"):
            person.presses("F4")
            person.types(typed)
            for check in (cut, nameless, small, missed_by_tab):
                assert check(person) == [], (width, height, text, typed, check.__name__)
        assert phone.isVisible()


def test_all_of_a_usual_card_stands_on_one_screen(person: Person, phone: Phone) -> None:
    person.resizes(QSize(1366, 768))

    person.types("acme")

    assert phone.card._pane.verticalScrollBar().maximum() == 0
    assert {one.accessibleName() for one in visible(phone, ExactText)} == {"Posting as it was"}
