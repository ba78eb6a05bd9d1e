"""What can be said about a run that went wrong, without a word of what is kept.

Each run of the window holds a private file while it goes on. A native crash writes the places of
its threads there; a file that nobody holds any more is left of a run that was never closed.
"""

import faulthandler
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from jobtracker.system.held import hold, is_held
from jobtracker.system.logs import place_of
from jobtracker.system.paths import private_folder

FOLDER = "runs"
TOLD = ".told"
KEPT = 5
"""Ends that are told of; older ones are forgotten."""
MOST_BYTES = 20_000
"""Of a native crash: the places of some threads."""
_PLACE = re.compile(r'File "([^"]*)", line (\d+) in ([\w.<>]+)')


class Run(NamedTuple):
    """A run that goes on."""

    file: Path
    held: int

    def end(self) -> None:
        """It was closed as it should be, and leaves nothing."""
        faulthandler.disable()
        with suppress(OSError):
            os.close(self.held)
            self.file.unlink()


class BadEnd(NamedTuple):
    """A run that was never closed: `trace` says where a native crash was, "" after a kill or a
    power cut. `at` is when that was written, else when the run began.
    """

    file: Path
    at: datetime
    trace: str

    @property
    def is_news(self) -> bool:
        """Whether it is a crash that nobody was told of."""
        return bool(self.trace) and self.file.suffix != TOLD


def begin(folder: Path) -> Run:
    """Note in a folder of logs that a run begins, and have native crashes written there.

    Raises OSError and WorkspaceError where nothing can be written.
    """
    file = private_folder(folder / FOLDER) / f"{os.urandom(8).hex()}.run"
    held = hold(file)
    faulthandler.enable(held)
    return Run(file, held)


def ended_badly(folder: Path) -> list[BadEnd]:
    """The runs that were never closed, newest first; only the last few are kept."""
    files = (folder / FOLDER).glob("*")
    ends = [end for file in files if (end := _bad_end(file)) is not None]
    ends.sort(key=lambda end: end.at, reverse=True)
    forget(ends[KEPT:])
    return ends[:KEPT]


def forget(ends: Sequence[BadEnd]) -> None:
    """Take away what is left of them."""
    for end in ends:
        with suppress(OSError):
            end.file.unlink()


def told(ends: Sequence[BadEnd]) -> None:
    """Remember that a person was told of them, so that no later start does it again."""
    for end in ends:
        with suppress(OSError):
            end.file.rename(end.file.with_suffix(TOLD))


def text_of(facts: Mapping[str, str], ends: Sequence[BadEnd], log: Sequence[str]) -> str:
    """A report to be read before it is given away: facts by their name, bad ends, the log."""
    lines = ["Jobtracker: report of a problem", ""]
    lines += [f"{name}: {value}" for name, value in facts.items()]
    for end in ends:
        lines += ["", f"A run was not closed, {end.at.astimezone():%Y-%m-%d %H:%M}:"]
        lines += end.trace.splitlines() or ["it was ended from outside, or the computer went off"]
    lines += ["", "Last lines of the log:", *(log or ["(none)"])]
    return "\n".join(map(without_home, lines)) + "\n"


def without_home(line: str) -> str:
    """A line without the folder, and with it the name, of the person whose computer this is."""
    for home in {str(Path.home()), os.path.realpath(Path.home())}:
        if len(home) > 1:
            line = line.replace(home, "~")
    return line


def _bad_end(file: Path) -> BadEnd | None:
    try:
        if is_held(file):
            return None
        at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        with file.open("rb") as source:
            trace = source.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    return BadEnd(file, at, _PLACE.sub(_short, trace).strip())


def _short(found: re.Match[str]) -> str:
    return f"{place_of(found[1])}:{found[2]} in {found[3]}"
