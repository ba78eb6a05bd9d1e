from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from tests.ui.letters.conftest import Writer

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.letters.past.compare_view import CompareView, Side
from jobtracker.ui.features.letters.past.version_name import VersionNameSheet
from jobtracker.ui.features.letters.past.versions_sheet import VersionsSheet

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = "Dear team,\n\nI grow red roses.\n\nI start in May.\n\nAda"
SECOND = "Dear team,\n\nI grow white roses.\n\nI start in June.\n\nAda"


def sheet_of(opened: Writer) -> VersionsSheet:
    opened.settle()
    (sheet,) = opened.window.findChildren(VersionsSheet)
    return sheet


def marked(side: Side) -> list[str]:
    """The words of a side that are marked as different."""
    cursor = QTextCursor(side.document())
    found = []
    for start, end in side.places:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


def compared(opened: Writer) -> CompareView:
    opened.settle()
    view = opened.page.past.view
    assert view.isVisible()
    return view


def test_a_version_is_kept_under_a_name_by_its_key(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=FIRST)
    opened = writer()

    opened.key(Qt.Key.Key_S, CONTROL | SHIFT)
    opened.type("Before the talk")
    opened.key(Qt.Key.Key_Return)

    newest = workspace.letters.versions(letter)[0]
    assert (newest.kind, newest.name) == ("kept", "Before the talk")
    assert opened.window.findChildren(VersionNameSheet) == []


def test_a_version_without_a_name_is_not_kept(writer: Open, write: Write) -> None:
    write(text=FIRST)
    opened = writer()
    opened.key(Qt.Key.Key_S, CONTROL | SHIFT)

    opened.key(Qt.Key.Key_Return)

    (sheet,) = opened.window.findChildren(VersionNameSheet)
    assert sheet.isVisible()
    sheet.close()


def test_an_earlier_version_is_restored_as_a_new_one(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=FIRST)
    kept = workspace.letters.keep_version(letter, "With roses").value
    workspace.letters.set_text(letter, SECOND)
    opened = writer()

    opened.desk.header.version.click()
    sheet = sheet_of(opened)
    assert sheet.rows.hasFocus()
    sheet.rows.select(kept)
    assert sheet.rows.selected().title == f"Version {kept}: With roses"
    opened.key(Qt.Key.Key_Return, CONTROL)

    assert workspace.letters.view(letter).text == FIRST
    assert opened.editor.source() == FIRST
    newest = workspace.letters.versions(letter)[0].number
    assert opened.desk.header.version.text() == f"Version {newest}"
    assert newest > kept + 1


def test_the_versions_say_when_what_changed_and_why_they_left(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=f"[Company name] {FIRST}")
    workspace.letters.keep_version(letter, "With roses")
    workspace.letters.set_text(letter, f"[Company name] {FIRST}".replace("red", "red and white"))
    workspace.letters.keep_version(letter, "More roses")
    workspace.letter_exports.clip(letter, "They know me")
    opened = writer()

    opened.desk.header.version.click()

    details = [row.detail for row in sheet_of(opened).model.rows]
    assert details[0].startswith("Exported 22 Nov, ")
    assert details[0].endswith("Exported although: They know me")
    more = next(row for row in sheet_of(opened).model.rows if row.title.endswith("More roses"))
    assert more.detail.startswith("Kept 22 Nov, ")
    assert more.detail.endswith("+2 words")
    sheet_of(opened).close()


def test_keeping_a_version_can_be_left(writer: Open, write: Write, workspace: Workspace) -> None:
    letter = write(text=FIRST)
    opened = writer()
    before = len(workspace.letters.versions(letter))
    opened.key(Qt.Key.Key_S, CONTROL | SHIFT)
    (sheet,) = opened.window.findChildren(VersionNameSheet)

    sheet.cancel.click()
    opened.settle()

    assert opened.window.findChildren(VersionNameSheet) == []
    assert len(workspace.letters.versions(letter)) == before


def test_the_newest_version_has_nothing_to_be_restored(writer: Open, write: Write) -> None:
    write(text=FIRST)
    opened = writer()
    opened.desk.header.version.click()
    sheet = sheet_of(opened)

    sheet.rows.select(sheet.model.rows[0].number)

    assert not sheet.restore.isEnabled()
    assert not sheet.compare.isEnabled()
    sheet.close()


def test_two_versions_side_by_side_are_told_apart_without_colours(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=FIRST)
    workspace.letters.keep_version(letter, "With roses")
    workspace.letters.set_text(letter, SECOND)
    opened = writer()

    opened.desk.header.compare.click()
    view = compared(opened)

    before, after = view.sides
    assert marked(before) == ["red", "May"]
    assert marked(after) == ["white", "June"]
    formats = [
        [fragment.charFormat() for fragment in fragments(side) if fragment.text() in words]
        for side, words in ((before, ("red", "May")), (after, ("white", "June")))
    ]
    assert all(one.fontStrikeOut() for one in formats[0])
    assert all(one.fontUnderline() for one in formats[1])
    assert view.count.text() == "2 differences"


def fragments(side: Side) -> list:  # type: ignore[type-arg]  # Qt's fragments have no name here
    found = []
    block = side.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            found.append(at.fragment())
            at += 1
        block = block.next()
    return found


def test_f8_walks_the_differences_and_escape_leads_back(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    letter = write(text=FIRST)
    workspace.letters.keep_version(letter, "With roses")
    workspace.letters.set_text(letter, SECOND)
    opened = writer()
    opened.desk.header.compare.click()
    view = compared(opened)
    assert view.sides[1].hasFocus()

    opened.key(Qt.Key.Key_F8)
    assert view.count.text() == "1 of 2 differences"
    opened.key(Qt.Key.Key_F8)
    assert view.sides[1].textCursor().selectedText() == "June"
    opened.key(Qt.Key.Key_F8, SHIFT)
    assert view.sides[1].textCursor().selectedText() == "white"
    opened.key(Qt.Key.Key_Escape)

    assert opened.desk.isVisible()
    assert opened.editor.hasFocus()


def test_a_letter_that_was_never_kept_is_compared_with_what_it_began_as(
    writer: Open, write: Write
) -> None:
    write(text=FIRST)
    opened = writer()

    opened.desk.header.compare.click()

    view = compared(opened)
    assert "red" in " ".join(marked(view.sides[1]))


def test_the_last_letter_to_the_company_is_shown_beside_this_one(
    writer: Open, workspace: Workspace
) -> None:
    application = workspace.applications.add({"company": "Acme", "role": "Gardener"}).value
    for text in (FIRST, SECOND):
        letter = workspace.letters.draft(application, "Backend letter").value
        workspace.letters.set_text(letter, text)
    opened = writer()
    opened.page.open_letter(letter)
    opened.settle()

    opened.page.past.compare("last-to-company")

    assert marked(compared(opened).sides[0]) == ["red", "May"]


def test_where_no_other_letter_is_the_comparison_says_so(writer: Open, write: Write) -> None:
    write(text=FIRST)
    opened = writer()

    opened.page.past.compare("last-to-company")
    opened.settle()

    assert "no other letter" in opened.desk.banner.text


def test_what_is_being_typed_is_in_the_comparison(writer: Open, write: Write) -> None:
    write(text=FIRST)
    opened = writer()
    opened.put_cursor("roses")
    QTest.keyClicks(opened.editor, "climbing ")

    opened.desk.header.compare.click()

    assert "climbing" in compared(opened).sides[1].toPlainText()
