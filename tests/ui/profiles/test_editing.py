"""A profile is edited in its place; the library's stay, what was not touched stays exactly."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from jobtracker.domain.applications import ApplicationFields

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_editing_a_profile_of_the_library_makes_a_copy(person: "Driver") -> None:
    library = person.go_to("Accountant")
    person.page.side.list.setFocus()

    person.press(Qt.Key.Key_F2)
    person.press(Qt.Key.Key_End)
    person.type(" II")
    person.press(Qt.Key.Key_Return, CONTROL)
    copy = person.wait_for("Accountant II", "own")

    assert person.toasts == ["Accountant II saved as a copy of your own"]
    assert {"Accountant", "Accountant II"} <= set(person.titles())
    assert copy.salaries == library.salaries
    assert copy.salaries[0].percentiles.p50 is not None
    for part in ("glance", "duties", "qualifications", "related", "questions", "letter"):
        assert getattr(copy, part) == getattr(library, part)


def test_undo_after_an_edit_shows_the_library_s_again(person: "Driver") -> None:
    person.go_to("Accountant")
    person.page.edit()
    person.page.editor.texts["duties"].setPlainText("Count the beans")
    person.page.editor.save.click()
    person.wait_for("Accountant", "own")

    person.undo()

    person.wait_for("Accountant", "library")


def test_what_is_wrong_stands_under_its_field_and_nothing_is_lost(person: "Driver") -> None:
    person.go_to("Python Developer")
    person.page.edit()
    editor = person.page.editor
    editor.lines["title"].clear()
    editor.texts["summary"].setPlainText("My own words")
    editor.ranges.add.click()
    person.type("lead")
    editor.ranges._rows[-1].editors["pay"].setText("a lot")

    editor.save.click()

    assert editor.isVisible()
    assert "title is empty" in editor._form.field("title").error
    assert "This pay cannot be read" in editor.ranges._rows[-1].pay.error
    assert editor.lines["title"].hasFocus()
    assert editor.texts["summary"].value() == "My own words"
    assert editor.ranges.drafts()[-1].level == "lead"


def test_a_typed_pay_says_what_it_is_taken_for_and_is_saved(person: "Driver") -> None:
    person.go_to("Python Developer")
    person.page.edit()
    ranges = person.page.editor.ranges
    ranges.add.click()
    person.type("lead")
    person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Tab)
    person.type("$90/h")

    hint = ranges._rows[-1].pay.editor.accessibleDescription()
    person.press(Qt.Key.Key_Return, CONTROL)
    copy = person.wait_for("Python Developer", "own")

    assert hint == "$90.00 an hour, US dollars assumed"
    assert copy.salaries[-1].level == "lead"
    assert copy.salaries[-1].pay.low == 9000
    assert copy.salaries[-1].kind == "own"


def test_leaving_the_editor_keeps_what_was_typed(person: "Driver") -> None:
    person.go_to("Accountant")
    person.page.edit()
    person.page.editor.texts["summary"].setPlainText("Half a thought")
    person.page.editor.cancel.setFocus()

    person.press(Qt.Key.Key_Escape)

    assert person.page.view.isVisible()
    assert "The changes to Accountant are not saved." in person.page.banner.text
    person.page.banner.button.click()
    assert person.page.editor.isVisible()
    assert person.page.editor.texts["summary"].value() == "Half a thought"


def test_leaving_an_untouched_editor_says_nothing(person: "Driver") -> None:
    person.go_to("Accountant")
    person.page.edit()

    person.press(Qt.Key.Key_Escape)

    assert person.page.view.isVisible()
    assert person.page.banner.text == ""


def test_tab_walks_the_editor_from_top_to_bottom(person: "Driver") -> None:
    person.go_to("Accountant")
    person.page.edit()
    editor = person.page.editor

    person.press(Qt.Key.Key_Tab)
    assert editor.lines["category"].hasFocus()
    person.press(Qt.Key.Key_Tab)
    assert editor.texts["summary"].hasFocus()
    person.press(Qt.Key.Key_Tab)
    assert editor.ranges._rows[0].editors["level"].hasFocus()


def test_a_profile_of_one_s_own_is_deleted_and_comes_back(person: "Driver", orchard: str) -> None:
    person.paste(orchard)
    person.wait_for("Orchard Manager")
    person.page.side.list.setFocus()

    person.press(Qt.Key.Key_Delete)
    person.wait(lambda: "Orchard Manager" not in person.titles())
    assert person.toasts[-1] == "Orchard Manager deleted"
    person.undo()

    person.wait(lambda: "Orchard Manager" in person.titles())


def test_a_profile_of_the_library_cannot_be_deleted(person: "Driver") -> None:
    person.go_to("Accountant")

    assert "delete" not in dict(person.page.view.head.entries())


def test_a_profile_is_used_for_an_open_application(person: "Driver") -> None:
    space = person.space
    fields = ApplicationFields(company="Acme Robotics", role="Bean counter")
    key = person.ask(lambda: space.applications.add(fields)).value
    person.go_to("Accountant")

    person.page.view.head.use.click()
    person.wait(lambda: _sheet(person) is not None)
    person.type("acme")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait(lambda: bool(person.toasts))

    assert person.toasts == ["Accountant is now the reference role of Acme Robotics"]
    linked = person.ask(lambda: space.applications.view(key)).profile
    assert linked is not None
    assert linked.title == "Accountant"
    person.wait(
        lambda: person.page.view.shown is not None and person.page.view.shown.applications == 1
    )


def test_without_an_open_application_the_page_says_so(person: "Driver") -> None:
    person.page.view.head.use.click()

    person.wait(lambda: "no open application" in person.page.banner.text)


def _sheet(person: "Driver") -> object:
    from jobtracker.ui.features.profiles.use_sheet import UseSheet

    return person.page.window().findChild(UseSheet)
