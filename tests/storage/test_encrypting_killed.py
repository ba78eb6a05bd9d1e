"""Killed at any file call while the key changes: the old workspace or the new one, whole.

A few of the calls are tried here; with JOBTRACKER_KILLS=all each of the first and every tenth of
the late ones.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.database import add_company, companies, open_workspace
from tests.support.keys import file_key, lock

from jobtracker.domain.errors import WorkspaceLockedError
from jobtracker.storage import encrypting, keys
from jobtracker.storage.backups.kept import list_backups
from jobtracker.storage.backups.taking import back_up
from jobtracker.storage.keys import FileKey, Key

PROJECT = Path(__file__).resolve().parents[2]
PLAIN = b"SQLite format 3\0"
NAMES = ["Acme", "Brightloop"]
DENSITY = 12 if os.environ.get("JOBTRACKER_KILLS") == "all" else 1
"""The step to the next call is this part of those before it."""
MANY = 4

PROGRAM = """
import os, signal, sys
from pathlib import Path
from jobtracker.storage import encrypting, keys

path, last = Path(sys.argv[1]), int(sys.argv[2])
for line in sys.stdin.read().split():
    key, salt = map(bytes.fromhex, line.split(":"))
    new = keys.FileKey(keys.Key(key), salt)
    keys.hold(new)
calls = 0

def hear(event, arguments):
    global calls
    if event in ("open", "os.rename", "os.remove", "os.chmod", "os.utime", "sqlcipher3.connect"):
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

def progress(_done, _total):
    hear("open", ())
    return True

sys.addaudithook(hear)
encrypting.convert(path, None if sys.argv[3] == "off" else new, progress)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database:
        for name in NAMES:
            with database.write(f"add {name}") as step:
                add_company(step, name)
    back_up(path, "by-hand")
    back_up(path, "by-hand")
    return path


def killed(path: Path, held: list[FileKey], call: int, what: str) -> bool:
    """Convert in a program of its own that dies at its n-th call; whether it got so far."""
    typed = "\n".join(f"{key.raw.hex()}:{salt.hex()}" for key, salt in held)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), str(call), what],
        input=typed.encode(),
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
    return done.returncode != 0


def read(path: Path) -> list[str]:
    with open_workspace(path) as database:
        return companies(database)


@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("what", ["on", "change", "off"])
@pytest.mark.long
def test_killed_anywhere_no_record_is_lost_and_the_next_backup_leaves_none_plain(
    path: Path, what: str
) -> None:
    former, new = file_key("the former words"), FileKey(Key(os.urandom(32)), os.urandom(16))
    if what != "on":
        keys.hold(former)
        encrypting.convert(path, former)
    whole = {file: file.read_bytes() for file in files(path)}
    held = [new] if what == "on" else [former] if what == "off" else [former, new]

    call = tried = 1
    while killed(path, held, call, what):
        hold_only(held)
        assert all(read(file) == NAMES for file in files(path))
        back_up(path, "by-hand")
        assert_none_is_left_plain(path)
        put_back(path, whole)
        call += 1 + call // DENSITY
        tried += 1

    assert tried > MANY
    hold_only([] if what == "off" else [new])
    assert all(read(file) == NAMES for file in files(path))
    lock()
    assert is_readable(path) == (what == "off")


def files(path: Path) -> list[Path]:
    return [path, *(backup.path for backup in list_backups(path))]


def hold_only(held: list[FileKey]) -> None:
    lock()
    for key in held:
        keys.hold(key)


def assert_none_is_left_plain(path: Path) -> None:
    salt = path.read_bytes()[:16]
    if salt != PLAIN:
        assert {file.read_bytes()[:16] for file in files(path)} == {salt}
        assert not list(path.parent.rglob("*.converting*"))


def put_back(path: Path, whole: dict[Path, bytes]) -> None:
    for backup in list_backups(path):
        backup.path.unlink()
    for file, data in whole.items():
        file.write_bytes(data)


def is_readable(path: Path) -> bool:
    try:
        return read(path) == NAMES
    except WorkspaceLockedError:
        return False
