"""What the program loads before anything is seen, and whom it speaks to."""

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from tests.cli.terminal import start
from tests.support.window import program_environment

LATER = (
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "alembic",
    "click",
    "keyring",
    "lxml",
    "pydantic",
    "sqlalchemy",
    "jobtracker.bootstrap",
    "jobtracker.cli",
    "jobtracker.desktop.finding",
    "jobtracker.desktop.first_run",
    "jobtracker.desktop.first_visits",
    "jobtracker.exchange",
    "jobtracker.services",
    "jobtracker.storage.database",
    "jobtracker.storage.schema",
    "jobtracker.typesetting",
    "jobtracker.ui.actions",
    "jobtracker.ui.features.adding",
    "jobtracker.ui.features.applications.board",
    "jobtracker.ui.features.applications.commands",
    "jobtracker.ui.features.applications.detail",
    "jobtracker.ui.features.applications.presenter",
    "jobtracker.ui.features.letters",
    "jobtracker.ui.features.palette",
    "jobtracker.ui.features.phone",
    "jobtracker.ui.features.profiles",
    "jobtracker.ui.features.review",
    "jobtracker.ui.features.salary",
    "jobtracker.ui.features.settings",
    "jobtracker.ui.main_window.commands",
    "jobtracker.ui.widgets.start_panel",
)
LONGEST_GAP_MS = 100
"""On a machine that does other work too; `benchmarks/bench_start.py` holds the real limit."""
OWN_MODULES = {"applications": 69, "today": 73}
"""Of ours, packages counted, loaded before the first paint; 40 is the aim. Each costs about half a
hundredth of a bare window: more of them want a reason.
"""
LISTS = {
    "applications": "jobtracker.ui.features.applications.table.table ApplicationTable",
    "today": "jobtracker.ui.features.today.task_list TaskList",
}
"""What is painted first where the window begins on a page."""

PROGRAM = """
import json, sys
from importlib import import_module
from pathlib import Path
from jobtracker import desktop
FirstList = getattr(import_module(sys.argv[2]), sys.argv[3])

class Loaded(desktop.Desktop):
    def wake(self, armed):
        self.window.close()
        armed()

paint = FirstList.paintEvent
def painted(table, event):
    paint(table, event)
    print(json.dumps([table.model().rowCount(), sorted(sys.modules)]), flush=True)
FirstList.paintEvent = painted
desktop.Desktop = Loaded
sys.exit(desktop.open_window(sys.argv[1]))
"""

LOADING = """
import sys, time
from PySide6.QtCore import QTimer
from jobtracker import desktop

class Watched(desktop.Desktop):
    def wake(self, armed):
        beats = [time.thread_time()]
        def beat():
            beats.append(time.thread_time())
            if self.settled and self.pages.applications.pane.shown_id:
                print(1000 * max(b - a for a, b in zip(beats, beats[1:])))
                self.window.close()
            else:
                QTimer.singleShot(1, beat)
        beat()
        super().wake(armed)

desktop.Desktop = Watched
sys.exit(desktop.open_window(sys.argv[1]))
"""
"""Prints the longest time of the interface's thread, in its own milliseconds, between two turns."""


def run(program: str, workspace: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [sys.executable, "-c", program, str(workspace), *more],
        capture_output=True,
        text=True,
        env=program_environment(workspace.parent),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(params=LISTS)
def begins_on(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The page that the window was left on."""
    page = str(request.param)
    settings = tmp_path / "jobtracker" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"format": 1, "page": page}), "utf-8")
    return page


@pytest.fixture
def stocked(tmp_path: Path) -> Path:
    """One application, with something to do for it."""
    file = tmp_path / "search.jobtracker"
    fields = ("--company", "First Hive", "--role", "Beekeeper", "--next-action-on", "2026-11-20")
    added = start("--workspace", str(file), "add", *fields)
    assert added.code == 0, added.err
    return file


@pytest.fixture
def loaded(stocked: Path, begins_on: str) -> set[str]:
    """The modules that are loaded when the list has been painted with its rows."""
    said = run(PROGRAM, stocked, *LISTS[begins_on].split()).stdout
    rows, modules = json.loads(said.splitlines()[0])
    assert rows == {"applications": 2, "today": 1}[begins_on], "a group counts as a row"
    return set(modules)


def test_the_first_list_is_painted_before_anything_heavy_is_loaded(
    loaded: set[str], begins_on: str
) -> None:
    other = (
        "jobtracker.ui.features." + {"applications": "today", "today": "applications"}[begins_on]
    )

    assert [name for name in (*LATER, other) if name in loaded] == []


def test_few_of_our_own_modules_stand_before_the_first_paint(
    loaded: set[str], begins_on: str
) -> None:
    own = sorted(name for name in loaded if name.partition(".")[0] == "jobtracker")

    assert len(own) <= OWN_MODULES[begins_on], f"{len(own)}: {', '.join(own)}"


@pytest.mark.usefixtures("begins_on")
def test_the_window_answers_while_everything_else_is_loaded(stocked: Path) -> None:
    done = run(LOADING, stocked)

    assert float(done.stdout) < LONGEST_GAP_MS


def test_the_window_opens_no_socket_to_a_network(stocked: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    strace = [which("strace") or "", "-f", "-e", "trace=socket,connect", "-o", str(trace)]
    if not strace[0] or subprocess.run([*strace, "true"], check=False).returncode:
        pytest.skip("system calls cannot be traced here")
    program = "import sys; from jobtracker.desktop import check_window; check_window(sys.argv[1])"
    program = program.replace("sys.argv[1]", "__import__('pathlib').Path(sys.argv[1])")

    subprocess.run(
        [*strace, sys.executable, "-c", program, str(stocked)],
        env=program_environment(tmp_path),
        timeout=90,
        check=True,
    )

    assert re.findall(r"AF_INET\w*", trace.read_text("utf-8", "replace")) == []
