"""The only place that asks what time it is; everything else is handed a clock."""

import sys
import time
from datetime import UTC, date, datetime
from typing import Protocol

_COUNTS_SLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}


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


def seconds_passed() -> float:
    """Seconds since some moment of this session, counted on while the computer sleeps.

    Python's own monotonic clock stands still in sleep on Linux and macOS.
    """
    name = _COUNTS_SLEEP.get(sys.platform)
    return time.clock_gettime(getattr(time, name)) if name else time.monotonic()
