"""What a person does, from the first page to a sent letter, in a terminal: each command a start."""

from pathlib import Path
from typing import Any

from tests.cli.terminal import PROJECT, Answer, start

PAGE = PROJECT / "tests" / "data" / "profiles" / "orchard_manager_a.txt"


class Person:
    """Types commands; the program ends after each, as it does in a terminal."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def types(self, *arguments: str) -> Answer:
        return start("--workspace", str(self._file), *arguments)

    def sees(self, *arguments: str) -> Any:
        answer = self.types(*arguments, "--json")
        assert answer.code == 0, answer.err
        return answer.json


def test_a_search_from_the_first_page_to_a_sent_letter(tmp_path: Path) -> None:
    person = Person(tmp_path / "search.jobtracker")

    known = [profile["title"] for profile in person.sees("profile", "list")]
    assert "Python Developer" in known, "the bundled library is there before anything is made"

    (profile,) = person.sees("profile", "import", str(PAGE))
    assert profile["title"] == "Orchard Manager"
    assert profile["glance"]
    assert profile["salaries"]
    assert profile["related"]
    assert "{{" in profile["letter"]

    added = person.sees(
        "add",
        "--company",
        "Glasshouse Farms",
        "--role",
        "Senior Orchard Manager",
        "--pay",
        "$70-90k",
    )
    assert added["profile"]["name"] == "Orchard Manager", "proposed by the title"
    assert (added["pay"]["min"], added["pay"]["max"]) == (70_000, 90_000)
    compared = person.sees("salary", "compare", str(added["id"]))
    assert isinstance(compared["benchmark"]["position"], float)

    letter = person.sees("letter", "draft", added["uid"])
    number = str(letter["id"])
    assert "Glasshouse Farms" in letter["text"]
    missing = [field["name"] for field in letter["fields"] if field["value"] is None]
    assert missing

    pdf = tmp_path / "letter.pdf"
    refused = person.types("letter", "export", number, str(pdf))
    assert (refused.code, refused.err.count("\n")) == (3, 1)
    assert not pdf.exists()
    assert person.types("letter", "check", number).code == 1

    person.sees("letter", "set", number, *(f"{name}=something true" for name in missing))
    assert person.types("letter", "check", number).code == 0
    person.sees("letter", "export", number, str(pdf))
    person.sees("letter", "sent", number)
    assert pdf.read_bytes().startswith(b"%PDF-")

    assert person.sees("move", "1", "interview", "--on", "2026-11-20")["stage"] == "interview"
    assert person.sees("undo")["label"] == "move to Interview"
    assert person.sees("show", "1")["stage"] == "saved"
    assert person.sees("redo")["label"] == "move to Interview"

    shown = person.sees("show", "1")
    assert [event["kind"] for event in shown["events"]] == ["stage", "added", "letter"]
    found = {hit["kind"] for hit in person.sees("find", "glasshouse")}
    assert found == {"application", "company"}

    backup = person.sees("backup")["path"]
    person.sees("close", "1", "accepted")
    person.sees("restore", backup)
    assert person.sees("show", "1") == shown
    assert person.sees("check")["ok"]
