"""A line of the page turns into a field; the library's profiles are copied by it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_f2_on_a_line_of_the_library_makes_a_copy_and_says_so(person: "Driver") -> None:
    library = person.go_to("Python Developer")
    person.enter("duties", 1)

    person.press(Qt.Key.Key_F2)
    person.type("Design interfaces")
    person.press(Qt.Key.Key_Return)
    copy = person.wait_for("Python Developer", "own")

    assert copy.duties[1] == "Design interfaces"
    assert copy.duties[0] == library.duties[0]
    assert person.toasts == ["Python Developer saved as a copy of your own"]
    assert person.page.view.lists["duties"].hasFocus()
    assert person.page.view.lists["duties"].currentIndex().row() == 1


def test_a_tick_and_its_note_follow_the_new_words(person: "Driver") -> None:
    profile = person.go_to("Python Developer")
    duty = profile.duties[0]
    person.commander.change(
        lambda: person.space.profiles.tick(profile.id, "duty", duty, note="At Acme")
    )
    duties = person.enter("duties")
    person.wait(lambda: duties.lines.lines[0].shown)

    person.press(Qt.Key.Key_F2)
    person.type("Build it")
    person.press(Qt.Key.Key_Return)
    person.wait_for("Python Developer", "own")

    assert duties.lines.lines[0].text == "Build it"
    assert duties.lines.lines[0].note == "At Acme"
    person.undo()
    person.wait_for("Python Developer", "library")
    assert duties.lines.lines[0].note == "At Acme"


def test_escape_restores_the_line(person: "Driver") -> None:
    profile = person.go_to("Python Developer")
    duties = person.enter("duties")

    person.press(Qt.Key.Key_F2)
    person.type("Nonsense")
    person.press(Qt.Key.Key_Escape)

    assert duties.lines.lines[0].text == profile.duties[0]
    assert duties.hasFocus()
    assert person.toasts == []


def test_insert_adds_a_line_below_and_delete_takes_it_away(person: "Driver", orchard: str) -> None:
    person.paste(orchard)
    before = person.wait_for("Orchard Manager").duties
    duties = person.enter("duties")

    person.press(Qt.Key.Key_Insert)
    person.type("Whistle to the trees")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: len(duties.lines.lines) == len(before) + 1)
    assert duties.lines.lines[1].text == "Whistle to the trees"

    duties.go_to(1)
    person.press(Qt.Key.Key_Delete)
    person.wait(lambda: person.shown is not None and person.shown.duties == before)


def test_an_added_line_that_stays_empty_is_none(person: "Driver", orchard: str) -> None:
    person.paste(orchard)
    before = person.wait_for("Orchard Manager").duties
    duties = person.enter("duties")

    person.press(Qt.Key.Key_Insert)
    person.press(Qt.Key.Key_Return)

    assert [line.text for line in duties.lines.lines] == list(before)


def test_a_fact_is_edited_with_its_label(person: "Driver", orchard: str) -> None:
    person.paste(orchard)
    label = person.wait_for("Orchard Manager").glance[0].label
    person.enter("glance")

    person.press(Qt.Key.Key_F2)
    person.type(f"{label}: A school of trees")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: person.shown is not None and person.shown.glance[0].value != "")

    person.wait(
        lambda: person.shown is not None and person.shown.glance[0].value == "A school of trees"
    )


def test_leaving_a_line_keeps_what_was_typed(person: "Driver", orchard: str) -> None:
    person.paste(orchard)
    person.wait_for("Orchard Manager")
    person.enter("duties")
    person.press(Qt.Key.Key_F2)
    person.type("Rest under a tree")

    person.press(Qt.Key.Key_Tab)

    person.wait(lambda: person.shown is not None and person.shown.duties[0] == "Rest under a tree")


def test_a_new_profile_is_typed_from_nothing(person: "Driver") -> None:
    person.page.act("new")
    person.type("Lighthouse Keeper")

    person.press(Qt.Key.Key_Return, CONTROL)
    profile = person.wait_for("Lighthouse Keeper", "own")

    assert profile.duties == ()
    assert person.toasts == ["Lighthouse Keeper added"]
