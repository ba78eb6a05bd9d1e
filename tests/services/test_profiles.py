"""Importing a page, editing, copying from the library, taking away."""

from dataclasses import replace

import pytest
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError, UnreadableFileError
from jobtracker.domain.profiles import OWN, RoleProfile
from jobtracker.services.workspace import Workspace


def linked_to(workspace: Workspace, application: int) -> int | None:
    profile = workspace.applications.view(application).profile
    return profile.id if profile else None


def test_a_page_becomes_a_profile_of_ones_own(workspace: Workspace, orchard: str) -> None:
    done = workspace.profiles.import_page(orchard)

    profile = workspace.profiles.load(done.value)
    assert done.label == "import Orchard Manager"
    assert (profile.title, profile.category) == ("Orchard Manager", "Agriculture and Food")
    assert (profile.origin, profile.library_key, profile.source) == (OWN, None, "saved page")
    assert [fact.label for fact in profile.glance] == [
        "Typical education", "Typical experience", "Salary range", "Work setting (all year)",
    ]  # fmt: skip
    assert len(profile.duties) == 4
    assert [group.group for group in profile.qualifications] == [
        "Education", "Knowledge of the trade",
    ]  # fmt: skip
    levels = {s.level: (s.pay.low, s.pay.high) for s in profile.salaries if s.level}
    assert levels["mid"] == (58_000_00, 70_000_00)
    assert levels["senior"] == (75_000_00, 95_000_00)
    assert [role.title for role in profile.related] == [
        "Beekeeper", "Vineyard Manager", "Farm Accountant",
    ]  # fmt: skip
    assert profile.letter.startswith("{{ salutation }}\n")
    assert len(profile.questions) == 2
    assert len(profile.uid) == 36


def test_a_profile_is_shown_by_title_number_uid_and_key(workspace: Workspace) -> None:
    profile = workspace.profiles.show("python-developer")

    for reference in ("Python Developer", " PYTHON developer ", str(profile.id), profile.uid):
        assert workspace.profiles.show(reference) == profile


def test_the_list_counts_the_applications_of_each(workspace: Workspace, acme: int) -> None:
    summaries = {summary.title: summary for summary in workspace.profiles.summaries()}

    assert summaries["Python Developer"].applications == 1
    assert summaries["Accountant"].applications == 0
    whole = summaries["Python Developer"].range
    assert whole is not None
    assert (whole.pay.low, whole.pay.high) == (110_000_00, 165_000_00)
    titles = [summary.title.lower() for summary in workspace.profiles.summaries()]
    assert titles == sorted(titles)


def test_a_page_imported_again_brings_its_profile_up_to_date_and_keeps_the_links(
    workspace: Workspace, orchard: str
) -> None:
    first = workspace.profiles.import_page(orchard).value
    application = workspace.applications.add({"company": "A", "role": "Orchard Manager"}).value
    before = workspace.profiles.load(first)

    again = workspace.profiles.import_page(orchard.replace("$75K–$95K", "$80K–$99K")).value

    after = workspace.profiles.load(again)
    assert again == first
    assert linked_to(workspace, application) == first
    assert (after.uid, after.duties) == (before.uid, before.duties)
    benchmark = workspace.applications.benchmark_for(first, "Senior Orchard Manager")
    assert benchmark is not None
    assert (benchmark.range.pay.low, benchmark.range.pay.high) == (80_000_00, 99_000_00)

    workspace.history.undo()
    assert workspace.profiles.load(first) == before


@pytest.mark.parametrize("title", ["Évaluateur", "ŒNOLOGUE", "Инженер", "İşletmeci"])
def test_a_title_in_any_alphabet_is_the_same_one_next_time(
    workspace: Workspace, title: str
) -> None:
    first = workspace.profiles.store(RoleProfile(title=title, duties=("one",))).value

    again = workspace.profiles.store(RoleProfile(title=title.lower(), duties=("two",))).value

    assert again == first
    assert workspace.profiles.load(first).duties == ("two",)


def test_a_letter_written_from_a_sample_survives_a_newer_page(
    workspace: Workspace, orchard: str
) -> None:
    workspace.profiles.import_page(orchard)
    application = workspace.applications.add({"company": "A", "role": "Orchard Manager"}).value
    letter = workspace.letters.draft(application).value
    workspace.letters.set_text(letter, "my own words")
    before = state(workspace)

    workspace.profiles.import_page(orchard.replace("40 hectares", "50 hectares"))

    assert workspace.letters.view(letter).text == "my own words"
    workspace.history.undo()
    assert state(workspace) == before


def test_several_pages_are_one_step_or_none(workspace: Workspace, orchard: str) -> None:
    other = orchard.replace("Orchard Manager", "Vineyard Manager")
    before = state(workspace)

    done = workspace.profiles.import_pages([("a.txt", orchard), ("b.txt", other)])
    assert done.label == "import 2 profiles"
    assert [workspace.profiles.load(key).title for key in done.value] == [
        "Orchard Manager", "Vineyard Manager",
    ]  # fmt: skip
    workspace.history.undo()
    assert state(workspace) == before

    with pytest.raises(InvalidInputError, match=r"“bad\.txt”: No role profile was found"):
        workspace.profiles.import_pages([("a.txt", orchard), ("bad.txt", "Just a shopping list")])
    assert state(workspace) == before


