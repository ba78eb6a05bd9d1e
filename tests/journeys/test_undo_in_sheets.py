"""What a sheet over the window stores at once is taken back by Ctrl+Z, there and afterwards."""

import shutil
from pathlib import Path

import pytest
from tests.support.window import Person
from tests.ui.conftest import sample

__all__ = ["sample"]


@pytest.fixture
def somebody(person: Person, sample: Path) -> Person:
    """The sample search is open at Applications."""
    shutil.copy(sample, person.file)
    person.starts()
    person.presses("Ctrl+2")
    return person


def runs(person: Person, words: str) -> None:
    """Run the command whose words begin so."""
    command = person.command(words)
    assert command is not None
    command.trigger()
    person.settle()


def test_ctrl_z_takes_back_what_counts_for_a_comparison(somebody: Person) -> None:
    person = somebody
    runs(person, "Compare offers")
    person.tabs_to("Weight of Pay, 0 of 5")
    person.presses("4")
    assert person.at == "Weight of Pay, 4 of 5"
    person.presses("Tab", "3")

    person.presses("Ctrl+Z")
    assert person.at == "Weight of Equity, 0 of 5"
    assert person.toast == "Undone: weight of equity"

    person.presses("Escape", "Ctrl+Z")
    runs(person, "Compare offers")
    assert person.sees("Weight of Pay, 0 of 5")
    person.presses("Escape", "Ctrl+Shift+Z")
    runs(person, "Compare offers")
    assert person.sees("Weight of Pay, 4 of 5")


def test_ctrl_z_takes_back_the_reasons_of_a_negotiation(somebody: Person) -> None:
    person = somebody
    person.walks_to("Northwind Data")
    runs(person, "Negotiation sheet")
    person.types("Led the migration")
    person.presses("Tab", "Space")
    ticked = person.at

    person.presses("Ctrl+Z")
    assert person.toast == "Undone: reasons for more pay"
    assert person.at == ticked
    person.presses("Ctrl+Z")
    assert not person.sees("Led the migration")

    person.presses("Ctrl+Shift+Z", "Escape")
    runs(person, "Negotiation sheet")
    assert person.sees("Led the migration")


def test_what_is_being_typed_is_taken_back_before_any_change(somebody: Person) -> None:
    person = somebody
    person.walks_to("Northwind Data")
    runs(person, "Negotiation sheet")
    person.types("Led")

    person.presses("Ctrl+Z")

    assert not person.sees("Led")
    assert not person.toast.startswith("Undone")


def test_on_a_sheet_nothing_is_taken_back_that_was_done_before_it(somebody: Person) -> None:
    person = somebody
    person.presses("Ctrl+N")
    person.types("Head Baker")
    person.presses("Tab")
    person.types("Hillside Bakery")
    person.presses("Ctrl+Return")
    runs(person, "Compare offers")
    person.tabs_to("Weight of Pay, 0 of 5")
    person.presses("4", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")

    assert person.at == "Weight of Pay, 0 of 5"
    person.presses("Escape")
    assert person.sees("Hillside Bakery")
    person.presses("Ctrl+Z")
    person.waits_until(lambda: not person.sees("Hillside Bakery, Head Baker"))


def test_reasons_that_are_being_typed_are_kept_in_case_of_a_crash(somebody: Person) -> None:
    person = somebody
    person.walks_to("Northwind Data")
    runs(person, "Negotiation sheet")
    person.types("Led the migr")
    workspace = person.desktop._workspace
    assert workspace is not None
    kept: list[dict[str, str]] = []

    def looks() -> bool:
        person.desktop.commander.read(workspace.drafts.all, kept.append)
        person.settle()
        return any("Led the migr" in text for text in kept[-1].values())

    person.waits_until(looks)
