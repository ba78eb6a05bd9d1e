"""A dressed application and a running lane for tests of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jobtracker.ui.app import STYLE
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme, ThemeChoice


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style everything is drawn in, as the program itself asks for it."""
    return ["jobtracker", *STYLE]


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication, resources: Path) -> Theme:
    theme = Theme(resources, ThemeChoice.LIGHT)
    theme.high_contrast = False
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(_dressed: Theme) -> Iterator[Theme]:
    """The look of the light theme; a test may switch it, the next one starts light again."""
    yield _dressed
    if _dressed.choice is not ThemeChoice.LIGHT or _dressed.high_contrast:
        _dressed.choose(ThemeChoice.LIGHT, high_contrast=False)


@pytest.fixture
def commander(qapp: QApplication) -> Iterator[Commander]:
    lane = Commander()
    yield lane
    lane.close()
