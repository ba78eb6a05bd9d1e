"""On a nearly full disk the last room is for what a person types, and that is said."""

import pytest
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.desktop.watching import NEARLY_FULL
from jobtracker.services import library


def test_the_library_waits_and_a_line_above_the_page_says_so(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_ROOM", 1 << 62)
    person.starts()
    person.waits_until(lambda: person.sees(NEARLY_FULL))
    person.leaves()
    monkeypatch.undo()

    person.starts()

    assert not person.sees(NEARLY_FULL)
    person.leaves()
    with open_workspace(person.file, write=False) as workspace:
        assert workspace.profiles.summaries()
