"""The only place that asks what time it is; everything else is handed a clock."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """This moment, with its zone (UTC)."""
        ...

    def today(self) -> date:
        """The date on the person's calendar."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(UTC).astimezone().date()
