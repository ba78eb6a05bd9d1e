"""How the versions of a letter are told apart in words."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.ui.features.letters.words import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.storage.letter_versions import Version

MINUTE = len("2026-11-22T09:41")
SAVED = "saved"
MOST = 200
ICONS = {"saved": "history", "kept": "bookmark", "exported": "file-down", "sent": "mail"}
KINDS = {"saved": "Saved", "kept": "Kept", "exported": "Left the app", "sent": "Sent"}


class VersionLine(NamedTuple):
    """A version in two lines: what it is, and when and why."""

    number: int
    title: str
    detail: str
    icon: str

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.detail}"


def lines_of(versions: "Sequence[Version]", today: date) -> list[VersionLine]:
    """Newest first. Of those merely saved within one minute only the last is listed."""
    kept: list[Version] = []
    for version in versions:
        same = bool(kept) and kept[-1].saved_at[:MINUTE] == version.saved_at[:MINUTE]
        if not same or version.kind != SAVED:
            kept.append(version)
    return [_line(version, today) for version in kept[:MOST]]


def _line(version: "Version", today: date) -> VersionLine:
    local = datetime.fromisoformat(version.saved_at).astimezone()
    day = local.date()
    when = f"{local:%H:%M}" if day == today else f"{short_date(day, today)} {local:%H:%M}"
    named = version.kind != SAVED and version.name
    title = f"Version {version.number}: {version.name}" if named else f"Version {version.number}"
    detail = f"{KINDS[version.kind]} {when}"
    if version.reason:
        detail = f"{detail}. Left although it was stopped: {version.reason}"
    return VersionLine(version.number, title, detail, ICONS[version.kind])
