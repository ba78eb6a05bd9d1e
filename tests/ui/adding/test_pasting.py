"""From a copied posting to filled fields."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from tests.ui.adding.conftest import CONTROL, POSTING, SHIFT, Capture

from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.adding.add_sheet import AddSheet
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.widgets.buttons import Button, IconButton

OTHER = "Baker\nWheat Hall, Leeds\n\nWe look for a baker. Salary: £24,000 to £26,000 a year.\n"
PAGE = """<html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Night Baker",
 "hiringOrganization": {"@type": "Organization", "name": "Wheat Hall"},
 "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress",
   "addressLocality": "Leeds", "addressCountry": "GB"}},
 "validThrough": "2026-12-24", "employmentType": "PART_TIME",
 "description": "<p>Bread at night.</p>"}
</script></head><body><p>Bread at night.</p></body></html>"""
BOARD = """{"jobs": [
 {"id": 1, "title": "Baker", "absolute_url": "https://boards.example/1",
  "location": {"name": "Leeds"}, "content": "Bread.", "updated_at": "2026-11-02T10:00:00Z"},
 {"id": 2, "title": "Miller", "absolute_url": "https://boards.example/2",
  "location": {"name": "York"}, "content": "Flour.", "updated_at": "2026-11-03T10:00:00Z"}]}"""


def test_a_pasted_posting_fills_the_fields(capture: Capture) -> None:
    sheet = capture.paste(POSTING)

    draft = capture.draft
    assert (draft.role, draft.company, draft.location) == (
        "Senior Python Developer",
        "Rose Park",
        "Boston, MA",
    )
    assert draft.pay == "$138,000 to $162,000 a year"
    assert (draft.work_mode, draft.deadline) == ("hybrid", "30 Dec 2026")
    assert (draft.contact_name, draft.contact_email) == ("Jane Roe", "jane.roe@rosepark.example")
    assert (draft.next_action, draft.due) == ("Apply", "30 Dec 2026")
    assert draft.posting == POSTING
    assert sheet.form.profile.currentText() == "Python Developer"
    assert sheet.form.texts["role"].hasFocus()


def test_everything_that_was_read_is_stored_in_one_step(
    capture: Capture, workspace: Workspace
) -> None:
    capture.paste(POSTING)

    capture.desk.key(Qt.Key.Key_Return, CONTROL)

    (row,) = workspace.lists.rows()
    view = workspace.applications.view(row.id)
    record = view.record
    assert (record.work_mode, record.country) == ("hybrid", "US")
    assert (record.deadline, record.next_action_on) == (date(2026, 12, 30),) * 2
    assert record.posting == POSTING
    (linked,) = workspace.contacts.of(row.id)
    assert linked.contact.email == "jane.roe@rosepark.example"
    capture.desk.key(Qt.Key.Key_Z, CONTROL)
    assert workspace.lists.rows() == []


def test_adding_at_once_waits_for_the_reading(capture: Capture, workspace: Workspace) -> None:
    capture.copy(POSTING)
    capture.desk.table.setFocus()

    capture.desk.key(Qt.Key.Key_V, CONTROL)
    capture.desk.key(Qt.Key.Key_Return, CONTROL)

    capture.desk.qtbot.waitUntil(lambda: not capture.is_open)
    capture.desk.settle()
    (row,) = workspace.lists.rows()
    assert (row.role, row.company) == ("Senior Python Developer", "Rose Park")


def test_the_count_of_what_was_found_asks_for_a_check(capture: Capture) -> None:
    sheet = capture.paste(POSTING)

    assert sheet.count == "7 of 9 fields found. Check before you add."


def test_the_words_behind_the_fields_are_marked(capture: Capture) -> None:
    capture.paste(POSTING)

    marked = capture.marked()
    assert marked["role"] == "Senior Python Developer"
    assert marked["pay"] == "$138,000 to $162,000 a year"
    assert marked["deadline"] == "30 December 2026"
    assert marked["contact_email"] == "jane.roe@rosepark.example"


def test_a_mark_moves_with_its_words_and_goes_when_they_change(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    sheet.side.edit.setFocus()
    cursor = sheet.side.edit.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Wanted \N{ROSE}\n")
    assert capture.marked()["role"] == "Senior Python Developer"

    cursor.setPosition(cursor.position() + 8)
    cursor.insertText("X")

    assert "role" not in capture.marked()
    assert capture.marked()["pay"] == "$138,000 to $162,000 a year"


def test_marks_stand_right_behind_characters_of_two_units(capture: Capture) -> None:
    capture.paste("\N{ROSE}\N{ROSE} Now hiring\n\n" + POSTING)

    assert capture.marked()["pay"] == "$138,000 to $162,000 a year"


def test_a_corrected_field_is_no_longer_shown_as_found(capture: Capture) -> None:
    capture.paste(POSTING)
    assert capture.said_of("location").startswith("Found in the text")

    capture.field("location").setText("Cambridge, MA")
    capture.desk.settle()

    assert "location" not in capture.marked()
    assert "ound in the text" not in capture.said_of("location")


def test_a_field_that_is_not_in_the_text_says_so(capture: Capture) -> None:
    capture.paste(OTHER)

    capture.sheet.form.show_more()
    assert capture.said_of("deadline").startswith("Not found in the text")
    assert capture.field("deadline").placeholderText() == "Not found"


def test_a_text_without_a_role_asks_for_it(capture: Capture) -> None:
    sheet = capture.paste("the quick brown fox jumps over the lazy dog.\n" * 3)

    assert sheet.form.texts["role"].hasFocus()
    assert capture.said_of("role") == (
        "Not found in the text. Could not find a role in this text. Type it here."
    )
    assert capture.draft.posting.startswith("the quick brown fox")


def test_the_focused_field_is_shown_in_the_text(capture: Capture) -> None:
    sheet = capture.paste(POSTING)

    sheet.form.texts["pay"].setFocus()

    shown = [
        one.cursor.selectedText()  # type: ignore[attr-defined]  # PySide6 has it, its stubs do not
        for one in sheet.side.edit.extraSelections()
        if one.format.underlineColor().isValid()  # type: ignore[attr-defined]  # the same
    ]
    assert shown == ["$138,000 to $162,000 a year"]


def test_a_click_on_a_word_fills_the_field_one_went_to(capture: Capture) -> None:
    capture.paste(POSTING)
    capture.desk.key("2", Qt.KeyboardModifier.AltModifier)

    capture.click_on("greenhouses")

    assert capture.draft.company == "greenhouses"
    assert capture.field("company").hasFocus()
    assert capture.marked()["company"] == "greenhouses"
    capture.desk.key(Qt.Key.Key_Z, CONTROL)
    assert capture.draft.company == "Rose Park"


def test_a_click_into_the_text_overwrites_nothing_that_was_just_read(capture: Capture) -> None:
    capture.paste(POSTING)
    assert capture.field("role").hasFocus()

    capture.click_on("greenhouses")

    assert capture.draft.role == "Senior Python Developer"
    assert capture.sheet.side.edit.hasFocus()


def test_a_click_beside_the_words_only_puts_the_cursor_there(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    capture.desk.key("2", Qt.KeyboardModifier.AltModifier)

    edit = sheet.side.edit
    capture.click_at(QPoint(edit.viewport().width() - 2, edit.viewport().height() - 2))

    assert capture.draft.company == "Rose Park"
    assert edit.hasFocus()


def test_selected_words_go_to_the_field_of_an_alt_digit(capture: Capture) -> None:
    capture.paste(POSTING)
    capture.select("greenhouses")

    capture.desk.key("3", Qt.KeyboardModifier.AltModifier)

    assert capture.draft.location == "greenhouses"
    assert capture.field("location").hasFocus()


def test_an_alt_digit_alone_goes_to_its_field(capture: Capture) -> None:
    capture.paste(POSTING)

    for digit, name in (("1", "role"), ("4", "pay"), ("7", "next_action"), ("8", "due")):
        capture.desk.key(digit, Qt.KeyboardModifier.AltModifier)
        assert capture.field(name).hasFocus(), name
    capture.desk.key("9", Qt.KeyboardModifier.AltModifier)

    assert capture.sheet.form.facts["work_mode"].hasFocus()
    assert capture.field("url").isVisible(), "all of the rarer fields"
    assert capture.draft.role == "Senior Python Developer", "no digit was typed"


def test_rarer_fields_are_shown_where_they_hold_something(capture: Capture) -> None:
    capture.paste(POSTING)

    assert capture.field("contact_email").isVisible()
    assert not capture.field("reference").isVisible()


def test_a_second_paste_keeps_what_was_typed_and_replaces_what_was_read(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    capture.field("location").setText("Anywhere")
    capture.copy(OTHER)
    sheet.side.edit.setFocus()
    sheet.side.edit.selectAll()

    capture.desk.key(Qt.Key.Key_V, CONTROL)
    capture.read()

    draft = capture.draft
    assert (draft.role, draft.company, draft.location) == ("Baker", "Wheat Hall", "Anywhere")
    assert (draft.deadline, draft.next_action) == ("", "")
    assert draft.posting == OTHER


def test_another_posting_replaces_a_draft_that_was_only_read(capture: Capture) -> None:
    capture.paste(POSTING)
    capture.desk.key(Qt.Key.Key_Escape)

    capture.paste(OTHER)

    assert (capture.draft.role, capture.draft.posting) == ("Baker", OTHER)
    assert capture.sheet.side.banner.text == ""


def test_a_posting_does_not_mix_with_a_link_pasted_before(capture: Capture) -> None:
    capture.paste("https://jobs.example/senior-gardener")
    capture.desk.key(Qt.Key.Key_Escape)

    sheet = capture.paste(OTHER)

    assert (capture.draft.role, capture.draft.url) == ("Baker", "")
    assert sheet.side.banner.text.startswith("Your draft was put aside.")


def test_the_text_of_a_link_joins_it_in_the_open_sheet(capture: Capture) -> None:
    capture.paste("https://jobs.example/senior-gardener")
    capture.copy(OTHER)

    capture.desk.key(Qt.Key.Key_V, CONTROL | SHIFT)
    capture.read()

    assert (capture.draft.role, capture.draft.url) == (
        "Baker",
        "https://jobs.example/senior-gardener",
    )


def test_another_posting_puts_a_draft_with_typing_aside(capture: Capture) -> None:
    capture.paste(POSTING)
    capture.field("company").setText("Rose Parks Inc.")
    capture.desk.key(Qt.Key.Key_Escape)

    sheet = capture.paste(OTHER)

    assert capture.draft.company == "Wheat Hall"
    title = "Your draft of Senior Python Developer at Rose Parks Inc. was put aside"
    assert sheet.side.banner.text == title + ". Closing this line gives it up."
    QTest.mouseClick(sheet.side.banner.button, Qt.MouseButton.LeftButton)
    capture.read()
    assert (capture.draft.company, capture.draft.posting) == ("Rose Parks Inc.", POSTING)


def test_a_draft_put_aside_is_offered_until_it_is_dismissed(
    capture: Capture, workspace: Workspace
) -> None:
    capture.paste(POSTING)
    capture.field("company").setText("Rose Parks Inc.")
    capture.desk.key(Qt.Key.Key_Escape)
    capture.paste(OTHER)
    capture.desk.key(Qt.Key.Key_Escape)
    capture.desk.capturing.open()
    banner = capture.sheet.side.banner
    assert "was put aside" in banner.text

    cross = next(one for one in banner.findChildren(IconButton) if one.isVisible())
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)

    assert banner.text == ""
    capture.desk.key(Qt.Key.Key_Escape)
    capture.desk.capturing.open()
    assert capture.sheet.side.banner.text == ""
    capture.desk.capturing.flush()
    capture.desk.settle()
    assert list(workspace.drafts.all()) == ["add"]


def test_a_word_about_a_paste_that_is_dismissed_leaves_the_draft_put_aside(
    capture: Capture,
) -> None:
    capture.paste(POSTING)
    capture.field("company").setText("Rose Parks Inc.")
    capture.desk.key(Qt.Key.Key_Escape)
    sheet = capture.paste(OTHER)
    capture.copy("https://jobs.example/senior-baker")
    capture.desk.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert "never fetches" in sheet.side.banner.text

    cross = next(one for one in sheet.side.banner.findChildren(IconButton) if one.isVisible())
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    capture.desk.key(Qt.Key.Key_Escape)
    capture.desk.capturing.open()

    assert "was put aside" in capture.sheet.side.banner.text


def test_of_two_pastes_at_once_the_second_one_stays(capture: Capture) -> None:
    capture.desk.capturing.paste(POSTING)
    capture.desk.capturing.paste(OTHER)
    capture.read()

    assert (capture.draft.role, capture.draft.posting) == ("Baker", OTHER)


def test_a_sheet_is_made_ahead_while_the_window_rests(capture: Capture) -> None:
    window, qtbot = capture.desk.window, capture.desk.qtbot
    qtbot.waitUntil(lambda: bool(window.findChildren(AddSheet)))
    (spare,) = window.findChildren(AddSheet)
    assert not spare.isVisible()

    assert capture.paste(POSTING) is spare
    assert capture.draft.role == "Senior Python Developer"
    capture.desk.key(Qt.Key.Key_Escape)

    assert capture.paste(OTHER) is not spare
    assert capture.draft.role == "Baker"


def test_a_sheet_made_ahead_is_not_shown_in_a_theme_that_was_left(
    capture: Capture, theme: Theme
) -> None:
    window, qtbot = capture.desk.window, capture.desk.qtbot
    qtbot.waitUntil(lambda: bool(window.findChildren(AddSheet)))
    (spare,) = window.findChildren(AddSheet)

    with qtbot.waitSignal(spare.destroyed):
        theme.choose(ThemeChoice.DARK)

    qtbot.waitUntil(lambda: bool(window.findChildren(AddSheet)))
    assert capture.paste(OTHER) is not spare


def test_the_same_posting_pasted_again_shows_the_draft_as_it_is(capture: Capture) -> None:
    capture.paste(POSTING)
    capture.field("company").setText("Rose Parks Inc.")
    capture.desk.key(Qt.Key.Key_Escape)

    capture.paste(POSTING)

    assert capture.draft.company == "Rose Parks Inc."
    assert capture.marked()["role"] == "Senior Python Developer"


def test_a_link_alone_is_kept_as_the_link_and_never_fetched(capture: Capture) -> None:
    sheet = capture.paste("https://jobs.example/senior-gardener\n")

    assert capture.draft.url == "https://jobs.example/senior-gardener"
    assert capture.draft.posting == ""
    assert "never fetches" in sheet.side.banner.text
    assert capture.field("url").isVisible()


def test_a_page_with_a_posting_in_it_is_preferred_where_it_says_more(capture: Capture) -> None:
    capture.paste("Bread at night.", PAGE)

    draft = capture.draft
    assert (draft.role, draft.company, draft.deadline) == (
        "Night Baker",
        "Wheat Hall",
        "24 Dec 2026",
    )


def test_of_several_postings_one_is_chosen(capture: Capture) -> None:
    sheet = capture.paste(BOARD)
    assert sheet.side.which.isVisible()
    assert sheet.side.which.currentText() == "Posting 1 of 2: Baker"

    sheet.side.which.setCurrentIndex(1)
    sheet.side.which.activated.emit(1)
    capture.desk.settle()

    assert (capture.draft.role, capture.draft.location) == ("Miller", "York")


def test_a_date_that_can_be_read_two_ways_is_asked(capture: Capture) -> None:
    sheet = capture.paste("Baker\nWheat Hall\n\nApplication deadline: 03/12/2026\n")

    assert capture.draft.deadline == ""
    assert "03/12/2026 may be 3 Dec or 12 Mar." in capture.said_of("deadline")
    chips = sheet.form.field("deadline").findChildren(Button)
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    capture.desk.settle()
    assert capture.draft.deadline == "3 Dec 2026"
    assert "may be" not in capture.said_of("deadline")


def test_what_cannot_be_read_is_refused_in_words(capture: Capture) -> None:
    sheet = capture.paste('{"what": "no posting at all"}')

    assert sheet.side.banner.text.startswith("This JSON has no job posting")
    assert capture.draft.is_empty


def test_a_text_far_too_long_for_a_posting_is_refused(capture: Capture) -> None:
    sheet = capture.paste("We look for bakers. " * 10_000)

    assert sheet.side.banner.text.startswith("The text has more than 100,000 characters")
    assert capture.draft.is_empty


def test_the_paste_button_of_the_empty_sheet_reads_the_clipboard(capture: Capture) -> None:
    capture.copy(POSTING)
    capture.desk.key(Qt.Key.Key_N, CONTROL)
    assert capture.sheet.side.paste.isVisible()

    QTest.mouseClick(capture.sheet.side.paste, Qt.MouseButton.LeftButton)
    capture.read()

    assert capture.draft.role == "Senior Python Developer"
    assert not capture.sheet.side.paste.isVisible()


def test_control_shift_v_pastes_from_anywhere_also_into_the_open_sheet(capture: Capture) -> None:
    capture.copy(POSTING)
    capture.desk.page.add_button.setFocus()
    capture.desk.key(Qt.Key.Key_V, CONTROL | SHIFT)
    capture.read()
    assert capture.draft.role == "Senior Python Developer"

    capture.copy(OTHER)
    capture.desk.key(Qt.Key.Key_V, CONTROL | SHIFT)
    capture.read()

    assert capture.draft.role == "Baker"


def test_control_v_beside_the_table_pastes_a_posting_too(capture: Capture) -> None:
    capture.copy(POSTING)
    capture.desk.page.add_button.setFocus()

    capture.desk.key(Qt.Key.Key_V, CONTROL)
    capture.read()

    assert capture.draft.role == "Senior Python Developer"


def test_an_empty_clipboard_is_named(capture: Capture) -> None:
    sheet = capture.paste("   ")

    assert sheet.side.banner.text.startswith("There is no text on the clipboard")


def test_a_file_that_is_handed_over_is_read(capture: Capture, tmp_path: Path) -> None:
    page = tmp_path / "night-baker.html"
    page.write_text(PAGE, "utf-8")

    capture.desk.capturing.drop(page)
    capture.read()

    assert (capture.draft.role, capture.draft.company) == ("Night Baker", "Wheat Hall")


def test_a_link_that_is_there_already_is_named_and_shown(
    capture: Capture, add: Callable[..., int]
) -> None:
    link = "https://jobs.example/night-baker"
    key = add("Wheat Hall", "Night Baker", Stage.APPLIED, url=link, applied_on=date(2026, 11, 3))
    capture.desk.settle()
    sheet = capture.paste(link)

    said = "You have this link already: Night Baker at Wheat Hall, Applied Tue 3 Nov."
    assert sheet.form.same_company.text.startswith(said)
    QTest.mouseClick(sheet.form.same_company.button, Qt.MouseButton.LeftButton)
    capture.desk.settle()

    assert not capture.is_open
    assert capture.desk.page.selected_id() == key
    capture.desk.key(Qt.Key.Key_N, CONTROL)
    assert capture.draft.url == link


def test_a_similar_role_at_the_company_is_named(capture: Capture, add: Callable[..., int]) -> None:
    add("Rose Park Inc.", "Python Developer (Senior)", Stage.APPLIED)
    sheet = capture.paste(POSTING)

    said = "You have a similar role there already: Python Developer (Senior) at Rose Park Inc."
    assert sheet.form.same_company.text.startswith(said)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_selected_words_can_be_used_for_any_field_from_the_menu(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    capture.select("greenhouses")
    edit = sheet.side.edit

    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(edit.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    uses = menu.actions()[0].menu()
    assert isinstance(uses, QMenu)
    use = next(one for one in uses.actions() if one.text() == "Reference number")
    menu.hide()
    use.trigger()
    menu.close()
    capture.desk.settle()

    assert capture.draft.reference == "greenhouses"
    assert capture.desk.window.focusWidget() is capture.field("reference")


def test_a_file_dropped_on_the_text_is_read(capture: Capture, tmp_path: Path) -> None:
    page = tmp_path / "night-baker.html"
    page.write_text(PAGE, "utf-8")
    capture.desk.key(Qt.Key.Key_N, CONTROL)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(page))])

    capture.sheet.side.edit.insertFromMimeData(dropped)
    capture.read()

    assert capture.draft.role == "Night Baker"


def test_what_was_read_is_there_when_the_sheet_opens_again(capture: Capture) -> None:
    capture.paste(POSTING)
    capture.desk.key(Qt.Key.Key_Escape)

    capture.desk.key(Qt.Key.Key_N, CONTROL)
    capture.read()

    assert capture.draft.contact_name == "Jane Roe"
    assert capture.marked()["role"] == "Senior Python Developer"
