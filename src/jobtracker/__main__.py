"""The program's door: without a command the window opens, otherwise the terminal answers."""

import gc
import os
import sys
from typing import NamedTuple

REFUSED = 3
NAMED = 2
"""Arguments of `--workspace FILE`."""


class Wanted(NamedTuple):
    """The window, on this workspace and with this file where they are named."""

    workspace: str | None = None
    file: str | None = None


def main() -> int:
    """Run Jobtracker on the arguments it was started with; the exit code."""
    arguments = sys.argv[1:]
    gc.disable()  # all that loads now stays; whoever has loaded it switches it on again
    from jobtracker.system.hardening import harden

    harden()
    wanted = _wanted(arguments)
    if wanted is not None:
        return _window(wanted)
    from jobtracker.cli import run

    return run(arguments)


def _window(wanted: Wanted) -> int:
    """Open the window, or have the one that is open come forward: then Qt is never loaded."""
    from jobtracker.domain.errors import JobtrackerError
    from jobtracker.system.instance import begin

    try:
        start = begin(*wanted)
    except JobtrackerError as error:
        print(error, file=sys.stderr)  # noqa: T201 - nothing else can show it yet
        return REFUSED
    if start.claim.told:
        return 0
    from jobtracker import ui  # noqa: F401 (loads Qt the quick way, before anything else)
    from jobtracker.desktop import open_window

    return open_window(str(start.workspace), start)


def _wanted(arguments: list[str]) -> Wanted | None:
    """Decided without a parser, because parsing costs as much as painting the sidebar.

    A file is told from a command by its dot or its folder.
    """
    named = arguments[:1] == ["--workspace"]
    rest = arguments[NAMED:] if named else arguments
    if len(rest) > 1 or (named and len(arguments) < NAMED):
        return None
    if rest and (rest[0].startswith("-") or not {".", "/", os.sep}.intersection(rest[0])):
        return None
    return Wanted(arguments[1] if named else None, rest[0] if rest else None)


if __name__ == "__main__":
    sys.exit(main())
