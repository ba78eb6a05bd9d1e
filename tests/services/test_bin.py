"""The bin: what was deleted is listed in a person's words, comes back whole, or goes for good."""

from datetime import date, timedelta

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import reopened, state

from jobtracker.domain.errors import ChangedSinceError, NotFoundError, NothingToUndoError
from jobtracker.domain.negotiation import Arguments
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.letters import DraftLine


@pytest.fixture
def rich(workspace: Workspace, acme: int) -> int:
    """Acme with a letter, a file, an interview, a contact, tags and notes; its id."""
    space = workspace
    space.applications.edit(acme, {"notes": "call back in May", "tags": ("remote", "dream")})
    space.letters.draft(acme)
    space.documents.add(acme, ("cv.txt", b"what I can do"))
    space.interviews.add(acme, {"starts": "2026-11-30 10:00", "kind": "video"})
    contact = space.contacts.add({"name": "Sam Roe", "company": "Acme Robotics"}).value
    space.contacts.link(acme, contact, "recruiter")
    space.log.move(acme, Stage.INTERVIEW)
    return acme


def letters(workspace: Workspace, application: int) -> list[DraftLine]:
    return [one for one in workspace.letters.lines() if one.application_id == application]


def names(workspace: Workspace) -> list[str]:
    return [one.name for one in workspace.bin.entries()]


def sound(workspace: Workspace) -> bool:
    return workspace.checking.check().problems == ()


def test_a_new_workspace_has_an_empty_bin(workspace: Workspace) -> None:
    assert workspace.bin.entries() == []


def test_an_application_is_listed_with_what_comes_back_with_it(
    workspace: Workspace, rich: int
) -> None:
    workspace.applications.remove(rich)

    (entry,) = workspace.bin.entries()

    assert (entry.kind, entry.name) == ("application", "Acme Robotics, Senior Python Developer")
    assert entry.holds == (("document", 1), ("interview", 1), ("letter", 1))
    assert entry.deleted_at.startswith("2026-11-22T09:00")
    assert entry.step == "delete application"


def test_what_was_deleted_comes_back_row_for_row(workspace: Workspace, rich: int) -> None:
    before = state(workspace)
    workspace.applications.remove(rich)
    (entry,) = workspace.bin.entries()

    done = workspace.bin.restore([entry.id])

    assert done.value.names == ("Acme Robotics, Senior Python Developer",)
    assert done.label == "restore Acme Robotics, Senior Python Developer"
    assert state(workspace) == before
    assert workspace.bin.entries() == []
    assert workspace.documents.contents(1) == b"what I can do"
    assert sound(workspace)


def test_bringing_back_is_a_step_that_can_be_undone(workspace: Workspace, rich: int) -> None:
    workspace.applications.remove(rich)
    gone = state(workspace)
    (entry,) = workspace.bin.entries()
    workspace.bin.restore([entry.id])
    back = state(workspace)

    workspace.history.undo()
    assert state(workspace) == gone
    assert names(workspace) == ["Acme Robotics, Senior Python Developer"]
    workspace.history.redo()

    assert state(workspace) == back
    assert workspace.bin.entries() == []


def test_one_of_many_deleted_at_once_comes_back_alone(workspace: Workspace) -> None:
    keys = [
        workspace.applications.add({"company": f"Firm {n}", "role": "Clerk", "tags": ("a",)}).value
        for n in range(30)
    ]
    workspace.applications.remove_many(keys)
    entry = next(one for one in workspace.bin.entries() if one.name == "Firm 7, Clerk")

    workspace.bin.restore([entry.id])

    assert workspace.applications.view(keys[7]).record.company == "Firm 7"
    assert workspace.applications.view(keys[7]).tags == ("a",)
    assert len(workspace.bin.entries()) == 29
    assert sound(workspace)


def test_a_search_finds_what_is_back(workspace: Workspace, rich: int) -> None:
    workspace.applications.remove(rich)
    assert workspace.search.find("Robotics Senior") == []

    workspace.bin.restore([workspace.bin.entries()[0].id])

    assert workspace.search.find("call back in May")


def test_a_letter_brings_the_application_it_needs(workspace: Workspace, rich: int) -> None:
    letter = letters(workspace, rich)[0].id
    workspace.letters.remove(letter)
    workspace.applications.remove(rich)
    entry = next(one for one in workspace.bin.entries() if one.kind == "letter")

    restored = workspace.bin.restore([entry.id]).value

    assert restored.along == ("Acme Robotics, Senior Python Developer",)
    assert [one.id for one in letters(workspace, rich)] == [letter]
    assert sound(workspace)


def test_what_was_deleted_on_its_own_stays_deleted(workspace: Workspace, rich: int) -> None:
    workspace.letters.remove(letters(workspace, rich)[0].id)
    workspace.applications.remove(rich)
    entry = next(one for one in workspace.bin.entries() if one.kind == "application")

    workspace.bin.restore([entry.id])

    assert letters(workspace, rich) == []
    assert [one.kind for one in workspace.bin.entries()] == ["letter"]


