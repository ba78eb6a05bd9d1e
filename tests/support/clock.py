"""A clock that stands still until a test moves it."""

from datetime import UTC, date, datetime, timedelta


class FakeClock:
    """Answers the moment it was set to; `advance` moves it."""

    def __init__(self, moment: datetime = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def set(self, moment: datetime) -> None:
        self.moment = moment

    def set_today(self, day: date) -> None:
        self.moment = datetime.combine(day, self.moment.timetz())

    def advance(self, step: timedelta) -> None:
        self.moment += step
