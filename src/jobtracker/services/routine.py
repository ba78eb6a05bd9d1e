"""The services of the daily round of a search."""

from functools import cached_property
from typing import TYPE_CHECKING

from jobtracker.storage.database import Database
from jobtracker.system.clock import Clock

if TYPE_CHECKING:
    from jobtracker.services.capture import Capture
    from jobtracker.services.phone import Phone
    from jobtracker.services.review import Review
    from jobtracker.services.today import Today


class Routine:
    """From the pasted posting over what is due today to the review of the week.

    Each is loaded when it is first asked for.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    @cached_property
    def capture(self) -> "Capture":
        from jobtracker.services.capture import Capture

        return Capture(self.database, self.clock)

    @cached_property
    def phone(self) -> "Phone":
        from jobtracker.services.phone import Phone

        return Phone(self.database, self.clock)

    @cached_property
    def review(self) -> "Review":
        from jobtracker.services.review import Review

        return Review(self.database, self.clock)

    @cached_property
    def today(self) -> "Today":
        from jobtracker.services.today import Today

        return Today(self.database, self.clock)
