"""The past of a letter: one step of undo for what was typed in one go, versions, comparing."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from tests.support.clock import FakeClock
from tests.support.workspaces import reopened, state, undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.services.letter_history import Against
from jobtracker.services.workspace import Workspace

REST = timedelta(minutes=1)


@pytest.fixture
def letter(workspace: Workspace, acme: int, clock: FakeClock) -> int:
    """A short letter to Acme that nobody has touched for a minute."""
    key = workspace.letters.draft(acme, "Short").value
    workspace.letters.set_text(key, "Dear Dana,\n\nI bake bread.\n\nBest regards,\nAlex")
    clock.advance(REST)
    return key


def said(workspace: Workspace, letter: int) -> str:
    return workspace.letters.view(letter).text


def told(workspace: Workspace, letter: int, against: Against | int) -> list[tuple[str, str]]:
    compared = workspace.letters.compare(letter, against)
    return [(one.kind, one.text) for one in compared.changes if one.kind != "same"]


def test_a_run_of_typing_is_one_step_of_undo(
    workspace: Workspace, letter: int, clock: FakeClock
) -> None:
    before = state(workspace)
    for number in range(12):
        workspace.letters.save(letter, f"I bake bread. {'Rye! ' * number}")
        clock.advance(timedelta(seconds=2))
    after = state(workspace)

    workspace.history.undo()
    assert state(workspace) == before

    with reopened(workspace) as later:
        later.history.redo()
        assert state(later) == after


def test_after_a_rest_or_another_deed_typing_is_a_new_step(
    workspace: Workspace, letter: int, acme: int, clock: FakeClock
) -> None:
    workspace.letters.save(letter, "one")
    clock.advance(REST)
    workspace.letters.save(letter, "two")
    workspace.log.note(acme, "they called")
    workspace.letters.save(letter, "three")

    workspace.history.undo()
    assert said(workspace, letter) == "two"
    workspace.history.undo()
    workspace.history.undo()
    assert said(workspace, letter) == "one"


def test_typing_on_after_an_undo_does_not_join_what_was_undone(
    workspace: Workspace, letter: int
) -> None:
    workspace.letters.save(letter, "one")
    workspace.history.undo()
    workspace.letters.save(letter, "two")

    workspace.history.undo()

    assert "I bake bread." in said(workspace, letter)


def test_two_letters_typed_in_turn_are_undone_in_turn(
    workspace: Workspace, letter: int, acme: int
) -> None:
    other = workspace.letters.draft(acme, "Short").value
    for number in range(3):
        workspace.letters.save(letter, f"first {number}")
        workspace.letters.save(other, f"second {number}")

    workspace.history.undo()
    workspace.history.undo()

    assert (said(workspace, letter), said(workspace, other)) == ("first 1", "second 1")


def test_the_journal_does_not_grow_by_the_letter_with_each_save(
    workspace: Workspace, letter: int
) -> None:
    page = "I wrote a ledger for the kitchen and kept it simple, as ever. " * 64
    for number in range(50):
        workspace.letters.save(letter, page + "x" * number)

    with workspace.database.read() as session:
        held = session.execute(
            text(
                "SELECT sum(length(before)) + sum(length(after)) FROM journal_change "
                "WHERE step_id = (SELECT max(id) FROM journal_step)"
            )
        ).scalar_one()
    assert held < 3 * len(page)


def test_a_save_costs_the_file_little_more_than_what_was_typed(
    workspace: Workspace, letter: int
) -> None:
    page = "I wrote a ledger for the kitchen and kept it simple, as ever. " * 64
    workspace.letters.save(letter, page)
    with workspace.database.read() as session:
        used = "SELECT (SELECT * FROM pragma_page_count) - (SELECT * FROM pragma_freelist_count)"
        before = session.execute(text(used)).scalar_one()
    saves = 200
    for number in range(saves):
        workspace.letters.save(letter, page + "and so on " * number)
    with workspace.database.read() as session:
        pages = session.execute(text(used)).scalar_one() - before

    assert pages * 4096 / saves < 1200, "bytes a save of a letter of 4 to 6 KB, wholes included"


def test_a_version_kept_by_name_can_be_gone_back_to(workspace: Workspace, letter: int) -> None:
    number = workspace.letters.keep_version(letter, " For Dana ").value
    workspace.letters.save(letter, "all new")

    kept = workspace.letters.versions(letter)[1]
    assert (kept.number, kept.kind, kept.name) == (number, VersionKind.KEPT, "For Dana")
    assert workspace.letters.restore(letter, number).label == f"restore version {number}"

    assert "I bake bread." in said(workspace, letter)
    with pytest.raises(InvalidInputError):
        workspace.letters.keep_version(letter, "  ")


def test_frame_hidden_parts_and_look_belong_to_a_version(
    workspace: Workspace, letter: int, clock: FakeClock
) -> None:
    workspace.letters.save(letter, frame={Part.SUBJECT: "Bread for {{ company }}"})
    workspace.letters.hide(letter, Part.SENDER, True)
    look = LetterLook(PageStyle.MODERN, Paper.LETTER, fit=True)
    workspace.letters.set_look(letter, look)
    number = workspace.letters.view(letter).version
    clock.advance(REST)
    workspace.letters.hide(letter, Part.SENDER, False)
    workspace.letters.save(letter, frame={Part.SUBJECT: None})
    workspace.letters.set_look(letter, LetterLook())

    workspace.letters.restore(letter, number)

    view = workspace.letters.view(letter)
    assert "Bread for Acme Robotics" in view.composed().text
    assert (view.hidden, view.look) == (frozenset({Part.SENDER}), look)
    assert view.typed_frame == {Part.SUBJECT: "Bread for {{ company }}"}


def test_a_part_of_the_text_is_not_changed_in_the_frame(workspace: Workspace, letter: int) -> None:
    with pytest.raises(InvalidInputError, match="stands in the letter's text"):
        workspace.letters.save(letter, frame={Part.SALUTATION: "Hi"})


def test_a_new_letter_looks_like_the_last_choice(
    workspace: Workspace, letter: int, acme: int
) -> None:
    workspace.letters.set_look(letter, LetterLook(PageStyle.COMPACT, Paper.LETTER, fit=True))

    new = workspace.letters.view(workspace.letters.draft(acme).value)

    assert new.look == LetterLook(PageStyle.COMPACT, Paper.LETTER)


def test_each_change_of_a_letter_can_be_undone(workspace: Workspace, letter: int) -> None:
    look = LetterLook(PageStyle.MODERN)
    undone_and_redone(workspace, lambda w: w.letters.set_look(letter, look))


def test_hiding_and_renaming_can_be_undone(workspace: Workspace, letter: int) -> None:
    undone_and_redone(workspace, lambda w: w.letters.hide(letter, Part.DATE, True))


def test_a_letter_has_the_name_it_was_given(workspace: Workspace, letter: int) -> None:
    assert workspace.letters.rename(letter, "For Dana").label == "rename letter"

    assert workspace.letters.view(letter).name == "For Dana"


def test_a_letter_is_compared_with_the_version_kept_before(
    workspace: Workspace, letter: int
) -> None:
    workspace.letters.keep_version(letter, "First")
    workspace.letters.save(letter, said(workspace, letter).replace("bread", "cakes"))

    assert told(workspace, letter, Against.PREVIOUS) == [("removed", "bread"), ("added", "cakes")]
    assert told(workspace, letter, 3) == told(workspace, letter, Against.PREVIOUS)


def test_a_letter_is_compared_with_its_template(workspace: Workspace, acme: int) -> None:
    letter = workspace.letters.draft(acme, "Short").value
    workspace.letters.save(letter, "P.S. First of all. " + said(workspace, letter))

    assert told(workspace, letter, Against.TEMPLATE) == [("added", "P.S. First of all. ")]


def test_a_letter_is_compared_with_the_last_to_the_same_company(
    workspace: Workspace, letter: int
) -> None:
    with pytest.raises(NotFoundError, match="no other letter to Acme Robotics"):
        workspace.letters.compare(letter, Against.LAST_TO_COMPANY)
    again = workspace.applications.add({"company": "Acme Robotics", "role": "Baker"}).value
    second = workspace.letters.draft(again, "Short").value
    workspace.letters.save(second, said(workspace, letter).replace("bread", "rolls"))

    assert ("removed", "bread") in told(workspace, second, Against.LAST_TO_COMPANY)
    assert ("added", "rolls") in told(workspace, second, Against.LAST_TO_COMPANY)
