"""Where Jobtracker keeps its own files on each system, and which workspace is meant."""

import json
import os
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
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False) / "search.jobtracker"


def settings_file() -> Path:
    """The settings about this machine (theme, geometry, keys), in JSON."""
    from platformdirs import user_config_path

    return user_config_path(_APP, appauthor=False) / "settings.json"


def log_dir() -> Path:
    from platformdirs import user_log_path

    return user_log_path(_APP, appauthor=False)


def cache_dir() -> Path:
    """What can be made again at any time."""
    from platformdirs import user_cache_path

    return user_cache_path(_APP, appauthor=False)


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
