"""A search that lies where it can come to harm: said once a start, and moved on request; and the
copies that another computer made of it.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.database import write_by_force
from tests.support.window import Person, program_environment

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.errors import WorkspaceError
from jobtracker.services.backups import back_up, known
from jobtracker.storage.moving import move as move_file
from jobtracker.system import paths
from jobtracker.ui.theme.theme import Theme

COMPANY = "Acme Robotics"
PATIENCE = 60
MOVES = """
import sys
from jobtracker import ui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from jobtracker.desktop import open_window
from jobtracker.system.resources import resource
from jobtracker.ui import app
from jobtracker.ui.main_window.window import MainWindow

def look():
    for one in QApplication.topLevelWidgets():
        if isinstance(one, MainWindow) and one.isVisible():
            said = [banner.text for banner in (one.banner, *one.notices.shown())]
            if any("can come to harm" in words for words in said) and not moves:
                moves.append(print("moves", flush=True))
                one.banner.button.click()
            elif any("was moved" in words for words in said):
                print("is there", flush=True)
                one.close()
        elif isinstance(one, QFileDialog) and one.isVisible():
            one.findChildren(QLineEdit)[0].setText(sys.argv[2])
            one.accept()

moves = []
app.prepare(resource())
timer = QTimer()
timer.timeout.connect(look)
timer.start(100)
sys.exit(open_window(sys.argv[1]))
"""
"""The program, and somebody who answers what it shows: move the search, then close the window."""


@pytest.fixture
def synced(sample: Path, tmp_path: Path, theme: Theme) -> Iterator[Person]:
    """Somebody whose search lies in a folder that Dropbox keeps in step."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    (folder / ".dropbox").touch()
    somebody = Person(Path(shutil.copy(sample, folder)), theme)
    yield somebody
    somebody.leaves()


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def test_a_synced_folder_is_said_with_a_way_out(synced: Person) -> None:
    synced.starts()
    synced.waits_until(lambda: bool(synced.banner))

    assert "Dropbox" in synced.banner
    assert synced.window.banner.button.text() == "Move it…"


def move(person: Person, folder: Path) -> None:
    assert person.desktop.moving is not None
    person.desktop.moving.move(folder)


def other_computer_wrote(file: Path) -> Path:
    """A copy beside the search that lacks one application and has one of its own."""
    copy = Path(shutil.copy(file, file.with_name("search (Ada's conflicted copy).jobtracker")))
    with open_workspace(copy, write=True) as workspace:
        workspace.applications.remove(1)
        workspace.applications.add({"company": "Only There", "role": "Clerk"})
    return copy


def test_copies_that_another_computer_wrote_are_compared_by_keyboard(synced: Person) -> None:
    write_by_force(synced.file, "UPDATE journal_step SET made_at = '2026-01-05T10:00:00+00:00'")
    copy = other_computer_wrote(synced.file)
    synced.starts()
    synced.waits_until(lambda: synced.sees(copy.name))

    synced.presses("Ctrl+4", "F6")
    while synced.at != "Compare…":
        synced.presses("F6")
    synced.presses("Return")
    synced.waits_until(lambda: synced.sees("Copies that another computer wrote"))

    assert synced.sees("1 application is only in this copy")
    assert synced.sees("Only There, Clerk")
    assert synced.sees("1 application is only in your search")
    assert synced.sees("Newer than your search: last changed")


def test_a_copy_is_taken_over_where_the_present_search_is_kept_aside(synced: Person) -> None:
    copy = other_computer_wrote(synced.file)
    synced.starts()
    synced.waits_until(lambda: synced.sees(copy.name))
    synced.window.notices.about("copies").button.click()
    synced.waits_until(lambda: synced.sees("Copies that another computer wrote"))

    synced.tabs_to(f"Take over from it…: {copy.name}")
    synced.presses("Space")
    synced.waits_until(lambda: synced.sees("1 application would come in"))
    assert synced.at == "Cancel"
    synced.presses("Ctrl+Return")
    synced.waits_until(lambda: "Taken over and checked" in synced.toast)
    assert not synced.window.notices.about("copies").isVisible()

    synced.presses("Ctrl+2")
    synced.waits_until(lambda: synced.sees("Only There"))
    assert copy.exists()


