"""The phone card as a person meets it: by keys, in the real window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from tests.support.window import Person
from tests.support.workspaces import opened

from jobtracker.domain.events import EventKind
from jobtracker.ui.features.phone.phone import Phone
from jobtracker.ui.widgets.days import full_day

pytestmark = pytest.mark.usefixtures("undressed")
NOTE = "Note what is said"
COMPANY = "Company"


def test_one_key_and_two_letters_show_the_card(person: Person, phone: Phone) -> None:
    assert person.at == COMPANY

    person.types("ac")

    assert person.rows("Matches") == [
        "Acme Robotics, Python Developer, Applied, 1 of 2",
        "Acorn Foods, Data Engineer, Applied, 2 of 2",
    ]
    for words in (
        "$140,000 – $165,000 a year",
        "$160,000 a year",
        "“We could do $150,000 a year.”",
        "Message received by mail, today",
        "Send references · no day yet",
        "Dana Whitfield, Recruiter",
        "+1 555 010 0100",
        "Ask about the robots.",
        "We build walking robots.",
    ):
        assert person.sees(words), words
    assert phone.shown is not None


def test_arrows_show_the_card_of_another_match_and_go_round(person: Person, phone: Phone) -> None:
    person.types("ac")

    person.presses("Down")
    assert phone.card.company.text() == "Acorn Foods"
    person.presses("Down")
    assert phone.card.company.text() == "Acme Robotics"
    person.presses("Up")
    assert phone.card.company.text() == "Acorn Foods"


def test_a_click_on_a_match_shows_it_and_leaves_the_keyboard_in_the_field(
    person: Person, phone: Phone
) -> None:
    person.types("ac")

    phone.matches.go_to(1)
    person.settle()

    assert phone.card.company.text() == "Acorn Foods"
    assert person.at == COMPANY


def test_escape_gives_the_keyboard_back_to_where_it_was(person: Person) -> None:
    before = QApplication.focusWidget()

    person.presses("F4")
    person.types("ac")
    person.presses("Escape")

    assert QApplication.focusWidget() is before
    assert person.page == "Letters"


def test_a_letter_is_shown_with_the_name_of_the_document_that_left(
    person: Person, tmp_path: Path
) -> None:
    with opened(person.file) as workspace:
        workspace.letters.save_template("Backend letter", "Dear {{ company }},")
        letter = workspace.letters.draft(2, "Backend letter").value
        workspace.letter_exports.export(
            letter, tmp_path / "Acme letter.pdf", override="it is a test"
        )
        (sent,) = workspace.phone.card(2).letters
    person.presses("F4")
    person.types("acme")

    assert person.sees(f"Letter as sent on {full_day(sent.on)}, kept as Acme letter.pdf")
    assert person.sees("Dear Acme Robotics,")
    person.types(" x")
    assert not person.sees("kept as Acme letter.pdf")


def test_enter_opens_the_application(person: Person, phone: Phone) -> None:
    person.types("acorn")

    person.presses("Return")

    assert phone.isHidden()
    assert person.page == "Applications"
    assert person.desktop.pages.applications.selected_id() == 1


def test_enter_before_the_answer_opens_what_the_answer_brings(person: Person, phone: Phone) -> None:
    phone.field.setText("acorn")
    phone.enter()
    assert phone.isVisible()

    person.settle()

    assert person.desktop.pages.applications.selected_id() == 1


def test_what_is_said_is_logged_as_a_call_and_the_card_goes_on(
    person: Person, phone: Phone
) -> None:
    person.types("acme")
    person.presses("Ctrl+Return")
    assert person.at == NOTE

    person.types("They offer $158,000 a year")
    person.presses("Return")

    assert person.toast == "Call with Acme Robotics logged"
    assert person.value_of(NOTE) == ""
    assert phone.told.text() == "Call with Acme Robotics logged"
    assert person.sees("“They offer $158,000 a year”")
    person.presses("Escape", "Ctrl+Z")
    person.presses("F4")
    person.types("acme")
    assert not person.sees("“They offer $158,000 a year”"), "it was one step"


def test_a_call_is_kept_as_a_message_by_phone(person: Person, phone: Phone) -> None:
    person.types("acme")
    person.presses("Ctrl+Return")
    person.types("Call me back")
    person.presses("Return")
    person.leaves()

    with opened(person.file) as workspace:
        (*_, event) = workspace.applications.view(2).events
    assert (event.kind, event.from_value, event.to_value) == (EventKind.MESSAGE, "in", "phone")
    assert event.text == "Call me back"
    assert phone is not None


def test_the_note_is_reached_from_the_posting_too(person: Person, phone: Phone) -> None:
    person.types("acme")
    person.tabs_to("Posting as it was")

    person.presses("Ctrl+Return")

    assert person.at == NOTE
    assert phone.isVisible()


def test_an_empty_note_logs_nothing(person: Person, phone: Phone) -> None:
    person.types("acme")
    person.presses("Ctrl+Return")
    person.types("  ")

    person.presses("Return")

    assert phone.told.text() == ""
    assert person.toast == ""


def test_a_note_that_is_not_logged_yet_survives_the_end_of_the_program(
    person: Person, phone: Phone
) -> None:
    person.types("acme")
    person.presses("Ctrl+Return")
    person.types("Half a sentence")
    phone_drafts = person.desktop.phoning
    assert phone_drafts is not None
    person.leaves()

    person.starts()
    person.presses("F4")
    person.types("acorn")
    assert person.value_of(NOTE) == "", "it belongs to the other one"
    person.presses("Ctrl+A")
    person.types("acme")

    assert person.value_of(NOTE) == "Half a sentence"


def test_nobody_of_that_name_can_be_added(person: Person, phone: Phone) -> None:
    person.types("Zorg")
    assert person.sees("Nobody called “Zorg” here.")
    assert not phone.note.isEnabled()

    person.presses("Return")

    assert phone.isHidden()
    assert person.value_of("Company") == "Zorg"


def test_who_is_likely_to_call_is_there_before_a_letter_is_typed(
    person: Person, phone: Phone
) -> None:
    assert len(person.rows("Matches")) == 2, "the closed one is not expected to call"
    assert phone.shown is not None


def test_its_key_in_the_card_goes_back_to_the_company(person: Person, phone: Phone) -> None:
    person.types("acme")
    person.presses("Ctrl+Return", "F4")

    assert person.at == COMPANY
    assert phone.field.selectedText() == "acme"


def test_a_change_from_elsewhere_is_shown(person: Person, phone: Phone) -> None:
    person.types("acme")
    with opened(person.file) as workspace:
        workspace.log.note(2, "They could do $170,000 a year.")

    person.comes_back()

    assert person.sees("“They could do $170,000 a year.”")
    assert phone.isVisible()


def test_it_is_a_dialog_to_screen_readers_and_its_card_says_all(
    person: Person, phone: Phone
) -> None:
    person.types("acme")
    interface = QAccessible.queryAccessibleInterface(phone)

    assert interface.role() is QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "Find a caller"
    for words in ("Pay: Advertised $140,000", "Last contact: Today", "Next step: Send references"):
        assert words in phone.card.accessibleName()


def test_tab_goes_from_company_to_card_posting_note_and_round(person: Person, phone: Phone) -> None:
    person.types("acme")
    visited = []
    for _ in range(5):
        person.tabs_once()
        visited.append(person.at.splitlines()[0])

    assert visited == ["Acme Robotics", "Posting as it was", NOTE, "Open application", COMPANY]
    person.tabs_once("Shift+Tab")
    assert person.at == "Open application"
    assert phone.isVisible()


def test_the_figure_named_last_stands_by_the_ask_and_the_difference_is_said(
    person: Person,
) -> None:
    with opened(person.file) as workspace:
        workspace.pay_facts.add(2, "desired", "$170,000 a year", date(2026, 10, 5))
        workspace.pay_facts.add(
            2, "stated", "$150,000 a year", date(2026, 11, 5), who="Dana", how="phone"
        )
    person.presses("F4")
    person.types("acme")

    assert person.sees("$150,000 a year (Dana, phone)")
    assert person.sees(
        "You named $150,000 a year on 5 Nov 2026 (Dana, phone); your ask here is $160,000 a year."
    )
    assert not person.sees("$170,000")


def test_where_the_ask_is_what_was_named_nothing_is_said_of_a_difference(person: Person) -> None:
    with opened(person.file) as workspace:
        workspace.pay_facts.add(2, "stated", "$160k a year", date(2026, 11, 5))
    person.presses("F4")
    person.types("acme")

    assert person.sees("I named ")
    assert not person.sees("You named ")
