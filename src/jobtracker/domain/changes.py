"""What a finished change tells the rest of the program."""

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Changes(NamedTuple):
    """The records a transaction touched: topic (a table's name) to the ids of its rows."""

    rows: Mapping[str, frozenset[int]]

    def touches(self, *topics: str) -> bool:
        return any(topic in self.rows for topic in topics)

    def ids(self, topic: str) -> frozenset[int]:
        return self.rows.get(topic, frozenset())


NOTHING_CHANGED = Changes({})

BACKUPS = "backup"
"""A topic that is no table."""
OTHER_BACKUPS = Changes({BACKUPS: frozenset()})
"""Told when there are other backups than before."""


class Done(NamedTuple, Generic[T]):
    """The answer of every service that writes.

    `label` names the step as the Edit menu shows it after "Undo": "move to Interview".
    It is empty where no step was recorded, so that there is nothing to undo.
    """

    value: T
    changes: Changes
    label: str