@pytest.mark.parametrize("text", ["Just a shopping list", "milk\neggs\n", "{}", "<p>Hello</p>"])
def test_some_other_text_is_no_profile(workspace: Workspace, text: str) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError, match="No role profile was found in this text"):
        workspace.profiles.import_page(text)

    assert state(workspace) == before


@pytest.mark.parametrize("text", ["", " \n ", "x" * 2_000_001])
def test_a_page_that_cannot_be_read_is_refused(workspace: Workspace, text: str) -> None:
    with pytest.raises(UnreadableFileError):
        workspace.profiles.import_page(text)


def test_reading_a_page_saves_nothing(workspace: Workspace, orchard: str) -> None:
    before = state(workspace)

    assert workspace.profiles.read_page(orchard).title == "Orchard Manager"

    assert state(workspace) == before


def test_editing_a_bundled_profile_makes_a_copy_and_leaves_the_library(
    workspace: Workspace, acme: int
) -> None:
    bundled = workspace.profiles.show("python-developer")

    done = workspace.profiles.edit(bundled.id, replace(bundled, summary="Mine."))

    copy = workspace.profiles.load(done.value)
    assert done.label == "edit Python Developer"
    assert (copy.origin, copy.library_key, copy.summary) == (OWN, None, "Mine.")
    assert replace(copy, id=0, uid="", summary="") == replace(
        bundled, id=0, uid="", summary="", origin=OWN, library_key=None, version=1
    )
    assert workspace.profiles.load(bundled.id) == bundled
    assert linked_to(workspace, acme) == done.value
    assert workspace.profiles.show("Python Developer").id == done.value

    workspace.history.undo()
    assert linked_to(workspace, acme) == bundled.id
    assert workspace.profiles.show("Python Developer") == bundled


def test_editing_ones_own_profile_changes_it_in_place(workspace: Workspace, orchard: str) -> None:
    key = workspace.profiles.import_page(orchard).value
    own = workspace.profiles.load(key)

    done = workspace.profiles.edit(key, replace(own, title="  Orchardist ", duties=("prune",)))

    assert done.value == key
    edited = workspace.profiles.load(key)
    assert edited == replace(own, title="Orchardist", duties=("prune",))


def test_everything_done_to_profiles_can_be_undone(workspace: Workspace, orchard: str) -> None:
    key = workspace.profiles.import_page(orchard).value
    own = workspace.profiles.load(key)
    workspace.applications.add({"company": "A", "role": "Orchard Manager"})

    undone_and_redone(workspace, lambda w: w.profiles.edit(key, replace(own, salaries=())))


def test_importing_can_be_undone(workspace: Workspace, orchard: str) -> None:
    undone_and_redone(workspace, lambda w: w.profiles.import_page(orchard))


def test_taking_a_profile_away_can_be_undone(workspace: Workspace, orchard: str) -> None:
    key = workspace.profiles.import_page(orchard).value
    workspace.applications.add({"company": "A", "role": "Orchard Manager"})

    undone_and_redone(workspace, lambda w: w.profiles.remove(key))


def test_an_application_outlives_its_profile(workspace: Workspace, orchard: str) -> None:
    key = workspace.profiles.import_page(orchard).value
    application = workspace.applications.add({"company": "A", "role": "Orchard Manager"}).value

    workspace.profiles.remove(key)
    assert linked_to(workspace, application) is None

    workspace.history.undo()
    assert linked_to(workspace, application) == key


def test_a_bundled_profile_stays(workspace: Workspace) -> None:
    bundled = workspace.profiles.show("python-developer")

    with pytest.raises(InvalidInputError, match="belongs to the bundled library and stays"):
        workspace.profiles.remove(bundled.id)

    assert workspace.profiles.load(bundled.id) == bundled


def test_a_profile_that_is_gone_is_refused_in_words(workspace: Workspace) -> None:
    for act in (
        lambda: workspace.profiles.show("Wizard"),
        lambda: workspace.profiles.load(404),
        lambda: workspace.profiles.remove(404),
        lambda: workspace.profiles.edit(404, RoleProfile(title="Wizard")),
    ):
        with pytest.raises(NotFoundError, match="There is no profile"):
            act()


def test_a_profile_titled_with_a_number_is_not_taken_for_the_profile_of_that_number(
    workspace: Workspace,
) -> None:
    number = workspace.profiles.show("python-developer").id
    workspace.profiles.store(RoleProfile(title=str(number), duties=("count",)))

    assert workspace.profiles.load(number).title == "Python Developer"


@pytest.mark.parametrize(
    "profile",
    [
        RoleProfile(title=" "),
        RoleProfile(title="a\0b"),
        RoleProfile(title="Clerk", summary="\ud83d"),
        RoleProfile(title="Clerk", duties=("fine", "not\0fine")),
        RoleProfile(title="Clerk", letter="x" * 2_000_001),
    ],
    ids=["blank title", "NUL in title", "half a character", "NUL in a duty", "too long"],
)
def test_a_profile_that_cannot_be_kept_is_refused(
    workspace: Workspace, profile: RoleProfile
) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError):
        workspace.profiles.store(profile)
    with pytest.raises(InvalidInputError):
        workspace.profiles.edit(workspace.profiles.show("python-developer").id, profile)

    assert state(workspace) == before