def test_a_moved_search_opens_where_it_is_and_the_former_file_is_kept(
    synced: Person, safe: Path
) -> None:
    synced.starts()

    move(synced, safe)
    synced.waits_until(lambda: not synced.window.isVisible())

    arrival = synced.desktop.leads_to
    assert arrival is not None
    assert arrival.moved.path == safe / "search.jobtracker"
    former = synced.file.with_name("search.jobtracker.moved")
    assert former.exists()
    assert not synced.file.exists()
    synced.leaves()
    synced.file = arrival.moved.path
    synced.starts(arrival=arrival)
    assert synced.sees(f"It lies in {safe} now.")
    assert synced.sees(former.name)
    synced.presses("Ctrl+2")
    assert synced.sees(COMPANY)
    assert synced.sees(former.name)


def test_a_move_that_fails_leaves_the_search_open_where_it_was(synced: Person, safe: Path) -> None:
    (safe / "search.jobtracker").write_text("something else")
    synced.starts()

    move(synced, safe)
    synced.waits_until(lambda: not synced.desktop.recovering.page.is_down)

    assert "search.jobtracker" in synced.banner
    assert synced.desktop.leads_to is None
    assert (safe / "search.jobtracker").read_text() == "something else"
    synced.presses("Ctrl+2")
    assert synced.sees(COMPANY)


def test_the_program_goes_on_in_a_window_at_the_new_place(
    sample: Path, tmp_path: Path, safe: Path
) -> None:
    """The whole program: its window closes, another opens, and only closing that one ends it."""
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    file = Path(shutil.copy(sample, synced))
    environment = program_environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen"}

    ended = subprocess.run(
        [sys.executable, "-c", MOVES, str(file), str(safe)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (0, "moves\nis there\n"), ended.stderr
    assert "Traceback" not in ended.stderr
    assert (safe / file.name).exists()
    assert not file.exists()


def test_it_is_not_moved_into_another_synced_folder(synced: Person, tmp_path: Path) -> None:
    other = tmp_path / "Dropbox" / "deeper"
    other.mkdir()
    synced.starts()

    move(synced, other)
    synced.waits_until(lambda: not synced.desktop.recovering.page.is_down)

    assert "Dropbox" in synced.banner
    assert synced.file.exists()
    synced.presses("Ctrl+2")
    assert synced.sees(COMPANY)


def test_the_usual_search_is_found_where_it_was_moved_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.json"
    monkeypatch.setattr(paths, "settings_file", lambda: settings)
    monkeypatch.delenv(paths.WORKSPACE_VARIABLE, raising=False)
    assert paths.workspace_path(None) == paths.default_workspace()

    settings.write_text('{"workspace": "/elsewhere/search.jobtracker"}', "utf-8")
    assert paths.workspace_path(None) == Path("/elsewhere/search.jobtracker")
    assert paths.workspace_path("named.jobtracker").name == "named.jobtracker"

    settings.write_text("[]", "utf-8")
    assert paths.workspace_path(None) == paths.default_workspace()


def test_the_former_name_leads_to_the_moved_search_and_makes_nothing(
    synced: Person, safe: Path
) -> None:
    made = back_up(synced.file)
    moved = move_file(synced.file, safe).path
    assert [one.path.name for one in known(moved)] == [made.name]
    assert made.exists(), "the former backups stay"
    synced.starts()
    synced.waits_until(lambda: synced.sees(f"{synced.file.name} was moved to {moved}"))
    assert not synced.file.exists()
    page = synced.desktop.recovering.page
    assert synced.sees("Begin a new search")

    page.ways[0].click()
    synced.waits_until(lambda: not synced.window.isVisible())

    arrival = synced.desktop.leads_to
    assert arrival is not None
    assert arrival.moved.path == moved
    assert not synced.file.exists()


def test_a_moved_search_whose_drive_is_away_is_said_to_be_away(synced: Person, safe: Path) -> None:
    moved = move_file(synced.file, safe).path
    moved.rename(moved.with_name("away"))

    synced.starts()
    synced.waits_until(lambda: synced.sees("It is not there now"))

    assert not synced.file.exists()


def test_the_terminal_says_where_a_search_was_moved_and_makes_nothing(
    synced: Person, safe: Path
) -> None:
    moved = move_file(synced.file, safe).path

    for write in (False, True):
        with pytest.raises(WorkspaceError, match=f"was moved to {moved}; nothing was made"):
            open_workspace(synced.file, write=write, afresh=False)

    assert not synced.file.exists()
