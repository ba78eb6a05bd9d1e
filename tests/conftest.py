"""Rules every test lives under: no window on the screen, no stray log line, nothing left behind,
no folder of the person who runs them.
"""

import gc
import logging
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROJECT = Path(__file__).resolve().parent.parent
_HOME = tempfile.TemporaryDirectory(prefix="jt-")  # short: a socket's path has little room
for _kind in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
    _folder = Path(_HOME.name, _kind.lower())
    _folder.mkdir(mode=0o700)
    os.environ[f"XDG_{_kind}"] = str(_folder)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The measuring data beside the project; a test that asks for it is skipped without it."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the measuring data is not on this machine")
    return folder


@pytest.fixture(scope="session")
def resources() -> Path:
    """The bundled resources as they stand in the project."""
    return PROJECT / "resources"


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _log_watch(request: pytest.FixtureRequest) -> Iterator[_Collector]:
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield collector
    root.removeHandler(collector)
    if collector.records and "expected_logs" not in request.fixturenames:
        lines = "\n".join(record.getMessage() for record in collector.records)
        pytest.fail(f"logged without being expected:\n{lines}")


@pytest.fixture
def expected_logs(_log_watch: _Collector) -> list[logging.LogRecord]:
    """The warnings and errors logged so far; asking for it allows them."""
    return _log_watch.records


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    uses_qt = bool({"qtbot", "qapp"} & set(request.fixturenames))
    threads = set(threading.enumerate())
    windows = _windows() if uses_qt else set()
    if uses_qt:
        gc.disable()  # as in the program: a window may not be destroyed on another thread
    yield
    if not gc.isenabled():
        from jobtracker.ui.runtime.garbage import collect_what_is_due

        collect_what_is_due()
    found = [f"thread {thread.name}" for thread in _ended(threads)]
    if uses_qt:
        from tests.support.qt import leftovers

        found += leftovers(windows)
    if found:
        pytest.fail("left behind: " + ", ".join(found))


def _windows() -> set[object]:
    from tests.support.qt import windows

    return set(windows())


def _ended(before: set[threading.Thread]) -> list[threading.Thread]:
    """The threads started since that do not end within a second."""
    deadline = time.monotonic() + 1
    while True:
        alive = [t for t in threading.enumerate() if t not in before and t.is_alive()]
        if not alive or time.monotonic() > deadline:
            return alive
        time.sleep(0.01)
