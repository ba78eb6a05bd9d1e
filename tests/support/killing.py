"""Kills the program while somebody types, and looks at what is left of that."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.support.typist import spoken, typed
from tests.support.window import PROJECT, program_environment

from jobtracker.bootstrap import open_workspace
from jobtracker.system.resources import resource

MOST_LOST = 2.0
"""Seconds of typing that may be lost."""
STARTING = 60.0
"""Seconds until the first key, on a machine that does other things."""
LONG_ENOUGH = 6_000
"""Characters after which another letter is begun."""


class Kill(NamedTuple):
    """What one kill cost: `lost` seconds of typing, of `keys` typed since the start."""

    lost: float
    keys: int
    characters: int


class FieldKill(NamedTuple):
    """The same of a field: `kept` characters of what was typed were `offered` there again, and
    `said` is what the new start told first.
    """

    place: str
    lost: float
    keys: int
    kept: int
    offered: bool
    said: str


def prepare(file: Path) -> None:
    """A workspace with one application and an empty letter for it."""
    with open_workspace(file, write=True) as workspace:
        application = workspace.applications.add({"company": "Acme", "role": "Engineer"}).value
        letter = workspace.letters.draft(application).value
        workspace.letters.save(letter, text="")


def prepare_search(file: Path) -> None:
    """A workspace with the sample search, where every field can be reached."""
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))


def kill_while_typing(file: Path, after: float) -> Kill:
    """Start the program on the file, let it type a letter for so many seconds, and kill it.

    Raises AssertionError where the workspace or the letter is broken.
    """
    notes, killed = _kill(file, after)
    return _look(file, notes, killed)


def kill_in_field(file: Path, place: str, after: float) -> FieldKill:
    """The same in a field, by its name in `typing_places`; a new start then looks into it.

    Raises AssertionError where the workspace is broken, or the field holds what nobody typed.
    """
    notes, killed = _kill(file, after, place)
    with open_workspace(file, write=True) as workspace:
        found = workspace.checking.check()
        assert not found.problems, found
    program = _start(file, place, "look")
    _, told = program.communicate(timeout=STARTING)
    assert program.returncode == 0, told.decode(errors="replace")
    again = json.loads(file.with_suffix(".log").read_text())
    back = again["text"]
    offered = bool(back) and back == spoken(len(back))
    kept = len(back) if offered else 0
    first_lost = next((moment for count, moment in notes if count > kept), killed)
    return FieldKill(place, killed - first_lost, notes[-1][0], kept, offered, again["said"])


def _kill(file: Path, after: float, *place: str) -> tuple[list[tuple[int, float]], float]:
    """Type for so long, then die; what was typed until when, and the moment of the kill."""
    program = _start(file, *place)
    log = file.with_suffix(".log")
    try:
        _wait_for_typing(program, log)
        time.sleep(after)
    finally:
        program.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        _, told = program.communicate()
    assert program.returncode == -signal.SIGKILL, told.decode(errors="replace")
    return _notes(log), killed


def _start(file: Path, *what: str) -> "subprocess.Popen[bytes]":
    log = file.with_suffix(".log")
    log.write_bytes(b"")
    environment = program_environment(file.parent) | {"QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] += os.pathsep + str(PROJECT)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.typist", str(file), str(log), *what],
        env=environment,
        stderr=subprocess.PIPE,
    )


def _wait_for_typing(program: "subprocess.Popen[bytes]", log: Path) -> None:
    limit = time.monotonic() + STARTING
    while not log.stat().st_size and program.poll() is None and time.monotonic() < limit:
        time.sleep(0.02)


def _notes(log: Path) -> list[tuple[int, float]]:
    """How many characters were typed, and when; the last line may be cut."""
    lines = log.read_text().splitlines(keepends=True)
    pairs = (line.split() for line in lines if line.endswith("\n"))
    return [(int(count), float(moment)) for count, moment in pairs]


def _look(file: Path, notes: list[tuple[int, float]], killed: float) -> Kill:
    """Open what is left, check it whole, and tell what is missing."""
    with open_workspace(file, write=True) as workspace:
        found = workspace.checking.check()
        assert not found.problems, found
        letter = workspace.letters.listed()[0]
        text = workspace.letters.view(letter.id).text
        assert text == typed(len(text)), "the letter is not what was typed"
        if len(text) > LONG_ENOUGH:
            fresh = workspace.letters.draft(letter.application_id).value
            workspace.letters.save(fresh, text="")
    first_lost = next((moment for count, moment in notes if count > len(text)), killed)
    return Kill(killed - first_lost, notes[-1][0] - notes[0][0], len(text))
