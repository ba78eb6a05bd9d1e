"""One window a workspace: the first start holds a lock, a later one hands over and goes.

Free of Qt, since a second start has to answer before it would have loaded that. The lock is the
system's (`flock`): it ends with its holder, so neither a kill nor a reused process number leaves
anything that stops a start. Windows has no such door; there the window asks by itself.
"""

import os
import sys
import time
import zlib
from pathlib import Path
from typing import NamedTuple

from jobtracker.domain.errors import JobtrackerError

WORKSPACE = ".jobtracker"
LONGEST = 4096
"""Bytes of a message; what is longer is dropped."""
END = b"\0"
"""Ends a message: no path holds it."""
ANSWER = b"ok" + END
PATIENCE = 1.0
"""Seconds that a window may take to answer."""
STARTING = 10.0
"""Seconds that a window may take from its lock to its socket, on a slow machine."""
NAP = 0.02
LONGEST_ADDRESS = 84
"""Bytes of a socket's path: systems take 104, and Qt first makes it in a folder beside it."""
OTHERS = 0o077


class Meeting(NamedTuple):
    """Where a workspace's window is met: the lock it holds, the socket it listens at."""

    lock: Path
    socket: Path


class Claim(NamedTuple):
    """How a start stands. `held` is the lock's descriptor, to be kept until the window closes;
    `told` says that the window which has the workspace took the message; `silent` that it gave
    no answer.
    """

    held: int | None = None
    told: bool = False
    silent: bool = False

    def release(self) -> None:
        """Let the next start be the first."""
        if self.held is not None:
            os.close(self.held)


class Start(NamedTuple):
    """How the window was asked for: on which workspace, with which claim on it, and the file it
    is to open; the workspace itself is none.
    """

    workspace: Path
    claim: Claim = Claim()
    file: Path | None = None


def begin(workspace: str | None, file: str | None = None) -> Start:
    """Claim the workspace that is meant; a file that is a workspace is the one that is meant.

    Raises JobtrackerError for a file that is not there, and for two workspaces at once.
    """
    from jobtracker.system.paths import workspace_path

    opened = Path(file).absolute() if file is not None else None
    if opened is not None:
        if not opened.is_file():
            raise JobtrackerError(
                f"There is no file {opened.name}; nothing was opened. Check its name and folder."
            )
        if opened.suffix.lower() == WORKSPACE:
            if workspace is not None:
                raise JobtrackerError(
                    "Two workspaces were named; nothing was opened. Name one of them."
                )
            workspace, opened = str(opened), None
    path = workspace_path(workspace)
    return Start(path, claim(path, opened), opened)


def meeting(workspace: Path) -> Meeting | None:
    """The place where windows of this workspace meet, in a folder that is this person's alone;
    None on Windows, and where there is no such folder: then nobody is asked.
    """
    folder = _private_folder() if sys.platform != "win32" else None
    if folder is None:
        return None
    name = name_of(workspace)
    met = Meeting(folder / f"{name}.lock", folder / f"{name}.s")
    return met if len(os.fsencode(met.socket)) <= LONGEST_ADDRESS else None


def name_of(workspace: Path) -> str:
    """A short name of a workspace; however it is reached, it is the same.

    Two checksums, one of the name read backwards: it keeps no secret, and loading hashlib would
    take longer than everything else a second start does.
    """
    spelled = os.fsencode(os.path.realpath(workspace))
    return f"{zlib.crc32(spelled):08x}{zlib.crc32(spelled[::-1]):08x}"


def claim(workspace: Path, file: Path | None = None) -> Claim:
    """Be the first window of a workspace, or hand `file` over to the one that is and raise it.

    Raises JobtrackerError for a file whose path is too long to be handed over.
    """
    message = message_for(file)
    met = meeting(workspace)
    if met is None:
        return Claim()
    limit = time.monotonic() + STARTING
    while True:
        held = _locked(met)
        if held is not None:
            return Claim(held)
        answered = _hand_over(met.socket, message)
        if answered is not None:
            return Claim(told=answered, silent=not answered)
        if time.monotonic() > limit:
            return Claim(silent=True)
        time.sleep(NAP)


def file_in(sent: bytes) -> Path | None:
    """The file that a whole message names; None where it only asks for the window.

    Raises ValueError for anything else than these two.
    """
    message, end, rest = sent.partition(END)
    word, _, name = message.partition(b" ")
    if not end or rest:
        raise ValueError("it has no end, or goes on behind it")
    if message == b"raise":
        return None
    if word != b"open" or not os.path.isabs(name):  # noqa: PTH117 (still bytes)
        raise ValueError("it is no word of ours")
    return Path(os.fsdecode(name))


def message_for(file: Path | None) -> bytes:
    """What asks a window to come forward, and to open a file where one is given.

    Raises JobtrackerError for a path that is too long.
    """
    if file is None:
        return b"raise" + END
    message = b"open " + os.fsencode(file.absolute()) + END
    if len(message) > LONGEST:
        raise JobtrackerError(
            "The path of the file is too long to be opened from here; nothing was changed. "
            "Open it in the window instead."
        )
    return message


def _locked(met: Meeting) -> int | None:
    """The lock, or None while a window has it. A socket that is left over goes with it."""
    import fcntl

    try:
        held = os.open(met.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        return None
    met.socket.unlink(missing_ok=True)
    return held


def _hand_over(address: Path, message: bytes) -> bool | None:
    """Whether the window took the message; None while it does not listen yet, or no longer."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(os.fspath(address))
        except (FileNotFoundError, ConnectionRefusedError):
            return None
        except OSError:
            return False
        try:
            line.sendall(message)
            return line.recv(len(ANSWER)) == ANSWER
        except OSError:
            return False


def _private_folder() -> Path | None:
    """A folder of ours that nobody else may enter, where the system keeps what lives as long as
    a session, else in the cache. One that is somebody else's, or open to others, is not used.
    """
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(given):  # noqa: PTH117 (pathlib would be asked for nothing else)
        folder = _made_private(Path(given, "jobtracker"))
        if folder is not None:
            return folder
    from jobtracker.system.paths import cache_dir, private_folder

    try:
        return _made_private(private_folder(cache_dir()) / "run")
    except JobtrackerError:
        return None


def _made_private(folder: Path) -> Path | None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    ours = found.st_uid == os.getuid() and not found.st_mode & OTHERS
    return folder if ours and folder.is_dir() and not folder.is_symlink() else None
