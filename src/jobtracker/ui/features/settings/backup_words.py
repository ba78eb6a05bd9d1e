"""Backups in words: when, what is in them, what a restore would do."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.services.backups import Standing
    from jobtracker.storage.backups.facts import Counts, Some
    from jobtracker.storage.backups.kept import BackupInfo

_MEGABYTE = 1_000_000
_GIGABYTE = 1_000_000_000
GONE = "gone"
NO_SECOND = "Each new backup is copied there too. Best on another drive"
_TROUBLE = {
    GONE: "not there",
    "full": "full",
    "behind": "behind",
}


def day_words(at: datetime, today: date) -> str:
    """The day of a moment as it is here: "today", "yesterday", "Sun 15 Nov", "3 May 2025"."""
    day = at.astimezone().date()
    if day == today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    return f"{day:%a} {day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def moment_words(at: datetime, today: date) -> str:
    """The same with the time of day: "Today 09:12"."""
    words = f"{day_words(at, today)} {at.astimezone():%H:%M}"
    return words[:1].upper() + words[1:]


def moments_words(times: "Sequence[datetime]", today: date) -> list[str]:
    """The same of many, to the second where two would look alike: "Today 09:12:05"."""
    said = [moment_words(at, today) for at in times]
    alike = Counter(said)
    return [
        f"{one}:{at.astimezone():%S}" if alike[one] > 1 else one
        for one, at in zip(said, times, strict=True)
    ]


def age_words(at: datetime, today: date) -> str:
    """How old: "today", "yesterday", "12 days old"."""
    days = (today - at.astimezone().date()).days
    return day_words(at, today) if days < 2 else f"{days} days old"  # noqa: PLR2004


def size_words(size: int) -> str:
    """Bytes as "4.2 MB"."""
    if size >= _GIGABYTE:
        return f"{size / _GIGABYTE:.1f} GB"
    return f"{max(size / _MEGABYTE, 0.1):.1f} MB"


def short_counts(counts: "Counts | None") -> str:
    """Like "31 active, 33 closed"."""
    return f"{counts.active:,} active, {counts.closed:,} closed" if counts else "Not readable now"


def long_counts(counts: "Counts") -> str:
    """Like "31 active and 33 closed applications, 6 letters, 2 documents"."""
    letters = _many(counts.letters, "letter")
    documents = _many(counts.documents, "document")
    applications = f"{counts.active:,} active and {counts.closed:,} closed applications"
    return f"{applications}, {letters}, {documents}"


def more_words(some: "Some") -> str:
    """What stands below the names: "and 14 more", or nothing."""
    rest = some.total - len(some.names)
    return f"and {rest:,} more" if rest else ""


def backup_line(newest: "BackupInfo | None", today: date) -> str:
    """The line at the foot of the sidebar."""
    if newest is None:
        return "No backup yet"
    made = newest.made_at.astimezone()
    time = f" {made:%H:%M}" if made.date() == today else ""
    return f"Backed up {day_words(newest.made_at, today)}{time}"


def second_line(standing: "Standing", today: date) -> tuple[str, bool]:
    """The line about the second place, and whether all is well with it; "" where there is none."""
    second = standing.second
    if second is None:
        return "", True
    name = second.chosen.folder.name or str(second.chosen.folder)
    if second.trouble:
        return f"{name}: {_TROUBLE[second.trouble]}", False
    if second.newest is None:
        return f"{name}: no copy yet", True
    return f"{name}: {age_words(second.newest.made_at, today)}", True


def second_note(standing: "Standing", today: date) -> tuple[str, bool]:
    """What is said of the second place on the page, and whether all is well with it."""
    second = standing.second
    if second is None:
        return NO_SECOND, True
    folder = str(second.chosen.folder)
    if second.trouble == GONE:
        return f"{folder} is not there. Plug the drive in, or choose another folder", False
    if second.trouble:
        return (f"{folder} lacks the newest backup. {_WHY[second.trouble]}"), False
    if second.newest is None:
        return f"{folder}. It gets the next backup", True
    return f"{folder}. Newest copy {moment_words(second.newest.made_at, today)}", True


_WHY = {
    "full": "Its drive is full: free some space there",
    "behind": "The next backup tries again",
}


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
