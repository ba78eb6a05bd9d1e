"""What a person does at the window, from the first page to a sent letter, by keys alone."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.conftest import PROJECT
from tests.support.window import Person

ORCHARD = PROJECT / "tests" / "data" / "profiles" / "orchard_manager_a.txt"
GAPS = re.compile(r"(\d+) missing")


class Search(NamedTuple):
    """A profile page, what is to be read off it, and an application for such a role."""

    page: Path
    title: str
    said: tuple[str, ...]
    role: str
    understood: str
    compared: str
    by_hour: str


SECTIONS = (
    "In short",
    "At a glance",
    "Salary",
    "Duties",
    "Overview",
    "Qualifications",
    "Career outlook",
    "Related roles",
    "Sample letter",
    "Questions and answers",
)


def read_the_page(person: Person, search: Search) -> None:
    person.presses("Ctrl+6")
    person.copies(search.page.read_text("utf-8"))

    person.presses("Ctrl+V")

    assert person.toast == f"{search.title} imported"
    for words in (*SECTIONS, *search.said):
        assert person.sees(words), words


def add_two(person: Person, search: Search) -> None:
    """One paid by the year, another by the hour."""
    person.presses("Ctrl+2", "Ctrl+N")
    person.types(search.role)
    person.presses("Tab")
    person.types("Glasshouse Ltd")
    person.tabs_to("Salary range")
    person.types("140-165k")
    assert person.sees(search.understood)
    assert person.value_of("Reference role") == search.title, "proposed by the title"
    assert person.sees(search.compared)
    person.presses("Ctrl+Return")
    assert person.toast == f"{search.role} at Glasshouse Ltd added"

    person.presses("Ctrl+N")
    person.types(search.title)
    person.presses("Tab")
    person.types("Hourly Hands")
    person.tabs_to("Salary range")
    person.types("$65/h")
    assert person.sees("Understood as $65.00 an hour")
    person.presses("Ctrl+Shift+Return")
    assert person.sees(search.by_hour)
    assert len(person.rows("Applications")) == 3, "a group with two applications"


def write_the_letter(person: Person, pdf: Path) -> None:
    """Known values are there, gaps keep it from leaving, and once they are filled it leaves."""
    person.presses("Ctrl+2")
    person.walks_to("Glasshouse Ltd")
    person.presses("L")
    assert person.page == "Letters"
    person.presses("Return")
    assert person.sees("Glasshouse Ltd")
    assert person.value_of("Company") == "Glasshouse Ltd"
    assert person.sees("Preview, 1 page")
    gaps = int(next(filter(None, map(GAPS.fullmatch, person.screen())))[1])
    assert gaps > 0

    person.presses("Ctrl+E")
    assert person.sees("missing: type it, or take the field out.")
    assert person.file_dialog() is None
    assert not list(pdf.parent.glob("*.pdf"))

    for at in range(gaps):
        person.presses("F8")
        person.types(f"something true {at}")
    person.waits_until(lambda: person.sees("Nothing missing"))
    person.presses("Ctrl+E")
    person.names_the_file(pdf)
    assert person.toast == f"Exported as {pdf.name}"
    assert pdf.read_bytes().startswith(b"%PDF-")

    person.presses("Ctrl+K")
    person.types("Mark as sent")
    person.presses("Return")
    person.waits_until(lambda: person.toast == "Letter marked as sent")


def move_and_undo(person: Person) -> None:
    person.presses("Ctrl+2")
    person.presses("S", "I")
    assert person.toast == "Glasshouse Ltd moved to Interview"
    assert person.rows("Applications")[0] == "Interview, 1 application, expanded"

    person.presses("Ctrl+Z")
    assert person.rows("Applications")[0] == "Saved, 2 applications, expanded"
    person.presses("Ctrl+Shift+Z")
    assert person.rows("Applications")[0] == "Interview, 1 application, expanded"


def search_from_page_to_letter(person: Person, search: Search, folder: Path) -> None:
    person.starts()
    assert person.page == "Applications"
    assert person.sees("Start your job search")

    read_the_page(person, search)
    add_two(person, search)
    write_the_letter(person, folder / "letter.pdf")
    move_and_undo(person)

    person.leaves()
    person.starts()
    assert person.page == "Applications"
    groups = [row for row in person.rows("Applications") if "expanded" in row]
    assert groups == ["Interview, 1 application, expanded", "Saved, 1 application, expanded"]
    person.presses("Ctrl+3")
    (letter,) = person.rows("Letters")
    assert letter.startswith(f"Glasshouse Ltd, {search.role}")
    assert "Sent" in letter
    person.presses("Ctrl+6")
    assert any(row.startswith(f"{search.title}, imported") for row in person.rows("Profiles"))

    person.presses("Ctrl+2", "Ctrl+Z")
    assert person.rows("Applications")[0] == "Saved, 2 applications, expanded", "undone after all"


def test_a_search_from_a_pasted_page_to_a_sent_letter(person: Person, tmp_path: Path) -> None:
    search = Search(
        page=ORCHARD,
        title="Orchard Manager",
        said=(
            "$52K – $88K",
            "$45K – $55K",
            "$75K – $95K",
            "Typical education",
            "Plan pruning, thinning and picking with the crew leaders",
            "Rootstocks: M9, M26",
            "Beekeeper",
            "$60K – $105K",
            "What does an Orchard Manager do in winter?",
        ),
        role="Senior Orchard Manager",
        understood="Understood as 140,000 – 165,000 a year; period assumed",
        compared="Benchmark $75K – $95K. Midpoint 152.5K is above the high end of the benchmark.",
        by_hour="$65.00 an hour is above the high end of the benchmark. An hour counted as 40",
    )

    search_from_page_to_letter(person, search, tmp_path)


@pytest.mark.shared
def test_the_same_with_the_page_of_a_python_developer(
    person: Person, tmp_path: Path, shared_data: Path
) -> None:
    search = Search(
        page=shared_data / "role_profiles" / "python_developer.txt",
        title="Python Developer",
        said=(
            "$110K – $130K",
            "$140K – $165K",
            "Top employer types",
            "Write pytest test suites",
            "Core Python knowledge",
            "SharePoint Developer",
            "$90K – $140K",
        ),
        role="Senior Python Developer",
        understood="Understood as 140,000 – 165,000 a year; period assumed",
        compared="Benchmark $140K – $165K. Midpoint 152.5K sits 50% up the benchmark.",
        by_hour="$65.00 an hour sits 46% up the benchmark. An hour counted as 40 a week",
    )

    search_from_page_to_letter(person, search, tmp_path)


def test_the_first_window_holds_the_bundled_library(person: Person) -> None:
    person.starts()

    person.presses("Ctrl+6")

    profiles = person.rows("Profiles")
    assert len(profiles) >= 27
    assert any(row.startswith("Python Developer, $110,000") for row in profiles)
    assert person.sees("Reference profile, from the library")
