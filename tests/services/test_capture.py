"""A posting is taken in as one step: the application, whom to turn to, and the link between."""

import pytest
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.contacts import ContactFields
from jobtracker.domain.errors import InvalidInputError
from jobtracker.services.workspace import Workspace

POSTING: ApplicationFields = {
    "company": "Globex",
    "role": "Data Engineer",
    "posting": "Globex looks for a Data Engineer. Write to Ana Ruiz.",
    "url": "https://globex.example/jobs/17",
}
ANA: ContactFields = {
    "name": "Ana Ruiz",
    "title": "Recruiter",
    "email": "ana@globex.example",
}


def test_the_application_has_the_contact_its_posting_names(workspace: Workspace) -> None:
    # Act
    done = workspace.capture.add(POSTING, ANA, "Recruiter")

    # Assert
    view = workspace.applications.view(done.value)
    (linked,) = view.contacts
    assert done.label == "add Data Engineer"
    assert (view.record.role, view.record.company) == ("Data Engineer", "Globex")
    assert view.record.posting == POSTING["posting"]
    assert (linked.contact.name, linked.contact.company, linked.part) == (
        "Ana Ruiz",
        "Globex",
        "Recruiter",
    )


def test_one_undo_takes_application_contact_and_link_back(workspace: Workspace) -> None:
    undone_and_redone(workspace, lambda later: later.capture.add(POSTING, ANA, "Recruiter"))


def test_without_a_contact_it_is_adding_an_application(workspace: Workspace) -> None:
    # Act
    done = workspace.capture.add(POSTING)

    # Assert
    assert workspace.applications.view(done.value).contacts == ()
    assert workspace.contacts.all() == []


@pytest.mark.parametrize(
    "met_again",
    [
        {"name": "ANA RUIZ"},
        {"name": "Ana R.", "email": "Ana@Globex.example"},
        {"email": "ana@globex.example"},
    ],
    ids=["by name", "by address", "by address alone"],
)
def test_somebody_known_is_linked_and_not_doubled(
    workspace: Workspace, met_again: ContactFields
) -> None:
    # Arrange
    known = workspace.contacts.add({**ANA, "company": "Globex", "phone": "+43 1 234"}).value

    # Act
    done = workspace.capture.add(POSTING, met_again)

    # Assert
    (contact,) = workspace.contacts.all()
    (linked,) = workspace.applications.view(done.value).contacts
    assert linked.contact == contact
    assert (contact.id, contact.name, contact.phone) == (known, "Ana Ruiz", "+43 1 234")


def test_a_recruiter_known_by_their_address_stays_at_their_agency(workspace: Workspace) -> None:
    # Arrange
    workspace.contacts.add({**ANA, "company": "Archer Search"})

    # Act
    workspace.capture.add(POSTING, ANA)

    # Assert
    (contact,) = workspace.contacts.all()
    assert contact.company == "Archer Search"


def test_the_same_name_elsewhere_is_somebody_else(workspace: Workspace) -> None:
    # Arrange
    workspace.contacts.add({"name": "Ana Ruiz", "company": "Initech"})

    # Act
    workspace.capture.add(POSTING, {"name": "Ana Ruiz"})

    # Assert
    assert {each.company for each in workspace.contacts.all()} == {"Initech", "Globex"}


def test_an_address_without_a_name_is_what_the_contact_is_called(workspace: Workspace) -> None:
    # Act
    workspace.capture.add(POSTING, {"name": "", "email": "jobs@globex.example"})

    # Assert
    (contact,) = workspace.contacts.all()
    assert contact.name == contact.email == "jobs@globex.example"


@pytest.mark.parametrize(
    ("fields", "contact"),
    [
        ({"company": "Globex", "role": " "}, ANA),
        ({"company": "", "role": "Data Engineer"}, ANA),
        (POSTING, {"title": "Recruiter"}),
        (POSTING, {"name": "Ana\0Ruiz"}),
    ],
    ids=["no role", "no company", "nobody", "a text that cannot be stored"],
)
def test_where_a_part_is_refused_nothing_is_stored(
    workspace: Workspace, fields: ApplicationFields, contact: ContactFields
) -> None:
    # Arrange
    before = state(workspace)

    # Act
    with pytest.raises(InvalidInputError):
        workspace.capture.add(fields, contact)

    # Assert
    assert state(workspace) == before
