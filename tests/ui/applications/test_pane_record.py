"""Contacts, interviews, files, company and activity of an application, in its pane."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from tests.ui.applications.detail import Detail

from jobtracker.domain.events import Event, EventKind, effective
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.detail.contract import (
    CONTACTS,
    FILES,
    INTERVIEWS,
    LogKind,
    SavedCopy,
)
from jobtracker.ui.features.applications.detail.timeline import Timeline

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.detail.interviews_tab import InterviewsTab

Add = Callable[..., int]
DOWN, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape

# What the offscreen platform says when a menu pops up.
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("undressed"),
]


def choose(menu: QMenu, words: str) -> None:
    """Take the entry of an open menu with these words."""
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()


def entry(detail: Detail, title: str) -> int:
    """The row of the activity with this title."""
    return [line.title for line in timeline(detail).lines].index(title)


def timeline(detail: Detail) -> Timeline:
    return detail.the.parts.overview.activity.timeline


def correct(detail: Detail, title: str, words: str) -> None:
    """Open the menu of an entry by the keyboard and choose from it."""
    listed = timeline(detail)
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(entry(detail, title), 0))
    detail.key(ENTER, on=listed)
    choose(listed.menu, words)
    detail.settle()


def log(detail: Detail) -> list[Event]:
    return effective(detail.view().events)


def test_a_new_contact_is_added_by_name_and_described_in_place(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.the.parts.open(CONTACTS)

    detail.enter(detail.the.parts.contacts.add_contact.editor, "Rosa Diaz")
    detail.enter(detail.editor("Part"), "Recruiter")
    detail.enter(detail.editor("E-mail"), "rosa@acme.example")

    (linked,) = detail.view().contacts
    assert (linked.contact.name, linked.part) == ("Rosa Diaz", "Recruiter")
    assert linked.contact.email == "rosa@acme.example"
    assert detail.the.parts.tabs.tabText(3) == "Contacts 1"


def test_a_known_contact_is_found_by_its_first_letters_and_linked(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    known = workspace.contacts.add({"name": "Rosa Diaz", "company": "Acme"}).value
    detail.select(add("Bolt", "Gardener"))
    detail.the.parts.open(CONTACTS)
    detail.settle()
    field = detail.the.parts.contacts.add_contact.editor

    detail.type_into(field, "dia")
    detail.key(DOWN)
    detail.key(ENTER)

    assert [one.contact.id for one in detail.view().contacts] == [known]
    assert len(workspace.contacts.all()) == 1


def test_a_name_that_cannot_be_stored_stays_where_it_was_typed(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.the.parts.open(CONTACTS)
    field = detail.the.parts.contacts.add_contact

    field.editor.setFocus()
    field.editor.put_back("Rosa \0 Diaz")
    field.editor.commit()
    detail.settle()

    assert field.editor.value() == "Rosa \0 Diaz"
    assert "cannot be stored" in field.note.text()
    assert detail.problems == []


def test_an_address_is_copied_by_its_button_and_a_contact_taken_off_again(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener")
    contact = workspace.contacts.add_to(key, {"name": "Rosa", "email": "rosa@acme.example"}).value
    detail.select(key)
    detail.the.parts.open(CONTACTS)

    detail.click(detail.editor("Copy e-mail"))
    assert QGuiApplication.clipboard().text() == "rosa@acme.example"
    detail.click(detail.editor("Take off this application"))

    assert detail.view().contacts == ()
    assert workspace.contacts.get(contact).name == "Rosa"
    assert detail.toasts[-1] == "Contact taken off the application"
    assert detail.the.parts.contacts.add_contact.editor.hasFocus()


def test_an_interview_is_added_by_its_time_and_stands_on_top_of_the_activity(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener", Stage.SCREENING))
    detail.the.parts.open(INTERVIEWS)

    detail.enter(detail.the.parts.interviews.add_interview.editor, "24 nov 14:00-15:30")
    detail.enter(detail.editor("Kind"), "tech")
    detail.enter(detail.the.parts.interviews.cards[0].add_fact.editor, "people")
    detail.enter(detail.editor("People"), "Ada, team lead")

    (interview,) = detail.view().interviews
    assert (interview.starts, interview.ends) == ("2026-11-24T14:00", "2026-11-24T15:30")
    assert (interview.kind, interview.people) == ("technical", "Ada, team lead")
    detail.the.parts.open("overview")
    top = timeline(detail).lines[0]
    assert top.title == "Technical interview"
    assert top.text.startswith("for Tue 24 Nov 14:00")
    assert detail.view().record.stage is Stage.SCREENING


def test_an_interview_gets_a_result_a_zone_and_a_thank_you(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener")
    workspace.interviews.add(key, {"starts": "2026-11-20T10:00"})
    detail.select(key)
    detail.the.parts.open(INTERVIEWS)
    card = detail.the.parts.interviews.cards[0]

    for label, typed in (
        ("Result", "pass"),
        ("Time zone", "europe/berlin"),
        ("Round", "2"),
        ("Thank-you sent", "yesterday"),
    ):
        detail.enter(card.add_fact.editor, label)
        detail.enter(detail.editor(label), typed)

    (interview,) = detail.view().interviews
    assert (interview.result, interview.time_zone, interview.round) == (
        "passed",
        "Europe/Berlin",
        2,
    )
    assert interview.thanked_on == date(2026, 11, 21)


def test_an_interview_that_would_end_before_it_starts_is_refused_where_it_is_typed(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.the.parts.open(INTERVIEWS)
    field = detail.the.parts.interviews.add_interview

    detail.enter(field.editor, "fri 14:00-13:00")

    assert "end before it starts" in field.note.text()
    assert field.editor.text() == "fri 14:00-13:00"
    assert detail.view().interviews == ()


def test_planned_interviews_come_before_those_gone_by(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener")
    for starts in ("2026-11-02", "2026-11-25", "2026-11-10", "2026-11-23"):
        workspace.interviews.add(key, {"starts": starts})
    detail.select(key)
    detail.the.parts.open(INTERVIEWS)
    tab: InterviewsTab = detail.the.parts.interviews

    starts = {one.id: one.starts for one in detail.view().interviews}

    shown = [starts[card.key] for card in tab.cards if card.isVisible()]
    assert shown == ["2026-11-23", "2026-11-25", "2026-11-10", "2026-11-02"]


def test_a_dropped_file_is_kept_exactly_and_saved_elsewhere(
    detail: Detail, add: Add, workspace: Workspace, tmp_path: Path
) -> None:
    cv = tmp_path / "CV of mine.pdf"
    cv.write_bytes(b"%PDF-1.7 exactly this")
    detail.select(add("Acme", "Gardener"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(cv))])

    at, copy, left, plain = (
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(detail.the, QDragEnterEvent(at, copy, mime, left, plain))
    QApplication.sendEvent(detail.the, QDropEvent(QPointF(at), copy, mime, left, plain))
    detail.settle()
    detail.enter(detail.editor("Kind"), "cv")
    detail.enter(detail.editor("Sent"), "today")
    (document,) = detail.view().documents
    detail.the.intents.file_saved.put(SavedCopy(document.id, tmp_path / "copy.pdf"))
    detail.settle()

    assert (document.name, document.kind, document.sent_on) == (cv.name, "cv", detail.today)
    assert (tmp_path / "copy.pdf").read_bytes() == cv.read_bytes()
    assert detail.the.parts.current == FILES


def test_a_file_removed_is_gone_from_the_list(
    detail: Detail, add: Add, workspace: Workspace, tmp_path: Path
) -> None:
    key = add("Acme", "Gardener")
    workspace.documents.add(key, ("letter.txt", b"Dear"), "letter")
    detail.select(key)
    detail.the.parts.open(FILES)

    detail.click(detail.editor("Remove this file"))

    assert detail.view().documents == ()
    assert detail.toasts[-1] == "File removed"


def test_the_company_is_remembered_and_its_sheet_opens_from_its_name(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    first = add("Acme", "Gardener", Stage.APPLIED, applied_on=date(2026, 5, 1))
    workspace.log.message(first, "No", incoming=True, on=date(2026, 6, 11))
    key = add("Acme", "Head gardener", Stage.APPLIED, applied_on=date(2026, 11, 1))
    detail.select(key)

    assert detail.the.head.memory.text() == "Acme: applied twice, one reply after 41 days."
    detail.click(detail.the.head.company)
    sheet = detail.the.sheets.company

    assert sheet is not None
    assert sheet.memory.text() == "Applied twice, one reply after 41 days."
    detail.enter(sheet.aliases, "Acme Inc., Acme GmbH")
    detail.key(ESCAPE, on=sheet)
    assert detail.view().company.aliases == ("Acme Inc.", "Acme GmbH")


def test_the_address_of_the_company_is_typed_line_by_line(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.click(detail.the.head.company)
    sheet = detail.the.sheets.company

    assert sheet is not None
    sheet.address.setFocus()
    sheet.address.insertPlainText("Lindenstr. 1\n10115 Berlin")
    detail.click(sheet.default)

    assert detail.view().company.address == "Lindenstr. 1\n10115 Berlin"


def test_a_company_to_avoid_warns_in_the_pane(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.click(detail.the.head.company)
    sheet = detail.the.sheets.company
    assert sheet is not None

    detail.click(sheet.avoid)
    detail.enter(sheet.reason, "Did not pay")
    detail.key(ESCAPE, on=sheet)

    assert detail.the.head.avoid.text == "You want to avoid Acme. Did not pay"


def test_the_company_sheet_leads_to_its_other_applications(detail: Detail, add: Add) -> None:
    other = add("Acme", "Head gardener")
    detail.select(add("Acme", "Gardener"))
    detail.click(detail.the.head.company)

    detail.click(detail.editor("Head gardener, Saved"))

    assert detail.the.shown_id == other


def test_a_message_in_the_past_is_logged_with_its_channel(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener", Stage.APPLIED, applied_on=date(2026, 11, 1)))

    detail.the.log_activity()
    sheet = detail.the.sheets.activity
    assert sheet is not None
    sheet.kind.set_value(LogKind.RECEIVED)
    sheet.kind.chosen.put(LogKind.RECEIVED)
    sheet.way.set_value("mail")
    detail.type_into(sheet.day, "12 nov")
    detail.type_into(sheet.text, "We like it")
    detail.key(ENTER, Qt.KeyboardModifier.ControlModifier, on=sheet.text)

    event = next(one for one in log(detail) if one.kind is EventKind.MESSAGE)
    assert (event.on, event.from_value, event.to_value) == (date(2026, 11, 12), "in", "mail")
    titles = [line.title for line in timeline(detail).lines]
    assert titles == ["Added as Applied", "Message received by mail", "Applied"]
    assert detail.the.sheets.activity is None


def test_a_note_without_words_is_refused_in_the_form(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.the.log_activity()
    sheet = detail.the.sheets.activity
    assert sheet is not None

    sheet.accept()
    detail.settle()

    assert sheet.form.field("text").error == "Type what was said or happened."
    assert len(log(detail)) == 1
    detail.key(ESCAPE, on=sheet)


def test_a_stage_of_the_past_leaves_today_s_standing_alone(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener")
    workspace.log.move(key, Stage.INTERVIEW)
    detail.select(key)

    detail.the.log_activity()
    sheet = detail.the.sheets.activity
    assert sheet is not None
    sheet.kind.set_value(LogKind.STAGE)
    sheet.kind.chosen.put(LogKind.STAGE)
    sheet.value.set_value("screening")
    detail.type_into(sheet.day, "2 nov")
    sheet.accept()
    detail.settle()

    assert detail.view().record.stage is Stage.INTERVIEW
    reached = {one.to_value: one.on for one in log(detail) if one.kind is EventKind.STAGE}
    assert reached["screening"] == date(2026, 11, 2)


def test_that_was_a_mistake_takes_a_stage_back_and_corrections_can_be_shown(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener", Stage.APPLIED)
    workspace.log.move(key, Stage.OFFER)
    detail.select(key)

    correct(detail, "Stage set to Offer", "That was a mistake")

    assert detail.view().record.stage is Stage.APPLIED
    assert "Stage set to Offer" not in [line.title for line in timeline(detail).lines]
    detail.the.parts.overview.activity.corrections.click()
    assert [line.gone for line in timeline(detail).lines if "Offer" in line.title] == [True]


def test_the_date_and_the_words_of_an_entry_are_corrected_honestly(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener")
    workspace.log.note(key, "Called Bob")
    detail.select(key)

    correct(detail, "Note", "Change words")
    asked = detail.asked()
    detail.type_into(asked.editor, "Called Rob")
    asked.accept()
    detail.settle()
    correct(detail, "Note", "Change date")
    asked = detail.asked()
    detail.enter(asked.editor, "20 nov")

    note = next(one for one in log(detail) if one.kind is EventKind.NOTE)
    assert (note.text, note.on) == ("Called Rob", date(2026, 11, 20))
    detail.the.parts.overview.activity.corrections.click()
    told = timeline(detail).lines[entry(detail, "Note")].text
    assert "Called Bob" in told
    assert "22 Nov 2026" in told


def test_a_long_history_shows_its_newest_entries_first(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    key = add("Acme", "Gardener")
    for place in range(11):
        workspace.log.note(key, f"Note {place}")
    detail.select(key)
    activity = detail.the.parts.overview.activity
    assert len(activity.timeline.lines) == 8

    activity.all_button.click()

    assert activity.all_button.text() == "Show fewer"
    assert [line.text for line in activity.timeline.lines][:2] == ["Note 10", "Note 9"]
    assert len(activity.timeline.lines) == 12


def test_an_offer_asks_for_its_amount_and_stands_in_the_chart(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Senior Python Developer", Stage.INTERVIEW, pay="$145-170k"))

    detail.the.head.open_stages()
    detail.key(Qt.Key.Key_O, on=detail.the.head.stage_menu)
    asked = detail.asked()
    detail.type_into(asked.editor, "150000")
    assert asked.field.editor.accessibleDescription().startswith("Understood as")
    detail.key(ENTER, on=asked.editor)

    assert detail.view().record.stage is Stage.OFFER
    assert [offer.pay.low for offer in detail.view().offers] == [15_000_000]
    assert detail.toasts[-1] == "Acme moved to Offer"


def test_a_skipped_amount_moves_all_the_same_and_escape_moves_nothing(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener", Stage.INTERVIEW))
    detail.the.head.open_stages()
    detail.key(Qt.Key.Key_O, on=detail.the.head.stage_menu)
    detail.key(ESCAPE, on=detail.asked().editor)
    assert detail.view().record.stage is Stage.INTERVIEW

    detail.the.head.open_stages()
    detail.key(Qt.Key.Key_O, on=detail.the.head.stage_menu)
    detail.key(ENTER, on=detail.asked().editor)

    assert detail.view().record.stage is Stage.OFFER
    assert detail.view().offers == ()


def test_closing_asks_for_a_reason_which_stands_in_the_activity(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener", Stage.INTERVIEW))

    detail.the.head.open_stages()
    detail.key(Qt.Key.Key_R, on=detail.the.head.stage_menu)
    detail.enter(detail.asked().editor, "Someone internal")

    record = detail.view().record
    assert (record.stage, record.outcome) == (Stage.INTERVIEW, Outcome.REJECTED)
    assert timeline(detail).lines[0].text == "Someone internal"
    assert detail.the.head.standing.text() == "Reached Interview, closed today"


def test_the_rest_is_behind_the_three_dots(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    menu = detail.the.more_menu

    detail.click(detail.the.bar.more)
    choose(menu, "On hold")
    detail.settle()
    assert detail.view().record.on_hold
    detail.click(detail.the.bar.more)
    choose(menu, "Archive")
    detail.settle()

    assert detail.view().record.archived
    assert detail.toasts[-1] == "Acme archived"
    assert detail.the.head.standing.text() == "Archived. On hold"


def test_a_quiet_application_says_for_how_long(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener", Stage.APPLIED, applied_on=date(2026, 10, 3)))

    assert detail.the.head.standing.text() == "Quiet 50 days, since Sat 3 Oct"


def test_a_summary_is_copied(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener", Stage.APPLIED, location="Rome", pay="$40-50k"))

    detail.the.copy_summary()

    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[:2] == ["Gardener at Acme", "Rome"]
    assert "Pay: $40,000" in copied[4]


def test_the_posting_is_kept_exactly_and_searched_in_place(detail: Detail, add: Add) -> None:
    text = "We grow\u00a0roses.\n  Roses need care."
    detail.select(add("Acme", "Gardener", posting=text))
    detail.the.parts.open("posting")
    tab = detail.the.parts.posting

    detail.type_into(tab.find_field, "roses")
    assert tab.found.text() == "2 found"
    detail.key(ENTER, on=tab.find_field)

    assert tab.editor.toPlainText() == text
    assert tab.editor.textCursor().selectedText() == "Roses"
    assert tab.kept.text() == "Kept on 22 Nov 2026, exactly as typed"
