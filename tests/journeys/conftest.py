"""Fixtures of the journeys through the window: its look, and somebody who sits at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.window import Person
from tests.ui.conftest import _dressed, qapp_args, theme

from jobtracker.ui.theme.theme import Theme

__all__ = ["_dressed", "person", "qapp_args", "theme"]


@pytest.fixture
def person(tmp_path: Path, theme: Theme) -> Iterator[Person]:
    """Somebody who starts the program on a workspace file that is not there yet."""
    somebody = Person(tmp_path / "search.jobtracker", theme)
    yield somebody
    somebody.leaves()
