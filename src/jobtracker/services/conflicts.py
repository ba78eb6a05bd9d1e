"""Copies of a workspace that a synchronising program made because two computers wrote at once:
what each holds, and how it differs from the workspace as it is now. All of it only reads.
"""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import (
    WorkspaceDamagedError,
    WorkspaceError,
    WorkspaceLockedError,
)
from jobtracker.services.backups import preview
from jobtracker.storage.backups import facts
from jobtracker.storage.backups.facts import Counts, Differences

LOCKED = "It is encrypted with another key than your search, so it can't be compared here."
NEWER = "A newer version of Jobtracker wrote it, so it can't be compared here. Open it there."
DAMAGED = "It is damaged or not whole yet. The program that copies it may still be at work."
GONE = "It is not there any more."


class Held(NamedTuple):
    """What a copy holds beside what the workspace does; `differences` are those that taking it
    over would make.
    """

    counts: Counts
    differences: Differences


class ConflictCopy(NamedTuple):
    """`size` is in bytes; `changed` is when something was last done in it, None where nobody ever
    did or it can't be read; `trouble` says why there is nothing `held` to show.
    """

    path: Path
    size: int
    changed: datetime | None
    held: Held | None
    trouble: str = ""


class Conflicts(NamedTuple):
    """The workspace and its copies, each looked at in one moment of its own."""

    counts: Counts
    changed: datetime | None
    copies: tuple[ConflictCopy, ...]


def compared(path: Path, copies: tuple[Path, ...]) -> Conflicts:
    """Compare each copy with the workspace, which may be open. Raises WorkspaceError where the
    workspace itself can't be read.
    """
    place = path.resolve()
    return Conflicts(
        facts.counts_in(place),
        facts.last_change(place),
        tuple(_looked_at(place, copy) for copy in copies),
    )


def _looked_at(path: Path, copy: Path) -> ConflictCopy:
    try:
        size = copy.stat().st_size
    except OSError:
        return ConflictCopy(copy, 0, None, None, GONE)
    try:
        if facts.is_newer(copy):
            return ConflictCopy(copy, size, None, None, NEWER)
        found = preview(path, copy)
        changed = facts.last_change(copy)
    except WorkspaceLockedError:
        return ConflictCopy(copy, size, None, None, LOCKED)
    except WorkspaceDamagedError:
        return ConflictCopy(copy, size, None, None, DAMAGED)
    except WorkspaceError as error:
        return ConflictCopy(copy, size, None, None, str(error))
    return ConflictCopy(copy, size, changed, Held(found.counts, found.differences))
