"""A file is replaced whole, or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from jobtracker.storage.files import beside, make_private_folder, write_atomically
from jobtracker.storage.locks import WorkspaceLock


def test_a_file_is_replaced_and_private_under_any_umask(tmp_path: Path) -> None:
    target = tmp_path / "settings.json"
    target.write_bytes(b"old")
    loose = os.umask(0)

    try:
        write_atomically(target, b"new")
        make_private_folder(tmp_path / "folder")
    finally:
        os.umask(loose)

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.mkdir()

    with pytest.raises(OSError, match="taken"):
        write_atomically(target, b"new")

    assert [entry.name for entry in tmp_path.iterdir()] == ["taken"]


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "a.jobtracker"
    program = (
        "import sys, time; from pathlib import Path; "
        "from jobtracker.storage.locks import WorkspaceLock; "
        "lock = WorkspaceLock.exclusive(Path(sys.argv[1])); print('held', flush=True); "
        "time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        holder.kill()

    WorkspaceLock.exclusive(path, timeout=5).release()
    assert beside(path, ".lock").read_bytes() == b""