@pytest.mark.parametrize("first", ["application", "contact"])
@pytest.mark.parametrize("back_first", ["application", "contact"])
def test_a_link_comes_back_with_the_second_of_its_ends(
    workspace: Workspace, rich: int, first: str, back_first: str
) -> None:
    contact = workspace.contacts.of(rich)[0].contact.id
    steps = [
        lambda: workspace.applications.remove(rich),
        lambda: workspace.contacts.remove(contact),
    ]
    for step in steps if first == "application" else reversed(steps):
        step()

    for kind in (back_first, *({"application", "contact"} - {back_first})):
        entry = next(one for one in workspace.bin.entries() if one.kind == kind)
        workspace.bin.restore([entry.id])

    assert [one.contact.id for one in workspace.contacts.of(rich)] == [contact]
    assert sound(workspace)


def test_a_link_that_was_taken_away_by_hand_stays_away(workspace: Workspace, rich: int) -> None:
    contact = workspace.contacts.of(rich)[0].contact.id
    workspace.contacts.unlink(rich, contact)
    workspace.applications.remove(rich)

    workspace.bin.restore([workspace.bin.entries()[0].id])

    assert workspace.contacts.of(rich) == ()


def test_an_interview_counts_again(workspace: Workspace, rich: int) -> None:
    meeting = workspace.interviews.of(rich)[0]
    workspace.interviews.remove(meeting.id)
    (entry,) = workspace.bin.entries()
    assert entry.name.startswith("Video interview on 2026-11-30, Acme Robotics")

    workspace.bin.restore([entry.id])

    assert workspace.interviews.of(rich) == (meeting,)
    assert sound(workspace)


def test_a_template_is_again_that_of_its_letters(workspace: Workspace, acme: int) -> None:
    template = workspace.letters.save_template("Mine", "Dear {{ company }}").value
    letter = workspace.letters.draft(acme, "Mine").value
    workspace.letter_templates.remove(template)
    (entry,) = workspace.bin.entries()

    workspace.bin.restore([entry.id])

    assert workspace.letters.view(letter).template == "Mine"


def test_a_profile_comes_back_to_the_applications_without_another(
    workspace: Workspace, acme: int
) -> None:
    other = workspace.applications.add({"company": "Bolt", "role": "Clerk"}).value
    mine = workspace.profiles.store(RoleProfile(title="Mine", duties=("all",))).value
    workspace.profiles.store(RoleProfile(title="Theirs", duties=("all",)))
    for key in (acme, other):
        workspace.applications.edit(key, {"profile": "Mine"})
    workspace.profiles.remove(mine)
    workspace.applications.edit(other, {"profile": "Theirs"})

    workspace.bin.restore([workspace.bin.entries()[0].id])

    linked = [workspace.applications.view(key).profile for key in (acme, other)]
    assert [one.title for one in linked if one] == ["Mine", "Theirs"]
    assert sound(workspace)


def test_an_own_field_is_refused_while_there_is_another_of_its_name(workspace: Workspace) -> None:
    field = workspace.custom_fields.add("Visa", "text").value
    workspace.custom_fields.remove(field)
    workspace.custom_fields.add("visa", "text")
    before = state(workspace)
    (entry,) = workspace.bin.entries()

    with pytest.raises(ChangedSinceError, match="another own field has taken its place"):
        workspace.bin.restore([entry.id])

    assert state(workspace) == before


def test_what_is_not_in_the_bin_is_said(workspace: Workspace, acme: int) -> None:
    workspace.applications.remove(acme)
    (entry,) = workspace.bin.entries()
    workspace.bin.restore([entry.id])

    with pytest.raises(NotFoundError, match=f"nothing {entry.id} in the bin"):
        workspace.bin.restore([entry.id])


def test_what_was_deleted_stays_for_90_days_and_a_thousand_steps(
    workspace: Workspace, rich: int, clock: FakeClock
) -> None:
    other = workspace.applications.add({"company": "Bolt", "role": "Clerk"}).value
    before = state(workspace)["letter"]
    workspace.applications.remove(rich)
    for number in range(1_100):
        workspace.applications.edit(other, {"notes": f"step {number}"})
    clock.advance(timedelta(days=89))
    workspace.applications.edit(other, {"notes": "much later"})

    with reopened(workspace) as later:
        (entry,) = later.bin.entries()
        assert len(later.history.steps(limit=2_000)) <= 1_001
        later.bin.restore([entry.id])
        assert state(later)["letter"] == before
        assert later.documents.contents(1) == b"what I can do"
        assert sound(later)


