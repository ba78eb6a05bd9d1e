"""Where the keyboard is after something was refused, undone or corrected in the pane."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.applications.detail import Detail

from jobtracker.domain.stages import Stage
from jobtracker.ui.features.applications.detail.contract import CONTACTS, INTERVIEWS, Correction

Add = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 5
"""From a new fact to the notes: what was named as pay stands in between."""

# What the offscreen platform says when a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_refused_name_of_a_company_stays_marked_and_the_keyboard_moves_on(
    detail: Detail, add: Add
) -> None:
    add("Acme Robotics", "Gardener")
    detail.select(add("Globex", "Gardener"))
    detail.click(detail.the.head.company)
    sheet = detail.the.sheets.company
    assert sheet is not None
    detail.type_into(sheet.aliases, "Acme Robotics")

    sheet.notes.setFocus()
    detail.settle()
    QTest.keyClicks(sheet.notes, "Nice people")

    assert sheet.aliases.text() == "Acme Robotics"
    assert sheet.aliases.property("wrong")
    assert sheet.notes.toPlainText() == "Nice people"
    assert sheet.notes.hasFocus()


def test_escape_puts_back_a_refused_name_before_it_closes_the_sheet(
    detail: Detail, add: Add
) -> None:
    add("Acme Robotics", "Gardener")
    detail.select(add("Globex", "Gardener"))
    detail.click(detail.the.head.company)
    sheet = detail.the.sheets.company
    assert sheet is not None
    detail.enter(sheet.aliases, "Acme Robotics")
    assert sheet.aliases.property("wrong")

    detail.key(Qt.Key.Key_Escape, on=sheet.aliases)

    assert sheet.isVisible()
    assert sheet.aliases.text() == ""
    assert not sheet.aliases.property("wrong")


def test_undoing_a_new_interview_takes_the_keyboard_out_of_the_other_one(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener", Stage.INTERVIEW))
    detail.the.parts.open(INTERVIEWS)
    tab = detail.the.parts.interviews
    detail.enter(tab.add_interview.editor, "2026-11-30 14:00")
    detail.enter(tab.add_interview.editor, "2026-11-25 09:00")
    assert tab.cards[0].facts.focused() == "kind"

    detail.commander.change(detail.workspace.history.undo, owner=detail)
    detail.settle()

    assert tab.add_interview.editor.hasFocus()


def test_an_entry_whose_date_is_changed_stays_the_current_one(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener", Stage.APPLIED, applied_on=date(2026, 11, 1)))
    detail.workspace.log.note(detail.the.shown_id, "First", date(2026, 11, 5))
    detail.workspace.log.note(detail.the.shown_id, "Second", date(2026, 11, 8))
    detail.select(detail.the.shown_id)
    lines = detail.the.parts.overview.activity.timeline
    at = next(place for place, line in enumerate(lines.lines) if line.event.text == "Second")
    lines.setCurrentIndex(lines.model().index(at, 0))
    second = lines.lines[at].event.id

    detail.the.intents.corrected.put(Correction(second, on=date(2026, 11, 2)))
    detail.settle()

    assert lines.lines[lines.currentIndex().row()].event.id == second
    assert lines.currentIndex().row() != at
    assert detail.toasts[-1] == "Date changed to 2 Nov 2026"


def test_undo_in_a_field_with_a_refused_text_takes_back_the_text_and_no_step(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener"))
    detail.the.parts.overview.facts.reveal("applied_on")
    applied = detail.editor("Applied")
    detail.enter(applied, "someday")
    assert applied.property("wrong")

    detail.key(Qt.Key.Key_Z, CONTROL, on=applied)

    assert applied.property("text") == ""
    assert not applied.property("wrong")


def test_a_new_contact_is_shown_with_the_field_the_keyboard_is_in(detail: Detail, add: Add) -> None:
    detail.resize(392, 420)
    detail.select(add("Acme", "Gardener"))
    detail.the.parts.open(CONTACTS)
    tab = detail.the.parts.contacts
    for name in ("Ann", "Bob", "Cid"):
        detail.enter(tab.add_contact.editor, name)
    detail.settle()

    editor = detail.focusWidget()
    assert tab.cards[-1].isAncestorOf(editor)
    assert editor.visibleRegion().boundingRect() == editor.rect()


def test_a_name_that_is_no_fact_becomes_a_field_of_ones_own(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))
    field = detail.the.parts.overview.add_fact.editor

    detail.enter(field, "Visa")

    sheet = detail.the.sheets.field
    assert sheet is not None
    assert sheet.name.text() == "Visa"


def test_a_fact_that_is_shown_takes_the_keyboard_instead_of_being_refused(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener", location="Austin"))

    detail.enter(detail.the.parts.overview.add_fact.editor, "location")

    assert detail.editor("Location").hasFocus()


def test_tab_to_the_notes_shows_all_of_them_and_leaving_unmarks_them(
    detail: Detail, add: Add
) -> None:
    detail.resize(392, 480)
    detail.select(add("Acme", "Gardener", notes="one\ntwo\nthree\nfour\nfive"))
    overview = detail.the.parts.overview
    overview.add_fact.editor.setFocus()

    detail.settle()
    for _ in range(MOST_TABS):
        QTest.keyClick(detail.focusWidget(), Qt.Key.Key_Tab)
        if overview.notes.hasFocus():
            break
    assert overview.notes.hasFocus()
    assert overview.notes.visibleRegion().boundingRect().height() == overview.notes.height()
    overview.notes.selectAll()
    QTest.keyClick(overview.notes, Qt.Key.Key_Tab)

    assert not overview.notes.textCursor().hasSelection()
