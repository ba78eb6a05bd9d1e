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
    file = str(DATA / "summary_rows.csv")
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


def test_figures_without_role_or_currency_are_refused_with_the_options_that_mend_it(
    jobtracker: Terminal,
) -> None:
    file = str(DATA / "ranges_in_k.csv")
    steps = str(DATA / "tvoed_like.csv")
    mended = 'Add --role "...", or keep them so with --as-is.'
    refused(jobtracker("salary", "import", steps), "figures have no role", mended)
    assert jobtracker.json("salary", "tables") == []
    assert jobtracker.json("salary", "import", steps, "--role", "Clerk")["comparable"] > 0
    assert jobtracker("salary", "import", file, "--dry-run").code == 0


def test_a_table_can_be_kept_as_it_is_and_counts_only_what_can_be_compared(
    jobtracker: Terminal,
) -> None:
    file = str(DATA / "mixed_periods.csv")
    mended = "Add --currency EUR --period year"
    refused(jobtracker("salary", "import", file), "figures have no currency", mended)
    words = jobtracker("salary", "import", file, "--as-is").out
    assert "6 of 6 rows read, 0 refused; 4 figures to compare with" in words
    again = jobtracker.json(
        "salary", "import", file, "--replace", "--currency", "USD", "--period", "month"
    )
    assert again["comparable"] == again["table_rows"] == 6


def test_a_doubt_names_the_option_that_mends_it(jobtracker: Terminal) -> None:
    book = jobtracker("salary", "import", str(DATA / "two_sheets.xlsx")).out
    assert (
        "Only the sheet “Sweden” was read. Alike: “Norway”. Read another with --sheet NAME." in book
    )
    scale = jobtracker("salary", "import", str(DATA / "union_scale.csv")).out
    assert "Choose another currency if it is not. Then add --currency CAD." in scale
    file = str(DATA / "second_heading.csv")
    undated = "their age can never be told. If you know it, add --date 2025."
    assert undated in jobtracker("salary", "import", file, "--dry-run").out
    assert undated not in jobtracker("salary", "import", file, "--date", "2026").out


@pytest.mark.shared
def test_every_table_of_the_measuring_data_is_imported_whole(
    jobtracker: Terminal, shared_data: Path
) -> None:
    for path in sorted((shared_data / "salary").glob("*.csv")):
        shown = jobtracker.json("salary", "import", str(path), "--as-is")
        assert shown["read"] + len(shown["refused"]) == shown["file_rows"]
        assert shown["id"]
