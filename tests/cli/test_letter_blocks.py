"""`letter blocks`: keeping, finding and taking away paragraphs in the terminal."""

from pathlib import Path

import pytest
from tests.cli.terminal import Terminal


@pytest.fixture
def words(tmp_path: Path) -> str:
    file = tmp_path / "reports.txt"
    file.write_text("I halved the time that a report takes.\n", encoding="utf-8")
    return str(file)


def test_a_block_is_added_listed_and_shown(jobtracker: Terminal, words: str) -> None:
    added = jobtracker.json(
        "letter", "blocks", "add", "Reports", words, "--purpose", "achievement",
        "--skills", "Python, SQL",
    )  # fmt: skip

    assert added["text"] == "I halved the time that a report takes."
    assert (added["purpose"], added["skills"]) == ("achievement", ["Python", "SQL"])
    assert jobtracker.json("letter", "blocks", "list") == [added]
    assert "Reports" in jobtracker("letter", "blocks", "list").out
    assert added["text"] in jobtracker("letter", "blocks", "show", "reports").out


def test_only_what_is_given_changes(jobtracker: Terminal, words: str) -> None:
    added = jobtracker.json("letter", "blocks", "add", "Reports", words, "--skills", "Python")

    changed = jobtracker.json("letter", "blocks", "edit", "Reports", "--language", "de")

    assert changed == {**added, "language": "de"}
    assert jobtracker.json("letter", "blocks", "edit", "Reports", "--skills", "")["skills"] == []


def test_a_variant_names_its_block(jobtracker: Terminal, words: str) -> None:
    first = jobtracker.json("letter", "blocks", "add", "Reports", words)

    variant = jobtracker.json(
        "letter", "blocks", "add", "Shorter", words, "--variant-of", "Reports"
    )

    assert variant["variant_of"] == first["id"]
    jobtracker.json("letter", "blocks", "remove", "Reports")
    assert jobtracker.json("letter", "blocks", "show", "Shorter")["variant_of"] is None


def test_blocks_that_fit_a_letter_are_suggested(acme: Terminal, words: str) -> None:
    acme.json("letter", "blocks", "add", "Reports", words, "--roles", "Python Developer")
    acme.json("letter", "draft", "1")

    (found,) = acme.json("letter", "blocks", "suggest", "1")

    assert (found["name"], found["why"]) == ("Reports", "title says “Python Developer”")


def test_a_block_that_is_not_there_is_named(jobtracker: Terminal) -> None:
    answer = jobtracker("letter", "blocks", "show", "Reports")

    assert answer.code == 3
    assert "no block “Reports”" in answer.err


def test_a_name_that_two_blocks_have_removes_neither(jobtracker: Terminal, words: str) -> None:
    for _ in range(2):
        jobtracker.json("letter", "blocks", "add", "Reports", words)

    answer = jobtracker("letter", "blocks", "remove", "reports")

    assert answer.code != 0
    assert "2 blocks are called “reports”" in answer.err
    assert len(jobtracker.json("letter", "blocks", "list")) == 2
