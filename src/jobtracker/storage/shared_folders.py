"""Folders that other programs or computers write to as well: cloud folders and network drives.

A synchronising client copies a workspace while it is being written, and replaces it by another
computer's; locks on a network drive are often only promised. There the file is kept whole at
rest (a rollback journal, no log beside it) and is held by one program at a time.
"""

import os
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePath
from typing import Literal, NamedTuple

MOUNTS = Path("/proc/mounts")
"""What is mounted where, on Linux; tests name a file of their own."""


class SharedFolder(NamedTuple):
    """`name` is the service's ("Dropbox"), or the file system's ("nfs4") of a network drive."""

    kind: Literal["cloud", "network"]
    name: str


_ANYWHERE = {
    "Dropbox": r"dropbox( \(.+\))?",
    "OneDrive": r"onedrive( - .+|-.+)?",
    "Google Drive": r"google ?drive(-.+| \(.+\))?",
    "iCloud": r"com~apple~clouddocs|iclouddrive|icloud drive|mobile documents",
    "Nextcloud": r"nextcloud",
    "ownCloud": r"owncloud",
    "pCloud": r"pcloud ?(drive|sync)",
    "MEGA": r"megasync( (uploads|downloads))?",
    "Box": r"box sync|box-box",
}
"""Names of folders that only these services use."""

_IN_HOME = {
    "box": "Box",
    "mega": "MEGA",
    "my drive": "Google Drive",
    "pcloud": "pCloud",
    "icloud": "iCloud",
}
"""Names that say so only right in the home folder."""

_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".boxsync": "Box",
    ".debris": "MEGA",
}
"""What the clients leave in the folder that they keep in step."""

_SETTINGS = (
    (".dropbox/info.json", "Dropbox", re.compile(r'"path"\s*:\s*"([^"]+)"')),
    (".config/Nextcloud/nextcloud.cfg", "Nextcloud", re.compile(r"localPath=(.+)")),
    (".config/ownCloud/owncloud.cfg", "ownCloud", re.compile(r"localPath=(.+)")),
    (".config/onedrive/config", "OneDrive", re.compile(r'sync_dir\s*=\s*"([^"]+)"')),
    (".config/syncthing/config.xml", "Syncthing", re.compile(r'<folder [^>]*\bpath="([^"]+)"')),
    (
        ".local/state/syncthing/config.xml",
        "Syncthing",
        re.compile(r'<folder [^>]*\bpath="([^"]+)"'),
    ),
)
"""The clients' own settings below the home folder, and how they name the folders they watch."""

_LARGEST_SETTINGS = 1 << 20  # bytes

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afs|9p|ceph|glusterfs|davfs\d?|"
    r"fuse\.(sshfs|rclone|glusterfs|davfs\d?|gvfsd-fuse|s3fs|smbnetfs|curlftpfs|google-drive.*)"
)

_CONFLICTS = (
    r".*\(.*(conflicted copy|conflict|konfliktkopie|in konflikt|en conflit).*\).*",
    r".*\.sync-conflict-\d{8}-\d{6}.*",
    r".*_conf\(\d+\).*",
    r" \(\d+\)",
)
"""What follows the name of the file: Dropbox and Nextcloud; Syncthing; pCloud; Google Drive and
OneDrive, which else put the computer's name there.
"""

_MOST_ENTRIES = 2_000


def shared_folder(path: Path) -> SharedFolder | None:
    """What else writes to the folder that a file lies in, as far as can be told from here.

    Nothing is asked of a network drive itself; takes a fraction of a millisecond.
    """
    mount = network_of(path)
    if mount:
        return SharedFolder("network", mount)
    service = _cloud_of(path.parent)
    return SharedFolder("cloud", service) if service else None


def network_of(path: Path) -> str:
    """The kind of network drive that a path lies on, "" for a local disk."""
    if sys.platform == "win32":
        return _windows_drive(path)
    return _mounted(str(path), _mount_table())


def conflict_copies(path: Path) -> list[Path]:
    """Files beside a workspace that a synchronising client made of it when two computers wrote."""
    stem, suffix = path.stem, path.suffix
    host = re.compile(rf"-{re.escape(_hostname())}(-\d+)?", re.IGNORECASE) if _hostname() else None
    found = []
    for entry in _entries(path.parent):
        name = entry.name
        if name == path.name or not name.startswith(stem) or not name.endswith(suffix):
            continue
        middle = name[len(stem) : len(name) - len(suffix)] if suffix else name[len(stem) :]
        if _is_conflict(middle) or (host is not None and host.fullmatch(middle)):
            found.append(entry)
    return sorted(found)


def _is_conflict(middle: str) -> bool:
    return any(re.fullmatch(pattern, middle, re.IGNORECASE) for pattern in _CONFLICTS)


def _hostname() -> str:
    import socket

    return socket.gethostname().partition(".")[0]


def _cloud_of(folder: Path) -> str:
    return _by_name(folder) or _by_marks(folder) or _by_settings(folder)


def _by_name(folder: PurePath) -> str:
    for part in folder.parts:
        for service, pattern in _ANYWHERE.items():
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return service
    home = _home()
    if home is not None and folder.is_relative_to(home) and folder != home:
        return _IN_HOME.get(folder.relative_to(home).parts[0].lower(), "")
    return ""


def _by_marks(folder: Path) -> str:
    """Up to the home folder or the top: a client marks the root of what it keeps in step."""
    home = _home()
    for place in (folder, *folder.parents):
        if place in (home, place.parent):
            break
        for mark, service in _MARKS.items():
            if os.path.lexists(place / mark):
                return service
    return ""


def _by_settings(folder: Path) -> str:
    home = _home()
    if home is None:
        return ""
    for watched, service in _watched(home):
        if folder.is_relative_to(watched):
            return service
    return ""


def _watched(home: Path) -> Iterator[tuple[Path, str]]:
    for name, service, pattern in _SETTINGS:
        file = home / name
        try:
            if file.stat().st_size > _LARGEST_SETTINGS:
                continue
            text = file.read_text("utf-8", errors="replace")
        except OSError:
            continue
        for named in pattern.findall(text):
            watched = Path(os.path.expanduser(named.strip()))  # noqa: PTH111 - "~name" may be nobody
            if watched.is_absolute() and watched not in (home, Path(watched.anchor)):
                yield watched, service


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _mount_table() -> str:
    try:
        return MOUNTS.read_text("utf-8", errors="replace")
    except OSError:
        return ""


@lru_cache(maxsize=16)
def _mounted(path: str, table: str) -> str:
    """The network file system of the longest mount point above a path; never that of "/", which
    is a virtual machine's own disk.
    """
    longest, kind = 1, ""
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, place, kind: see fstab(5)
            continue
        place = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), fields[1])
        if len(place) >= longest and (path == place or path.startswith(place.rstrip("/") + "/")):
            longest, kind = len(place), fields[2] if place != "/" else ""
    return kind if _NETWORK.fullmatch(kind) else ""


def _windows_drive(path: Path) -> str:
    """By its name, where that begins with a server's, or by what Windows says of its letter."""
    drive = path.drive
    if drive.startswith("\\\\"):
        return "a network share"
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE of GetDriveTypeW
        if ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote:
            return "a network drive"
    return ""


def _entries(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in islice(entries, _MOST_ENTRIES)]
    except OSError:
        return []
