"""Journey 3 of the design: an offer comes, and a moment later one sees where it stands."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from tests.support.window import Person
from tests.ui.conftest import sample

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields

__all__ = ["sample"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # real menus


@pytest.fixture
def somebody(person: Person, sample: Path) -> Person:
    """The sample search is open at Applications."""
    shutil.copy(sample, person.file)
    person.starts()
    person.presses("Ctrl+2")
    return person


def heard(person: Person) -> str:
    """What a screen reader says of the place where the keyboard is in a chart."""
    focused = QApplication.focusWidget()
    said = QAccessible.queryAccessibleInterface(focused) if focused is not None else None
    item = said.focusChild() if said is not None else None
    return item.text(QAccessible.Text.Name) if item is not None else ""


class Counted:
    """Presses keys and types, and counts what a person did: typing one value is one action."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.actions = 0

    def presses(self, key: str) -> None:
        self.actions += 1
        self.person.presses(key)

    def types(self, text: str) -> None:
        self.actions += 1
        self.person.types(text)


def test_an_offer_is_compared_in_five_actions(somebody: Person) -> None:
    person, hands = somebody, Counted(somebody)
    company = "Mosaic Learning"
    person.walks_to(company)

    hands.presses("S")
    hands.presses("O")
    hands.types("128000")
    hands.presses("Return")
    hands.presses("C")

    person.waits_until(lambda: person.page == "Salary")
    person.waits_until(lambda: heard(person).startswith("Offer"))
    assert hands.actions == 5
    assert company in heard(person)
    assert "$128,000 a year" in heard(person)
    assert person.sees("Open offer")


def test_enter_on_the_offer_leads_back_to_its_application(somebody: Person) -> None:
    person = somebody
    person.walks_to("Northwind Data")
    person.presses("C")
    person.waits_until(lambda: heard(person).startswith("Offer, Northwind Data"))

    person.presses("Alt+Left")

    person.waits_until(lambda: person.page == "Applications")


def test_an_application_without_a_role_shows_the_official_figures(
    person: Person, sample: Path
) -> None:
    shutil.copy(sample, person.file)
    with open_workspace(person.file, write=True) as workspace:
        fields = ApplicationFields(company="Contoso Keys", role="Locksmith")
        workspace.applications.add(fields)
    person.starts()
    person.presses("Ctrl+2")
    person.walks_to("Contoso Keys")

    person.presses("C")

    person.waits_until(lambda: person.page == "Salary")
    person.waits_until(lambda: "Locksmith" in person.value_of("Roles to show"))
