"""`export` and `import` as typed."""

import filecmp
import json
import os
import pty
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.cli.terminal import PROJECT, Terminal
from tests.cli.test_documentation import keys


def test_an_archive_goes_from_one_workspace_to_another(
    acme: Terminal, nowhere: Terminal, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"

    made = acme.json("export", str(first))
    seen = nowhere.json("import", str(first), "--dry-run")
    assert not nowhere.file.exists()
    brought = nowhere.json("import", str(first))
    nowhere.json("export", str(second))

    assert set(made) == keys("Archive made")
    assert set(brought) == keys("Import done")
    assert seen == brought
    assert made["records"]["application"] == brought["new"]["application"] == 1
    assert filecmp.cmp(first, second, shallow=False)
    assert nowhere("undo").code == 0
    assert nowhere.json("list") == []


def test_it_says_in_words_what_it_did(acme: Terminal, tmp_path: Path) -> None:
    path = str(tmp_path / "all.json")

    assert acme("export", path).out.startswith("Wrote 1 application (")
    said = acme("import", path)

    assert said.out.startswith("Brought in 0 applications (0 records in all)")
    assert said.err == ""


def test_a_file_in_the_way_stays_until_it_is_to_be_replaced(acme: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(b"precious")

    refused = acme("export", str(path))
    assert (refused.code, path.read_bytes()) == (3, b"precious")
    assert "--replace" in refused.err

    assert acme("export", str(path), "--replace").code == 0
    assert path.read_bytes().startswith(b"PK")


def test_other_formats_and_endings_are_refused_in_words(acme: Terminal, tmp_path: Path) -> None:
    for arguments, words in (
        (("export", str(tmp_path / "all.csv")), "End it with .zip"),
        (("export", "--format", "csv", str(tmp_path / "all.csv")), "Use zip or json"),
        (("export", "--format", "json", str(tmp_path / "all.zip")), "ends with .json"),
        (("import", str(tmp_path / "gone.zip")), "is no file that can be read"),
        (("import", "--format", "ics", str(tmp_path / "a.ics")), "Use zip or json"),
    ):
        answer = acme(*arguments)
        assert (answer.code, answer.out) == (3, ""), arguments
        assert words in answer.err


def test_there_is_nothing_to_export_where_there_is_no_workspace(
    nowhere: Terminal, tmp_path: Path
) -> None:
    assert nowhere("export", str(tmp_path / "all.zip")).code == 3
    assert not (tmp_path / "all.zip").exists()


def test_of_a_damaged_workspace_the_archive_says_what_is_missing(
    acme: Terminal, tmp_path: Path
) -> None:
    for number in range(30):
        acme.add(f"Company {number}", "Clerk", "--notes", "n" * 3000)
    content = acme.file.read_bytes()
    acme.file.write_bytes(content[: len(content) * 3 // 4 // 4096 * 4096])
    damaged = acme.fingerprint()

    answer = acme("export", str(tmp_path / "rest.zip"))

    assert answer.code == 0, answer.err
    with zipfile.ZipFile(tmp_path / "rest.zip") as archive:
        head = json.loads(archive.read("archive.json"))
    assert head["missing"]
    assert head["missing"][0] in answer.err
    assert acme.fingerprint() == damaged


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_an_import_says_how_far_it_is_and_ctrl_c_takes_all_of_it_back(
    acme: Terminal, nowhere: Terminal, tmp_path: Path
) -> None:
    many = "".join(f'{{"company": "Firm {n}", "role": "Cook"}}\n' for n in range(300))
    assert acme("add", "--lines", typed=many).code == 0
    archive = str(tmp_path / "many.json")
    assert acme("export", archive).code == 0
    assert nowhere("new").code == 0
    before = nowhere.stored()

    master, terminal = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "jobtracker", "--workspace", nowhere.file, "import", archive],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        stdout=subprocess.PIPE,
        stderr=terminal,
    )
    os.close(terminal)
    said = b""
    while b"Bringing it in\xe2\x80\xa6" not in said:
        said += os.read(master, 1 << 12)
    program.send_signal(signal.SIGINT)
    out, _ = program.communicate(timeout=60)
    said += os.read(master, 1 << 12)
    os.close(master)

    assert (program.returncode, out) == (3, b"")
    assert b"Stopped. Nothing more was changed." in said
    assert nowhere.stored() == before
    left = {entry.name for entry in tmp_path.iterdir()}
    assert not [
        name for name in left if name.endswith((".part", "-wal", "-journal", ".unfinished"))
    ]
