"""Duties, qualifications and skills are ticked as what one can show, with where."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from jobtracker.ui.features.profiles.lines.model import CHECK, CHECKED
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver


def note_on(person: "Driver", part: str) -> str:
    return str(person.page.view.sections[part]._note.text())


def test_space_ticks_a_duty_and_clears_it_again(person: "Driver") -> None:
    profile = person.go_to("Python Developer")
    duties = person.enter("duties")

    person.press(Qt.Key.Key_Space)
    person.wait(lambda: duties.lines.lines[0].shown)

    assert note_on(person, "duties") == "Tick what you can show: 1 of 10"
    assert list(person.ask(lambda: person.space.profiles.ticks(profile.id)).values()) == [""]
    assert duties.lines.index(0, 0).data(CHECK) == CHECKED
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: not duties.lines.lines[0].shown)


def test_enter_asks_where_and_ticks(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties", 2)

    person.press(Qt.Key.Key_Return)
    person.type("Payments at Acme")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: duties.lines.lines[2].note == "Payments at Acme")

    line = duties.lines.lines[2]
    assert line.shown
    assert duties.lines.index(2, 0).data(ACCESSIBLE_TEXT) == f"{line.text}, where: Payments at Acme"
    assert duties.hasFocus()


def test_escape_leaves_a_note_as_it_was(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties")

    person.press(Qt.Key.Key_Return)
    person.type("Nowhere")
    person.press(Qt.Key.Key_Escape)

    assert duties.editor is None
    assert not duties.lines.lines[0].shown
    assert duties.hasFocus()


def test_a_click_on_the_box_ticks_and_one_on_the_words_does_not(person: "Driver") -> None:
    person.go_to("Python Developer")
    skills = person.page.view.lists["skills"]
    row = skills.visualRect(skills.lines.index(1, 0))

    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(skills.viewport(), left, pos=row.center())
    QTest.mouseClick(skills.viewport(), left, pos=row.topLeft() + QPoint(10, 12))
    person.wait(lambda: skills.lines.lines[1].shown)

    assert [line.shown for line in skills.lines.lines[:3]] == [False, True, False]


def test_arrows_walk_from_one_part_to_the_next(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties", 9)

    person.press(Qt.Key.Key_Down)
    qualifications = person.page.view.lists["qualifications"]
    assert qualifications.hasFocus()
    assert qualifications.currentIndex().row() == 0
    person.press(Qt.Key.Key_Up)

    assert duties.hasFocus()
    assert duties.currentIndex().row() == 9


def test_a_tick_is_undone_in_one_step(person: "Driver") -> None:
    person.go_to("Python Developer")
    duties = person.enter("duties")
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: duties.lines.lines[0].shown)

    person.undo()

    person.wait(lambda: not duties.lines.lines[0].shown)
