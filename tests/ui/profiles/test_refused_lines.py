"""A line that cannot be stored, or that a killed program left half typed, is not lost."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from jobtracker.ui.features.profiles.lines.view import LineList
from jobtracker.ui.features.profiles.unfinished import Unfinished, line_draft
from jobtracker.ui.runtime.drafts import drafts_on

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver

UNFIT = "Design \ufffe interfaces"
"""Holds a noncharacter, which no database keeps."""


def keep(person: "Driver", lines: LineList, text: str) -> None:
    """Type a text that may hold what no key makes, and press Enter."""
    assert lines.editor is not None
    lines.editor.setPlainText(text)
    person.press(Qt.Key.Key_Return)


def test_a_refused_line_stays_in_its_field_with_the_reason(person: "Driver") -> None:
    before = person.go_to("Python Developer").duties
    duties = person.enter("duties", 1)
    person.press(Qt.Key.Key_F2)

    keep(person, duties, UNFIT)
    person.wait(lambda: duties.editor is not None)

    assert duties.editor is not None
    assert duties.editor.toPlainText() == UNFIT
    assert "U+FFFE" in duties.editor.accessibleDescription()
    assert duties.editor.hasFocus()
    keep(person, duties, "Design interfaces")
    copy = person.wait_for("Python Developer", "own")
    assert copy.duties == (before[0], "Design interfaces", *before[2:])


def test_escape_gives_a_refused_line_up(person: "Driver") -> None:
    before = person.go_to("Python Developer").duties
    duties = person.enter("duties", 1)
    person.press(Qt.Key.Key_F2)
    keep(person, duties, UNFIT)
    person.wait(lambda: duties.editor is not None)

    person.press(Qt.Key.Key_Escape)

    assert [line.text for line in duties.lines.lines] == list(before)
    assert duties.hasFocus()


def test_a_refused_new_line_stays_where_it_was_to_come(person: "Driver") -> None:
    before = person.go_to("Python Developer").duties
    duties = person.enter("duties", 1)
    person.press(Qt.Key.Key_Insert)
    keep(person, duties, UNFIT)
    person.wait(lambda: duties.editor is not None)

    keep(person, duties, "Mine")
    copy = person.wait_for("Python Developer", "own")

    assert copy.duties == (*before[:2], "Mine", *before[2:])
    assert duties.currentIndex().row() == 2


def test_a_refused_note_stays_in_its_field(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties", 1)
    person.press(Qt.Key.Key_Return)

    keep(person, duties, UNFIT)
    person.wait(lambda: duties.editor is not None)

    assert duties.editor is not None
    assert duties.editor.toPlainText() == UNFIT
    assert not duties.lines.lines[1].shown


def test_undoing_the_copy_leaves_the_keyboard_on_its_line(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties", 1)
    person.press(Qt.Key.Key_F2)
    keep(person, duties, "Design interfaces")
    person.wait_for("Python Developer", "own")

    person.undo()
    person.wait_for("Python Developer", "library")

    assert duties.hasFocus()
    assert duties.currentIndex().row() == 1


def test_an_added_line_is_the_one_to_go_on_from(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties", 1)

    person.press(Qt.Key.Key_Insert)
    keep(person, duties, "Mine")
    person.wait_for("Python Developer", "own")

    line = duties.current()
    assert line is not None
    assert line.text == "Mine"


def test_a_line_being_typed_when_the_program_was_killed_is_a_field_again(
    person: "Driver",
) -> None:
    profile = person.go_to("Accountant")
    view = person.page.view
    unfinished = Unfinished(view, person.commander, person.space)
    person.ask(lambda: None)
    duties = person.enter("duties", 2)
    person.press(Qt.Key.Key_F2)
    person.type("Half a thou")
    unfinished.flush()
    kept = person.ask(person.space.drafts.all)[f"profile/{profile.id}/line"]
    delete(unfinished)
    delete(drafts_on(person.commander, person.space.drafts))  # both end with the program
    person.press(Qt.Key.Key_Escape)
    person.ask(lambda: person.space.drafts.keep({f"profile/{profile.id}/line": kept}))
    person.page.side.list.setFocus()

    again = Unfinished(view, person.commander, person.space)
    person.wait(lambda: duties.editor is not None)

    assert duties.editor is not None
    assert duties.editor.toPlainText() == "Half a thou"
    assert QApplication.focusWidget() is person.page.side.list
    duties.editor.setFocus()
    person.press(Qt.Key.Key_Return)
    assert person.wait_for("Accountant", "own").duties[2] == "Half a thou"
    again.flush()
    assert person.ask(person.space.drafts.all) == {}


def test_a_field_that_came_back_waits_while_one_looks_elsewhere(person: "Driver") -> None:
    profile = person.go_to("Accountant")
    kept = json.dumps(["duties", "worded", 2, 0, "", profile.duties[2], "Half a thou"])
    person.ask(lambda: person.space.drafts.keep({f"profile/{profile.id}/line": kept}))
    person.page.side.list.setFocus()
    unfinished = Unfinished(person.page.view, person.commander, person.space)
    duties = person.page.view.lists["duties"]
    person.wait(lambda: duties.editor is not None)

    other = person.go_to("Python Developer")
    assert duties.editor is None
    assert [line.text for line in duties.lines.lines] == list(other.duties)
    person.go_to("Accountant")

    assert duties.editor is not None
    assert duties.editor.toPlainText() == "Half a thou"
    assert person.shown is not None
    assert person.shown.origin == "library"
    unfinished.deleteLater()


def test_a_draft_of_another_form_is_none() -> None:
    assert line_draft("duties") is None
    assert line_draft("[1, 2]") is None
    assert line_draft('["duties", "sung", 0, 0, "", "", ""]') is None
