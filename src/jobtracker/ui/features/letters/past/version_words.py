"""How the versions of a letter are told apart in words."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.ui.features.letters.words import counted, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jobtracker.domain.letter_versions import Wording
    from jobtracker.storage.letter_versions import Version

MINUTE = len("2026-11-22T09:41")
SAVED = "saved"
MOST = 200
ICONS = {"saved": "history", "kept": "bookmark", "exported": "file-down", "sent": "mail"}
KINDS = {"saved": "Saved", "kept": "Kept", "exported": "Exported", "sent": "Sent"}


class VersionLine(NamedTuple):
    """A version in two lines: what it is, and when and why."""

    number: int
    title: str
    detail: str
    icon: str

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.detail}"


def listed(versions: "Sequence[Version]") -> "list[Version]":
    """Newest first. Of those merely saved within one minute only the last is listed."""
    kept: list[Version] = []
    for version in versions:
        same = bool(kept) and kept[-1].saved_at[:MINUTE] == version.saved_at[:MINUTE]
        if not same or version.kind != SAVED:
            kept.append(version)
    return kept[:MOST]


def lines_of(
    versions: "Sequence[Version]", today: date, wordings: "Mapping[int, Wording]"
) -> list[VersionLine]:
    """Those that are listed; `wordings` says by number what they said."""
    shown = listed(versions)
    lines = []
    for place, version in enumerate(shown):
        said = wordings.get(version.number)
        earlier = shown[place + 1].number if place + 1 < len(shown) else 0
        change = changed(wordings.get(earlier), said) if said is not None else ""
        lines.append(_line(version, today, change))
    return lines


def changed(before: "Wording | None", after: "Wording") -> str:
    """What a version changed, in words: "+12 words"; empty where it changed nothing."""
    count = len(after.text.split())
    if before is None:
        return counted(count, "word")
    more = count - len(before.text.split())
    if more:
        sign = "+" if more > 0 else "\N{MINUS SIGN}"
        return f"{sign}{counted(abs(more), 'word')}"
    if after.text != before.text:
        return "words changed"
    return "values changed" if dict(after.values) != dict(before.values) else ""


def _line(version: "Version", today: date, change: str) -> VersionLine:
    local = datetime.fromisoformat(version.saved_at).astimezone()
    day = short_date(local.date(), today)
    named = version.kind != SAVED and version.name
    title = f"Version {version.number}: {version.name}" if named else f"Version {version.number}"
    said = [f"{KINDS[version.kind]} {day}, {local:%H:%M}", change]
    if version.reason:
        said.append(f"{KINDS[version.kind]} although: {version.reason}")
    return VersionLine(version.number, title, ". ".join(filter(None, said)), ICONS[version.kind])
