"""What the page of recovery shows: what happened, what is safe, and the ways on."""

from collections.abc import Callable
from typing import NamedTuple


class Way(NamedTuple):
    """One thing that can be done about it; `run` when it is chosen."""

    icon: str
    title: str
    note: str
    run: Callable[[], object]


class Copy(NamedTuple):
    """A file that can take the workspace's place, in words; `restore` puts it there, and `action`
    is what its button says. `reason` is why a backup was taken.
    """

    made: str
    holds: str
    size: str
    restore: Callable[[], object]
    action: str = "Restore"
    reason: str = ""


class Trouble(NamedTuple):
    """Why the window shows no search. `safe` says that nothing was lost or changed; `file` is the
    path it is about, shown so that it can be found; `lines` are what there is to report.
    """

    title: str
    happened: str
    safe: str
    ways: tuple[Way, ...]
    copies: tuple[Copy, ...] = ()
    copies_title: str = "Backups"
    lines: tuple[str, ...] = ()
    file: str = ""
    icon: str = "triangle-alert"
