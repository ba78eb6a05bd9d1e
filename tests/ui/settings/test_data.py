"""Settings, Data, in the program: what can be done with everything at once, by keyboard alone."""

from pathlib import Path

import pytest
from tests.support.window import Person
from tests.support.workspaces import opened

from jobtracker.domain.listing import ListQuery
from jobtracker.ui.features.settings.data import DataSection
from jobtracker.ui.features.settings.data_deleted import DeletedSheet
from jobtracker.ui.features.settings.data_wipe import WipeSheet
from jobtracker.ui.features.settings.page import SettingsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a dialog


def section(person: Person) -> DataSection:
    """The section, opened from wherever one is."""
    person.presses("Ctrl+,")
    page = person.window.page
    assert isinstance(page, SettingsPage)
    page.open_section("data")
    person.settle()
    (found,) = page.findChildren(DataSection)
    return found


def delete_first(person: Person, count: int = 1) -> list[str]:
    """Delete applications while the window is closed; their names, the first in the bin first."""
    person.leaves()
    with opened(person.file) as space:
        keys = space.lists.page(ListQuery()).rows[:count]
        for row in keys:
            space.applications.remove(row.id)
    person.starts()
    return [f"{row.company}, {row.role}" for row in reversed(keys)]


def run(person: Person, words: str) -> None:
    """Run a command of the menu by its words."""
    action = person.command(words)
    assert action is not None, words
    action.trigger()
    person.settle()


def chooses(person: Person, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = person.file_dialog()
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    person.window.activateWindow()
    person.settle()


def sheet(person: Person) -> DeletedSheet:
    (found,) = [one for one in person.window.findChildren(DeletedSheet) if one.isVisible()]
    return found


def test_what_was_deleted_comes_back_with_enter(person: Person) -> None:
    (name,) = delete_first(person)

    run(person, "Recently deleted…")
    person.waits_until(lambda: bool(sheet(person).rows.rows.rows))
    assert person.rows("Recently deleted")[0].startswith(f"{name}, Application")
    person.presses("Return")

    person.waits_until(lambda: not sheet(person).rows.rows.rows)
    assert person.toast == f"Restored {name}"
    assert person.sees("Nothing was deleted")
    person.presses("Escape", "Ctrl+Z")
    person.waits_until(lambda: person.sees("1 record, each kept for 90 days"))


def test_a_search_walks_into_the_list_and_several_come_back(person: Person) -> None:
    names = delete_first(person, 3)
    run(person, "Recently deleted…")
    person.waits_until(lambda: len(sheet(person).rows.rows.rows) == 3)

    sheet(person).search.setFocus()
    person.types(names[1].split(",")[0])
    assert [row.split(",")[0] for row in person.rows("Recently deleted")] == [
        names[1].split(",")[0]
    ]
    sheet(person).search.clear()
    person.presses("Down", "Ctrl+A", "Ctrl+Return")

    person.waits_until(lambda: not sheet(person).rows.rows.rows)
    assert person.toast == "Restored 3 records"


def test_deleting_for_good_asks_in_the_sheet_and_escape_takes_it_back(person: Person) -> None:
    delete_first(person)
    run(person, "Recently deleted…")
    person.waits_until(lambda: bool(sheet(person).rows.rows.rows))

    sheet(person).drop.click()
    assert person.at == "Delete for good"
    person.presses("Escape")
    assert not sheet(person).question.isVisible()
    assert sheet(person).rows.hasFocus()
    sheet(person).empty.click()
    assert "Delete the one record in here for good?" in sheet(person).question.text
    person.presses("Return")

    person.waits_until(lambda: not sheet(person).rows.rows.rows)
    assert sheet(person).question.text == "1 record deleted for good"
    assert list(person.file.with_name(f"{person.file.name}.backups").glob("*.db"))


def test_everything_is_exported_and_said_to_be_plain(person: Person, tmp_path: Path) -> None:
    shown = section(person)
    assert person.sees("The archive is not encrypted")
    target = tmp_path / "all.zip"

    shown.export.click()
    chooses(person, target)

    person.waits_until(target.exists)
    person.waits_until(lambda: "all.zip" in person.toast)
    assert "not encrypted" in person.toast
    assert shown.export.isEnabled()


def test_an_archive_shows_what_is_new_before_it_is_brought_in(
    person: Person, tmp_path: Path
) -> None:
    shown = section(person)
    target = tmp_path / "all.zip"
    shown.export.click()
    chooses(person, target)
    person.waits_until(lambda: "all.zip" in person.toast)
    (name,) = delete_first(person)

    run(person, "Import an archive…")
    chooses(person, target)
    person.waits_until(lambda: person.sees("Import all.zip"))
    assert person.sees("New here")
    person.presses("Ctrl+Return")

    person.waits_until(lambda: "records imported" in person.toast)
    person.presses("Ctrl+2")
    person.waits_until(lambda: any(name.split(",")[0] in row for row in person.screen()))


def test_a_file_that_is_no_archive_is_refused_in_words(person: Person, tmp_path: Path) -> None:
    section(person)
    wrong = tmp_path / "wrong.zip"
    wrong.write_bytes(b"PK no zip")

    run(person, "Import an archive…")
    chooses(person, wrong)

    person.waits_until(lambda: person.sees("wrong.zip"))
    assert section(person).importing.isEnabled()


def test_the_check_says_in_words_how_it_is(person: Person) -> None:
    shown = section(person)

    shown.check.click()

    person.waits_until(lambda: person.sees("The file is sound"))


def test_all_data_goes_once_the_word_is_typed(person: Person) -> None:
    shown = section(person)
    shown.delete.click()
    person.settle()
    (asked,) = person.window.findChildren(WipeSheet)
    assert not asked.go.isEnabled()
    assert person.sees("What stays:")

    asked.word.setFocus()
    person.types("Delete")
    assert asked.go.isEnabled()
    asked.go.click()

    person.waits_until(lambda: person.toast == "All data deleted")
    assert not person.window.toast.action.isVisible()
    person.presses("Ctrl+2")
    person.waits_until(lambda: person.sees("Paste a posting"))
    assert person.desktop.pages.applications.panel.model.rows == []


def test_once_all_data_is_gone_the_copy_saved_first_is_named(
    person: Person, tmp_path: Path
) -> None:
    section(person).delete.click()
    person.settle()
    (asked,) = person.window.findChildren(WipeSheet)

    asked.save.click()
    person.settle()
    chooses(person, tmp_path / "last copy.jobtracker")
    person.waits_until(lambda: person.sees("Saved and checked as last copy.jobtracker"))
    asked.word.setFocus()
    person.types("delete")
    asked.go.click()

    person.waits_until(lambda: person.toast == "All data deleted; the copy is last copy.jobtracker")
    assert not person.window.toast.action.isVisible()


def test_whatever_leads_to_a_section_puts_the_keyboard_on_its_row(person: Person) -> None:
    person.presses("Ctrl+1")
    run(person, "Check database")
    assert person.at == "Data"

    person.presses("Up", "Up")
    assert person.at == "Privacy"
    person.tabs_to("Delete all data…")
    person.presses("Space")

    assert person.at == "Data"
    assert person.sees("Check database")
