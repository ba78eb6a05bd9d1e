"""What is done about a file before it is worked with: what lay there before, what threatens it,
whether it is due for a check, and getting out of a damaged one what can be read.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.errors import WorkspaceError
from jobtracker.services.found_before import found_before, moved_words
from jobtracker.storage import health, settings, shared_folders
from jobtracker.storage.backups.kept import BEFORE_MIGRATION, list_backups
from jobtracker.storage.tombstones import moved_from
from jobtracker.system.clock import SystemClock

if TYPE_CHECKING:
    from jobtracker.domain.progress import Progress
    from jobtracker.services.salvaging import Salvaged
    from jobtracker.services.workspace import Workspace

CHECK_DAYS = 7
_MOST_NAMED = 3
_CHECKED = "checked-on"


def refuse_moved(path: Path) -> None:
    """Raises WorkspaceError where the workspace that lay here was moved elsewhere."""
    moved = moved_from(path)
    if moved is not None:
        raise WorkspaceError(
            f"{moved_words(path, moved)}; name it with --workspace, or run 'jobtracker new' to "
            "begin anew."
        )


def refuse_new(path: Path) -> None:
    """Raises WorkspaceError where an empty workspace would stand in the place of what was there."""
    refuse_moved(path)
    found = found_before(path)
    if not (found.workspaces or found.backups):
        return
    names = [str(file) for file in found.workspaces[:_MOST_NAMED]]
    if found.backups:
        many = f"{len(found.backups)} backup{'s' if len(found.backups) > 1 else ''} of it"
        names.append(f"{many}, the newest {found.backups[0].path}")
    raise WorkspaceError(
        f"There is no workspace {path.name}, but there is {', '.join(names)}; nothing was made; "
        "run 'jobtracker restore FILE' with one of these, name it with --workspace, or run "
        "'jobtracker new' to begin anew."
    )


class Migrated(NamedTuple):
    """Revisions of the tables, and the backup that was taken between them."""

    before: str
    after: str
    backup: Path | None


def revision_of(path: Path) -> str:
    """The revision of a sound workspace's tables. Raises WorkspaceError, WorkspaceDamagedError."""
    return health.glance(path).revision


def migrated(path: Path, before: str) -> Migrated:
    """What opening a workspace for writing has done to its tables, which were at `before`."""
    after = revision_of(path)
    taken = [one.path for one in list_backups(path) if one.reason == BEFORE_MIGRATION]
    return Migrated(before, after, taken[0] if taken and after != before else None)


def risk_of(path: Path) -> str:
    """What threatens a file where it lies, in a sentence for each start; "" where nothing is."""
    shared = shared_folders.shared_folder(path.resolve() if path.exists() else path)
    if shared is None:
        return ""
    if shared.kind == "network":
        return (
            f"{path.name} lies on a network drive ({shared.name}), where it is opened by one "
            "program at a time; keep it on this computer, and put backups there instead."
        )
    return (
        f"{path.name} lies in a folder that {shared.name} keeps in step: changes on two computers "
        "at once would make two files of it; keep it elsewhere, and put backups there instead."
    )


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Copies of a workspace that a synchronising program made because two computers wrote."""
    return tuple(shared_folders.conflict_copies(path))


def needs_full_check(workspace: "Workspace") -> bool:
    """Whether the whole file should be looked at: its last program was killed, or a week passed.

    On any thread, as `full_check`.
    """
    database = workspace.database
    if database.path is None or database.read_only:
        return False
    return database.ended_uncleanly or _is_due(_checked_on(workspace), workspace.clock.now().date())


def full_check(workspace: "Workspace") -> tuple[str, ...]:
    """Look at the whole file and at every record, beside all else; what is wrong, in sentences.

    Raises WorkspaceDamagedError, and nothing is then written again; StoppedError where the file
    is closed meanwhile.
    """
    return workspace.checking.check(gently=True).problems


def owe_check(workspace: "Workspace") -> None:
    """Have the next start look at the whole file, should this one end before it has."""
    if _checked_on(workspace):
        _note(workspace, "")


def keep_day(workspace: "Workspace") -> None:
    """Note that the whole file was found sound today."""
    _note(workspace, workspace.clock.now().date().isoformat())


def _note(workspace: "Workspace", day: str) -> None:
    """In no step of undo."""
    with workspace.database.write("keep the day of the check", journalled=False) as tx:
        settings.set_state(tx.session, _CHECKED, day)


def _checked_on(workspace: "Workspace") -> str:
    with workspace.database.look() as look, look.read() as session:
        return settings.state(session, _CHECKED)


def _is_due(checked_on: str, today: date) -> bool:
    """A day in the future is a clock that was wrong then, or is now."""
    try:
        last = date.fromisoformat(checked_on)
    except ValueError:
        return True
    return not timedelta(0) <= today - last < timedelta(days=CHECK_DAYS)


def salvage(path: Path, new_file: Path, progress: "Progress | None" = None) -> "Salvaged":
    """Read out of a damaged workspace what can be read, into a new one that is sound.

    The damaged file is never opened for writing, and nothing stays beside it. Raises
    InvalidInputError where `new_file` is there already, WorkspaceDamagedError where not one
    record can be read, WorkspaceLockedError, StoppedError; nothing is made then.
    """
    from jobtracker.services.salvaging import salvage as read_out

    return read_out(path, new_file, SystemClock(), progress)


def counted(done: "Salvaged", kind: str) -> str:
    """`12 applications`: how many records of a kind a new workspace has."""
    from jobtracker.storage.salvage import lost_rows

    return lost_rows.counted(kind, done.kept.get(kind, 0))


@contextmanager
def salvaged(path: Path) -> Iterator[tuple["Workspace", "Salvaged"]]:
    """What can be read of a damaged workspace, open for reading, and what is missing: for
    exports. It lies in a private folder and is gone afterwards; what a kill left there goes with
    the next one, or the next backup. Raises what `salvage` does.
    """
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage import leftovers
    from jobtracker.storage.database import Database
    from jobtracker.storage.locks import WorkspaceLock

    clock = SystemClock()
    leftovers.sweep_salvages(Path(gettempdir()))
    with ExitStack() as held:
        folder = held.enter_context(TemporaryDirectory(leftovers.SALVAGE, "."))
        new = Path(folder) / leftovers.COPY
        held.enter_context(WorkspaceLock.shared(new))
        done = salvage(path, new)
        with Workspace(Database.open(new, clock=clock, write=False), clock) as workspace:
            yield workspace, done
