"""A list gets a name, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.listing import ALL, CONDITIONS, GROUPS, SCOPES, SORTS, Condition, ListQuery
from jobtracker.domain.saved_views import read, written
from jobtracker.services.workspace import Workspace

REMOTE = ListQuery(conditions=(Condition("work_mode", "remote"),), group="company")
TEXTS = st.lists(st.text(max_size=5), max_size=3).map(tuple)
QUERIES = st.builds(
    ListQuery,
    text=st.text(max_size=9),
    scope=st.sampled_from(SCOPES),
    standings=TEXTS,
    conditions=st.lists(
        st.builds(Condition, st.sampled_from(CONDITIONS), st.text(max_size=5)), max_size=3
    ).map(tuple),
    group=st.sampled_from(GROUPS),
    sort=st.sampled_from(SORTS),
    descending=st.booleans(),
    collapsed=TEXTS,
    limit=st.none(),
)


def names(workspace: Workspace) -> list[str]:
    return [view.name for view in workspace.saved_views.all()]


@given(QUERIES, TEXTS)
def test_every_list_comes_back_as_it_was_written(
    query: ListQuery, columns: tuple[str, ...]
) -> None:
    assert read(written(query, columns)) == (query, columns)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"group": "moon", "sort": 3, "standings": "all", "conditions": 1}',
     '{"conditions": [["moon", "full"], ["tag"], 7]}'],
)  # fmt: skip
def test_what_a_later_version_wrote_is_read_as_far_as_it_is_known(text: str) -> None:
    assert read(text) == (ListQuery(), ())


def test_a_view_is_saved_with_its_columns_and_opened_again(workspace: Workspace) -> None:
    key = workspace.saved_views.save("Remote", REMOTE, ("role", "pay")).value

    (view,) = workspace.saved_views.all()

    assert view == (key, "Remote", REMOTE, ("role", "pay"))
    assert workspace.saved_views.get(key) == view


def test_saving_under_a_name_that_is_known_replaces_that_view(workspace: Workspace) -> None:
    workspace.saved_views.save("Remote", REMOTE)
    workspace.saved_views.save("REMOTE", ListQuery(scope=ALL))

    (view,) = workspace.saved_views.all()

    assert (view.name, view.query) == ("REMOTE", ListQuery(scope=ALL))


def test_views_are_renamed_moved_and_removed(workspace: Workspace) -> None:
    views = workspace.saved_views
    first, second, third = (views.save(name, REMOTE).value for name in ("A", "B", "C"))

    views.rename(first, "Z")
    views.move(third, 0)
    assert names(workspace) == ["C", "Z", "B"]
    views.move(third, 99)
    assert names(workspace) == ["Z", "B", "C"]
    assert views.remove(second).label == "delete view B"
    assert names(workspace) == ["Z", "C"]


def test_moving_a_view_to_its_own_place_is_no_step(workspace: Workspace) -> None:
    key = workspace.saved_views.save("A", REMOTE).value

    assert workspace.saved_views.move(key, 0).label == ""


def test_a_name_is_needed_and_used_once(workspace: Workspace) -> None:
    first = workspace.saved_views.save("A", REMOTE).value
    workspace.saved_views.save("B", REMOTE)

    with pytest.raises(InvalidInputError):
        workspace.saved_views.rename(first, "b")
    with pytest.raises(InvalidInputError):
        workspace.saved_views.save("  ", REMOTE)
    with pytest.raises(NotFoundError):
        workspace.saved_views.rename(99, "C")


def test_each_change_of_a_view_is_undone_and_redone(workspace: Workspace) -> None:
    def change(space: Workspace) -> None:
        space.saved_views.save("A", REMOTE)

    undone_and_redone(workspace, change)
