"""A resume brings skills with their words, and fills only what was empty."""

from pathlib import Path

import pytest

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.my_profile import MyProfile
from jobtracker.services.workspace import Workspace

RESUMES = Path(__file__).parent.parent / "data" / "resumes"
ADA = RESUMES / "odd_dates.resume.json"


def skills(workspace: Workspace) -> dict[str, str]:
    return {one.name: one.evidence for one in workspace.my_skills.all()}


def test_skills_and_the_empty_parts_come_as_one_step(workspace: Workspace) -> None:
    done = workspace.me.import_resume(ADA)

    me = workspace.me.profile()
    assert done.label == "import resume"
    assert done.value.filled == ("name", "email", "city", "links")
    assert (me.name, me.email, me.city) == ("Ada Example", "ada@example.org", "Lund")
    assert skills(workspace)["C++"].endswith("Automated checks in Python and C++")
    workspace.history.undo()
    assert workspace.me.profile() == MyProfile()
    assert skills(workspace) == {}


def test_what_i_said_myself_stays(workspace: Workspace) -> None:
    workspace.me.save(MyProfile(name="Ada E.", links=("https://ada.example",)))
    workspace.my_skills.add("python", "ten years of it")

    found = workspace.me.import_resume(ADA).value

    me = workspace.me.profile()
    assert found.filled == ("email", "city")
    assert (me.name, me.links) == ("Ada E.", ("https://ada.example",))
    assert skills(workspace)["python"] == "ten years of it"
    assert found.new_skills == 5


def test_looking_first_changes_nothing(workspace: Workspace) -> None:
    offered = workspace.me.offered(ADA)
    assert offered.filled == ("name", "email", "city", "links")
    assert workspace.me.profile() == MyProfile()


def test_a_file_that_is_no_resume_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(UnreadableFileError):
        workspace.me.import_resume(RESUMES / "keeper.job.json")
    assert skills(workspace) == {}
