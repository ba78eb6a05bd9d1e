"""What lay where a workspace is missing. Light enough to be asked ahead of the first paint."""

from pathlib import Path
from typing import NamedTuple

from jobtracker.storage import shared_folders
from jobtracker.storage.backups.kept import BackupInfo, list_backups
from jobtracker.storage.tombstones import moved_from


class FoundBefore(NamedTuple):
    """What lies about where a workspace is missing: other workspaces, and backups of this one
    (newest first), or the place it was moved to.
    """

    workspaces: tuple[Path, ...]
    backups: tuple[BackupInfo, ...]
    moved: Path | None = None


def found_before(path: Path) -> FoundBefore:
    """What a first start should ask about before it makes an empty workspace at `path`.

    Whoever names a file of their own has chosen its place: then only what bears its name counts.
    """
    from jobtracker.system import paths, places

    if path.exists() or path.is_symlink():
        return FoundBefore((), ())
    workspaces = places.kept_aside_of(path)
    if path == paths.default_workspace():
        near = [f for f in places.folders_of_before() if not shared_folders.network_of(f)]
        workspaces += places.workspaces_in(dict.fromkeys([path.parent, *near]))
    found, backups = tuple(dict.fromkeys(workspaces)), tuple(list_backups(path))
    return FoundBefore(found, backups, moved_from(path))


def moved_words(path: Path, moved: Path) -> str:
    """That a workspace lies elsewhere now, and whether it can be reached there."""
    if not moved.exists():
        return (
            f"{path.name} was moved to {moved}, which is not there now; nothing was made; "
            "plug in its drive"
        )
    return f"{path.name} was moved to {moved}; nothing was made"
