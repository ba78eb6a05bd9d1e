"""Days as a person says them: "Today", "Wed 18 Nov", "3 days late"."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
NEAR_DAYS = 300
"""Beyond so many days a date says its year."""


def day_words(day: date, today: date) -> str:
    """A date near today: "Today", "Tomorrow", "Yesterday", "Wed 18 Nov", "18 Nov 2025"."""
    near = {today: "Today", today + ONE_DAY: "Tomorrow", today - ONE_DAY: "Yesterday"}
    if day in near:
        return near[day]
    if abs((day - today).days) > NEAR_DAYS:
        return full_day(day)
    return f"{day:%a} {day.day} {day:%b}"


def day_within(day: date, today: date) -> str:
    """The same within a sentence: "today", "tomorrow", "Wed 18 Nov"."""
    words = day_words(day, today)
    return words.lower() if abs(day - today) <= ONE_DAY else words


def full_day(day: date) -> str:
    """The date with its year: "26 Oct 2026"."""
    return f"{day.day} {day:%b} {day.year}"


def due_words(day: date, today: date) -> str:
    """When an action is due; one that is overdue says by how much."""
    late = (today - day).days
    if late > 0:
        return f"{late} day late" if late == 1 else f"{late} days late"
    return day_words(day, today)


def due_tone(day: date | None, today: date) -> str:
    """As in "danger" for late, "warn" for today, else nothing."""
    if day is None or day > today:
        return ""
    return "warn" if day == today else "danger"


def iso_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
