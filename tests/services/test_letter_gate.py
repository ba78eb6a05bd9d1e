"""What the gate is told by the workspace: aliases, past employers, contacts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.my_profile import MyProfile
from jobtracker.services.workspace import Workspace
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FakeClock()
    database = Database.open(
        tmp_path / "search.jobtracker", clock=clock, write=True, indexer=indexer()
    )
    with Workspace(database, clock) as opened:
        opened.letters.save_template("Ours", "Dear Sir,")
        yield opened


def added(workspace: Workspace, company: str, alias: str = "") -> int:
    application = workspace.applications.add({"company": company, "role": "Cook"}).value
    if alias:
        (known,) = (one for one in workspace.companies.all() if one.name == company)
        workspace.companies.edit(known.id, {"aliases": (alias,)})
    return application


def stopped_by(workspace: Workspace, application: int, text: str) -> list[tuple[str, str]]:
    letter = workspace.letters.draft(application, "Ours").value
    workspace.letters.set_text(letter, text)
    return [(one.rule, one.text) for one in workspace.letters.check(letter) if one.blocking]


def test_another_companys_alias_stops_a_letter_as_its_name_does(workspace: Workspace) -> None:
    added(workspace, "Globex International", alias="Globocorp")
    application = added(workspace, "Acme Robotics")

    found = stopped_by(workspace, application, "Dear Sir,\n\nAcme is nicer than Globocorp.")

    assert found == [("other-company", "Globocorp")]


def test_an_alias_of_the_own_company_names_it(workspace: Workspace) -> None:
    application = added(workspace, "Acme Robotics", alias="Roboworks")

    assert stopped_by(workspace, application, "Dear Sir,\n\nI like Roboworks.") == []


def test_a_past_employer_of_the_profile_may_be_named(workspace: Workspace) -> None:
    added(workspace, "Initech")
    application = added(workspace, "Acme Robotics")
    text = "Dear Sir,\n\nAt Initech I led what Acme is looking for."
    before = stopped_by(workspace, application, text)

    workspace.me.save(MyProfile(past_employers=("Initech",)))

    assert before == [("other-company", "Initech")]
    assert stopped_by(workspace, application, text) == []


def test_a_reader_typed_for_a_letter_may_be_called_like_another_ones_contact(
    workspace: Workspace,
) -> None:
    elsewhere = added(workspace, "Globex International")
    workspace.contacts.add_to(elsewhere, {"name": "Anna Smith"})
    application = added(workspace, "Acme Robotics")
    text = "{{ salutation }}\n\nAcme is nice."
    letter = workspace.letters.draft(application, "Ours").value
    workspace.letters.set_text(letter, f"{text} Anna Smith said so.")
    before = [one.rule for one in workspace.letters.check(letter) if one.blocking]

    workspace.letters.set_values(letter, {"hiring_manager": "Ms Anna Smith"})

    assert before == ["other-contact"]
    assert "Dear Ms Smith," in workspace.letters.view(letter).composed().text
    assert workspace.letters.check(letter) == ()
    (row,) = (one for one in workspace.letters.listed() if one.id == letter)
    assert row.doubts == 0


@pytest.mark.parametrize(
    ("value", "rule"),
    [("Globex Hiring Team", "other-company"), ("[Hiring Manager]", "placeholder")],
)
def test_the_reader_typed_excuses_nothing_else(workspace: Workspace, value: str, rule: str) -> None:
    added(workspace, "Globex International")
    application = added(workspace, "Acme Robotics")
    letter = workspace.letters.draft(application, "Ours").value
    workspace.letters.set_text(letter, "{{ salutation }}\n\nAcme is nice.")

    workspace.letters.set_values(letter, {"hiring_manager": value})

    found = {one.rule for one in workspace.letters.check(letter) if one.blocking}
    assert found == {rule}
