"""Files that the program is started with, and what becomes of a problem."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.support.window import PROJECT, Person, visible

from jobtracker.ui.features.reports.sheet import ReportSheet

POSTING = """Senior Python Developer
Acme Robotics, Portland, OR

The range for this role is $148,000 to $172,000 a year.
"""
TABLE = PROJECT / "tests" / "data" / "salary" / "uk_bands.csv"


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
    person.settle()


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


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("setup.exe", "is no kind of file that Jobtracker reads"),
        ("other.jobtracker", "is another workspace"),
        ("cv.pdf", "drop it on that application"),
        ("archive.zip", "Settings, Data"),
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
