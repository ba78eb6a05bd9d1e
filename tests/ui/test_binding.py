"""How PySide6 is loaded: once compiled, never again by the same Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import builtins, sys
compiled = []
compiler = builtins.compile
def counting(source, filename, *rest, **options):
    if str(filename).startswith("shibokensupport/"):
        compiled.append(filename)
    return compiler(source, filename, *rest, **options)
builtins.compile = counting
from jobtracker.ui.binding import load_qt
assert builtins.compile is counting
from PySide6.QtCore import QObject
assert QObject().objectName() == ""
print(len(compiled))
"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "jobtracker"


def compiled_at_start(cache: Path) -> int:
    """How many files of PySide6 one start of the program compiles."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache.parent)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is named by its variable")
def test_the_second_start_compiles_nothing_of_pyside(cache: Path) -> None:
    first, second = compiled_at_start(cache), compiled_at_start(cache)

    assert first > 5
    assert second == 0
    (kept,) = cache.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is named by its variable")
@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 4096])
def test_a_damaged_cache_is_made_anew(cache: Path, damage: bytes) -> None:
    compiled_at_start(cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage or whole[: len(whole) // 2])

    assert compiled_at_start(cache) > 5
    assert compiled_at_start(cache) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is named by its variable")
def test_a_place_that_cannot_be_written_costs_only_the_time(cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be")

    assert compiled_at_start(cache) > 5
