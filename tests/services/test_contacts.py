"""The people of a search: who they are, where they work, what part they have."""

from collections.abc import Callable

import pytest
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.contacts import Contact
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.services.workspace import Workspace


def add(workspace: Workspace, **fields: object) -> int:
    return workspace.contacts.add({"name": "Ana Ruiz", **fields}).value  # type: ignore[typeddict-item]


def test_a_name_is_enough_and_the_step_is_named_after_it(workspace: Workspace) -> None:
    done = workspace.contacts.add({"name": " Ana Ruiz "})

    assert done.label == "add contact Ana Ruiz"
    contact = workspace.contacts.get(done.value)
    assert contact == Contact(done.value, contact.uid, "Ana Ruiz")


def test_everything_said_of_a_contact_is_kept_as_typed(workspace: Workspace) -> None:
    fields = {
        "company": "Globex",
        "title": "Head of People",
        "email": "ana@globex.example",
        "phone": "+43 1 234",
        "url": "https://globex.example/ana",
        "notes": "  met at a fair\n",
    }
    contact = workspace.contacts.get(add(workspace, **fields))

    assert contact._asdict() == {"id": contact.id, "uid": contact.uid, "name": "Ana Ruiz", **fields}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "  "}, "The name is empty"),
        ({"email": "a\0b"}, "The e-mail address holds a character"),
        ({"company": "\ud800"}, "The company holds a character"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_stored(
    workspace: Workspace, fields: dict[str, str], words: str
) -> None:
    known = add(workspace)
    before = state(workspace)

    with pytest.raises(InvalidInputError, match=words):
        add(workspace, **fields)
    with pytest.raises(InvalidInputError, match=words):
        workspace.contacts.edit(known, fields)  # type: ignore[arg-type]

    assert state(workspace) == before


def test_an_edit_leaves_the_rest_and_a_company_can_be_taken_away(workspace: Workspace) -> None:
    key = add(workspace, company="Globex", title="Recruiter")

    workspace.contacts.edit(key, {"company": "", "phone": "12"})

    contact = workspace.contacts.get(key)
    assert (contact.company, contact.title, contact.phone) == ("", "Recruiter", "12")


def test_an_edit_that_changes_nothing_makes_no_step(workspace: Workspace) -> None:
    key = add(workspace, company="Globex")

    assert workspace.contacts.edit(key, {"company": "GLOBEX", "name": "Ana Ruiz"}).label == ""
    assert len(workspace.history.steps()) == 1


def test_one_contact_has_parts_in_several_applications(workspace: Workspace, acme: int) -> None:
    other = workspace.applications.add({"company": "Globex", "role": "Clerk"}).value
    ana, ben = add(workspace), add(workspace, name="Ben Okri")

    workspace.contacts.link(acme, ana, "Recruiter")
    workspace.contacts.link(acme, ben)
    workspace.contacts.link(other, ana, "Referrer")

    assert [(one.contact.name, one.part) for one in workspace.contacts.of(acme)] == [
        ("Ana Ruiz", "Recruiter"),
        ("Ben Okri", ""),
    ]
    assert workspace.contacts.applications_of(ana) == [other, acme]
    assert workspace.applications.view(acme).contacts == workspace.contacts.of(acme)


def test_linking_again_changes_the_part_alone(workspace: Workspace, acme: int) -> None:
    ana = add(workspace)
    workspace.contacts.link(acme, ana, "Recruiter")

    assert workspace.contacts.link(acme, ana, "Recruiter").label == ""
    workspace.contacts.link(acme, ana, "Hiring manager")

    assert [one.part for one in workspace.contacts.of(acme)] == ["Hiring manager"]


def test_unlinking_keeps_the_contact(workspace: Workspace, acme: int) -> None:
    ana = add(workspace)
    workspace.contacts.link(acme, ana)

    assert workspace.contacts.unlink(acme, ana).label == "unlink contact Ana Ruiz"
    assert workspace.history.steps(1)[0].label == "unlink contact Ana Ruiz"

    assert workspace.contacts.of(acme) == ()
    assert [contact.id for contact in workspace.contacts.all()] == [ana]


def test_a_new_person_is_put_on_an_application_in_one_step(workspace: Workspace, acme: int) -> None:
    done = workspace.contacts.add_to(acme, {"name": "Ana Ruiz"}, "Recruiter")

    (linked,) = workspace.contacts.of(acme)
    assert (linked.contact.id, linked.contact.company) == (done.value, "Acme Robotics")
    assert done.label == "add contact Ana Ruiz"
    workspace.history.undo()
    assert (workspace.contacts.of(acme), workspace.contacts.all()) == ((), [])


def test_the_same_name_at_the_same_company_is_the_same_person(
    workspace: Workspace, acme: int
) -> None:
    known = add(workspace, company="Acme Robotics", title="Recruiter", notes="met at a fair")
    again = workspace.contacts.add_to(
        acme, {"name": "ANA  RUÍZ", "phone": "12", "notes": "calls back"}
    ).value

    contact = workspace.contacts.get(known)
    assert again == known
    assert (contact.name, contact.title, contact.phone) == ("Ana Ruiz", "Recruiter", "12")
    assert contact.notes == "met at a fair\ncalls back"


def test_the_same_name_elsewhere_is_another_person(workspace: Workspace, acme: int) -> None:
    known = add(workspace, company="Globex")

    assert workspace.contacts.add_to(acme, {"name": "Ana Ruiz"}).value != known


@pytest.mark.parametrize("reference", ["ana ruiz", "1", " 1 "])
def test_a_contact_is_known_by_name_and_number(workspace: Workspace, reference: str) -> None:
    key = add(workspace)

    assert workspace.contacts.id_of(reference) == key == 1


@pytest.mark.parametrize("reference", ["Nobody", "7", ""])
def test_an_unknown_contact_is_refused_in_words(workspace: Workspace, reference: str) -> None:
    with pytest.raises(NotFoundError, match="There is no contact"):
        workspace.contacts.id_of(reference)


@pytest.mark.parametrize("name", ["get", "remove", "applications_of"])
def test_nothing_can_be_done_with_a_contact_that_is_gone(workspace: Workspace, name: str) -> None:
    with pytest.raises(NotFoundError, match="There is no contact"):
        getattr(workspace.contacts, name)(404)


def test_contacts_are_listed_by_name_whatever_its_case_and_accents(workspace: Workspace) -> None:
    for name in ("Zoe", "émile", "Ana", "ben"):
        add(workspace, name=name)

    assert [contact.name for contact in workspace.contacts.all()] == ["Ana", "ben", "émile", "Zoe"]


Act = Callable[[Workspace], object]
ACTS: dict[str, Act] = {
    "add": lambda w: w.contacts.add({"name": "Cy", "company": "New Ltd"}),
    "edit": lambda w: w.contacts.edit(1, {"name": "Cy", "company": "New Ltd", "notes": "x"}),
    "remove": lambda w: w.contacts.remove(1),
    "link": lambda w: w.contacts.link(2, 1, "Referrer"),
    "unlink": lambda w: w.contacts.unlink(1, 1),
    "add to": lambda w: w.contacts.add_to(2, {"name": "Cy", "notes": "x"}, "Referrer"),
    "delete an application": lambda w: w.applications.remove(1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything(workspace: Workspace, acme: int, act: Act) -> None:
    workspace.applications.add({"company": "Globex", "role": "Clerk"})
    workspace.contacts.add_to(acme, {"name": "Ana Ruiz"}, "Recruiter")

    undone_and_redone(workspace, act)
