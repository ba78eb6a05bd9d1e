"""What recovery says: of a refusal, of what was found, and of each way on."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.errors import (
    JobtrackerError,
    WorkspaceBusyError,
    WorkspaceDamagedError,
    WorkspaceError,
)
from jobtracker.system.clock import SystemClock
from jobtracker.ui.features.settings.backup_words import moment_words, moments_words, size_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jobtracker.services.found_before import FoundBefore
    from jobtracker.services.salvaging import Salvaged
    from jobtracker.storage.backups.facts import Counts
    from jobtracker.storage.backups.kept import BackupInfo

MOST = 8
REBUILD = (
    "Rebuild what can be read",
    "Reads record by record into a new file beside this one, which stays as it is.",
)
READ_ON = ("Go on reading", "What can be read is shown and can be exported; nothing is saved.")
TRY_AGAIN = ("Try again", "After a drive was plugged in, or another program was closed.")
OTHER_FILE = (
    "Restore from another file…",
    "A backup or a workspace from another folder or drive. It is copied, never changed.",
)
SHOW_FOLDER = ("Show where the file lies", "Opens its folder.")
BEGIN_NEW = ("Begin a new search", "What was found stays where it is.")
OPEN_REBUILT = (
    "Open it",
    "It takes the place of the damaged file, which is kept aside byte for byte.",
)
BACK = ("Back", "Restore a backup instead.")
LOOKING = ("Looking for your search…", "There is none where Jobtracker keeps it.", "")
FOUND = (
    "Is this your search?",
    "There is no search where Jobtracker keeps it, but there was one before.",
    "Nothing was made or changed yet.",
)
OPEN_THERE = ("Open it there", "The search goes on where it was moved to.")
LOOK_AGAIN = ("Try again", "After its drive was plugged in.")
COUNTED = {
    "application": "application",
    "event": "entry of the history",
    "interview": "interview",
    "contact": "contact",
    "letter": "letter",
    "offer": "offer",
    "document": "document",
    "profile": "profile",
}
"""Of what was read, by its table, what a person would count."""
PLURALS = {"entry of the history": "entries of the history"}
OPENING = "Opening…"
BEGINNING = "Beginning a new search…"
RESTORING = "Restoring and checking…"
REBUILDING = "Reading record by record…"
RESTORED = "Your search is back, and was checked"


class Said(NamedTuple):
    title: str
    happened: str
    safe: str


class Found(NamedTuple):
    """A file that may take the workspace's place, described."""

    path: Path
    made: str
    holds: str
    size: str
    action: str = "Restore"
    reason: str = ""


def refusal(error: JobtrackerError) -> Said:
    """Why a file was not opened, without the advice that is meant for the terminal. The name of a
    file may come first, so that the first sentence begins as it was written.
    """
    happened, *rest = _sentences(error)
    return Said(_title(error), happened, " ".join(rest))


def in_window(error: JobtrackerError) -> str:
    """An error as it is said in the window."""
    return " ".join(_sentences(error))


def moved(path: Path, place: Path) -> Said:
    """That a search was moved, and whether it can be reached where it is."""
    happened = f"{path.name} was moved to {place}."
    if place.exists():
        return Said("Your search was moved", happened, "Nothing was made or changed here.")
    away = "It is not there now: plug in its drive. Nothing was made or changed."
    return Said("Your search was moved", happened, away)


def rebuilt(salvaged: "Salvaged") -> Said:
    """What was read, and whether something is missing."""
    said = ((salvaged.kept.get(name, 0), noun) for name, noun in COUNTED.items())
    counted = ", ".join(_counted(count, noun) for count, noun in said if count)
    title = "Rebuilt, with something missing" if salvaged.missing else "Everything could be read"
    return Said(
        title,
        f"In the new file: {counted}." if counted else "Nothing could be read.",
        "The damaged file was not changed.",
    )


def kept(aside: Path | None) -> str:
    """Where the file that stood there before is now."""
    return f"The file that was there before is kept as {aside.name}." if aside is not None else ""


def backups_of(path: Path) -> tuple[Found, ...]:
    """The newest backups of a workspace, each with what it holds."""
    from jobtracker.services import backups

    return _backups(backups.known(path)[:MOST])


def described(found: "FoundBefore") -> tuple[Found, ...]:
    """Older workspaces, then the newest backups."""
    spaces = tuple(_workspace(one) for one in found.workspaces[:MOST])
    copies = found.backups[: MOST - len(spaces)]
    return spaces + _backups(copies)


def new_file(path: Path) -> Path:
    """A name beside a damaged file that nothing has yet."""
    numbers = (f" {number}" if number > 1 else "" for number in range(1, 1000))
    names = (path.with_name(f"{path.stem} rebuilt{one}{path.suffix}") for one in numbers)
    return next(name for name in names if not name.exists())


def _backups(infos: "Sequence[BackupInfo]") -> tuple[Found, ...]:
    made = moments_words([one.made_at for one in infos], SystemClock().today())
    return tuple(map(_backup, infos, made))


def _backup(info: "BackupInfo", made: str) -> Found:
    from jobtracker.services.backups import reason_words
    from jobtracker.storage.backups.facts import counts_of

    holds, reason = "Not readable now", reason_words(info.reason)
    with suppress(WorkspaceError):
        holds = _holds(counts_of(info))
    return Found(info.path, made, holds, size_words(info.size), reason=reason)


def _workspace(path: Path) -> Found:
    from jobtracker.storage.backups.facts import counts_in

    facts, holds = path.stat(), str(path)
    with suppress(WorkspaceError):
        holds = f"{_holds(counts_in(path))}, in {path}"
    made = datetime.fromtimestamp(facts.st_mtime, UTC)
    return Found(path, _when(made), holds, size_words(facts.st_size), "Use this")


def _holds(counts: "Counts") -> str:
    return f"{counts.active} active, {counts.closed} closed, {_counted(counts.letters, 'letter')}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {PLURALS.get(noun, f'{noun}s')}"


def _when(moment: datetime) -> str:
    return moment_words(moment, SystemClock().today())


def _title(error: JobtrackerError) -> str:
    titles: Iterable[tuple[type[JobtrackerError], str]] = (
        (WorkspaceDamagedError, "The file cannot be read as it is"),
        (WorkspaceBusyError, "The file is in use elsewhere"),
    )
    return next((title for kind, title in titles if isinstance(error, kind)), "Not opened")


def _sentences(error: JobtrackerError) -> list[str]:
    clauses = [one for one in str(error).rstrip(".").split("; ") if "'jobtracker " not in one]
    if not clauses:
        return [str(error)]
    first, *rest = clauses
    return [f"{first}.", *(f"{one[:1].upper()}{one[1:]}." for one in rest)]
