"""Files that the program is started with, and what becomes of a problem."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.support.locking import WORDS, encrypts, types_at_the_lock
from tests.support.window import PROJECT, Person, visible
from tests.support.workspaces import opened
from tests.ui.locking.conftest import no_keyring

from jobtracker.ui.features.reports.sheet import ReportSheet

__all__ = ["no_keyring"]

POSTING = """Senior Python Developer
Acme Robotics, Portland, OR

The range for this role is $148,000 to $172,000 a year.
"""
DATA = PROJECT / "tests" / "data"
TABLE = DATA / "salary" / "uk_bands.csv"


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    file = tmp_path / "posting.txt"
    file.write_text(POSTING, "utf-8")
    return file


def hand_over(person: Person, file: Path | None) -> None:
    """As another start does, whose message came through the socket."""
    one_window = person.desktop._single
    assert one_window is not None
    one_window._single.knocked.put(file)
    looked: list[None] = []
    person.desktop.pages.beside.read(lambda: None, looked.append)
    person.waits_until(lambda: bool(looked))


def test_a_posting_opens_the_add_sheet_filled(person: Person, posting: Path) -> None:
    person.starts()

    hand_over(person, posting)
    person.waits_until(lambda: person.sees("fields found. Check before you add."))

    assert person.value_of("Role") == "Senior Python Developer"
    person.presses("Esc")


def test_a_table_of_pay_opens_its_sheet(person: Person) -> None:
    person.starts()

    hand_over(person, TABLE)
    person.waits_until(lambda: person.sees("Choose another file"))

    assert person.page == "Salary"
    person.presses("Esc")


def test_an_archive_is_previewed_on_the_data_page_and_comes_in_only_by_consent(
    person: Person, tmp_path: Path
) -> None:
    archive = tmp_path / "all.zip"
    with opened(tmp_path / "other.jobtracker") as other:
        other.applications.add({"company": "Bolt", "role": "Baker"})
        other.archive.export(archive)
    person.starts()

    hand_over(person, archive)
    person.waits_until(lambda: person.sees("Import all.zip"))
    assert person.page == "Settings"
    assert not person.sees("Baker")
    person.presses("Return")

    person.waits_until(lambda: person.toast.endswith("records imported"))
    assert not person.sees("Import all.zip")


def test_a_role_profile_is_previewed_on_its_page(person: Person) -> None:
    person.starts()

    hand_over(person, DATA / "profiles" / "orchard_manager_a.txt")
    person.waits_until(lambda: person.sees("1 role profile in it."))
    assert person.page == "Roles and profiles"
    person.presses("Return")

    person.waits_until(lambda: person.toast == "Orchard Manager imported")


def test_a_resume_is_previewed_beside_my_skills_and_left_by_escape(person: Person) -> None:
    person.starts()

    hand_over(person, DATA / "resumes" / "odd_dates.resume.json")
    person.waits_until(lambda: person.sees("What your profile says already stays."))
    assert person.at == "Import the resume"
    person.presses("Escape")

    person.presses("Ctrl+Z")
    assert person.toast == "", "nothing was imported"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("profiles/lighthouse_keeper_c.txt", "Import lighthouse_keeper_c.txt"),
        ("postings/us-page-ferrous.txt", "fields found. Check before you add."),
    ],
)
def test_what_is_dropped_on_the_window_opens_like_what_is_handed_over(
    name: str, words: str, person: Person
) -> None:
    person.starts()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(DATA / name))])
    place, copy = person.window.rect().center(), Qt.DropAction.CopyAction
    how = (copy, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    enter = QDragEnterEvent(place, *how)
    QApplication.sendEvent(person.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(person.window, QDropEvent(QPointF(place), *how))

    person.waits_until(lambda: person.sees(words))
    person.presses("Escape")


def test_what_cannot_be_read_is_said_on_the_page_where_it_belongs(
    person: Person, tmp_path: Path
) -> None:
    broken = tmp_path / "all.zip"
    broken.write_bytes(b"PK\x03\x04 not much of a zip")
    person.starts()

    hand_over(person, broken)

    person.waits_until(lambda: person.sees("all.zip"))
    assert person.page == "Settings"


@pytest.mark.usefixtures("no_keyring")
def test_behind_a_lock_a_file_waits_for_who_unlocks_it(person: Person) -> None:
    person.starts()
    encrypts(person)
    person.presses("Ctrl+L")
    hand_over(person, DATA / "profiles" / "orchard_manager_a.txt")
    assert not person.sees("Import orchard_manager_a.txt")

    types_at_the_lock(person, WORDS)

    person.waits_until(lambda: person.sees("Import orchard_manager_a.txt"))
    person.presses("Escape")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("setup.exe", "is no kind of file that Jobtracker reads"),
        ("other.jobtracker", "is another workspace"),
        ("cv.pdf", "drop it on that application"),
    ],
)
def test_other_files_are_told_where_they_belong(
    name: str, words: str, person: Person, tmp_path: Path
) -> None:
    person.starts()

    hand_over(person, tmp_path / name)

    assert name in person.banner
    assert words in person.banner


def test_a_report_is_read_before_it_is_copied(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    person.starts()
    command = person.command("Report a problem")
    assert command is not None

    command.trigger()
    person.settle()
    (sheet,) = visible(person.window, ReportSheet)
    text = sheet.text.toPlainText()
    sheet.copy.click()

    assert QGuiApplication.clipboard().text() == text
    assert "Jobtracker: " in text
    assert "PySide6" in text
    assert str(Path.home()) not in text
    assert str(person.file) not in text
    person.presses("Esc")


@pytest.mark.usefixtures("expected_logs")
def test_a_mistake_of_ours_offers_a_report(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    person.starts()

    sys.excepthook(ValueError, ValueError("Dear Ms Okafor"), None)
    person.settle()

    assert "Okafor" not in person.banner
    person.window.banner.button.click()
    person.settle()
    assert visible(person.window, ReportSheet)
    person.presses("Esc")
