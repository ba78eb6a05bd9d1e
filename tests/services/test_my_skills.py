"""One's own skills: each name once, and what one typed wins over what a resume says."""

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.my_skills import OWN, RESUME, MySkill
from jobtracker.services.workspace import Workspace


def test_a_skill_is_there_once_whatever_its_case_and_accents(workspace: Workspace) -> None:
    first = workspace.my_skills.add("Résumé writing", "for friends").value
    again = workspace.my_skills.add("resume  WRITING").value

    assert again == first
    (skill,) = workspace.my_skills.all()
    assert (skill.name, skill.evidence, skill.origin) == ("resume  WRITING", "for friends", OWN)


def test_what_a_resume_says_does_not_replace_what_was_typed(workspace: Workspace) -> None:
    workspace.my_skills.add("Python", "four services at Acme")

    done = workspace.my_skills.add_many(
        [MySkill("python", "2019 to 2024", RESUME), MySkill("SQL", "reports", RESUME)]
    )

    assert done.label == "add 2 skills"
    assert [(one.name, one.evidence, one.origin) for one in workspace.my_skills.all()] == [
        ("Python", "four services at Acme", OWN), ("SQL", "reports", RESUME),
    ]  # fmt: skip
    workspace.history.undo()
    assert [one.name for one in workspace.my_skills.all()] == ["Python"]


def test_skills_whose_signs_differ_are_different_ones(workspace: Workspace) -> None:
    for name in ("C", "C++", "C#"):
        workspace.my_skills.add(name)

    assert [one.name for one in workspace.my_skills.all()] == ["C", "C#", "C++"]


def test_what_is_no_skill_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidInputError):
        workspace.my_skills.add("  ")
    with pytest.raises(InvalidInputError):
        workspace.my_skills.add("Python", origin="hearsay")
    with pytest.raises(NotFoundError, match="no skill “Python”"):
        workspace.my_skills.remove("Python")


def test_adding_and_taking_away_are_undone_and_redone(workspace: Workspace) -> None:
    undone_and_redone(workspace, lambda w: w.my_skills.add("Python", "at Acme"))


def test_taking_one_away_is_undone_and_redone(workspace: Workspace) -> None:
    workspace.my_skills.add("Python", "at Acme")

    undone_and_redone(workspace, lambda w: w.my_skills.remove("PYTHON"))
