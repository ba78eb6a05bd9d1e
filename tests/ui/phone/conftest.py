"""The phone card in the real window over a small search made for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.window import Person
from tests.support.workspaces import opened

from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace
from jobtracker.system.clock import SystemClock
from jobtracker.ui.features.phone.phone import Phone
from jobtracker.ui.theme.theme import Theme

POSTING = "We build walking robots.\n\nYou know Python."


def _fill(workspace: Workspace) -> None:
    add = workspace.applications.add
    add({"company": "Acorn Foods", "role": "Data Engineer", "stage": Stage.APPLIED})
    acme = add(
        {
            "company": "Acme Robotics",
            "role": "Python Developer",
            "stage": Stage.APPLIED,
            "pay": "$140,000 - $165,000 a year",
            "ask": "$160,000 a year",
            "posting": POSTING,
            "next_action": "Send references",
            "notes": "Ask about the robots.",
        }
    ).value
    workspace.contacts.add_to(
        acme, {"name": "Dana Whitfield", "phone": "+1 555 010 0100"}, "Recruiter"
    )
    workspace.log.message(
        acme, "Good letter. We could do $150,000 a year.", incoming=True, channel="mail"
    )
    closed = add({"company": "Initech", "role": "Tester", "stage": Stage.APPLIED}).value
    workspace.log.close(closed, Outcome.NO_REPLY)


@pytest.fixture(scope="session")
def _calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("calls") / "search.jobtracker"
    with opened(file, SystemClock()) as workspace:  # type: ignore[arg-type]  # the real one
        _fill(workspace)
    return file


@pytest.fixture
def person(_calls: Path, tmp_path: Path, theme: Theme) -> Iterator[Person]:
    """Somebody with that search open, on the page of letters."""
    somebody = Person(Path(shutil.copy(_calls, tmp_path)), theme)
    somebody.starts()
    somebody.presses("Ctrl+3")
    yield somebody
    somebody.leaves()


@pytest.fixture
def phone(person: Person) -> Phone:
    """The card over the window, opened by its key."""
    person.presses("F4")
    phoning = person.desktop.phoning
    assert phoning is not None
    assert phoning.phone is not None
    return phoning.phone
