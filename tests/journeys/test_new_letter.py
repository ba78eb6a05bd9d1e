"""A letter that was just begun: it is selected, shown and written in, and never another one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit
from tests.support.window import Person, spoken_row
from tests.ui.conftest import sample

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.listing import ListQuery

__all__ = ["sample"]

MARK = "Zwieback"
ASKED = ("Find a template", "Find an application")
"""What has the keyboard while a letter is chosen."""


@pytest.fixture
def writing(person: Person, sample: Path) -> Person:
    """The sample search is open, and its newest letter lies open with the cursor in it."""
    shutil.copy(sample, person.file)
    person.starts()
    person.presses("Ctrl+3")
    person.waits_until(lambda: person.at == "Letter")
    return person


def texts(file: Path) -> dict[int, str]:
    """The text of each letter."""
    with open_workspace(file, write=False) as workspace:
        return {one.id: workspace.letters.view(one.id).text for one in workspace.letters.listed()}


def selected_letter() -> str:
    """The letter that is selected in the list, as it is spoken."""
    (view,) = (
        one
        for one in QApplication.allWidgets()
        if isinstance(one, QAbstractItemView)
        and one.accessibleName() == "Letters"
        and one.isVisible()
    )
    return spoken_row(view, view.currentIndex().row())


def from_today(person: Person) -> None:
    person.presses("Ctrl+1")
    person.walks_to("Send thank-you note")
    person.presses("Return")


def from_the_review(person: Person) -> None:
    person.presses("Ctrl+Shift+W", "W")


def from_anywhere(person: Person) -> None:
    person.presses("Ctrl+Shift+L")


def from_applications(person: Person) -> None:
    person.presses("Ctrl+2")
    person.walks_to(company_where(person, has_profile=False))
    person.presses("L")


def company_where(person: Person, *, has_profile: bool) -> str:
    """The company of an application that is linked to a profile, or to none."""
    with open_workspace(person.file, write=False) as workspace:
        rows = workspace.lists.rows(ListQuery())
        views = workspace.applications.views([row.id for row in rows])
    fits = ((view.profile is not None) is has_profile for view in views)
    return next(row.company for row, fit in zip(rows, fits, strict=True) if fit)


WAYS = (from_today, from_the_review, from_anywhere, from_applications)


@pytest.mark.parametrize("way", WAYS)
def test_a_new_letter_is_open_and_has_the_cursor(
    writing: Person, way: Callable[[Person], None]
) -> None:
    person = writing
    before = texts(person.file)

    way(person)
    person.waits_until(lambda: person.at in ASKED)
    person.presses("Return")

    assert written_after(person, before) == MARK


def test_a_letter_from_the_profile_s_sample_is_open_and_has_the_cursor(writing: Person) -> None:
    person = writing
    before = texts(person.file)

    person.presses("Ctrl+2")
    person.walks_to(company_where(person, has_profile=True))
    person.presses("L")
    person.waits_until(lambda: person.at in ASKED)
    person.presses("Return")

    assert written_after(person, before) == MARK


@pytest.mark.parametrize("way", WAYS)
def test_keys_that_come_before_the_new_letter_go_into_no_other(
    writing: Person, way: Callable[[Person], None]
) -> None:
    person = writing
    before = texts(person.file)
    way(person)
    person.waits_until(lambda: person.at in ASKED)

    person.tabs_to("Write letter")
    person.hurries("Space", "W", "I", "N", "A", "D")

    assert written_after(person, before).endswith(MARK)


def test_escape_in_the_sheet_leads_back_into_the_letter_that_lies_open(writing: Person) -> None:
    writing.presses("Ctrl+Shift+L")
    assert writing.at == "Find an application"

    writing.presses("Escape")

    assert writing.at == "Letter"


def written_after(person: Person, before: dict[int, str]) -> str:
    """Type at the end of the new letter: what it says there then. No other letter changes."""
    person.waits_until(lambda: len(texts(person.file)) == len(before) + 1)
    person.waits_until(lambda: person.at == "Letter")
    (new,) = set(texts(person.file)) - set(before)
    with open_workspace(person.file, write=False) as workspace:
        letter = workspace.letters.view(new)
    assert selected_letter().startswith(f"{letter.company}, {letter.role}")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    person.types(MARK)
    person.leaves()
    after = texts(person.file)
    assert {key: after[key] for key in before} == before
    return after[new][-len(MARK) :]
