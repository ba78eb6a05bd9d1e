"""The workspaces that benchmarks measure on are workspaces like any other."""

from pathlib import Path

from benchmarks.build import fill, opened

from jobtracker.domain.listing import ALL
from jobtracker.storage import creation

COUNT = 300


def test_a_built_workspace_is_sound_can_be_searched_and_written_to(tmp_path: Path) -> None:
    path = tmp_path / "built.jobtracker"
    creation.create(path, lambda session: fill(session, COUNT))

    with opened(path) as workspace:
        assert workspace.checking.check() == (COUNT, ())
        assert workspace.lists.count(ALL) == COUNT
        (view,) = workspace.applications.views([COUNT])
        assert 2_500 < len(view.record.posting) < 4_500
        rare = view.record.posting.rsplit(maxsplit=1)[-1]
        assert [found.ref for found in workspace.search.find(rare)] == [COUNT]
        workspace.log.note(COUNT, "a note")
        workspace.history.undo()
