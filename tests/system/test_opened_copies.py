"""Copies of documents for other programs: private, and gone afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.window import program_environment

from jobtracker.system.opened_copies import Copies

LEAVES = """
import os, sys
from pathlib import Path
from jobtracker.system.opened_copies import Copies
print(Copies(Path(sys.argv[1])).add(b"bytes", "cv.pdf"), flush=True)
if sys.argv[2] == "killed":
    os.kill(os.getpid(), 9)
"""


def left(root: Path, how: str) -> Path:
    """Where a run of the program that ended so had its copy."""
    done = subprocess.run(
        [sys.executable, "-c", LEAVES, str(root), how],
        env=program_environment(root),
        capture_output=True,
        text=True,
        check=False,
    )
    return Path(done.stdout.strip())


def test_a_copy_is_for_its_owner_alone(tmp_path: Path) -> None:
    copies = Copies(tmp_path / "opened")

    first, second = copies.add(b"one", "cv.pdf"), copies.add(b"two", "cv.pdf")

    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert (first.name, second.name) == ("cv.pdf", "cv.pdf")
    assert first.stat().st_mode & 0o777 == 0o600
    assert {one.stat().st_mode & 0o777 for one in (first.parent, first.parent.parent)} == {0o700}


def test_it_goes_when_the_program_ends(tmp_path: Path) -> None:
    copy = left(tmp_path, "closed")

    assert copy.name == "cv.pdf"
    assert not copy.exists()


def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path) -> None:
    copy = left(tmp_path, "killed")
    assert copy.exists()
    mine = Copies(tmp_path)

    mine.add(b"x", "a.txt")
    Copies(tmp_path).add(b"y", "b.txt")

    assert not copy.exists()
    assert len(list(tmp_path.iterdir())) == 2, "that of a run which goes on stays"


def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="elsewhere"):
        Copies(tmp_path / "opened").add(b"x", "../cv.pdf")
