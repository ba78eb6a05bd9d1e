"""What a report says of runs that went wrong, and what it never says."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.support.window import program_environment

from jobtracker.system import reports
from jobtracker.system.reports import BadEnd, begin, ended_badly, forget, text_of, told

DIES = """
import os, signal, sys
from pathlib import Path
from jobtracker.system.reports import begin
run = begin(Path(sys.argv[1]))
os.kill(os.getpid(), getattr(signal, sys.argv[2]))
"""


def died(folder: Path, by: str) -> None:
    """A run of the program ends by a signal."""
    subprocess.run(
        [sys.executable, "-c", DIES, str(folder), by],
        env=program_environment(folder),
        check=False,
    )


def test_a_run_that_is_closed_leaves_nothing(tmp_path: Path) -> None:
    run = begin(tmp_path)
    assert run.file.stat().st_mode & 0o077 == 0
    assert ended_badly(tmp_path) == [], "it goes on"

    run.end()

    assert ended_badly(tmp_path) == []
    assert list((tmp_path / reports.FOLDER).iterdir()) == []


def test_a_crash_leaves_its_places_in_the_code(tmp_path: Path) -> None:
    died(tmp_path, "SIGSEGV")

    (end,) = ended_badly(tmp_path)

    assert "Segmentation fault" in end.trace
    assert ":6 in <module>" in end.trace
    assert str(Path.home()) not in end.trace
    assert end.is_news
    told([end])
    assert [one.is_news for one in ended_badly(tmp_path)] == [False]


def test_a_kill_is_noticed_and_told_once(tmp_path: Path) -> None:
    died(tmp_path, "SIGKILL")

    ends = ended_badly(tmp_path)
    assert [end.trace for end in ends] == [""]
    assert "ended from outside" in text_of({}, ends, [])
    forget(ends)

    assert ended_badly(tmp_path) == []


def test_only_the_last_few_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / reports.FOLDER
    folder.mkdir()
    for count in range(reports.KEPT + 3):
        file = folder / f"{count}.run"
        file.touch(0o600)
        os.utime(file, (count * 1000, count * 1000))

    ends = ended_badly(tmp_path)

    assert [end.file.stem for end in ends] == ["7", "6", "5", "4", "3"]
    assert len(list(folder.iterdir())) == reports.KEPT


def test_a_report_names_neither_the_home_folder_nor_the_person(tmp_path: Path) -> None:
    home = str(Path.home())
    end = BadEnd(tmp_path, datetime(2026, 11, 22, tzinfo=UTC), f"read {home}/Okafor.py")

    text = text_of({"Version": "1", "Place": f"{home}/x"}, [end], [f"opened {home}/y"])

    assert home not in text
    assert "Version: 1" in text
    assert "~/x" in text
    assert "opened ~/y" in text


def test_a_crash_writes_no_image_of_the_memory() -> None:
    program = (
        "import resource, os; from jobtracker.system.hardening import harden; harden();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=program_environment(Path()),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split("\n")[0] == "(0, 0) 0o77"
    assert signal.SIGSEGV  # what would have written one
