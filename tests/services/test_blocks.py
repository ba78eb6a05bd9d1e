"""A person's own paragraphs are kept, found again for a posting, and taken away."""

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.blocks import Block, BlockPurpose
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.letter_kinds import Language
from jobtracker.services.workspace import Workspace

POSTING = "We run everything on Kubernetes and write Python."
REPORTS = Block(
    0,
    "",
    "Faster reports",
    "I halved the time that a report takes, from nine minutes to four.",
    BlockPurpose.ACHIEVEMENT,
    skills=("Python", "SQL"),
    roles=("Backend",),
    tones=("warm",),
)


def a_letter(workspace: Workspace, posting: str = POSTING) -> int:
    application = workspace.applications.add(
        {"company": "Acme", "role": "Backend Developer", "posting": posting}
    ).value
    return workspace.letters.draft(application, "Standard").value


def names(workspace: Workspace) -> list[str]:
    return [block.name for block in workspace.blocks.all()]


def test_a_block_comes_back_as_it_was_kept(workspace: Workspace) -> None:
    key = workspace.blocks.add(REPORTS).value

    (block,) = workspace.blocks.all()

    assert block == REPORTS._replace(id=key, uid=block.uid)
    assert workspace.blocks.get("faster REPORTS") == block
    assert workspace.blocks.get(str(key)) == workspace.blocks.get(block.uid) == block


def test_every_change_of_a_block_is_one_step_of_undo(workspace: Workspace) -> None:
    undone_and_redone(workspace, lambda opened: opened.blocks.add(REPORTS))


def test_taking_a_block_away_is_undone_with_its_variants(workspace: Workspace) -> None:
    first = workspace.blocks.add(REPORTS).value
    for name in ("Shorter", "Warmer"):
        workspace.blocks.add(REPORTS._replace(name=name, variant_of=first))

    done = workspace.blocks.remove(first)
    second, third = workspace.blocks.all()

    assert done.label == "delete block Faster reports"
    assert (second.variant_of, third.variant_of) == (None, second.id)
    workspace.history.undo()
    assert names(workspace) == ["Faster reports", "Shorter", "Warmer"]
    assert {one.family for one in workspace.blocks.all()} == {first}


def test_a_variant_of_a_variant_is_one_of_the_same_block(workspace: Workspace) -> None:
    first = workspace.blocks.add(REPORTS).value
    second = workspace.blocks.add(REPORTS._replace(name="Second", variant_of=first)).value

    third = workspace.blocks.add(REPORTS._replace(name="Third", variant_of=second)).value

    assert workspace.blocks.get(str(third)).variant_of == first
    with pytest.raises(InvalidInputError, match="variants of its own"):
        workspace.blocks.save(workspace.blocks.get(str(first))._replace(variant_of=third))


def test_a_block_without_a_name_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidInputError, match="name is empty"):
        workspace.blocks.add(REPORTS._replace(name="  "))


def test_a_block_that_is_gone_cannot_be_changed(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no block"):
        workspace.blocks.save(REPORTS._replace(id=9))


def test_blocks_are_suggested_for_what_the_posting_says(workspace: Workspace) -> None:
    workspace.blocks.add(REPORTS)
    workspace.blocks.add(REPORTS._replace(name="Clusters", skills=("Kubernetes", "Python")))
    workspace.blocks.add(REPORTS._replace(name="Zahlen", language=Language.GERMAN))

    found = workspace.blocks.suggested(a_letter(workspace))

    assert [(one.block.name, one.why) for one in found] == [
        ("Clusters", "posting says “Kubernetes” and “Python”, title says “Backend”"),
        ("Faster reports", "posting says “Python”, role profile says “SQL”, title says “Backend”"),
    ]


def test_blocks_are_suggested_for_the_duties_of_the_role_profile(workspace: Workspace) -> None:
    application = workspace.applications.add(
        {"company": "Acme", "role": "Dev", "profile": "Backend Developer"}
    ).value
    letter = workspace.letters.draft(application).value
    workspace.blocks.add(REPORTS._replace(skills=("SQL",), roles=()))

    (found,) = workspace.blocks.suggested(letter)

    assert found.why == "role profile says “SQL”"


def test_a_paragraph_of_a_letter_becomes_a_block_in_one_step(workspace: Workspace) -> None:
    letter = a_letter(workspace)
    workspace.letters.set_text(letter, f"Dear all,\n\n{REPORTS.text}")

    block = workspace.blocks.keep(letter, f"  {REPORTS.text}\n").value

    assert (block.name, block.text) == ("I halved the time that …", REPORTS.text)
    workspace.history.undo()
    assert workspace.blocks.all() == []
    with pytest.raises(InvalidInputError, match="no words"):
        workspace.blocks.keep(letter, "\n")


def test_a_letter_uses_a_block_once_however_often_it_is_put_in(workspace: Workspace) -> None:
    letter, block = a_letter(workspace), workspace.blocks.add(REPORTS).value

    first = workspace.blocks.used(letter, block)
    second = workspace.blocks.used(letter, block)

    assert (first.label, second.label) == ("use block", "")
