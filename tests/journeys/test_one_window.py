"""Starting the program a second time: the window that is open answers, at once."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.terminal import start
from tests.support.window import program_environment

from jobtracker.system.instance import meeting

AT_ONCE = 1.0
BARE_STARTS = 15
PATIENCE = 30.0
POSTING = "Senior Python Developer\nAcme Robotics, Portland, OR\n"
WATCHED = """
import sys
from jobtracker import __main__, ui
from jobtracker.ui.runtime.single_instance import SingleInstance
from jobtracker.ui.main_window.window import MainWindow

raise_up, listen = MainWindow.raise_up, SingleInstance.listen
def told(self):
    raise_up(self)
    print("raised", flush=True)
def ready(self):
    done = listen(self)
    print("listens", flush=True)
    return done
MainWindow.raise_up, SingleInstance.listen = told, ready
sys.exit(__main__.main())
"""
"""The program, which says when it listens and when it was raised."""


class Starts:
    """Starts of the program on one workspace, as somebody clicks its icon."""

    def __init__(self, folder: Path, session: str) -> None:
        self.file = folder / "search.jobtracker"
        self.env = program_environment(folder)
        self.env |= {"XDG_RUNTIME_DIR": session, "XDG_STATE_HOME": str(folder / "state")}
        self.env["JOBTRACKER_WORKSPACE"] = str(self.file)
        self.running: list[subprocess.Popen[str]] = []

    def window(self, *arguments: str) -> "subprocess.Popen[str]":
        """A start that may become the window."""
        begun = subprocess.Popen(
            [sys.executable, "-c", WATCHED, *arguments],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.running.append(begun)
        return begun

    def first(self) -> "subprocess.Popen[str]":
        begun = self.window()
        said(begun, "listens")
        return begun

    def again(self, *arguments: str) -> "tuple[subprocess.CompletedProcess[str], float]":
        """A start that goes again, and how many seconds it took."""
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "jobtracker", *arguments],
            env=self.env,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done, time.monotonic() - began


def at_once() -> float:
    """A second; longer only where the machine is so busy that a bare Python takes long to start."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-I", "-c", "pass"], check=True)
    return max(AT_ONCE, BARE_STARTS * (time.monotonic() - began))


def said(window: "subprocess.Popen[str]", word: str) -> None:
    assert window.stdout is not None
    for line in window.stdout:
        if line.strip() == word:
            return
    raise AssertionError(f"it never {word}: {window.stderr.read() if window.stderr else ''}")


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Starts]:
    with tempfile.TemporaryDirectory() as session:
        made = Starts(tmp_path, session)
        added = start("--workspace", str(made.file), "add", "--company", "Acme", "--role", "Dev")
        assert added.code == 0, added.err
        yield made
        for one in made.running:
            one.kill()
            one.communicate()


def test_a_second_start_raises_the_window_and_is_gone_at_once(starts: Starts) -> None:
    first = starts.first()

    done, seconds = starts.again()

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert seconds < at_once()
    said(first, "raised")


def test_a_second_start_never_loads_qt(starts: Starts) -> None:
    starts.first()
    program = (
        "import sys, json; from jobtracker.__main__ import main; main();"
        "print(json.dumps([n for n in sys.modules if n.startswith(('PySide6', 'click', 'sql'))]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], env=starts.env, capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == []


def test_two_starts_at_the_same_moment_give_one_window(starts: Starts) -> None:
    both = [starts.window(), starts.window()]
    deadline = time.monotonic() + PATIENCE
    while all(one.poll() is None for one in both) and time.monotonic() < deadline:
        time.sleep(0.05)

    gone = [one for one in both if one.poll() is not None]
    (stays,) = [one for one in both if one.poll() is None]

    assert [one.returncode for one in gone] == [0]
    said(stays, "raised")


def test_a_window_that_was_killed_stops_no_start(starts: Starts) -> None:
    killed = starts.first()
    killed.kill()
    killed.wait()

    again = starts.first()

    assert again.poll() is None
    assert starts.again()[0].returncode == 0


def test_a_window_that_hangs_is_not_waited_for(starts: Starts) -> None:
    hangs = starts.first()
    os.kill(hangs.pid, signal.SIGSTOP)
    began = time.monotonic()

    other = starts.window()
    said(other, "listens")

    assert time.monotonic() - began < PATIENCE
    _, seconds = starts.again()
    assert seconds < at_once()
    said(other, "raised")
    os.kill(hangs.pid, signal.SIGCONT)


def test_a_file_that_is_not_there_is_told_before_anything_is_opened(starts: Starts) -> None:
    done, seconds = starts.again("./missing.html")

    assert done.returncode == 3
    assert done.stderr == (
        "There is no file missing.html; nothing was opened. Check its name and folder.\n"
    )
    assert seconds < at_once()


def test_the_folder_of_the_session_holds_nothing_that_others_may_read(starts: Starts) -> None:
    starts.first()
    folder = Path(starts.env["XDG_RUNTIME_DIR"], "jobtracker")

    assert meeting(starts.file) is not None or folder.is_dir()
    assert folder.stat().st_mode & 0o077 == 0
    assert [one.name for one in folder.iterdir() if one.stat().st_mode & 0o077] == []
