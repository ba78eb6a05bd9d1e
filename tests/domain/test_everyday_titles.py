"""The frozen list of titles as people say them; only how many are found is ever told."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.workspaces import opened

from jobtracker.services.workspace import Workspace

EVERYDAY = Path(__file__).parent.parent / "data" / "benchmarks" / "everyday_titles.csv"
ENOUGH, ALL = 142, 150


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "titles.jobtracker") as found:
        yield found


def test_everyday_titles_find_their_occupation_first_or_second(workspace: Workspace) -> None:
    with EVERYDAY.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    right = sum(_is_right(workspace, row) for row in rows)

    assert len(rows) == ALL
    assert right >= ENOUGH, f"{right} of {ALL}"


def _is_right(workspace: Workspace, row: dict[str, str]) -> bool:
    wanted = {row["code"], *row["also"].replace(";", " ").replace(",", " ").split()}
    found = workspace.benchmarks.find(row["title"], limit=2)
    return any(one.occupation.code in wanted for one in found)
