"""Tags, and fields of a person's own."""

from collections.abc import Callable

import pytest
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.services.workspace import Workspace


def add(workspace: Workspace, **fields: object) -> int:
    whole = {"company": "Acme Robotics", "role": "Clerk", **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


def tags(workspace: Workspace, key: int) -> tuple[str, ...]:
    return workspace.applications.view(key).tags


def own(workspace: Workspace, key: int) -> dict[str, str]:
    return {one.name: one.value for one in workspace.applications.view(key).custom}


def test_tags_are_kept_once_whatever_their_case_and_listed_by_name(workspace: Workspace) -> None:
    first = add(workspace, tags=(" Remote ", "dream job", "", "REMOTE"))
    second = add(workspace, tags=("remote",))

    assert tags(workspace, first) == ("dream job", "REMOTE")
    assert tags(workspace, second) == ("REMOTE",)
    assert workspace.tags.all() == [("dream job", 1), ("REMOTE", 2)]


def test_an_edit_sets_all_tags_and_an_unused_one_vanishes(workspace: Workspace) -> None:
    key = add(workspace, tags=("one", "two"))

    workspace.applications.edit(key, {"tags": ("two", "three")})

    assert tags(workspace, key) == ("three", "two")
    assert workspace.tags.all() == [("three", 1), ("two", 1)]
    workspace.applications.remove(key)
    assert workspace.tags.all() == []


def test_the_same_tags_again_make_no_step(workspace: Workspace) -> None:
    key = add(workspace, tags=("one", "two"))

    assert workspace.applications.edit(key, {"tags": ("TWO", "one")}).label == ""


def test_tags_are_put_on_many_and_taken_off_many_in_one_step(workspace: Workspace) -> None:
    keys = [add(workspace, tags=("old", "kept")) for _ in range(3)]

    done = workspace.applications.tag_many([*keys, 404], add=("new",), remove=("OLD",))

    assert done.value == tuple(keys)
    assert done.label == "edit tags of 4 applications"
    assert {tags(workspace, key) for key in keys} == {("kept", "new")}
    workspace.history.undo()
    assert {tags(workspace, key) for key in keys} == {("kept", "old")}


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "  as typed ", "  as typed "),
        ("text", "   ", ""),
        ("number", " 12.50 ", "12.50"),
        ("number", "-3", "-3"),
        ("date", "2026-11-24", "2026-11-24"),
        ("yes_no", "Y", "yes"),
        ("yes_no", "false", "no"),
        ("yes_no", "", ""),
    ],
)
def test_a_value_is_kept_as_its_kind_has_it(
    workspace: Workspace, kind: str, typed: str, kept: str
) -> None:
    workspace.custom_fields.add("Visa", kind)

    assert own(workspace, add(workspace, custom={"visa": typed})) == {"Visa": kept}


@pytest.mark.parametrize(
    ("kind", "typed", "hint"),
    [
        ("number", "a dozen", "Type a number"),
        ("number", "nan", "Type a number"),
        ("number", "inf", "Type a number"),
        ("date", "24.11.2026", "year-month-day"),
        ("date", "2026-02-30", "year-month-day"),
        ("yes_no", "maybe", "Type yes or no"),
        ("text", "\0", "Remove it"),
    ],
)
def test_a_value_its_kind_has_not_is_refused_and_nothing_stored(
    workspace: Workspace, kind: str, typed: str, hint: str
) -> None:
    workspace.custom_fields.add("Visa", kind)
    key = add(workspace)
    before = state(workspace)

    with pytest.raises(InvalidInputError, match=hint) as refused:
        workspace.applications.edit(key, {"notes": "x", "custom": {"Visa": typed}})
    with pytest.raises(InvalidInputError, match=hint):
        add(workspace, company="New", custom={"Visa": typed})

    assert refused.value.field == "Visa"
    assert state(workspace) == before


def test_a_field_nobody_made_is_refused(workspace: Workspace) -> None:
    before = state(workspace)

    with pytest.raises(NotFoundError, match="There is no field “Visa” of yours"):
        add(workspace, custom={"Visa": "yes"})

    assert state(workspace) == before


def test_every_field_is_shown_of_every_application(workspace: Workspace) -> None:
    key = add(workspace)
    for name, kind in (("Visa", "yes/no"), ("Team size", "number")):
        workspace.custom_fields.add(name, kind.replace("/", " "))

    assert own(workspace, key) == {"Visa": "", "Team size": ""}
    workspace.applications.edit(key, {"custom": {"TEAM SIZE": "7"}})
    workspace.applications.edit(key, {"custom": {"Visa": "yes"}})
    assert own(workspace, key) == {"Visa": "yes", "Team size": "7"}
    assert workspace.applications.edit(key, {"custom": {"Visa": "YES"}}).label == ""


def test_a_field_is_renamed_with_its_values_and_removed_with_them(workspace: Workspace) -> None:
    field = workspace.custom_fields.add("Visa").value
    key = add(workspace, custom={"Visa": "H-1B"})

    assert workspace.custom_fields.rename(field, "Work permit").label
    assert own(workspace, key) == {"Work permit": "H-1B"}
    assert workspace.custom_fields.remove(field).label == "delete field Work permit"

    assert own(workspace, key) == {}
    workspace.history.undo()
    assert own(workspace, key) == {"Work permit": "H-1B"}


def test_names_of_fields_are_not_taken_twice(workspace: Workspace) -> None:
    workspace.custom_fields.add("Visa")
    other = workspace.custom_fields.add("Team").value

    with pytest.raises(InvalidInputError, match="There is a field “VISA” already"):
        workspace.custom_fields.add("VISA")
    with pytest.raises(InvalidInputError, match="There is a field"):
        workspace.custom_fields.rename(other, "visa")
    with pytest.raises(InvalidInputError, match="There is no kind"):
        workspace.custom_fields.add("Mood", "colour")
    with pytest.raises(InvalidInputError, match="The name is empty"):
        workspace.custom_fields.add(" ")
    workspace.custom_fields.rename(other, "TEAM")
    assert [field.name for field in workspace.custom_fields.all()] == ["Visa", "TEAM"]


@pytest.mark.parametrize("name", ["rename", "remove"])
def test_nothing_can_be_done_with_a_field_that_is_gone(workspace: Workspace, name: str) -> None:
    more = {"rename": ("x",)}.get(name, ())

    with pytest.raises(NotFoundError, match="There is no field"):
        getattr(workspace.custom_fields, name)(404, *more)


Act = Callable[[Workspace], object]
WHOLE: ApplicationFields = {"tags": ("b", "c"), "custom": {"Visa": "no", "Size": ""}}
ACTS: dict[str, Act] = {
    "edit": lambda w: w.applications.edit(1, WHOLE),
    "edit many": lambda w: w.applications.edit_many([1, 2], WHOLE),
    "tag many": lambda w: w.applications.tag_many([1, 2], ("c",), ("a",)),
    "add": lambda w: w.applications.add({"company": "X", "role": "Y", **WHOLE}),
    "delete many": lambda w: w.applications.remove_many([1, 2]),
    "rename a field": lambda w: w.custom_fields.rename(1, "Permit"),
    "delete a field": lambda w: w.custom_fields.remove(1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything(workspace: Workspace, act: Act) -> None:
    workspace.custom_fields.add("Visa", "yes_no")
    workspace.custom_fields.add("Size", "number")
    add(workspace, tags=("a", "b"), custom={"Visa": "yes", "Size": "7"})
    add(workspace)

    undone_and_redone(workspace, act)
