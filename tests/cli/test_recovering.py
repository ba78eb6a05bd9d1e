"""`new`, `migrate`, `check`, `salvage`: what to do about a file that is old, damaged or gone."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused
from tests.migrations.make_old import RECORDS, make_old
from tests.support.database import write_by_force


@pytest.fixture
def cut(acme: Terminal) -> Terminal:
    """A workspace that has lost more than half."""
    os.truncate(acme.file, acme.file.stat().st_size * 2 // 5)
    return acme


def test_an_old_workspace_is_brought_up_to_date_and_backed_up(nowhere: Terminal) -> None:
    make_old(nowhere.file)

    done = nowhere.json("migrate")

    assert (done["from"], done["to"]) == ("0001", "0004")
    assert Path(done["backup"]).is_file()
    listed = nowhere("list", "--all", "--lines").lines
    assert {row["company"] for row in listed} == {f"old-{n}" for n in range(RECORDS)}
    assert all(len(row["events"]) == 2 for row in listed), "added, and a note"
    assert nowhere("migrate").out == "Already up to date.\n"
    assert nowhere("check").code == 0


def test_there_is_nothing_to_migrate_where_there_is_nothing(nowhere: Terminal) -> None:
    refused(nowhere("migrate"), "no workspace")
    assert not nowhere.file.exists()


def test_a_damaged_file_is_read_into_a_new_one(cut: Terminal, tmp_path: Path) -> None:
    before, new = cut.fingerprint(), tmp_path / "rescued.jobtracker"

    answer = cut("salvage", str(new))

    assert answer.code == 0, answer.err
    assert answer.out.startswith(f"Read into {new}: 1 application, 1 company.")
    assert "could not be read" in answer.out
    assert cut.fingerprint() == before
    (row,) = Terminal(new)("list", "--all", "--lines").lines
    assert row["company"].lower() == "acme robotics"
    assert Terminal(new)("check").code == 0


def test_its_records_are_printed_for_other_programs(cut: Terminal) -> None:
    before = cut.fingerprint()

    answer = cut("salvage", "--json")

    assert answer.code == 0
    kinds = {record["kind"] for record in answer.lines}
    assert {"application", "company"} <= kinds
    (one,) = (record for record in answer.lines if record["kind"] == "application")
    assert one["company"].lower() == "acme robotics"
    assert "could not be read" in answer.err
    assert cut.fingerprint() == before


def test_a_new_file_replaces_none(cut: Terminal, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")

    refused(cut("salvage", str(mine)), "already there")

    assert mine.read_text() == "mine"


def test_a_name_or_json_is_needed(cut: Terminal) -> None:
    assert cut("salvage").code == 2


def test_a_damaged_file_can_still_be_exported(cut: Terminal, tmp_path: Path) -> None:
    before = cut.fingerprint()

    answer = cut("export", str(tmp_path / "all.json"))

    assert answer.code == 0, answer.err
    assert "acme robotics" in (tmp_path / "all.json").read_text().lower()
    assert cut.fingerprint() == before


def test_what_a_newer_version_wrote_can_be_exported(acme: Terminal, tmp_path: Path) -> None:
    write_by_force(acme.file, "PRAGMA user_version=9999")
    write_by_force(acme.file, "UPDATE alembic_version SET version_num = 'ffffffffffff'")
    before = acme.fingerprint()

    answer = acme("export", str(tmp_path / "all.json"))

    assert answer.code == 0, answer.err
    assert "Acme Robotics" in json.dumps(json.loads((tmp_path / "all.json").read_text()))
    assert acme.fingerprint() == before
    refused(acme("migrate"), "newer Jobtracker")


def test_no_empty_workspace_takes_the_place_of_one_that_has_backups(acme: Terminal) -> None:
    acme("backup")
    acme.file.unlink()

    refused(acme("add", "--company", "A", "--role", "B"), "1 backup", "restore", "jobtracker new")
    assert not acme.file.exists()

    assert acme("new").code == 0
    assert acme("list", "--all", "--lines").lines == []
    refused(acme("new"), "already there")