def test_after_90_days_it_is_gone(workspace: Workspace, rich: int, clock: FakeClock) -> None:
    workspace.applications.remove(rich)
    clock.advance(timedelta(days=91))

    workspace.applications.add({"company": "Bolt", "role": "Clerk"})

    assert workspace.bin.entries() == []


def test_undo_never_reaches_what_is_only_kept_for_the_bin(workspace: Workspace, acme: int) -> None:
    other = workspace.applications.add({"company": "Bolt", "role": "Clerk"}).value
    workspace.applications.remove(acme)
    for number in range(1_010):
        workspace.applications.edit(other, {"notes": f"step {number}"})

    for _ in range(1_000):
        workspace.history.undo()

    with pytest.raises(NothingToUndoError):
        workspace.history.undo()
    assert names(workspace) == ["Acme Robotics, Senior Python Developer"]


def test_a_deletion_that_is_undone_leaves_the_bin(workspace: Workspace, rich: int) -> None:
    workspace.applications.remove(rich)
    workspace.history.undo()
    assert workspace.bin.entries() == []

    workspace.history.redo()
    assert names(workspace) == ["Acme Robotics, Senior Python Developer"]


def test_what_undo_took_away_is_kept_once_it_cannot_be_redone(
    workspace: Workspace, clock: FakeClock
) -> None:
    mine = workspace.applications.add({"company": "Bolt", "role": "Clerk"}).value
    workspace.applications.edit(mine, {"notes": "a long evening of work"})
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.bin.entries() == []

    workspace.applications.add({"company": "Nut", "role": "Clerk"})
    entry = next(one for one in workspace.bin.entries() if one.kind == "application")
    assert (entry.name, entry.step) == ("Bolt, Clerk", "undo add Clerk")
    workspace.bin.restore([entry.id])

    assert workspace.applications.view(mine).record.notes == "a long evening of work"
    assert sound(workspace)


def test_emptying_takes_everything_out_of_the_file(workspace: Workspace, rich: int) -> None:
    workspace.applications.edit(rich, {"notes": "the secret word is ZWEIUNDVIERZIG"})
    workspace.applications.remove(rich)
    path = workspace.database.path
    assert path is not None

    assert workspace.bin.forget(None).value == 1

    assert workspace.bin.entries() == []
    assert sound(workspace)
    with workspace.database.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT count(*) FROM journal_change WHERE before LIKE '%ZWEIUNDVIERZIG%' "
            "OR after LIKE '%ZWEIUNDVIERZIG%'"
        )
        assert rows.scalar() == 0
        kept = session.connection().exec_driver_sql("SELECT count(*) FROM blob").scalar()
    assert kept == 0


def test_one_entry_can_go_and_the_others_stay(workspace: Workspace) -> None:
    keys = [
        workspace.applications.add({"company": f"Firm {n}", "role": "Clerk"}).value
        for n in range(3)
    ]
    workspace.applications.remove_many(keys)
    first = workspace.bin.entries()[0]

    workspace.bin.forget([first.id])

    assert first.name not in names(workspace)
    assert len(names(workspace)) == 2
    with pytest.raises(NothingToUndoError, match="“delete for good” can't be undone"):
        workspace.history.undo()


def test_words_find_entries(workspace: Workspace, rich: int) -> None:
    other = workspace.applications.add({"company": "Café Müller", "role": "Clerk"}).value
    workspace.applications.remove_many([rich, other])

    assert [one.name for one in workspace.bin.entries("muller cafe")] == ["Café Müller, Clerk"]
    assert workspace.bin.entries("nobody") == []


def test_every_kind_is_named(workspace: Workspace, rich: int) -> None:
    workspace.pay_facts.add(rich, "stated", "$150,000", date(2026, 11, 20))
    deleted = [
        (lambda: workspace.documents.remove(workspace.documents.of(rich)[0].id), "cv.txt, Acme"),
        (lambda: workspace.contacts.remove(workspace.contacts.of(rich)[0].contact.id), "Sam Roe"),
    ]
    for act, _ in deleted:
        act()

    found = names(workspace)

    for _, name in deleted:
        assert any(one.startswith(name) for one in found), found


def test_what_one_argued_with_comes_back_with_its_application_and_goes_for_good_with_it(
    workspace: Workspace, rich: int
) -> None:
    said = Arguments("Led the canary migration", frozenset({"I can show: rust"}))
    workspace.negotiation.argue(rich, Arguments("Led the canary"))
    workspace.negotiation.argue(rich, said)
    workspace.applications.remove(rich)

    workspace.bin.restore([workspace.bin.entries()[0].id])
    assert workspace.negotiation.arguments(rich) == said

    workspace.applications.remove(rich)
    workspace.bin.forget(None)
    assert "canary" not in str(state(workspace))
    with workspace.database.read() as session:
        journal = session.connection().exec_driver_sql("SELECT before, after FROM journal_change")
        assert "canary" not in str(journal.all())
