"""What every service has: the workspace, and the clock."""

from typing import TypeVar

from jobtracker.domain.changes import Done
from jobtracker.storage.database import Database, Transaction
from jobtracker.system.clock import Clock

T = TypeVar("T")


class Service:
    """A service's public methods are what a person does, one transaction each."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._db = database
        self._clock = clock


def done(value: T, transaction: Transaction) -> Done[T]:
    """The answer of a finished transaction; without a label where it changed nothing."""
    changed = bool(transaction.changes.rows)
    return Done(value, transaction.changes, transaction.label if changed else "")
