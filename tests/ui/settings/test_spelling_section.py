"""Settings, Spelling: on or off, and the folder with dictionaries, as it stands in the window."""

from pathlib import Path

import pytest
from tests.support.window import Person

from jobtracker.ui.features.settings.page import SettingsPage
from jobtracker.ui.features.settings.spelling import SpellingSection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a dialog


def section(person: Person) -> SpellingSection:
    person.presses("Ctrl+,")
    page = person.window.page
    assert isinstance(page, SettingsPage)
    page.open_section("spelling")
    person.settle()
    (found,) = page.findChildren(SpellingSection)
    return found


def test_checking_is_switched_off_and_stays_off(person: Person) -> None:
    section(person).switch.click()
    person.settle()
    person.leaves()

    person.starts()

    assert not section(person).switch.isChecked()


def test_a_folder_without_a_dictionary_is_said_and_can_be_forgotten(
    person: Person, tmp_path: Path
) -> None:
    shown = section(person)

    shown.choose.click()
    dialog = person.file_dialog()
    assert dialog is not None
    dialog.close()
    shown.folder_chosen.put(str(tmp_path))
    person.settle()
    assert person.sees("No dictionary for a letter's language lies in")
    shown.forget.click()
    person.settle()

    assert person.sees("English comes along")


def test_a_folder_with_a_dictionary_is_shown(person: Person, tmp_path: Path) -> None:
    (tmp_path / "de_DE.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "de_DE.dic").write_text("1\nBrief\n", "utf-8")

    section(person).folder_chosen.put(str(tmp_path))
    person.settle()

    assert section(person).choose.accessibleDescription() == str(tmp_path)
