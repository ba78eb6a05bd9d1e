"""Where Jobtracker keeps its own files on each system, and which workspace is meant."""

import json
import os
import sys
from pathlib import Path

from jobtracker.domain.errors import InvalidInputError, WorkspaceError

WORKSPACE_VARIABLE = "JOBTRACKER_WORKSPACE"
_APP = "jobtracker"


def workspace_path(explicit: str | None) -> Path:
    """The workspace file to open: the one named, else the environment's, else the one that was
    moved from its usual place, else the default.

    Args:
        explicit: what the person gave with --workspace; None when they gave nothing.

    Raises:
        InvalidInputError: the name given is empty, as an unset shell variable makes it; opening
            another workspace in its place would write where nobody expects it.
    """
    if explicit is not None and not explicit.strip():
        raise InvalidInputError(
            "--workspace names no file; nothing was opened; name one or leave the option out.",
            field="workspace",
        )
    chosen = explicit or os.environ.get(WORKSPACE_VARIABLE) or moved_to()
    # not Path.expanduser, which raises where "~name" is no user; os.path leaves it as typed
    return Path(os.path.expanduser(chosen)).absolute() if chosen else default_workspace()  # noqa: PTH111


def moved_to() -> str:
    """Where the window has put the search in place of the usual one; "" where it has not."""
    try:
        kept = json.loads(settings_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    found = kept.get("workspace", "") if isinstance(kept, dict) else ""
    return found if isinstance(found, str) else ""


def default_workspace() -> Path:
    """The workspace of a person who names none, in the system's folder for application data."""
    return _own_folder("data") / "search.jobtracker"


def settings_file() -> Path:
    """The settings about this machine (theme, geometry, keys), in JSON."""
    return _own_folder("config") / "settings.json"


def log_dir() -> Path:
    return _own_folder("log")


def cache_dir() -> Path:
    """What can be made again at any time."""
    return _own_folder("cache")


_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share", ""),
    "config": ("XDG_CONFIG_HOME", ".config", ""),
    "cache": ("XDG_CACHE_HOME", ".cache", ""),
    "log": ("XDG_STATE_HOME", ".local/state", "log"),
}
"""Variables of the XDG base directory specification, what stands in for each at home, and the
folder in ours.
"""
_KNOWN = {"linux": _XDG}
"""Where the first paint need not wait for platformdirs, which costs a fifteenth of a bare window;
the answers are the same.
"""


def _own_folder(kind: str) -> Path:
    """The system's folder for our files of a kind."""
    variable, usual, inner = _KNOWN.get(sys.platform, {}).get(kind, ("", "", ""))
    named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if variable and Path(named).is_absolute():
        return Path(named, _APP, inner)
    if variable and Path(home).is_absolute():
        return Path(home, usual, _APP, inner)
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_path")(_APP, appauthor=False))


def private_folder(path: Path) -> Path:
    """Make `path`, and what is missing above it, readable by its owner alone; returns `path`.

    A folder that is there already keeps its mode: it may be a person's own, shared on purpose.

    Raises:
        WorkspaceError: the folder cannot be made, or something else has its name.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"The folder {path} cannot be made ({error.strerror}); nothing was changed; "
            "choose another place or make the folder yourself."
        ) from error
    return path
