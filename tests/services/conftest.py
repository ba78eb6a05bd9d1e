"""A person's workspace with the bundled library, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import opened

from jobtracker.services.workspace import Workspace


@pytest.fixture(scope="session")
def stocked_file(tmp_path_factory: pytest.TempPathFactory, resources: Path) -> Path:
    """Loading the library is most of what a new workspace costs."""
    path = tmp_path_factory.mktemp("stock") / "stock.jobtracker"
    with opened(path) as workspace:
        workspace.library.bring_up_to_date(resources)
    return path


@pytest.fixture
def clock() -> FakeClock:
    """It is 22 November 2026, nine o'clock."""
    return FakeClock()


@pytest.fixture
def workspace(stocked_file: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    path = tmp_path / "search.jobtracker"
    shutil.copyfile(stocked_file, path)
    with opened(path, clock) as found:
        yield found


@pytest.fixture
def acme(workspace: Workspace) -> int:
    """Senior Python Developer at Acme Robotics, applied; the application's id."""
    return workspace.applications.add(
        {
            "company": "Acme Robotics",
            "role": "Senior Python Developer",
            "pay": "$140,000 - $165,000 a year",
            "location": "Austin, TX",
        }
    ).value


@pytest.fixture
def orchard(request: pytest.FixtureRequest) -> str:
    """A role-profile page as somebody copied it."""
    page = request.path.parent.parent / "data" / "profiles" / "orchard_manager_a.txt"
    return page.read_text(encoding="utf-8")
