"""The files of the O*NET database, told apart by their columns.

Form: text, tab separated, a header line, as described in the database's data dictionary (O*NET
Resource Center). Each file has a row a fact, under the O*NET-SOC code of its occupation.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

CODE = "O*NET-SOC Code"
TITLE = "Title"


class Kind(Enum):
    """A file that is used, and the columns that tell it; the first that fits is meant."""

    RELATED = (CODE, "Related O*NET-SOC Code")
    TASKS = (CODE, "Task ID", "Task", "Task Type")
    EMERGING = (CODE, "Task", "Category", "Original Task")
    TECHNOLOGY = (CODE, "Example", "Commodity Title")
    ALTERNATES = (CODE, "Alternate Title")
    REPORTED = (CODE, "Reported Job Title")
    OCCUPATIONS = (CODE, TITLE, "Description")
    ZONE_NAMES = ("Job Zone", "Name", "Experience", "Education")
    ZONES = (CODE, "Job Zone")


_TOPICS_APART = ("Scale ID", "Element ID", "Element Name")
"""Columns of the database's other files: ratings of abilities, interests, work contexts."""


def kind_of(header: Sequence[str]) -> Kind | None:
    """Which file has this header, None for one that is not used or not of the database."""
    if is_apart(header):
        return None
    names = set(header)
    return next((kind for kind in Kind if names.issuperset(kind.value)), None)


def is_apart(header: Iterable[str]) -> bool:
    """Whether this is a file of the database that says nothing of what a profile holds."""
    return any(name in _TOPICS_APART for name in header)
