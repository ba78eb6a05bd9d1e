"""Salary tables from the terminal: tried, imported, listed, replaced, removed."""

from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused

DATA = Path(__file__).resolve().parents[1] / "data" / "salary"


def test_a_dry_run_says_what_would_be_imported_and_stores_nothing(jobtracker: Terminal) -> None:
    shown = jobtracker.json("salary", "import", str(DATA / "salaires_fr.csv"), "--dry-run")
    assert (shown["id"], shown["file_rows"], shown["read"]) == (None, 4, 2)
    assert [row["row"] for row in shown["refused"]] == [4, 5]
    assert {"heading": "Métier", "meaning": "role"} in shown["columns"]
    assert jobtracker.json("salary", "tables") == []


def test_a_table_is_imported_with_the_passport_that_was_typed(jobtracker: Terminal) -> None:
    given = ("--kind", "estimate", "--publisher", "Somebody", "--date", "2026-03")
    shown = jobtracker.json(
        "salary", "import", str(DATA / "levels_like.csv"), "--currency", "usd", *given
    )
    assert shown["doubts"] == []
    (listed,) = jobtracker.json("salary", "tables")
    assert (listed["id"], listed["rows"], listed["publisher"]) == (shown["id"], 3, "Somebody")
    assert (listed["kind"], listed["source_date"]) == ("estimate", "2026-03")


def test_the_same_file_needs_replace(jobtracker: Terminal) -> None:
    file = str(DATA / "headless.csv")
    first = jobtracker.json("salary", "import", file)["id"]
    refused(jobtracker("salary", "import", file), "here already")
    second = jobtracker.json("salary", "import", file, "--replace")["id"]
    assert [table["id"] for table in jobtracker.json("salary", "tables")] == [second]
    assert first != second


def test_a_removed_table_is_gone_until_undo(jobtracker: Terminal) -> None:
    key = jobtracker.json("salary", "import", str(DATA / "two_sheets.xlsx"), "--sheet", "Norway")
    jobtracker.json("salary", "tables", "remove", str(key["id"]))
    assert jobtracker.json("salary", "tables") == []
    jobtracker.json("undo")
    assert len(jobtracker.json("salary", "tables")) == 1


def test_words_tell_counts_causes_and_doubts(jobtracker: Terminal) -> None:
    words = jobtracker("salary", "import", str(DATA / "union_scale.csv")).out
    assert "3 of 4 rows read, 1 refused; 12 figures to compare with" in words
    assert "No pay in the row: 1" in words
    assert "“$” is taken to be US dollars" in words


def test_what_is_wrong_is_said_in_one_line(jobtracker: Terminal, tmp_path: Path) -> None:
    refused(jobtracker("salary", "import", str(tmp_path / "no.csv")), "does not exist")
    book, table = str(DATA / "two_sheets.xlsx"), str(DATA / "headless.csv")
    refused(jobtracker("salary", "import", book, "--sheet", "Denmark"), "no sheet “Denmark”")
    refused(jobtracker("salary", "import", table, "--currency", "bananas"), "is no currency")


@pytest.mark.shared
def test_every_table_of_the_measuring_data_is_imported_whole(
    jobtracker: Terminal, shared_data: Path
) -> None:
    for path in sorted((shared_data / "salary").glob("*.csv")):
        shown = jobtracker.json("salary", "import", str(path))
        assert shown["read"] + len(shown["refused"]) == shown["file_rows"]
        assert shown["id"]
