"""A letter out of a profile's sample, from the page of roles, by keys."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from tests.support.window import Person
from tests.ui.conftest import sample

from jobtracker.bootstrap import open_workspace

__all__ = ["sample"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # real menus

ROLE = "Backend Developer"


def chooses(person: Person, words: str) -> None:
    """Go to an entry of the menu that is open, by arrow keys, and press Enter."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        person.presses("Down")
        chosen = menu.activeAction()
        if chosen is not None and chosen.text().startswith(words):
            person.presses("Return")
            return
    raise AssertionError(f"no entry {words!r}")


def sample_of(file: Path) -> str:
    """A sentence of the role's sample letter, in which no field stands."""
    with open_workspace(file, write=False) as workspace:
        lines = workspace.profiles.show(ROLE).letter.splitlines()
    return next(line for line in lines if len(line) > 60 and "{" not in line)[:50]


def test_a_letter_is_written_from_a_profile_s_sample_for_the_application_chosen(
    person: Person, sample: Path
) -> None:
    shutil.copy(sample, person.file)
    words = sample_of(person.file)
    with open_workspace(person.file, write=False) as workspace:
        before = {one.id for one in workspace.letters.listed()}
    person.starts()
    person.presses("Ctrl+6")
    person.waits_until(lambda: person.at == "Profiles")
    person.walks_to(ROLE)

    person.tabs_to("More about this profile")
    person.presses("Space")
    chooses(person, "Write a letter from its sample")
    person.waits_until(lambda: person.at == "Company or role")
    person.types("Northwind")
    person.presses("Return")
    person.waits_until(lambda: person.at == "Find a template")
    person.presses("Return")
    person.waits_until(lambda: person.at == "Letter")

    letter = QApplication.focusWidget()
    assert isinstance(letter, QTextEdit)
    assert words in letter.toPlainText()
    person.leaves()
    with open_workspace(person.file, write=False) as workspace:
        (made,) = (one for one in workspace.letters.listed() if one.id not in before)
        assert made.company == "Northwind Data"
        assert words in workspace.letters.view(made.id).text
