"""The palette and the saved views in the whole program, by keyboard alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stock") / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        add = workspace.applications.add
        for company, role in (("First Hive", "Beekeeper"), ("Second Hive", "Beekeeper")):
            add({"company": company, "role": role})
        closed = add({"company": "Old Mill", "role": "Miller"}).value
        workspace.contacts.add_to(closed, {"name": "Ada Flour"}, "Recruiter")
        workspace.saved_views.save("Hives", ListQuery(text="hive"))
        workspace.saved_views.save("Everything", ListQuery(scope=ALL))
    return file


@pytest.fixture
def person(stocked: Path, tmp_path: Path, theme: Theme) -> Iterator[Person]:
    file = tmp_path / stocked.name
    shutil.copyfile(stocked, file)
    somebody = Person(file, theme)
    somebody.starts()
    yield somebody
    somebody.leaves()


def selected(person: Person) -> int | None:
    return person.desktop.pages.applications.selected_id()


def id_of(person: Person, company: str) -> int:
    found: list[int] = []
    workspace = person.desktop._workspace
    assert workspace is not None
    person.desktop.commander.read(
        lambda: [row.id for row in workspace.lists.rows() if row.company == company], found.extend
    )
    person.settle()
    return found[0]


def walk_to_view(person: Person, name: str) -> None:
    """Go down the sidebar by arrow keys."""
    person.window.sidebar.focus_current()
    while person.at != name:
        person.presses("Down")


def test_what_is_found_opens_on_its_page_from_anywhere(person: Person) -> None:
    person.presses("Ctrl+4", "Ctrl+K")
    person.types("second")
    person.presses("Return")

    assert person.page == "Applications"
    assert selected(person) == id_of(person, "Second Hive")
    person.presses("Alt+Left")
    assert person.page == "Salary"
    person.presses("Alt+Right")
    assert selected(person) == id_of(person, "Second Hive")


def test_back_returns_to_what_was_selected(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types("second")
    person.presses("Return", "Ctrl+K")
    person.types("first")
    person.presses("Return")
    assert selected(person) == id_of(person, "First Hive")

    person.presses("Alt+Left")

    assert selected(person) == id_of(person, "Second Hive")


def test_a_command_runs_on_the_application_that_was_found(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types("second")
    person.presses("Down", "Return")

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert selected(person) == id_of(person, "Second Hive")
    menu.close()
    person.presses("Ctrl+K")
    person.types("first")
    person.presses("Down", "Down", "Down", "Return")

    assert person.at == "Text"
    assert any("First Hive" in words for words in person.screen())
    person.presses("Esc")


def test_a_contact_leads_to_its_application(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types("ada fl")
    person.presses("Return")

    assert selected(person) == id_of(person, "Old Mill")
    assert person.sees("Ada Flour")


def test_a_stage_and_a_company_narrow_the_list(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types("@old")
    person.presses("Return")
    assert person.desktop.pages.applications.panel.query.conditions[0].value == "Old Mill"

    person.presses("Ctrl+K")
    person.types("#saved")
    person.presses("Return")
    assert person.desktop.pages.applications.panel.query.standings == ("saved",)


def test_words_that_are_nowhere_become_a_new_application(person: Person) -> None:
    person.presses("Ctrl+K")
    person.types("Zirconia Labs")
    person.presses("Return")

    assert person.value_of("Company") == "Zirconia Labs"
    person.presses("Esc")


def test_a_saved_view_is_opened_from_the_sidebar_and_from_the_palette(person: Person) -> None:
    panel = person.desktop.pages.applications.panel
    views = person.window.views
    person.waits_until(lambda: [entry.size for entry in views.entries] == [2, 3])
    assert [entry.name for entry in views.entries] == ["Hives", "Everything"]

    person.presses("Ctrl+3", "Ctrl+K")
    person.types("hives")
    person.presses("Return")
    assert (person.page, panel.query.text) == ("Applications", "hive")
    assert [row.isChecked() for row in views.rows()] == [True, False]

    walk_to_view(person, "Everything, 3")
    person.presses("Space")
    assert panel.query.scope == ALL
    walk_to_view(person, "Everything, 3")
    person.presses("Alt+Up")
    assert [entry.name for entry in views.entries] == ["Everything", "Hives"]


def test_undo_says_what_it_took_back(person: Person) -> None:
    before = person.rows("Applications")
    person.presses("Down", "Del")
    assert len(person.rows("Applications")) == len(before) - 1

    person.presses("Ctrl+Z")

    assert person.toast.startswith("Undone: delete ")
    assert person.rows("Applications") == before


def test_a_key_that_was_changed_in_the_settings_is_heard_after_a_restart(person: Person) -> None:
    person.window.actions_book.set_keys("go salary", ["Ctrl+Shift+J"])
    person.leaves()
    person.starts()

    person.presses("Ctrl+4")
    assert person.page == "Applications"
    person.presses("Ctrl+Shift+J")

    assert person.page == "Salary"
