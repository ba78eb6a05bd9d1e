"""One key from anywhere: the card opens above whatever is open, and gives it back untouched."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from tests.support.window import Person
from tests.support.workspaces import opened

from jobtracker.ui.features.palette.palette import Palette
from jobtracker.ui.features.phone.phone import Phone

pytestmark = pytest.mark.usefixtures("undressed")

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


def role_in_its_cell(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "F2")
    person.types("Data Archi")


def notes_on_the_full_page(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "Ctrl+Return")
    person.tabs_to("Notes")
    person.types("They pay for the train")


def role_with_proposals(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "Ctrl+Return")
    person.tabs_to("Reference role")
    person.types("Dat")
    assert QApplication.activePopupWidget() is not None


def a_letter(person: Person) -> None:
    with opened(person.file) as workspace:
        workspace.letters.save_template("Backend letter", "Dear team,")
        workspace.letters.draft(2, "Backend letter")
    person.comes_back()
    person.presses("Ctrl+2", "Ctrl+3", "Ctrl+End")
    person.types(" I built robots")
    assert person.at == "Letter"


def field_to_insert_into_a_letter(person: Person) -> None:
    a_letter(person)
    person.presses("Ctrl+J")
    person.types("comp")
    assert person.at == "Field or block to insert"


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
        role_in_its_cell,
        notes_on_the_full_page,
        role_with_proposals,
        a_letter,
        field_to_insert_into_a_letter,
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


def test_an_open_list_of_choices_goes_and_its_field_gets_the_keyboard_back(person: Person) -> None:
    note_being_logged(person)
    person.tabs_to("Kind")
    person.presses("Space")
    assert QApplication.activePopupWidget() is not None

    person.presses("F4")
    assert QApplication.activePopupWidget() is None
    assert person.room() is card(person)
    person.presses("Escape")

    assert person.at == "Kind"
    assert person.value_of("Kind") == "Note"


def test_the_key_a_person_chose_goes_through_as_well(person: Person) -> None:
    person.window.actions_book.set_keys("phone card", ["Ctrl+Shift+F"])
    half_typed_application(person)

    person.presses("F4")
    assert person.at != COMPANY
    person.presses("Ctrl+Shift+F")
    assert person.room() is card(person)
    person.types("ac")
    person.presses("Ctrl+Shift+F")

    assert card(person).field.selectedText() == "ac", "its key in the card begins anew"


def test_all_other_keys_of_the_window_stay_behind_what_covers_it(person: Person) -> None:
    half_typed_application(person)
    sheet = person.room()

    person.presses("F4", "Ctrl+K", "Ctrl+4", "Ctrl+Q")

    assert person.room() is card(person)
    assert person.page == "Letters"
    person.presses("Escape", "Ctrl+4", "Ctrl+Q")
    assert person.room() is sheet
    assert person.page == "Letters"


def test_from_above_a_sheet_the_card_leads_nowhere_and_says_why(person: Person) -> None:
    half_typed_application(person)
    field = person.window.focusWidget()

    for typed in ("acme", "Zorg"):
        person.presses("F4")
        person.types(typed)
        person.presses("Return")

        assert card(person).told.text().startswith("“Add application” is open below.")
        assert person.page == "Letters"
        person.presses("Escape")
        assert person.window.focusWidget() is field
    assert text_of(field)[0] == "Baker"


def test_from_above_the_palette_enter_opens_the_application(person: Person) -> None:
    search_in_the_palette(person)

    person.presses("F4")
    person.types("acme")
    person.presses("Return")

    assert person.page == "Applications"
    assert person.room() is person.window
    assert [one.isHidden() for one in person.window.findChildren(Palette)] == [True]
    assert person.desktop.pages.applications.selected_id() == 2


def test_a_sheet_that_is_done_with_below_leaves_the_keyboard_to_the_card(person: Person) -> None:
    note_being_logged(person)
    sheet = person.room()
    person.presses("F4")

    sheet.close()
    person.settle()

    assert person.at == COMPANY
    person.presses("Escape")
    assert person.at == "Applications", "what had the keyboard before the sheet"


def test_what_is_typed_in_a_cell_is_stored_when_the_window_closes_under_the_card(
    person: Person,
) -> None:
    role_in_its_cell(person)
    person.presses("F4")
    person.leaves()

    with opened(person.file) as workspace:
        assert "Data Archi" in {row.role for row in workspace.lists.rows()}
