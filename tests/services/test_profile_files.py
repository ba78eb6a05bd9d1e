"""Profiles from files: many as one step, over those that are there, all or none."""

import json
from pathlib import Path

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, UnreadableFileError, WorkspaceError
from jobtracker.services.workspace import Workspace

ROLES = Path(__file__).parent.parent / "data" / "roles"
ONET = ROLES / "onet_mini"


def titles(workspace: Workspace) -> list[str]:
    return [one.title for one in workspace.profiles.summaries() if one.origin == "own"]


def test_a_folder_of_roles_is_imported_as_one_step(workspace: Workspace) -> None:
    done = workspace.profiles.import_files([ONET, ROLES / "framework.csv"])

    assert done.label == "import 5 profiles"
    assert len(done.value.ids) == 5
    assert (done.value.file.rows, done.value.file.read) == (28, 22)
    assert titles(workspace) == [
        "Baker, Grade 2", "Harbor Pilots, Inland", "Lighthouse Keepers", "Miller", "Senior baker",
    ]  # fmt: skip
    keeper = workspace.profiles.show("Lighthouse Keepers")
    assert keeper.credit == "O*NET Database by USDOL/ETA, CC BY 4.0"
    assert keeper.alternates == ("Certified Light Keeper (CLK)", "CLK", "Beacon Attendant")


def test_an_import_is_undone_and_redone_whole(workspace: Workspace) -> None:
    undone_and_redone(workspace, lambda one: one.profiles.import_files([ONET]))


def test_importing_again_brings_up_to_date_and_keeps_the_links(workspace: Workspace) -> None:
    first = workspace.profiles.import_files([ONET]).value.ids
    linked = workspace.applications.add(
        {"company": "Harbor Board", "role": "Keeper", "profile": "Lighthouse Keepers"}
    ).value

    again = workspace.profiles.import_files([ONET]).value.ids

    profile = workspace.applications.view(linked).profile
    assert again == first
    assert profile is not None
    assert profile.id in first


def test_one_file_of_the_database_fills_up_what_was_imported(workspace: Workspace) -> None:
    workspace.profiles.import_files([ONET / "Occupation Data.txt", ONET / "Alternate Titles.txt"])

    workspace.profiles.import_files([ONET / "Technology Skills.txt"])

    keeper = workspace.profiles.show("Lighthouse Keepers")
    assert keeper.skills[0] == "Radar suite"
    assert keeper.alternates[-1] == "Beacon Attendant"
    assert keeper.summary


def test_official_titles_name_related_occupations(workspace: Workspace) -> None:
    workspace.profiles.import_files([ONET])
    related = workspace.profiles.show("Lighthouse Keepers").related
    assert [role.title for role in related][1].startswith("Captains")


def test_a_file_at_fault_keeps_all_of_them_out(workspace: Workspace, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.csv"
    wrong.write_text("fruit,count\napple,1\n", encoding="utf-8")

    with pytest.raises(UnreadableFileError, match=r"notes\.csv"):
        workspace.profiles.import_files([ONET, wrong])
    assert titles(workspace) == []


def test_a_file_without_a_single_sound_row_says_why(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "framework.csv"
    path.write_text("role,skill\n,Dough\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="It names no role"):
        workspace.profiles.import_files([path])


def test_a_profile_goes_out_and_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "python.json"
    library = workspace.profiles.show("python-developer")

    workspace.profiles.export(["python-developer"], path)
    (key,) = workspace.profiles.import_files([path]).value.ids

    own = workspace.profiles.load(key)
    assert own.origin == "own"
    for part in ("title", "duties", "salaries", "related", "letter", "questions", "alternates"):
        assert getattr(own, part) == getattr(library, part)


def test_an_export_never_overwrites_another_file(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "cv.json"
    path.write_text(json.dumps({"mine": True}), encoding="utf-8")

    with pytest.raises(WorkspaceError, match="no exported profile"):
        workspace.profiles.export(["python-developer"], path)
    assert json.loads(path.read_text("utf-8")) == {"mine": True}


def test_an_alternate_title_links_and_proposes_with_the_reason(workspace: Workspace) -> None:
    workspace.profiles.import_files([ONET])

    added = workspace.applications.add({"company": "Coast", "role": "Beacon Attendant"}).value
    (proposed, *_) = workspace.applications.propose_profiles("Senior Beacon Attendant")

    linked = workspace.applications.view(added).profile
    assert linked is not None
    assert linked.title == "Lighthouse Keepers"
    assert (proposed.title, proposed.why) == (
        "Lighthouse Keepers",
        "alternate title: Beacon Attendant",
    )


def test_a_profile_that_was_put_away_is_not_proposed(workspace: Workspace) -> None:
    keeper = workspace.profiles.import_files([ONET]).value.ids[0]
    workspace.profiles.archive(keeper)
    assert workspace.applications.propose_profiles("Lighthouse Keeper") == []
