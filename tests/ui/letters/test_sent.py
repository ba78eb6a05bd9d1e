from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from tests.ui.letters.conftest import Writer

from jobtracker.services.workspace import Workspace

pytestmark = pytest.mark.usefixtures("undressed")

Open = Callable[[], Writer]
Write = Callable[..., int]
READY = "Dear team,\n\nI grow things for Wingtip Payments.\n\nKind regards,\n\nAda"


def sent_and_open(writer: Open, write: Write, workspace: Workspace) -> tuple[Writer, int]:
    letter = write(text=READY)
    workspace.letters.sent(letter)
    return writer(), letter


def test_a_sent_letter_says_when_and_keeps_its_look(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    opened, letter = sent_and_open(writer, write, workspace)

    assert opened.desk.header.saved.text() == "Sent 22 Nov"
    assert opened.state_of(letter).endswith("Sent 22 Nov")
    assert not opened.desk.preview.bar.look_button.isEnabled()


def test_typing_in_a_sent_letter_begins_a_new_draft_without_a_break(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    opened, letter = sent_and_open(writer, write, workspace)
    opened.put_cursor("things")

    opened.type("many ")
    opened.wait_until_saved()
    opened.type("red ")
    opened.wait_until_saved()

    assert workspace.letters.view(letter).text == READY
    (draft,) = [one.id for one in workspace.letters.listed() if one.id != letter]
    assert workspace.letters.view(draft).text == READY.replace("things", "many red things")
    assert opened.desk.draft is not None
    assert opened.desk.draft.id == draft
    assert opened.page.list.letters.selected().id == draft
    assert "stays as it was" in opened.desk.notice.text
    assert opened.desk.header.saved.text().startswith("Saved ")


def test_a_new_draft_begun_by_a_slip_is_taken_back(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    opened, letter = sent_and_open(writer, write, workspace)
    opened.put_cursor("things")
    opened.type("x")
    opened.wait_until_saved()

    opened.desk.notice.button.click()
    opened.settle()

    assert [one.id for one in workspace.letters.listed()] == [letter]
    assert opened.editor.source() == READY
    assert opened.desk.header.saved.text() == "Sent 22 Nov"
    opened.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(workspace.letters.listed()) == 2


def test_the_letter_that_was_sent_can_be_written_on_twice(
    writer: Open, write: Write, workspace: Workspace
) -> None:
    opened, letter = sent_and_open(writer, write, workspace)
    for word in ("one ", "two "):
        opened.page.open_letter(letter)
        opened.settle()
        opened.put_cursor("things")
        opened.type(word)
        opened.wait_until_saved()

    texts = {workspace.letters.view(one.id).text for one in workspace.letters.listed()}
    assert texts == {
        READY,
        READY.replace("things", "one things"),
        READY.replace("things", "two things"),
    }
