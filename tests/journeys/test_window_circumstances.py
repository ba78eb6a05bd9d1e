"""The window where the file or another program is not as usual."""

import subprocess
import sys
from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as driver
from tests.cli.terminal import start
from tests.support.window import Person, program_environment

from jobtracker.ui.features.unsaved.closing_sheet import ClosingSheet
from jobtracker.ui.widgets.sheet import Sheet


def add_in_terminal(person: Person, company: str, role: str) -> None:
    added = start("--workspace", str(person.file), "add", "--company", company, "--role", role)
    assert added.code == 0, added.err


def change_in_file(person: Person, statement: str) -> None:
    with closing(driver.connect(str(person.file), isolation_level=None)) as connection:
        connection.execute(statement)


def test_what_a_terminal_wrote_is_seen_on_coming_back_to_the_window(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+N")
    person.types("Beekeeper")
    person.presses("Tab")
    person.types("First Hive")
    person.presses("Ctrl+Return")

    add_in_terminal(person, "Second Hive", "Beekeeper")
    assert not person.sees("Second Hive")
    person.comes_back()

    assert person.sees("Second Hive")
    undo = person.command("Undo")
    assert undo is not None
    assert undo.text() == "Undo add Beekeeper"


@pytest.mark.parametrize("damage", ["truncated", "overwritten", "another file"])
def test_a_damaged_file_is_explained_and_left_as_it_is(person: Person, damage: str) -> None:
    add_in_terminal(person, "First Hive", "Beekeeper")
    whole = person.file.read_bytes()
    damaged = {
        "truncated": whole[: len(whole) // 2],
        "overwritten": whole[:4096] + b"\x00garbage" * 2048 + whole[20480:],
        "another file": b"%PDF-1.7 a letter that somebody renamed",
    }[damage]
    person.file.write_bytes(damaged)

    person.starts()

    assert person.window.isVisible()
    assert person.page == "Applications"
    assert person.sees("The file cannot be read as it is")
    assert person.sees("left exactly as it is.")
    assert person.sees("Rebuild what can be read")
    assert not person.sees("First Hive")
    person.presses("Ctrl+6", "Ctrl+3", "Ctrl+2")
    person.leaves()
    assert person.file.read_bytes() == damaged


def test_a_newer_workspace_can_be_read_and_says_why_no_more(person: Person) -> None:
    add_in_terminal(person, "First Hive", "Beekeeper")
    change_in_file(person, "UPDATE alembic_version SET version_num = 'ffffffffffff'")

    person.starts()

    assert "newer" in person.banner
    assert person.sees("First Hive")
    person.walks_to("First Hive")
    person.presses("S", "I")
    assert "newer" in person.banner
    assert not person.sees("Interview, 1 application")


def test_what_cannot_be_kept_is_said_in_its_sheet_and_asked_about_on_closing(
    person: Person,
) -> None:
    add_in_terminal(person, "First Hive", "Beekeeper")
    change_in_file(person, "UPDATE alembic_version SET version_num = 'ffffffffffff'")
    person.starts()

    person.presses("Ctrl+N")
    person.tabs_to("Company")
    person.types("Second Hive")
    person.tabs_to("Role")
    person.types("Keeper")
    person.presses("Ctrl+Return")
    sheet = person.room()
    assert isinstance(sheet, Sheet)
    assert "newer" in sheet.problem_said

    person.window.close()
    person.settle()
    assert person.window.isVisible()
    assert person.sees("Close without what you typed?")
    assert person.sees("Second Hive")
    person.presses("Ctrl+Return")
    assert person.room() is sheet
    assert person.value_of("Company") == "Second Hive"

    person.window.close()
    person.settle()
    asked = person.room()
    assert isinstance(asked, ClosingSheet)
    asked.go.click()
    assert not person.window.isVisible()


def test_a_second_start_raises_the_first_window_and_ends(person: Person) -> None:
    person.starts()
    person.window.showMinimized()
    person.settle()

    second = subprocess.Popen(
        [sys.executable, "-m", "jobtracker", "--workspace", str(person.file)],
        env=program_environment(person.file.parent),
    )
    person.waits_until(lambda: second.poll() is not None)

    assert second.returncode == 0
    assert not person.window.isMinimized()
    assert person.window.isActiveWindow()
    assert person.page == "Applications"


def test_pages_visited_while_the_workspace_is_still_closed_come_to_life(person: Person) -> None:
    person.starts("Ctrl+6", "Ctrl+3", "Ctrl+4", "Ctrl+6")

    assert person.page == "Roles and profiles"
    assert len(person.rows("Profiles")) >= 27
    assert person.banner == ""


def test_menus_that_are_always_shown_ask_nothing_of_a_workspace_not_yet_open(
    person: Person,
) -> None:
    person.starts()
    always = person.command("Menu bar always")
    assert always is not None
    always.trigger()
    person.leaves()

    person.starts()

    assert person.banner == ""
    assert not person.window.menuBar().isHidden()
