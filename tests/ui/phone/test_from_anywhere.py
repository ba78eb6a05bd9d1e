"""One key from anywhere: the card opens above whatever is open, and gives it back untouched."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from tests.support.window import Person
from tests.support.workspaces import opened

from jobtracker.ui.features.palette.palette import Palette
from jobtracker.ui.features.phone.phone import Phone

COMPANY = "Company"


def half_typed_application(person: Person) -> None:
    person.presses("Ctrl+N")
    person.types("Baker")


def company_with_proposals(person: Person) -> None:
    person.presses("Ctrl+N")
    person.tabs_to(COMPANY)
    person.types("Ac")
    assert QApplication.activePopupWidget() is not None


def note_being_logged(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "A")
    person.types("They asked for references")


def search_of_keyboard_shortcuts(person: Person) -> None:
    person.presses("Ctrl+/")
    person.types("go")


def search_in_the_palette(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types("acme")


def next_action_in_its_cell(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "F2")
    person.types("Send refer")


def company_on_the_full_page(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "Ctrl+Return")
    person.tabs_to(COMPANY)
    person.presses("Ctrl+A")
    person.types("Ac")


def text_of(widget: QWidget) -> tuple[str, int]:
    """What stands in a field, and where its cursor is."""
    if isinstance(widget, QLineEdit):
        return widget.text(), widget.cursorPosition()
    assert isinstance(widget, QPlainTextEdit | QTextEdit)
    return widget.toPlainText(), widget.textCursor().position()


def card(person: Person) -> Phone:
    (found,) = person.window.findChildren(Phone)
    return found


@pytest.mark.parametrize(
    "something",
    [
        half_typed_application,
        company_with_proposals,
        note_being_logged,
        search_of_keyboard_shortcuts,
        search_in_the_palette,
        next_action_in_its_cell,
        company_on_the_full_page,
    ],
)
def test_the_card_opens_above_it_and_escape_gives_it_back_as_it_was(
    person: Person, something: Callable[[Person], None]
) -> None:
    something(person)
    before = person.window.focusWidget()
    typed = text_of(before)

    person.presses("F4")
    assert person.at == COMPANY
    assert person.room() is card(person)
    person.types("ac")
    assert person.sees("Ask about the robots.")
    person.presses("Escape")

    assert card(person).isHidden()
    assert QApplication.focusWidget() is before
    assert text_of(before) == typed
    person.types("x")
    assert text_of(before)[0] == typed[0] + "x"
