"""No draft is mixed with another posting, and none is lost to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.ui.adding.conftest import CONTROL, POSTING, SHIFT, Capture

from jobtracker.services.workspace import Workspace

pytestmark = pytest.mark.usefixtures("undressed")

OTHER = "Baker\nWheat Hall, Leeds\n\nWe look for a baker. Salary: £24,000 to £26,000 a year.\n"


def bring_back(capture: Capture) -> None:
    QTest.mouseClick(capture.sheet.side.banner.button, Qt.MouseButton.LeftButton)
    capture.read()


def test_a_posting_pasted_into_a_field_is_read_and_the_field_is_none_of_it(
    capture: Capture,
) -> None:
    capture.desk.key(Qt.Key.Key_N, CONTROL)
    capture.copy(POSTING)

    capture.desk.key(Qt.Key.Key_V, CONTROL)
    capture.read()

    assert (capture.draft.role, capture.draft.posting) == ("Senior Python Developer", POSTING)


def test_a_word_pasted_into_a_field_stays_a_word(capture: Capture) -> None:
    capture.desk.key(Qt.Key.Key_N, CONTROL)
    capture.copy("Gardener")

    capture.desk.key(Qt.Key.Key_V, CONTROL)

    assert (capture.draft.role, capture.draft.posting) == ("Gardener", "")


def test_a_role_as_long_as_a_text_is_refused(capture: Capture, workspace: Workspace) -> None:
    capture.desk.key(Qt.Key.Key_N, CONTROL)
    capture.field("role").setText("x" * 201)
    capture.field("company").setText("Rose Park")

    capture.desk.key(Qt.Key.Key_Return, CONTROL)

    said = "The role has 201 characters. Use 200 at most."
    assert capture.sheet.form.field("role").error == said
    assert workspace.lists.rows() == []


def test_every_draft_put_aside_comes_back(capture: Capture) -> None:
    for name in ("First", "Second"):
        capture.paste(POSTING)
        capture.field("company").setText(name)
        capture.desk.key(Qt.Key.Key_Escape)
        capture.paste(OTHER)
        capture.desk.key(Qt.Key.Key_Escape)
    capture.desk.capturing.open()

    seen = []
    for _ in range(2):
        bring_back(capture)
        seen.append(capture.draft.company)

    assert seen == ["Second", "First"]


def test_a_refused_paste_changes_nothing(capture: Capture) -> None:
    capture.paste(POSTING)
    before = capture.draft
    capture.copy("We look for bakers. " * 10_000)

    capture.desk.key(Qt.Key.Key_V, CONTROL | SHIFT)
    capture.read()
    assert capture.draft == before
    capture.sheet.side.edit.setFocus()
    capture.desk.key(Qt.Key.Key_V, CONTROL)
    capture.read()

    assert capture.draft == before
    assert capture.sheet.side.banner.text.startswith("The text has more than")


def test_another_posting_puts_the_typed_draft_of_the_open_sheet_aside(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    capture.field("location").setText("Anywhere")
    capture.copy(OTHER)

    capture.desk.key(Qt.Key.Key_V, CONTROL | SHIFT)
    capture.read()

    assert (capture.draft.role, capture.draft.location) == ("Baker", "Leeds")
    assert "was put aside" in sheet.side.banner.text
    assert not sheet.side.edit.document().isUndoAvailable()
    bring_back(capture)
    assert (capture.draft.location, capture.draft.posting) == ("Anywhere", POSTING)


def test_start_over_empties_the_sheet_until_it_is_brought_back(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    before = capture.draft
    over = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Start over")

    QTest.mouseClick(over, Qt.MouseButton.LeftButton)
    capture.desk.settle()
    assert capture.draft.is_empty
    assert sheet.count == ""
    bring_back(capture)

    assert capture.draft == before


def test_a_date_nobody_decided_is_asked_before_it_is_left_out(
    capture: Capture, workspace: Workspace
) -> None:
    sheet = capture.paste("Baker\nWheat Hall\n\nApplication deadline: 03/12/2026\n")
    capture.field("company").setText("Wheat Hall")

    capture.desk.key(Qt.Key.Key_Return, CONTROL)
    assert "Choose one" in sheet.form.field("deadline").error
    assert capture.field("deadline").hasFocus()
    capture.desk.key(Qt.Key.Key_Return, CONTROL)

    assert len(workspace.lists.rows()) == 1
    assert capture.desk.window.toast.text == "Baker at Wheat Hall added without its deadline"


def test_with_the_text_goes_what_was_only_read_of_it(capture: Capture) -> None:
    sheet = capture.paste(POSTING)
    capture.field("location").setText("Anywhere")

    sheet.side.edit.selectAll()
    sheet.side.edit.textCursor().removeSelectedText()
    capture.desk.settle()

    draft = capture.draft
    assert (draft.role, draft.pay, draft.location) == ("", "", "Anywhere")
    assert sheet.count == ""
