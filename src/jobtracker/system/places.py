"""Where workspaces of the same person may lie, from another way of installing Jobtracker.

A program that came as a Flatpak or a Snap has a data folder of its own, and an update from one to
the other would show an empty program although nothing is lost.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from jobtracker.system.paths import default_workspace

_APP = "jobtracker"
_MOST = 500
"""Entries of a folder that are looked at: a first start may not wait for a folder of thousands."""

_OURS = re.compile(r".+\.jobtracker|.+\.before-restore-\d+(\.\w+)?", re.IGNORECASE)


def folders_of_before() -> list[Path]:
    """Folders in which an earlier or differently installed Jobtracker may have kept a workspace.

    Only named, not looked at; the folder of the default workspace comes first.
    """
    home = Path.home()
    fixed = [default_workspace().parent, *_data_folders(home), home / "Documents", home]
    boxes = (folder / tail for parent, tail in _boxes(home) for folder in _named_so(parent))
    return list(dict.fromkeys([*fixed, *boxes]))


def workspaces_in(folders: Iterable[Path]) -> list[Path]:
    """The files in these folders that have the name of a workspace, or of one kept aside."""
    return [entry for folder in folders for entry in _entries(folder) if _is_ours(entry)]


def kept_aside_of(path: Path) -> list[Path]:
    """The copies beside a workspace that were kept aside when it was restored, newest last."""
    name = re.compile(rf"{re.escape(path.stem)}\.before-restore-(\d+)({re.escape(path.suffix)})?")
    found = [
        (int(match[1]), entry)
        for entry in _entries(path.parent)
        if (match := name.fullmatch(entry.name))
    ]
    return [entry for _, entry in sorted(found)]


def _data_folders(home: Path) -> Iterator[Path]:
    yield home / ".local" / "share" / _APP
    if sys.platform == "darwin":
        yield home / "Library" / "Application Support" / _APP
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / _APP
    for variable in ("OneDrive", "OneDriveConsumer"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / "Documents"


def _boxes(home: Path) -> Iterator[tuple[Path, Path]]:
    """Folders that hold one folder an installed program, and where its data lies in that."""
    yield home / ".var" / "app", Path("data", _APP)
    yield home / "snap" / _APP, Path(".local", "share", _APP)
    if sys.platform == "darwin":
        tail = Path("Data", "Library", "Application Support", _APP)
        yield home / "Library" / "Containers", tail
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        tail = Path("LocalCache", "Local", _APP)
        yield Path(os.environ["LOCALAPPDATA"]) / "Packages", tail


def _named_so(parent: Path) -> Iterator[Path]:
    """The folders in `parent` that belong to a Jobtracker; below a snap's name every revision."""
    for entry in _entries(parent):
        if _APP in entry.name.lower() or parent.name == _APP:
            yield entry


def _entries(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in islice(entries, _MOST)]
    except OSError:
        return []


def _is_ours(entry: Path) -> bool:
    return bool(_OURS.fullmatch(entry.name)) and entry.is_file()
