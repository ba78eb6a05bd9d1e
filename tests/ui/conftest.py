"""A dressed application, a running lane and a whole window for tests of the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from jobtracker.ui.app import STYLE
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice

if TYPE_CHECKING:
    from tests.support.window import Person

LIGHT = Look(ThemeChoice.LIGHT, high_contrast=False)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style everything is drawn in, as the program itself asks for it."""
    return ["jobtracker", *STYLE]


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication, resources: Path) -> Theme:
    theme = Theme(resources, LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(_dressed: Theme) -> Iterator[Theme]:
    """The look of the light theme; a test may switch it, the next one starts light again."""
    yield _dressed
    if _dressed.look != LIGHT:
        _dressed.wear(LIGHT)


@pytest.fixture(scope="module")
def undressed(_dressed: Theme, qapp: QApplication) -> Iterator[None]:
    """No style sheet, for a module that asks what is said and stored and not how large it is.

    Matching the sheet to every widget is half of what a window costs.
    """
    qapp.setStyleSheet("")
    yield
    _dressed.style()


@pytest.fixture
def commander(qapp: QApplication) -> Iterator[Commander]:
    lane = Commander()
    yield lane
    lane.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample search, to copy from."""
    from jobtracker.bootstrap import open_workspace
    from jobtracker.system.resources import resource

    file = tmp_path_factory.mktemp("sample") / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))
    return file


@pytest.fixture
def person(sample: Path, tmp_path: Path, theme: Theme) -> "Iterator[Person]":
    """Somebody with the sample search open."""
    from tests.support.window import Person

    somebody = Person(Path(shutil.copy(sample, tmp_path)), theme)
    somebody.starts()
    yield somebody
    somebody.leaves()
