import shutil
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal


@pytest.fixture(scope="session")
def _empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: loading the bundled library is most of what a new workspace costs."""
    made = Terminal(tmp_path_factory.mktemp("empty") / "search.jobtracker")
    assert made("undo").code == 3
    return made.file


@pytest.fixture
def jobtracker(tmp_path: Path, _empty_workspace: Path) -> Terminal:
    """The command line, on a workspace that holds the bundled library and nothing else."""
    return Terminal(Path(shutil.copy(_empty_workspace, tmp_path / "search.jobtracker")))


@pytest.fixture
def nowhere(tmp_path: Path) -> Terminal:
    """The command line, on a workspace that is not there yet."""
    (tmp_path / "none").mkdir()
    return Terminal(tmp_path / "none" / "search.jobtracker")


@pytest.fixture(scope="session")
def _acme_workspace(tmp_path_factory: pytest.TempPathFactory, _empty_workspace: Path) -> Path:
    file = tmp_path_factory.mktemp("acme") / "search.jobtracker"
    made = Terminal(Path(shutil.copy(_empty_workspace, file)))
    more = ("--pay", "140-165k", "--location", "Austin, TX", "--applied", "2026-11-02")
    assert made.add("Acme Robotics", "Senior Python Developer", *more) == 1
    return made.file


@pytest.fixture
def acme(jobtracker: Terminal, _acme_workspace: Path) -> Terminal:
    """With application 1 in it: Senior Python Developer at Acme Robotics, applied."""
    shutil.copy(_acme_workspace, jobtracker.file)
    return jobtracker
