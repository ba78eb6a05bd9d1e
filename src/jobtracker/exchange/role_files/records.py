"""What files of roles bring: whole profiles, and what could not be read, row by row."""

from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.domain.profiles import RoleProfile


class Refused(NamedTuple):
    """A row (counted from 1, the header apart) that was not read, and why.

    Row 0 stands for a file as a whole.
    """

    row: int
    reason: str
    file: str = ""


class RoleFile(NamedTuple):
    """The profiles of one file or of several that belong together.

    `rows` is `read` + the number of `refused`: rows of a table, lines of a page, profiles of
    our own JSON. `left` names the files of a folder that hold nothing this program uses.
    `parts` says that the profiles hold only some of their parts and fill up what is there
    already, as a single file of a database does.
    """

    profiles: tuple[RoleProfile, ...]
    rows: int
    read: int
    refused: tuple[Refused, ...] = ()
    credit: str = ""
    kind: str = ""
    left: tuple[str, ...] = ()
    parts: bool = False


def joined(files: Sequence[RoleFile]) -> RoleFile:
    """Several files as one, in their order."""
    return RoleFile(
        tuple(profile for file in files for profile in file.profiles),
        sum(file.rows for file in files),
        sum(file.read for file in files),
        tuple(refused for file in files for refused in file.refused),
        "; ".join(dict.fromkeys(file.credit for file in files if file.credit)),
        ", ".join(dict.fromkeys(file.kind for file in files if file.kind)),
        tuple(name for file in files for name in file.left),
        all(file.parts for file in files if file.profiles),
    )
