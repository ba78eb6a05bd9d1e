"""My profile in the settings: each field is kept as soon as it is left."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from jobtracker.domain.my_profile import MyProfile, OwnField
from jobtracker.ui.features.settings.about_you import AboutYouSection
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel

W = TypeVar("W", bound=QWidget)
WEBER = MyProfile(
    name="Anna Weber",
    address=("Lindenweg 5", "10115 Berlin"),
    city="Berlin",
    own_fields=(OwnField("Driving licence", "class B"),),
)


class Shown:
    """The section in a window, with all it told."""

    def __init__(self, section: AboutYouSection) -> None:
        self.section = section
        self.told: list[MyProfile] = []
        section.edited.subscribe(self.told.append, owner=section)

    def line(self, name: str) -> QLineEdit:
        return next(f for f in self.all(QLineEdit) if f.accessibleName() == name)

    def lines(self, name: str) -> QPlainTextEdit:
        return next(f for f in self.all(QPlainTextEdit) if f.accessibleName() == name)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.all(PlainLabel))

    def types(self, field: QWidget, text: str) -> None:
        """Replace what stands in a field and leave it."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def all(self, kind: type[W]) -> list[W]:
        return [one for one in self.section.findChildren(kind) if one.isVisibleTo(self.section)]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Shown:
    section = AboutYouSection(theme)
    qtbot.addWidget(section)
    section.resize(800, 900)
    section.show_profile(WEBER)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return Shown(section)


def test_what_is_stored_is_shown(shown: Shown) -> None:
    assert shown.line("Name").text() == "Anna Weber"
    assert shown.lines("Address").toPlainText() == "Lindenweg 5\n10115 Berlin"
    assert shown.line("Value of the field").text() == "class B"


def test_a_field_is_kept_as_soon_as_it_is_left(shown: Shown) -> None:
    shown.types(shown.line("Phone"), "+49 30 555")

    assert [profile.phone for profile in shown.told] == ["+49 30 555"]
    assert shown.told[0]._replace(phone="", links=(), past_employers=()) == WEBER


def test_a_field_left_as_it_was_tells_nothing(shown: Shown) -> None:
    shown.types(shown.line("Name"), "Anna Weber")

    assert shown.told == []


def test_an_own_field_can_be_added(shown: Shown, qtbot: QtBot) -> None:
    shown.section.own.add_button.click()
    name = shown.section.own.findChildren(QLineEdit)[-2]
    value = shown.section.own.findChildren(QLineEdit)[-1]
    assert name.hasFocus()

    shown.types(name, "Notice period")
    shown.types(value, "a month")

    assert shown.told[-1].own_fields == (*WEBER.own_fields, OwnField("Notice period", "a month"))
    assert "{{ notice_period }} in letters" in shown.words()


def test_an_own_field_can_be_taken_out(shown: Shown) -> None:
    remove = shown.section.own.findChildren(IconButton)[0]
    assert remove.accessibleName() == "Remove Driving licence"

    remove.click()

    assert shown.told[-1].own_fields == ()


def test_an_own_field_with_the_name_of_another_is_refused(shown: Shown) -> None:
    shown.types(shown.line("Name of the field"), "Company")

    assert shown.told == []
    assert "There is a field “Company” already" in shown.words()


def test_a_row_without_a_name_survives_a_change_from_elsewhere(shown: Shown) -> None:
    shown.section.own.add_button.click()

    shown.section.show_profile(WEBER._replace(own_fields=(*WEBER.own_fields, OwnField("Visa", ""))))

    names = [f.text() for f in shown.all(QLineEdit) if f.accessibleName() == "Name of the field"]
    assert sorted(names) == ["", "Driving licence", "Visa"]
    assert shown.section.own.fields() == (*WEBER.own_fields, OwnField("Visa", ""))


def test_undo_elsewhere_takes_a_field_away_again(shown: Shown) -> None:
    shown.section.show_profile(MyProfile(name="Anna"))

    assert shown.line("Name").text() == "Anna"
    assert shown.section.own.fields() == ()


def test_the_section_says_which_fields_templates_use(shown: Shown) -> None:
    shown.section.show_uses({"your_name": 12, "location": 1, "driving_licence": 2})

    words = shown.words()
    assert "Used in 12 templates" in words
    assert "Used in 1 template\n" in words
    assert "As it follows “I work as”. No template uses it" in words
    assert "{{ driving_licence }} in letters, used in 2 templates" in words
