"""Killed at any moment, a backup or a restore leaves the old or the new, whole."""

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from tests.support.database import add_company, ask, companies, open_workspace

from jobtracker.storage.backups.kept import folder_of, list_backups
from jobtracker.storage.backups.taking import back_up

KILLS = 40 if os.environ.get("JOBTRACKER_KILLS") == "all" else 4
PROJECT = Path(__file__).resolve().parents[2]
BACKING_UP = """
import sys
from pathlib import Path
from jobtracker.storage.backups import back_up
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    back_up(path, "manual")
"""
RESTORING = """
import sys
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from jobtracker.storage.restoring import restore
path, *sources = map(Path, sys.argv[1:])
print("ready", flush=True)
for source in cycle(sources):
    restore(path, source, now=datetime(2026, 11, 22, tzinfo=UTC))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with Acme and enough beside it that copying takes its time."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Acme")
        for number in range(20):
            add_company(step, f"Company {number}", "notes " * 5_000)
    return path


def killed_after(seconds: float, script: str, *arguments: Path) -> None:
    """Run a script, and kill it so many seconds after it began its work."""
    program = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env={"PYTHONPATH": "src", "PATH": ""},
    )
    assert program.stdout is not None
    with program.stdout:
        program.stdout.readline()
        time.sleep(seconds)
        program.kill()
        program.wait()


@pytest.mark.long
def test_every_backup_that_has_a_name_is_whole(path: Path) -> None:
    random = Random(7)

    for _ in range(KILLS):
        killed_after(random.uniform(0, 0.12), BACKING_UP, path)
        for backup in list_backups(path):
            assert ask(backup.path, "SELECT count(*) FROM company") == [(21,)]
            assert ask(backup.path, "PRAGMA integrity_check") == [("ok",)]

    assert back_up(path, "manual").number == list_backups(path)[0].number
    left = {entry.suffix for entry in folder_of(path).iterdir()}
    assert left == {".db", ".lock"}


@pytest.mark.long
def test_the_workspace_is_always_one_of_the_two_and_the_other_is_never_lost(path: Path) -> None:
    random = Random(11)
    backup = back_up(path, "manual").path
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Later")
    later = back_up(path, "manual").path

    for _ in range(KILLS):
        killed_after(random.uniform(0, 0.25), RESTORING, path, backup, later)
        with open_workspace(path) as database:
            found = companies(database)
        assert "Acme" in found
        assert len(found) in (21, 22)
        assert ask(path, "PRAGMA integrity_check") == [("ok",)]
        for kept in path.parent.glob("*before-restore*.jobtracker"):
            assert kept.stat().st_nlink == 1
            kept.unlink()
