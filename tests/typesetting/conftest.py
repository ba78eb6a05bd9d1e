from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jobtracker.typesetting.fonts import register_fonts


@pytest.fixture(autouse=True)
def _shipped_fonts(qapp: QApplication, resources: Path) -> None:
    """The fonts that the program ships, as the window and the terminal have them."""
    register_fonts(sorted((resources / "fonts").glob("*.ttf")))
