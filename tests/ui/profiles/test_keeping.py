"""Notes, the archive, and files: what a person keeps about profiles."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from jobtracker.domain.errors import StoppedError
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.ui.features.profiles.contract import Export, Run
from jobtracker.ui.features.profiles.unfinished import Unfinished
from jobtracker.ui.features.profiles.words import mark_of

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver

FRAMEWORK = """role,role description,role level,skill,skill level
Data engineer,Moves data,Data engineer,Communicating,working
Data engineer,Moves data,Senior data engineer,Communicating,practitioner
"""


def test_notes_store_themselves_when_one_leaves_them(person: "Driver") -> None:
    profile = person.go_to("Accountant")
    notes = person.page.view.notes
    notes.setFocus()
    person.type("Ask Jane about month ends")

    person.press(Qt.Key.Key_Tab)

    person.wait(lambda: person.shown is not None and person.shown.notes != "")
    person.go_to("Python Developer")
    assert notes.value() == ""
    person.go_to("Accountant")
    assert notes.value() == "Ask Jane about month ends"
    assert person.ask(lambda: person.space.profiles.load(profile.id)).origin == "library"


def test_notes_being_typed_are_stored_when_another_profile_is_chosen(person: "Driver") -> None:
    accountant = person.go_to("Accountant")
    person.page.view.notes.setFocus()
    person.type("Half a thought")

    person.go_to("Python Developer")

    kept = person.ask(lambda: person.space.profiles.load(accountant.id))
    assert kept.notes == "Half a thought"
    assert person.page.view.notes.value() == ""


def test_notes_of_a_program_that_was_killed_come_back(person: "Driver") -> None:
    profile = person.go_to("Accountant")
    view = person.page.view
    unfinished = Unfinished(view, person.commander, person.space)
    person.ask(lambda: None)
    view.notes.setFocus()
    person.type("Not lost")
    unfinished.flush()
    kept = person.ask(person.space.drafts.all)
    delete(unfinished)
    view.notes.restore()

    again = Unfinished(view, person.commander, person.space)
    person.ask(lambda: None)

    assert kept == {f"profile/{profile.id}/notes": "Not lost"}
    assert view.notes.value() == "Not lost"
    assert view.notes.is_unsaved
    again.deleteLater()


def test_an_archived_profile_leaves_the_list_until_it_is_wished_for(person: "Driver") -> None:
    person.go_to("Accountant")
    person.page.act("archive")
    person.wait(lambda: "Accountant" not in person.titles())
    assert person.toasts == ["Accountant archived"]

    person.page.side.show_archived()
    person.go_to("Accountant")
    person.page.act("archive")

    person.wait(lambda: person.shown is not None and not person.shown.archived)
    assert "Accountant" in person.titles()


def test_a_profile_is_written_to_a_file_and_read_back(person: "Driver", tmp_path: Path) -> None:
    profile = person.go_to("Accountant")
    file = tmp_path / "accountant.json"

    person.page.intents.exported.put(Export(profile.id, file))
    person.wait(lambda: person.toasts == ["Written to accountant.json"])
    assert "Accountant" in json.dumps(json.loads(file.read_text("utf-8")))
    person.page.intents.opened.put((file,))

    assert person.wait_for("Accountant", "own").duties == profile.duties


def test_a_framework_brings_a_profile_for_each_role(person: "Driver", tmp_path: Path) -> None:
    file = tmp_path / "framework.csv"
    file.write_text(FRAMEWORK, "utf-8")

    person.page.intents.opened.put((file,))
    person.wait(lambda: person.toasts == ["2 profiles imported"])

    assert person.page.banner.text == ""


def test_a_thousand_profiles_are_listed_and_filtered_without_a_widget_each(
    person: "Driver",
) -> None:
    person.ask(lambda: _store(person, 1000))
    person.ask(lambda: None)
    person.page.intents.selected.put(person.page.model.all[0].id)
    rows = person.ask(person.space.profiles.summaries)

    person.page.show_rows(rows)
    person.page.side.filter.setText("keeper 77")

    assert len(person.page.model.all) >= 1000
    assert all("77" in title for title in person.titles())
    assert person.page.side.list.findChildren(type(person.page.banner)) == []


def _store(person: "Driver", count: int) -> None:
    pay = Pay(5_000_000, 9_000_000, "USD", Period.YEAR)
    from jobtracker.storage import profiles

    with person.space.database.write("many") as tx:
        for number in range(count):
            profile = RoleProfile(title=f"Keeper {number}", salaries=(SalaryRange("", pay),))
            profiles.insert(tx.session, profile, person.space.clock.now())


def test_a_profile_of_535_other_titles_shows_the_first_and_all_on_wish(person: "Driver") -> None:
    titles = tuple(f"Keeper of light {number}" for number in range(535))
    key = person.ask(
        lambda: person.space.profiles.store(RoleProfile(title="Keeper", alternates=titles))
    ).value
    rows = person.ask(person.space.profiles.summaries)
    person.page.show_rows(rows)
    person.page.open_item(key)
    person.wait_for("Keeper")
    others, section = person.page.view.lists["alternates"], person.page.view.sections["alternates"]

    assert others.lines.rowCount() == 12
    assert section.all.text() == "Show all 535"
    section.all.click()

    assert others.lines.rowCount() == 535
    assert not section.all.isVisible()
    assert others.currentIndex().row() == 12


def test_the_list_tells_what_was_imported_from_what_is_one_s_own(
    person: "Driver", orchard: str
) -> None:
    person.paste(orchard)
    person.wait_for("Orchard Manager")
    person.commander.change(
        lambda: person.space.profiles.store(RoleProfile(title="Lighthouse Keeper"))
    )
    person.wait(lambda: "Lighthouse Keeper" in person.titles())

    marks = {row.title: mark_of(row) for row in person.page.model.all}

    assert marks["Orchard Manager"] == "Imported"
    assert marks["Lighthouse Keeper"] == "Yours"
    assert marks["Python Developer"] == ""


def test_an_import_that_takes_its_time_is_counted_and_can_be_stopped(person: "Driver") -> None:
    banner, run = person.page.banner, Run()

    banner.begin("Reading many.csv", run)
    person.wait(lambda: banner.text == "Reading many.csv")
    assert run.note(3, 400)
    person.wait(lambda: banner.text == "Reading many.csv, 3 of 400 profiles")
    banner.button.click()

    assert banner.text == "Reading many.csv, stopping"
    assert not run.note(4, 400)
    banner.end()
    assert banner.text == ""


def test_a_stopped_import_stores_none_of_its_profiles(person: "Driver", tmp_path: Path) -> None:
    file = tmp_path / "framework.csv"
    file.write_text(FRAMEWORK)
    before = person.ask(person.space.profiles.summaries)

    def halfway(done: int, _total: int) -> bool:
        return done == 0

    def stopped() -> str:
        with pytest.raises(StoppedError) as caught:
            person.space.profiles.import_files((file,), watch=halfway)
        return str(caught.value)

    assert person.ask(stopped) == "The import was stopped. No profile of it was stored."
    assert person.ask(person.space.profiles.summaries) == before
