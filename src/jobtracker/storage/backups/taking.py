"""Taking a backup: by SQLite's backup API, checked, synced, and only then named; older ones go last
of all. A copy of it then goes to the person's second place, where there is one.
"""

from pathlib import Path
from tempfile import gettempdir

from jobtracker.domain.errors import WorkspaceError
from jobtracker.domain.progress import Progress
from jobtracker.storage import encrypting, leftovers
from jobtracker.storage.backups import second_place
from jobtracker.storage.backups.copying import check_copy, copy_live, copy_plainly, discard_copy
from jobtracker.storage.backups.kept import BackupInfo, folder_of, info_of, name_of, newest, rotate
from jobtracker.storage.files import beside, make_private_folder, publish
from jobtracker.storage.locks import WorkspaceLock
from jobtracker.storage.plain_words import plain_errors

_UNFINISHED = ".unfinished"
_LOCK_SECONDS = 60


def back_up(path: Path, reason: str, progress: Progress | None = None) -> BackupInfo:
    """Take a backup of a file that may be in use, then let the oldest go. `reason` is a word of
    lower case letters, digits and hyphens.

    Raises WorkspaceError where it could not be taken and StoppedError; then every older one is
    still there. A copy for the second place that fails is no error: see `second_place`.
    """
    return _taken(path, reason, progress, at_rest=False)


def back_up_at_rest(path: Path, reason: str, progress: Progress | None = None) -> BackupInfo:
    """The same of a file that the caller holds alone and that has no log beside it."""
    return _taken(path, reason, progress, at_rest=True)


def _taken(path: Path, reason: str, progress: Progress | None, *, at_rest: bool) -> BackupInfo:
    folder = folder_of(path)
    with plain_errors(path):
        make_private_folder(folder)
        with WorkspaceLock.exclusive(folder / "backups", _LOCK_SECONDS):
            last = newest(path)
            temporary = folder / _UNFINISHED
            try:
                _copy(path, temporary, progress, at_rest=at_rest)
                number = last.number + 1 if last is not None else 1
                final = folder / name_of(number, temporary, reason)
                publish(temporary, final)
            except BaseException:
                discard_copy(temporary)
                raise
            rotate(folder)
        made = info_of(final)
        if made is None:
            raise WorkspaceError(f"The new backup of {path.name} has gone; try again.")
        for place in (path.parent, Path(gettempdir())):
            leftovers.sweep_salvages(place)
        second_place.pass_on(made, progress)
        encrypting.bring_along(path, made.path)
    return made


def back_up_to(path: Path, target: Path, progress: Progress | None = None) -> Path:
    """Copy a workspace, checked, to a file of the person's choice that is not there yet."""
    if target.exists() or target.is_symlink():
        raise WorkspaceError(f"{target.name} is already there; choose another name.")
    if not target.parent.is_dir():
        raise WorkspaceError(f"There is no folder “{target.parent.name}”; choose another place.")
    temporary = beside(target, ".part")
    with plain_errors(target):
        try:
            copy_live(path, temporary, progress)
            publish(temporary, target)
        except BaseException:
            discard_copy(temporary)
            raise
    return target


def _copy(path: Path, temporary: Path, progress: Progress | None, *, at_rest: bool) -> None:
    if at_rest:
        copy_plainly(path, temporary, progress)
        check_copy(temporary, path)
    else:
        copy_live(path, temporary, progress)
